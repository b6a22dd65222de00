"""Sayings in English and French: a scene in, who says what in it out: X said, according to X, a déclaré X."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.extract.contexts import saying_words as words
from pipeline.extract.contexts.saying import Mentioned, Pronoun, Saying, Scene

_NAME = 110
"""Characters between a name and its verb at most: titles, an aside between commas."""
_REACH = 400
"""Characters that somebody is believed to speak on in one sentence; more have only texts without full stops."""


def latin(scene: Scene) -> Iterator[Saying]:
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


def _said(scene: Scene, start: int, end: int) -> Saying | None:
    """What the verb at [start, end) makes known, where its subject stands before or behind it."""
    text, lang = scene.text, scene.lang
    low, high = scene.sentences.around(start)
    first = max(low, start - _NAME)
    before = text[low:start].rstrip()
    pronoun: Pronoun | None = None
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


def _behind(scene: Scene, position: int, high: int) -> Mentioned | None:
    """The name that stands behind a verb, its title between: said the chief executive of X."""
    return next(
        (
            one
            for one in scene.between(position, min(high, position + 80))
            if words.TITLED.fullmatch(scene.text, position, one.start)
        ),
        None,
    )


def _person_before(scene: Scene, name: Mentioned, low: int) -> Mentioned:
    """The person where the name is only the company's behind it: Jensen Huang of Nvidia said."""
    before = next(iter(reversed(scene.between(low, name.start))), None)
    if scene.is_person(name) or before is None or not scene.is_person(before):
        return name
    return before if words.PERSON_OF.fullmatch(scene.text, before.end, name.start) else name


def _person_behind(scene: Scene, name: Mentioned) -> Mentioned:
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
