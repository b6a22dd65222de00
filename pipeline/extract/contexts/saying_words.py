"""Words of saying in Japanese, English and French: the patterns that sayings.py reads a text with. Every gap is bounded."""

from __future__ import annotations

import re

Pattern = re.Pattern[str]

_EN_VERBS = (
    "said|says|told|tells|announced|announces|estimates|estimated|claims|claimed|added|adds|noted|notes|wrote|writes|posted|tweeted|explained|explains"
    "|argued|argues|stated|states|confirmed|confirms|revealed|reveals|disclosed|discloses|predicts|predicted|expects|expected|forecasts|forecast|warned|warns"
    "|admitted|acknowledged|insisted|insists|reported|reports|projects|projected|believes|thinks|denied|denies|promised|pledged|vowed|recalled|reckons"
)
_FR_PAST = (
    "déclaré|annoncé|affirmé|indiqué|précisé|expliqué|estimé|assuré|confirmé|révélé|promis|ajouté|dit|écrit|reconnu|prévenu|prédit|souligné|démenti"
    "|fait savoir|rappelé|admis|avancé|publié|communiqué|chiffré|évalué|répondu|résumé|insisté|raconté|confié"
)
_FR_PRESENT = (
    "déclare|annonce|affirme|indique|précise|explique|estime|assure|confirme|révèle|promet|ajoute|dit|écrit|reconnaît|prévient|prédit|souligne|dément"
    "|prévoit(?! d)|rappelle|admet|avance|revendique|chiffre|table sur|s'attend à|répond|résume|insiste|raconte|confie"
)
_ADVERBS = r"(?:(?:has|have|had|also|later|recently|previously|earlier|then|now|\w{2,20}ly|on \w{3,6}day|this week|this month|in (?:a|an) \w{2,12}) ){0,3}"
_TITLES = (
    r"(?:CEO|chief executive(?: officer)?|chief [\w]{2,15}(?: officer)?|vice president|president|chairman|chair|founder|co-?founder|boss|CFO|CTO|COO|head|director"
    r"|PDG|DG|directeur(?: général)?|directrice(?: générale)?|patron(?:ne)?|présidente?|fondateur|cofondateur|cofondatrice|fondatrice|chef"
    r"|start-up|group|company|maker|giant|firm|lab|groupe|société|fabricant|géant|entreprise|éditeur|jeune pousse|rival)"
)
_TITLED = rf"(?:(?:[\w'’&-]{{1,20}} ){{0,5}}{_TITLES}(?: and [\w-]{{2,20}}| et [\w-]{{2,20}})?(?: of the| of| de la| de l['’]| de| d['’]| du)?(?:,? |(?<=['’])))"

DESCRIBED = re.compile(
    r"(?<=[,\"”»] )(?!(?:and|but|while|whereas|although|though|as|when|because|since|if|that|which|who|et|mais|tandis|alors|quand|lorsque|si|que|qui|puisque|or)\b)"
    r"(?:(?:[a-zà-ÿ][\w'’.-]{0,30}|[A-ZÀ-Ý][\w-]{0,30}-based) ){1,7}\Z"
)
"""What a name is called right before it, behind a comma or a quotation: …, the Lyon-based start-up X said."""

