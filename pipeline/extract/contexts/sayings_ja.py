"""Sayings in Japanese: a scene in, who says what in it out: Xによると, 同社は…と発表した."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.extract.contexts import saying_words as words
from pipeline.extract.contexts.saying import Mentioned, Pronoun, Saying, Scene


def japanese(scene: Scene) -> Iterator[Saying]:
    text = scene.text
    for name in scene.names:
        if match := words.JA_ACCORDING.match(text, name.end):
            high = scene.sentences.around(name.start)[1]
            yield Saying(name.start, match.end(), ((match.end(), high),), name.entity)
        elif match := words.JA_QUOTES.match(text, name.end):
            yield Saying(name.start, match.end() - 1, (), name.entity)
    for match in words.JA_UNNAMED_ACCORDING.finditer(text):
        high = scene.sentences.around(match.start())[1]
        pronoun: Pronoun = (
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


def _utterance(scene: Scene, position: int) -> int:
    """Where the sentence begins whose verb stands here, with the quotations before the verb, full stops or not."""
    low = scene.sentences.around(position)[0]
    for _ in range(4):
        quote = scene.quote_around(low - 1) if low else None
        if quote is None or quote[0] >= low:
            break
        low = scene.sentences.around(quote[0])[0]
    return low


def _told(scene: Scene, low: int, start: int, end: int) -> Saying:
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


def _outside(scene: Scene, pattern: words.Pattern, low: int, high: int) -> tuple[int, Pronoun] | None:
    """The last match outside of quotations, and which kind of pronoun it is."""
    found: tuple[int, Pronoun] | None = None
    for match in pattern.finditer(scene.text, low, high):
        if scene.quote_around(match.start()) is None:
            kind = match.groupdict()
            found = match.start(), "person" if kind.get("person") else "organization"
    return found
