"""Nouns meant: a thing counted in a loose word and the text around it in, the thing that is meant out (English and French).

10,000 units in a text on robots are robots, six campuses of megawatts data centers, cards that a model runs on GPUs, people
who use an app its users.
"""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.extract.amounts.amount import Amount
from pipeline.extract.amounts.carried_cues import OTHER_CARDS
from pipeline.extract.amounts.counts_chips import OWN_CHIPS
from pipeline.extract.amounts.nouns_meant_french import meant_in_french
from pipeline.extract.amounts.people_meant import used_by

_NEXT = 110
"""Characters from a machine to those of them that are counted, if no other stands between."""
_AROUND, _TALK = 240, 700
"""Characters before and behind that tell of data centers, and before that tell of machines."""
_PLAINLY = {
    **dict.fromkeys(
        (
            "woman", "man", "adult", "child", "author", "writer", "artist", "actor", "musician", "leader", "executive",
            "manager", "director", "founder", "journalist", "nurse", "driver", "soldier", "passenger", "citizen", "inhabitant",
            "teenager", "attorney", "friend", "colleague", "layoff", "job-cut", "redundancy", "lay-off", "death", "fatality",
            "composer", "songwriter", "plaintiff", "lecturer", "grown-up",
            "worker", "researcher", "scientist", "engineer", "contractor", "freelancer", "subcontractor", "temp", "rater",
            "annotator", "labeller", "labeler", "moderator", "reviewer", "tester", "technician", "designer", "generalist",
            "boss", "chief", "official", "bureaucrat", "civil-servant", "performer", "entertainer", "dancer", "radiologist",
            "salesman", "salesperson", "salespeople", "recruiter", "adviser", "advisor", "builder", "labourer", "laborer",
            "welder", "apprentice", "intern", "trainee", "graduate", "alumnus", "defector", "hire", "recruit", "newcomer",
            "signatory", "petitioner", "delegate", "guest", "spectator", "protester", "demonstrator", "striker", "picket",
        ),
        "person",
    ),
    **dict.fromkeys(
        (
            "startup", "start-up", "manufacturer", "supplier", "vendor", "operator", "publisher", "provider", "insurer",
            "carmaker", "automaker", "chipmaker", "utility", "employer", "lender", "brand", "retailer", "rival", "competitor",
            "subsidiary",
        ),
        "company",
    ),
    **dict.fromkeys(("robotaxi", "truck", "bus", "lorry", "van", "taxi", "cab"), "vehicle"),
    **dict.fromkeys(("ngo", "nonprofit", "association", "agency", "institution", "charity"), "organization"),
    **dict.fromkeys(("shareholder", "backer"), "investor"),
    **dict.fromkeys(("position", "role"), "job"),
    "humanoid": "robot", "semiconductor": "chip", "cabinet": "rack", "undergraduate": "student", "novel": "book", "tweet": "post",
    "resident": "person", "active": "user", "sign-up": "user", "signup": "user", "logon": "user", "wafer-start": "wafer", "flat": "apartment", "clip": "video", "picture": "image", "health-system": "customer",
}  # fmt: skip
"""What is counted so in passing, and what a table would call it."""
_AUDIENCE = frozenset(("reader", "listener", "viewer", "fan", "attendee", "applicant", "victim"))
_USED_BEHIND = re.compile(
    r" (?:(?:who|that|have|had|now|already|regularly|currently|actively|all|qui|l['’]ont|l['’]|la|le|les|y|ont|a|per|each|every|chaque|par|day|week|month|jour|semaine|mois) ?){0,4}(?:use|uses|used|using|tried|try|downloaded|installed|utilis\w+|télécharg\w+|essay[éa]\w*|emploient)\b"
)
_USED_BEFORE = re.compile(
    r"\b(?:used|read|watched|tried|downloaded|installed|opened|utilisée?s?|téléchargée?s?|employée?s?|essayée?s?|installée?s?|adoptée?s?)(?: \w+){0,2} (?:by|par) \Z"
)
_AT_A_TIME = re.compile(r" (?:a|per|each|every) (?:day|week|month)\b")
"""Behind people who come back: 30 million people a week."""
_SUBSCRIBE = re.compile(
    r" (?:who |that |have |had |now |already |qui |s['’]y |sont |are ){0,3}(?:subscrib\w+|abonn\w+|pay(?:ing)?\b(?! for)|paient\b)"
)
_USED_IT = re.compile(
    r" (?:(?:qui|y|s['’]y|l['’]ont|les|la|le|ont|en|déjà|désormais|régulièrement|aujourd['’]hui) |l['’]|s['’]en |s['’]y ){0,4}(?:utilis(?:ent|aient|é|eront)|ouvrent|ouvraient|servent|servaient|consultent|consultaient|emploient|fréquentent|adopté|essayé|testé|recours|connectent|connectaient|interrogent|conversent|discutent|bavardent|dialoguent)\b"
    r"|(?<=s) inscrit(?:e?s)\b"
)
"""Behind people who make use of what is told: douze mille infirmières s'en servent la nuit."""
_OPEN_TO = re.compile(
    r"\b(?:ouv(?:erte?s?|rir|re|rira)|accessibles?|proposée?s?|proposer?|déployée?s?|déploie|déployer)\b[^.;:\d]{0,72} (?:à|auprès de|chez) (?:ses |leurs |quelque |plus de |près de )?\Z"
)
"""Before those who may use it: ouvert à 6 000 enseignants."""
_WON = re.compile(
    r"\b(?:sédui(?:t|re)|conquis|convaincu|fidélisé|converti|adoptée? par|utilisée? par|employée? par|ouverte? par|plébiscitée? par) (?:déjà |désormais |quelque |plus de |près de |environ )*\Z"
)
"""Before those whom a product has won: a séduit 40 000 lycéens."""
_WORKING = frozenset(
    (
        "person",
        "clinician",
        "doctor",
        "teacher",
        "lawyer",
        "nurse",
        "student",
        "employee",
        "engineer",
        "researcher",
        "journalist",
        "customer",
    )
)
_LEAST_USERS = 1000
_MACHINES = re.compile(
    r"\b(?:(?P<robot>[Rr]obots?(?!axi)|[Hh]umano[iï]des?|[Hh]umanoids?)|(?P<drone>[Dd]rones?)|(?P<vehicle>[Vv]oitures?|[Cc]ars?|[Rr]obotaxis?|[Vv]éhicules?|[Vv]ehicles?|[Tt]axis?)|(?P<satellite>[Ss]atellites?)|(?P<GPU>GPUs?|(?:GB|GH|[HAB])\d{2,3}[A-Z]?s?|MI\d{3}[A-Z]?s?|Blackwells?)|(?P<phone>[Ss]martphones?|[Pp]hones?|iPhones?)|(?P<headset>[Hh]eadsets?|[Cc]asques?)|(?P<reactor>[Rr]eactors?|[Rr]éacteurs?)|(?P<turbine>[Tt]urbines?)|(?P<book>[Bb]ooks?|[Ll]ivres?|[Nn]ovels?))\b"
)
_SITES = re.compile(
    r"[Dd]ata[ -]?cent(?:er|re)s?|[Cc]entres? de données|\b(?:mégawatts?|gigawatts?|megawatts?|MW|GW)\b|\bcolocation\b"
)
_LAND = re.compile(r"terrains?|emplacements?|friches?|plots?|laborato\w+|bureaux|offices?")
_MODELS = re.compile(
    r"\b(?:GPUs?|N[Vv][Ii][Dd][Ii][Aa]|train(?:ed|ing|s)?|[Mm]odels?|[Mm]odèles?|entraîn\w+|parameters|paramètres|inference|inférence|H[12]00s?|rents?|tokens?|tourn(?:e|er|ent))\b"
)
_RIDES = re.compile(
    r"\b(?:[Rr]obotaxis?|Waymo|Zoox|[Rr]ide-hailing|[Tt]axis?|Apollo Go|Pony\.ai|WeRide|Uber|Lyft)\b"
)
_GRAPHIC = re.compile(r"\b(?:N[Vv][Ii][Dd][Ii][Aa]|GPUs?|Blackwell|Hopper|(?:GB|GH|[HAB])[12378]00)")
_EMPLOYED = re.compile(r"employee|employé|salarié|collaborat|従業員|社員")
_NOUN_BEHIND = 24
"""Who works somewhere is in French an employee where the text says so; staff, and numbers without a noun, are persons to most
annotators, and so are employees to most who mark English, as they are to those who mark Japanese."""
_NO_USERS = re.compile(
    r"\b(?:bank|banned?|bans|suspend\w*|fake|bots?|fraud\w*|clos(?:es?|ed|ing)|remov\w+|delet\w+|block\w*|customer accounts)\b"
)
"""Around accounts of which nobody is told who uses them."""
_CARTES = re.compile(r"\bcartes?\Z")
_AGENTS = re.compile(r"\bagents\Z")
_ROUTED = re.compile(
    r"\b(?:mixture|MoE|rout\w+|gat(?:ed|ing)|active|activ\w+|per token|parameters?|layers?|sparse|shared|weights)\b"
)
"""Around experts that are parts of a model."""
_AT_WORK = re.compile(
    r"\b(?:work|jobs?|tasks|load) (?:of|done by) (?:about |around |some |nearly |almost |roughly |up to )?\Z|\b(?:human|support|service|call|contact|field|sales|estate|travel|claims|border|federal|FBI|ICE)[\w -]{0,16}\Z"
)
"""Around agents who are people: the work of 700 agents, 300 call-centre agents."""
_APPLIED = re.compile(
    r"\bapplications (?:for|to (?:join|build|open|operate|become|the)|from|(?:were |was |had been )?(?:received|submitted|lodged|filed|rejected|approved|granted|came|in )|by the|and (?:given|granted))\b"
)
"""Behind what somebody applied with, which is no program: 300 applications for ten places."""
_CUT = re.compile(
    r"\b(?:cut(?:s|ting)?|axe[sd]?|axing|shed(?:s|ding)?|eliminat\w+|slash\w*|scrap\w*|los[et]\w*|staff|workforce|payroll|employees|lay-?offs?|redundanc\w+|colleagues|severance|corporate|managerial)\b"
)
"""Around posts that are people's, and not a network's."""
_RUN_BEHIND = re.compile(
    r" (?:en parallèle|en même temps|autonomes?|logiciels?|IA|d['’]IA|virtuels?|intelligents?|en production|conversationnels?|vocaux|par jour|à la fois)\b"
)
_RUN_BEFORE = re.compile(
    r"\b(?:lan[cç]|orchestr|déplo[iy]|cré|construi|configur|tourn|entraîn|programm|héberg)\w*(?: [a-zà-ÿ]+)? \Z|\ben production \Z"
)
"""Around agents that are programs and no people."""
_ARTICLES = ("items", "pieces", "item", "piece")
"""Units that are goods and no machines."""
_INSTALLS = ("installs", "installations")
_LEAST_WAFERS, _LEAST_SIGNED_UP = 1000, 100_000
_ESTABLISHED = re.compile(r"\bétablissements?\Z")
_HOUSES = (
    (
        "hospital",
        re.compile(
            r"\b(?:hôpita\w+|hospital\w+|cliniques?|clinicien\w*|soignant\w*|médecins?|patients?|CHU|AP-HP)\b"
        ),
    ),
    ("school", re.compile(r"\b(?:lycées?|collèges?|écoles?|élèves?|lycéen\w*|scolaires?|rectorat)\b")),
)
"""What an establishment is by who is named near it."""
_ENGINES = re.compile(r"\bengins\Z")
_TITLES = re.compile(r"\btitres?\Z")
_TITLED = re.compile(
    r"\b(?:(?P<song>musi\w+|morceaux?|streaming|écout\w+|artistes?|chansons?|albums?|Deezer|Spotify|Suno|Udio|labels?|Sacem|compositeurs?|mélodies?)|(?P<book>livres?|ouvrages?|biblioth\w+|librair\w+|romans?|LibGen|pirates?|auteurs?|autrices?)"
    r"|(?P<publication>presse|journaux|quotidiens|magazines|rédactions?|information générale)|(?P<title>films?|séries?|studios?|œuvres?|catalogue|cinéma|jeux)|(?P<share>actions?|Bourse|cotés?|capital|actionnaires?|cédés?|rachat|dividende|cours|participation))\b"
)
_NEAR_TITLES = 160


