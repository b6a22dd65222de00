"""Candidates: a text and what is already read in it in, the names of tracked kinds that no catalogue holds yet out.

Every place that may be a name is a sighting with cues (candidates_latin, candidates_ja). Sightings of one name are judged
together: what one sentence introduces ("a start-up called X"), the others only repeat.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

import ahocorasick_rs

from pipeline.extract.candidates.japanese import japanese_sightings, short_forms_ja
from pipeline.extract.candidates.latin import latin_sightings, short_forms_latin
from pipeline.extract.candidates.latin_spelling import spelled_in_text
from pipeline.extract.candidates.no_names import is_no_name
from pipeline.extract.candidates.sightings import Cue, Sighting
from pipeline.extract.names.fold import fold_name, is_cjk, is_katakana
from pipeline.extract.sentences import Sentences
from pipeline.extract.tokens import Token
from pipeline.records import EntityType

SURE_ENOUGH: Final = 0.5
"""Score from which a name is a candidate."""
AGAIN: Final = 0.2
"""What a second sighting adds to a name: plain words capitalised by chance are seldom so twice."""
A_PERSON: Final = 0.4
"""Weight of a cue that makes a single word in Latin letters somebody."""
A_WORD: Final = 0.2
"""Score under which a Japanese short form is only the word: the bird カモメ beside the company カモメ・エナジー."""
A_SIGN: Final = 0.25
"""Weight of a cue without which a word that comes back is only a word."""
LONGEST_NAME: Final = 60
"""Characters; what is longer is no name."""
LONG_ENOUGH: Final = 5
"""Characters of a name that may also stand in capitals."""
IN_A_LIST: Final = 0.25
"""What the company of another name in a list says."""
LISTED: Final = re.compile(r",? (?:and|or|et|ou) |, |[」』]?(?:、|や|と|および|及び)[「『]?")
"""What stands between two names of a list."""
_ONE_WORD: Final = re.compile(r"[A-Za-zÀ-ÿ0-9.-]+")
OWN_MEDIA: Final = re.compile(
    r"(?:チャンネル|番組|ポッドキャスト|ブログ|メルマガ)(?:名は|は|、)?[「『]\Z"
    r"|\b(?:my|our|notre|ma|mon) (?:new |nouvelle |nouveau )?(?:chaîne|channel|podcast|newsletter|blog)(?: YouTube)?,? (?:called |appelée? )?[«“\"]? ?\Z"
)
"""What stands before the name of the channel on which the text appears."""
CUES_A_KIND: Final = 2
"""Different cues of one kind that count; more of the same say little more."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name at [start, end) that no catalogue holds: its full form, its likely type, a score 0 to 1, and the reasons."""

    start: int
    end: int
    name: str
    type: EntityType
    score: float
    evidence: str


@dataclass(slots=True)
class _Name:
    """A name with all that was seen of it, and the other forms that mean it."""

    surface: str
    places: list[int] = field(default_factory=list)
    cues: dict[Cue, int] = field(default_factory=dict)
    forms: set[str] = field(default_factory=set)
    latin: str = ""
    """How the text writes it in Latin letters, of a name in katakana."""

    def add(self, start: int, cues: Iterable[Cue]) -> None:
        self.places.append(start)
        for cue in cues:
            self.cues[cue] = self.cues.get(cue, 0) + 1


def propose(
    text: str,
    lang: str,
    tokens: Sequence[Token],
    sentences: Sentences,
    taken: Sequence[tuple[int, int]],
    known: Callable[[str], bool] = lambda _: False,
) -> list[Candidate]:
    """The candidates of a text in order, none overlapping another or what is taken (sorted spans).

    `tokens` are Sudachi's of a text with Japanese, else []. `known` says whether a catalogue holds a folded name, which
    means something else where it is not taken: the painter Claude, a firm's apple.
    """
    japanese = lang == "ja" and bool(tokens)
    sightings = (
        japanese_sightings(text, tokens, taken)
        if japanese
        else latin_sightings(text, sentences, taken, french=lang == "fr")
    )
    names = _gathered(text, _with_neighbours(text, sightings))
    _join_short_forms(names, tokens, japanese=japanese)
    if japanese:
        _join_spellings(text, names, known)
    chosen = [
        name
        for key, name in names.items()
        if _score(name) >= SURE_ENOUGH
        and not known(key)
        and not is_no_name(name.surface)
        and not any(OWN_MEDIA.search(text, max(0, place - 24), place) for place in name.places)
    ]
    return list(_placed(text, chosen, tokens, taken))


