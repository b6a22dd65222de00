"""Full text: an entry of a feed and the page behind its link in, the entry with the better text of the two out, and why.

The page's is better where the entry holds a summary only, and the page is the article: no cookie wall, no teaser before a
paywall, no error page, no front page that the link was turned to.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal, NamedTuple

from pipeline.collect.found import Found, Meta
from pipeline.collect.furniture import strip_furniture

FULLER = 1.5
"""Times as long as the entry a page's text must be, unless the entry says that it is cut."""
RELATED = 0.4
"""Share of the words of an entry's title, or of all of it, that stands in a page about the same."""
SHORT = 3_000
"""Characters above which a text is an article whatever it says of subscribing."""
WALLED = 0.3
"""Share of a text's characters that ask for something, above which it is a wall."""
END = 400
"""Characters at the end of a text in which it says that more stands elsewhere."""

Why = Literal["page", "whole", "error", "wall", "teaser", "other"]

_ERROR = re.compile(
    r"(?:error|erreur|http|エラー)?\W{0,3}(?:4\d\d|50\d)\b.*|.*\b(?:page|article|site|file) (?:was |is |cannot be |can['’]t be |could not be )?"
    r"(?:not found|unavailable|found no more).*|not found|oops.*|.*\bsomething went wrong.*|access (?:denied|to this page).*|forbidden|"
    r"just a moment.*|attention required.*|.*\b(?:are you|you are)(?: not)? (?:a )?(?:human|robot).*|security check.*|"
    r"(?:please )?(?:enable|turn on) (?:javascript|cookies).*|(?:service|site) (?:temporarily )?unavailable.*|.*under maintenance.*|"
    r".*(?:page|article|contenu)[^.]{0,30}(?:introuvable|non trouvée?|n['’]existe (?:pas|plus)|indisponible).*|accès (?:refusé|interdit).*|"
    r".*(?:ページ|記事|コンテンツ)[^。]{0,20}(?:見つかりません|存在しません|削除され|表示できません).*|アクセス(?:が)?(?:拒否|制限|できません).*|.*メンテナンス中.*",
    re.I,
)
_ASKS = re.compile(
    r"cookie|クッキー|consent\b|consentement|同意|traceurs|\bprivacy (?:policy|settings|choices)|vie privée|プライバシー|\bGDPR\b|RGPD|"
    r"(?:our|nos|\d+|弊社の?) ?(?:partners|partenaires|パートナー)|personali[sz]ed ads|publicités? personnalisée|accept(?:er)? (?:all|tout)|"
    r"ad ?blocker|bloqueur de publicité|広告ブロック|enable javascript|activer javascript|JavaScript ?を有効",
    re.I,
)
_TEASER = re.compile(
    r"(?:subscribe|sign (?:in|up)|log ?in|register|create (?:a|your) (?:free )?account)[^.!?\n]{0,60} to (?:continue|keep|read|unlock|finish|access)|"
    r"to (?:continue|keep) reading|(?:continue|keep) reading (?:with|by)|already (?:a |an )?(?:subscriber|subscribed|member|registered)|"
    r"(?:only|exclusive(?:ly)?|reserved|available)(?: only)? (?:to|for) (?:paid |paying |our |premium )*(?:subscribers|members)|"
    r"(?:subscriber|member|premium)s?[- ]only|réservée?s? (?:à nos|aux|à) (?:abonnés|membres)|il vous reste \d+ ?%|"
    r"(?:abonnez|connectez|inscrivez)[- ]vous[^.!?\n]{0,60}(?:pour|afin)|la suite (?:est|de cet)|déjà abonnée?|pour lire la suite|"
    r"(?:会員|有料|購読者|読者)(?:の方)?(?:限定|専用|のみ|登録)|残り ?[\d,，]+ ?(?:文字|字)|続き(?:は|を(?:読む|お読みになる)に?は)|"
    r"(?:ログイン|購読|登録|会員登録)(?:して|すると)[^。\n]{0,30}(?:続き|全文|お読み|読め)|全文を(?:読む|お読み)|ここから先は",
    re.I,
)
_CUT = re.compile(
    r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|\(…\)|[（(【\[]?(?:続きを読む|もっと読む|全文を読む|記事を読む|続きはこちら)[）)】\]]?|read (?:more|on|the full .{1,20}|full .{1,20})|"
    r"continue reading.{0,80}|lire (?:la suite|plus|l['’]article).{0,40}|en savoir plus|the post .{1,200} appeared first on .{1,80}|"
    r"l['’]article .{1,200} est apparu en premier sur .{1,80})[\s.→»>›]*\Z",
    re.I | re.S,
)
_SENTENCE = re.compile(r"[^.!?。！？\n]+[.!?。！？\n]*")
_WIDE = re.compile(r"[\u30a0-\u30ff\u3400-\u9fff]{2,}")
_LATIN = re.compile(r"[^\W_\u3040-\u9fff]{4,}|\d{2,}")


class Better(NamedTuple):
    """The entry, with the better text. why: "page" where it is the page's; "whole" where the entry has all of it; else
    what is wrong with the page, which is an error page, a wall, a teaser, or about something other."""

    found: Found
    why: Why


def better_of(entry: Found, page: Found) -> Better:
    """The entry as it is, or with the page's text and with what the page knows and the entry leaves out.

    It stays the entry that it was: address and key are its own, so a page that can be read one day and not the next makes
    two revisions of one document.
    """
    said = strip_furniture(entry.text)[0]
    shown = strip_furniture(page.text)[0]
    if wrong := _wrong(entry, page, shown):
        return Better(entry, wrong)
    if len(shown) < (1.0 if is_cut(said) else FULLER) * len(said):
        return Better(entry, "whole")
    meta: Meta = page.meta | entry.meta | {"text_from": "page"}
    found = replace(
        entry,
        text=page.text,
        kind=page.kind,
        title=entry.title or page.title,
        author=entry.author or page.author,
        lang=entry.lang or page.lang,
        published=entry.published or page.published,
        meta=meta,
    )
    return Better(found, "page")


def is_cut(text: str) -> bool:
    """Whether it ends by saying that more of it stands elsewhere."""
    return bool(_CUT.search(text[-END:]))


def _wrong(entry: Found, page: Found, shown: str) -> Why | None:
    if len(shown) < SHORT:
        first = shown.split("\n", 1)[0]
        if _ERROR.fullmatch(page.title.strip()) or (len(first) < 120 and _ERROR.fullmatch(first.strip())):
            return "error"
        asked = sum(len(one) for one in _SENTENCE.findall(shown) if _ASKS.search(one))
        if asked > WALLED * len(shown):
            return "wall"
        if _TEASER.search(shown[-END:]) or "paywalled" in page.meta:
            return "teaser"
    return None if _is_about(entry, page) else "other"


def _is_about(entry: Found, page: Found) -> bool:
    there = _words(f"{page.title}\n{page.text}")
    return any(
        words and len(words & there) >= RELATED * len(words)
        for words in (_words(entry.title), _words(f"{entry.title}\n{entry.text}"))
    )


def _words(text: str) -> set[str]:
    """What tells one text from others: words and numbers, and pairs of katakana and kanji."""
    text = text.lower()
    pairs = {run[at : at + 2] for run in _WIDE.findall(text) for at in range(len(run) - 1)}
    return pairs | set(_LATIN.findall(text))
