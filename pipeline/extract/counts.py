"""Counts: the thing counted around a number in, its English singular out (GPU, user, data-center; tests/gold/GUIDE.md).

Japanese counts with a counter and names the thing before it or behind it (GPU 2000台, 10万台のGPU, 登録者10万人); English and
French name it behind, with words between (20,000 of Nvidia's latest chips).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_NOUNS: dict[str, str] = {
    "GPU": r"GPUs?|画像処理半導体|graphics processing units?|processeurs? graphiques?|cartes? graphiques?",
    "TPU": r"TPUs?",
    "CPU": r"CPUs?",
    "chip": r"AIチップ|チップ|半導体|chips?|semiconductors?|puces?|semi-conducteurs?",
    "accelerator": r"アクセラレーター?|accelerators?|accélérateurs?",
    "server": r"サーバー?|servers?|serveurs?",
    "rack": r"ラック|racks?|baies?",
    "data-center": r"データセンター?|data ?cent(?:er|re)s?|centres? de données",
    "robot": r"ロボット|robots?|ヒューマノイド|humanoids?|humanoïdes?",
    "vehicle": r"車両|自動車|ロボタクシー|vehicles?|cars?|robotaxis?|véhicules?|voitures?",
    "user": r"ユーザー?|利用者|使用者|users?|utilisateurs?|utilisatrices?",
    "subscriber": r"登録者|加入者|購読者|会員|有料会員|チャンネル登録|subscribers?|subscriptions?|paying members?|abonnés?|abonnements?",
    "follower": r"フォロワー|followers?",
    "customer": r"顧客|取引先|customers?|clients?",
    "developer": r"開発者|デベロッパー|developers?|développeurs?",
    "employee": r"従業員|社員|職員|スタッフ|人員|employees?|staff(?:ers)?|workers?|salariés?|employés?|collaborateurs?",
    "engineer": r"エンジニア|技術者|engineers?|ingénieurs?",
    "researcher": r"研究者|研究員|researchers?|scientists?|chercheurs?",
    "student": r"学生|生徒|students?|étudiants?|élèves?",
    "job": r"雇用|職(?!員)|jobs?|positions?|emplois?|postes?",
    "person": r"人々|people|persons?|personnes?|individuals?|habitants?",
    "company": r"企業|会社|スタートアップ|companies|company|firms?|businesses|start-?ups?|entreprises?|sociétés?",
    "investor": r"投資家|investors?|investisseurs?",
    "country": r"カ国|か国|ヵ国|ヶ国|国々|countries|country|nations?|pays",
    "language": r"言語|languages?|langues?",
    "parameter": r"パラメータ|パラメーター|parameters?|params?|paramètres?",
    "token": r"トークン|tokens?|jetons?",
    "character": r"文字|字(?!幕)|characters?|caractères?",
    "word": r"単語|語(?!る|り)|words?|mots?",
    "page": r"ページ|pages?",
    "book": r"冊|書籍|books?|livres?(?! sterling)",
    "article": r"記事|articles?",
    "paper": r"論文|papers?",
    "patent": r"特許|patents?|brevets?",
    "image": r"画像|写真|images?|pictures?|photos?",
    "video": r"動画|ビデオ|videos?|vidéos?",
    "hour": r"hours of (?:video|audio)|heures de (?:vidéo|audio)",
    "download": r"ダウンロード|downloads?|téléchargements?",
    "view": r"再生|視聴|閲覧|views?|vues?",
    "visit": r"アクセス|訪問|visits?|visites?",
    "visitor": r"訪問者|来訪者|visitors?|visiteurs?",
    "query": r"クエリ|queries|query|requêtes?",
    "request": r"リクエスト|requests?|demandes?",
    "prompt": r"プロンプト|prompts?",
    "message": r"メッセージ|messages?",
    "conversation": r"会話|チャット|conversations?",
    "model": r"モデル|models?|modèles?",
    "app": r"アプリ|apps?|applications?",
    "agent": r"エージェント|agents?",
    "account": r"アカウント|口座|accounts?|comptes?",
    "share": r"株(?!価|式市場|主)|shares?|actions?",
    "household": r"世帯|家庭|households?|homes?|foyers?|ménages?",
    "unit": r"units?|unités?|exemplaires?",
    "device": r"端末|デバイス|devices?|appareils?|terminaux",
    "phone": r"スマホ|スマートフォン|smartphones?|phones?",
    "satellite": r"衛星|satellites?",
    "reactor": r"原子炉|reactors?|réacteurs?",
    "plant": r"工場|発電所|plants?|factories|factory|usines?|centrales?",
    "building": r"棟|建物|buildings?|bâtiments?",
    "store": r"店舗|店|stores?|shops?|magasins?|restaurants?",
    "school": r"学校|校|schools?|écoles?",
    "hospital": r"病院|hospitals?|hôpitaux",
    "site": r"拠点|か所|カ所|ヶ所|箇所|sites?|locations?",
    "layer": r"層|layers?|couches?",
    "expert": r"エキスパート|experts?",
    "qubit": r"量子ビット|qubits?",
    "core": r"コア|cores?|cœurs?",
    "transistor": r"トランジスタ|transistors?",
    "benchmark": r"ベンチマーク|benchmarks?",
    "task": r"タスク|tasks?|tâches?",
    "question": r"問題|質問|questions?",
    "answer": r"回答|answers?|réponses?",
    "step": r"ステップ|steps?|étapes?",
    "line": r"行(?=の|に|を)|lines? of code|lignes? de code",
    "minute": r"minutes? of video",
    "contract": r"契約|contracts?|contrats?",
    "case": r"件|cases?|cas",
    "deal": r"deals?|accords?",
    "signature": r"署名|signatures?",
    "vote": r"票|votes?|voix",
    "member": r"メンバー|members?|membres?",
    "doctor": r"医師|doctors?|médecins?",
    "artist": r"アーティスト|artists?|artistes?",
    "author": r"著者|作家|authors?|auteurs?",
    "partner": r"パートナー|partners?|partenaires?",
    "bug": r"バグ|bugs?",
    "vulnerability": r"脆弱性|vulnerabilities|vulnerability|vulnérabilités?|failles?",
    "wafer": r"ウエハー?|ウェハー?|wafers?",
    "aircraft": r"機体|航空機|ドローン|drones?",
}
_COUNTERS: dict[str, str] = {
    "台": "unit", "基": "unit", "枚": "unit", "個": "unit", "機": "unit", "体": "unit", "本": "unit", "点": "",
    "人": "person", "名": "person", "社": "company", "件": "case", "棟": "building", "店": "store", "校": "school",
    "票": "vote", "株": "share", "戸": "household", "回": "", "種類": "", "種": "", "語": "word", "冊": "book",
    "カ所": "site", "か所": "site", "ヶ所": "site", "箇所": "site", "行": "line", "隻": "ship", "頭": "animal",
    "カ国": "country", "か国": "country", "ヵ国": "country", "ヶ国": "country", "文字": "character",
}  # fmt: skip
_PLAIN = frozenset(("person", "company", "country", "model", "case", "site", "question", "answer", "step", "task", "member",
                    "video", "image", "product", "language", "contract", "deal", "partner", "paper", "book", "article", "page",
                    "investor", "researcher", "engineer", "unit", "app", "agent", "expert", "word", "author", "line",
                    "store", "school", "building", "benchmark", "customer", "developer", "layer", "message", "plant", "vehicle",
                    "job", "account", "student", "doctor", "artist", "bug", "vote", "conversation", "visit", "view",
                    "prompt", "request", "query", "share", "patent", "hospital", "core", "device", "minute"))  # fmt: skip
_LEAST_PLAIN = 10
"""Fewer people, companies or pages than this are a story's detail, not an amount for a table."""


