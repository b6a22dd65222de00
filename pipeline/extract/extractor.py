"""The extractor: a text in, its language, mentions and figures out. A spaCy pipeline of our components on a blank language.

tokenizer → language → words → sentences → names → amounts → candidates → claims → contexts → records
"""

from __future__ import annotations

import hashlib
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.extract.language import detect
from pipeline.extract.lasting import lasting, undisturbed
from pipeline.extract.names.catalogue import no_catalogue
from pipeline.extract.parts import MOST, Memory, moved, parts_of
from pipeline.records import Document, Extraction, Figure, Mention
from pipeline.sketch import sketch_of

if TYPE_CHECKING:
    from spacy.language import Language

STEPS = ("language", "words", "sentences", "names", "amounts", "candidates", "claims", "contexts", "records")
"""Our components, each registered with spaCy as kikimimi_…, in the order in which they run."""
LONGEST = 1_000_000_000
"""Characters; spaCy's own limit is meant for parsers that need memory, of which there are none here."""
_VOCABULARY_LASTS = 1_000_000
"""Characters read with one vocabulary: kept for ever it would hold every word that was ever read, made anew for each text it costs
a twentieth of the time."""


@dataclass(frozen=True, slots=True)
class Found:
    """What stands in one text."""

    lang: str
    mentions: list[Mention]
    figures: list[Figure]


def build_pipeline(catalogue: Path) -> Language:
    """The spaCy pipeline with the catalogue of this folder. Raises Misconfigured for a file that does not fit."""
    import spacy

    import pipeline.extract.components
    import pipeline.extract.tokenizer  # noqa: F401 — both register with spaCy what the pipeline is made of

    nlp = spacy.blank("xx", config={"nlp": {"tokenizer": {"@tokenizers": "kikimimi.Words.v1"}}})
    nlp.max_length = LONGEST
    for step in STEPS:
        nlp.add_pipe(f"kikimimi_{step}", config={"catalogue": str(catalogue)} if step == "names" else {})
    return nlp


def version_of(catalogue: Path) -> str:
    """What an extractor with this catalogue calls itself in its extractions: the program's version, its rules, its catalogue.

    Raises Misconfigured where there is no catalogue.
    """
    if not any(catalogue.glob("*.yaml")):
        raise no_catalogue(catalogue)
    rules = _digest(Path(__file__).parent)
    return f"{version('kikimimi')}+{rules}.{_digest(catalogue)}"


def _digest(folder: Path) -> str:
    """Short, and another as soon as a file of the folder is."""
    digest = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        if file.suffix in (".py", ".json", ".yaml"):
            digest.update(file.read_bytes())
    return digest.hexdigest()[:8]


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else moment.date()


class Extractor:
    """The current rules with one catalogue. Building takes half a second; share one a process."""

    def __init__(self, catalogue: Path) -> None:
        """catalogue: the folder of YAML files. Raises Misconfigured for a file that does not fit."""
        with lasting():
            self._nlp = build_pipeline(catalogue)
        self._vocabulary = ExitStack()
        self._read = _VOCABULARY_LASTS
        self.version = version_of(catalogue)

    def extract(self, document: Document) -> Extraction:
        """The extraction of a document."""
        found = self.read(document.text, document.lang, _day(document.published_at))
        return Extraction(
            document=document,
            extractor=self.version,
            lang=found.lang,
            mentions=found.mentions,
            figures=found.figures,
            sketch=sketch_of(document.text, found.lang),
        )

    def read(self, text: str, lang: str | None = None, published: date | None = None) -> Found:
        """What stands in a text of this language (detected where None); `published` is today for its "next year"."""
        if len(text) <= MOST:
            return self._read_at_once(text, lang, published)
        return self._read_by_parts(text, lang or detect(text), published)

    def _read_at_once(self, text: str, lang: str | None, published: date | None) -> Found:
        self._renew_vocabulary(len(text))
        with undisturbed():
            doc = self._nlp.make_doc(text)
            doc._.language, doc._.published = lang, published
            doc = self._nlp(doc)
            return Found(doc._.language, doc._.mentions, doc._.figures)

    def _read_by_parts(self, text: str, lang: str, published: date | None) -> Found:
        whole, memory = Found(lang, [], []), Memory()
        for start, end in parts_of(text):
            before = memory.before(text, start)
            told = before + text[start:end]
            found = self._read_at_once(told, lang, published)
            mentions = [one for one in found.mentions if one.start >= len(before)]
            memory.learn(told, mentions)
            whole.mentions.extend(moved(one, start - len(before)) for one in mentions)
            whole.figures.extend(
                moved(one, start - len(before)) for one in found.figures if one.start >= len(before)
            )
        return whole

    def _renew_vocabulary(self, more: int) -> None:
        if self._read >= _VOCABULARY_LASTS:
            self._vocabulary.close()
            self._vocabulary.enter_context(self._nlp.memory_zone())
            self._read = 0
        self._read += more
