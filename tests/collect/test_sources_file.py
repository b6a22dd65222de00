"""Changes of sources.yaml: only the lines of the sources that are added or removed change."""

from __future__ import annotations

import resource
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.collect.sources import Source, read_sources
from pipeline.collect.sources_file import add_sources, remove_sources, sources_in
from pipeline.errors import Misconfigured
from tests.conftest import ROOT

FEED = Source("new", "https://new.example/feed", "feed", lang="ja", tags=("press", "ja"), name="新: しい", family="x", every=1.5)  # fmt: skip
WRITTEN = """\
  - id: new
    name: '新: しい'
    location: https://new.example/feed
    kind: feed
    lang: ja
    tags: [press, ja]
    family: x
    every: 1.5
"""

GROUPED = """\
# What this file is for.
sources:   # all of them
  # Laboratories.
  - id: a   # the first
    location: https://a.example/feed
    tags:
      - lab   # two
      - en

  - {id: b, location: "https://b.example/#x",
     tags: [lab]}
  # Press.
  -
    location: https://c.example
    id: c

  # The end.
other: stays   # too
"""


def file_of(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "sources.yaml"
    path.write_bytes(text.encode())
    return path


def test_a_source_is_added_behind_the_last_one(tmp_path: Path) -> None:
    path = file_of(tmp_path, GROUPED)
    add_sources(path, [FEED])
    assert path.read_text() == GROUPED.replace("    id: c\n", f"    id: c\n{WRITTEN}")
    assert read_sources(path)[-1] == FEED


@pytest.mark.parametrize(
    ("id_", "gone"),
    [
        ("a", "  - id: a   # the first\n    location: https://a.example/feed\n    tags:\n      - lab   # two\n      - en\n"),
        ("b", '  - {id: b, location: "https://b.example/#x",\n     tags: [lab]}\n'),
        ("c", "  -\n    location: https://c.example\n    id: c\n"),
    ],
)  # fmt: skip
def test_a_source_is_removed_with_its_lines_only(tmp_path: Path, id_: str, gone: str) -> None:
    path = file_of(tmp_path, GROUPED)
    assert gone in GROUPED
    remove_sources(path, [id_])
    assert path.read_text() == GROUPED.replace(gone, "")
    assert [one.id for one in read_sources(path)] == [one for one in "abc" if one != id_]


def test_a_group_of_one_leaves_no_second_blank_line(tmp_path: Path) -> None:
    entries = [f"  - id: {id_}\n    location: {id_}.txt\n" for id_ in "abc"]
    path = file_of(tmp_path, "sources:\n" + "\n".join(entries))
    remove_sources(path, ["b"])
    assert path.read_text() == "sources:\n" + "\n".join([entries[0], entries[2]])


def test_the_seeds_come_back_as_they_were(tmp_path: Path) -> None:
    seeds = (ROOT / "seeds" / "sources.yaml").read_text()
    path = file_of(tmp_path, seeds)
    add_sources(path, [FEED])
    assert path.read_text() == seeds + WRITTEN
    remove_sources(path, ["new"])
    assert path.read_text() == seeds


def test_every_seed_can_be_removed_and_is_written_as_people_wrote_it(tmp_path: Path) -> None:
    path = file_of(tmp_path, (ROOT / "seeds" / "sources.yaml").read_text())
    before = read_sources(path)
    remote = [one for one in before if one.remote]
    remove_sources(path, [one.id for one in remote])
    assert read_sources(path) == [one for one in before if not one.remote]
    add_sources(path, remote)
    assert read_sources(path) == before


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, "sources:\n"),
        ("", "sources:\n"),
        ("# mine\n", "# mine\nsources:\n"),
        ("# mine\nsources: []   # none yet\n", "# mine\nsources:\n"),
        ("sources:", "sources:\n"),
    ],
    ids=["no file", "empty", "a comment", "an empty list", "no list"],
)
def test_the_first_source_begins_the_list(tmp_path: Path, before: str | None, after: str) -> None:
    path = tmp_path / "sources.yaml" if before is None else file_of(tmp_path, before)
    assert sources_in(path) == []
    add_sources(path, [FEED])
    assert path.read_text() == after + WRITTEN


def test_other_line_ends_and_indents_are_kept(tmp_path: Path) -> None:
    path = file_of(tmp_path, "sources:\r\n- id: a\r\n  location: a.txt")
    add_sources(path, [Source("b", "https://b.example", "file")])
    assert path.read_bytes() == (
        b"sources:\r\n- id: a\r\n  location: a.txt\r\n- id: b\r\n  location: https://b.example\r\n"
    )


