"""Standing in Japanese: a place where a name or pronoun stands in, how far it is from what its clause is about out, by the particle behind."""

from __future__ import annotations

import re

from pipeline.extract.claims.standing import MODIFIER, OBLIQUE, OTHER, POSSESSOR, SUBJECT
from pipeline.records import EntityType

_TOPIC_WITHIN = 2.0
"""Xの売上高は: nearly what は makes of X."""
_AGENT_HERE = 6.0
"""Xが: what this clause is about, but less what the next sentence is."""
_RELATIVE = 12.0
"""The X of Xが発表した決算は; that of Xが持つ拠点で is farther from its clause."""

_TITLES = (
    r"[」』）)”\"]?(?:社|グループ|集団|ホールディングス|HD|氏|さん|くん|様|さま|[一-龯]{0,8}(?:責任者|社長|会長|頭取|総裁|大統領|大臣|教授|長官|部長|代表|創業者|担当|役員)|CEO|COO|CFO|CTO|株|自身|側|など\d?社?|事業|部門)?"
    r"(?:[（(][^()（）\n]{1,30}[)）])?[」』]?\s?"
)
_TOPIC = re.compile(
    rf"{_TITLES}(?:(?:という|っていう|って)[^。、「」\n]{{0,10}}?(?:会社|企業|ベンチャー|スタートアップ|モデル|サービス|アプリ|ところ)(?:は|が|も)|(?:に関して|について|に関して)?(?:は|も|って(?!言|いう|[ァ-ヶー一-龯A-Za-z]{{1,8}}(?:を|に|と|で|の))|っていう(?:の(?:は|が|も)|会社(?:、| )|でっかい))(?!ちろん))"
)
_AGENT = re.compile(rf"{_TITLES}が")
_AGENT_OF_A_RELATIVE = re.compile(
    r"[^。、「」『』\n]{0,22}?(?:した|った|する|いた|んだ|めた|れた|けた|せた|える|げる|てる|っている|つくる|造る|持つ|率いる|出す|組む|(?<!って)(?<!と)いう)(?!一方|半面|反面|見通し|見込み|予定|計画|方針|考え|構え|模様|公算|計算|格好|形|中で|なか|ため|など|際|場合|前|後|時|以上)(?=[「『]|[一-龯ァ-ヶA-Za-z])"
)
_IS_THE_TOPIC = re.compile(r"[^。、「」『』\n]{1,16}?(?:は|が|も)")
_OWN_TOPIC = re.compile(rf"{_TITLES}の(?P<noun>[^。、「」『』はがもを\n]{{1,20}})(?:は|が|も)(?!ら)")
_OF = re.compile(rf"{_TITLES}の")
_PLACE_TOPIC = re.compile(rf"{_TITLES}(?:に|で|へ|から)(?:は|も)")
_ACCORDING = re.compile(rf"{_TITLES}(?:によると|によれば)")
_TO_WHICH = re.compile(rf"{_TITLES}への[^。、「」\n]{{1,14}}は")
_PREDICATE = re.compile(
    rf"{_TITLES}(?:の(?:話|話題|件|ニュース|提供))?(?:です|だ(?=[。よね])|である|でした|(?=[」』]?。))"
)
_BOUGHT = re.compile(
    rf"{_TITLES}(?:(?:に)?違反|に基づ|の(?:買収|取得|株式|子会社化|完全子会社化)|へ(?:の)?(?:出資|投資))"
)
_OBLIQUE = re.compile(rf"{_TITLES}(?:に|へ|から|と|で|を|より|や|向け|製|関連|絡み|経由|傘下)")
_POSTS = r"(?:C[ETOFPSI]O|最高|社長|会長|代表|幹部|取締役|役員|責任者|担当|社員|従業員|研究|技術者|エンジニア|副社長|共同|トップ|メンバー)"
_FORMERLY = re.compile(
    rf"[」』]?(?:社)?(?:の(?:(?:元|前){_POSTS}|共同創業|創業者|創業メンバー|出身)|出身|を(?:辞め|退社|退職|去っ|離れ))"
)
"""OpenAIの前CTO、Google出身: where somebody once was."""
_AMONG = re.compile(
    rf"{_TITLES}(?:など|ほか|をはじめ)[^。、はがをに\n]{{0,6}}?\d[\d万千百,]*(?:社|校|行|団体|自治体|機関)"
)
"""Xなど40社が使う: who are counted own nothing."""
_INCLUDED = re.compile(rf"{_TITLES}を(?:含|除|もとに|基に|ベースに)")
_COUNTS_OTHERS = re.compile(
    r"(?:など)?の[^。、はがを\n]{0,10}(?:調査|報告書|統計|白書|アンケート|研究チーム|試算|推計|記事|報道|番組|集計|調べ|取材)(?:によると|によれば|では|だと)"
)
"""総務省の調査によると: who counts is not who owns."""
_TOPIC_BEFORE = re.compile(r"[はがも]")
_LABEL = re.compile(r"(?:\A|[\n。]|[■●・◆▼])\s?[^\s。、「」]{0,6}(?:[：:]\s?|(?<=[■●・◆▼]))\Z")
_QUOTED_THING = re.compile(r"[^。、「」『』\n]{0,16}[「『]?\Z")


