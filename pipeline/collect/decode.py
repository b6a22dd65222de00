"""Decoding: bytes in, text out, in whatever encoding they are written; or the reason why they are no text.

UTF-8 comes first, since text in another encoding is almost never valid UTF-8 by chance. Then what the document
declares, then what charset-normalizer finds among the old encodings of Japanese, English and French. A guess is taken
only where nothing speaks against it: a wrong one would put nonsense into the tables.
"""

from __future__ import annotations

import codecs
import re

from pipeline.errors import Rejected

HEAD = 2048
"""Bytes in which a document declares its encoding (HTML allows 1024, an XML declaration comes first)."""
STRAY = 0.01
"""Share of control characters above which bytes are taken for a program or a picture."""
ZEROS = 0.2
"""Share of zeros at every second byte from which on it is UTF-16."""
ODD = 0.3
"""Share of what is not ASCII that may look wrong in the encoding that a document declares."""
KANA = 0.05
"""Share of kana in what is not ASCII below which a text is not Japanese: Chinese or Korean bytes read as kanji."""

_DECLARED = re.compile(
    rb"""(?:<\?xml[^>]*?\sencoding|<meta[^>]*?\scharset|<meta[^>]*?;\s*charset)\s*=\s*["']?([\w.:-]+)""", re.I
)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.I)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What these labels stand for on the web (WHATWG Encoding Standard): supersets that the labels' users really write.
_ON_THE_WEB = {"iso8859-1": "cp1252", "ascii": "cp1252", "shift_jis": "cp932", "gb2312": "gb18030", "gbk": "gb18030",
               "euc_kr": "cp949", "iso8859-9": "cp1254"}  # fmt: skip
