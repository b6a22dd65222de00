"""The tokenizer: a text in, a spaCy Doc out, in time that grows with the text's length whatever stands in it.

Japanese is cut into Sudachi's longest words, all else at white space and signs. The Doc's text is the text, letter by letter,
but for lone surrogates, which no UTF-8 has: each becomes a question mark.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

from pipeline.extract.attributes import declare, keep_text
from pipeline.extract.tokens import Token, has_japanese, tokenize

_WORD = re.compile(r"\w{1,100}(?:['’.-]\w{1,100})*|\s+|[^\w\s]")
_SPACE = " "


class Words:
    """spaCy's callable that makes a Doc; holds the vocabulary, as spaCy asks."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        plain = text if text.isascii() else text.encode("utf-8", "replace").decode()
        if has_japanese(plain):
            words = tokenize(plain)
            doc = _japanese(self.vocab, words)
            doc._.words = words
        else:
            doc = _spaced(self.vocab, plain)
        keep_text(doc, plain)
        return doc

    def to_bytes(self, **_: object) -> bytes:
        return b""

    def from_bytes(self, _data: bytes, **_: object) -> Words:
        return self

    def to_disk(self, _path: object, **_: object) -> None:
        """Nothing to keep: it has no state of its own."""

    def from_disk(self, _path: object, **_: object) -> Words:
        return self


def create_words() -> Callable[[Language], Words]:
    """For `[nlp.tokenizer] @tokenizers = "kikimimi.Words.v1"`."""
    declare()
    return lambda nlp: Words(nlp.vocab)


registry.tokenizers.register("kikimimi.Words.v1", func=create_words)


def _japanese(vocab: Vocab, words: Sequence[Token]) -> Doc:
    return Doc(vocab, words=[word.surface for word in words], spaces=[False] * len(words))


def _spaced(vocab: Vocab, text: str) -> Doc:
    words: list[str] = []
    spaces: list[bool] = []
    for word in _pieces(text):
        if word == _SPACE and words and not spaces[-1] and not words[-1].isspace():
            spaces[-1] = True  # spaCy's way: one space belongs to the word before it
        else:
            words.append(word)
            spaces.append(False)
    return Doc(vocab, words=words, spaces=spaces)


def _pieces(text: str) -> Iterator[str]:
    for match in _WORD.finditer(text):
        yield match[0]
