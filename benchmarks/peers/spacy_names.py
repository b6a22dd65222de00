"""`python -m benchmarks.peers.spacy_names MODEL`: texts as JSON Lines in, the names that this model of spaCy finds out."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

from benchmarks.peers.lines import Found, answer


def main(model: str) -> None:
    nlp: Any = import_module("spacy").load(model)

    def read(text: str, _lang: str) -> Found:
        return [{"start": one.start_char, "end": one.end_char, "type": one.label_} for one in nlp(text).ents]

    answer(read)


if __name__ == "__main__":
    main(sys.argv[1])
