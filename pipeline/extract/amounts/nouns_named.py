"""Nouns named: a place of an English or French text in, the thing that its words name there out, as a unit."""

from __future__ import annotations

import re
from functools import cache

from pipeline.extract.amounts import nouns, nouns_fr
from pipeline.extract.amounts.phrases import Phrases, phrases_of

_ARTICLE = re.compile(
    r"(?<![\w-])(?:(?P<one>une?|an?|chaque|every|each)|[lds]es|ces|leurs|nos|d[eu]|deux|trois|quatre|cinq|six|sept|huit|neuf|the|its|their|of|in|more|new|some|en)(?:['’ ])(?:(?:new|more|nouvelles?|nouveaux|premi[eè]re?s?|petites?|grandes?|grosses?|autres|graphics(?! (?:cards|proc))) )?|(?<=\bd['’])|(?<=\bl['’])",
    re.IGNORECASE,
)


def noun_named(text: str, start: int, end: int, *, french: bool, many: bool = False) -> str | None:
    """The thing that the words of [start, end) name last behind an article or at its head in the plural, as a unit.

    many: only in the plural.
    """
    named = None
    for article in _ARTICLE.finditer(text, start, end):
        at = article.end()
        noun = (french and french_nouns().at(text, at)) or latin_nouns().at(text, at)
        if article[0].lower() == "du ":
            continue  # du pays
        if noun and noun[1] <= end and (noun[0][1] or (article["one"] and not many)):
            named = noun[0][0]
    return named


def noun_next(text: str, end: int) -> bool:
    """Whether a French noun in the plural stands right behind a number, so that it is of nothing told before."""
    noun = text[end : end + 1] == " " and (
        french_nouns().at(text, end + 1) or latin_nouns().at(text, end + 1)
    )
    return bool(noun and noun[0][1] and text[end + 1].islower())


def noun_at(text: str, position: int) -> str | None:
    """The thing whose English plural begins at a position."""
    noun = latin_nouns().at(text, position)
    return noun[0][0] if noun and noun[0][1] else None


@cache
def latin_nouns() -> Phrases[tuple[str, bool]]:
    """English and French nouns by their forms: the unit of each, and whether the form is a plural."""
    pairs = [(form, (unit, plural)) for form, unit, plural in nouns.latin()]
    pairs.sort(key=lambda pair: not pair[1][1])  # a form that is a plural somewhere is one
    return phrases_of(pairs)


@cache
def french_nouns() -> Phrases[tuple[str, bool]]:
    """The same of those that are nouns in French alone."""
    pairs = [(form, (unit, many)) for form, unit, many in nouns_fr.french()]
    pairs.sort(key=lambda pair: not pair[1][1])
    return phrases_of(pairs)