def test_a_local_place_is_written_as_seen_from_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seeds, elsewhere = tmp_path / "seeds", tmp_path / "notes"
    (seeds / "texts").mkdir(parents=True)
    elsewhere.mkdir()
    path = file_of(seeds, "sources:\n  - {id: a, location: texts}\n")
    monkeypatch.chdir(tmp_path)
    add_sources(path, [Source("in", "seeds/texts/more.txt", "file"), Source("out", "notes", "folder")])
    assert "location: texts/more.txt\n" in path.read_text()
    assert f"location: {elsewhere}\n" in path.read_text()


def test_a_link_to_the_file_stays_a_link_and_its_mode_stays(tmp_path: Path) -> None:
    real = tmp_path / "real.yaml"
    real.write_text("sources:\n  - {id: a, location: a.txt}\n")
    real.chmod(0o640)
    (tmp_path / "sources.yaml").symlink_to(real)
    add_sources(tmp_path / "sources.yaml", [FEED])
    assert (tmp_path / "sources.yaml").is_symlink()
    assert real.read_text().endswith(WRITTEN)
    assert real.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sources: [{id: a, location: x}]\n", "do not stand one below the other; write the sources"),
        ("sources:\n  - &x {id: a, location: x}\n  - *x\n", "two sources stand on one line"),
        ("sources:\n  - id: a\n", ":2: a source has no location"),
        ("sources: [", "mend the YAML there"),
        ("- a\n- b\n", "do not stand one below the other"),
        ("sources: here\n", "do not stand one below the other"),
    ],
)
def test_a_file_that_cannot_be_edited_stays_and_says_why(tmp_path: Path, text: str, said: str) -> None:
    path = file_of(tmp_path, text)
    with pytest.raises(Misconfigured) as error:
        add_sources(path, [FEED])
    assert said in str(error.value)
    assert path.read_text() == text
    assert [one.name for one in tmp_path.iterdir()] == ["sources.yaml"], "no draft is left"


def test_what_could_not_be_read_is_not_written(tmp_path: Path) -> None:
    path = file_of(tmp_path, GROUPED)
    with pytest.raises(
        Misconfigured, match=r"sources\.yaml:\d+: the id a stands twice \(nothing was written\)"
    ):
        add_sources(path, [Source("a", "https://x.example", "file")])
    with pytest.raises(Misconfigured, match="no slug"):
        add_sources(path, [Source("Not A Slug", "https://x.example", "file")])
    assert path.read_text() == GROUPED
    assert [one.name for one in tmp_path.iterdir()] == ["sources.yaml"]


def test_what_is_shared_with_a_removed_source_is_told(tmp_path: Path) -> None:
    text = "sources:\n  - {id: a, location: x, tags: &t [lab]}\n  - {id: b, location: y, tags: *t}\n"
    path = file_of(tmp_path, text)
    with pytest.raises(Misconfigured, match="nothing was written"):
        remove_sources(path, ["a"])
    assert path.read_text() == text


def test_the_last_source_and_an_unknown_one_cannot_be_removed(tmp_path: Path) -> None:
    path = file_of(tmp_path, "sources:\n  - {id: a, location: x}\n")
    with pytest.raises(Misconfigured, match="would have no sources left"):
        remove_sources(path, ["a"])
    with pytest.raises(Misconfigured, match="has no source b; see `kikimimi sources list`"):
        remove_sources(path, ["b"])


def test_a_file_that_cannot_be_written_is_named_and_stays(tmp_path: Path) -> None:
    path = file_of(tmp_path, GROUPED)
    least, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, most))  # as on a full disk, for root too
    try:
        with pytest.raises(Misconfigured, match="cannot be written: File too large; do it where"):
            add_sources(path, [FEED])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (least, most))
    assert path.read_text(encoding="utf-8") == GROUPED
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match=r"sources\.yaml cannot be read"):
        add_sources(tmp_path / "nowhere" / "sources.yaml", [FEED])


words = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=30)


@settings(deadline=None, max_examples=50)
@given(
    name=words.map(lambda text: " ".join(text.split())),
    tags=st.lists(words, max_size=3),
    family=st.sampled_from(("", "x", "le-monde")),
)
def test_any_words_are_written_so_that_they_are_read_again(
    tmp_path_factory: pytest.TempPathFactory, name: str, tags: list[str], family: str
) -> None:
    path = file_of(tmp_path_factory.mktemp("any"), GROUPED)
    source = Source("new", "https://new.example", "file", name=name, tags=tuple(tags), family=family)
    add_sources(path, [source])
    assert read_sources(path)[-1] == source
