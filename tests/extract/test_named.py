"""Named: candidates get the id that a catalogue would give them, whatever script their names are in."""

from __future__ import annotations

import pytest

from pipeline.extract.candidates.propose import Candidate
from pipeline.extract.named import named_in, slug_of
from pipeline.extract.names.link import Link
from pipeline.extract.romaji import romaji
from pipeline.records import Entity


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Novalys", "novalys"),
        ("Château d'Été", "chateau-d-ete"),
        ("Kestrel-7B v2.1", "kestrel-7b-v2-1"),
        ("ホタルラボ", "hotaru-lab"),
        ("ヴェルデ・テック", "verde-tech"),
        ("ノクスAI", "nox-ai"),
        ("白波研究所", "shiranami-lab"),
        ("月読テクノロジーズ", "tsukuyomi-technologies"),
        ("真壁早紀", "saki-makabe"),
        ("佐藤 美咲", "misaki-sato"),
        ("佐藤", "sato"),
        ("井上", "inoue"),
        ("ラボーレ", "raborre"),
        ("Ωμέγα", ""),
    ],
)
def test_a_name_gives_the_id_it_would_have(name: str, slug: str) -> None:
    assert slug_of(name) == slug


@pytest.mark.parametrize(
    ("kana", "latin"),
    [
        ("ジェミニ", "jemini"), ("シャチョウ", "shachou"), ("ティアフォー", "tiafo"), ("キャッチャー", "kyatcha"), ("ウィンド", "windo"),
        ("デュアル", "dyuaru"), ("ヴァイオリン", "vaiorin"), ("フォックス", "fokkusu"),
    ],
)  # fmt: skip
def test_kana_are_written_as_they_sound(kana: str, latin: str) -> None:
    assert romaji(kana) == latin


def test_known_names_and_candidates_stand_in_one_order_and_a_candidate_takes_nobody_s_id() -> None:
    openai = Entity(id="openai", name="OpenAI", type="organization", parent=None)
    links = [Link(10, 16, "openai", "alias", 1.0, "alias OpenAI")]
    candidates = [
        Candidate(0, 7, "Novalys", "organization", 0.9, "a start-up"),
        Candidate(20, 27, "Open-ai", "organization", 0.5, ""),
        Candidate(30, 36, "openai", "organization", 0.5, ""),
    ]
    found = named_in(links, candidates, {"openai": openai})
    assert [(one.entity, one.known) for one in found] == [
        ("novalys", False),
        ("openai", True),
        ("open-ai", False),
    ]
