"""Validating on schedule: a suite's name in, its verdict and an alert for what newly fails on their topics out."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from contextlib import closing

from pipeline.errors import Rejected
from pipeline.scheduled.connections import settings_of_task

log = logging.getLogger(__name__)
WHO = "airflow"


def extracted(documents: Mapping[str, int]) -> dict[str, int] | None:
    """Where `extractions` ends once the extractors have read `documents` up to there; None before."""
    from pipeline.extract.run import GROUP
    from pipeline.round import open_topics_of

    with closing(open_topics_of(settings_of_task())) as topics:
        stands = {str(one.number): offset for one, offset in topics.committed(GROUP, "documents").items()}
        if any(stands.get(partition, 0) < end for partition, end in documents.items()):
            return None
        return {str(one.number): end for one, end in topics.ends("extractions").items()}


def loaded(extractions: Mapping[str, int]) -> bool:
    """Whether the tracker has loaded `extractions` up to there."""
    from pipeline.warehouse.asking import asking

    with asking(settings_of_task()) as ask:
        rows = ask("SELECT partition, position FROM offsets WHERE topic = 'extractions'").fetchall()
    stands = {str(partition): offset for partition, offset in rows}
    return all(stands.get(partition, 0) >= end for partition, end in extractions.items())


def suite_names() -> list[str]:
    """The names of all suites."""
    from pipeline.settings import SCHEMAS

    return sorted(path.stem for path in (SCHEMAS / "expectations").glob("*.yaml"))


def validate_suite(name: str) -> dict[str, int]:
    """Runs the suite. Raises Rejected, in words, where it fails."""
    from pipeline.extract.names.catalogue import load_catalogue
    from pipeline.round import open_topics_of
    from pipeline.validate.alerts import failing, quality_alert, tell_quality
    from pipeline.validate.run import suites_of, tell_verdicts, validate
    from pipeline.warehouse.asking import asking

    settings = settings_of_task()
    suites = suites_of(settings, [name], load_catalogue(settings.seeds / "catalogue").keys())
    with closing(open_topics_of(settings)) as topics, asking(settings) as ask:
        before = failing(ask, name)
        verdicts = validate(ask, suites, WHO)
        tell_verdicts(topics, verdicts)
        if alert := quality_alert(verdicts[0], before):
            tell_quality(topics, alert)
    for one in verdicts[0].failed:
        log.warning("%s %s: %s", one.severity, one.expectation, one.sentence)
    if not verdicts[0].success:
        failed = "; ".join(one.expectation for one in verdicts[0].failed if one.severity == "error")
        raise Rejected(f"the suite {name} fails: {failed}", "see /quality/, kikimimi quarantine list")
    return {
        "expectations": verdicts[0].evaluated,
        "rows": verdicts[0].rows,
        "warnings": len(verdicts[0].failed),
    }
