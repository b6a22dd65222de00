"""Ages without the word years: a bare number and the words around it in, where its age begins out, None if it is none.

`aged 25`, `Jane Doe, 41, says`, `her son, 16,`, `the chairwoman, who at 71 rows`, `she's twenty-six`, 社長（58）.
"""

from __future__ import annotations

import re
from decimal import Decimal

_AGE_BARE = re.compile(
    r"(?:\b(?:kids|children|minors|teens|teenagers|youths|anyone|everyone|those|people|users|girls|boys|players|pupils)(?: aged| who are)? (?:under|below|over)|\baged(?: from| between| just| only| barely| about| around)?|\bat age|\b(?:boy|girl|child|man|woman|kid|founder|engineer|student|teenager|executive|researcher|programmer|scientist|lawyer|doctor|entrepreneur|newcomer|veteran|youth|lad|mother|father|widow|widower) of|\bturn(?:ed|s|ing)|(?<!the )\bage|(?:average |median |mean )age (?:there |here |at the company )?(?:of|is|was|:)(?: under| over| below| above)?|(?:the |legal |minimum )+age of|\bages)(?: about| over| under)? \Z",
    re.IGNORECASE,
)
_AVERAGE = re.compile(
    r"\b(?:average|median|mean) age (?:of|in|among|at|there|here|on|across|for|within)\b[^.;:!?\n]{0,48} (?:is|was|stands at|stood at|comes to) (?:just |only |about |around |under |over |below |above |barely )?\Z",
    re.IGNORECASE,
)
"""The average age of its staff is 31."""
_SAYS_AGE = re.compile(
    r"\b(?:[Ss]?he|[Hh]e|I|who|[Tt]hey|(?:[Mm]r|[Mm]s|[Dd]r)\.? [A-Z]\w+)(?:['’]s| is| was|['’]m| am| are| were|['’]re| turned)(?: just| only| now| then| all of| barely| about)? \Z"
)
_PERSON_BEFORE = re.compile(r"[氏長者員授事表役相領督手優家人さん](?:・\w+)?[(（]\Z")
_LATIN_PERSON = re.compile(
    r"(?<!in )(?<!at )(?<!from )\b(?!(?:In|At|From|For|By|On|The|With|To|Of|And|But)\b)[A-ZÀ-Ý][\w'.-]+ [A-ZÀ-Ý][\w'-]+, (?:now |just |only |aged |then |a mere )?\Z"
)
_FAMILY_NAME = re.compile(
    r"(?<!\bin )(?<!\bat )(?<!\bfrom )(?<!\bnear )(?<!\boutside )(?<!\bto )(?<!\bon )(?<!\d )(?<![A-Z]\w )\b(?!(?:In|At|From|By|On|The|With|To|Of|And|But|For)\b)[A-ZÀ-Ý][a-zà-ÿ'-]{2,}, (?:now |just |only |aged |then |a mere )?\Z"
)
_KIN = re.compile(
    r"\b(?:sons|daughters|brothers|sisters|twins|siblings|couple|cousins|son|daughter|brother|sister|twin|wife|husband|mother|father|mum|mom|dad|nephew|niece|cousin|uncle|aunt|boy|girl|child|kid|baby|toddler|teenager|grand(?:son|daughter|mother|father|child)|fils|fille|frère|sœur|neveu|nièce|cousine?|petit-fils|petite-fille)(?: [A-ZÀ-Ý][\w'-]+){0,2}, (?:now |just |only |aged )?\Z"
)
"""Before the age of one of a family, which may be a child's."""
_ROLE = re.compile(
    r"\b(?:founder|co-?founder|executive|chief|boss|chairman|chairwoman|president|director|engineer|programmer|developer|researcher|scientist|professor|lecturer|teacher|student|graduate|investor|lawyer|doctor|nurse|farmer|driver|electrician|trader|analyst|artist|writer|author|actor|actress|singer|mayor|minister|senator|widow|widower|pensioner|veteran|worker|employee|manager|recipient|victim|plaintiff|defendant|billionaire|entrepreneur|neighbour|neighbor|resident|woman|man|mathematician|physicist|radiologist|translator|illustrator|composer)s?(?: [A-ZÀ-Ý][\w'-]+){0,2}, \Z"
)
_APPOSED_ENDS = re.compile(
    r",(?! (?:\d|(?:and |or )[A-ZÀ-Ý][\w'-]*(?: [A-ZÀ-Ý][\w'-]*)?,? \d|[A-ZÀ-Ý][\w'-]*(?: [A-ZÀ-Ý][\w'-]*)?,? \d|and \d|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b))"
)
"""Behind an age between commas, and not behind a number of a list: Honda, 12, Toyota, 15."""
_LISTED = re.compile(r"\d[,;]? (?:and |or )?[A-ZÀ-Ý][\w'-]*(?: [A-ZÀ-Ý][\w'-]*)?, \Z")
_NO_PERSON = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Total|Table|Figure|Page|Room|Chapter|Section|Article|Week|Day|Step), \Z"
)
_KATAKANA_PERSON = re.compile(r"[ァ-ヺー]{3}[(（]\Z")
_GROUP = re.compile(r"\A\w+(?: aged| who are)? (?:under|below|over)\b", re.IGNORECASE)
_GROUP_ENDS = re.compile(
    r"[.,;:!?)]|\Z|\n| (?:and|or|will|would|can|cannot|must|may|should|are|were|is|who|from|to|in|on|at|by|without|using|lose|get|have|could)\b"
)
_OLDER = re.compile(r" (?:and|or) (?:older|younger)\b")
_TURNED = re.compile(r"[.,;!?)]|\Z| (?:last|this|in|on|next|yesterday|today|and|during|while|when)\b")
_AT_AGE = re.compile(r"\bAt \Z")
_WHO_AT = re.compile(r"\b(?:who|and he|and she|he|she),? at (?:just |only |barely |age )?\Z")
_WHO_DOES = re.compile(
    r",? (?:[a-z]+(?:ed|s)|took|sold|built|ran|won|left|made|began|wrote|still|already|now|has|had)\b(?! (?:percent|points|dollars|euros|years|weeks|days))"
)
"""`the chairwoman, who at 71 rows every day`."""
_YOUNGEST = re.compile(
    r",? (?:the|its|their|his|her|one of the|among the|a|by far the)? ?(?:youngest|oldest|younger|older)\b"
)
_COMMA_AT = re.compile(r"(?:, at|, aged) (?:just |only |barely )?\Z")
_SAID_BY = re.compile(
    r"\b(?:says?|said|adds|added|asks|asked|recalls|recalled|explains|explained|argues|argued|jokes|joked|reckons|insists|insisted|laughs|laughed|smiles|shrugs|admits|admitted|grumbles|sighs|remembers|told [A-Z]\w+,?) (?:(?:Mr|Ms|Dr)\.? )?[A-ZÀ-Ý][\w'’-]+(?: [A-ZÀ-Ý][\w'’-]+){0,2}, (?:who is |aged |now )?\Z"
)
"""`says Doe, 34.`: who spoke, and how old that is."""
_ALL_OF_THEM = re.compile(
    r"\b(?:founders|co-founders|cofounders|brothers|sisters|twins|siblings|partners|owners|creators|authors|students|engineers|winners|friends|both|we|they)(?:,? who)? (?:are|were|have all turned)(?: all| both| just| only| now| then| barely| each)* \Z"
)
"""Before the age of several: its founders are all 22."""
_LEFT_AT = re.compile(
    r"\b(?:(?:co-?founded|founded|set up|started|started (?:the|his|her) (?:business|company|firm|start-?up|lab|shop)|launched|joined|entered|enter(?:s|ed)|enrolled at|took over) (?!\d)[\w&.'’-]+(?: [\w&.'’-]+){0,3}|(?:left|quit|finished) (?:school|university|college|home)|dropped out(?: of [\w ]{1,20})?|left|quit|stepped down|resigned|bowed out|retired?|retires|died|dies|married|graduated|debuted|started out|began(?: coding| programming)?|learned to (?:code|program)|wrote (?:his|her) first [a-z]+) at (?:just |only |age |the age of )?\Z"
)
"""Before the age at which somebody did what people do once: left school at 16."""
_FOLK = re.compile(
    r"\b(?:kids|children|minors|teens|teenagers|youths|adults|people|those|users|girls|boys|pupils|students|workers|developers|graduates|men|women|Americans|Britons|citizens|respondents|anyone|everyone|readers|viewers|voters) (?:between|of|from|ages?) \Z"
)
_TO_ANOTHER = re.compile(
    r"(?: to | and |[-–])(?:\d\d?|[a-z]+)(?:[-\s.,;:!?)]|\Z)(?! ?(?:%|percent|million|thousand|years (?!old)|hours|minutes))"
)
"""Around the first of two ages: teenagers between 13 and 17."""
_PARENTHESIS = re.compile(r"(?:[A-ZÀ-Ý][\w'.-]+ |\b(?:[Mm]r|[Mm]s|[Dd]r|[Pp]rof)\.? )[A-ZÀ-Ý][\w'-]+ \(\Z")
_PARENTHESIS_ENDS = re.compile(
    r"\),? (?:who|was|is|has|had|said|says|left|founded|runs?|ran|quit|joined|started|built|began|studied|grew|came|co-founded|worked|works|and (?:his|her))\b"
)
"""Around an age in brackets: Jane Doe (41) founded it."""
_SHE = re.compile(r",? (?:s?he|I|they|[A-Z][a-z]+) (?:is|was|has|had|still|now|runs?|founded|started)\b")
_AGE_ENDS = re.compile(
    r"(?= when\b| after (?:[a-z]+ing|his|her|two|three|four|school|university|college|only)\b| without\b| at the time| then\b| and\b| now\b| but\b| twenty| thirty| forty| fifty|[,.!?;\n]|\Z)"
)
_NAME_IS = re.compile(
    r"(?:\A|\n|[.!?;] |[“\"])(?!(?:The|An?|In|At|Its|Our|For|But|And|This|That|When|What|Free|Net|Gross|Total|Average|Series|Phase|Unit|Type|Class|Version)\b)[A-Z][a-zà-ÿ'’-]+ (?:[A-Z]\. )?(?!(?:Score|Index|Margin|Rate|Price|Model|Level|Number|Count|Target|Pro|Max|Mini|Ultra|Flash|Opus|Sonnet|Turbo|Labs?|Group|Bank|Capital|Ventures|Street)\b)[A-ZÀ-Ý][a-zà-ÿ'’-]{2,} is (?:just |only |now |all of |barely |still )?\Z"
)
"""A sentence that is somebody's name and age: Jane Doe is 25."""
_FROM_TO = re.compile(r" to | and |-to-|- to |[-–]")
"""Between two ages: aged 22 to 25, between 18 and 24, 18-to-24-year-olds."""
_GROWN_UP, OLDEST = 16, 120


