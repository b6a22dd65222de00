"""Counts: the thing counted around a number in, its English singular out (GPU, user, data-center; tests/gold/GUIDE.md)."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.extract.amounts.counts_ja import counted_in_japanese
from pipeline.extract.amounts.counts_ja_cues import RUNS_ON
from pipeline.extract.amounts.counts_latin import counted_behind, counted_by_label
from pipeline.extract.amounts.nouns import Counted
from pipeline.extract.amounts.nouns_people import PEOPLE

_PLAIN_LEAST = 10
"""Fewer people, companies or pages than this are a story's detail, not an amount for a table."""
_ALWAYS = frozenset(("GPU", "TPU", "CPU", "NPU", "chip", "accelerator", "server", "rack", "data-center", "robot", "card", "node", "user", "subscriber", "parameter", "token",
                     "reactor", "satellite", "wafer", "qubit", "supercomputer", "character", "employee", "household", "download", "share", "cluster",
                     "aircraft", "drone", "transistor", "turbine", "rocket", "follower", "vulnerability", "visitor", "processor", "ship",
                     "expert", "zettaflop", "exaflop", "petaflop", "teraflop", "gigaflop", "liter"))  # fmt: skip
"""What is counted however few there are."""
_FEW_LEAST = 3
_TWO, _TOLD_COUNTERS = 2, frozenset("棟枚曲冊店件基校機隻")
"""In Japanese few in digits are told as a figure (4枚, 9人), and few in kanji in passing (三人); of firms few are but those just named (両社の2社)."""
_OF_WHOM = re.compile(r"は(?:まだ|わずか|たった|計|合計|全部で)?\Z")
_IS_SO_MANY = re.compile(r"[。\n]|だ[。っけ]|です|でし|に(?:増|減|絞|のぼ|達|とど)|しか")
"""Around few of which the sentence says that there are so many: 買い手は4社。"""
_ZERO = re.compile(r"(?:zéro|zero|aucun|no)\Z", re.IGNORECASE)
"""Nought as a word: zéro patient, zero customers."""
_EVEN_FEW = frozenset(
    (
        "song",
        "image",
        "team",
        "site",
        "plant",
        "building",
        "university",
        "hospital",
        "country",
        "city",
        "state",
        "film",
        "store",
        "lawsuit",
        "acquisition",
        "machine",
        "device",
        "gigafactory",
        "furnace",
        "camera",
        "language",
        "power-plant",
        "star",
        "facility",
        "school",
        "clinic",
        "patient",
        "train",
        "bank",
        "ship",
        "mine",
        "tower",
        "substation",
        "project",
        "lot",
        "sensor",
        "microphone",
        "lens",
        "battery",
        "motor",
        "joint",
        "degree-of-freedom",
    )
)
"""What is counted from three on: a publisher's nine songs, a utility's four sites."""
_EVEN_FEW_JA = frozenset(("iteration", "contract", "drug", "district"))
"""What is so in Japanese alone, whose counters say that it is counted."""
_LEAST_ENGLISH = {"person": 4, "company": 5, "accident": 3, "crash": 3}
"""In English four people are told as a figure, and so are five firms."""
_LEAST_PEOPLE_FR, _EVEN_FEW_FR = (
    7,
    frozenset(("vehicle", "truck", "bus", "tram", "train", "commitment", "hangar", "reactor", "helicopter")),
)
"""In French seven people are told as a figure, and three of what is bought or built one by one."""
_TOO_FEW_FR = {
    **dict.fromkeys(("share", "signature", "bank", "household"), _PLAIN_LEAST),
    "layer": 100,
}
"""Fewer are told in passing, or name a thing: les deux actions, trois banques locales, deux maisons, une mémoire à douze couches."""
_CREW = re.compile(r"\b(?:crew|team|staff|workforce|army|force) of (?:about |some |around |nearly |over )?\Z")
_FOUR = frozenset(
    (
        "customer", "unit", "model", "app", "project", "program", "module", "order", "patent",
        "council", "county", "municipality", "province", "region", "school-district", "hotel", "airport", "farm", "utility",
        "occasion", "violation", "attempt", "recall", "outage", "accident", "injury", "arrest", "subpoena", "bid", "switch", "laser",
        "transformer", "generator", "engine", "container", "trailer", "degree-of-freedom", "microphone", "antenna",
        "dam", "missile", "helicopter", "submarine", "warship", "fab", "pod", "node", "tray",
        "vacancy", "tenant", "certificate",
    )
)  # fmt: skip
"""In English these are told as a figure from four on."""
_LEAST_OF_FOUR = 4
_AT_WORK = frozenset(("employee", "engineer", "researcher", "worker", "scientist"))
"""Who works for somebody: 社員N人 are persons to most who mark them, and what they do is told by the metric."""
_PLAINLY_JA = frozenset(("journalist", "participant", "shareholder"))
"""Whom 人 and 名 count as persons, whatever they are: so do most who mark Japanese."""
_MOST_STARS = 5
"""So many stars are a mark, and more are those of a repository."""
_STAFF = 100_000
"""Fewer developers are somebody's people, more of them a market."""
RANKED = re.compile(
    r"(?:\b(?:top|boeing|airbus|embraer|airbus a|nikkei|fortune|forbes|s&p|nasdaq|ftse|cac|dax|stoxx|nikkei|russell|phase|level|chapter|article|articles|section|page|pages|figure|(?<!sur la )(?<!on the )table|rule|version|windows|iphone"
    r"|no\.?|n°|numéro|step|day|week|season|episode|room|gate|flight|route|channel|part|volume|tier|class|grade|round|stage|group|area|formula|type|mark|act"
    r"|chapitre|étape|phase|niveau|salle|vol|ligne|saison|épisode|janvier|february|january|march|april|june|july|august|september|october|november|december"
    r"|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|windows|office|xbox|playstation|gpt|llama|claude|gemini)|トップ|第|ベスト|上位|フォーチュン|フォーブス)[ -]?\Z",
    re.IGNORECASE,
)
_BUILDING = re.compile(
    r"\b(?:Building|Block|Unit|Reactor|Hall|Fab|Plant|Line|Tower|Lot|Pad|Bay|Pod|Site|Zone|Wing|Campus|Gate|Pier) \Z"
)
_NAMED = re.compile(
    r"(?<![.!?:] )(?<!\A)(?<!\n)\b(?!(?:All|Some|About|The|Over|Only|Just|Another)\b)[A-Z][a-z][\w-]* \Z"
)
"""Before a digit that is the version of what it names."""
_SCREENS = ("2K", "4K", "8K")
_CLOCK = re.compile(r"\d[:：]\Z")
"""Before the minutes of a list of chapters: 02:41 ロボット."""
_ONE_FOR = re.compile(r"\b[Uu]ne? [a-zà-ÿ-]+ pour \Z")
_TWENTY = 20
_MORE = re.compile(
    r"(?:[”\"](?= of )|\+|-odd| or (?:so|more|fewer|less)| and counting|-plus| plus(?= [a-z])| ou (?:plus|moins))?"
)


