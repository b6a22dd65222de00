"""A language and a seed in, made-up news about AI out: articles of 800 to 3,000 characters, no two alike, the same for ever.

What they are made of stands in grammar/*.txt: names that the catalogue has and names that are coined, figures, pronouns. See
a few: `python -m benchmarks.corpus ja 3`. Needs nothing but Python, so that peers read the same in an environment of theirs.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

LANGUAGES = ("ja", "en", "fr")
LENGTHS = (800, 3_000)
"""Fewest and most characters of an article."""

_GRAMMAR = Path(__file__).parent / "grammar"
_PLACE = re.compile(r"\{([^{}]+)\}")
_ENDS = str.maketrans({"。": "、", ".": ",", "!": ",", "?": ",", "！": "、", "？": "、", "\n": " "})

Forms = Mapping[str, Sequence[str]]


def articles(lang: str, seed: int = 1) -> Iterator[str]:
    """Articles without end."""
    forms, choose = read_grammar(lang), random.Random(f"{lang} {seed}")
    while True:
        yield _article(forms, choose)


def corpus(lang: str, size: int, seed: int = 1) -> list[str]:
    """Articles of `size` bytes of UTF-8 together; the last one goes beyond it."""
    made: list[str] = []
    for article in articles(lang, seed):
        if size <= 0:
            break
        made.append(article)
        size -= len(article.encode())
    return made


def regrouped(texts: Sequence[str], size: int) -> list[str]:
    """The same paragraphs as texts of about `size` bytes each: none is shorter but the last."""
    groups: list[str] = []
    held: list[str] = []
    filled = 0
    for paragraph in "\n\n".join(texts).split("\n\n"):
        held.append(paragraph)
        filled += len(paragraph.encode())
        if filled >= size:
            groups.append("\n\n".join(held))
            held, filled = [], 0
    return [*groups, "\n\n".join(held)] if held else groups


def endless(text: str) -> str:
    """The text with a comma in place of each full stop, and on one line: a sentence that does not end."""
    return text.translate(_ENDS)


def read_grammar(lang: str) -> Forms:
    """The forms of each symbol; lines of the same symbol add up."""
    forms: dict[str, list[str]] = {}
    for line in (_GRAMMAR / f"{lang}.txt").read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith("#"):
            symbol, _, right = line.partition(":")
            forms.setdefault(symbol, []).extend(_alternatives(right))
    return forms


def _alternatives(right: str) -> list[str]:
    return [form.strip().replace("\\n", "\n").replace("\\s", " ") for form in right.split("|")]


def _article(forms: Forms, choose: random.Random) -> str:
    cast: dict[str, str] = {}
    fewest, most = LENGTHS
    length = choose.randint(fewest, most)
    text = _filled("{opening}", forms, choose, cast)
    while True:
        said = {_filled("{sentence}", forms, choose, cast): None for _ in range(choose.randint(2, 6))}
        new = [sentence for sentence in said if sentence not in text]
        longer = f"{text}\n\n{forms['join'][0].join(new)}" if new else text
        if len(longer) > length and len(text) >= fewest:
            return text
        text = longer


def _filled(form: str, forms: Forms, choose: random.Random, cast: dict[str, str]) -> str:
    """The form with something at each of its places; what is chosen for {symbol#1} stays in `cast`."""
    plain_and_places = _parts(form)
    done = list(plain_and_places)
    for at in range(1, len(done), 2):
        place = plain_and_places[at]
        if place in cast:
            done[at] = cast[place]
            continue
        if ".." in place:
            low, _, high = place.partition("..")
            done[at] = str(choose.randint(int(low), int(high)))
            continue
        symbol, kept, _ = place.partition("#")
        done[at] = _filled(choose.choice(forms[symbol]), forms, choose, cast)
        if kept:
            cast[place] = done[at]
    return "".join(done)


@cache
def _parts(form: str) -> Sequence[str]:
    """Plain text and places by turns."""
    return _PLACE.split(form)


def main(lang: str, count: str) -> None:
    """Prints some articles."""
    for _, article in zip(range(int(count)), articles(lang), strict=False):
        print(article, end="\n\n——\n\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