def meant(text: str, amount: Amount, value: Decimal, lang: str) -> str:
    """The unit of an amount of this value by what is said around it."""
    start, end, unit = amount.start, amount.end, amount.unit
    if lang == "en" and unit in _AUDIENCE:
        often = value >= _LEAST_USERS and _AT_A_TIME.match(text, end)
        return "user" if often else "person"
    if (
        lang == "fr"
        and unit in _WORKING
        and value >= _LEAST_USERS
        and (
            _USED_IT.match(text, end)
            or _WON.search(text, max(0, start - 40), start)
            or _OPEN_TO.search(text, max(0, start - 110), start)
        )
    ):
        return "user"
    if unit == "employee":
        told = lang not in ("en", "fr") and _EMPLOYED.search(text, start, end + _NOUN_BEHIND)
        return unit if told else "person"
    if unit == "person" and value >= _LEAST_SIGNED_UP and text.endswith("inscrits", start, end):
        return "user"
    if unit == "person" and value >= _LEAST_USERS and not _AGENTS.search(text, start, end):
        if _SUBSCRIBE.match(text, end):
            return "subscriber"
        used = (
            used_by(text, start, end, float(value))
            if lang == "en"
            else _USED_BEHIND.match(text, end)
            or _AT_A_TIME.match(text, end)
            or _USED_BEFORE.search(text, max(0, start - 48), start)
        )
        return "user" if used else unit
    if unit == "person" and _AGENTS.search(text, start, end):
        told = _RUN_BEHIND.match(text, end) or _RUN_BEFORE.search(text, max(0, start - 40), start)
        return "agent" if told else unit
    if (
        lang in ("en", "fr")
        and unit in ("install", "installation", "facility")
        and text.endswith(_INSTALLS, start, end)
    ):
        return "download" if value >= _LEAST_USERS else unit
    if lang == "en" and unit == "state" and "member state" in text[start : end + _NOUN_BEHIND]:
        return "country"
    if lang == "en" and unit == "expert":
        return unit if _ROUTED.search(text, max(0, start - _AROUND), end + _AROUND) else "person"
    if lang == "en" and unit == "agent":
        worked = _AT_WORK.search(text, max(0, start - 40), start) or _AT_WORK.search(
            text, start, end - len("agents")
        )
        return "person" if worked else unit
    if lang == "en" and unit == "head":
        routed = _ROUTED.search(text, max(0, start - _AROUND), end + _AROUND)
        return unit if routed else "person"
    if lang == "en" and unit == "app" and _APPLIED.search(text, start, end + _NOUN_BEHIND * 2):
        return "application"
    if lang == "en" and unit == "post":
        return (
            "person" if _CUT.search(text, max(0, start - _NOUN_BEHIND * 4), end + _NOUN_BEHIND * 2) else unit
        )
    if lang == "en" and unit == "account":
        return (
            "user"
            if value >= _LEAST_USERS and not _NO_USERS.search(text, max(0, start - 12), end + 40)
            else unit
        )
    if unit in ("tranche", "plate") and lang == "fr" and value >= _LEAST_WAFERS:
        return "wafer"
    if unit in ("share", "title", "song") and _TITLES.search(text, start, end):
        return _titled(text, start, end) or unit
    if unit == "processor" and _GRAPHIC.search(text, max(0, start - _AROUND), end + _AROUND):
        return "chip" if lang == "en" and OWN_CHIPS.search(text, end, end + 40) else "GPU"
    if unit in ("trip", "journey"):
        return "ride" if _RIDES.search(text, max(0, start - _TALK), end + _AROUND) else unit
    if lang == "fr" and unit in ("institution", "organization") and _ESTABLISHED.search(text, start, end):
        near = text[max(0, start - _AROUND) : end + _AROUND]
        return next((thing for thing, words in _HOUSES if words.search(near)), unit)
    if _ENGINES.search(text, start, end) or (
        unit in ("unit", "device", "module") and not text.endswith(_ARTICLES, start, end)
    ):
        return machine_told(text, start) or unit
    if unit == "site":
        near = text[max(0, start - _AROUND) : end + _AROUND]
        land = _LAND.search(text, start, end)
        return "data-center" if _SITES.search(near) and not land else unit
    if lang == "en" and unit in _PLAINLY:
        used = _PLAINLY[unit] == "person" and used_by(text, start, end, float(value))
        return "user" if used else _PLAINLY[unit]
    if lang == "fr" and (plainly := meant_in_french(unit)) != unit:
        return plainly
    if unit == "card" and not OTHER_CARDS.match(text, end):
        if _CARTES.search(text, start, end):
            return "GPU"  # what French counts so is hardly anything else
        return "GPU" if _MODELS.search(text, max(0, start - _AROUND), end + _AROUND) else unit
    return unit


def machine_told(text: str, start: int) -> str | None:
    """The machine that the words before tell of most; None if none or two are told as often."""
    told: dict[str, int] = {}
    near = None
    for named in _MACHINES.finditer(text, max(0, start - _TALK), start):
        told[str(named.lastgroup)] = told.get(str(named.lastgroup), 0) + 1
        near = str(named.lastgroup) if start - named.end() <= _NEXT else None
    if not told:
        return None
    if near:
        return near
    most = max(told, key=lambda unit: told[unit])
    return most if told[most] > sum(told.values()) - told[most] else None


def _titled(text: str, start: int, end: int) -> str | None:
    """What the titles of a French text are by the nearest word that tells: songs, books, papers, works or shares."""
    found: tuple[int, str] | None = None
    for named in _TITLED.finditer(text, max(0, start - _NEAR_TITLES), end + _NEAR_TITLES // 2):
        away = start - named.end() if named.end() <= start else named.start() - end
        if away >= 0 and (found is None or away < found[0]):
            found = away, str(named.lastgroup)
    return found[1] if found else None
