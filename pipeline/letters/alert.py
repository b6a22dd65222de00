"""The word about dead letters: those that wait in; how many by stage, and an alert where some are new, out."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta

from pipeline.records import Alert, DeadLetter

DAY = timedelta(days=1)


def count_letters(letters: Iterable[DeadLetter], now: datetime) -> tuple[Counter[str], int]:
    """How many wait, by stage, and how many of them came within the last day."""
    stages: Counter[str] = Counter()
    new = 0
    for letter in letters:
        stages[letter.stage] += 1
        new += letter.at > now - DAY
    return stages, new


def letters_alert(waiting: int, new: int, now: datetime) -> Alert:
    """The same day gives the same alert_id."""
    return Alert(
        alert_id=hashlib.sha256(f"dead-letters\n{now:%Y-%m-%d}".encode()).hexdigest()[:32],
        kind="quality",
        rule="dead-letters",
        title=f"{waiting} dead letters wait, {new} of them new" if waiting > 1 else "1 dead letter waits",
        sentence="See why, and replay or drop them: kikimimi dead-letters list",
    )
