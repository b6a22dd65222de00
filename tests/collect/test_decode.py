"""Decoding: what is text is read in its encoding; what is not is refused, never turned into nonsense."""

from __future__ import annotations

import gzip
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.collect.decode import decode, decode_markup
from pipeline.errors import Rejected

JA = "OpenAIは5億ドルを調達した。ソフトバンクは出資を検討している。"
FR = "Mistral a levé 600 millions d’euros. L’été dernier, à Paris, « Ça va » coûtait 5 €."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932", "euc_jp", "iso2022_jp"])
def test_japanese_is_read_in_its_usual_encodings(encoding: str) -> None:
    assert decode(JA.encode(encoding), "x") == JA


def test_french_is_read_in_the_old_encoding_of_windows() -> None:
    assert decode(FR.encode("cp1252"), "x") == FR


@pytest.mark.parametrize(
    ("head", "encoding", "content_type"),
    [
        ('<html><head><meta charset="Shift_JIS"></head>', "cp932", ""),
        ('<html><meta http-equiv="Content-Type" content="text/html; charset=euc-jp">', "euc_jp", ""),
        ('<?xml version="1.0" encoding="EUC-JP"?><rss>', "euc_jp", ""),
        ("", "euc_jp", "text/html; charset=EUC-JP"),
        ("", "gb18030", "text/html; charset=gb2312"),
    ],
)
def test_a_declared_encoding_is_followed(head: str, encoding: str, content_type: str) -> None:
    short = "人工智能"  # too little for a guess
    assert decode((head + short).encode(encoding), "x", content_type) == head + short


@pytest.mark.parametrize("label", ["base64", "zlib", "unicode_escape", "utf-16", "nonsense", "utf-8"])
def test_a_declared_encoding_that_is_none_is_not_followed(label: str) -> None:
    with pytest.raises(Rejected):
        decode(f'<meta charset="{label}">'.encode() + b"\xff\xfe\xfa ", "x")


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 40,
        "壊れた".encode() + b"\xff\xfe\xfa" + "文".encode(),
        (JA * 20).encode() + b"\xe3" + JA.encode(),
        FR.encode()[:40] + b"\xff" + FR.encode()[40:],
        "Nous avons été".encode()[:-1],
        b"OpenAI\xe2\x80 said that it would spend more",
        b"Hello world about OpenAI \xff\xfe and more",
        b"caf\xc3( broken",
        b"abc \x80\x81\x82 def",
        b"nul \0 in a text",
        bytes(range(1, 32)) * 3,
        b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n" + random.Random(3).randbytes(400),
        b"\x89PNG\r\n\x1a\n" + random.Random(2).randbytes(400),
        gzip.compress(JA.encode() * 20, mtime=0),
        "人工智能公司投资数十亿".encode("gb18030"),
        "인공지능 회사는 수십억을 투자했다".encode("euc_kr"),
        "Компания вложила миллиарды".encode("cp1251"),
    ],
)
def test_what_no_encoding_explains_is_refused(data: bytes) -> None:
    with pytest.raises(Rejected, match=r"^the file is not text: .*; "):
        decode(data, "the file")


FEED = {
    "ja": """<rss version="2.0"><channel><title>AIニュース</title><item><title>ソフトバンク、5億ドルを出資</title>
        <description>&lt;p&gt;OpenAIの評価額は3000億ドルになった。&lt;/p&gt;</description></item></channel></rss>""",
    "fr": """<rss version="2.0"><channel><title>L’IA à Paris</title><item><title>Mistral lève 600 M€</title>
        <description>L’été dernier, « ça va » coûtait cher à l’État : élevée.</description></item></channel></rss>""",
}


HEADERS = ("", *(f"; charset={one}" for one in ("ISO-8859-1", "UTF-8", "Shift_JIS", "EUC-JP")))


@pytest.mark.parametrize("label", ["", "UTF-8", "Shift_JIS", "EUC-JP", "ISO-8859-1", "ISO-2022-JP", "UTF-16"])
@pytest.mark.parametrize(
    ("lang", "encoding"),
    [("ja", one) for one in ("utf-8", "utf-8-sig", "cp932", "euc_jp", "iso2022_jp", "utf-16", "utf-16-le", "utf-16-be")]
    + [("fr", one) for one in ("utf-8", "cp1252", "utf-16-le")],
)  # fmt: skip
def test_a_feed_is_read_whatever_it_and_its_server_declare(lang: str, encoding: str, label: str) -> None:
    feed = (f'<?xml version="1.0" encoding="{label}"?>' if label else "") + FEED[lang]
    for header in HEADERS:
        assert decode(feed.encode(encoding), "x", f"text/xml{header}") == feed


@pytest.mark.parametrize(("encoding", "label"), [("euc_jis_2004", "EUC-JP"), ("cp932", "Shift_JIS")])
def test_the_signs_that_windows_adds_are_read(encoding: str, label: str) -> None:
    feed = f'<?xml version="1.0" encoding="{label}"?><rss>①ソフトバンクが出資</rss>'
    assert decode(feed.encode(encoding), "x") == feed
    mail = "①ソフトバンク".encode("iso2022_jp_2004").replace(b"\x1b$(Q", b"\x1b$B")
    assert decode(mail, "x") == "①ソフトバンク"


def test_a_feed_with_a_few_wrong_bytes_is_read_around_them() -> None:
    cut = "ソフトバンクの出資".encode()[:-1]
    found = decode_markup(b"<rss><description>" + cut + b"\xff</description></rss>")
    assert found == ("<rss><description>ソフトバンクの出\ufffd\ufffd</description></rss>", 2)
    broken = f'<?xml version="1.0" encoding="Shift_JIS"?><rss>{"東京" * 80}'.encode("cp932") + b"\x81</rss>"
    assert decode_markup(broken) == (
        f'<?xml version="1.0" encoding="Shift_JIS"?><rss>{"東京" * 80}\ufffd</rss>',
        1,
    )


@pytest.mark.parametrize("data", [b"caf\xc3( broken", b"<rss>" + random.Random(4).randbytes(400)])
def test_what_is_wrong_all_over_is_not_read_around(data: bytes) -> None:
    assert decode_markup(data) is None


@given(st.text())
def test_every_utf8_text_without_control_characters_is_read_as_it_is(text: str) -> None:
    text = "".join(sign for sign in text if sign.isprintable() and sign != "\ufeff")
    assert decode(text.encode(), "x") == text
