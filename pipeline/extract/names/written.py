"""Written: an alias and how it is written at a place of a text in, whether its capitals and joints are a name's out."""

from __future__ import annotations

import re

from pipeline.extract.names.aliases import Alias
from pipeline.extract.names.common_words import is_everyday
from pipeline.extract.names.fold import JOINTS
from pipeline.extract.names.windows import is_function_word

JOINT = re.compile(rf"[{re.escape(JOINTS)}]")
_WIDE_JOINT = re.compile(rf"[{re.escape(JOINTS)}]{{3,}}")
_COMPOUND = re.compile(
    r"-(?!(?:owned|backed|led|made|run|based|funded|built|designed|developed|powered|style|like)\b)[a-z]"
)
_ARTICLED = re.compile(r"(?:Le |La |Les |L['’]|The )[A-ZÀ-Ý][a-zà-ÿ]+")
_ELIDED = re.compile(r"[LldD]['’][A-ZÀ-Ýa-zà-ÿ]")
_LAST_LETTER = re.compile(r"[a-z] [A-Z]\Z")
LONGEST_STRICT = 3
"""Letters of an acronym up to which its capitals tell it from a word; with one more, its first."""
LEAST_SPLIT = 6
"""Letters and a space of a name that speech may split in two."""


def capitals_kept(text: str, end: int, surface: str, alias: Alias, *, caseless: bool) -> bool:
    """Whether an acronym stands in capitals where it must: UE is no `Ue`, D-ID no `did`, EU never `eu`."""
    if surface == alias.text:
        return True
    if alias.word and not caseless and not surface.isupper():
        return False  # Dora, Nice
    if surface.islower() and not alias.text.islower() and _COMPOUND.match(text, end):
        return False  # the anthropic-principle reader
    if alias.cased and not caseless and surface.islower():
        return False
    articled = bool(_ARTICLED.fullmatch(alias.text))
    if caseless and not alias.ambiguous and surface.islower() and articled:
        return False  # le point est que
    if (alias.ambiguous or articled) and " " in alias.text and not caseless:  # Le chat is no Le Chat
        words = zip(alias.text.split(" "), surface.split(" "), strict=False)
        if any(own[0].isupper() and written[:1].islower() for own, written in words):
            return False
    letters = "".join(filter(str.isalpha, alias.text))
    if len(letters) > LONGEST_STRICT + 1 or not (letters.isascii() and letters.isupper()):
        return True
    written = "".join(filter(str.isalpha, surface))
    if len(letters) > LONGEST_STRICT and not alias.ambiguous:
        return caseless or not written.islower()
    return written.isupper() or (
        caseless
        and (len(letters) > 2 or (alias.ambiguous and not is_everyday(surface)))
        and "-" not in alias.text
        and not (alias.ambiguous and is_function_word(surface))
    )


def joined_like_a_name(surface: str, alias: Alias, *, spoken: bool) -> bool:
    """Whether the parts of the surface stand together as one name's do.

    Joints may differ from the catalogue's, one at a time. But a Latin name that the catalogue writes as one word and
    the text as two must keep its capital, unless its second part keeps its own and is no word: `Open AI` is the company,
    `open AI` is not, `chat GPT` is. Speech written down knows no such rule.
    """
    if "\n" in surface:
        return False
    if _ELIDED.match(surface) and not _ELIDED.match(alias.text):
        return False  # L'Inde is no Linde
    if _LAST_LETTER.search(alias.text) and surface[-1].islower() and not JOINT.search(surface[-2]):
        return False  # Models are no Model S
    joints = JOINT.findall(surface)
    if not joints:
        return True
    if _WIDE_JOINT.search(surface):
        return False
    if " " in surface and " " not in alias.text and alias.text.isascii() and alias.text.isalpha():
        parts = surface.lower().split(" ")
        if not spoken and is_function_word(parts[-1]) and surface.endswith(parts[-1]):
            return False  # Brookfield Capital and others
        if (
            is_function_word(parts[0])
            and not alias.said
            and not (parts[0] + parts[1]).isupper()
            and len(parts) == 2
        ):
            return bool(surface[0].isupper() and surface.split(" ")[1][0].isupper())  # An act, one point
    if (
        not surface[0].islower()
        or not alias.text[0].isupper()
        or len(joints) <= len(JOINT.findall(alias.text))
    ):
        return True
    if spoken and all(len(part) == 1 for part in JOINT.split(surface)):
        return True  # g p t
    tail = JOINT.split(surface)[-1]
    return (tail.isupper() and tail not in ("AI", "IA")) or (spoken and len(surface) >= LEAST_SPLIT)
