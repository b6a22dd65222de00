"""What comes from documents, before it is quoted: one line, no tricks, and addresses of the web only."""

from __future__ import annotations

import pytest

from pipeline.digest.clean import address, line


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("  two\n\tlines\r\n", "two lines"),
        ("bell\x07 and \x1b[31mred", "bell and [31mred"),
        ("user\u202egnp.exe", "usergnp.exe"),
        ("soft\u00adhyphen, zero\u200bwidth", "softhyphen, zerowidth"),
        ("1\u202f000\u00a0mots", "1 000 mots"),
        ("聞き耳 🎧", "聞き耳 🎧"),
        ("", ""),
    ],
)
def test_a_text_is_one_line_that_prints(text: str, shown: str) -> None:
    assert line(text, 99) == shown


def test_a_long_text_is_cut_and_says_so() -> None:
    assert line("abcdef", 6) == "abcdef"
    assert line("abcdefg", 6) == "abcde…"
    assert line("abc  defg", 5) == "abc…"
    assert len(line("あ" * 10_000_000, 300)) == 300


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://example.org/a?b=1&c=%20#d", "https://example.org/a?b=1&c=%20#d"),
        ("http://example.org/日本", "http://example.org/%E6%97%A5%E6%9C%AC"),
        ("https://example.org/a(b)|c d", "https://example.org/a%28b%29%7Cc%20d"),
        ("https://example.org/\"><script>'", "https://example.org/%22%3E%3Cscript%3E%27"),
        ("https://example.org/a\n[x](y)", "https://example.org/a%0A%5Bx%5D%28y%29"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("//example.org/", None),
        ("https:///nowhere", None),
        ("https://[broken", None),
        ("https://example.org/" + "x" * 2000, None),
        ("", None),
        (None, None),
    ],
)
def test_only_an_address_of_the_web_is_linked_and_ends_where_it_ends(
    url: str | None, link: str | None
) -> None:
    assert address(url) == link
