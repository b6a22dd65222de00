"""Components: spaCy users add ours to a pipeline of their own, by name, and see what each needs and sets."""

from __future__ import annotations

import subprocess
import sys

import pytest
import spacy
from spacy.language import Language

from pipeline.errors import Misconfigured
from pipeline.extract.extractor import STEPS, build_pipeline
from tests.conftest import ROOT

CATALOGUE = str(ROOT / "seeds" / "catalogue")


def own(lang: str) -> Language:
    """All of ours behind spaCy's own tokenizer, with a sentence splitter of spaCy's before them."""
    nlp = spacy.blank(lang)
    nlp.add_pipe("sentencizer")
    for step in (*STEPS, "spans"):
        nlp.add_pipe(f"kikimimi_{step}", config={"catalogue": CATALOGUE} if step == "names" else {})
    return nlp


def problems(nlp: Language) -> dict[str, list[str]]:
    """What each component needs and none before it sets."""
    analysed = nlp.analyze_pipes()
    assert analysed
    return dict(analysed["problems"])


def test_in_a_pipeline_of_one_s_own_they_find_the_same() -> None:
    text = "OpenAI raised $6.6 billion. The start-up Novalys, based in Lyon, employs 300 people."
    ours = build_pipeline(ROOT / "seeds" / "catalogue")(text)
    theirs = own("en")(text)
    assert theirs._.mentions == ours._.mentions
    assert theirs._.figures == ours._.figures
    assert {(one.text, one.label_, one.kb_id_) for one in theirs.spans["mentions"]} >= {
        ("OpenAI", "organization", "openai"),
        ("Novalys", "organization", ""),
    }
    assert [(one.text, one.label_) for one in theirs.spans["figures"]] == [
        ("$6.6 billion", "money"),
        ("300 people", "count"),
    ]
    assert [one.text for one in theirs.sents] == [
        "OpenAI raised $6.6 billion.",
        "The start-up Novalys, based in Lyon, employs 300 people.",
    ]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Huawei assemblera 610 000 puces Ascend l'an prochain.", ["610 000"]),
        ("Le modèle de Nvidia, il a deux cent six milliards de paramètres.", ["deux cent six milliards de paramètres"]),
    ],
)  # fmt: skip
def test_a_name_that_runs_into_an_amount_leaves_it_its_number(text: str, amounts: list[str]) -> None:
    figures = own("fr")(text)._.figures
    assert [text[one.start : one.end] for one in figures if one.kind == "count"] == amounts


def test_japanese_words_are_looked_for_where_another_tokenizer_left_none() -> None:
    doc = spacy.blank("xx")("メタ認知とOpenAI")
    for step in ("language", "words", "sentences", "names"):
        nlp = spacy.blank("xx")
        pipe = nlp.add_pipe(f"kikimimi_{step}", config={"catalogue": CATALOGUE} if step == "names" else {})
        doc = pipe(doc)
    assert [link.entity for link in doc._.links] == ["openai"]


def test_every_need_is_met_by_an_earlier_component() -> None:
    assert not any(problems(own("ja")).values())


def test_a_component_without_what_it_needs_is_told_by_spacy() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("kikimimi_amounts")
    assert "doc._.links" in problems(nlp)["kikimimi_amounts"]


def test_a_catalogue_that_is_none_is_told_when_the_component_is_added() -> None:
    with pytest.raises(Misconfigured, match="/nowhere holds no catalogue"):
        spacy.blank("en").add_pipe("kikimimi_names", config={"catalogue": "/nowhere"})


def test_they_are_found_by_name_without_an_import() -> None:
    code = (
        "import spacy; nlp = spacy.blank('xx', config={'nlp': {'tokenizer': {'@tokenizers': 'kikimimi.Words.v1'}}});"
        "nlp.add_pipe('kikimimi_language'); nlp.add_pipe('kikimimi_words');"
        "print([token.text for token in nlp('人工知能の会社')])"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "['人工知能', 'の', '会社']", done.stderr
