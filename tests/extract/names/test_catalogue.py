"""The catalogue: the project's own is whole, and a wrong entry is named with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import Misconfigured
from pipeline.extract.names.catalogue import load_catalogue
from tests.conftest import ROOT

SEEDS = ROOT / "seeds" / "catalogue"


def write(folder: Path, text: str, name: str = "organizations.yaml") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_the_projects_catalogue_tracks_the_industry() -> None:
    catalogue = load_catalogue(SEEDS)
    assert len(catalogue) >= 500
    assert {entity.type for entity in catalogue.values()} == {
        "organization", "person", "model", "product", "hardware", "project", "law",
    }  # fmt: skip
    assert catalogue["o3-mini"].parent == "o3"
    assert "ディープシーク" in catalogue["deepseek"].aliases


HEAD = "type: organization\nentities:\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("type: organization\nentities: [", r"organizations\.yaml:2: "),
        ("type: organisation\nentities: []\n", r"organizations\.yaml:1: not `type:` \(one of organization, "),
        ("- a\n", r"organizations\.yaml:1: "),
        (HEAD + "  - {id: Open AI, name: X}\n", r":3: 'Open AI' is no id"),
        (HEAD + "  - {id: a}\n", r":3: a has no name"),
        (HEAD + "  - {id: a, name: A, kind: shop}\n", r":3: 'shop' is no kind \(known: lab, software, "),
        (HEAD + "  - {id: a, name: A, country: France}\n", r":3: 'France' is no country \(two small letters"),
        (HEAD + "  - {id: a, name: A, city: [B]}\n", r":3: .* is no city \(write its name\)"),
        (
            HEAD + "  - {id: a, name: A, stage: old}\n",
            r":3: 'old' is no stage \(known: startup, established\)",
        ),
        (
            "type: model\nentities:\n  - {id: a, name: A, kind: lab}\n",
            r":3: a is no organization, and only those have a kind",
        ),
        (HEAD + "  - id: a\n    name: A\n    alias: [B]\n", r":5: alias is not a word of the catalogue"),
        (HEAD + "  - id: a\n    name: A\n    ja: B\n", r":5: ja of a is no list"),
        (HEAD + "  - {id: a, name: A}\n  - {id: a, name: B}\n", r":4: the id a stands in .*:3 too"),
        (HEAD + "  - {id: a, name: A, parent: z}\n", r":3: the parent z of a is in no file"),
        (HEAD + "  - {id: a, name: A, parent: a}\n", r":3: a is among its own parents"),
        (
            HEAD + "  - {id: a, name: A, parent: b}\n  - {id: b, name: B, parent: a}\n",
            r":3: a is among its own parents",
        ),
        (
            HEAD + "  - {id: a, name: Alpha}\n  - {id: b, name: B, ja: [ＡＬＰＨＡ]}\n",
            r":4: ＡＬＰＨＡ names b and a",
        ),
        (
            HEAD + "  - {id: a, name: Alpha, ambiguous: [Beta]}\n",
            r":3: 'beta' is ambiguous, but no name of a",
        ),
        (HEAD + "  - {id: a, id: b, name: A}\n", r":3: id stands twice"),
    ],
)
def test_a_wrong_entry_is_named_with_file_and_line(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(Misconfigured, match=said):
        load_catalogue(write(tmp_path, text))


def test_two_entities_may_share_a_name_that_both_must_show_evidence_for(tmp_path: Path) -> None:
    text = (
        HEAD
        + "  - {id: a, name: Nova, ambiguous: [Nova]}\n  - {id: b, name: B, en: [Nova], ambiguous: [Nova]}\n"
    )
    assert len(load_catalogue(write(tmp_path, text))) == 2


def test_a_folder_without_a_catalogue_is_named(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match=r"holds no catalogue.*KIKIMIMI_SEEDS"):
        load_catalogue(tmp_path / "nowhere")
    (tmp_path / "people.yaml").write_bytes(b"\xff\xfe")
    with pytest.raises(Misconfigured, match=r"people\.yaml cannot be read"):
        load_catalogue(tmp_path)
