"""`kikimimi entities`: names become one and are parted again, and what makes no sense is said so."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from pipeline.entities.run import merge, promote, read_standing, split
from pipeline.errors import Rejected
from pipeline.load.merges import resolve
from pipeline.topics import open_topics
from pipeline.topics.envelope import pack
from tests.conftest import Fill, Run
from tests.samples import make_document, make_extraction, make_mention

KNOWN = {"openai", "open-ai-lp", "meta"}


def test_what_was_decided_is_read_from_the_topic(tmp_path: Path) -> None:
    topics = open_topics(f"embedded:{tmp_path / 'topics.db'}")
    standing = read_standing(topics, KNOWN, resolve)
    merge(topics, standing, "open-ai-lp", "openai", "yuki")
    promote(topics, standing, "Foo Labs", "foo-labs", "organization", "ann")
    standing = read_standing(topics, KNOWN, resolve)
    assert standing.merges == {"open-ai-lp": "openai", "candidate:Foo Labs": "foo-labs"}
    assert standing.known == KNOWN | {"foo-labs"}
    assert standing.last("open-ai-lp").who == "yuki"
    split(topics, standing, "Foo Labs", "ann")
    standing = read_standing(topics, KNOWN, resolve)
    assert standing.merges == {"open-ai-lp": "openai"}
    assert standing.known == KNOWN
    topics.close()


def test_a_decision_that_makes_no_sense_is_refused_with_the_remedy(tmp_path: Path) -> None:
    topics = open_topics(f"embedded:{tmp_path / 'topics.db'}")
    standing = read_standing(topics, KNOWN, resolve)
    merge(topics, standing, "open-ai-lp", "openai", "yuki")
    standing = read_standing(topics, KNOWN, resolve)
    with pytest.raises(Rejected, match="opnai is no entity; did you mean openai"):
        merge(topics, standing, "meta", "opnai", "yuki")
    with pytest.raises(Rejected, match=r"open-ai-lp counts as openai already.*entities split open-ai-lp"):
        merge(topics, standing, "openai", "open-ai-lp", "yuki")
    with pytest.raises(Rejected, match="openai counts as openai already, so openai would"):
        merge(topics, standing, "openai", "openai", "yuki")
    with pytest.raises(Rejected, match="open-ai-lp counts as openai already; see"):
        merge(topics, standing, "open-ai-lp", "openai", "yuki")
    with pytest.raises(Rejected, match="meta counts as nothing else"):
        split(topics, standing, "meta", "yuki")
    with pytest.raises(
        Rejected, match=r"meta is an entity already; merge the name into it: .*'Foo' --into meta"
    ):
        promote(topics, standing, "Foo", "meta", "organization", "yuki")
    with pytest.raises(Rejected, match="'' is no id; give one with --id"):
        promote(topics, standing, "日本", "", "organization", "yuki")
    with pytest.raises(Rejected, match="'company' is no type of entity; known are organization"):
        promote(topics, standing, "Foo", "foo", "company", "yuki")
    assert len(read_standing(topics, KNOWN, resolve).edits) == 1
    topics.close()


def test_the_commands_reach_the_views(kikimimi: Run, fill: Fill, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("OpenAI and DeepMind work with Google DeepMind.", encoding="utf-8")
    fill("note.txt")
    topics = open_topics(f"embedded:{tmp_path / 'data' / 'topics.db'}")
    candidate = msgspec.structs.replace(make_mention("Foo Labs", 0), entity=None)
    document = make_document(text="Foo Labs is new.")
    topics.append("extractions", [pack("extractions", "k", make_extraction(document, candidate))])
    topics.close()
    assert kikimimi("work", "load", "--until-empty").returncode == 0

    def names() -> list[str]:
        done = kikimimi("sql", "SELECT entity FROM watchlist ORDER BY entity", "--format", "csv")
        assert done.returncode == 0, done.stderr
        return done.stdout.split()[1:]

    before = names()
    assert "openai" in before
    done = kikimimi("entities", "promote", "Foo Labs", "--type", "organization")
    assert done.stdout == "candidate:Foo Labs counts as foo-labs.\n", done.stderr
    assert names() == sorted([*before, "foo-labs"])
    assert (
        kikimimi("entities", "merge", "foo-labs", "--into", "openai").stdout == "foo-labs counts as openai.\n"
    )
    assert names() == before
    listed = kikimimi("entities", "list").stdout
    assert "candidate:Foo Labs" in listed
    assert kikimimi("entities", "split", "foo-labs").stdout == "foo-labs stands for itself again.\n"
    assert names() == sorted([*before, "foo-labs"])
    unseen = kikimimi("entities", "merge", "Fou Labs", "--into", "openai")
    assert unseen.returncode == 1
    assert unseen.stderr == (
        "kikimimi: Fou Labs is no entity, and no candidate that was ever seen; see kikimimi sql 'FROM candidates_ranked'\n"
    )


def test_a_candidate_keeps_its_figures_when_it_is_promoted(kikimimi: Run, fill: Fill, tmp_path: Path) -> None:
    (tmp_path / "ja.txt").write_text("新興企業のホタルラボは10億円を調達した。", encoding="utf-8")
    (tmp_path / "fr.txt").write_text("La start-up Éclairis a levé 5 millions d'euros.", encoding="utf-8")
    fill("ja.txt", "fr.txt")

    def owners() -> list[str]:
        asked = "SELECT subject, subject_name FROM claims ORDER BY ALL"
        return kikimimi("sql", asked, "--format", "csv").stdout.split()[1:]

    assert owners() == ["eclairis,eclairis", "hotaru-lab,hotaru-lab"]
    for name, becomes in (("Éclairis", "eclairis"), ("ホタルラボ", "hotaru-lab")):
        done = kikimimi("entities", "promote", name, "--type", "organization")
        assert done.stdout == f"candidate:{name} counts as {becomes}.\n", done.stderr
    assert owners() == ["eclairis,Éclairis", "hotaru-lab,ホタルラボ"]