SAID: dict[str, Pattern] = {
    "en": re.compile(rf"\b(?:{_EN_VERBS})\b"),
    "fr": re.compile(
        rf"\b(?:(?:a|ont|avait|avaient|aurait)(?:-t-(?:il|elle))? (?:(?:\w{{2,20}}ment|aussi|déjà|également|ainsi|notamment|même) )?(?:{_FR_PAST})"
        rf"|(?:{_FR_PRESENT})(?:-t-(?:il|elle)|-(?:il|elle))?)\b"
    ),
}
"""Verbs of saying by language."""
TO_VERB: dict[str, Pattern] = {
    "en": re.compile(
        rf"(?:,? (?:who|which|the|an?|its|whose|now|{_TITLES})\b[^.;\"”“,]{{0,60}},|,[^.;\"”“,]{{1,60}},)?(?:\s?\([^()]{{1,20}}\))? {_ADVERBS}"
    ),
    "fr": re.compile(
        r"(?:,[^.;\"«»,]{1,70},)?(?:\s?\([^()]{1,20}\))? (?:(?:lui|leur|en|y|nous|\w{2,20}ment|aussi|lui-même|elle-même|quant à lui|de son côté) |n['’]|l['’]|s['’]){0,2}"
    ),
}
"""What may stand between a name and its verb."""
TITLED = re.compile(
    rf",? ?(?:on \w{{3,6}}day )?(?:[Tt]he |le |la |l['’]|M\. |Mme |Mr\.? |Ms\.? |Mrs\.? |Dr\.? |an? |un |une |ce |son |sa |its |their )?(?:{_TITLED}(?:M\. |Mme )?)?"
)
"""What may stand between a verb (or `according to`) and the name behind it."""
OF_COMPANY = re.compile(
    rf"(?:['’]s)?,? ?(?:the |its |le |la |M\. |Mme )?(?:(?:[\w-]{{2,20}} ){{0,2}}{_TITLES}(?: and [\w-]{{2,20}}| et [\w-]{{2,20}})?,? )?"
)
"""What may stand between a company and its person."""
PERSON_OF = re.compile(r",?(?: [\w'’-]{1,20}){0,5} (?:of|at|from|de|du|chez|d['’])(?: the| la| le)? ?")
"""What may stand between a person and the company that follows it: Ana Sousa of X said."""
ACCORDING: dict[str, Pattern] = {
    "en": re.compile(
        r"\b[Aa]ccording to(?= )(?: (?:an?|the) (?:[\w-]{1,20} ){0,4}(?:from|by|of|published by|released by|with)(?= ))?"
    ),
    "fr": re.compile(
        r"\b(?:[Ss]elon|[Dd]['’]après|[Àà] en croire)(?= )(?: (?:un|une|le|la|les|des) (?:[\w-]{1,20} ){0,4}(?:de|du)(?= )|(?: (?:un|une|le|la|les|des) (?:[\w-]{1,20} ){0,4}d['’]))?"
    ),
}
PRONOUN: dict[str, Pattern] = {
    "en": re.compile(
        rf"\b(?:(?P<person>[Hh]e|[Ss]he)|(?P<organization>[Ii]t|[Tt]hey|[Tt]he (?:[\w-]{{2,15}} )?(?:company|start-?up|firm|group|lab|chip ?maker|giant|maker))) {_ADVERBS}\Z"
    ),
    "fr": re.compile(
        r"\b(?:(?P<person>[Ii]l|[Ee]lle)|(?P<organization>[Ll]e groupe|[Ll]['’]entreprise|[Ll]a (?:société|start-up|jeune pousse|firme)|[Ll]e (?:géant|fabricant)))"
        r"(?: [a-zà-ÿ]{4,15}){0,1} (?:(?:lui|leur|en|y) |n['’]|l['’]|s['’]){0,2}\Z"
    ),
}
THEN_PRONOUN = re.compile(
    r" (?:(?P<person>he|she)|(?P<organization>it|the company|le groupe|l['’]entreprise|la société|la start-up))\b"
)
INVERTED = re.compile(r"-(?:il|elle)(?:\Z| )")
SOMEBODY = re.compile(
    r"(?:\b[A-ZÀ-Ý][\w'’.-]{1,20}|\b(?:analysts?|people|sources?|officials?|executives?|spokes\w{3,6}|reporters?|investors?|experts?|critics|who|which|that|person|insiders?"
    r"|statement|filing|document|report|analystes?|proches?|investisseurs?|porte-parole|qui|ministre|documents?|rapport|économistes?))"
    rf"(?:,[^.;,]{{1,60}},| (?:familiar|close|briefed|of|at|for|de|du|from|chez) [^.;,]{{1,40}})? {_ADVERBS}\Z"
)
"""Before a verb: somebody who is no name of the catalogue."""
TURN = re.compile(r";|,?\s(?:but|while|whereas|although|mais|(?:tandis|alors|bien) que?)\b", re.IGNORECASE)
"""Behind this somebody else may have the word."""

