"""Roles: who and what a sentence names, whom its pronouns mean, and who is its subject."""

from __future__ import annotations

import pytest

from pipeline.extract.claims.cast import cast_of
from pipeline.extract.claims.clauses import clauses_of
from pipeline.extract.claims.employers import employers_of
from pipeline.extract.claims.roles import is_public
from pipeline.extract.claims.standing import OBLIQUE
from pipeline.extract.sentences import split_sentences
from tests.extract.claims.claimed import claimed

A, B = "[[Acme|?acme organization]]", "[[Bolt|?bolt organization]]"
PERSON, MODEL = "[[Dana Roe|?dana-roe person]]", "[[Zeta 2|zeta-2 model acme]]"


def cast(marked: str, lang: str) -> list[tuple[str, str, float]]:
    told = claimed(marked)
    roles = cast_of(
        told.text, lang, split_sentences(told.text), clauses_of(told.text, lang), told.names
    ).roles
    return [(told.text[role.start : role.end], role.entity, role.standing) for role in roles]


@pytest.mark.parametrize(
    ("lang", "text", "word", "meant"),
    [
        ("en", f"{A} sued {B}. The company won.", "The company", "acme"),
        ("en", f"{A} sued {B}. It won.", "It", "acme"),
        ("en", f"Made by {A}, {MODEL} is fast. The model has weights.", "The model", "zeta-2"),
        ("en", f"{PERSON} runs {A}. She left {B}.", "She", "dana-roe"),
        ("en", f"{A} bought {B}. The target is small.", "The target", "bolt"),
        ("en", f"{A} bought [[Google|google organization]]. The start-up grows.", "The start-up", "acme"),
        ("fr", f"{A} poursuit {B}. La société gagne.", "La société", "acme"),
        ("fr", f"{A} poursuit {B}. Elle gagne.", "Elle", "acme"),
        ("ja", f"{A}は{B}を訴えた。同社は勝った。", "同社", "acme"),
        ("ja", f"{A}の{PERSON}氏が語った。同氏は若い。", "同氏", "dana-roe"),
        ("ja", f"{A}は発表した。{B}と組む。当社は成長する。", "当社", "acme"),
        ("en", f"{A} sued {B}. The former won.", "The former", "acme"),
        ("fr", f"{A} poursuit {B}. Ce dernier gagne.", "Ce dernier", "bolt"),
        ("ja", f"{A}と{B}が競う。前者が勝つ。", "前者", "acme"),
        ("ja", f"{A}と{B}が競う。後者が勝つ。", "後者", "bolt"),
        ("en", f"{A} opens up.\nWhy?\nHow?\nWhen?\nWe lead {B}.", "We", "acme"),
        ("ja", "[[新法|?new-law law]]が成立した。同法は厳しい。", "同法", "new-law"),
    ],
)
def test_a_word_that_points_back_means(lang: str, text: str, word: str, meant: str) -> None:
    assert meant in [entity for surface, entity, _ in cast(text, lang) if surface == word]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", f"{A} will supply {B} with chips."),
        ("en", f"In March {A} left {B}."),
        ("en", f"Under a deal with {B}, {A} grows."),
        ("fr", f"{A} achète des puces à {B}."),
        ("fr", f"Selon {B}, {A} a gagné."),
        ("ja", f"{A}は{B}に出資する。"),
        ("ja", f"{B}に対し、{A}が勝った。"),
    ],
)
def test_the_subject_stands_nearer_to_its_clause_than_the_others(lang: str, text: str) -> None:
    standing = {entity: cost for _, entity, cost in cast(text, lang)}
    assert standing["acme"] < standing["bolt"]


@pytest.mark.parametrize(
    "text", [f"{A} works with {B}.", f"{A} came ahead of {B} and the rest.", f"{A} fears the toll on {B}."]
)
def test_behind_a_preposition_a_name_is_oblique(text: str) -> None:
    assert {cost for surface, _, cost in cast(text, "en") if surface == "Bolt"} == {OBLIQUE}


def test_a_preposition_is_a_word_not_the_beginning_of_one() -> None:
    ((_, _, cost),) = cast(f"British designer {A} has won.", "en")
    assert cost < OBLIQUE


@pytest.mark.parametrize(
    ("lang", "text", "company"),
    [
        ("en", f"{PERSON}, chief executive of {A}, spoke.", "acme"),
        ("en", f"{A} chief executive {PERSON} spoke.", "acme"),
        ("en", f"former {A} president {PERSON} spoke.", None),
        ("fr", f"{PERSON}, directrice générale d'{A}, parle.", "acme"),
        ("fr", f"{PERSON}, la directrice, passée par {A}, parle.", None),
        ("ja", f"{A}の{PERSON}社長は語る。", "acme"),
        ("ja", f"{A}の研究者だった{PERSON}氏は語る。", None),
    ],
)
def test_the_company_of_a_person(lang: str, text: str, company: str | None) -> None:
    told = claimed(text)
    assert employers_of(told.text, lang, told.names).get("dana-roe") == company


def test_a_candidate_that_is_addressed_as_a_person_is_one() -> None:
    told = claimed(f"{A}の[[大野|?ono organization]]氏は語る。")
    roles = cast_of(
        told.text, "ja", split_sentences(told.text), clauses_of(told.text, "ja"), told.names
    ).roles
    assert [role.type for role in roles] == ["organization", "person"]


def test_the_maker_of_a_model_is_its_company() -> None:
    assert ("Zeta 2", "acme", 0.0) in cast(f"The maker of {MODEL} grows.", "en")
    assert "acme" in [entity for _, entity, _ in cast(f"{MODEL}の開発元は語る。", "ja")]


@pytest.mark.parametrize(
    ("name", "public"), [("CNIL", True), ("経済産業省", True), ("European Commission", True), ("Acme", False)]
)
def test_public_bodies_are_known_by_their_words(name: str, public: bool) -> None:
    assert is_public(name, "x") is public
