"""Durations and ages: a number with time words around it in, its unit out, where it is a span of time that lies open or an age.

Elapsed time (過去3年間, three years ago) is no figure, nor are dates, clock times and reading times (tests/gold/GUIDE.md).
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from pipeline.extract.amounts.ages import age_from
from pipeline.extract.amounts.ages_french import is_french_age
from pipeline.extract.amounts.measures import AGE, Unit


class Duration(NamedTuple):
    """The unit of a duration or an age, [start, end) with its words, and what a half behind it adds."""

    unit: Unit
    start: int
    end: int
    more: Decimal = Decimal(0)


_UNITS: list[tuple[str, str, str]] = [
    ("year", "10", r"decades?\b|décennies?\b"),
    ("year", "100", r"centur(?:y|ies)\b"),
    (
        "year",
        "1",
        r"年間|[カか箇ヵヶケ]年|年(?!前(?!倒)|[月頃代度生々号内]|\d(?![\d.,]{0,8}[万億兆]|\d?[カかヵヶケ箇]月))|years?\b|yrs?\b|ans\b|an\b(?=s? et demi)|(?<=\bun )an\b|(?<=\b1 )an\b(?! [a-z])|années?\b",
    ),
    ("month", "1", r"(?:カ|か|ヶ|ヵ|ケ|箇)月間?|months?\b|mois\b"),
    (
        "week",
        "1",
        r"週間|(?<=\d)週(?=[、。)）]|\Z|[はがでとも]|だ[。っ]|です|でし|の(?:間|待)|に(?:及|延|縮|達)|を(?:要|超|見込)|から(?=\d)|以[上内下]|ほど|程度|前後|待|かか|かけ|後(?:まで|には)|分)|weeks?\b|semaines?\b",
    ),
    (
        "day",
        "1",
        r"日間|営業日(?:間)?|(?:(?<=[4-9]\d)|(?<=3[2-9]))日(?![本銀経目])|日(?=で(?:約|およそ)?(?:利用者|会員|登録者?|ダウンロード|累計|受注|予約|完売|売り切れ|売れ|学習(?:を|し|で)|完成|仕上|開発|建て|組み立て)?\d|で(?:完売|売り切れ|仕上|建て|組み立て|届|済|終わ))|(?:(?<=から\d)|(?<=から\d\d)|(?<=から約\d\d)|(?<=からわずか\d)|(?<=からわずか\d\d)|(?<=からたった\d)|(?<=からたった\d\d)|(?<=後\d)|(?<=後\d\d))日で(?![もは])|日(?=から(?:約|わずか)?[\d一二三四五六七八九十]+(?:日|時間|分|秒))|(?:(?<=のは\d)|(?<=のは\d\d))日(?=[、。])|日(?=以内|未満|以上|あれば|もあれば|を切|に(?:縮|短縮|延|伸)|だけ[でだ]|かけ|がかり|の半分|前まで|前後で|分の|の(?:猶予|期間|期限)|(?:も)?たた|足らず|かか|連続|を要)|(?:(?<=最初の\d)|(?<=最初の\d\d)|(?<=初めの\d)|(?<=あと\d)|(?<=あと\d\d)|(?<=(?:期限|期間|猶予|納期|工期)は\d)|(?<=(?:期限|期間|猶予|納期|工期)は\d\d)|(?<=残り\d)|(?<=残り\d\d)|(?<=平均\d)|(?<=平均\d\d)|(?<=[1-9]\d\d))日(?![本銀経目])|(?:(?<=百)|(?<=百[一二三四五六七八九十])|(?<=百[一二三四五六七八九十]{2})|(?<=百[一二三四五六七八九十]{3})|(?<=\d{3}))日(?=で)|(?<=まで[1-9]\d)日(?=[、。])|(?:(?<=わずか\d)|(?<=たった\d)|(?<=わずか\d\d))日(?![後前目])|days?\b|jours?\b",
    ),
    (
        "s",
        "3600",
        r"時間(?!目|帯|外)|hours?\b|hrs?\b|heures?\b|h\b(?! ?\d)(?! (?:cent|deux|huit|one|two|three|eight|vingt|twenty|a hundred))",
    ),
    (
        "s",
        "60",
        r"分間|分(?=の(?:動画|短編|映像|番組|音声|録音|曲|楽曲|講演|演説|会見|会話|対話|面談|面接|会議|打ち合わせ|通話|電話|休憩|作業|説明|試験|テスト|授業|講義|広告|停電|停止|遅れ|待ち|クリップ|デモ|スピーチ|時短|短縮|節約|削減|仮眠|昼寝|遅延|余裕|距離|道のり|充電|運転|走行|飛行|処理|待機|フライト|移動|ドラマ|アニメ|ライブ|講座|研修|ニュース|読書|診察|診療|残業|朗読|エピソード|ポッドキャスト|放送|演奏|配信|差))|分(?!の[\d一-九]|野|割|析|類|岐|散|配|断|解|担|社|店|前|頃|ごろ|発|着|子|厘|もの|過ぎ|裂|別|離|量|の)|minutes?\b|mins?\b",
    ),
    (
        "s",
        "1",
        r"秒間?(?!速)|(?<=\d\.\d)s(?![A-Za-z0-9_])|(?<=\d\.\d\d)s(?![A-Za-z0-9_])|(?<=\d,\d)s\b|(?<=\d )s\b(?!['’])|seconds?\b|secs?\b|secondes?\b",
    ),
    ("s", "0.001", r"ミリ秒|milliseconds?\b|millisecondes?\b|ms(?![A-Za-zÀ-ÿ0-9_])"),
    ("s", "0.000001", r"マイクロ秒|microseconds?\b|microsecondes?\b|[µμ]s(?![A-Za-zÀ-ÿ0-9_])"),
    ("s", "0.000000001", r"ナノ秒|nanoseconds?\b|nanosecondes?\b"),
]
_UNIT = re.compile(
    "[ -]?(?:d['e] ?|business |working |fiscal |financial |calendar |straight |free |full |extra |additional |further |more |whole |long )?(?:"
    + "|".join(f"(?P<d{i}>{p})" for i, (_, _, p) in enumerate(_UNITS))
    + ")",
    re.IGNORECASE,
)
_OF_MACHINES = re.compile(
    r" (?:d'|d’)?heures(?: (?:de |d['’])?|-)(?:calcul\b|enregistrements?\b|consultations?\b|audio\b|parole\b|(?:de )?(?:GPU|H\d00)\b)"
    r"| (?:d'|d’)heures (?:de |d['’])(?:conduite|vidéos?|vol|travail|musique|visionnage|écoute|cours|formation)\b"
)
"""Hours of machines are counted, and no time, and so are millions of hours of anything."""
_HALF = re.compile(r"半(?![分期導年])| and a half\b| et demie?\b", re.IGNORECASE)
_AGE_BEHIND = re.compile(
    r" (?:balais|piges|berges|printemps)\b(?! arabes?)|[ -]?years?[ -]old\b| years? of age\b|[ -]year-olds?\b|[歳才](?!入|出|月|児の)| ans d'âge\b|(?: ans(?= et (?:plus|moins)\b))",
    re.IGNORECASE,
)
_AGE_BEFORE = re.compile(
    r"(?:\baged?(?: of| under| over)?|\bâgée?s?(?: seulement)? d(?:'au moins |e |'| 'environ )?(?:moins de |plus de )?|\bl'âge d[e']|\bvie(?:ux|il|illes?) d[e'] ?|\b(?:homme|femme|garçon|fille|jeune|adolescente?|étudiante?|fondateur|fondatrice|mineure?s?|enfants?|personnes?)"
    r" (?:français |française )?de (?:moins de |plus de )?|\b(?:aux|des|de|les) (?:moins|plus) de |(?:\A|(?<=[,;.] )|(?<=\n)|(?<=ès ))[Àà] |\bont (?:moins|plus) de |\bfêt\w+ (?:\w+ )?(?:ses|leurs) |\b(?:retraite|morte?|décédée?|disparue?|partie?|débuté|commencé) à |\bles \d\d(?:-| à )|\bdès |\b(?:il|elle|qui|on|PDG|patron|(?:Mme|M\.|Mlle) [A-ZÀ-Ý][\w'-]+(?: [A-ZÀ-Ý][\w'-]+)?|[A-ZÀ-Ý][\w'-]+ [A-ZÀ-Ý][\w'-]+) (?:a|avait|aura) (?:déjà |seulement )?|\bj'(?:ai|avais|aurai) |\b(?:d'|faut |doit |doivent |devoir |faudra |sans |pour )avoir (?:au moins |plus de |moins de )?|\b(?:ayant|aient|ait) (?:au moins |plus de |moins de |déjà )?|\bn'(?:a|avait) (?:encore )?que )\s?\Z",
    re.IGNORECASE,
)
_FIRM = re.compile(
    r" (?:[a-z][\w-]* ){0,2}(?:compan(?:y|ies)|firms?|start-?ups?|makers?|outfits?|labs?|ventures?|business(?:es)?|groups?|funds?|agenc(?:y|ies)|suppliers?|manufacturers?|producers?|builders?|platforms?|products?|models?|chips?|law|contract|deal|plant|reactor|building|system|machine|car|spin-?(?:off|out)|house|brand|bank|newspaper|technology|record|feud|case|lawsuit|dispute|partnership|alliance)\b(?! [a-z]+(?:er|or|ist|ent|ant|an)\b)"
)
"""Behind the age of what is no person: a two-year-old start-up."""
_APPOSED = re.compile(r"[,)]|\.\s")
_ROUND_THE_CLOCK = re.compile(
    r"(?:24|二十四|２４)時間(?!以[内上下]|未満|で|を超|かけ|かか|ごと|後|持|連続|続|前後|の(?:連続|録|映|動画|猶予|時間|期限|稼働データ))|(?:365|三百六十五)日|24-hour (?:news|service|support|care|operations?|surveillance|hotline|clock|watch)|365 (?:days|jours)\b"
    r"|24 hours a day|seven days a week|7 days a week|24 ?h(?:eures)?(?:/| sur )24|7 ?j(?:ours)?(?:/| sur )7|sept jours sur sept"
)
_PLAN_BEFORE = re.compile(
    r"(?:今後|向こう|この先|これから|次の|最大で?|最長で?|少なくとも|以降|期間は?|納期は?|工期は?|契約は?|寿命は?|任期は?|待ち時間は|刑期は|懲役|禁錮|拘禁刑|猶予|契約を|しかも|(?<![真球])丸|(?:育成|建設|開発|完成|設計|立ち上げ|準備|回収|習得|訓練|稼働|実現|量産|認可|承認|開業)(?:まで)?に(?:は|最低|最短)?|保証は?|耐用年数は?|(?:期間|納期|工期|任期|寿命|契約|賃借|リース|償還|満期|耐用年数|待ち|猶予)(?:は|が|も|を|、)?(?:最短|早くても)?[1-9]\d?(?:年|[カか]月)?[~〜～\-から]{1,2}|順番待ちが?|順番待ちは|寿命が|期限は|契約が|年数[はをがも]|期間[はをがも]?|寿命[をも]|任期[をも]?|納期[をが]?|工期[をが]?|保証を?|開業まで|完成まで|稼働まで|発電まで|更地からなら|早くて|短くて|長くて|(?:最初|初め|当初|はじめ)の|あと|残り|さらに|更に|平均で?|(?<!\d)[1-9]年から)\s*(?:約|およそ)?\Z"
)
_PLAN_BEHIND = re.compile(
    r" ?(?:も[つたちっ]|持[つちたて]|耐え|と(?:す[るれ]|し[てた、]|定め|決め|想定|見込|見積|見て|みて|され)|の(?:長丁場|我慢)|は(?:持|食|かか|待|必要|要)|、最大|物(?![語理])|を(?:縮|短|要す|要し)|、?(?:最大|総額|合計|計|約)?(?=[\d.,]+[万億兆])|(?:早め|前倒|(?:だけ)?(?:置く|置い|置き|設け|務め|預|凍結|禁止|停止|独占|担保|償却|有効|保存|保管|分割|割賦|契約|更新)|延長|延ば|延び|遅ら|短縮|短く|長く|据え置|固定|保証|無料|無償|(?:売り|買い|使い|借り|貸し|払い|待ち|働き|走り)?続け|売り渡|買い取|借り上げ|縛り|満期|債(?!務)|リース|がかり|越し|延期|先送り|(?=\d{1,2}[カかヵヶケ箇]月)|拘束|使い放題|ただで|待ち|待た)|の(?:うちに?|間に|あいだに)|に及|にわた|に(?:縮|延|伸|短縮)|半?ほどで|で(?![はもあ])|以内|なら[^な]|にわた|に渡|かけて|計画|契約|以上|未満|以下|の期限|分(?:の|で|を|に)|単位(?:の|で|に)|を費や|に限(?:[るりっら]|定)|を期限|を見込|足らず|余り|ほど|程度|強|弱|近く|の(?:契約|計画|期間|歳月|任期|猶予|延長|競業|義務|独占|禁止|拘束|据え置|支援|補助|保守|保証|実刑|刑|懲役|禁錮|工程|ローン|融資|社債|債券|リース|学習|訓練|育成|留学|研修|賃貸|賃借|供給|購入|道のり|停止|凍結|執行猶予|有期|定期|固定|長期|交渉|協議|準備|開発|建設|工事|審査|手続)|かか|を要|先|から(?=(?:約|およそ)?[1-9]\d?年(?:で|、|か|以内|程度|ほど|は|の間|先|待|に(?:延|伸|縮|短|引|改)|へ)))"
)
_TAKES = re.compile(r"(?:程度|ほど|くらい|ぐらい)?(?:はか|か[かけ]|待|を要|続|もつ|使え|は使)")
_BOND = re.compile(r"物(?![語理])|債(?!務)|ローン|保証")
"""Behind years that a debt or a promise runs, however many."""
_RUNS = re.compile(
    r"(?:に(?:わた|渡|及)|(?:買い|売り|使い|借り|貸し|払い|働き)続け|買い取|売り渡|契約|リース|縛り|かけて|先まで|持[つち]|もつ|使え|(?:の|もの)(?:契約|リース|融資|賃貸|賃借|供給|購入|定期|長期|債券|社債|寿命|運転|電力|耐用|独占|固定|分割|返済))"
)
"""Behind years that a contract or a machine runs, however many."""
_FROM_A_YEAR = re.compile(r"\d\d年から\Z")
"""Before the second of two years."""
_A_TIME = re.compile(
    r"(?<![\d.])[1一](?:日|週間|時間|分間|秒間|[カかヵヶケ箇]月間?|年間?)(?:(?:ごと)?に(?![限わ短縮延伸達す])|で)"
)
"""Of one so much is told, so that it says how often or how fast: 1日で2割下がった, 1時間に3回."""
_ERA = re.compile(r"(?:令和|平成|昭和|大正|明治|西暦|['’])\Z")
_ELAPSED_BEFORE = re.compile(
    r"(?:過去|よい|良い|ここ|直近|この|last|past|previous|recent|preceding|(?:il )?y a(?: environ| près de| plus de)?|\bvoici|depuis(?: plus de| près de| environ)?|dernière?s?|derniers|ces|voilà)\s*\Z",
    re.IGNORECASE,
)
_ELAPSED_BEHIND = re.compile(
    r"\s?(?:-old\b|半?(?:前(?!後|倒|までに?(?:の|届|通知|申|連絡|予告|知らせ|公表|提出))|ぶり|以来|連続|目|生|遅れ)|ago\b|earlier\b|before\b(?! [a-z]+ing\b)|old\b|plus tôt|plus tard|après|avant|dernière?s?|derniers|passée?s?|écoulée?s?|de suite)",
    re.IGNORECASE,
)
_OVER = re.compile(r"\b(?:sur|étal\w+ sur|pendant|durant|en moins de) (?:près de |plus de |environ )?\Z")
"""Before a span that is not over, whatever stands behind: 60 millions sur cinq ans après un bras de fer."""
_READING_BEFORE = re.compile(
    r"(?:読了(?:時間|目安|まで)?|読むのに|reading time|read time|temps de lecture|lecture)\s*[:：(（]?\s*(?:は|約|about|environ|de|en)?\s*\Z",
    re.IGNORECASE,
)
_READING_BEHIND = re.compile(r"\s?(?:read\b|de lecture|で読め|to read\b)", re.IGNORECASE)
_CLOCK_BEFORE = re.compile(r"\d ?(?:時|heures?|h) ?\Z")
_CLOCK_BEHIND = re.compile(
    r" ?(?:du matin|du soir|de l'après-midi|GMT|précises|pile)\b|(?: ?h(?:eures?)?) ?\d\d(?! ?min)",
    re.IGNORECASE,
)
_LASTING = re.compile(
    r"\b(?:autonomie|durée|journée|délai|session|formation|temps|moyenne|maximum|moins|plus|près|vidéo|audio|panne|attente|entraînement|retard|grève|vol|travail|cours) (?:d'environ |de )\Z",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:has|have|had|'ve|'s) been\b[^.;:!?]{0,40} for (?:about |over |nearly |almost |more than )?\Z"
)
_BOUNDED = re.compile(
    r"\b(?:at least|under|over|up to|less than|more than|no more than|within|au moins|moins d'|plus d'|jusqu'à|offerte?s? pendant|gratuite?s? pendant|free for) ?\Z",
    re.IGNORECASE,
)
_ONE_LONG = re.compile(
    r"\b(?:avant|pendant|durant|sous|d['’]ici|dans|pour|prendre|prend|prennent|pris|dure|durera|durent|demande|faut|faudra|attendre|attend|délai d['’]|mandat d['’]|contrat d['’]|bail d['’]|peine d['’]|suspension d['’]|prison,? |au bout d['’]) \Z|\b(?:dur|vau|reste|laiss|accord|donn|prend|prenn|fau[td]|demand|attend)\w*(?: plus| pas)? qu['’]\Z|\b(?:d['’]ici|délai d['’]|contrat d['’]|bail d['’]|peine d['’]|suspension d['’]|bout d['’]|durée d['’]|moratoire d['’]|pause d['’]|période d['’])\Z",
    re.IGNORECASE,
)
"""Before one year or week that is a span and no date: d'ici un an, pendant une semaine."""
_FOR_ONE = re.compile(
    r"\b(?:for|over|within|in|takes?|took|lasts?|lasted|free|of|needs?|every|by)(?: about| just| only| almost| nearly)? \Z"
)
"""Before a span of one: locked up for a year, within a decade."""
_LARGE_ONE = re.compile(r" (?:of|that|when|in which|like|to remember)\b")
_CENTURY = re.compile(r"century", re.IGNORECASE)
_LASTS = re.compile(
    r"\b(?:lasts?|lasted|takes?|took|needs?|within|every|another|than)(?: about| nearly| some)? \Z"
)
"""Before a century that is a span; most are history."""
_FROM_SPAN = re.compile(r"\b(?:ans|mois|semaines?|jours?|heures?) à \Z")
"""ramené de dix jours à six heures."""
_EACH_DAY = re.compile(
    r" (?:(?:chaque|par|au) ?(?:jour|semaine|mois|session|séance|personne|vidéo)|d['’](?:autonomie|affilée|attente|usage|utilisation|écran|conversation|entraînement|enregistrement)|de (?:conversation|vol|travail|calcul|vidéo|musique|connexion|formation|cours|marche|route|trajet|charge|recharge|panne|batterie|retard|sommeil)|quotidiennes|hebdomadaires|au (?:plus|maximum|minimum|moins)|contre \w+)\b"
)
"""Behind hours that are a span and no time of the day: bridé à trois heures par jour."""
_CLOCK_FRENCH = re.compile(r"\b(?:il est|à|vers|dès|avant|après|jusqu'à|de) \Z", re.IGNORECASE)


