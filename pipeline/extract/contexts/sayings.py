"""Sayings: a text and its names in, the places where it tells who speaks out (X said, によると, a déclaré X, 同社は…と発表した).

A saying is its words (from the name to the verb) and the stretches of its sentence that are what was said. Its speaker is None
for somebody who is no entity of the catalogue (an analyst, two people familiar with the matter): that keeps their words from
being given to somebody else.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from pipeline.extract.contexts import saying_words as words
from pipeline.extract.sentences import Sentences
from pipeline.records import Entity

Span = tuple[int, int]


class Mentioned(Protocol):
    """A name at [start, end) that means the entity with this id; None where it means none of the catalogue."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def entity(self) -> str | None: ...


_Pronoun = Literal["person", "organization", "again", "somebody"]
"""Who is not named: he, the company, whoever spoke last (a Japanese verb without a subject), and nobody we know."""

_NAME = 110
"""Characters between a name and its verb at most: titles, an aside between commas."""
_REACH = 400
"""Characters that somebody is believed to speak on in one sentence; more have only texts without full stops."""
_BACK = 3
"""Sentences back in which a pronoun looks for a name that has not spoken yet."""


@dataclass(frozen=True, slots=True)
class Saying:
    """Words of saying at [start, end), the stretches that they bring, and who speaks.

    pronoun: says how to find the speaker, until it is found.
    """

    start: int
    end: int
    brings: tuple[Span, ...]
    speaker: str | None = None
    pronoun: _Pronoun | None = None


@dataclass(frozen=True, slots=True)
class _Scene:
    text: str
    lang: str
    sentences: Sentences
    names: Sequence[Mentioned]
    starts: Sequence[int]
    entities: Mapping[str, Entity]
    quotes: Sequence[Span]
    quote_starts: Sequence[int]

    def between(self, low: int, high: int) -> Sequence[Mentioned]:
        """The names that begin in [low, high)."""
        return self.names[bisect_left(self.starts, low) : bisect_left(self.starts, high)]

    def is_person(self, name: Mentioned) -> bool:
        entity = self.entities.get(name.entity or "")
        return entity is not None and entity.type == "person"

    def quote_around(self, position: int) -> Span | None:
        """The quotation that holds this position."""
        index = bisect_left(self.quote_starts, position + 1) - 1
        quote = self.quotes[index] if index >= 0 else None
        return quote if quote and quote[0] <= position < quote[1] else None


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
    scene = _Scene(text, lang, sentences, names, starts, entities, quotes, quote_starts)
    found = _japanese(scene) if lang == "ja" else _latin(scene) if lang in words.SAID else ()
    return _named(scene, sorted(found, key=lambda saying: saying.start))


def _speaks(name: Mentioned, entities: Mapping[str, Entity]) -> bool:
    entity = entities.get(name.entity or "")
    return entity is not None and entity.type in ("person", "organization")


def _named(scene: _Scene, sayings: Sequence[Saying]) -> list[Saying]:
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


def _latest(scene: _Scene, position: int, *, person: bool) -> str | None:
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


def _latin(scene: _Scene) -> Iterator[Saying]:
    for match in words.SAID[scene.lang].finditer(scene.text):
        if scene.quote_around(match.start()):
            continue
        if saying := _said(scene, match.start(), match.end()):
            yield saying
    for match in words.ACCORDING[scene.lang].finditer(scene.text):
        start, end = scene.sentences.around(match.start())
        name = next(iter(scene.between(match.end(), match.end() + 1)), None) or _behind(
            scene, match.end(), end
        )
        name = name and _person_behind(scene, name)
        before = scene.text[start : match.start()].strip(' ,"“«»”—-')
        last = name.end if name else match.end()
        comma = scene.text.find(",", last, min(end, last + 80))
        brings = [(start, match.start())] if before else []
        if not before or scene.text[last : last + 1] == ",":
            brings.append((max(last, comma), end))
        yield Saying(
            match.start(), last, tuple(brings), name.entity if name else None, None if name else "somebody"
        )


def _said(scene: _Scene, start: int, end: int) -> Saying | None:
    """What the verb at [start, end) makes known, where its subject stands before or behind it."""
    text, lang = scene.text, scene.lang
    low, high = scene.sentences.around(start)
    first = max(low, start - _NAME)
    before = text[low:start].rstrip()
    pronoun: _Pronoun | None = None
    name = next(
        (
            one
            for one in reversed(scene.between(first, start))
            if one.end <= start
            and words.TO_VERB[lang].fullmatch(text, one.end, start)
            and not scene.quote_around(one.start)
        ),
        None,
    )
    begin, last = start, end
    if name:
        name = _person_before(scene, name, first)
        described = words.DESCRIBED.search(text, max(low, name.start - _NAME), name.start)
        begin = described.start() if described else name.start
    elif words.INVERTED.search(text, start, end):
        pronoun = "person"
    elif match := words.PRONOUN[lang].search(text, max(low, start - 60), start):
        pronoun, begin = ("person" if match["person"] else "organization"), match.start()
    elif before.endswith((",", '"', "”", "»")) and (name := _behind(scene, end, high)):
        name = _person_behind(scene, name)
        last = name.end
    elif before.endswith((",", '"', "”", "»")) and (match := words.THEN_PRONOUN.match(text, end)):
        pronoun, last = ("person" if match["person"] else "organization"), match.end()
    elif match := words.SOMEBODY.search(text, first, start):
        pronoun, begin = "somebody", match.start()
    elif before.endswith(('"', "”", "»")):
        pronoun = "somebody"
    else:
        return None
    turn = words.TURN.search(text, last, high)
    brings = [(last, min(turn.start() if turn else high, last + _REACH))]
    opening = text[low:begin].rstrip()
    if opening.endswith((",", '"', "”", "»")):
        turns = [match.end() for match in words.TURN.finditer(text, low, begin)]
        brings.append((max(turns[-1] if turns else low, begin - _REACH), begin))
    return Saying(begin, last, tuple(brings), name.entity if name else None, pronoun)


