"""Sources: sources.yaml and the words of a command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.collect.sources import Source, read_sources, sources_from
from pipeline.errors import Misconfigured
from tests.conftest import ROOT


def test_a_source_has_what_its_entry_says_and_the_rest_is_found_out(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    path = tmp_path / "sources.yaml"
    path.write_text(
        """sources:
  - {id: texts, location: texts, document: transcript, lang: ja-JP, tags: [sample, ja], name: Our texts}
  - {id: local-feed, location: a/feed.atom, every: 60}
  - {id: web-feed, location: "https://a.example/feed", kind: feed}
  - id: page
    location: https://a.example/page
  - {id: inner, location: "http://wiki.local/feed", private: yes, robots: ignore, full_text: never}
"""
    )
    assert read_sources(path) == [
        Source("texts", str(tmp_path / "texts"), "folder", "transcript", "ja", ("sample", "ja"), "Our texts"),
        Source("local-feed", str(tmp_path / "a/feed.atom"), "feed", every=60),
        Source("web-feed", "https://a.example/feed", "feed"),
        Source("page", "https://a.example/page", "file"),
        Source("inner", "http://wiki.local/feed", "file", private="yes", robots="ignore", full_text="never"),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ":1: no sources stand here"),
        ("sources: []", ":1: no sources stand here"),
        ("sources: [", "mend the YAML there"),
        ("sources:\n  - id: a\n  location: b\n", ":3: "),
        ("sources:\n  - just words\n", "'just words' is no source"),
        ("sources:\n  - id: a\n    locaton: b\n", ":3: unknown key locaton; known are id, location"),
        ("sources:\n  - id: a\n", ":2: a source has no location; give it one"),
        ("sources:\n  - location: a\n", ":2: a source has no id"),
        ("sources:\n  - {id: a, location: x}\n  - {id: a, location: y}\n", ":3: the id a stands twice"),
        ("sources:\n  - {id: a, location: x, family: Le Monde}\n", ":2: the family Le Monde is no slug"),
        ("sources:\n  - {id: Two Words, location: x}\n", ":2: the id Two Words is no slug"),
        (
            "sources:\n  - id: a\n    location: x\n    kind: fed\n",
            ":4: kind fed is not known; known are folder",
        ),
        ("sources:\n  - {id: a, location: x, document: book}\n", ":2: document book is not known"),
        ("sources:\n  - {id: a, location: x, lang: Japanese}\n", ":2: Japanese is no language code"),
        ("sources:\n  - {id: a, location: x, tags: press}\n", ":2: tags are no list"),
        ("sources:\n  - {id: a, location: [x]}\n", ":2: location is no plain value"),
        ("sources:\n  - {id: a, location: 'ftp://a.example/x'}\n", "is read over ftp, which is not known"),
        ("sources:\n  - {id: a, location: 'https:///x'}\n", "names no host"),
        ("sources:\n  - {id: a, location: 'https://a.example', kind: folder}\n", "cannot be a folder"),
        (
            "sources:\n  - id: a\n    location: x\n    every: 0.5\n",
            ":4: every 0.5 is no number of 1 or more; write",
        ),
        (
            "sources:\n  - {id: a, location: x, private: host}\n",
            ":2: private host is not known; known are yes, no",
        ),
        (
            "sources:\n  - {id: a, location: x, robots: eat}\n",
            ":2: robots eat is not known; known are obey, ignore",
        ),
        (
            "sources:\n  - {id: a, location: x, full_text: maybe}\n",
            ":2: full_text maybe is not known; known are auto, always, never",
        ),
        (
            "sources:\n  - id: a\n    location: feed.xml\n    full_text: always\n",
            ":4: pages are read for feeds of the web only; take full_text out",
        ),
        ("sources:\n  - {id: a, location: x, every: nan}\n", ":2: every nan is no number of 1 or more"),
        ("sources:\n  - {id: a, location: x, every: [15]}\n", ":2: every is no plain value"),
        ("sources:\n  - id: a\n    id: b\n    location: x\n", ":3: id stands twice"),
    ],
)
def test_a_wrong_entry_is_named_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "sources.yaml"
    path.write_text(text)
    with pytest.raises(Misconfigured) as error:
        read_sources(path)
    assert str(error.value).startswith(f"{path}")
    assert said in str(error.value)


def test_a_missing_sources_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match=r"sources\.yaml is not there; set KIKIMIMI_SEEDS"):
        read_sources(tmp_path / "sources.yaml")


def test_the_seeds_name_feeds_in_three_languages() -> None:
    sources = read_sources(ROOT / "seeds" / "sources.yaml")
    assert {source.lang for source in sources if source.remote} == {"en", "ja", "fr"}
    assert all(Path(source.location).exists() for source in sources if not source.remote)


def test_words_of_a_command_line_become_sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "My Texts").mkdir()
    monkeypatch.chdir(tmp_path)
    words = ["My Texts", "My Texts/a.txt", "feed.xml", "https://www.a.example/blog/feed.xml?x=1", "文書"]
    assert [(source.id, source.kind, source.location) for source in sources_from(words)] == [
        ("my-texts", "folder", "My Texts"),
        ("file", "file", "My Texts/a.txt"),
        ("file", "feed", "feed.xml"),
        ("www-a-example-blog-feed-xml", "file", "https://www.a.example/blog/feed.xml?x=1"),
        ("file", "file", "文書"),
    ]


@pytest.mark.parametrize(
    "word", ["ftp://a.example/x", "https://", "http://[bad", "http://a.example:port/", " "]
)
def test_a_word_that_cannot_be_a_source_is_refused(word: str) -> None:
    with pytest.raises(Misconfigured, match=r"name a path or an http\(s\) address"):
        sources_from([word])
