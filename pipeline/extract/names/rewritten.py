"""Rewritten: a word and rules of spelling in, the word with each rule applied in turn out.

Most rules do not touch most words, and whether the letters that a rule begins with are there at all is told ten times faster
than its pattern is looked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

_LITERAL = re.compile(r"(?:\(\?<[!=][^)]*\)|\\A)*([a-zéœァ-ヺ]+)(?![?*{])")
"""What an alternative asks for first: letters behind what only looks back."""

Rewriting = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str], tuple[str, ...]]
"""A pattern, what takes its place, and pieces one of which must be there; none where that cannot be told."""


def rewritings(rules: Iterable[tuple[str, str]]) -> tuple[Rewriting, ...]:
    """The rules made ready, in their order."""
    return tuple((re.compile(pattern), _made(instead), _needed(pattern)) for pattern, instead in rules)


def rewritten(word: str, rules: tuple[Rewriting, ...]) -> str:
    """The word after all rules."""
    for pattern, instead, needed in rules:
        if not needed:
            word = pattern.sub(instead, word)
            continue
        for piece in needed:
            if piece in word:
                word = pattern.sub(instead, word)
                break
    return word


def _made(instead: str) -> str | Callable[[re.Match[str]], str]:
    """Of a template that is its first group alone a function: re would put it together anew for each match."""
    return first_group if instead == r"\1" else instead


def first_group(match: re.Match[str]) -> str:
    """What the first group holds."""
    return str(match[1])


def _needed(pattern: str) -> tuple[str, ...]:
    """The letters with which each alternative begins."""
    if "(?:" in pattern:
        return ()  # its bars are not the whole pattern's
    firsts = [_LITERAL.match(one) for one in pattern.split("|")]
    return tuple(dict.fromkeys(first[1] for first in firsts if first)) if all(firsts) else ()
