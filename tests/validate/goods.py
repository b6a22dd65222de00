"""A good tracker: nine weeks of news in three languages from six sources, loaded as real news is; nothing in it is wrong."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pipeline.load.run import load
from pipeline.records import Document, Entity, Extraction, Fetch, Figure, Mention
from pipeline.round import build_stages, lay_seeds
from pipeline.settings import read_settings
from pipeline.topics import open_topics
from pipeline.topics.envelope import pack
from pipeline.warehouse import open_for_writing
from tests.conftest import ROOT

DAYS, A_DAY = 63, 2
"""How long the tracker has read, and documents of each source a day."""
FIGURES = 3
SOURCES = {
    "asahi-ai": "ja",
    "nikkei-ai": "ja",
    "wire-one": "en",
    "wire-two": "en",
    "le-fil": "fr",
    "le-quai": "fr",
}
NAMED = ("deepseek", "openai", "nvidia", "softbank", "anthropic", "mistral-ai")
_SENTENCE = {
    "ja": ("{name}は{much}を投じると発表した。", "{much}の計画について{name}が語った。"),
    "en": ("{name} said it would spend {much} on computing. ", "A plan of {much} was announced by {name}. "),
    "fr": ("{name} investira {much} dans le calcul. ", "Un plan de {much} a été annoncé par {name}. "),
}
_MUCH = {"ja": "{n}0億ドル", "en": "${n} billion", "fr": "{n} milliards de dollars"}
BILLION = 1e9
_BARE = {"ja": "{name}は答えなかった。", "en": "{name} did not answer. ", "fr": "{name} n'a pas répondu. "}
_FILLER = {"ja": "市場は静かだった。", "en": "Markets were quiet. ", "fr": "Les marchés étaient calmes. "}


def build(path: Path, end: datetime, names: int = 3) -> None:
    """Writes the tracker to the path; its news ends shortly before `end`. names: mentions of a document, three with a figure."""
    settings = read_settings({"KIKIMIMI_SEEDS": str(ROOT / "seeds"), "KIKIMIMI_DATA": str(path.parent)})
    stages = build_stages(settings)
    entities = {one.id: one for one in stages.entities}
    with (
        closing(open_topics(f"embedded:{path.parent / 'topics.db'}")) as topics,
        closing(open_for_writing(path, threads=1)) as connection,
    ):
        lay_seeds(connection, stages)
        for day in days(entities, end, names):
            topics.append("extractions", [pack("extractions", one.document.doc_id, one) for one in day])
            topics.append("fetches", [pack("fetches", one.fetch_id, one) for one in _fetches(day)])
        load(topics, connection, stages.fire)
        connection.execute(
            "INSERT INTO deliveries SELECT alert_id, 'console', fired_at + INTERVAL 1 SECOND FROM alerts"
        )
        connection.execute(
            "UPDATE alerts SET fired_at = d.first_seen FROM documents d WHERE d.doc_id = alerts.doc_id"
        )
        connection.execute("CHECKPOINT")


def days(entities: dict[str, Entity], end: datetime, names: int) -> Iterator[list[Extraction]]:
    """What each day told."""
    chance = random.Random(5)
    for day in range(DAYS):
        at = end - timedelta(days=DAYS - 1 - day, hours=2)
        yield [
            _extraction(
                f"{source}/{day}/{number}",
                source,
                at + timedelta(minutes=7 * number),
                entities,
                chance,
                names,
            )
            for source in SOURCES
            for number in range(A_DAY)
        ]


def _extraction(
    name: str, source: str, at: datetime, entities: dict[str, Entity], chance: random.Random, names: int
) -> Extraction:
    lang = SOURCES[source]
    title = f"{name} {_FILLER[lang].strip()}"
    text, mentions, figures = f"{title}\n\n", [], []
    for number in range(names):
        entity, billions = (
            entities[NAMED[(number + chance.randrange(2)) % len(NAMED)]],
            chance.randint(10, 60),
        )
        form = chance.choice(_SENTENCE[lang]) if number < FIGURES else _BARE[lang]
        much = _MUCH[lang].format(n=billions)
        sentence = form.format(name=entity.name, much=much)
        mentions.append(_mention(entity, text, sentence))
        if number < FIGURES:
            figures.append(_figure(entity, text, sentence, much, billions * BILLION))
        text += sentence + _FILLER[lang]
    document = Document(
        doc_id=_hash(name), revision=_hash(f"{title}\0{text}"), source=source, kind="article", title=title, text=text,
        url=f"https://{source}.example.com/{name}", lang=lang, published_at=at - timedelta(minutes=9), collected_at=at,
    )  # fmt: skip
    return Extraction(document=document, extractor="test", lang=lang, mentions=mentions, figures=figures)


def _mention(entity: Entity, before: str, sentence: str) -> Mention:
    start = len(before) + sentence.index(entity.name)
    return Mention(
        entity=entity.id, name=entity.name, type=entity.type, surface=entity.name, start=start, end=start + len(entity.name),
        sentence_start=len(before), sentence_end=len(before) + len(sentence), method="alias", score=1.0, evidence="alias",
    )  # fmt: skip


def _figure(entity: Entity, before: str, sentence: str, much: str, value: float) -> Figure:
    start = len(before) + sentence.index(much)
    return Figure(
        surface=much, start=start, end=start + len(much), sentence_start=len(before), sentence_end=len(before) + len(sentence),
        kind="money", value=value, low=value, high=value, unit="USD", bound="exact", subject=entity.id, metric="investment",
    )  # fmt: skip


def _fetches(day: list[Extraction]) -> Iterator[Fetch]:
    for source in SOURCES:
        of_it = [one.document for one in day if one.document.source == source]
        yield Fetch(
            fetch_id=_hash(f"fetch {of_it[0].doc_id}"), source=source, location=f"https://{source}.example.com/feed",
            at=of_it[-1].collected_at.astimezone(UTC), outcome="new", documents=len(of_it), seconds=0.4, status=200,
        )  # fmt: skip


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]
