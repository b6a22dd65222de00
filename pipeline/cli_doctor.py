"""`kikimimi doctor`: what this installation has and lacks, with the remedies; exit code 1 when something needed is broken."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import typer

from pipeline.settings import read_settings
from pipeline.terminal import open_console

if TYPE_CHECKING:
    from pipeline.doctor.run import Known
    from pipeline.settings import Settings

EXAMPLE = "Example: kikimimi doctor"


def doctor() -> None:
    """Say what this installation has and what it lacks, with the remedy for each."""
    from pipeline.doctor.run import examine, is_well
    from pipeline.terminal.doctor import show_conditions

    found = examine(read_settings, os.environ, _known(), sys.stdout.encoding)
    if not is_well(show_conditions(open_console(), found)):
        raise typer.Exit(1)


def _known() -> Known:
    """What the rooms say of their seeds."""
    from pipeline.alert.rules import load_rules
    from pipeline.collect.sources import read_sources
    from pipeline.doctor.run import Known
    from pipeline.extract.extractor import version_of
    from pipeline.extract.names.catalogue import load_catalogue
    from pipeline.load.rates import read_rates
    from pipeline.serve.ask import ask_health
    from pipeline.validate.limits import load_limits

    def catalogue(settings: Settings) -> str:
        folder = settings.seeds / "catalogue"
        return f"{folder}: {len(load_catalogue(folder)):,} entities"

    def rules(settings: Settings) -> str:
        file = settings.seeds / "rules.yaml"
        known = load_catalogue(settings.seeds / "catalogue")
        return f"{file}: {len(load_rules(file, known)):,} rules"

    def sources(settings: Settings) -> str:
        file = settings.seeds / "sources.yaml"
        return f"{file}: {len(read_sources(file)):,} sources"

    def limits(settings: Settings) -> str:
        file = settings.seeds / "limits.yaml"
        return f"{file}: {len(load_limits(file)):,} limits of claims"

    def rates(settings: Settings) -> str:
        for file in (settings.data / "fx.csv", settings.seeds / "fx.csv"):
            if file.exists():
                found = read_rates(file.read_text(encoding="utf-8"), str(file))
                return f"{file}: {len({one[0] for one in found})} currencies"
        return "none: claims in other currencies have no value in US dollars"

    return Known(
        seeds={
            "catalogue": catalogue,
            "rules": rules,
            "sources": sources,
            "limits": limits,
            "exchange rates": rates,
        },
        extractor=lambda settings: version_of(settings.seeds / "catalogue"),
        tracker=lambda settings: ask_health(settings, "/readyz"),
    )
