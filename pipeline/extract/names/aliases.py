"""Aliases: the catalogue's entities in, every way to write each of them out, spoken and short forms included."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

import msgspec

from pipeline.extract.candidates.plain_words import is_place
from pipeline.extract.names.common_words import is_common
from pipeline.extract.names.fold import fold_name, is_katakana
from pipeline.extract.names.kana import long_or_short
from pipeline.extract.names.said import LEAST_TELLING, said_forms
from pipeline.extract.names.short import (
    campuses,
    family_names,
    given_names,
    heads,
    institutions,
    is_plain_given_name,
    version_names,
)
from pipeline.extract.names.spoken import spoken_forms
from pipeline.records import Entity

LEAST_VERSIONED = 3
LEAST_CAPITALS = 3
"""Letters beyond which a product's name of capitals is written with one as well: FLUX, Flux."""
HOUSEHOLD = 2
"""Children from which on a name is so well known that it is written small as well: google, nvidia."""
HOUSEHOLD_WORD = 8
"""The same of one that is a plain word too: meta, and no orange."""

_FIRST = re.compile(r"[A-Za-z]{3,}(?=[ \d-])")


class Alias(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One way to write an entity. `short` holds only beside a full name, `ambiguous` only with evidence."""

    entity: str
    text: str
    short: bool
    ambiguous: bool
    countable: bool = False
    """A machine: H100s."""
    cased: bool = False
    """Its capital tells it from a word: Canon, National Grid."""
    versioned: bool = False
    """A model, whose number may stand right behind: Sarashina2.5."""
    given: bool = False
    """A first name alone."""
    head: bool = False
    """An organisation's name without the word that says what it is."""
    noun: str = ""
    """The language's article that an authority's or a law's plain noun needs: the Commission, la Commission."""
    word: bool = False
    """Its letters spell a word: DORA, NiCE; only its own capitals tell it from the word."""
    said: bool = False
    """Its number is spelled out: gpt four, in which no thousand may follow."""


def aliases_of(entities: Collection[Entity]) -> Iterator[Alias]:
    """All aliases; several entities may share one."""
    names = {entity.id: fold_name(entity.name) for entity in entities}
    children = Counter(
        entity.parent
        for entity in entities
        if entity.parent and not names[entity.id].startswith(names.get(entity.parent, " "))  # no mere version
    )
    taken = {fold_name(text) for entity in entities for text in (entity.name, *entity.aliases)}
    kana = {
        fold_name(entity.name): tuple(filter(_is_kana, entity.aliases))
        for entity in entities
        if entity.type != "person"
    }
    for entity in entities:
        ambiguous = {fold_name(text) for text in entity.ambiguous}
        short = {fold_name(text) for text in entity.short}
        full = {fold_name(text): text for text in (*reversed(entity.aliases), entity.name)}  # the name wins
        machine = entity.type == "hardware"
        for form, text in full.items():
            whole_person = entity.type == "person" and (" " in text or "・" in text)
            if form not in short or whole_person:
                countable = machine and (text[-1].isdigit() or text[-1].isupper())
                small = children[entity.id] < (HOUSEHOLD_WORD if form in ambiguous else HOUSEHOLD)
                cased = " " in text or (small and text.isalpha() and text[1:].islower())
                word = text.isascii() and text.isalpha() and is_common(text)
                plain = word and small and text[1:].islower() and entity.type != "person"
                yield Alias(
                    entity.id,
                    text,
                    short=False,
                    ambiguous=form in ambiguous or plain,
                    countable=countable,
                    cased=cased and text[0].isupper(),
                    word=word and not text[1:].islower(),
                    versioned=entity.type == "model" and len(text) >= LEAST_VERSIONED,
                )
            if entity.type in ("model", "product"):
                if form in ambiguous and text.isupper() and text.isalpha() and len(text) > LEAST_CAPITALS:
                    yield Alias(entity.id, text.capitalize(), short=form in short, ambiguous=True, cased=True)
                families = _families(text, kana)
                for said in said_forms(text, families):
                    if fold_name(said) not in taken:
                        plain = form in ambiguous or len(said) < LEAST_TELLING
                        yield Alias(entity.id, said, short=form in short, ambiguous=plain, said=True)
            for said in spoken_forms(text):
                plain = said.isascii() or form in ambiguous
                yield Alias(
                    entity.id, said, short=False, ambiguous=plain, countable=machine and said.isascii()
                )
            variants = long_or_short(text) if form in ambiguous else ()  # of others the sounds are compared
            for other in (*variants, *campuses(text)):
                if fold_name(other) not in taken:
                    yield Alias(entity.id, other, short=form in short, ambiguous=form in ambiguous)
        for text in entity.short:
            yield Alias(entity.id, text, short=True, ambiguous=fold_name(text) in ambiguous)
        if entity.type in ("model", "product"):  # a chip's is a road's too: A10
            for text in version_names(full.values()):
                if fold_name(text) not in short | full.keys():
                    yield Alias(entity.id, text, short=True, ambiguous=False)
                    for said in said_forms(text):
                        yield Alias(entity.id, said, short=True, ambiguous=False, said=True)
        if entity.type in ("organization", "law"):
            yield from _parts(entity, full.values(), short, taken)
        if entity.type == "person":
            for text in dict.fromkeys(given_names(full.values())):
                if (form := fold_name(text)) not in short and form not in taken:
                    yield Alias(
                        entity.id,
                        text,
                        short=True,
                        ambiguous=is_plain_given_name(text),
                        given=True,
                        cased=text[0].isascii(),
                    )
            for text, plain in family_names(full.values()):
                if (form := fold_name(text)) not in short and form not in taken:
                    yield Alias(entity.id, text, short=True, ambiguous=plain)


def _parts(
    entity: Entity, names: Iterable[str], short: Collection[str], taken: Collection[str]
) -> Iterator[Alias]:
    """The pieces of a full name by which a text goes on to call it, which are nobody's own short or full name."""
    names = tuple(names)
    if entity.type == "organization":
        for text in dict.fromkeys(head for name in names for head in heads(name)):
            if (form := fold_name(text)) not in short and form not in taken and not is_place(text.lower()):
                yield Alias(entity.id, text, short=True, ambiguous=False, head=True, cased=text[0].isascii())
    for text, article in dict.fromkeys(noun for name in names for noun in institutions(name)):
        if (form := fold_name(text)) not in short and form not in taken:
            yield Alias(entity.id, text, short=True, ambiguous=False, noun=article, cased=True)


def _families(name: str, kana: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The first word of a name as Japanese writes it, if it is an entity's name: Gemini, ジェミニ."""
    first = _FIRST.match(name)
    written = kana.get(fold_name(first[0])) if first else None
    return (first[0], *written) if first and written is not None else ()


def _is_kana(name: str) -> bool:
    return all(map(is_katakana, name))
