"""Kinds of evidence: a case in, what one kind finds in it out; evidence.py says in which order they are asked and what follows."""

from __future__ import annotations

from pipeline.extract.names import name_cues as cues
from pipeline.extract.names.against import (
    another_before,
    first_name_before,
    is_plainly_another,
    is_something_else,
    spoken_against,
)
from pipeline.extract.names.case import Case
from pipeline.extract.names.certain import NEAR
from pipeline.extract.names.common_words import is_common
from pipeline.extract.names.fold import is_cjk
from pipeline.extract.names.signs import (
    context_word,
    listed,
    maker_attached,
    one_letter,
    stands_as_a_name,
)

AMONG = 3
"""Families of names in a document among which a big name's plain word means it; a family's versions are one."""

LONGEST, PLURAL = 40, 2
"""Characters of a name that holds a word, and what the word's own form may have more."""


def is_another_thing(case: Case) -> bool:
    if case.company and cues.MRS_BEFORE.search(case.text, max(0, case.hit.start - 14), case.hit.start):
        return True  # Mme Legrand
    return is_something_else(case.hit, case.text, case.certain) or is_plainly_another(
        case.hit, case.text, prominent=case.big
    )


def is_a_first_name(case: Case) -> bool:
    """Grace, who teaches."""
    thing = not case.company and case.entity.type != "person"
    return thing and bool(cues.PERSON_BEHIND.match(case.text, case.hit.end))


def owns_behind_an_article(case: Case) -> bool:
    """The Oracle's table."""
    start, end = case.hit.start, case.hit.end
    return (
        case.company
        and case.text[end : end + 2] in ("’s", "'s")
        and bool(cues.ARTICLE_BEFORE.search(case.text, max(0, start - 5), start))
    )


def of_its_maker(case: Case) -> str | None:
    return maker_attached(case.hit, case.text, case.kin, case.certain)


def is_called_a_company(case: Case) -> bool:
    start = case.hit.start
    return case.company and bool(cues.COMPANY_BEFORE.search(case.text, max(0, start - 24), start))


def is_a_word_without_kin(case: Case) -> bool:
    """A line, and TSMC, where nothing has a capital."""
    return case.everyday and case.certain.caseless and case.kin.isdisjoint(case.certain.positions)


def listed_with(case: Case) -> str | None:
    return listed(case.hit, case.text, case.certain)


def is_spoken_against(case: Case) -> bool:
    return spoken_against(case.hit, case.text, case.entity, case.certain, case.kin)


def is_a_letter(case: Case) -> bool:
    return case.latin and case.hit.end - case.hit.start == 1


def is_written_on(case: Case) -> str | None:
    if found := one_letter(case.hit, case.text):
        return found
    beside = kin_named(case)
    placed = cues.FIRMS_LETTER_BEFORE.search(
        case.text, max(0, case.hit.start - 8), case.hit.start
    ) and cues.FIRMS_LETTER_BEHIND.match(case.text, case.hit.end)
    return beside if placed else None


def is_in_foreign_words(case: Case) -> bool:
    return case.foreign and not (case.company and case.prominent)


def is_a_piece_of_another(case: Case) -> bool:
    """Neoverse V3, Daniel Altman; of a company Alan Turing too."""
    small = not case.telling or case.entity.type == "person"
    if small and another_before(case.hit, case.text, case.certain):
        return True
    firm = case.company and not case.prominent
    return firm and bool(another_before(case.hit, case.text, case.certain, begun=True))


def in_full(case: Case) -> str | None:
    return case.entity.name if case.entity.id in case.certain.positions else None


def kin_named(case: Case) -> str | None:
    """The relative with the shortest id; of two as short always the same."""
    if case.plain:
        return None
    named = case.kin & case.certain.positions.keys()
    return min(named, key=lambda name: (len(name), name), default=None)


