"""Furniture: the text of a page in, the text without the lines that only serve the page out, and what they told.

A line goes only if all of it is furniture: reading time, share buttons, cookie notices, headings of comment boxes.
"""

from __future__ import annotations

import re

LONGEST = 160
"""Characters; a longer line is never furniture."""

_NETWORKS = (
    r"(?:X|Twitter|ツイッター|Facebook|フェイスブック|LINE|LinkedIn|Linkedin|WhatsApp|Reddit|Bluesky|Mastodon|Threads|"
    r"Pinterest|Pocket|Telegram|はてなブックマーク|はてブ|Messenger)"
)
_TOLD = {
    "reading_minutes": (
        r"(?:この(?:記事|ページ|投稿)は)?約?\s*(\d+)\s*分で(?:読め(?:ます|る)|お読みいただけます)[。.]?",
        r"読了(?:時間|目安|までの目安)?\s*[:：]?\s*約?\s*(\d+)\s*分(?:程度)?",
        r"(?:estimated )?(?:reading|read) time\s*[:：]?\s*(?:about )?(\d+)\s*min(?:ute)?s?\.?(?: read)?",
        r"(\d+)[ -]?min(?:ute)?s?[ -]read",
        r"(?:temps de )?lecture(?: estimée?)?\s*:?\s*(?:environ )?(\d+)\s*min(?:utes?)?\.?",
        r"(\d+)\s*min(?:utes?)? de lecture",
        r"(?:à )?lire en (\d+)\s*min(?:utes?)?",
    ),
    "characters": (r"(?:文字数\s*[:：]?\s*)?(\d[\d,，]*)\s*文字", r"文字数\s*[:：]?\s*(\d[\d,，]*)"),
    "words": (r"(?:word count\s*:?\s*)?(\d[\d,]*) words", r"(\d[\d\s]*) mots"),
}
_SILENT = (
    r"コメント(?:する|一覧|欄|を(?:書く|書き込む|残す|投稿する|見る))?(?:\s*[(（]\d+[)）]|\s*\d+件?)?",
    r"(?:(?:タイトルと)?(?:URL|リンク)を)?コピー(?:する|しました)[。!！]?",
    r"(?:この記事を)?(?:シェア|共有|ツイート|ポスト|ブックマーク|フォロー|印刷)(?:する|しよう)?[!！]?",
    rf"{_NETWORKS}\s*(?:で|に|へ)?(?:シェア|共有|投稿|ポスト|送る|保存|追加)(?:する)?",
    r"(?:スポンサー(?:ド)?リンク|広告|目次|関連記事|続きを読む|前の記事|次の記事|(?:ページ)?トップへ戻る)",
    r".{0,40}サイト.{0,30}(?:Cookie|クッキー).{0,60}(?:使用|利用)して(?:います|おります)[。.]?",
    rf"(?:share|tweet|pin)(?: this)?(?: (?:article|post|story|page|it))?(?: (?:on|via|with) {_NETWORKS})?[!:]?",
    r"(?:copy link|(?:link|url) copied(?: to clipboard)?[!.]?|print|print this page|email(?: this)?)",
    r"(?:(?:\d+|no) comments?|comments?(?: \(\d+\))?|leave a (?:comment|reply)|post a comment)",
    r"(?:advertisements?|table of contents|related (?:articles|posts|stories)|read more|back to top|"
    r"skip to (?:main )?content)",
    r"(?:accept (?:all )?cookies|(?:this|our) (?:web)?site uses cookies.*|we (?:and our partners )?use cookies.*)",
    rf"(?:partager|tweeter|épingler)(?: (?:cet article|l['’]article|cette page))?(?: (?:sur|par|via) (?:{_NETWORKS}|e-?mail))?",
    r"(?:copier le lien|lien copié ?!?|imprimer(?: cet article)?|envoyer par e-?mail)",
    r"(?:(?:\d+|aucun) commentaires?|commentaires?(?: \(\d+\))?|commenter|(?:laisser|ajouter) un commentaire)",
    r"(?:publicité|sommaire|articles? (?:liés|similaires)|lire la suite|retour en haut|aller au contenu(?: principal)?)",
    r"(?:(?:tout )?accepter(?: (?:tous )?les cookies)?|ce site (?:web )?utilise des cookies.*|nous utilisons des cookies.*)",
)
_RULES = (
    *((re.compile(rule, re.I), key) for key, rules in _TOLD.items() for rule in rules),
    *((re.compile(rule, re.I), "") for rule in _SILENT),
)


def strip_furniture(text: str) -> tuple[str, dict[str, int]]:
    """The text without its furniture lines, and the numbers they gave (reading_minutes, characters, words).

    The blank lines behind a line that goes go too. A text that is nothing but furniture stays as it is.
    """
    kept: list[str] = []
    told: dict[str, int] = {}
    gap = False
    for line in text.split("\n"):
        if (match := _furniture(line)) is not None:
            told = match | told
            gap = True
        elif line.strip() or not gap:
            kept.append(line)
            gap = False
    stripped = "\n".join(kept).strip()
    return (stripped, told) if stripped else (text.strip(), {})


def _furniture(line: str) -> dict[str, int] | None:
    """What a furniture line tells ({} if nothing), None for a line of the text."""
    line = line.strip()
    if not line or len(line) > LONGEST:
        return None
    for rule, key in _RULES:
        if match := rule.fullmatch(line):
            return {key: int(re.sub(r"\D", "", match[1]))} if key else {}
    return None
