"""Sayings: a text and its names in, the places where it tells who speaks out (X said, によると, a déclaré X, 同社は…と発表した).

A saying is its words (from the name to the verb) and the stretches of its sentence that are what was said. Its speaker is None
for somebody who is no entity of the catalogue (an analyst, two people familiar with the matter): that keeps their words from
being given to somebody else.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.extract.contexts import saying_words as words
from pipeline.extract.contexts.saying import Mentioned, Saying, Scene, Span
from pipeline.extract.contexts.sayings_ja import japanese
from pipeline.extract.contexts.sayings_latin import latin
from pipeline.extract.sentences import Sentences
from pipeline.records import Entity

_BACK = 3
"""Sentences back in which a pronoun looks for a name that has not spoken yet."""


def find_sayings(
    text: str,
    lang: str,
    sentences: Sentences,
    mentions: Sequence[Mentioned],
    entities: Mapping[str, Entity],
    quotes: Sequence[Span],
) -> list[Saying]:
    """The sayings of a text in order; mentions and quotes sorted by start. Each verb looks at its own surroundings only."""
    names = [one for one in mentions if _speaks(one, entities)]
    starts, quote_starts = [one.start for one in names], [start for start, _ in quotes]
    scene = Scene(text, lang, sentences, names, starts, entities, quotes, quote_starts)
    found = japanese(scene) if lang == "ja" else latin(scene) if lang in words.SAID else ()
    return _named(scene, sorted(found, key=lambda saying: saying.start))


def _speaks(name: Mentioned, entities: Mapping[str, Entity]) -> bool:
    entity = entities.get(name.entity or "")
    return entity is not None and entity.type in ("person", "organization")


def _named(scene: Scene, sayings: Sequence[Saying]) -> list[Saying]:
    """The sayings with their pronouns resolved, each by those before it."""
    found: list[Saying] = []
    person: tuple[int, str] | None = None
    last: tuple[int, str | None] | None = None
    for saying in sayings:
        speaker = saying.speaker
        if saying.pronoun == "person":
            speaker = person[1] if person else _latest(scene, saying.start, person=True)
            if speaker is None and scene.lang == "fr":  # elle is a company too
                speaker = _latest(scene, saying.start, person=False)
        elif saying.pronoun == "organization":
            speaker = _latest(scene, saying.start, person=False)
        elif saying.pronoun == "again":
            near = last and scene.sentences.count_between(last[0], saying.start) <= 2
            speaker = last[1] if last and near else None
        found.append(replace(saying, speaker=speaker, pronoun=None))
        last = saying.end, speaker
        entity = scene.entities.get(speaker or "")
        if speaker and entity is not None and entity.type == "person":
            person = saying.end, speaker
    return found


def _latest(scene: Scene, position: int, *, person: bool) -> str | None:
    """The last person or organisation named before this place, not too far back, who may be what its sentence is about."""
    last = bisect_left(scene.starts, position)
    owner: str | None = None
    for name in reversed(scene.names[max(0, last - 12) : last]):
        if scene.sentences.count_between(name.start, position) > _BACK:
            break
        if scene.is_person(name) == person:
            if person or not (oblique := words.oblique(scene.text, name.start, name.end, scene.lang)):
                return name.entity
            owner = owner or (name.entity if oblique == "owner" else None)
    return owner