def duration_around(text: str, start: int, end: int, value: Decimal) -> Duration | None:
    """The duration or age whose number is [start, end); None where it is none."""
    if _OF_MACHINES.match(text, end):
        return None
    age = _AGE_BEHIND.match(text, end)
    if age and _FIRM.match(text, age.end()):
        return None
    if age and text.startswith("千歳", start):
        return None  # a town
    if age:
        return _with_half(text, AGE, start, age.end())
    match = _UNIT.match(text, end)
    if not match or not match.lastgroup:
        named = age_from(text, start, end, value)
        return Duration(AGE, named, end) if named is not None else None
    unit, factor, _ = _UNITS[int(match.lastgroup[1:])]
    if (
        unit == "year"
        and 10 <= value < 110
        and text[start - 2 : start] == ", "
        and _APPOSED.match(text, match.end())
    ):
        return Duration(AGE, start, match.end())  # Claire Mazet, 34 ans,
    if (
        unit == "year"
        and factor == "1"
        and value < 120
        and "an" in match[0]
        and _AGE_BEFORE.search(text, max(0, start - 36), start)
    ):
        return Duration(AGE, start, match.end())
    if unit == "year" and factor == "1" and is_french_age(text, start, match.end(), value):
        return Duration(AGE, start, match.end())
    if not _is_span(text, start, match, value):
        return None
    return _with_half(text, Unit("duration", unit, Decimal(factor)), start, match.end())


