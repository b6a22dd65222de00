"""Watched folders: what is read when, and what never is while somebody writes it."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from pipeline.collect import watched as watched_module
from pipeline.collect.sources import Source, sources_from
from pipeline.collect.watched import Watched
from tests.collect.conftest import Rounds
from tests.collect.test_files import guarded as guarded

TEXT = "OpenAI raised 5 billion dollars."


class Clock:
    """Time as it passes in these tests, for the module and for the times that files get."""

    def __init__(self) -> None:
        self.passed = 0.0
        self.began = time.time()

    def time(self) -> float:
        return self.began + self.passed

    def monotonic(self) -> float:
        return 1_000_000 + self.passed


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(watched_module, "time", clock.time)
    monkeypatch.setattr(watched_module, "monotonic", clock.monotonic)
    return clock


class Folder:
    """A watched folder, and what is handed out of it after some seconds."""

    def __init__(self, place: Path, clock: Clock) -> None:
        self.place, self.clock, self.watched = place, clock, Watched()
        self.sources = sources_from([str(place)])

    def write(self, name: str, text: str = TEXT) -> Path:
        path = self.place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        self.touched(path)
        return path

    def touched(self, path: Path, ago: float = 0) -> None:
        os.utime(path, (self.clock.time() - ago,) * 2)

    def after(self, seconds: float) -> list[str]:
        self.clock.passed += seconds
        return [
            str(path.relative_to(self.place))
            for source in self.watched.look(self.sources)
            for path in source.files or (self.place,)
        ]


@pytest.fixture
def folder(texts: Path, clock: Clock) -> Folder:
    folder = Folder(texts, clock)
    folder.touched(folder.write("old.txt"), ago=3600)
    assert folder.after(0) == ["old.txt"], "what has long been there is read at once"
    return folder


def test_nothing_is_read_twice(folder: Folder) -> None:
    assert [folder.after(1) for _ in range(3)] == [[], [], []]


def test_a_new_file_is_read_within_two_seconds(folder: Folder) -> None:
    folder.write("new.txt")
    folder.write("below/one.md")
    assert [folder.after(0.5) for _ in range(4)] == [[], ["below/one.md", "new.txt"], [], []]


def test_a_changed_file_is_read_again(folder: Folder) -> None:
    folder.write("old.txt", "Mistral raised 2 billion euros.")
    assert [folder.after(0.5) for _ in range(4)] == [[], ["old.txt"], [], []]


def test_a_file_is_not_read_while_it_is_written(folder: Folder) -> None:
    for size in range(1, 8):
        folder.write("slow.txt", TEXT * size)
        assert folder.after(0.9) == []
    assert folder.after(0.5) == ["slow.txt"]


def test_a_date_that_lies_ahead_makes_no_file_wait_for_it(folder: Folder) -> None:
    """As on another machine's disk."""
    for size in range(1, 5):
        folder.touched(folder.write("ahead.txt", TEXT * size), ago=-3600)
        assert folder.after(0.9) == []
    assert folder.after(1) == ["ahead.txt"]


def test_what_is_written_under_another_name_is_read_when_it_has_its_own(folder: Folder, texts: Path) -> None:
    for name in ("a.txt.part", ".b.txt", "c.txt~", "d.txt.crdownload", ".hidden/e.txt"):
        folder.touched(folder.write(name), ago=60)
    assert folder.after(2) == []
    (texts / "a.txt.part").rename(texts / "a.txt")
    (texts / ".b.txt").rename(texts / "b.txt")
    assert folder.after(0) == ["a.txt", "b.txt"], "whole already, as its date says"


def test_a_sidecar_that_changes_has_its_text_read_again(folder: Folder) -> None:
    folder.write("old.meta.yaml", "title: Another\n")
    assert [folder.after(1) for _ in range(2)] == [["old.txt"], []]


def test_what_goes_away_is_read_when_it_comes_back(folder: Folder) -> None:
    (folder.place / "old.txt").unlink()
    folder.write("other.txt")
    assert folder.after(2) == ["other.txt"]
    folder.touched(folder.write("old.txt"), ago=60)
    assert folder.after(0) == ["old.txt"]


def test_a_folder_that_is_empty_or_gone_is_told_once(folder: Folder) -> None:
    (folder.place / "old.txt").unlink()
    assert [folder.after(1) for _ in range(3)] == [[], ["."], []]
    folder.write("new.txt")
    assert folder.after(2) == ["new.txt"]
    (folder.place / "new.txt").unlink()
    folder.place.rmdir()
    assert [folder.after(1) for _ in range(3)] == [[], ["."], []]


def test_a_file_that_is_named_is_watched_too(folder: Folder) -> None:
    path = folder.write("old.txt")
    sources = [Source("one", str(path), "file")]
    folder.clock.passed += 2
    watched = Watched()
    assert watched.look(sources) == sources
    assert watched.look(sources) == []
    path.write_text("another")
    folder.touched(path)
    assert watched.look(sources) == []
    folder.clock.passed += 2
    assert watched.look(sources) == sources


def test_links_in_a_circle_are_told_and_hold_up_nobody(folder: Folder, rounds: Rounds) -> None:
    (folder.place / "self.txt").symlink_to(folder.place / "self.txt")
    (folder.place / "round").symlink_to(folder.place, target_is_directory=True)
    folder.write("new.txt")
    assert [folder.after(2) for _ in range(3)] == [["new.txt"], ["self.txt"], []]
    report = rounds.collect_sources(folder.sources)
    assert report.new + report.unchanged == 2, "the folder that leads back to itself brings nothing"
    (line,) = report.failures
    assert "self.txt cannot be read: Too many levels of symbolic links" in line


def test_what_may_not_be_read_is_tried_again_when_it_may(guarded: Path, clock: Clock) -> None:
    folder = Folder(guarded, clock)
    handed = [folder.after(2) for _ in range(3)]
    assert handed == [["closed.txt", "open.txt"], ["."], []], "the folder below that is closed is told, too"
    os.seteuid(os.getuid())
    (guarded / "closed.txt").chmod(0o644)
    assert folder.after(2) == ["closed.txt"]


def test_only_the_files_that_have_come_are_read(rounds: Rounds, texts: Path) -> None:
    (texts / "a.txt").write_text("OpenAI raised money.")
    (texts / "b.txt").write_text("Mistral raised money.")
    (source,) = sources_from([str(texts)])
    some = Source(source.id, source.location, "folder", files=(texts / "b.txt",))
    assert rounds.collect_sources([some]).new == 1
    report = rounds.collect_sources([source])
    assert (report.new, report.unchanged) == (1, 1), "it is the same document, whichever way it came"