def counted_around(
    text: str, start: int, end: int, value: Decimal, lang: str, *, japanese: bool, digits: bool
) -> Counted | None:
    """What the number at [start, end) counts; None where it counts nothing that a table would hold."""
    if text[start:end] in _SCREENS or _CLOCK.search(text, max(0, start - 3), start):
        return None
    said = _MORE.match(text, end)
    more = said.end() if said else end  # 30+ countries, 500 or so employees
    found = counted_in_japanese(text, start, end, value) if japanese else None
    if found is None and not text[end : end + 1] > "\u3000":
        found = counted_behind(
            text, start, end, more, value, generic=digits and lang != "ja", french=lang == "fr"
        )
    if found is None and value >= _PLAIN_LEAST and ("," in text[start:end] or not 1900 <= value <= 2100):
        found = counted_by_label(text, start, end, value)
    if not found or not found.noun:
        return None
    if found.noun == "work" and lang == "en" and _CREW.search(text, max(0, start - 24), start):
        return Counted("person", end)  # a crew of 1,900 works on the site
    lone = japanese and digits and found.noun == "GPU" and RUNS_ON.match(text, found.end)
    if value == 1 and not found.noun.endswith("flop") and not lone:
        return None
    if value == 0 and text.endswith("from ", 0, start):
        return None  # from zero to a million users
    if value == 0:
        return found if found.noun in PEOPLE and _ZERO.search(text, start, end) else None
    digits_told = (
        japanese
        and text[start].isascii()
        and (
            text[found.end - 1] in _TOLD_COUNTERS
            or (_IS_SO_MANY.match(text, found.end) and _OF_WHOM.search(text, max(0, start - 6), start))
        )
    )
    few = found.noun in _EVEN_FEW or (japanese and found.noun in _EVEN_FEW_JA)
    least = _TWO if digits_told else _FEW_LEAST if few else _PLAIN_LEAST
    if lang == "en":
        fewest = min(least, _LEAST_OF_FOUR) if found.noun in _FOUR else least
        least = _LEAST_ENGLISH.get(found.noun, fewest)
    if lang == "fr":
        least = min(
            least,
            _LEAST_PEOPLE_FR if found.noun in PEOPLE else _FEW_LEAST if found.noun in _EVEN_FEW_FR else least,
        )
    scored = japanese and found.noun == "point" and value != value.to_integral_value()
    if found.noun not in _ALWAYS and value < least and not scored:
        return None
    works = found.noun in _AT_WORK or (found.noun == "developer" and value < _STAFF)
    if japanese and (works or found.noun in _PLAINLY_JA) and text[found.end - 1] in "人名":
        found = Counted("person", found.end)
    if found.noun == "star" and value <= _MOST_STARS and text[end : end + 1] < "\u3000":
        return None  # five stars for a phone
    if lang == "fr" and value <= _TWENTY and _ONE_FOR.search(text, max(0, start - 32), start):
        return None  # un agent pour six salariés
    if lang == "fr" and value < _TOO_FEW_FR.get(found.noun, 0):
        return None
    if value < 1000 and text.startswith(" of", end) and _BUILDING.search(text, max(0, start - 12), start):
        return None  # Building 8 of the old works
    if lang == "en" and digits and value < _PLAIN_LEAST and _NAMED.search(text, max(0, start - 24), start):
        return None  # 50,000 of its Ridge 5 switches
    if value < 1000 and RANKED.search(text, max(0, start - 14), start):
        return None
    return found