def _is_span(text: str, start: int, match: re.Match[str], value: Decimal) -> bool:
    """Whether these words of time are a span that is no date, no clock time and not over."""
    word, end = match[0].strip(" -"), match.end()
    if _ROUND_THE_CLOCK.match(text, start):
        return False
    if value == 1 and _A_TIME.match(text, start):
        return bool(_PLAN_BEFORE.search(text, max(0, start - 16), start))
    if _ELAPSED_BEFORE.search(text, max(0, start - 24), start):
        return False
    if _ELAPSED_BEHIND.match(text, end) and not _OVER.search(text, max(0, start - 16), start):
        return False
    if _READING_BEFORE.search(text, max(0, start - 18), start) or _READING_BEHIND.match(text, end):
        return False
    if word == "年":
        planned = _PLAN_BEFORE.search(text, max(0, start - 16), start)
        if (
            value >= 10
            and _FROM_A_YEAR.search(text, max(0, start - 8), start)
            and not _TAKES.match(text, end)
        ):
            return False
        if _ERA.search(text, max(0, start - 3), start) or value > (
            100 if planned or _BOND.match(text, end) or _RUNS.match(text, end) else 20
        ):
            return False
        return bool(planned or _PLAN_BEHIND.match(text, end) or _HALF.match(text, end))
    if _CENTURY.match(word) and not _LASTS.search(text, max(0, start - 20), start):
        return False
    if word == "分" and _CLOCK_BEFORE.search(text, max(0, start - 4), start):
        return False
    if word.lower() in ("h", "heures", "heure") and value <= 24:
        return bool(_LASTING.search(text, max(0, start - 28), start)) or not (
            _CLOCK_BEHIND.match(text, match.start())
            or _CLOCK_BEHIND.match(text, end)
            or (
                _CLOCK_FRENCH.search(text, max(0, start - 10), start)
                and not _EACH_DAY.match(text, end)
                and not _FROM_SPAN.search(text, max(0, start - 16), start)
            )
        )
    if _SINCE.search(text, max(0, start - 64), start):
        return False
    if _BOUNDED.search(text, max(0, start - 16), start):
        return True  # for at least a year
    short = (
        word.lower() in ("semaine", "journée", "nuit", "heure") and text[start - 3 : start].lower() == "en "
    )
    lone = value == 1 and (short or _ONE_LONG.search(text, max(0, start - 20), start))
    if lone or (_FOR_ONE.search(text, max(0, start - 20), start) and not _LARGE_ONE.match(text, end)):
        return True
    return bool(_HALF.match(text, end)) or value != 1 or not word.isascii() or text[start].isdigit()


def _with_half(text: str, unit: Unit, start: int, end: int) -> Duration:
    half = _HALF.match(text, end)
    return Duration(unit, start, half.end(), Decimal("0.5")) if half else Duration(unit, start, end)
