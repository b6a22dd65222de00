"""Requests: an address on its way in, what is sent to its server out."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from urllib.parse import unquote

import httpcore
import httpx

from pipeline.collect.web.terms import Terms, Wanted
from pipeline.collect.web.unpack import ACCEPTED

ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, "
    "text/html;q=0.9, */*;q=0.5"
)


@dataclass(slots=True)
class Way:
    """A fetch on its way. spent: seconds that servers took. cookies: some redirect only to set them."""

    wanted: Wanted
    named: httpx.URL
    cookies: httpx.Cookies | None = None
    spent: float = 0.0


def request_for(way: Way, url: httpx.URL, terms: Terms) -> httpcore.Request:
    """The request for an address on the way."""
    seconds = {"connect": terms.connect, "read": terms.read, "write": terms.read}
    return httpcore.Request(
        b"GET",
        httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
        headers=_headers(way, url, terms.agent),
        extensions={"timeout": seconds},
    )


def open_headers(request: httpcore.Request) -> tuple[tuple[str, str], ...]:
    """What anybody may see of a request's headers."""
    return tuple(
        (name.decode("latin-1"), value.decode("latin-1"))
        for name, value in request.headers
        if name.lower() not in (b"authorization", b"cookie")
    )


def may_be_private(way: Way, url: httpx.URL) -> bool:
    """Whether the address may be one of a private network."""
    allowed = way.wanted.private
    return allowed == "yes" or (allowed == "host" and url.host == way.named.host)


def _headers(way: Way, url: httpx.URL, agent: str) -> list[tuple[bytes, bytes]]:
    wanted = way.wanted
    headers = {
        "Host": url.netloc.decode("ascii"),
        "User-Agent": agent,
        "Accept": ACCEPT,
        "Accept-Encoding": ACCEPTED,
        "If-None-Match": wanted.etag,
        "If-Modified-Since": wanted.modified,
    }
    # A password is for the host that it was written for; another that we are sent to does not see it.
    same = (url.scheme, url.netloc) == (way.named.scheme, way.named.netloc)
    keeper = url if url.userinfo else way.named if same else None
    if keeper is not None and keeper.userinfo:
        user, _, word = keeper.userinfo.partition(b":")
        pair = unquote(user.decode("latin-1")) + ":" + unquote(word.decode("latin-1"))
        headers["Authorization"] = f"Basic {base64.b64encode(pair.encode()).decode()}"
    if way.cookies:
        request = httpx.Request("GET", url)
        way.cookies.set_cookie_header(request)
        headers["Cookie"] = request.headers.get("cookie", "")
    return [(key.encode(), value.encode("latin-1", "replace")) for key, value in headers.items() if value]
