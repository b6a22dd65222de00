"""Words around a name in English and French: where it stands in a text in, cues from what stands before it and behind it out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.extract.candidates.cues_latin import (
    ACTS,
    AGAINST,
    BONDS,
    COMPOUNDS,
    DEALS,
    DESCRIBERS,
    DONE,
    GIVING,
    MAKERS,
    NAMING,
    OF_FIRMS,
    OWNED,
    PLACING,
    PREDICATES,
    SAYS,
    STAFF,
    STAKES,
)
from pipeline.extract.candidates.plain_words import OPENERS, PLACES, TITLES, dictionary, is_place
from pipeline.extract.candidates.sightings import Cue
from pipeline.extract.candidates.word_lists import words_in

REACH: Final = 70
"""Characters on each side in which words are cues."""

_TOKEN: Final = re.compile(r"(?:[LDNSMTCJldnsmtcj]|[Qq]u)['’](?=\w)|[\w’'&-]*\w|['’]s\b|[,;:.!?()«»“”\"\n]")
_RESUMED: Final = re.compile(
    r"\. (?:The|La|Le|Cette|Ce|L['’]) ?(?:[\w-]+ )?(start-?up|company|firm|lab|laboratory|société|entreprise|groupe|laboratoire"
    r"|model|modèle|chip|puce|app|application|tool|outil|fund|fonds|project|projet)\b"
)
_HYPHENED: Final = re.compile(r"-([a-z]+)")
_VERB: Final = re.compile(
    r"[a-z]{2,}(?:[^aeious]s|[aeo]es|ed|era|eront|ira|iront|dra|dront|[aeir]ait|[aeir]aient)"
)
_NO_VERB: Final = words_in(
    "alors hors corps temps tels après très dès lors ailleurs envers plusieurs toujours dehors tiers afterwards always besides"
    " indeed hundred instead red bed need feed speed seed embed breed"
)
_ASIDE: Final = re.compile(
    r",? (?:lui|elle|eux|elles)(?: aussi)?,|, (?:de|pour) (?:son|sa|leur) (?:côté|part),|, (?:en revanche|quant à (?:lui|elle)|à l['’]inverse|par exemple|notamment),"
    r"|, (?:meanwhile|too|however|though|by contrast|for (?:its|his|her|their) part|on the other hand|for one|once|which|whose)\b"
)
"""What follows who a sentence turns to: X, de son côté, …; X, meanwhile, …"""
_PAST: Final = re.compile(r"(?:é|ée|[dfr]ait|dit|mis|pris|[cdlntr]u|çu|isi|erti|uit)\Z")
_PARTICIPLE: Final = re.compile(r"(?:ed|[^aeiou]en|it|built|made|é|ée|és|ées|ite)\Z")
_QUOTES: Final = frozenset('«»“”"')
_STOPS: Final = frozenset(",.;:()?!\n")
_POSSESSIVES: Final = ("'s", "’s")
_OF_THE_DEAD: Final = re.compile(
    r" (?:himself |herself |lui-même |elle-même )?(?:would|might) (?:\w+ )?have (?:smiled|hated|loved|adored|laughed|approved|wept|blushed|agreed|understood|been (?:proud|amused))"
    r"| (?:lui-même |elle-même )?aur(?:ait|aient) (?:\w+ )?(?:adoré|aimé|souri|détesté|signé|ri|apprécié|approuvé|rougi|applaudi|jubilé)"
)
"""What is said of those who cannot say it: Keynes would have smiled, Colbert aurait signé."""
_PRONOUNS: Final = words_in("it that there what who he she let here")
_ARTICLES: Final = words_in(
    "two three four five deux trois quatre cinq her his my your mon ma votre a an the its their our une un la le les l son sa leur notre d another among one parmi"
)
_OF: Final = words_in("of de du des la d the")
_JOINING: Final = words_in("with of by at to de d par avec chez for from du sur into against contre à")
_AUXILIARIES: Final = words_in(
    """
    will has had would does did won't hasn't didn't doesn't isn't wasn't wouldn't hadn't can't couldn't can could va avait
    """
)
_FIRMS: Final = frozenset(
    f"{noun} {word}" for noun in ("maison", "société", "entreprise") for word in ("mère", "commune")
)
"""In which words of places are none: la maison mère de X, l'entreprise commune X."""
_OWN: Final = words_in("its our their notre leur")
_DETERMINERS: Final = words_in("le la l un une son sa notre leur ce cet cette")
_STAKING: Final = words_in("in dans en of de d")
_NO_TITLES: Final = words_in("premier general managing principal prime head chief me")
"""Words of ranks that are adjectives and nouns by themselves: un premier Jamba."""
_HONOURED: Final = re.compile(r"(?<![\w’'-])(?:M|Mr|Mrs|Ms|Dr|Mme|Mlle|Prof|Sir|Lord|Dame)\.? \Z")


