"""Alert rules: what fires, what a rule may say, and what a person reads when it says something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.alert.rules import Rule, fire, load_rules
from pipeline.errors import Misconfigured
from tests.conftest import ROOT
from tests.samples import make_document, make_extraction, make_mention

KNOWN = ("stargate", "deepseek", "openai")
RULE = Rule("stargate", "Stargate is named", ("stargate",))
TEXT = "Stargateは巨大だ。Stargateは高い。"


def test_the_projects_rules_begin_with_stargate_and_deepseek() -> None:
    rules = load_rules(ROOT / "seeds" / "rules.yaml", KNOWN)
    assert [rule.id for rule in rules] == ["stargate", "deepseek"]


def test_a_rule_fires_once_for_a_document_with_its_first_sentence() -> None:
    document = make_document(text=TEXT)
    named = make_extraction(
        document, make_mention("Stargate", 0, sentence_end=13), make_mention("Stargate", 13)
    )
    (alert,) = fire([RULE], named)
    assert (alert.rule, alert.entity, alert.doc_id, alert.mentions) == (
        "stargate",
        "stargate",
        document.doc_id,
        2,
    )
    assert alert.sentence == "Stargateは巨大だ。"
    assert fire([RULE], named)[0].alert_id == alert.alert_id
    other = make_extraction(make_document("other", TEXT), make_mention("Stargate", 0))
    assert fire([RULE], other)[0].alert_id != alert.alert_id


def test_a_rule_is_silent_below_its_least_mentions_and_on_other_names() -> None:
    named = make_extraction(make_document(), make_mention("Stargate", 0))
    assert fire([Rule("often", "Often", ("stargate",), min_mentions=2)], named) == []
    assert fire([Rule("other", "Other", ("deepseek",))], named) == []
    assert fire([RULE], make_extraction(make_document())) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("rules: [", r"rules\.yaml:1: "),
        ("alerts: []\n", r"rules\.yaml:1: no rules stand here"),
        ("rules:\n  - stargate\n", r"'stargate' is no rule"),
        ("rules:\n  - {id: a, title: A}\n", r":2: the rule has no entity"),
        ("rules:\n  - {id: a, title: A, entity: openai, when: now}\n", r":2: when is not a word of a rule"),
        ("rules:\n  - {id: A b, title: A, entity: openai}\n", r":2: the id 'A b' is no slug"),
        ("rules:\n  - {id: a, title: A, entity: stargatte}\n", r":2: stargatte is not in the catalogue; did you mean stargate"),
        ("rules:\n  - {id: a, title: A, entity: zzz}\n", r"zzz is not in the catalogue; add it"),
        ("rules:\n  - id: a\n    title: A\n    entity: openai\n    every_copy: maybe\n", r":5: every_copy is 'maybe'"),
        ("rules:\n  - id: a\n    title: A\n    entity: openai\n    min_mentions: 0\n", r":5: min_mentions is '0'"),
        ("rules:\n  - {id: a, title: A, entity: openai}\n  - {id: a, title: B, entity: openai}\n", r":3: the id a stands twice"),
    ],
)  # fmt: skip
def test_a_wrong_rule_is_named_with_file_and_line(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "rules.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Misconfigured, match=said):
        load_rules(path, KNOWN)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match=r"rules\.yaml cannot be read"):
        load_rules(tmp_path / "rules.yaml", KNOWN)