def _split(pattern: str) -> list[str]:
    """The alternatives at the top level of a pattern."""
    parts, depth, current = [], 0, ""
    for character in pattern:
        depth += (character == "(") - (character == ")")
        if character == "|" and depth == 0:
            parts.append(current)
            current = ""
        else:
            current += character
    return [part for part in [*parts, current] if part]


_LATIN = {
    name: "|".join(one for one in pattern.split("|") if re.search(r"[A-Za-z]", one))
    for name, pattern in _NOUNS.items()
}


def _alternatives(patterns: dict[str, str]) -> tuple[str, list[str]]:
    pairs = [(one, name) for name, pattern in patterns.items() for one in _split(pattern)]
    pairs.sort(key=lambda pair: -len(pair[0]))
    return "|".join(f"({re.sub(r'[(](?![?])', '(?:', one)})" for one, _ in pairs), [name for _, name in pairs]


_ANY_NOUNS, _ANY_NAMES = _alternatives(_NOUNS)
_COUNTER = re.compile("|".join(sorted(_COUNTERS, key=len, reverse=True)))
_LINK = r"(?:以上|超|強|弱|近く|程度|ほど|前後|あまり|余り|余|未満|以下)?(?:もの|分|規模)?の?(?:最新の?|新たな|大規模な|高性能な|先端の?|AI|有料|月間|週間|日間|アクティブ)*"
_JA_BEHIND = re.compile(
    rf"{_LINK}(?:(?:NVIDIA|Nvidia|エヌビディア|[A-Z]\d{{2,4}}|[A-Z]{{1,2}}\d{{3}})[\s製のの]*)?(?:{_ANY_NOUNS})",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"(?:の?(?:総数|人数|台数|数|規模))?(?:は|が|を|も|で|、|:|\s|=)*"
    r"(?:合計|計|累計|合わせて|全世界で|世界で|国内で|すでに|既に|約|およそ|最大で?|少なくとも|推定|平均|のべ|延べ|週間|月間|毎週|毎月|[「『(])*\Z"
)
_BEFORE_NOUNS = {
    written: name
    for name, pattern in _NOUNS.items()
    for one in _split(pattern)
    if "(" not in one and (one[0] > "\u3000" or one in ("GPUs?", "TPUs?", "CPUs?"))
    for written in (
        {one.replace("s?", "")} if one.isascii() else {one.replace("?", ""), re.sub(".[?]", "", one)}
    )
}
"""Things counted by the words that stand before the number; looked up from the longest."""
_MACHINES = {
    word: name
    for word, name in _BEFORE_NOUNS.items()
    if name in ("GPU", "TPU", "chip", "server", "robot", "rack")
}
_GPU_NAMED = re.compile(r"(?<![A-Za-z])(?:GB|GH|[ABHLV])\d{2,3}[A-Z]?(?![A-Za-z0-9])[^。、]{0,4}\Z")
_LONGEST_NOUN = max(map(len, _BEFORE_NOUNS))
_STOP = r"(?:nm|and|or|to|in|for|at|by|from|the|a|an|is|was|are|were|will|on|with|than|as|per|this|that|its|his|her|their|it|et|ou|en|pour|par|dans|sur|le|la|les|un|une|est|sont|avec|que|qui|ce|cette|son|sa|ses|leur|contre)"
_LATIN_NOUNS, _LATIN_NAMES = _alternatives(_LATIN)
_LATIN_BEHIND = re.compile(
    rf"[ -](?:of (?:its |their |the |our )?|d[eu] |d'|des )?(?:(?!{_STOP}\b)[\w'’./-]+ (?:d[eu] |d'|of )?){{0,4}}?(?:{_LATIN_NOUNS})(?![\w])",
    re.IGNORECASE,
)
_DIRECT = re.compile(rf"[ -]?(?:{_ANY_NOUNS})(?![a-z])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Counted:
    """The thing counted, and where the amount's own words end (the counter included, the noun not)."""

    noun: str
    end: int


def counted_around(text: str, start: int, end: int, value: Decimal, *, japanese: bool) -> Counted | None:
    """What the number at [start, end) counts; None where it counts nothing that a table would hold."""
    more = end + (text[end : end + 1] == "+")  # 30+ countries
    found = _japanese(text, start, end) if japanese else None
    if found is None:
        match = _LATIN_BEHIND.match(text, more)
        if not match:
            return None
        alone = more == end and not re.search(
            r"\w[ -]", match[0]
        )  # names may stand between, and are not the amount's
        found = Counted(_name(match, _LATIN_NAMES), match.end() if alone else end)
    if not found.noun or value == 1 or (found.noun in _PLAIN and value < _LEAST_PLAIN):
        return None
    return found


def _japanese(text: str, start: int, end: int) -> Counted | None:
    direct = _DIRECT.match(text, end)
    counter = _COUNTER.match(text, end)
    if direct and (not counter or direct.end() > counter.end()):
        return Counted(_name(direct, _ANY_NAMES), direct.end())
    if not counter:
        return None
    after = counter.end()
    if text[after : after + 1] in ("目", "前", "気", "員", "間", "物", "類", "性", "格", "口", "工", "事") and counter[0] in (
        "人", "名", "件", "社", "台", "回", "本", "点", "体", "個",
    ):  # fmt: skip
        return None
    behind = _JA_BEHIND.match(text, after)
    if behind:
        return Counted(_name(behind, _ANY_NAMES), after)
    noun = _named_before(text, start) or _COUNTERS[counter[0]]
    return Counted(_machine_before(text, start) or noun if noun == "unit" else noun, after)


def _named_before(text: str, start: int) -> str | None:
    """登録者は約10万人: the thing named right before the number, but for words that only join them."""
    joint = _BETWEEN.search(text, max(0, start - 24), start)
    end = joint.start() if joint else start
    for length in range(min(_LONGEST_NOUN, end), 0, -1):
        if name := _BEFORE_NOUNS.get(text[end - length : end]):
            return name
    return None


def _machine_before(text: str, start: int) -> str | None:
    """半導体「GB200」を約40万個: a bare 個 or 台 counts the machine that its clause named last."""
    clause = text[max(0, start - 40) : start].rpartition("。")[2]
    named = max(((clause.rfind(word), len(word), word) for word in _MACHINES), default=(-1, 0, ""))
    if named[0] >= 0:
        return _MACHINES[named[2]]
    return "GPU" if _GPU_NAMED.search(clause) else None


def _name(match: re.Match[str], names: list[str]) -> str:
    return next(name for name, group in zip(names, match.groups(), strict=True) if group is not None)
