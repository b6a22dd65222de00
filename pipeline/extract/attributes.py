"""Attributes: what our components keep on a spaCy Doc, declared here once (`doc._.links`, `doc._.amounts` …).

All places are offsets of characters in `doc.text`, so that they hold whatever the words are.
"""

from __future__ import annotations

from typing import Any, cast

from spacy.tokens import Doc

_TEXT = "kikimimi_text"
_GIVEN: dict[str, Any] = {
    "language": None,  # ISO 639-1 code; detected where nobody has given it
    "published": None,  # datetime.date, or None
    "words": (),  # tokens.Token: Sudachi's words; () for a text without Japanese
    "sentences": None,  # sentences.Sentences
    "entities": None,  # records.Entity by id: the catalogue
    "holds": lambda _: False,  # whether the catalogue has a folded name
    "links": (),  # names.Link: names of the catalogue
    "amounts": (),  # figures.Amount
    "candidates": (),  # candidates.Candidate: names that no catalogue has
    "named": (),  # named.Named: both kinds of names
    "claims": (),  # claims.Claim, one for each amount
    "contexts": (),  # contexts.Context, one for each amount
    "mentions": (),  # records.Mention
    "figures": (),  # records.Figure
}


def declare() -> None:
    """Makes the attributes known to spaCy; as often as you like."""
    for name, default in _GIVEN.items():
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)


def keep_text(doc: Doc, text: str) -> None:
    """Spares text_of the work, where the text is at hand."""
    doc.user_data[_TEXT] = text


def text_of(doc: Doc) -> str:
    """The text of a Doc, which spaCy puts together anew each time it is asked."""
    if _TEXT not in doc.user_data:
        keep_text(doc, doc.text)
    return cast("str", doc.user_data[_TEXT])


declare()
