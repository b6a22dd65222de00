"""Nouns: the table of the things that the news counts (nouns_table.py) in, its words by language out, plurals with them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.extract.amounts.nouns_english import ENGLISH
from pipeline.extract.amounts.nouns_table import COUNTERS, TABLE


class Counted(NamedTuple):
    """The thing counted, as a unit, and where the amount's own words end."""

    noun: str
    end: int


def counters() -> dict[str, str]:
    """Japanese counters and what each counts by itself ("" where it only counts)."""
    return COUNTERS


def latin() -> Iterator[tuple[str, str, bool]]:
    """Form, unit and whether it is a plural, for every noun in English and French."""
    for named, english, french, _ in reversed(list(_rows())):
        for written, foreign in [*((one, False) for one in english), *((one, True) for one in french)]:
            word = written.removeprefix("=")
            singular, _, many = word.removesuffix("!").partition("/")
            own = not foreign and word == written and singular.lower() != named.lower()
            unit = singular.replace(" ", "-") if own else named
            if word.endswith("!"):
                yield singular, unit, True
            else:
                yield singular, unit, False
                yield many or plural(singular, french=foreign), unit, True


def japanese() -> Iterator[tuple[str, str]]:
    """Noun and unit for every noun in Japanese; where two rows hold one, the later and narrower wins."""
    for unit, _, _, names in reversed(list(_rows())):
        yield from ((name, unit) for name in names)


def _rows() -> Iterator[tuple[str, list[str], list[str], list[str]]]:
    for row in (*TABLE.strip().splitlines(), *(f"{row} | |" for row in ENGLISH.strip().splitlines())):
        unit, *columns = (column.strip() for column in row.split("|"))
        english, french, names = (
            [one.strip() for one in column.split(",") if one.strip()] for column in columns
        )
        yield unit, english, french, names


def plural(singular: str, *, french: bool) -> str:
    """The plural of a noun by rule."""
    if french:
        first, space, rest = singular.partition(" ")
        first = (
            first[:-1] + "ux"
            if first.endswith("al")
            else first + ("" if first[-1] in "sxz" else "x" if first.endswith(("eau", "eu")) else "s")
        )
        if not space:
            return first
        return (
            f"{first} {rest}s"
            if " de " not in f" {rest} " and not rest.startswith("d")
            else f"{first} {rest}"
        )
    return singular + ("es" if singular.endswith(("s", "x", "ch", "sh")) else "s")
