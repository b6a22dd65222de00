"""Evidence: whether an alias that is a plain word too (Meta, Oracle, Gemini, 孫) is the entity in this document.

In: the hit, the text and what stands in it for certain. Out: the reason for linking it, or None. The kinds of evidence stand
in a table that is read from its top: the first that has something to say decides.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from pipeline.extract.names import evidence_kinds as kinds
from pipeline.extract.names.case import Case
from pipeline.extract.names.certain import Certain
from pipeline.extract.names.match import Hit
from pipeline.records import Entity


class For(NamedTuple):
    """Evidence that links the hit where it finds something, in these words."""

    says: str
    find: Callable[[Case], str | bool | None]


class Against(NamedTuple):
    """What leaves the hit unlinked where it is so."""

    is_so: Callable[[Case], object]


class Only(NamedTuple):
    """Such hits are linked for this reason or for none."""

    concerns: Callable[[Case], bool]
    find: Callable[[Case], str | None]


def evidence_for(
    hit: Hit,
    text: str,
    entity: Entity,
    kin: frozenset[str],
    certain: Certain,
    *,
    prominent: bool,
    famous: bool,
) -> str | None:
    """Why this ambiguous hit is the entity: its own full name, its kin, its context words, or names around it (see Case)."""
    case = Case(hit, text, entity, kin, certain, prominent, famous)
    for kind in KINDS:
        if isinstance(kind, For):
            if found := kind.find(case):
                return kind.says.format(found)
        elif isinstance(kind, Against):
            if kind.is_so(case):
                return None
        elif kind.concerns(case):
            return kind.find(case)
    return None


KINDS: Final[tuple[For | Against | Only, ...]] = (
    Against(kinds.is_another_thing),
    Against(kinds.is_a_first_name),
    Against(kinds.owns_behind_an_article),
    For("of {}", kinds.of_its_maker),
    For("is called a company", kinds.is_called_a_company),
    Against(kinds.is_a_word_without_kin),
    For("listed with {}", kinds.listed_with),
    Against(kinds.is_spoken_against),
    Only(kinds.is_a_letter, kinds.is_written_on),
    Against(kinds.is_in_foreign_words),
    Against(kinds.is_a_piece_of_another),
    For("{} is named in full", kinds.in_full),
    For("beside {}", kinds.kin_named),
    Against(lambda case: case.foreign),
    For("known to all", kinds.is_known_to_all),
    For("near the word {}", kinds.word_said_near),
    For("does what companies do", kinds.does_what_companies_do),
    For("is dealt with as companies are", kinds.is_dealt_with_as_companies_are),
    Against(kinds.is_a_noun),
    For("is explained", kinds.is_explained),
    Against(kinds.has_the_sentences_capital),
    Against(kinds.is_too_plain),
    Against(kinds.begins_with_a_common_word),
    Against(kinds.has_no_capital_to_tell_it),
    Against(kinds.is_a_word_without_company),
    For("near the word {}", kinds.field_near),
    Against(kinds.is_of_the_past),
    For("near {}", kinds.other_near),
    For("among {}", kinds.many_named),
)