def words_before(text: str, start: int) -> Iterator[Cue]:
    """What the words before a name say: a start-up called X, the chip X, CEO X, invested in X, in X."""
    raw = _TOKEN.findall(text, max(0, start - REACH), start)[-5:]
    if _is_somebody(raw):
        yield Cue("organization", 0.3, f"{raw[-2]} {raw[-1]} before it")
    tokens = [token.lower().rstrip("'’") for token in raw if token not in _QUOTES]
    if "\n" in tokens:
        tokens = tokens[len(tokens) - tokens[::-1].index("\n") :]
    if not tokens:
        return
    if _HONOURED.search(text, max(0, start - 8), start):
        yield Cue("person", 0.7, "Mr or Ms before it")
        return
    comma = tokens[-1] == ","
    if comma:
        tokens.pop()
    last, second, third = ["", "", "", *tokens][-1:-4:-1]
    against = second if last in _OF else last
    if (against in AGAINST and f"{third if last in _OF else second} {against}" not in _FIRMS) or (
        last.isdigit() and len(last) == 5
    ):
        yield Cue("place", 0.6, f"{second if last in _OF else last} before it")
    elif comma:
        yield from _described_before(tokens)
    elif last.endswith(_POSSESSIVES) and last[:-2] not in _PRONOUNS:
        place = is_place(last[:-2])
        yield Cue("organization" if place else "product", 0.35 if place else 0.15, f"{last} before it")
    elif last in PLACES and text[start - len(last) - 1 : start - 1] == last:
        yield Cue("organization", 0.4, f"{last} before it")  # le français X
    elif last.endswith(("-based", "-backed")):
        yield Cue("organization", 0.5, f"{last} before it")
    elif (
        last in NAMING
        or (last in ("as", "comme") and second in ("known", "connu", "connue"))
        or (last in ("appelle", "nomme") and second == "s")
    ):
        yield Cue("name", 0.6, f"{last} before it")
        yield from _right_before(second, third, "")
    elif last == "à" and not GIVING.isdisjoint(tokens):
        yield Cue("organization", 0.2, "given to it")
    else:
        yield from _right_before(last, second, third)


def _is_somebody(tokens: Sequence[str]) -> bool:
    """A person of unusual name before of or de: Pruitt of X; Houngbédji, de X."""
    if len(tokens) < 3 or tokens[-1] not in ("of", "de", "d'", "d’", "chez", "at"):
        return False
    before = tokens[-3] if tokens[-2] == "," else tokens[-2]
    return (
        before[0].isupper()
        and before[1:].islower()
        and not (before.lower() in dictionary() or is_place(before.lower()))
    )


def _described_before(tokens: Sequence[str]) -> Iterator[Cue]:
    """A start-up, X: the describer stands behind an article or a possessive, not at the end of any clause."""
    near = [token for token in tokens[-1:-4:-1] if token in DESCRIBERS]
    if near and any(token in _ARTICLES or token.endswith(_POSSESSIVES) for token in tokens):
        yield Cue(DESCRIBERS[near[0]], 0.4, f"{near[0]}, before it")


def _right_before(last: str, second: str, third: str) -> Iterator[Cue]:
    """What the three words before a name say, the nearest first."""
    if last in DESCRIBERS:
        yield Cue(DESCRIBERS[last], 0.55, f"{last} before it")
    elif last in ("of", "de", "d", "behind", "derrière") and second in MAKERS:
        yield Cue("product", 0.35, f"{second} {last} before it")  # the maker of X
    elif last in ("of", "de", "d") and second in OF_FIRMS:
        yield Cue("organization", 0.35, f"{second} {last} before it")  # a unit of X
    elif second in ("de", "d") and third in DESCRIBERS and last in dictionary():
        yield Cue(DESCRIBERS[third], 0.4, f"{third} {second} {last} before it")  # le centre de données X
    elif last in TITLES and last not in _NO_TITLES:
        yield Cue("person", 0.6, f"{last} before it")
    elif second in DESCRIBERS and last not in PLACING and last.isalpha() and last not in OPENERS:
        yield Cue(DESCRIBERS[second], 0.45, f"{second} before it")
    elif last in DEALS:
        yield Cue("organization", 0.35, f"{last} before it")
    elif (
        (last in ("par", "by") and _PARTICIPLE.search(second))
        or (last in _STAKING and (second in STAKES or third in STAKES))
        or (last in _JOINING and (second in BONDS or third in BONDS))
    ):
        yield Cue("organization", 0.35, f"{second} {last} before it")
    elif (last in ("at", "chez") and second in STAFF) or (
        last in _JOINING and "person" in (DESCRIBERS.get(second.removesuffix("s")), DESCRIBERS.get(third))
    ):
        yield Cue("organization", 0.4, f"{second} {last} before it")
    elif last in ("with", "avec", "chez"):
        yield Cue("organization", 0.2, f"{last} before it")
    elif last in PLACING:
        yield Cue("place", PLACING[last], f"{last} before it")
    elif second in ("a", "ont", "ai", "avons", "have", "has") and _PARTICIPLE.search(last):
        yield Cue("organization", 0.2, f"{last} before it")
    elif last in SAYS:
        yield Cue("person", 0.35, f"{last} before it")
    elif last in _OWN:
        yield Cue("product", 0.15, f"{last} before it")
    elif second in _DETERMINERS and len(last) > 3 and last in dictionary() and last not in OPENERS:
        yield Cue("product", 0.2, f"{second} {last} before it")  # le boîtier X


