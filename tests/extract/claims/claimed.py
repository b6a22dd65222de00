"""Claimed texts: passages with names and figures marked in, the plain text with names, amounts and the right claims out.

    [[Veridane|?veridane organization]] raised {{$5m|money 5000000 USD exact|veridane|funding}}

A name gives its entity (`?` for one that no catalogue has), its type and its parent (what a reader knows of it, the catalogue tells); a figure its kind, value, unit, bound,
owner and metric (`-` where the text tells none).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any, cast

from pipeline.extract.amounts.find import Amount
from pipeline.extract.claims.claim import claims_of
from pipeline.extract.named import Named
from pipeline.extract.names.catalogue import load_catalogue
from pipeline.extract.profile import UNKNOWN, Profile, profile_of
from pipeline.extract.sentences import split_sentences
from tests.conftest import ROOT


@cache
def _profiles() -> Mapping[str, Profile]:
    return {id_: profile_of(entity) for id_, entity in load_catalogue(ROOT / "seeds" / "catalogue").items()}


_MARK = re.compile(
    r"\[\[(?P<name>[^\]|]+)\|(?P<who>[^\]]+)\]\]|\{\{(?P<figure>[^}|]+)\|(?P<amount>[^}|]+)\|(?P<owner>[^}|]+)\|(?P<metric>[^}|]+)\}\}"
)


@dataclass(frozen=True)
class Claimed:
    """A plain text with what stands in it, and of each amount the owner and metric (None: not told)."""

    text: str
    names: list[Named]
    amounts: list[Amount]
    expected: list[tuple[str | None, str | None]]

    def told(self, lang: str) -> list[tuple[str | None, str | None]]:
        """What the rules find, with None where nothing is expected."""
        found = claims_of(self.text, lang, self.amounts, self.names, split_sentences(self.text))
        return [
            (claim.subject if owner else None, claim.metric if metric else None)
            for claim, (owner, metric) in zip(found, self.expected, strict=True)
        ]


def claimed(marked: str) -> Claimed:
    """The text without its marks."""
    plain, last = "", 0
    names: list[Named] = []
    amounts: list[Amount] = []
    expected: list[tuple[str | None, str | None]] = []
    for match in _MARK.finditer(marked):
        plain += marked[last : match.start()]
        start, last = len(plain), match.end()
        plain += match["name"] or match["figure"]
        if match["name"]:
            names.append(_named(start, len(plain), match["who"]))
            continue
        amounts.append(_amount(start, len(plain), match["amount"]))
        owner, metric = (None if one == "-" else one for one in (match["owner"], match["metric"]))
        expected.append((owner, metric if metric != "other" else None))
    return Claimed(plain + marked[last:], names, amounts, expected)


def _named(start: int, end: int, who: str) -> Named:
    entity, type_, *parent = who.split()
    return Named(
        start,
        end,
        entity.lstrip("?"),
        cast(Any, type_),
        parent[0] if parent else None,
        not entity.startswith("?"),
        _profiles().get(entity, UNKNOWN),
    )


def _amount(start: int, end: int, told: str) -> Amount:
    kind, value, unit, bound = told.split()
    low, _, high = value.partition("..") if ".." in value else (value, "", value)
    return Amount(start, end, cast(Any, kind), _decimal(low), _decimal(high), unit, cast(Any, bound))


def _decimal(digits: str) -> Decimal | None:
    return Decimal(digits) if digits else None