def is_known_to_all(case: Case) -> bool:
    return (
        case.famous
        and case.telling
        and case.latin
        and case.word[0].isupper()  # put in
        and not case.certain.caseless
        and not first_name_before(case.hit, case.text)
    )


def word_said_near(case: Case) -> str | None:
    if case.everyday and case.begins and case.company:
        behind = case.text[case.hit.end : case.hit.end + 1]
        if behind == " " and not cues.PREDICATE_BEHIND.match(case.text, case.hit.end):
            return None  # Target dates have slipped at Walmart
    japanese = is_cjk(case.text[case.hit.start])
    word = context_word(case.entity, case.around, everyday=case.word_too, japanese=japanese)
    if word and case.company and case.latin and case.begins and not _is_said_alone(case, word.lower()):
        return None
    return word


def _is_said_alone(case: Case, word: str) -> bool:
    """Whether the word stands somewhere around that is no piece of another's longer name: the Ventures of Index Ventures."""
    certain, low, high = case.certain, max(0, case.hit.start - NEAR), case.hit.end + NEAR
    place, found = certain.lowered.find(word, low, high), False
    while place >= 0:
        found = True
        inside = any(
            (end := next((one for one in range(start + 1, start + LONGEST) if one in certain.owners), start))
            > place
            and end - start > len(word) + PLURAL
            for start, _ in certain.between(place - LONGEST, place + 1)
        )
        if not inside:
            return True
        place = certain.lowered.find(word, place + 1, high)
    return not found


def does_what_companies_do(case: Case) -> bool:
    return case.company and bool(cues.COMPANY_BEHIND.match(case.text, case.hit.end))


def is_dealt_with_as_companies_are(case: Case) -> bool:
    return case.company and not case.latin and bool(cues.COMPANYS_BEHIND.match(case.text, case.hit.end))


def is_a_noun(case: Case) -> bool:
    """主要なベンチマーク, アクセルを踏む."""
    return case.word_too and not case.prominent and not stands_as_a_name(case.hit, case.text)


def is_explained(case: Case) -> bool:
    return (
        case.telling
        and not case.plain
        and bool(cues.EXPLAINED_BEHIND.match(case.text, case.hit.end))
        and case.other is not None
    )


def has_the_sentences_capital(case: Case) -> bool:
    """Figure it out; Target audiences."""
    return case.plain or (case.latin and case.begins and not case.prominent)


def is_too_plain(case: Case) -> bool:
    """Free, Nice."""
    return not case.telling or (case.everyday and not case.big)


def begins_with_a_common_word(case: Case) -> bool:
    """Windsurf lessons."""
    if not (is_common(case.word) and case.begins) or cues.PREDICATE_BEHIND.match(case.text, case.hit.end):
        return False
    return not (case.prominent and cues.BIG_ONES_BEHIND.match(case.text, case.hit.end))


def has_no_capital_to_tell_it(case: Case) -> bool:
    """Where nothing has a capital, a line is a line."""
    return case.certain.caseless and not (case.prominent and case.big)


def is_a_word_without_company(case: Case) -> bool:
    """プールサイドでくつろぐ."""
    return case.word_too and not case.other and not stands_as_a_name(case.hit, case.text)


def field_near(case: Case) -> str | None:
    if not (case.prominent and case.company) or case.other:
        return None
    field = cues.FIELD.search(case.around)
    return field[0] if field else None


def is_of_the_past(case: Case) -> bool:
    """The Colossus of the war."""
    return case.other is not None and not case.company and bool(cues.PAST.search(case.around))


def other_near(case: Case) -> str | None:
    named = case.prominent or case.entity.type in ("organization", "person")
    return case.other if named else None


def many_named(case: Case) -> str | None:
    """Families go by the first word of ids: gpt-4o and gpt-5 are of one."""
    families = {name.partition("-")[0] for name in case.certain.positions} if case.prominent else ()
    return ", ".join(sorted(case.certain.positions)[:2]) if len(families) >= AMONG else None