def japanese_standing(text: str, start: int, end: int, floor: int, following: int) -> float:
    """Of the name at [start, end) of a sentence that begins at `floor`; the next name begins at `following`."""
    stop = min(len(text), end + 60)
    if _TOPIC.match(text, end, stop):
        return SUBJECT
    if agent := _AGENT.match(text, end, stop):
        relative = _AGENT_OF_A_RELATIVE.match(text, agent.end(), min(len(text), agent.end() + 30))
        if not relative:
            return _AGENT_HERE
        return _RELATIVE if _IS_THE_TOPIC.match(text, relative.end(), relative.end() + 24) else OBLIQUE + 6
    if _LABEL.search(text[max(floor, start - 12) - 1 if floor else 0 : start]):
        return SUBJECT
    if end < len(text) and text[end] in "、：:" and start - floor <= 3:  # the way of headlines
        return SUBJECT
    if _COMPARED.match(text, end, stop) or _COUNTS_OTHERS.match(text, end, stop):
        return _NOT_OWNING
    of = _OF.match(text, end, stop)
    if _INCLUDED.match(text, end, stop):
        return _NOT_OWNING
    if _BOUGHT.match(text, end, stop):
        return OBLIQUE
    if _FORMERLY.match(text, end, stop) or text[start - 1 : start] in ("元", "旧"):
        return OBLIQUE
    if _AMONG.match(text, end, stop):
        return _NOT_OWNING
    if _TO_WHICH.match(text, end, stop):
        return POSSESSOR + 6
    if of and following < end + 24 and _QUOTED_THING.fullmatch(text, of.end(), max(of.end(), following)):
        return MODIFIER  # グーグルの「Gemini」
    if _OWN_TOPIC.match(text, end, stop):
        return _TOPIC_WITHIN
    if of:
        return POSSESSOR + (8 if _TOPIC_BEFORE.search(text, floor, start) else 4)
    if _ACCORDING.match(text, end, stop):
        return MODIFIER
    if _PLACE_TOPIC.match(text, end, stop):
        return OBLIQUE - 16
    if _PREDICATE.match(text, end, stop):
        return POSSESSOR + 4
    return OBLIQUE if _OBLIQUE.match(text, end, stop) else OTHER