def _with_neighbours(text: str, sightings: Iterable[Sighting]) -> list[Sighting]:
    """The sightings that are short enough to be names; in a list (X, Y and Z) one that is sure speaks for the others."""
    short = [one for one in sightings if one.end - one.start <= LONGEST_NAME]
    first = 0
    for index in range(1, len(short) + 1):
        if index < len(short) and LISTED.fullmatch(text, short[index - 1].end, short[index].start):
            continue
        row = short[first:index]
        if len(row) > 1 and not any(cue.kind == "place" for one in row for cue in one.cues):
            _share(row)
        first = index
    return short


def _share(row: Sequence[Sighting]) -> None:
    """Gives to each name of a list what kind the surest of the others is of."""
    speaking = [
        (cue.weight, at, cue.kind)
        for at, one in enumerate(row)
        for cue in one.cues
        if cue.kind != "name" and cue.weight >= A_SIGN
    ]
    first = max(speaking, default=None)
    second = max((cue for cue in speaking if first and cue[1] != first[1]), default=None)
    for at, one in enumerate(row):
        other = second if first and first[1] == at else first
        if other:
            one.cues.append(Cue(other[2], IN_A_LIST, "in a list with another"))


def _gathered(text: str, sightings: Iterable[Sighting]) -> dict[str, _Name]:
    """The names by their folded form, in order of appearance."""
    names: dict[str, _Name] = {}
    for sighting in sightings:
        surface = text[sighting.start : sighting.end]
        name = names.setdefault(fold_name(surface), _Name(surface))
        name.forms.add(surface)
        name.add(sighting.start, sighting.cues)
    names.pop("", None)
    return names


def _join_short_forms(names: dict[str, _Name], tokens: Sequence[Token], *, japanese: bool) -> None:
    """Puts Duval to Claire Duval, Novalys to Novalys SA, 佐藤 to 佐藤美咲, wherever the full form is seen too."""
    starts = {token.start: token for token in tokens} if japanese else {}
    for key in list(names):
        full = names.get(key)
        if full is None or _score(full) < SURE_ENOUGH:
            continue
        if japanese:
            shorts = short_forms_ja(full.surface, starts.get(full.places[0]), _type(full))
        else:
            shorts = short_forms_latin(full.surface, _type(full))
        for form in shorts:
            short = names.get(fold_name(form))
            if short is None or short is full:
                if not (full.surface.startswith(form) and (" " in full.surface or "・" in full.surface)):
                    full.forms.add(form)
                continue
            if _surely_another(short, full) or (japanese and _score(short) < A_WORD):
                continue
            full.forms |= short.forms
            full.places += short.places
            for cue, count in short.cues.items():
                full.cues[cue] = full.cues.get(cue, 0) + count
            del names[fold_name(form)]


def _join_spellings(text: str, names: dict[str, _Name], known: Callable[[str], bool]) -> None:
    """Gives names in katakana the Latin letters in which the text writes them too: ヴェルサンティ（Versanti）."""
    spoken_of = {name.surface: name.places for name in names.values() if _score(name) >= A_WORD}
    for surface, latin in spelled_in_text(text, spoken_of).items():
        if known(fold_name(latin)):
            continue
        name = names[fold_name(surface)]
        name.latin = latin
        name.forms.add(latin)
        other = names.pop(fold_name(latin), None)
        if other and other is not name:
            name.forms |= other.forms
            name.places += other.places
            for cue, count in other.cues.items():
                name.cues[cue] = name.cues.get(cue, 0) + count


def _surely_another(short: _Name, full: _Name) -> bool:
    """A model and its maker may share a word; a person and a company as well."""
    return _score(short) >= 0.8 and _type(short) != _type(full) and min(short.places) < min(full.places)


