"""Validation: the suites and a function that asks in, a verdict of each suite out, and the pages that show them.

Steps: read suites and limits, open a session of Great Expectations, run each suite, judge what came of it, build the pages.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Sequence
from datetime import UTC, datetime
from pathlib import Path

from pipeline.contract import CURRENCY, UNITS
from pipeline.records import Verdict
from pipeline.settings import SCHEMAS, Settings
from pipeline.topics.base import Topics
from pipeline.topics.envelope import pack
from pipeline.validate.evaluate import evaluate, evaluating
from pipeline.validate.limits import PLAUSIBLE, limits_sql, load_limits
from pipeline.validate.outliers import OUTLIER, SLIP
from pipeline.validate.pages import build_site
from pipeline.validate.suites import Suite, read_suites
from pipeline.validate.verdicts import judge, read_decided
from pipeline.warehouse.asking import Ask

AS_OF = "(SELECT max(first_seen) FROM documents)"
"""The end of the last week in queries: a tracker that stands still is told by itself, and does not silence each source."""


def suites_of(settings: Settings, named: Sequence[str], entities: Collection[str]) -> list[Suite]:
    """The suites of these names, or all, with the limits of the seeds. entities: the catalogue's ids."""
    limits = limits_sql(load_limits(settings.seeds / "limits.yaml", entities))
    fill = {
        "as_of": AS_OF,
        "unit_fits": _unit_fits(),
        "plausible": PLAUSIBLE.replace("{limits}", limits),
        "slip": SLIP,
        "outlier": OUTLIER,
    }
    return read_suites(SCHEMAS / "expectations", named, fill)


def _unit_fits() -> str:
    """What the gate asks of a unit, as SQL over the columns kind and unit."""
    rules = {kind: f"list_contains({sorted(units)}, unit)" for kind, units in UNITS.items() if units}
    rules |= {"money": f"regexp_full_match(unit, '{CURRENCY}')", "count": "trim(unit) <> ''"}
    cases = " ".join(f"WHEN '{kind}' THEN {rule}" for kind, rule in rules.items())
    return f"coalesce(CASE kind {cases} ELSE true END, false)"


def validate(
    ask: Ask,
    suites: Sequence[Suite],
    who: str,
    *,
    site: Path | None = None,
    on_suite: Callable[[str], None] = lambda _: None,
) -> list[Verdict]:
    """Runs the suites. site: folder for the pages. on_suite: told of each that begins.

    Raises Transient when a query is not answered.
    """
    verdicts: list[Verdict] = []
    with evaluating(ask) as session:
        decided = read_decided(ask)
        for suite in suites:
            on_suite(suite.table)
            began, at = time.monotonic(), datetime.now(UTC)
            evaluated = evaluate(session, suite)
            verdicts += judge(evaluated, ask, decided, who, at, time.monotonic() - began)
        if site:
            build_site(session, verdicts, site)
    return verdicts


def tell_verdicts(topics: Topics, verdicts: Sequence[Verdict]) -> None:
    """Appends them to the topic `verdicts`, from where the loader writes them into the warehouse."""
    topics.append("verdicts", [pack("verdicts", one.suite, one) for one in verdicts])
