"""Cues of untold units: the words around a bare number that tell what it likeliest counts (carried_untold.py)."""

from __future__ import annotations

import re

NO_AMOUNT_BEHIND = re.compile(
    r"[\d%°]|-?(?:th|st|nd|rd)\b|-[a-z]| ?(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|times|miles|feet|steps?|points?|AD|BC|BCE|hp|rpm|metres|meters|km|Hz)\b",
    re.IGNORECASE,
)
NUMBERED = re.compile(
    r"(?:#|№|\b(?:No|Nos|no|number|ISO|RFC|bill|room|page|channel|case|docket|patent|flight|model|version|build|item|lot|CVE|article|section|chance in|one in))\.? ?\Z"
)
SOLD = re.compile(
    r"\b(?:sells? for|sold for|selling for|retails? (?:for|at)|going for|goes for|costs?|priced at|price of|starts? at|starting at|pays?|paid|paying|spends?|spent|spending|burned|burns|charges?|charged|billed|owes?|owed|worth|invest(?:s|ed)?|put(?:s|ting)? in|fetch(?:es|ed)?|raised?|raises|earns?|earned|borrow(?:s|ed)?|lent|lends|donated?|pledged?|fined|bid|out of (?:his|her|their|its) own pocket)(?: him| her| it| them| us| me| up| in)? \Z"
)
EACH = re.compile(
    r" (?:an?|per|each|every) (?:month\b|seat\b|head\b|share\b|user\b|megawatt|kilowatt|MWh\b|kWh\b|tonn?e?\b|barrel\b|GPU\b|gallon\b|lit(?:re|er)\b|chip\b|card\b|wafer\b|unit\b|customer\b|household\b|book\b|title\b|work\b|song\b|lawyer\b|clinician\b|doctor\b|licen[cs]e\b|million tokens\b|query\b|ride\b|pop\b)"
)
"""Behind a price that names no currency: two hundred a month."""
POCKET = re.compile(
    r" (?:out of (?:his|her|their|its) own|of (?:cash|debt|his own|her own|their own|its own|gross|equity|revenue|sales|capital|funding|investment|profit|savings|orders|contracts|free cash|net)\b|in (?:cash|debt|equity|loans|bonds|revenue|sales|profit|funding|orders|fees|savings|damages|fines|grants|subsid\w+|tax|capital|credit|financing|penalties|stock|shares)\b|(?:dollar|euro)s?\b)"
)
STAFF_TALK = re.compile(
    r"\b(?:staff|workforce|payroll|headcount|employees|workers|jobs|lay-?offs?|redundanc\w+|job cuts|laid off|lays off|laying off|exiting|sacked|dismiss\w+|hir(?:es|ed|ing)|recruit\w*|employ(?:s|ed|ing)?|people)\b"
)
STAFF_DONE = re.compile(
    r"\b(?:(?:desk|team|unit|division|department|workforce|staff|payroll|headcount) (?:shrinks|shrank|falls|fell|grows|grew|is cut|was cut) by|cuts?|cutting|axe[ds]?|sack(?:s|ed)|let go(?: of)?|lays? off|laid off|dismiss(?:es|ed)|shed(?:s|ding)?|hire[sd]?|hiring|recruit(?:s|ed)?|employ(?:s|ed|ing)?|ranks of|headcount of|workforce of|staff of|payroll of|support from) \Z"
)
WINDOW = re.compile(
    r"\b(?:context(?: window| length)?|window|input|output) (?:of|is|was|to|at|takes|holds|reaches|stretches to)(?: up to| about| some| around)? \Z"
)
"""Before so many tokens: a context of 128,000."""
PAYROLL = re.compile(
    r" (?:on (?:its|their|the|his) (?:payroll|books|staff|rolls)|(?:full-time )?(?:staff|employees))\b"
)
WHO = re.compile(
    r"\b(?:(?:signed|attended|joined|followed|visited|backed|endorsed|opposed|answered) by|waiting list (?:of|stands at|is|holds|has grown to|runs to)|crowd of|audience of|turnout of|membership of|a queue of) (?:about |around |some |nearly |almost |more than |over |just |only )?\Z"
)
"""Before so many people: signed by 40,000."""
CLOSED = re.compile(r"\s*(?:[.,;:!?)]|\Z|\n)(?!\d)")
PLACE = re.compile(
    r"\b(?:city|town|village|county|region|province|district|population|island|community|audience|metropolis) of (?:just |only |some )?\Z"
)
PEOPLE_DO = re.compile(
    r" (?:lost their|who\b|have (?:signed|joined|died|left|applied|registered|enrolled)|live|attended|turned up|signed up|applied|marched|took part|were (?:laid|let|hired|injured|killed))"
)
LABELLED = re.compile(
    r"(?: to [\d,]+)?: (?:the |its |monthly |weekly |daily |active |paying |new |registered |full-time |of (?:its|the) )*"
)
"""Between a number of a list and what it is the number of: 4,000: jobs that go."""
HARDWARE = re.compile(
    r"\b(?:(?P<GPU>GPUs?|N[Vv][Ii][Dd][Ii][Aa]|(?:GB|GH|[HAB])[12378]00[A-Z]?s?|H20s?|MI\d{3}[A-Z]?s?|Blackwells?|Hoppers?)|(?P<chip>chips?|TSMC|Ascends?|semiconductors?|Trainiums?)|(?P<TPU>TPUs?))\b"
)
HARDWARE_UNITS = ("GPU", "chip", "TPU", "accelerator", "processor", "card")
MAKES = re.compile(
    r"\b(?:mak(?:es?|ing)|made|buil(?:ds?|t)|building|produc(?:es?|ed|ing)|assembl(?:es?|ed|ing)|deliver(?:s|ed|ing)?|ship(?:s|ped|ping)?|turn(?:s|ed)? out|manufactur(?:es?|ed|ing)|order(?:s|ed)?|deploy(?:s|ed)?|orders? for|output of|run of|parts at) \Z"
)
OF_THEM = re.compile(r" of (?:them|these|those|which)\b")
APPOSED = re.compile(r"(?<![\w-])(?P<noun>[a-z]{3,}s), \Z")
NATION = re.compile(
    r" (?:[A-Z][a-z]+(?:ans|ese|is)|Poles|Swedes|Finns|Danes|Turks|Scots|Serbs|Czechs|Slovaks|Croats|Greeks|Thais|Britons|Spaniards|Filipinos|Dutch|French|British|Irish|Swiss)\b(?! [a-z]+s\b)"
)
"""Behind a number of people: a million Poles."""
MODELS = re.compile(
    r"\b(?:[Mm]odels?|parameters?|open[- ]weights?|weights|LLMs?|MoE|Llama|Qwen|DeepSeek|Mistral|Kimi|GLM|Gemma|Grok|GPT|gpt-oss|OL[Mm]o|Phi|Falcon|Nemotron|Bielik|Apertus)\b"
)
PAY = re.compile(r" (?:pay|paid|are paying|now pay)\b(?! (?:[$€£]|for|\d))")
VERSIONED = re.compile(
    r"\b(?:opus|sonnet|haiku|claude|clod|gpt|gemini|llama|grok|grock|quen|qwen|kimi|version|seek|phi|mini|gemma|mistral|flash|pro|turbo|v|release|nova|imagen|sora|veo|runway|gen|python|windows|android|chapter|section|level|phase|model|number|glm|olmo|ernie|minimax|coder|codex|wan|midjourney|cuda|pytorch|firefly|point|three|five|the) \Z",
    re.IGNORECASE,
)
"""Before a version as it is said: opus four point five."""
AT = re.compile(r"\b(?:at|to|from|gets?|got|hits?|hit|scored?|versus|against|than) (?:like |about |only )?\Z")
"""Before a share as it is said, behind another: the older one is way down at twelve point three."""
SCORED = re.compile(
    r"\b(?:\w*bench\w*|mmlu|gpqa|aime|arc|humanity's|exam|scor\w+|accuracy|percent|hallucinat\w+|benchmarks?|verified)\b",
    re.IGNORECASE,
)
