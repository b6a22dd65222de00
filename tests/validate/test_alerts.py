"""What newly fails is told, and what goes on failing is not told again."""

from __future__ import annotations

from datetime import UTC, datetime

from pipeline.records import Finding, Verdict
from pipeline.validate.alerts import quality_alert


def verdict(*failed: tuple[str, str]) -> Verdict:
    findings = [
        Finding(expectation=name, severity=severity, sentence=f"{name} is wrong.", unexpected=1)  # type: ignore[arg-type]
        for name, severity in failed
    ]
    return Verdict(
        verdict_id="0" * 32,
        suite="figures",
        who="airflow",
        at=datetime(2025, 2, 3, tzinfo=UTC),
        seconds=1,
        success=not findings,
        evaluated=35,
        rows=100,
        failed=findings,
    )


def test_what_fails_is_told_in_words() -> None:
    told = quality_alert(verdict(("figure-plausible", "error"), ("figure-unit", "error")), ())
    assert told is not None
    assert (told.kind, told.rule) == ("quality", "quality-figures")
    assert told.title == "figures: 2 expectations fail of 35"
    assert told.sentence == "figure-plausible is wrong. figure-unit is wrong."


def test_only_what_is_new_is_told() -> None:
    told = quality_alert(
        verdict(("figure-plausible", "error"), ("figure-unit", "error")), {"figure-plausible"}
    )
    assert told is not None
    assert told.sentence == "figure-unit is wrong."
    assert quality_alert(verdict(("figure-plausible", "error")), {"figure-plausible"}) is None


def test_warnings_and_good_data_are_not_told() -> None:
    assert quality_alert(verdict(("figure-outlier", "warning")), ()) is None
    assert quality_alert(verdict(), ()) is None
