"""Maintaining on schedule: the tracker asked to tidy up, its file backed up, the seeds checked, dead letters counted."""

from __future__ import annotations

import logging
from contextlib import closing
from datetime import UTC, datetime

from pipeline.scheduled.connections import settings_of_task

log = logging.getLogger(__name__)


def retain_and_checkpoint() -> dict[str, int]:
    """What the tracker has removed, and the bytes of its file."""
    from pipeline.keep.maintain import maintained

    report, _ = maintained(settings_of_task())
    if report.worth_it:
        log.warning("much of the file is unused: stop the tracker for a moment and run `kikimimi maintain`")
    return {name: int(number) for name, number in report.as_numbers().items()}


def back_up_tracker(keep: int) -> str:
    """The path of the new backup; all but the newest `keep` are removed."""
    from pipeline.keep.backup import back_up

    made = back_up(settings_of_task(), None, keep)
    log.info("%s holds %s documents", made.target, made.held.rows["documents"])
    for former in made.former:
        log.info("%s is removed", former)
    return str(made.target)


def check_seeds() -> dict[str, int]:
    """How many of each there are. Raises Misconfigured, with file and line, for the first that is wrong."""
    from pipeline.round import build_stages
    from pipeline.validate.run import suites_of

    settings = settings_of_task()
    stages = build_stages(settings)
    suites = suites_of(settings, (), {one.id for one in stages.entities})
    return {
        "entities": len(stages.entities),
        "sources": len(stages.sources),
        "rates": len(stages.rates),
        "suites": len(suites),
    }


def report_letters() -> dict[str, int]:
    """By stage, the dead letters that nobody has decided on. Told as an alert, once a day, where some are new."""
    from pipeline.letters.alert import count_letters, letters_alert
    from pipeline.letters.run import waiting
    from pipeline.round import open_topics_of
    from pipeline.topics.envelope import pack
    from pipeline.topics.once import append_once

    now = datetime.now(UTC)
    with closing(open_topics_of(settings_of_task())) as topics:
        stages, new = count_letters(waiting(topics), now)
        if new:
            alert = letters_alert(stages.total(), new, now)
            append_once(topics, "alerts", pack("alerts", alert.alert_id, alert))
    return dict(stages)
