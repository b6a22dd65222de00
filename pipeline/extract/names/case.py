"""Case: an ambiguous hit, its entity and the document in, the facts that several kinds of evidence ask for out, each once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from pipeline.extract.names import name_cues as cues
from pipeline.extract.names.against import begins_a_sentence, next_word_is_foreign
from pipeline.extract.names.certain import NEAR, Certain
from pipeline.extract.names.common_words import is_everyday
from pipeline.extract.names.everyday import is_everyday_kana
from pipeline.extract.names.fold import is_latin
from pipeline.extract.names.match import Hit
from pipeline.extract.names.signs import LEAST_TELLING
from pipeline.records import Entity

LEAST_SAID = 7
"""Characters up to which names around say nothing of a name that is spelled out: v three."""
BIG = 13
"""Kin from which on a name is so big a one that it needs no capital."""


@dataclass(frozen=True)
class Case:
    """Whether this hit is the entity.

    kin: ids of the entity's parent, children and siblings in the catalogue. prominent: whether the entity is so big a name
    that its plain word, among names of the industry, means it. famous: whether the person is known by this name to all.
    """

    hit: Hit
    text: str
    entity: Entity
    kin: frozenset[str]
    certain: Certain
    prominent: bool
    famous: bool

    @cached_property
    def word(self) -> str:
        """The hit as it is written."""
        return self.text[self.hit.start : self.hit.end]

    @cached_property
    def latin(self) -> bool:
        return is_latin(self.text[self.hit.start])

    @cached_property
    def company(self) -> bool:
        return self.entity.type == "organization"

    @cached_property
    def big(self) -> bool:
        return len(self.kin) >= BIG

    @cached_property
    def everyday(self) -> bool:
        """Whether it is a word of every day in Latin letters."""
        return self.latin and is_everyday(self.word)

    @cached_property
    def word_too(self) -> bool:
        """Whether it is a company's name that is a Japanese word of every day."""
        return self.company and is_everyday_kana(self.hit.alias.text)

    @cached_property
    def foreign(self) -> bool:
        """Whether the word behind it is of another language than the name."""
        return next_word_is_foreign(self.hit, self.text, self.entity)

    @cached_property
    def telling(self) -> bool:
        """Whether the name is so long that names around it say something of it."""
        long = len(self.word)
        if self.hit.alias.said and self.latin and long <= LEAST_SAID:
            return False  # the v three buses
        if self.company and long == LEAST_TELLING and self.word.isupper():
            return self.word.isalpha()  # SAP, in capitals as no word is
        return long > LEAST_TELLING or not self.latin

    @cached_property
    def begins(self) -> bool:
        """Whether the capital may be the sentence's."""
        return begins_a_sentence(self.text, self.hit.start)

    @cached_property
    def plain(self) -> bool:
        """Whether it begins a sentence and goes on as a plain word does."""
        return self.begins and bool(cues.PLAIN_BEHIND.match(self.text, self.hit.end))

    @cached_property
    def around(self) -> str:
        """What stands on both sides, in small letters."""
        lowered, hit = self.certain.lowered, self.hit
        return lowered[max(0, hit.start - NEAR) : hit.start] + " " + lowered[hit.end : hit.end + NEAR]

    @cached_property
    def other(self) -> str | None:
        """An entity that is named near."""
        return self.certain.near(self.hit.start)