def _behind(scene: _Scene, position: int, high: int) -> Mentioned | None:
    """The name that stands behind a verb, its title between: said the chief executive of X."""
    return next(
        (
            one
            for one in scene.between(position, min(high, position + 80))
            if words.TITLED.fullmatch(scene.text, position, one.start)
        ),
        None,
    )


def _person_before(scene: _Scene, name: Mentioned, low: int) -> Mentioned:
    """The person where the name is only the company's behind it: Jensen Huang of Nvidia said."""
    before = next(iter(reversed(scene.between(low, name.start))), None)
    if scene.is_person(name) or before is None or not scene.is_person(before):
        return name
    return before if words.PERSON_OF.fullmatch(scene.text, before.end, name.start) else name


def _person_behind(scene: _Scene, name: Mentioned) -> Mentioned:
    """The person where the name is only the company's before it: OpenAI's Sam Altman, le PDG de Nvidia, Jensen Huang."""
    if scene.is_person(name):
        return name
    following = next(iter(scene.between(name.end, name.end + 60)), None)
    if (
        following
        and scene.is_person(following)
        and words.OF_COMPANY.fullmatch(scene.text, name.end, following.start)
    ):
        return following
    return name


def _japanese(scene: _Scene) -> Iterator[Saying]:
    text = scene.text
    for name in scene.names:
        if match := words.JA_ACCORDING.match(text, name.end):
            high = scene.sentences.around(name.start)[1]
            yield Saying(name.start, match.end(), ((match.end(), high),), name.entity)
        elif match := words.JA_QUOTES.match(text, name.end):
            yield Saying(name.start, match.end() - 1, (), name.entity)
    for match in words.JA_UNNAMED_ACCORDING.finditer(text):
        high = scene.sentences.around(match.start())[1]
        pronoun: _Pronoun = (
            "person" if match["person"] else "organization" if match["organization"] else "somebody"
        )
        yield Saying(match.start(), match.end(), ((match.end(), high),), None, pronoun)
    last = 0
    for match in words.JA_SAID.finditer(text):
        if scene.quote_around(match.end() - 1):
            continue
        low = max(last, _utterance(scene, match.start()))
        last = match.end()
        yield _told(scene, low, match.start(), match.end())


def _utterance(scene: _Scene, position: int) -> int:
    """Where the sentence begins whose verb stands here, with the quotations before the verb, full stops or not."""
    low = scene.sentences.around(position)[0]
    for _ in range(4):
        quote = scene.quote_around(low - 1) if low else None
        if quote is None or quote[0] >= low:
            break
        low = scene.sentences.around(quote[0])[0]
    return low


def _told(scene: _Scene, low: int, start: int, end: int) -> Saying:
    """The Japanese saying whose verb ends at `end`: its subject is the name that は or が makes its topic."""
    text = scene.text
    topics: list[tuple[bool, bool, int, Mentioned, int]] = []
    for name in scene.between(low, start):
        match = words.JA_TOPIC.match(text, name.end)
        if match and match.end() <= end and not scene.quote_around(name.start):
            topics.append((match["particle"] == "は", scene.is_person(name), name.start, name, match.end()))
    brings = ((low, end),)
    chosen = max(topics, key=lambda topic: topic[:3], default=None)
    after = chosen[4] if chosen else low
    nobody = _outside(scene, words.JA_SOMEBODY, after, start)
    unnamed = _outside(scene, words.JA_PRONOUN, after, start)
    if unnamed is not None and (nobody is None or unnamed[0] >= nobody[0]):
        return Saying(unnamed[0], end, brings, None, unnamed[1])
    if nobody is not None:
        return Saying(nobody[0], end, brings, None, "somebody")
    if chosen:
        return Saying(chosen[3].start, end, brings, chosen[3].entity)
    topic = _outside(scene, words.JA_ANY_TOPIC, low, start)
    return Saying(start, end, brings, None, "somebody" if topic else "again")


def _outside(scene: _Scene, pattern: words.Pattern, low: int, high: int) -> tuple[int, _Pronoun] | None:
    """The last match outside of quotations, and which kind of pronoun it is."""
    found: tuple[int, _Pronoun] | None = None
    for match in pattern.finditer(scene.text, low, high):
        if scene.quote_around(match.start()) is None:
            kind = match.groupdict()
            found = match.start(), "person" if kind.get("person") else "organization"
    return found
