"""Settings: the environment's words, and what a person reads when one is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import Misconfigured
from pipeline.settings import is_local, read_settings


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
        ({"KIKIMIMI_LISTEN": "everywhere"}, "KIKIMIMI_LISTEN=everywhere is no IPv4 address; .*0.0.0.0"),
        ({"KIKIMIMI_LISTEN": "::"}, "KIKIMIMI_LISTEN=::"),
        ({"KIKIMIMI_LISTEN": "0.0.0.0:80"}, "KIKIMIMI_LISTEN=0.0.0.0:80"),
        ({"KIKIMIMI_TRACKER": "http://tracker"}, "KIKIMIMI_TRACKER=http://tracker is no host name"),
        ({"KIKIMIMI_TRACKER": "tracker:9494"}, "KIKIMIMI_TRACKER=tracker:9494 .*KIKIMIMI_SQL_PORT"),
        ({"KIKIMIMI_TRACKER": "x' --"}, "is no host name"),
    ],
)
def test_a_wrong_setting_is_named(environ: dict[str, str], said: str) -> None:
    with pytest.raises(Misconfigured, match=said):
        read_settings(environ)


@pytest.mark.parametrize(
    ("environ", "host"),
    [
        ({}, "127.0.0.1"),
        ({"KIKIMIMI_LISTEN": "localhost"}, "127.0.0.1"),
        ({"KIKIMIMI_LISTEN": "0.0.0.0"}, "127.0.0.1"),
        ({"KIKIMIMI_LISTEN": "192.0.2.7"}, "192.0.2.7"),
        ({"KIKIMIMI_LISTEN": "0.0.0.0", "KIKIMIMI_TRACKER": "my_tracker.example"}, "my_tracker.example"),
    ],
)
def test_the_tracker_is_asked_where_it_listens_or_on_the_machine_that_is_named(
    environ: dict[str, str], host: str
) -> None:
    assert read_settings(environ).host == host


@pytest.mark.parametrize(
    ("listen", "local"),
    [("localhost", True), ("127.0.0.1", True), ("127.9.9.9", True), ("0.0.0.0", False), ("192.0.2.7", False)],
)
def test_only_loopback_is_this_machine_alone(listen: str, local: bool) -> None:
    assert is_local(read_settings({"KIKIMIMI_LISTEN": listen}).listen) == local


@pytest.mark.parametrize("name", ["KIKIMIMI_KEEP_TEXT", "KIKIMIMI_KEEP_ROWS", "KIKIMIMI_KEEP_ARCHIVE"])
def test_days_beyond_the_calendar_are_told(name: str) -> None:
    assert read_settings({name: "36525"})
    with pytest.raises(Misconfigured, match=f"{name}=3000000 is more than 36525; 0 keeps for ever"):
        read_settings({name: "3000000"})


def test_whether_answers_are_archived_is_yes_or_no() -> None:
    assert read_settings({}).archive
    assert not read_settings({"KIKIMIMI_ARCHIVE": "no"}).archive
    with pytest.raises(Misconfigured, match="KIKIMIMI_ARCHIVE=off is neither yes nor no; write one of them"):
        read_settings({"KIKIMIMI_ARCHIVE": "off"})