def age_from(text: str, start: int, end: int, value: Decimal) -> int | None:
    """Where the age begins whose number is [start, end)."""
    if not 0 < value < OLDEST or (text[end : end + 1] in ("%", "-") and not _FROM_TO.match(text, end)):
        return None
    named = _AGE_BARE.search(text, max(0, start - 40), start)
    if text[end : end + 1] == "-" and not named:
        return None
    if named and (group := _GROUP.search(named[0])):  # kids under 16, but no users over 50 million
        return start if group and _GROUP_ENDS.match(text, end) else None
    if named and (not named[0].lower().startswith("turn") or _TURNED.match(text, end)):
        return named.start()
    if _FOLK.search(text, max(0, start - 32), start) and _TO_ANOTHER.match(text, end):
        return start
    if _OLDER.match(text, end):
        return start
    if value != value.to_integral_value():
        return None
    if text[end : end + 1] == "," and _KIN.search(text, max(0, start - 56), start):
        return start
    if value < _GROWN_UP:
        return None
    return start if _is_age(text, start, end) else None


def is_from_to(text: str, start: int, end: int) -> bool:
    """Whether [start, end) between two ages says from the one to the other."""
    return bool(_FROM_TO.fullmatch(text, start, end))


def _is_age(text: str, start: int, end: int) -> bool:
    if text[end : end + 1] in (")", "）"):
        before = max(0, start - 8)
        return bool(
            _PERSON_BEFORE.search(text, before, start)
            or _KATAKANA_PERSON.search(text, before, start)
            or (_PARENTHESIS_ENDS.match(text, end) and _PARENTHESIS.search(text, max(0, start - 40), start))
        )
    if _AGE_ENDS.match(text, end) and _LEFT_AT.search(text, max(0, start - 56), start):
        return True
    if _WHO_AT.search(text, max(0, start - 24), start) and _WHO_DOES.match(text, end):
        return True
    if text[end : end + 1] in (".", ";", ":") and _SAID_BY.search(text, max(0, start - 64), start):
        return not text[end + 1 : end + 2].isdigit()
    if _ALL_OF_THEM.search(text, max(0, start - 40), start) and _AGE_ENDS.match(text, end):
        return True
    if _COMMA_AT.search(text, max(0, start - 16), start) and _YOUNGEST.match(text, end):
        return True
    if _AGE_ENDS.match(text, end) and _AVERAGE.search(text, max(0, start - 84), start):
        return True
    if _SHE.match(text, end) and _AT_AGE.search(text, max(0, start - 3), start):
        return True  # At 82, he still comes in
    if text[end : end + 1] == ",":
        return bool(_is_apposed(text, start, end) or _SAYS_AGE.search(text, max(0, start - 20), start))
    if _SHE.match(text, end):
        return bool(_AT_AGE.search(text, max(0, start - 3), start))
    if text[end : end + 1] in (".", ";") and _NAME_IS.search(text, max(0, start - 48), start):
        return not text[end + 1 : end + 2].isdigit()
    return bool(_AGE_ENDS.match(text, end) and _SAYS_AGE.search(text, max(0, start - 20), start))


def _is_apposed(text: str, start: int, end: int) -> bool:
    """`Jane Doe, 41, says`, `Doe, 41, takes over`, `one of the founders, 31, told us`."""
    if not _APPOSED_ENDS.match(text, end):
        return False
    if _NO_PERSON.search(text, max(0, start - 16), start) or _LISTED.search(text, max(0, start - 40), start):
        return False
    return any(
        words.search(text, max(0, start - 48), start) for words in (_LATIN_PERSON, _FAMILY_NAME, _ROLE)
    )
