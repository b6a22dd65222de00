"""Settings: the environment's words, and what a person reads when one is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import Misconfigured
from pipeline.settings import read_settings


def test_nothing_needs_to_be_set() -> None:
    settings = read_settings({})
    assert settings.topics == f"embedded:{Path('data/topics.db')}"
    assert settings.warehouse == Path("data/tracker.duckdb")
    assert settings.seeds == Path("seeds")


def test_everything_written_follows_the_data_folder() -> None:
    settings = read_settings({"KIKIMIMI_DATA": "/tmp/k"})
    assert settings.topics == "embedded:/tmp/k/topics.db"
    assert settings.warehouse == Path("/tmp/k/tracker.duckdb")


@pytest.mark.parametrize(
    ("environ", "said"),
    [
        ({"KIKIMIMI_DATTA": "x"}, "unknown setting KIKIMIMI_DATTA; known are .*KIKIMIMI_DATA"),
        ({"KIKIMIMI_INTERVAL": "soon"}, "KIKIMIMI_INTERVAL=soon"),
        ({"KIKIMIMI_INTERVAL": "0"}, "KIKIMIMI_INTERVAL=0"),
        ({"KIKIMIMI_MAX_DOCUMENT": "nan"}, "KIKIMIMI_MAX_DOCUMENT=nan"),
    ],
)
def test_a_wrong_setting_is_named(environ: dict[str, str], said: str) -> None:
    with pytest.raises(Misconfigured, match=said):
        read_settings(environ)
