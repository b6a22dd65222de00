"""A reader of one text in; JSON Lines from stdin to stdout, through it."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from typing import Any

Found = list[dict[str, Any]]


def answer(read: Callable[[str, str], Found]) -> None:
    """For each line what `read` finds in its text, which is in its language. What else is printed goes to stderr."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    for line in sys.stdin:
        question = json.loads(line)
        found = read(question["text"], question["lang"])
        print(json.dumps({"id": question["id"], "found": found}), file=answers, flush=True)
