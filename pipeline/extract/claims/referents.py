"""Referents: a text in, the words that point back to a name out (the start-up, elle, 同社), each with what it may mean."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal, cast

from pipeline.extract.claims.described import NOTHING, Description, described

Sort = Literal[
    "company",
    "newcomer",
    "daughter",
    "foreigner",
    "target",
    "person",
    "thing",
    "place",
    "they",
    "former",
    "both",
    "latter",
    "model",
    "rival",
    "last",
    "any",
    "product",
    "law",
    "speaker",
    "asked",
    "self",
    "release",
    "nobody",
]
"""What a word may point to: `any` is it or elle, `they` those who do something, `thing` a model or a chip, `place` a campus,
`speaker` we, `asked` the you of an interview, `self` the sender of a release and `release` what it releases, `newcomer` a start-up, `daughter` a subsidiary, `foreigner` l'américain, `target` who is bought,
`nobody` a country, a market, people in general, `last` ce dernier, `model` it which scores, `rival` another company."""


@dataclass(frozen=True, slots=True)
class Referent:
    """A word at [start, end) that points to a name said before (or, for `speaker`, to whose words these are)."""

    start: int
    end: int
    sort: Sort
    told: Description = NOTHING
    """Country, city and trade that it tells: the Dutch chip maker, la start-up singapourienne, le groupe de Veldhoven."""
    this: bool = False
    """Whether it points to the nearest: この会社, this company."""
    buys: bool = False
    """Whether it rather means who buys than who is bought: the giant, le groupe."""


_COMPANY = (
    r"company|firm|group|lab(?:oratory)?|giant|\w*maker|\w*manufacturer|retailer|bank|insurer|operator|carrier"
    r"|conglomerate|developer|drugmaker|provider|acquirer|buyer|bidder|suitor|business|publisher|builder|foundry|supplier|investor|fund|agency|regulator|neocloud|chipmaker|designer|vendor|platform|broker|hyperscaler|brand|titan|miner|landlord|automaker|carmaker|utility|bookseller|studio|label"
)
_SOCIETE = (
    r"entreprise|société|firme|groupe|laboratoire|géant|banque|assureur|opérateur"
    r"|pétrolier|acquéreur|repreneur|conglomérat|éditeur|fabricant|constructeur|fournisseur|fonds|spécialiste|champion|concepteur|boîte|cabinet|institut|organisme|établissement|école|hébergeur|électricien|équipementier|fondeur|cabinet|agence|régie|plateforme|fabriquant|leader|numéro un|mastodonte|titan|chaîne|réseau social|cabinet|hyperscaler|maison|studio|enseigne"
)
_ENGLISH = re.compile(
    r"\b(?P<newcomer>[Tt](?:he|hat)\s(?:[A-Za-z'’-]+\s){0,3}?(?:start-?up|outfit|unicorn|newcomer)(?!\s(?:of|behind|that|which|called|named)\b)(?!\s[A-Z]))\b"
    r"|\b(?P<target>[Tt]he (?:takeover )?target(?!\s(?:of|for|price)\b))\b"
    rf"|(?<!in )\b(?P<company>[Tt](?:he|hat|his)\s(?:[A-Za-z'’-]+\s){{0,3}}?(?:{_COMPANY})(?!\s(?:of|behind|that|which|called|named)\b)(?!\s[A-Z]))\b"
    r"|\b(?P<thing>(?:[Tt](?:he|his)|[Ee]ach|[Aa])\s(?:\w+\s)?(?:model|version|chip|processor|accelerator|card|rack|stack|server|system|app|device|headset|phone|laptop|robot|drone|car|supercomputer|assistant|software|tool|larger|smaller|chatbot|service|browser|bot|agent|latest|flagship|newcomer)(?=\s(?:is|was|has|had|will|can|could|would|should|now|already|costs?|holds?|uses?|scores?|runs?|draws?|consumes?|weighs?|requires?|needs?|supports?|comes|covers?|accepts?|contains?|reached|boasts?|packs?|delivers?|ships?|sells?|offers?|carries|fits|takes?|retails?|starts|measures|lasts|lists|beats|gets|achieves|trails|posts|features|includes|sports)\b|,\s(?:which|with)|['’]s))"
    r"|\b(?P<former>[Tt]he former)\b|\b(?P<latter>[Tt]he latter)\b"
    r"|\b(?P<place>[Tt]h(?:e|is)\s(?:[A-Za-z-]+\s)?(?:campus|site|facility|project|complex|venture|cluster|supercomputer|data cent(?:er|re)|plant|machine|system|installation|build-?out)(?!\s(?:of|maker|operator|business)\b))\b"
    r"|\b(?P<law>[Tt]h(?:e|is)\s(?:law|act|regulation|bill|statute))\b"
    r"|\b(?P<person>[Hh]e|[Ss]he|[Hh]is|[Hh]er)\b"
    r"|\b(?P<speaker>[Ww]e|[Oo]ur|I|[Mm]y|us(?=\sat\b))\b"
    r"|\b(?P<asked>[Yy]ou|[Yy]our)\b"
    r"|\b(?P<model>[Ii]t(?=\s(?:was|is|has been)\strained\b|\s(?:scores?|scored|accepts?|supports?|weighs?|posts?\s\d|outputs?|outscores?|runs on|handles?|can (?:handle|read|process|carry|lift|write))\b))"
    r"|\b(?P<rival>(?:[Ii]ts|[Tt]heir)\s(?:[a-z-]+\s){0,2}(?:rival|competitor|compatriot|nemesis)(?!s|\s[A-Z]))\b"
    r"|\b(?P<any>[Ii]t|[Ii]ts)\b|\b(?P<they>[Tt]hey|[Tt]heir)\b"
)
_NATIONAL = r"(?:[Ll]['’](?:américain|allemand|italien|espagnol|israélien|indien)|[Ll]e (?:français|chinois|japonais|sud-coréen|taïwanais|néerlandais|britannique|canadien|suisse|suédois|franco-[a-z]+))"
"""The company of that country; neither the adjective nor the language."""
_NATION = r"(?:(?:[a-zà-ÿ-]+(?:ain|aine|ais|aise|ois|oise|ien|ienne|and|ande|ol|ole)|tricolore|européenn?e?|mondiale?)\s)"
_DOES = (
    r"est|a|vaut|compte|emploie|fabrique|coûte|lève|vise|lui|elle|obtient|affiche|réalise|dépense|possède|pèse|perd|atteint|facture"
    r"|réclame|demande|revendique|prévoit|détient|exploite|consomme|propose|offre|annonce|investi\w+|avait|aurait|va|devrait|veut|table"
)
"""What the first or the second of two does, which tells it from the first of many: le premier modèle."""
_FRENCH = re.compile(
    r"\b(?P<target>(?:[Ll]a\s(?:branche|société|start-up|filiale|entité|pépite|division)|[Ll]['’](?:entreprise|entité))\s(?:rachetée|acquise|cédée|visée|convoitée)|[Ll]a cible(?!\sd))\b|"
    rf"\b(?P<newcomer>(?:[Ll]a\s|[Cc]ette\s)(?:start-?up|jeune pousse|pépite|licorne)(?!\sd(?:e\s|['’]))(?!\s{_NATION}?[A-Z]))\b"
    rf"|\b(?P<company>(?:[LlSs]a\s|[LlCc]e(?:tte|t)?\s|[Ss]on\s|[Ll]['’])(?:{_SOCIETE})(?!\sd(?:e\s|['’])(?![A-Z]))(?!\s{_NATION}?[A-Z]))\b"
    rf"|\b(?P<foreigner>{_NATIONAL}(?=,?\s(?:a|va|est|y|en|ne|se|avait|aura|doit|veut|vaut|vend|vient|perd|prend|peut|fait|met|voit|tient|compte|\d|[a-zà-ÿ]+(?:e|it|ra|rait))\b|[,.]\s))"
    r"|\b(?P<daughter>[Ll]a\sfiliale(?=\s(?:de\s|d['’]|du\s)[A-Z][\w-]*\s[a-zà-ÿ]))"
    r"|\b(?P<thing>(?:[Cc]e|[Cc]et|[Cc]ette)\s(?:modèle|version|puce|processeur|accélérateur|carte|serveur|baie|appareil|casque|drone|logiciel|outil|application|appli|assistant|robot|supercalculateur|chatbot|service|navigateur|moteur)(?!\s[A-Z])|[Ll]['’]agent conversationnel(?!\s[A-Z])|[Ll]['’](?:application|appli|outil|assistant)(?!\sd|\s[A-Z])|(?:[Ll]e|[Ll]a)\s(?:modèle|version|puce|processeur|accélérateur|carte|serveur|baie|appareil|casque|drone|logiciel|machine|calculateur|supercalculateur|chatbot|robot)(?=\s(?:compte|est|a|peut|va|doit|coûte|accepte|consomme|dispose|pèse|affiche|embarque|atteint|obtient|réclame|occupe|tourne|aligne|intègre|offre|propose|contient|utilise|nécessite|requiert|exige|mesure|vaut|tient|tire|avale|engloutit|délivre|fournit|gère|traite|lit|comprend|revendique|promet|prend|demande|se|ne|en|y|[a-zà-ÿ]+(?:era|ira))\b))"
    rf"|\b(?P<former>(?:[Ll]e premier|[Ll]a première|[Cc]elui-là|[Cc]elle-là)(?=,?\s(?:{_DOES})\b))"
    rf"|\b(?P<latter>(?:[Ll]e second|[Ll]a seconde|[Ll]e deuxième|[Ll]a deuxième)(?=,?\s(?:{_DOES}|[$€£]?\d|près de|plus de|environ|quelque|moins de)))\b"
    r"|\b(?P<last>[Cc]e dernier|[Cc]ette dernière|[Cc]elle-ci|[Cc]elui-ci)\b"
    r"|\b(?P<place>(?:[Ll]e\s|[Cc]e\s|[Ll]['’]|[Cc]ette\s|[Ll]a\s|[Cc]et\s)(?:site|campus|projet|complexe|parc|cluster|grappe|usine|installation|ensemble|méga-campus|centre(?: de (?:calcul|données))?))(?!\sd(?:e|['’]))\b"
    r"|\b(?P<law>[Cc]e(?:tte)?\s(?:règlement|texte|loi|directive)|[Ll]e\s(?:règlement|texte)|[Ll]a\sloi)\b"
    r"|\b(?P<speaker>[Nn]ous|[Nn]otre|[Nn]os)\b"
    r"|\b(?P<asked>[Vv]ous|[Vv]otre|[Vv]os)\b"
    r"|\b(?P<model>(?:[Ii]l|[Ee]lle)(?=\s(?:a été|est)\sentraînée?\b|\s(?:obtient|accepte|pèse|tourne|gère|traite|embarque)\b))"
    r"|\b(?P<rival>(?:[Ss]on|[Ll]eur|[Ss]a)\s(?:[a-zà-ÿ-]+\s){0,2}(?:rivale?|concurrente?|compatriote)(?!s|\s[A-Z]|\s[a-zà-ÿ]+\s[A-Z]))\b"
    r"|\b(?P<any>[Ee]lles?|[Ii]ls?|lui(?=\s[a-zà-ÿ])|[Ss]on(?!\s(?:côté|tour)\b)|[Ss]a(?!\spart\b)|[Ss]es|[Ll]eurs?(?!\s(?:côté|tour|part)\b))\b"
)
_JAPANESE = re.compile(
    r"(?=[世国全日米中韓欧英仏独台イドフ地業市政防補関チ登視読個消若大高回一調報統白ア研試推同こそ彼氏本両前後当弊御貴我私わうあ])(?:"  # where any of these may begin
    r"(?P<nobody>"
    r"(?:世界|国内|全国|日本|米国|中国|韓国|欧州|英国|インド|地域|業界|市場)(?:全体|各国)?(?:の|における)?[^。、「」『』はがもを\n]{0,20}?(?:市場(?:規模)?|需要|消費(?:電力)?量?|電力消費|人口|出荷(?:台数|額)?|普及率|利用率|導入率|企業|世帯|個人|労働力|投資(?:額)?|GDP)(?=は|が|も|で)"
    r"|(?:米国|日本|中国|韓国|英国|ドイツ|フランス|インド|台湾|欧州)(?=は|が|も)"
    r"|(?:国|日本|米国|世界|業界|市場)全体(?=で|は|の)|(?:政府|国家|防衛|補正|関連)予算(?:案)?(?=は|が|として)"
    r"|(?:チャンネルの|(?<![のるたァ-ヶー]))(?:登録者|視聴者|読者)(?:さん|数)?(?=は|が|も)"
    r"|(?<![一-龯])(?:国|政府)(?=は|が)|[米日中韓英仏独]政府(?=は|が)"
    r"|(?:個人|消費者|国民|若者|大人|高校生|大学生|中小企業|大企業|回答者|回答企業|市場規模|一般家庭)(?=は|が|も|で)"
    r"|(?:調査|報告書|統計|白書|アンケート|研究チーム|試算|推計)(?:によると|によれば|では)"
    r")"
    r"|(?P<company>同社|同グループ|同行|同紙|同誌|同庁|同省|同委|同大(?![学手])|同(?:銀行|大学|研究所|機構|協会|財団|ファンド)(?=[はがもの、])|この会社|その会社|この企業)"
    r"|(?P<newcomer>(?:同|この)(?:スタートアップ|新興企業|新興)(?=[はがもの、]))"
    r"|(?P<person>同氏|彼女|彼(?!ら)|(?<=。)氏(?=は))"
    r"|(?P<release>本サービス|本製品|本システム|本モデル|本アプリ)"
    r"|(?P<product>同サービス|同製品|同アプリ|このサービス|このアプリ|このツール)"
    r"|(?P<thing>同モデル|このモデル|同チップ|この半導体|これ(?=[はを]))"
    r"|(?P<place>同施設|同拠点|同キャンパス|同計画)"
    r"|(?P<target>同事業|同部門)"
    r"|(?P<both>両社)|(?P<former>前者)|(?P<latter>後者)"
    r"|(?P<law>同法|同規則|本法)"
    r"|(?P<self>当社|弊社|当グループ)"
    r"|(?P<speaker>御社|貴社|我々|私たち|われわれ|(?<![のるたいなんだ])うち(?=は|が|も(?!う)|の(?:会社|社員|従業員|手元|資金|売上|売り上げ|利益|負担|研究費|予算|工場|拠点)))"
    r"|(?P<any>彼ら|(?<=[。、\n])(?:こちら|あちら)(?=は|も|の(?:ほう|方)))"
    r")"
)
_PATTERNS = {"en": _ENGLISH, "fr": _FRENCH, "ja": _JAPANESE}


def referents_in(text: str, lang: str, cities: Collection[str] = ()) -> list[Referent]:
    """The words of a text in ja, en or fr that point back, by position. `cities`: those of the companies that it names."""
    found = (_read(text, match, cities) for match in _PATTERNS[lang].finditer(text))
    return [one for one in found if one]


def _read(text: str, match: re.Match[str], cities: Collection[str]) -> Referent | None:
    sort = cast("Sort", match.lastgroup)
    told = NOTHING
    if sort in ("company", "newcomer", "foreigner", "place"):
        behind = _BEHIND.match(text, match.end())
        told = described(match[0] + (behind[0] if behind else ""), cities)
        if behind and behind["of"] and told.city is None:
            return None  # la société de Paul Durand
    buys = sort == "company" and _BUYER.search(match[0]) is not None
    this = sort in _COMPANIES and bool(_THIS.match(match[0]))
    return Referent(match.start(), match.end(), sort, told, this, buys)


_COMPANIES: tuple[Sort, ...] = ("company", "newcomer")
_THIS = re.compile(r"[Tt]h(?:is|at)\s|[Cc]et(?:te)?\s|[Cc]e\s|この|その")
_BUYER = re.compile(
    r"(?:group|giant|conglomerate|titan|buyer|acquirer|bidder|suitor|groupe|géant|acquéreur|repreneur|mastodonte)\Z"
)
_BEHIND = re.compile(
    r"(?P<of>\sd(?:e\s|['’])(?=[A-Z])[\w'’-]+(?:\s[A-Z][\w-]+)?)|\s[a-zà-ÿ-]{4,20}(?:\s[a-zà-ÿ-]{4,20})?"
)
"""An adjective, or a city."""