_NOT_OWNING = OBLIQUE + 30
"""Who is compared with, included or counts others: nearly everybody else comes before."""
_PASSING = 10.0
"""What a name costs more for the sentences that follow, where it is only brought in beside what the text is about."""
_RIVAL = 24.0
"""The same for what it is only compared with."""
_INTRODUCED = -6.0
"""伏兵は新興のXだ。: what a sentence leads up to, the next is about."""
_PRESENTED_LATER = 4.0
_LEADS_A_ROUND = re.compile(
    rf"{_TITLES}(?:など|ら)?(?:が|も|は)[^。\n]{{0,12}}(?:主導|リード|参加|引き受け|出資(?:し|者)|加わ|名を連ね|融資|貸し|貸付|後押し|助成|続いた)"
)
_WHO_DID = re.compile(
    r"(?:(?:主導|リード|出資|融資|参加|支援|建設|施工|設計|運営|報道|指摘|仲介)(?:した|する|している)|造(?:った|っている|る)|建て(?:た|ている|る)|貸し(?:た|ている)|借り手|貸し手|出し手|株主|施主|発注元|納入先|競合|対抗馬|ライバル)(?:の)?は、?[「『]?\Z"
)
"""造っているのはXだ: who does something to what the text is about."""
_ALSO = re.compile(rf"{_TITLES}も|[」』]?(?:など|ほか)")
_BROUGHT_IN = re.compile(r"(?:ちなみに|対する|部門の|傘下の|子会社の)、?[「『]?\Z")
_PARTS = re.compile(r"\s*(?:その)?(?:内訳は|うち|このうち|株主は|出資者は|顧客は|取引先は|参加したのは)")
_SHAREHOLDER = re.compile(
    rf"{_TITLES}(?:(?:が|は|も)[^。、\n]{{0,14}}?(?:筆頭株主|大株主|出資者|最大の?顧客|(?:株主|顧客|取引先|納入先)(?:だ|で(?:ある|、)|に(?:名を|加わ|なった|並ぶ|連な)))"
    r"|が[^。、\n]{0,10}(?:技術|電力|部品|資金|土地)を(?:出|提供|供与|供給|貸))"
)
_OLD_OR_RIVAL = re.compile(r"(?:前の|従来の|先代の|旧|他社の|競合の|ライバルの)[「『]?\Z")
_COMPARED = re.compile(
    rf"{_TITLES}(?:に(?:は)?(?:届か|及ば|並|対して?(?![^。\n]{{0,20}}(?:制裁|罰|課徴|出資|支援|提供|供給|販売|融資|支払))|比べ|次)|と(?:比べ|並|同じ|同様|同等)|より|を(?:大きく|大幅に|わずかに)?(?:上回|下回|しの|抜|超え))"
)
_PRESENTED = re.compile(
    r"[」』]?(?:[（(][^()（）\n]{1,30}[)）])?(?:に署名|(?:に|へ)(?:対し)?[^。、はがを\n]{0,20}(?:制裁金|罰金|課徴金)|を(?:可決|成立|公布|施行|再稼働|着工|建設|建て|造成|立ち上げ|稼働|増設|誘致|開設))"
    r"|[」』]?(?:[（(][^()（）\n]{1,30}[)）])?(?:という[^。、\n]{1,12})?を[^。「」『』\n]{0,20}?(?:発表|公開|投入|発売|公表|披露|リリース|提供|開発|刷新|更新|出し|出した|見せ|始め|開始|お披露目)"
)


def japanese_lasting(
    text: str, start: int, end: int, floor: int, standing: float, type_: EntityType
) -> float:
    """Its standing for the sentences that follow, given that in its own."""
    stop = min(len(text), end + 60)
    if text[start - 1 : start] in ("元", "旧"):
        return OBLIQUE
    if _PREDICATE.match(text, end, stop):
        if _WHO_DID.search(text, max(floor, start - 24), start):
            return standing + _RIVAL
        return _INTRODUCED
    if standing > _PRESENTED_LATER and _PRESENTED.match(text, end, stop):
        return _PRESENTED_LATER
    if _LEADS_A_ROUND.match(text, end, stop):
        return standing + _RIVAL
    rival = _OLD_OR_RIVAL.search(text, max(floor, start - 8), start) or (
        type_ in ("model", "product", "hardware") and has_its_own(text, end)
    )
    if _COMPARED.match(text, end, stop) or (rival and (standing > SUBJECT or type_ != "organization")):
        return standing + _RIVAL
    if _PARTS.match(text, floor) or _SHAREHOLDER.match(text, end, stop):
        return standing + _PASSING
    opens = start == floor and text[start - 1 : start] in ("", "\n")
    if (_ALSO.match(text, end, stop) and not opens) or _BROUGHT_IN.search(text, max(floor, start - 8), start):
        return standing + _PASSING
    return standing


def has_its_own(text: str, end: int) -> bool:
    """Whether a figure follows the name at once, GPT-4oの88.9%, and the name owns no other."""
    return _ITS_OWN.match(text, end, end + 18) is not None


_ITS_OWN = re.compile(
    r"[」』]?(?:の|[（(])約?[\d０-９一二三四五六七八九十][\d０-９一二三四五六七八九十百千.,]{0,7}(?:%|％|パーセント|ドル|円|トークン|億|万|倍)"
)
