"""The commands of `kikimimi sources` as people call them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.collect.sources import Source, read_sources
from tests.collect.conftest import Site
from tests.collect.test_discover import ATOM, HTML, RSS
from tests.conftest import Run


@pytest.fixture
def seeds(tmp_path: Path, environ: dict[str, str], site: Site) -> Path:
    """A sources.yaml of a folder, a feed that works, and one that does not; the commands use it."""
    folder = tmp_path / "seeds"
    (folder / "texts").mkdir(parents=True)
    (folder / "texts" / "a.txt").write_text("OpenAI raised money.")
    feed = site.put("/feed", RSS)
    path = folder / "sources.yaml"
    path.write_text(
        f"""\
sources:
  # Ours.
  - {{id: texts, location: texts, tags: [own]}}
  # Theirs.
  - id: lab
    name: The Lab [News]
    location: {feed}
    kind: feed
    lang: fr
    tags: [press, lab]
    every: 120
    family: labs
    private: yes
  - {{id: gone, location: "{site.address}/gone", kind: feed, lang: ja, tags: [press], private: yes}}
"""
    )
    environ["KIKIMIMI_SEEDS"] = str(folder)
    return path


def test_the_list_says_what_stands_in_the_file_and_when_it_was_visited(kikimimi: Run, seeds: Path) -> None:
    listed = kikimimi("sources", "list")
    assert (listed.returncode, listed.stderr) == (0, "")
    (row,) = [line for line in listed.stdout.splitlines() if line.startswith(" lab ")]
    assert row.split() == ["lab", "The", "Lab", "[News]", "fr", "press,", "lab", "2", "h", "labs"]
    assert "3 sources." in listed.stdout
    kikimimi("collect", "--source", "texts")
    of_json = json.loads(kikimimi("sources", "list", "--json").stdout)
    assert [one["id"] for one in of_json] == ["texts", "lab", "gone"]
    assert of_json[0]["last_visit"].startswith("20")
    assert of_json[1]["last_visit"] is None
    assert (of_json[1]["tags"], of_json[1]["every"], of_json[1]["family"]) == (["press", "lab"], 120, "labs")


def test_the_list_is_filtered_by_tag_and_language(kikimimi: Run, seeds: Path) -> None:
    def ids(*words: str) -> list[str]:
        return [one["id"] for one in json.loads(kikimimi("sources", "list", "--json", *words).stdout)]

    assert ids("--tag", "press") == ["lab", "gone"]
    assert ids("--tag", "press", "--tag", "lab") == ["lab"]
    assert ids("--lang", "ja", "--lang", "fr") == ["lab", "gone"]
    none = kikimimi("sources", "list", "--tag", "press", "--lang", "en")
    assert none.returncode == 2
    assert none.stderr == "kikimimi: no source fits --tag press --lang en; see `kikimimi sources list`\n"


def test_a_check_says_what_each_source_holds_and_fails_where_one_does(
    kikimimi: Run, seeds: Path, tmp_path: Path
) -> None:
    done = kikimimi("sources", "check")
    assert (done.returncode, done.stderr) == (1, "")
    rows = {line.split()[0]: line.split() for line in done.stdout.splitlines() if line.split()}
    assert rows["lab"][1:7] == ["200", "feed", "2", "2025-02-03", "09:30", "fr"]
    assert rows["texts"][1:3] == ["text", "1"]
    assert rows["gone"][1:3] == ["404", "failed"]
    assert "/gone answers 404; correct the address or take the source out" in done.stdout
    assert done.stdout.endswith("1 of 3 sources failed.\n")
    assert not (tmp_path / "data").exists(), "nothing is collected or noted"


def test_a_check_of_some_and_for_programs(kikimimi: Run, seeds: Path, site: Site) -> None:
    done = kikimimi("sources", "check", "lab", "texts", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    lab, texts = json.loads(done.stdout)
    assert lab["newest"] == "2025-02-03T09:30:00+00:00"
    assert (lab["id"], lab["ok"], lab["status"], lab["kind"], lab["entries"], lab["problem"]) == (
        "lab",
        True,
        200,
        "feed",
        2,
        None,
    )
    assert (texts["kind"], texts["status"]) == ("text", None)
    assert {path for path, _ in site.asked} <= {"/feed", "/robots.txt"}, "the feed, and none of its entries"
    assert "2 sources checked, all can be read." in kikimimi("sources", "check", "lab", "texts").stdout
    (gone,) = json.loads(kikimimi("sources", "check", "gone", "--json").stdout)
    assert (gone["ok"], gone["entries"], gone["kind"]) == (False, 0, None)
    assert "answers 404" in gone["problem"]


def test_a_source_is_added_with_what_stands_there(kikimimi: Run, seeds: Path, site: Site) -> None:
    before = seeds.read_text()
    site.put("/atom", ATOM)
    page = site.put(
        "/", '<html><link rel="alternate" type="application/atom+xml" href="/atom"></html>', Content_Type=HTML
    )
    done = kikimimi(
        "sources",
        "add",
        page,
        "--private",
        "--tag",
        "lab",
        "--tag",
        "ja",
        "--every",
        "30",
        "--family",
        "labs",
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "AI の動き" in done.stdout
    assert "feed: 1 entry, ja" in done.stdout
    assert seeds.read_text().startswith(before), "nothing else has changed"
    added = read_sources(seeds)[-1]
    assert (added.location, added.kind, added.name, added.lang) == (
        f"{site.address}/atom",
        "feed",
        "AI の動き",
        "ja",
    )
    assert (added.tags, added.every, added.family) == (("lab", "ja"), 30, "labs")
    again = kikimimi("sources", "add", page, "--private")
    assert again.returncode == 2
    assert f"is there already, as {added.id}" in again.stderr


def test_what_cannot_be_read_is_not_added_unless_it_is_wanted_so(
    kikimimi: Run, seeds: Path, site: Site
) -> None:
    before = seeds.read_text()
    refused = kikimimi("sources", "add", f"{site.address}/later", "--private")
    assert refused.returncode == 1
    assert "answers 404" in refused.stderr
    assert refused.stderr.endswith("nothing was written; --no-check writes it all the same\n")
    assert seeds.read_text() == before
    done = kikimimi(
        "sources",
        "add",
        f"{site.address}/later",
        "--private",
        "--no-check",
        "--id",
        "later",
        "--name",
        "Later",
    )
    assert done.returncode == 0
    assert "Added later: Later" in done.stdout
    assert read_sources(seeds)[-1] == Source(
        "later", f"{site.address}/later", "file", name="Later", private="yes"
    )


def test_a_folder_is_added_as_the_file_sees_it(kikimimi: Run, seeds: Path) -> None:
    (seeds.parent / "talks").mkdir()
    (seeds.parent / "talks" / "one.md").write_text("# A talk\n\nOpenAI raised money.")
    done = kikimimi("sources", "add", "seeds/talks", "--id", "talks")
    assert done.returncode == 0
    assert seeds.read_text().endswith("  - id: talks\n    location: talks\n")


def test_sources_are_removed(kikimimi: Run, seeds: Path) -> None:
    done = kikimimi("sources", "remove", "gone", "texts")
    assert done.stdout == f"gone, texts removed from {seeds}; what was collected stays.\n"
    assert [one.id for one in read_sources(seeds)] == ["lab"]
    assert "# Ours." in seeds.read_text()


def test_lists_of_feeds_go_out_and_come_in(kikimimi: Run, seeds: Path, tmp_path: Path) -> None:
    out = kikimimi("sources", "export-opml", "out.opml")
    assert out.stdout == "2 sources written to out.opml; 1 local ones stay out.\n"
    assert kikimimi("sources", "export-opml").stdout == (tmp_path / "out.opml").read_text()
    kikimimi("sources", "remove", "gone")
    brought = kikimimi("sources", "import-opml", "out.opml")
    assert (brought.returncode, brought.stderr) == (0, "")
    assert "The Lab [News] is there already, as lab" in brought.stdout
    assert "1 new source, 1 were there already." in brought.stdout
    gone = read_sources(seeds)[-1]
    assert (gone.id, gone.lang, gone.tags) == ("gone", "ja", ("press",))
    (tmp_path / "new").mkdir()
    fresh = kikimimi("sources", "import-opml", "out.opml", KIKIMIMI_SEEDS="new")
    assert "2 new sources." in fresh.stdout
    assert read_sources(tmp_path / "new" / "sources.yaml") == [
        replace(one, private="no") for one in read_sources(seeds) if one.remote
    ], "nobody else's list lets us into private networks"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("check", "nobody"), 2, "no source has the id nobody"),
        (("add", "missing.txt"), 1, "missing.txt"),
        (("add", "https://a.example", "--id", "Two Words"), 2, "--id Two Words is no slug"),
        (("add", "https://a.example", "--lang", "Japanese"), 2, "--lang Japanese is no language code"),
        (("add", "https://a.example", "--tag", "two words"), 2, "--tag 'two words' is no single word"),
        (("add", "https://a.example", "--id", "lab"), 2, "there is a source lab already; give another --id"),
        (("import-opml", "missing.opml"), 1, "missing.opml"),
        (("import-opml", "broken.opml"), 1, "broken.opml:1: broken OPML"),
        (("export-opml", "no/where.opml"), 2, "no/where.opml cannot be written"),
    ],
)
def test_a_wrong_call_is_told_and_changes_nothing(
    kikimimi: Run, seeds: Path, tmp_path: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    before = seeds.read_text()
    (tmp_path / "broken.opml").write_text("<opml><body>")
    done = kikimimi("sources", *words)
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr
    assert seeds.read_text() == before


def test_many_sources_out_of_reach_share_a_line(kikimimi: Run, seeds: Path) -> None:
    away = "".join(
        f"  - {{id: away-{n}, location: 'http://127.0.0.1:9/{n}', private: yes}}\n" for n in range(10)
    )
    seeds.write_text(seeds.read_text() + away)
    done = kikimimi("collect")
    assert done.returncode == 0
    told = [line for line in done.stdout.splitlines() if line.startswith("!")]
    names = ", ".join(f"away-{n}" for n in range(8))
    assert [line for line in told if "away" in line] == [
        f"! 10 sources cannot be reached: {names} and 2 more; check the network, `kikimimi sources check` says why for each"
    ]
    assert any(line.startswith("! gone: ") for line in told), "one that answers has a line of its own"
    few = kikimimi("collect", "--source", "away-1", "--source", "away-2")
    assert [line.split(":")[0] for line in few.stdout.splitlines()[:2]] == ["! away-1", "! away-2"]
