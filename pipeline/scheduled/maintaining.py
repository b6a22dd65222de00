"""Maintaining on schedule: the tracker asked to tidy up, its file backed up, the seeds checked, dead letters counted."""

from __future__ import annotations

import hashlib
import logging
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime, timedelta

from pipeline.records import Alert
from pipeline.scheduled.connections import settings_of_task

log = logging.getLogger(__name__)
DAY = timedelta(days=1)


def retain_and_checkpoint() -> dict[str, int]:
    """What the tracker has removed, and the bytes of its file."""
    from pipeline.keep.maintain import maintained

    report, _ = maintained(settings_of_task())
    if report.worth_it:
        log.warning("much of the file is unused: stop the tracker for a moment and run `kikimimi maintain`")
    return {name: int(number) for name, number in report.as_numbers().items()}


def back_up(keep: int) -> str:
    """The path of the new backup; all but the newest `keep` are removed."""
    from pipeline.keep.backup import BACKUPS, keep_newest, place, write_backup
    from pipeline.keep.holder import take_snapshot

    settings = settings_of_task()
    target = place(settings.data / BACKUPS, keep)
    held = write_backup(take_snapshot(settings), target, settings.warehouse_memory)
    log.info("%s holds %s documents", target, held.rows["documents"])
    for former in keep_newest(target.parent, keep):
        log.info("%s is removed", former)
    return str(target)


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


def report_letters(now: datetime | None = None) -> dict[str, int]:
    """By stage, the dead letters that nobody has decided on. Told as an alert, once a day, where some are new."""
    from pipeline.letters.run import waiting
    from pipeline.round import open_topics_of
    from pipeline.topics.envelope import pack

    now = now or datetime.now(UTC)
    stages: Counter[str] = Counter()
    new = 0
    with closing(open_topics_of(settings_of_task())) as topics:
        for letter in waiting(topics):
            stages[letter.stage] += 1
            new += letter.at > now - DAY
            log.info("%s %s %s: %s", letter.letter_id[:8], letter.stage, letter.origin, letter.error)
        if new:
            alert = letters_alert(sum(stages.values()), new, now)
            topics.append("alerts", [pack("alerts", alert.alert_id, alert)])
    return dict(stages)


def letters_alert(waiting: int, new: int, now: datetime) -> Alert:
    """The same day gives the same alert_id."""
    return Alert(
        alert_id=hashlib.sha256(f"dead-letters\n{now:%Y-%m-%d}".encode()).hexdigest()[:32],
        kind="quality",
        rule="dead-letters",
        title=f"{waiting} dead letters wait, {new} of them new" if waiting > 1 else "1 dead letter waits",
        sentence="See why, and replay or drop them: kikimimi dead-letters list",
    )