_ALIASES = {"x-sjis": "cp932", "windows-31j": "cp932", "x-euc-jp": "euc_jp"}
# Python knows more codecs: zip, base64 and rot13, and UTF-16, which needs its mark.
_WRITTEN = re.compile(
    r"ascii|(?:cp|gb)\w+|(?:shift_jis|euc_|iso2022_jp|big5)\w*|iso8859-\d+|koi8-[ru]|mac-roman"
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_UTF8_PAIR = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
_HALF_KANA = re.compile(r"[\uff61-\uff9f\ue000-\uf8ff]")
_MARKUP = re.compile(rb"<(?:\?xml|!doctype html|html|rss|feed|rdf:RDF|channel)[\s>]", re.I)
_WRONG = "\ufffd"
_LATIN_1 = ("cp1252", "iso8859-15", "mac-roman")
_SINGLE = re.compile(r"cp12\d\d|iso8859-\d+|koi8-[ru]|mac-roman")
_KANA = re.compile(r"[\u3041-\u30fe]")
_ASCII = re.compile(r"[\x00-\x7f]")
_HIGH = re.compile(rb"[\x80-\xff]")
# What English and French write beyond ASCII: signs anywhere, letters next to letters (à and À alone).
_LATIN = re.compile(
    r"[\x00-\x7f\xa0¡£§©«®°±²³·»¼½¾¿×€‹›‚„…‘’“”–—•™àÀ]|(?<=[A-Za-zÀ-ÿŒœ])[À-ÖØ-öø-üŒœŸ]|[À-ÖØ-öø-üŒœŸ](?=[A-Za-zÀ-ÿŒœ])"
)


def decode(data: bytes, name: str, content_type: str = "") -> str:
    """The text in `data`; `name` is what errors call it, `content_type` the HTTP header that came with it.

    Raises Rejected where the bytes are not text or no encoding explains them.
    """
    text = _decoded(data, content_type)
    if text is None:
        raise Rejected(f"{name} is not text: {_first_wrong_byte(data)}", "save it as UTF-8")
    controls = len(_CONTROL.findall(text))
    if ("\0" in text and not text.lstrip("\0 \t\n\r").startswith("<")) or controls > STRAY * len(text):
        raise Rejected(f"{name} is not text: it holds control characters", "give a text, a page or a feed")
    return text


def decode_markup(data: bytes, content_type: str = "") -> tuple[str, int] | None:
    """As `decode`, for a feed or page of which few bytes are wrong: its text with \ufffd in their place, and how many.

    Browsers show such a page; often it is a summary that was cut in the middle of a character. None for anything else.
    """
    if not _MARKUP.search(data[:HEAD]):
        return None
    labelled = filter(None, map(_encoding, _labels(data, content_type)))
    for encoding in (*labelled, "utf-8"):
        text = data.decode(encoding, "replace")
        wrong, beyond = text.count(_WRONG), len(text) - len(_ASCII.findall(text))
        # Whole characters of UTF-8 are evidence that it is meant; of others nearly all must be right.
        share = 0.5 if encoding == "utf-8" else STRAY
        if "\0" not in text and 1 <= wrong <= share * beyond and _is_likely(text, encoding):
            return text, wrong
    return None


def _decoded(data: bytes, content_type: str) -> str | None:
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return _try(data, marked)
    if wide := _without_mark(data):
        return _try(data, wide)
    # The escapes of ISO-2022-JP are 7 bits wide and would pass for UTF-8.
    first = ["iso2022_jp_ext", "utf-8"] if b"\x1b$" in data else ["utf-8"]
    for encoding in first:
        if (text := _try(data, encoding)) is not None:
            return text
    declared = list(dict.fromkeys(filter(None, map(_encoding, _labels(data, content_type)))))
    # Those that explain any byte come last: a server that says ISO-8859-1 of everything is no evidence.
    for encoding in sorted(declared, key=lambda one: bool(_SINGLE.fullmatch(one))):
        text = _try(data, encoding)
        if text is not None and _is_likely(text, encoding):
            return text
    return _guessed(data)


def _labels(data: bytes, content_type: str) -> list[str]:
    return _CHARSET.findall(content_type) + [label.decode() for label in _DECLARED.findall(data[:HEAD])]


def _without_mark(data: bytes) -> str | None:
    """UTF-16 without its mark: in no other encoding every second byte of many is 0."""
    head = data[:4096]
    odd, even, half = head[1::2].count(0), head[::2].count(0), len(head) // 2
    if len(data) % 2 or half < 4 or max(odd, even) < ZEROS * half or min(odd, even) > half * STRAY:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _is_likely(text: str, encoding: str) -> bool:
    """Whether a declared encoding gives what people write: EUC-JP read as Shift_JIS is half-width kana, and as
    ISO-8859-1 it is signs between capitals."""
    beyond = len(text) - len(_ASCII.findall(text))
    if encoding in ("cp932", "euc_jp"):
        return len(_HALF_KANA.findall(text)) <= beyond * ODD
    return encoding not in _LATIN_1 or len(_LATIN.sub("", text)) <= beyond * ODD


def _guessed(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    guess = from_bytes(data, cp_isolation=["cp932", "euc_jp", "cp1252"]).best()
    text = _try(data, guess.encoding) if guess else None
    if guess is None or text is None:
        return None
    if guess.encoding == "cp1252":  # in which any byte is a letter: UTF-8 with a wrong byte in it would pass
        like_utf8 = sum(len(pair) for pair in _UTF8_PAIR.findall(data))
        return None if like_utf8 * 2 > len(_HIGH.findall(data)) or _LATIN.sub("", text) else text
    beyond_ascii = len(text) - len(_ASCII.findall(text))
    return text if len(_KANA.findall(text)) >= KANA * beyond_ascii else None


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return _try_of_windows(data, encoding)


def _try_of_windows(data: bytes, encoding: str) -> str | None:
    """Its ① and ㈱, which JIS X 0208 does not have, and JIS X 0213 has in the same places."""
    if encoding == "euc_jp":
        return _try(data, "euc_jis_2004")
    if encoding == "iso2022_jp_ext":
        return _try(re.sub(rb"\x1b\$[B@]", b"\x1b$(Q", data), "iso2022_jp_2004")
    return None


def _encoding(label: str) -> str | None:
    """The codec for a label found in a document; None where it is none that documents are written in."""
    try:
        name = codecs.lookup(_ALIASES.get(label.lower(), label)).name
    except LookupError:
        return None
    return _ON_THE_WEB.get(name, name) if _WRITTEN.fullmatch(name) else None


def _first_wrong_byte(data: bytes) -> str:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        place = f"byte 0x{data[error.start]:02x} at {error.start}"
        return f"{place} is not UTF-8, and no other encoding explains it"
    return "no encoding explains its bytes"
