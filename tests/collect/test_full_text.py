"""Full text: of an entry and the page behind its link, the better text is kept, in three languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from pipeline.collect.found import Found
from pipeline.collect.full_text import better_of
from pipeline.collect.pages import read_page

TITLES = {
    "en": "SoftBank puts another $30 billion into OpenAI",
    "fr": "SoftBank investit 30 milliards de dollars de plus dans OpenAI",
    "ja": "ソフトバンク、OpenAIに300億ドルを追加出資",
}
SUMMARIES = {
    "en": "The Japanese group doubles its stake in the maker of ChatGPT.",
    "fr": "Le groupe japonais double sa participation dans la maison mère de ChatGPT.",
    "ja": "ソフトバンクグループはChatGPTの開発元への出資を倍増させる。",
}
ARTICLES = {
    "en": [
        "SoftBank Group said on Monday that it will put another $30 billion into OpenAI, the maker of ChatGPT.",
        "The Japanese group doubles its stake and becomes the largest shareholder of the company, ahead of Microsoft.",
        "Half of the money will be paid by June; the rest depends on how OpenAI changes its form.",
        "Analysts had expected less. Shares of the group fell by 4 percent in Tokyo before they recovered in the afternoon.",
    ],
    "fr": [
        "SoftBank a annoncé lundi un investissement de 30 milliards de dollars de plus dans OpenAI, la maison mère de ChatGPT.",
        "Le groupe japonais double ainsi sa participation et devient le premier actionnaire, devant Microsoft.",
        "La moitié sera versée d’ici à juin ; le reste dépend du changement de statut d’OpenAI.",
        "Les analystes attendaient moins. Le titre du groupe a cédé 4 % à Tokyo avant de se reprendre dans l’après-midi.",
    ],
    "ja": [
        "ソフトバンクグループは月曜日、ChatGPTの開発元であるOpenAIに300億ドルを追加出資すると発表した。",
        "同社の持ち分は倍増し、マイクロソフトを抜いて筆頭株主となる。出資の半分は6月までに払い込まれる。",
        "残りはOpenAIの組織再編の進み具合によるという。孫正義会長は会見で、人工知能の未来に賭けると述べた。",
        "市場の予想を上回る規模で、株価は東京市場で一時4パーセント下落したが、午後には値を戻した。",
    ],
}
COOKIES = {
    "en": "We and our 812 partners store cookies on your device to show personalised ads. You can accept all or change your consent at any time. Read our privacy policy to learn how we handle your choices, and accept all cookies to go on.",
    "fr": "Nous et nos 812 partenaires utilisons des cookies pour afficher des publicités personnalisées. Vous pouvez retirer votre consentement à tout moment. Notre politique de vie privée explique comment nous et nos partenaires traitons vos choix.",
    "ja": "当サイトは、お客様に合わせた広告を表示するためにクッキーを使用しています。続けるには同意してください。同意はいつでも取り消せます。プライバシーポリシーもご覧ください。クッキーの設定はいつでも変えられます。",
}
ERRORS = {
    "en": ("Page not found", "The page that you are looking for has moved, or was never here. Try our search, or go back to the front page of the site."),
    "fr": ("Page introuvable", "La page que vous cherchez a été déplacée ou n’a jamais été là. Essayez notre recherche ou revenez à l’accueil du site."),
    "ja": ("お探しのページは見つかりませんでした", "お探しのページは移動したか、削除された可能性があります。検索をお試しになるか、トップページにお戻りください。"),
}  # fmt: skip
PROMPTS = {
    "en": "Subscribe now to continue reading. Already a subscriber? Sign in.",
    "fr": "Il vous reste 72 % de cet article à lire. La suite est réservée aux abonnés.",
    "ja": "この記事は会員限定です。残り1,234文字。続きを読むには登録が必要です。",
}
OTHERS = {
    "en": "Welcome to the Wire. Today: the weather in Lyon, the results of the rugby, a recipe for onion soup and a guide to the gardens of Kyoto in autumn. ",
    "fr": "Bienvenue sur le Fil. Aujourd’hui : la météo à Lyon, les résultats du rugby, une recette de soupe et un guide des jardins en automne. ",
    "ja": "ようこそ。本日は、京都の庭園めぐり、秋の味覚の作り方、週末の天気予報、そして高校野球の結果をお届けします。",
}  # fmt: skip
LANGUAGES = ("en", "fr", "ja")


def entry(lang: str, text: str | None = None) -> Found:
    return Found(
        text=SUMMARIES[lang] if text is None else text,
        kind="feed-item",
        title=TITLES[lang],
        url="https://a.example/1",
        key="src\n1",
        meta={"categories": "AI"},
    )


def page(title: str, *paragraphs: str, head: str = "") -> Found:
    body = "".join(f"<p>{one}</p>" for one in paragraphs)
    html = f"<html lang='en'><head><title>{title}</title><meta name='author' content='Jane Roe'>{head}</head><body><article><h1>{title}</h1>{body}</article></body></html>"
    return read_page(html, "x", "https://a.example/1")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_summary_gives_way_to_the_article(lang: str) -> None:
    date = '<meta property="article:published_time" content="2025-02-03T10:05:00Z">'
    found, why = better_of(entry(lang), page(TITLES[lang], *ARTICLES[lang], head=date))
    assert why == "page"
    assert all(one in found.text for one in ARTICLES[lang])
    assert (found.title, found.url, found.key, found.kind) == (
        TITLES[lang],
        "https://a.example/1",
        "src\n1",
        "article",
    )
    assert (found.author, found.published) == ("Jane Roe", datetime(2025, 2, 3, 10, 5, tzinfo=UTC))
    assert found.meta == {"categories": "AI", "text_from": "page"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_entry_that_holds_all_stays(lang: str) -> None:
    whole = entry(lang, "\n".join(ARTICLES[lang]))
    shown = page(TITLES[lang], *ARTICLES[lang], "One line more that the page has below it.")
    assert better_of(whole, shown) == (whole, "whole")


@pytest.mark.parametrize(
    ("lang", "end"),
    [("en", " [...]"), ("en", "… Read more"), ("en", "\nThe post SoftBank appeared first on The Wire."),
     ("fr", "… Lire la suite »"), ("ja", "…"), ("ja", "（続きを読む）")],
)  # fmt: skip
def test_an_entry_that_says_it_is_cut_gives_way_to_any_more(lang: str, end: str) -> None:
    cut = entry(lang, "\n".join(ARTICLES[lang][:3]) + end)
    assert better_of(cut, page(TITLES[lang], *ARTICLES[lang])).why == "page"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_walls_errors_teasers_and_other_pages_leave_the_summary(lang: str) -> None:
    one, articles = entry(lang), ARTICLES[lang]
    free = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script>'
    )
    assert better_of(one, page(TITLES[lang], COOKIES[lang])) == (one, "wall")
    assert better_of(one, page(*ERRORS[lang])) == (one, "error")
    assert better_of(one, page("404", ERRORS[lang][1])) == (one, "error")
    assert better_of(one, page(TITLES[lang], *articles[:2], PROMPTS[lang])) == (one, "teaser")
    assert better_of(one, page(TITLES[lang], *articles[:2], head=free)) == (one, "teaser")
    assert better_of(one, page("The Wire", OTHERS[lang] * 3)) == (one, "other")


@pytest.mark.parametrize(
    "title", ["Just a moment...", "Access Denied", "403 Forbidden", "Attention Required! | Cloudflare"]
)
def test_the_pages_of_gatekeepers_are_errors(title: str) -> None:
    assert better_of(entry("en"), page(title, "Checking your browser. " * 10)).why == "error"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_article_about_subscribers_and_cookies_is_one(lang: str) -> None:
    more = {
        "en": "OpenAI has 20 million subscribers. Google kept cookies in Chrome after all.",
        "fr": "OpenAI compte 20 millions d’abonnés. Google garde les cookies dans Chrome.",
        "ja": "OpenAIの有料会員は2000万人に達した。グーグルはクッキーを残す。",
    }[lang]
    assert better_of(entry(lang), page(TITLES[lang], more, *ARTICLES[lang])).why == "page"


def test_a_long_article_with_a_prompt_below_it_is_whole() -> None:
    assert better_of(entry("en"), page(TITLES["en"], *ARTICLES["en"] * 10, PROMPTS["en"])).why == "page"


def test_an_entry_of_a_title_alone_takes_the_article() -> None:
    assert better_of(entry("ja", ""), page(TITLES["ja"], *ARTICLES["ja"])).why == "page"
    nothing = replace(entry("en", ""), title="")
    assert better_of(nothing, page(TITLES["en"], *ARTICLES["en"])).why == "other", (
        "nothing says that it is the same"
    )