def words_behind(text: str, end: int, *, known: bool) -> Iterator[Cue]:
    """What the words behind a name say: X, a Lyon-based start-up; X's shares; X raised; X-based."""
    if text[end : end + 6] == "-based":
        yield Cue("place", 0.9, "-based")
        return
    if (joined := _HYPHENED.match(text, end)) and joined[1] in COMPOUNDS:
        yield Cue("organization", 0.4, f"-{joined[1]} behind it")
        return
    raw = [token.rstrip("'’") for token in _TOKEN.findall(text, end, end + REACH) if token not in _QUOTES]
    tokens = [token.lower() for token in raw]
    if not tokens:
        return
    first, second = [*tokens, "", ""][:2]
    if _OF_THE_DEAD.match(text, end):
        yield Cue("place", 0.5, "spoken of as of the dead")
        return
    if first in _POSSESSIVES:
        if any(token in OWNED for token in tokens[1:3]):
            yield Cue("organization", 0.5, "what companies have behind it")
        else:
            yield Cue("name", 0.15, "possessive")
        return
    if resumed := _RESUMED.match(text, end):
        yield Cue(DESCRIBERS.get(resumed[1], "name"), 0.3, f"the {resumed[1]} behind it")
    elif first in SAYS:
        yield Cue("person", 0.3, f"{first} behind it")
    elif first in ACTS or (first in ("will", "also", "has", "va") and second in ACTS | DONE):
        yield Cue("organization", 0.35, f"{first} behind it")
    elif first in ("a", "ont", "avait") and second not in DONE and _PAST.search(second):
        yield Cue("organization", 0.2, f"{first} {second} behind it")
    elif first in ("a", "ont", "has", "have", "had", "avait") and second in DONE:
        yield Cue("organization", 0.35, f"{first} {second} behind it")
    elif first == "data" and second in DESCRIBERS:
        yield Cue("project", 0.35, f"data {second} behind it")
    elif first in DESCRIBERS and DESCRIBERS[first] not in ("organization", "person"):
        yield Cue(DESCRIBERS[first], 0.35, f"{first} behind it")
    elif first in ("is", "was", "are", "est", "était", "sont"):
        yield from (cue for cue in _apposition(raw[1:6]) if cue.weight >= 0.5)
    elif _ASIDE.match(text, end):
        yield Cue("organization", 0.3, "turned to")
    elif first in (",", "("):
        yield from _apposition(raw[1:9])
    elif first in _AUXILIARIES and not known and text[end - 1] != "s":
        yield Cue("organization", 0.2, f"{first} behind it")
    elif _is_a_verb(first) or (first in ("has", "had") and second.endswith("ed")):
        yield Cue("organization", 0.1 if known else 0.2, f"{first} behind it")


def _is_a_verb(word: str) -> bool:
    return (word in PREDICATES or bool(_VERB.fullmatch(word))) and word not in _NO_VERB


def _apposition(tokens: Sequence[str]) -> Iterator[Cue]:
    """X, a Lyon-based start-up; X, its chief executive; X, fondatrice de; X, who. Not: at X, the robot Y."""
    first = tokens[0].lower() if tokens else ""
    if first in ("who", "whom"):
        yield Cue("person", 0.25, f", {first} behind it")
    elif first in ("which", "whose", "qui"):
        yield Cue("organization", 0.25, f", {first} behind it")
    elif first not in PLACING:
        for index, token in enumerate(map(str.lower, tokens)):
            if token in _STOPS:
                return
            then = tokens[index + 1].lower() if index + 1 < len(tokens) else ""
            if token in DESCRIBERS and then in DESCRIBERS:  # a law firm
                continue
            if token in ("pousse", "pousses") and not (index and tokens[index - 1].startswith("jeune")):
                continue  # la commune pousse un projet
            if tokens[index][0].isupper() and tokens[index][1:].islower():
                continue  # À Haïfa, Lumora Labs
            if token in DESCRIBERS and (index < 2 or first in _ARTICLES or first in DESCRIBERS):
                if not any(following[0].isupper() for following in tokens[index + 1 : index + 2]):
                    yield Cue(DESCRIBERS[token], 0.55, f", {token} behind it")
                return