_JA_TITLES = (
    r"(?:[（(][^()（）]{1,20}[)）])?(?:社|グループ|本社)?(?:の?(?:最高[一-龠]{2,6}|C[EFTO]O|共同創業者|創業者|創設者|会長|社長|代表|氏|さん|教授|博士|大統領|首相|副|兼|取締役|トップ)){0,4}"
    r"(?:[（(][^()（）]{1,12}[)）])?(?:自身|側)?"
)
JA_TOPIC = re.compile(rf"{_JA_TITLES}(?P<particle>は|が|も)(?!ん)")
JA_ACCORDING = re.compile(
    rf"{_JA_TITLES}(?:の(?:発表|説明|話|推計|試算|報告|主張|資料|見積もり|広報[一-龠]{{0,4}}))?に(?:よると|よれば)"
)
JA_QUOTES = re.compile(rf"{_JA_TITLES}[:：]?「")
JA_UNNAMED_ACCORDING = re.compile(
    r"(?:(?P<person>同氏)|(?P<organization>同社|同グループ)|(?:関係者|担当者|幹部|アナリスト|専門家|筋|報道|調査|資料|紙|通信))(?:ら|の(?:発表|説明|話|推計))?に(?:よると|よれば)"
)
JA_SAID = re.compile(
    r"(?:と|って|とも|旨を|[をにへで]|について|」|は、?)(?:[^。、「」と]{0,14}(?:で|に|へ|して|対し|し))?、?(?:述べ|語っ|語り|語る|話し|話す|明かし|明かす|説明し|説明する|発表し|発表する|発言し|主張し|主張する"
    r"|強調し|指摘し|表明し|明らかにし|コメントし|答えた|回答し|つぶやい|投稿し|書いた|書いて|書き込|警告し|報告し|公表し|訴えた|みる(?=。)|みている|見ている|予想し|予想する|見積もっ|見積もる|試算し|推定し|否定し|見込んで|見込む|断言し|言った|言って|伝え)"
)
"""Verbs of saying, with the particle before them."""
JA_PRONOUN = re.compile(
    r"(?:(?P<person>同氏|彼女?(?!ら))|(?P<organization>同社|同グループ|彼ら))(?:は|が|も)"
)
JA_SOMEBODY = re.compile(
    r"(?:(?<!同)氏|さん|アナリスト|教授|担当者|関係者|幹部|広報|報道官|投資家|専門家|筋|紙|通信|C[EFTO]O|社長|会長|首相|大統領|長官|大臣|政府|当局|省)(?:ら)?(?:は|が)"
)
JA_ANY_TOPIC = re.compile(r"(?<![にでともへ])は(?!じめ|ず|なく)")

_OBLIQUE_BEFORE = re.compile(
    r"\b(?:(?P<owner>of|de|du|d['’])|by|with|from|in|into|to|for|against|than|at|par|avec|chez|à|au|dans|pour|contre)(?: |(?<=['’]))(?:the |la |le |l['’])?(?:[\w.-]{1,15} ){0,2}\Z",
    re.IGNORECASE,
)
_OBLIQUE_BEHIND = re.compile(r"(?:社|グループ)?(?:(?P<owner>の)|に|へ|から|と(?!も)|を|より|や)")


def oblique(text: str, start: int, end: int, lang: str) -> str | None:
    """Whether a name is not what its sentence is about: "owner" behind of or before の, "aside" behind or before other such words."""
    match = (
        _OBLIQUE_BEHIND.match(text, end)
        if lang == "ja"
        else _OBLIQUE_BEFORE.search(text, max(0, start - 40), start)
    )
    return None if match is None else "owner" if match["owner"] else "aside"
