"""What is kept of a catalogue: read once, it comes from the user's cache, and never says anything else than its files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.errors import Misconfigured
from pipeline.extract.names import catalogue as catalogue_module
from pipeline.extract.names import kept
from pipeline.extract.names.catalogue import load_catalogue

HEAD = "type: organization\nentities:\n"


@pytest.fixture
def seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(kept, "WORTH_KEEPING", 0)
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "organizations.yaml").write_text(HEAD + "- id: acme\n  name: Acme\n", encoding="utf-8")
    return folder


def pictures(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "cache" / "kikimimi" / "catalogue").glob("*"))


def never(*_: object) -> dict[str, object]:
    raise AssertionError("the files were read again")


def test_the_second_time_no_file_is_read(
    seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = load_catalogue(seeds)
    monkeypatch.setattr(catalogue_module, "_read_all", never)
    assert load_catalogue(seeds) == first
    assert [path.suffix for path in pictures(tmp_path)] == [".msgpack"]


def test_a_changed_file_is_read_anew(seeds: Path) -> None:
    load_catalogue(seeds)
    with (seeds / "organizations.yaml").open("a", encoding="utf-8") as file:
        file.write("- id: bolt\n  name: Bolt\n")
    assert list(load_catalogue(seeds)) == ["acme", "bolt"]


def test_other_code_reads_anew(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load_catalogue(seeds)
    monkeypatch.setattr(kept, "_code", lambda: b"another version")
    monkeypatch.setattr(catalogue_module, "_read_all", lambda _: {})
    assert load_catalogue(seeds) == {}


def test_a_catalogue_with_a_mistake_is_reported_each_time(seeds: Path, tmp_path: Path) -> None:
    (seeds / "organizations.yaml").write_text(HEAD + "- id: acme\n  nane: Acme\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(Misconfigured, match=r"organizations.yaml:4: nane is not a word of the catalogue"):
            load_catalogue(seeds)
    assert pictures(tmp_path) == []


def spoil(path: Path) -> None:
    path.write_bytes(b"\xc1 no picture")


def empty(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize("harm", [spoil, empty, Path.unlink])
def test_a_spoilt_picture_is_made_again(seeds: Path, tmp_path: Path, harm: Callable[[Path], None]) -> None:
    first = load_catalogue(seeds)
    harm(pictures(tmp_path)[0])
    assert load_catalogue(seeds) == first
    assert pictures(tmp_path)[0].stat().st_size > len(b"\xc1 no picture")


def test_where_nothing_can_be_written_nothing_is_kept(seeds: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder would be", encoding="utf-8")
    assert list(load_catalogue(seeds)) == ["acme"]


def test_old_pictures_make_room(seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST", 3)
    for count in range(5):
        (seeds / "organizations.yaml").write_text(
            HEAD + f"- id: acme-{count}\n  name: Acme\n", encoding="utf-8"
        )
        load_catalogue(seeds)
    assert len(pictures(tmp_path)) == 3


def test_a_small_catalogue_is_not_worth_keeping(
    seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "WORTH_KEEPING", 1000)
    load_catalogue(seeds)
    assert pictures(tmp_path) == []
