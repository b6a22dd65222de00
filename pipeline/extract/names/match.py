"""Matching: a text and the catalogue's aliases in, every place where an alias stands as a word of its own out.

All aliases are looked for at once (Aho-Corasick, over the folded text); then each script's own idea of where a word
ends decides: no OpenAI in OpenAIR, no メタ in メタ認知, no ラマ in ドラマ.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from string import ascii_letters

import ahocorasick_rs

from pipeline.extract.names.aliases import Alias
from pipeline.extract.names.fits import fits, open_if_split
from pipeline.extract.names.fold import fold, fold_name, is_kanji
from pipeline.extract.names.spoken import is_caseless
from pipeline.extract.names.versions import makers_version_end, version_end
from pipeline.records import Entity


@dataclass(frozen=True, slots=True)
class Hit:
    """An alias found at [start, end) of the original text."""

    start: int
    end: int
    alias: Alias


# Names inside addresses and handles are not mentions; and a dot with letters behind makes a name a host's.
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s　、。「」（）]+"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,190}"
)
_CHINESE_FIRM = re.compile(r"(?:科技|集団|股份)(?:有限公司)?(?![一-鿿])")
"""What Chinese firms have behind their names: 緯穎科技."""
_WORD_LETTERS = frozenset(ascii_letters)


class Matcher:
    """The aliases of a catalogue, ready to be found. Building takes tens of milliseconds; share one."""

    def __init__(self, entities: Collection[Entity], aliases: Iterable[Alias]) -> None:
        by_form: dict[str, list[Alias]] = {}
        for alias in aliases:
            by_form.setdefault(fold_name(alias.text), []).append(alias)
        by_form.pop("", None)
        self._forms = frozenset(
            form
            for form, aliases in by_form.items()
            if not all(alias.given or alias.head or alias.noun for alias in aliases)
        )
        self._aliases = list(by_form.values())
        self._families = {entity.id for entity in entities if entity.type in ("model", "product", "hardware")}
        self._makers = {entity.id for entity in entities if entity.type == "organization"}
        self._automaton = ahocorasick_rs.AhoCorasick(
            list(by_form), matchkind=ahocorasick_rs.MatchKind.Standard
        )

    def holds(self, form: str) -> bool:
        """Whether an alias has this folded form."""
        return form in self._forms

    def find(self, text: str, word_edges: Collection[int], *, spoken: bool) -> list[list[Hit]]:
        """The hits, longest first where they overlap, by position; several at one place where an alias is shared.

        `word_edges` are the offsets at which a word of a script without spaces begins or ends.
        """
        folded = fold(text)
        origin = folded.origin
        caseless = spoken or is_caseless(text)
        addresses = [match.span() for match in _ADDRESS.finditer(text)] if "." in text or "@" in text else []
        found: list[tuple[int, int, list[Alias]]] = []
        for index, first, last in self._automaton.find_matches_as_indexes(folded.text, overlapping=True):
            start, end = origin[first], origin[last - 1] + 1
            if _inside_a_word(text, start, end) or _inside_folded_character(origin, first, last):
                continue
            fitting = [
                alias
                for alias in self._aliases[index]
                if fits(text, start, end, alias, word_edges, caseless=caseless, spoken=spoken)
            ]
            if spoken and fitting and " " in text[start:end]:
                fitting = [open_if_split(text[start:end], alias) for alias in fitting]
            if fitting and not any(low <= start < high for low, high in addresses):
                found.append((start, end, fitting))
        return [
            [Hit(start, self._with_version(text, end, alias, spoken=spoken), alias) for alias in aliases]
            for start, end, aliases in longest(found)
        ]

    def _with_version(self, text: str, end: int, alias: Alias, *, spoken: bool) -> int:
        if alias.entity in self._families:
            return version_end(text, end, spoken=spoken)
        if alias.entity in self._makers and is_kanji(text[end - 1]):
            whole = _CHINESE_FIRM.match(text, end)
            return whole.end() if whole else end
        if alias.entity in self._makers:
            return makers_version_end(text, end)
        return end


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


def _inside_folded_character(origin: Sequence[int], first: int, last: int) -> bool:
    # One original character may fold to several (㌦ to ドル): a name never begins or ends inside one.
    return (first > 0 and origin[first - 1] == origin[first]) or (
        last < len(origin) and origin[last] == origin[last - 1]
    )


def _inside_a_word(text: str, start: int, end: int) -> bool:
    """Whether the match is plainly a piece of a longer Latin word: most are, and are told here at once."""
    if start and text[start] in _WORD_LETTERS and text[start - 1] in _WORD_LETTERS:
        return True
    behind = text[end : end + 1]
    return behind != "s" and behind in _WORD_LETTERS and behind != "" and text[end - 1] in _WORD_LETTERS
