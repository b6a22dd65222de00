"""Matching: a text and the catalogue's aliases in, every place where an alias stands as a word of its own out.

All aliases are looked for at once (Aho-Corasick, over the folded text); then each script's own idea of where a word
ends decides: no OpenAI in OpenAIR, no メタ in メタ認知, no ラマ in ドラマ.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

import ahocorasick_rs

from pipeline.extract.fold import JOINTS, fold, fold_name, is_cjk, is_katakana, is_latin
from pipeline.records import Entity


@dataclass(frozen=True, slots=True)
class Alias:
    """One way to write an entity. `short` holds only beside a full name, `ambiguous` only with evidence."""

    entity: str
    text: str
    short: bool
    ambiguous: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """An alias found at [start, end) of the original text."""

    start: int
    end: int
    alias: Alias


# Names inside addresses and handles are not mentions; and a dot with letters behind makes a name a host's.
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s　、。「」（）]+|[\w.+-]+@[\w-]+\.[\w.-]+")
_HOST_TAIL = re.compile(r"\.[a-z]{2,}(?![A-Za-z])", re.ASCII)
# An unknown version of a known family belongs to the name: GPT-4.7, Claude 9.
_VERSION = re.compile(
    r"[ -]?v?\d{1,2}(?:\.\d{1,2}){0,2}(?![\w.]*\d)(?:[a-z](?![A-Za-z]))?(?![A-Za-z0-9%])", re.ASCII
)
_JOINT = re.compile(rf"[{re.escape(JOINTS)}]")
_WIDE_JOINT = re.compile(rf"[{re.escape(JOINTS)}]{{3,}}")


class Matcher:
    """The aliases of a catalogue, ready to be found. Building takes tens of milliseconds; share one."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        by_form: dict[str, list[Alias]] = {}
        for alias in _aliases(entities):
            by_form.setdefault(fold_name(alias.text), []).append(alias)
        by_form.pop("", None)
        self._aliases = list(by_form.values())
        self._families = {entity.id for entity in entities if entity.type in ("model", "product")}
        self._automaton = ahocorasick_rs.AhoCorasick(
            list(by_form), matchkind=ahocorasick_rs.MatchKind.Standard
        )

    def find(self, text: str, word_edges: Collection[int]) -> list[list[Hit]]:
        """The hits, longest first where they overlap, by position; several at one place where an alias is shared.

        `word_edges` are the offsets at which a word of a script without spaces begins or ends.
        """
        folded = fold(text)
        addresses = [match.span() for match in _ADDRESS.finditer(text)] if "." in text or "@" in text else []
        found: list[tuple[int, int, list[Alias]]] = []
        for index, first, last in self._automaton.find_matches_as_indexes(folded.text, overlapping=True):
            start, end = folded.origin[first], folded.origin[last - 1] + 1
            if _inside_folded_character(folded.origin, first, last):
                continue
            fitting = [alias for alias in self._aliases[index] if _fits(text, start, end, alias, word_edges)]
            if fitting and not any(low <= start < high for low, high in addresses):
                found.append((start, end, fitting))
        return [
            [Hit(start, self._with_version(text, end, alias), alias) for alias in aliases]
            for start, end, aliases in longest(found)
        ]

    def _with_version(self, text: str, end: int, alias: Alias) -> int:
        if alias.entity not in self._families or text[end - 1].isdigit():
            return end
        version = _VERSION.match(text, end)
        return version.end() if version else end


def longest(found: list[tuple[int, int, list[Alias]]]) -> Iterator[tuple[int, int, list[Alias]]]:
    """Without those that overlap a longer one (of two as long, the earlier stays)."""
    taken: list[tuple[int, int]] = []
    kept = []
    last_end = -1
    group: list[tuple[int, int, list[Alias]]] = []
    for item in [*sorted(found, key=lambda item: item[0]), None]:
        if item is None or item[0] >= last_end:
            taken.clear()
            for start, end, aliases in sorted(group, key=lambda one: (one[0] - one[1], one[0])):
                if all(end <= low or start >= high for low, high in taken):
                    taken.append((start, end))
                    kept.append((start, end, aliases))
            group = []
        if item is not None:
            group.append(item)
            last_end = max(last_end, item[1])
    return iter(sorted(kept, key=lambda item: item[0]))


def _aliases(entities: Iterable[Entity]) -> Iterator[Alias]:
    for entity in entities:
        ambiguous = {fold_name(text) for text in entity.ambiguous}
        short = {fold_name(text) for text in entity.short}
        full = {fold_name(text): text for text in (*reversed(entity.aliases), entity.name)}  # the name wins
        for form, text in full.items():
            if form not in short:
                yield Alias(entity.id, text, short=False, ambiguous=form in ambiguous)
        for text in entity.short:
            yield Alias(entity.id, text, short=True, ambiguous=fold_name(text) in ambiguous)


def _inside_folded_character(origin: Sequence[int], first: int, last: int) -> bool:
    # One original character may fold to several (㌦ to ドル): a name never begins or ends inside one.
    return (first > 0 and origin[first - 1] == origin[first]) or (
        last < len(origin) and origin[last] == origin[last - 1]
    )


def _fits(text: str, start: int, end: int, alias: Alias, word_edges: Collection[int]) -> bool:
    surface = text[start:end]
    return (
        _edge(text, start, start - 1, start, alias, word_edges)
        and _edge(text, end, end, end - 1, alias, word_edges)
        and _joined_like_a_name(surface, alias)
        and not _HOST_TAIL.match(text, end)
    )


def _edge(text: str, edge: int, outside: int, inside: int, alias: Alias, word_edges: Collection[int]) -> bool:
    """Whether a word may begin or end at `edge`, between the characters `outside` and `inside` the match."""
    if not 0 <= outside < len(text):
        return True
    near, own = text[outside], text[inside]
    if is_cjk(own):
        if is_katakana(own) and is_katakana(near):
            return not alias.ambiguous and len(alias.text) > 2 and edge in word_edges
        return not is_cjk(near) or edge in word_edges
    if is_latin(own):
        if is_latin(near):
            return False
        if near in ".,-" and own.isdigit():  # 4 in 4.1, 4,000 or 4-5 is no whole number
            beyond = outside + (1 if outside > inside else -1)
            return not (0 <= beyond < len(text) and text[beyond].isdigit())
    return True


def _joined_like_a_name(surface: str, alias: Alias) -> bool:
    """Whether the parts of the surface stand together as one name's do.

    Joints may differ from the catalogue's, one at a time. But a Latin name that the catalogue writes as one word and
    the text as two must keep its capital: `Open AI` is the company, `open AI` is not.
    """
    if "\n" in surface:
        return False
    joints = _JOINT.findall(surface)
    if not joints:
        return True
    if _WIDE_JOINT.search(surface):
        return False
    return not (
        surface[0].islower() and alias.text[0].isupper() and len(joints) > len(_JOINT.findall(alias.text))
    )
