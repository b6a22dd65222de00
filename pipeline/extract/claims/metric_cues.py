"""Metric cues: the words of each language (metric_cues_ja, _en, _fr) as patterns by kind of figure, and what counted things are.

Which of several cues counts is decided in metrics.py by nearness.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.extract.claims import metric_cues_en, metric_cues_fr, metric_cues_ja
from pipeline.records import Metric

Patterns = list[tuple[Metric, re.Pattern[str]]]


@dataclass(frozen=True, slots=True)
class Cues:
    """The cue patterns of one language, by kind of figure."""

    money: Patterns
    percent: Patterns
    multiple: Patterns
    persons: Patterns
    tokens: Patterns


_OF_MULTIPLES: frozenset[Metric] = frozenset(("growth", "price", "cost", "power-use", "users"))
_WORTH_AS_MULTIPLE: frozenset[Metric] = frozenset(("valuation",))


def _patterns(words: Mapping[Metric, str]) -> Patterns:
    return [(metric, re.compile(by_words(pattern), re.IGNORECASE)) for metric, pattern in words.items()]


def by_words(pattern: str) -> str:
    r"""The same alternatives with one `\b` for all that begin with it: `re` then passes over what begins no word."""
    parts = _alternatives(pattern)
    words = [part[2:] for part in parts if part.startswith(r"\b")]
    others = [part for part in parts if not part.startswith(r"\b")]
    return "|".join([*([rf"\b(?:{'|'.join(words)})"] if words else []), *others])


def _alternatives(pattern: str) -> list[str]:
    """What stands between the bars that are in no bracket."""
    parts, depth = [""], 0
    for one in _PIECE.findall(pattern):
        depth += (one == "(") - (one == ")")
        if one == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += one
    return parts


_PIECE = re.compile(r"\\.|\[\^?(?:\\.|[^\]\\])+\]|.", re.DOTALL)
"""Of a pattern: what is escaped, a set, any other character."""


def _cues(
    money: Mapping[Metric, str],
    percent: Mapping[Metric, str],
    persons: Mapping[Metric, str],
    tokens: Mapping[Metric, str],
) -> Cues:
    multiple = {metric: words for metric, words in percent.items() if metric in _OF_MULTIPLES}
    multiple |= {metric: words for metric, words in money.items() if metric in _WORTH_AS_MULTIPLE}
    return Cues(
        _patterns(money), _patterns(percent), _patterns(multiple), _patterns(persons), _patterns(tokens)
    )


CUES: dict[str, Cues] = {
    lang: _cues(words.MONEY, words.PERCENT, words.PERSONS, words.TOKENS)
    for lang, words in (("en", metric_cues_en), ("fr", metric_cues_fr), ("ja", metric_cues_ja))
}
DATA_READ = re.compile(
    r"学習|訓練|データセット|コーパス|データ量|ダウンロード|\btrain\w*|\bcorpus\b|\bdata ?sets?\b|\bimages\b|\bvideos?\b|\bentraîn\w+|\bcorpus\b|\bdownload\w*|\btraffic\b",
    re.IGNORECASE,
)
"""Bytes that are learnt from or moved; other bytes are the room that a machine or a file has."""

_COUNTED: dict[Metric, str] = {
    "hardware": "gpu chip server accelerator tpu card processor wafer rack turbine machine unit robot center device satellite"
    " reactor system core computer qubit car vehicle truck drone transistor board wafer engine taxi gigafactory headset node camera sensor battery phone laptop",
    "benchmark": "point",
    "users": "user visitor customer client developer patient download install account ride trip passenger player reader driver consumer shopper listener viewer gamer learner merchant citizen",
    "subscribers": "subscriber member follower",
    "employees": "employee worker engineer researcher hire job position staff collaborator scientist staffer",
    "parameters": "parameter",
    "tokens": "token",
    "length": "character word page",
}
BY_COUNTED: dict[str, Metric] = {noun: metric for metric, nouns in _COUNTED.items() for noun in nouns.split()}
"""What the last word of a counted unit measures by itself."""
OPEN_COUNTS = frozenset(
    (
        *("", "person", "people", "organization", "company", "farm", "farmer", "municipality", "school", "student"),
        *("hospital", "business", "household", "team", "client", "employee", "developer", "bank", "store", "lawyer", "doctor", "clinician", "teacher", "engineer", "researcher", "nurse", "artist", "author", "journalist", "pupil"),
    )
)  # fmt: skip
"""Counted things that need a word to tell whether they work for somebody or use something."""
