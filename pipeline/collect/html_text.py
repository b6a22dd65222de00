"""HTML to text: a fragment in, its visible text out, one line a block."""

from __future__ import annotations

import re
import sys

HIDDEN = (
    "script",
    "style",
    "noscript",
    "template",
    "iframe",
    "object",
    "svg",
    "math",
    "head",
    "form",
    "button",
    "select",
)
CELLS = ("td", "th")
BLOCKS = (
    "address", "article", "aside", "blockquote", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol",
    "p", "pre", "section", "summary", "table", "tr", "ul",
)  # fmt: skip
_BREAK = "\uf8fd"  # stands for a line's end while white space is folded: private use, nobody's text
_WIDE = r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]"
_WIDE_BREAK = re.compile(rf"(?<={_WIDE})[ \t]*\n\s*(?={_WIDE})")
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML 1.0, section 2.2
_DECLARATION = re.compile(r"<\?xml[^>]*>?", re.I)
_REFERENCE = re.compile(r"&#(?:x([0-9a-f]+)|([0-9]+));?", re.I)
_SPACE = re.compile(r"[ \t\r\n\f]+")


def html_to_text(html: str) -> str:
    """The text of an HTML fragment or page, "" where it shows none."""
    import lxml.html
    from lxml import etree

    html = legal(html).replace(_BREAK, " ")
    if "<" not in html and "&" not in html:
        return fold(html)
    try:
        root = lxml.html.document_fromstring(html)
    except etree.ParserError:  # nothing but comments or white space
        return ""
    etree.strip_elements(root, *HIDDEN, etree.Comment, etree.ProcessingInstruction, with_tail=False)
    for element in root.iter(*BLOCKS):
        element.text = _BREAK + (element.text or "")
        element.tail = _BREAK + (element.tail or "")
    for element in root.iter("br"):
        element.tail = _BREAK + (element.tail or "")
    for element in root.iter(*CELLS):
        element.tail = " " + (element.tail or "")
    lines = (fold(line) for line in "".join(root.itertext()).split(_BREAK))
    return "\n".join(line for line in lines if line)


def fold(text: str) -> str:
    """One line: white space becomes one space, and none where a line breaks between Japanese characters."""
    return _SPACE.sub(" ", join_wide(text)).strip()


def join_wide(text: str) -> str:
    """Without the line breaks between Japanese characters, where an editor's line ended and no word did."""
    return _WIDE_BREAK.sub("", text)


def legal(markup: str) -> str:
    """Markup as parsers take it, who give up a whole feed for less: without a declaration of the encoding it once had,
    and without the characters that XML forbids, as they stand or as &#…;."""
    return _REFERENCE.sub(_legal_reference, _ILLEGAL.sub("", _DECLARATION.sub("", markup)))


def _legal_reference(reference: re.Match[str]) -> str:
    digits, base = (reference[1], 16) if reference[1] else (reference[2], 10)
    code = int(digits[-8:], base) if len(digits.lstrip("0")) <= 8 else sys.maxunicode + 1
    return "\ufffd" if code > sys.maxunicode or _ILLEGAL.match(chr(code)) else reference[0]
