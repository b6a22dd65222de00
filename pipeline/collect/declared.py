"""What sources say of their documents, made comparable: language codes and times."""

from __future__ import annotations

import re
from datetime import UTC, datetime

# ISO 639-2 and the usual slips, for the languages of our press; other three-letter codes stay as they are.
_ALIASES = {
    "jpn": "ja", "jp": "ja", "eng": "en", "fra": "fr", "fre": "fr", "deu": "de", "ger": "de", "spa": "es",
    "ita": "it", "por": "pt", "nld": "nl", "dut": "nl", "kor": "ko", "zho": "zh", "chi": "zh", "cn": "zh",
    "ara": "ar", "rus": "ru",
}  # fmt: skip
_NO_LANGUAGE = {"und", "mul", "zxx", "mis"}


def language_code(declared: str | None) -> str | None:
    """The ISO 639-1 code of a language tag such as "ja-JP", "en_US" or "fra"; None where it names no language."""
    if not (match := re.fullmatch(r"([a-z]{2,3})([-_].*)?", (declared or "").strip().lower())):
        return None
    return None if match[1] in _NO_LANGUAGE else _ALIASES.get(match[1], match[1])


def parse_time(written: str) -> datetime | None:
    """The UTC time of an ISO 8601 date or date and time; None for anything else. Without an offset it is UTC."""
    try:
        time = datetime.fromisoformat(written.strip())
        return time.astimezone(UTC) if time.tzinfo else time.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
