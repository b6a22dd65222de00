"""The doctor from end to end: the settings and what other rooms know of their seeds in, a condition for each thing out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from pipeline.doctor.condition import Condition, needed
from pipeline.doctor.parts import (
    airflow_condition,
    installed_models,
    java_condition,
    lake_condition,
    models_condition,
    quack_condition,
    spacy_condition,
    words_condition,
)
from pipeline.doctor.program import (
    extractor_condition,
    program_condition,
    python_condition,
    settings_condition,
    terminal_condition,
)
from pipeline.doctor.stores import data_condition, disk_condition, topics_condition, warehouse_condition
from pipeline.errors import KikimimiError
from pipeline.settings import Settings
from pipeline.warehouse.lake import is_lake


@dataclass(frozen=True, slots=True)
class Known:
    """What other rooms know of this installation; each may raise KikimimiError or OSError.

    seeds: by name what was read in a seed file, in words. extractor: its version. tracker: whether that of
    KIKIMIMI_TRACKER answers.
    """

    seeds: Mapping[str, Callable[[Settings], str]]
    extractor: Callable[[Settings], str]
    tracker: Callable[[Settings], None]


def examine(
    read_settings: Callable[[], Settings], environ: Mapping[str, str], known: Known, encoding: str
) -> Iterator[Condition]:
    """A condition for each thing, as it is looked at. encoding: of where they are shown."""
    yield python_condition(sys.version_info[:3])
    yield program_condition()
    yield settings_condition(read_settings, environ)
    try:
        settings = read_settings()
    except KikimimiError:  # said already; nothing is known of what they would name
        yield from _parts(lake=False)
    else:
        yield extractor_condition(lambda: known.extractor(settings))
        yield from _seeds(settings, known)
        yield data_condition(settings.data)
        yield disk_condition(settings.data)
        yield warehouse_condition(settings, lambda: known.tracker(settings))
        yield topics_condition(settings)
        yield from _parts(lake=is_lake(settings.warehouse))
    yield terminal_condition(encoding)


def is_well(conditions: Sequence[Condition]) -> bool:
    """Whether all that is needed is there."""
    return all(one.state != "broken" for one in conditions)


def _seeds(settings: Settings, known: Known) -> Iterator[Condition]:
    for name, count in known.seeds.items():
        yield needed(name, partial(count, settings))


def _parts(*, lake: bool) -> Iterator[Condition]:
    """lake: the warehouse is one."""
    yield words_condition()
    yield spacy_condition()
    yield models_condition(installed_models())
    yield quack_condition()
    yield lake_condition(wanted=lake)
    yield java_condition()
    yield airflow_condition()
