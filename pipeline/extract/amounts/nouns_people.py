"""People: the units of a count that are people, which 人 and 名 may count."""

from __future__ import annotations

from pipeline.extract.candidates.word_lists import words_in

PEOPLE = words_in(
    """
    person user subscriber follower customer developer employee engineer researcher
    student teacher investor woman man expert member doctor patient
    artist author leader seller driver soldier visitor worker scientist
    adult child citizen inhabitant passenger participant candidate lawyer nurse
    journalist founder actor musician shareholder death vote
    """
)
