"""Rules of spelling: a rule is passed over only where it could not have changed the word."""

from __future__ import annotations

import re

import pytest

from pipeline.extract.names.rewritten import rewritings, rewritten

RULES = (
    (r"tch|sch|sh", "S"),
    (r"\An(?=[^aeiou])", "en"),
    (r"(?<=[aeiou])gh(?=t|\Z)", ""),
    (r"(?<!i)in(?![aeiou])", "en"),
    (r"[cq]", "k"),
    (r"ill?e", "i"),
    (r"(?:er|ez)\Z", "e"),
    (r"(.)\1+", r"\1"),
    (r"ヴァ", "バ"),
)


@pytest.mark.parametrize(
    "word",
    [
        "schach",
        "nvidia",
        "night",
        "sigh",
        "inin",
        "quick",
        "mille",
        "parler",
        "bookkeeper",
        "ヴァン",
        "",
        "xyz",
    ],
)
def test_a_word_is_rewritten_as_rule_after_rule_would(word: str) -> None:
    expected = word
    for pattern, instead in RULES:
        expected = re.sub(pattern, instead, expected)
    assert rewritten(word, rewritings(RULES)) == expected