def _score(name: _Name) -> float:
    doubt = 1.0
    for kind in {cue.kind for cue in name.cues} - {"place"}:
        weights = sorted((cue.weight for cue in name.cues if cue.kind == kind), reverse=True)
        for weight in weights[:CUES_A_KIND]:
            doubt *= 1 - weight
    if len(name.places) > 1 and any(cue.weight >= A_SIGN and cue.kind != "place" for cue in name.cues):
        doubt *= 1 - AGAIN
    score = 1 - doubt
    placed = sum(count * cue.weight for cue, count in name.cues.items() if cue.kind == "place")
    surely = any(cue.kind == "place" and cue.weight >= 0.8 for cue in name.cues)
    enough = 0.7 if surely else 0.5
    if placed and not any(cue.weight >= enough and cue.kind not in ("place", "name") for cue in name.cues):
        score *= 1 - min(0.6, placed / len(name.places))
    return round(score, 2)


def _type(name: _Name) -> EntityType:
    """What most speaks for; a company where nothing does."""
    doubts: dict[EntityType, float] = {}
    numbered = name.surface[-1].isdigit()
    lone = bool(_ONE_WORD.fullmatch(name.surface))
    for cue in name.cues:
        if cue.kind == "person" and (numbered or (lone and cue.weight < A_PERSON)):
            continue  # firms say things as well: of people the text gives both names
        if cue.kind != "name" and cue.kind != "place":
            doubts[cue.kind] = doubts.get(cue.kind, 1.0) * (1 - cue.weight)
    return min(doubts, key=lambda kind: doubts[kind]) if doubts else "organization"


def _placed(
    text: str, names: Sequence[_Name], tokens: Sequence[Token], taken: Sequence[tuple[int, int]]
) -> Iterator[Candidate]:
    """Every place where a form of a chosen name stands as a word, the longest form first."""
    surnames = {token.start for token in tokens if len(token.surface) == 1 and token.pos[3] == "姓"}
    owners = {
        _encodable(form): name
        for name in names
        for form in name.forms
        if len(form) > 1 or (is_cjk(form) and _type(name) == "person")
    }
    for form, name in list(owners.items()):  # headlines in capitals
        if len(form) >= LONG_ENOUGH:
            owners.setdefault(form.upper(), name)
    if not owners:
        return
    edges = {token.start for token in tokens} | {token.end for token in tokens}
    edges.update(place for name in names for place in name.places)
    forms = list(owners)
    automaton = ahocorasick_rs.AhoCorasick(forms, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    described = {id(name): (_type(name), _score(name), _evidence(name)) for name in names}
    for index, start, end in automaton.find_matches_as_indexes(_encodable(text)):
        if not (_is_edge(text, start, edges) and _is_edge(text, end, edges)) or _overlaps(taken, start, end):
            continue
        if end - start == 1 and start not in surnames:
            continue
        name = owners[forms[index]]
        kind, score, evidence = described[id(name)]
        yield Candidate(start, end, name.latin or name.surface, kind, score, evidence)


def _encodable(text: str) -> str:
    """The text at the same offsets without lone surrogates, which no matcher takes."""
    return text.encode("utf-8", "replace").decode()


def _is_edge(text: str, at: int, edges: set[int]) -> bool:
    """Whether a word begins or ends between the characters at - 1 and at."""
    if not 0 < at < len(text):
        return True
    before, behind = text[at - 1], text[at]
    if is_katakana(before) and is_katakana(behind):
        return at in edges
    if is_cjk(before) or is_cjk(behind):
        return is_cjk(before) != is_cjk(behind) or at in edges or not edges
    return not (before.isalnum() and behind.isalnum())


def _overlaps(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    index = bisect_left(spans, (start, start))
    return any(low < end and start < high for low, high in spans[max(0, index - 1) : index + 1])


def _evidence(name: _Name) -> str:
    cues = sorted((cue for cue in name.cues if cue.weight >= 0.1), key=lambda cue: -cue.weight)
    reasons = list(dict.fromkeys(cue.words for cue in cues))[:3]
    if len(name.places) > 1:
        reasons.append(f"seen {len(name.places)} times")
    return "; ".join(reasons)
