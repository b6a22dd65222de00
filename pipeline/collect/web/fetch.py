"""Fetching: a wanted address in, its reply out, whatever the servers on the way do; nothing takes longer than its terms."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from time import monotonic

import httpcore
import httpx

from pipeline.collect.web.guard import NotPublic
from pipeline.collect.web.pools import Pools
from pipeline.collect.web.request import Way, may_be_private, open_headers, request_for
from pipeline.collect.web.robots import LARGEST, Robots, Rules, delay_of, refuse_disallowed
from pipeline.collect.web.terms import OFFLINE, Reply, Terms, Wanted, bare, scrubbed
from pipeline.collect.web.turns import Turns
from pipeline.collect.web.unpack import Broken, unpacked
from pipeline.errors import KikimimiError, Rejected, Transient

SMALL = 65_536
"""Bytes that are read of an answer that is not the content."""
PERMANENT, REDIRECTS = (301, 308), (301, 302, 303, 307, 308)
TELL = "tell those who run the site"


@dataclass(slots=True)
class Site:
    """What all fetches of a round share: its terms, connections and turns, and what hosts' robots.txt say."""

    terms: Terms
    pools: Pools
    turns: Turns
    robots: Robots


def site_of(terms: Terms, known: Mapping[str, Rules], at_once: int) -> Site:
    """A round's. known: robots.txt by origin. at_once: requests."""

    async def ask(url: str, private: bool) -> Reply | KikimimiError:
        wanted = Wanted(url, private="host" if private else "no", robots=False)
        try:
            return await _follow(wanted, site, robots_txt=True)
        except KikimimiError as error:
            return error

    site = Site(terms, Pools(), Turns(terms, at_once), Robots(known, ask))
    return site


async def fetch(wanted: Wanted, site: Site) -> Reply:
    """Reads one address, following at most terms.redirects.

    Raises Transient when the server is away or slow, Rejected when what stands there cannot be read over HTTP or must
    not be, PutOff when it was not its turn.
    """
    return await _follow(wanted, site)


async def _follow(wanted: Wanted, site: Site, *, robots_txt: bool = False) -> Reply:
    named = _url(wanted.url, wanted.url)
    way = Way(wanted, named)
    url, moved, for_good = named, "", True
    for _ in range(site.terms.redirects + 1):
        reply = await _hop(way, url, site, robots_txt=robots_txt)
        target = reply.header("location")
        if reply.status not in REDIRECTS or not target:
            return replace(reply, seconds=way.spent, moved=moved)
        url = _url(target, wanted.url, url)
        for_good = for_good and reply.status in PERMANENT
        moved = bare(str(url)) if for_good else moved
    problem = f"{bare(wanted.url)} redirects more than {site.terms.redirects} times"
    raise Rejected(problem, "name the address it ends at")


def _url(written: str, wanted: str, base: httpx.URL | None = None) -> httpx.URL:
    """The address to ask next. Raises Rejected for one that is not http(s)."""
    try:
        url = base.join(written) if base else httpx.URL(written)
        if url.scheme not in ("http", "https") or not url.host or not 0 < (url.port or 80) < 65_536:
            raise Rejected(
                f"{bare(wanted)} leads to no http(s) address: {scrubbed(url)[:200]}", "correct the address"
            )
        return url.copy_with(fragment=None) if url.fragment else url
    except (httpx.InvalidURL, UnicodeError, ValueError) as error:
        raise Rejected(
            f"{bare(wanted)} leads to no http(s) address: {scrubbed(error)}", "correct the address"
        ) from error


async def _hop(way: Way, url: httpx.URL, site: Site, *, robots_txt: bool) -> Reply:
    """One request, when its turn has come; an answer that wants us to wait holds its whole host."""
    terms, subject = site.terms, _subject(way, url)
    try:
        delay = None if robots_txt else max(terms.delay, await _crawl_delay(way, url, site))
        async with site.turns.turn(url.host, delay):
            began = monotonic()
            left = min(terms.total - way.spent, terms.deadline - began)
            try:
                async with asyncio.timeout(left):
                    reply = await _ask(way, url, site, LARGEST if robots_txt else terms.limit)
            finally:
                way.spent += monotonic() - began
    except (TimeoutError, httpcore.TimeoutException) as error:
        raise Transient(f"{subject} did not answer in time", OFFLINE) from error
    except NotPublic as error:
        if (
            robots_txt and url.host == way.named.host
        ):  # nothing is learnt of it, and the address itself is refused
            raise
        problem = f"{bare(way.wanted.url)} leads to {error}, which is no address of the public internet"
        raise Rejected(problem, "write `private: yes` in sources.yaml if it is a source of yours") from error
    except Broken as error:
        raise Rejected(f"{subject} sends a broken compression: {error}", TELL) from error
    except httpcore.LocalProtocolError as error:
        raise Rejected(f"{subject} cannot be asked: {scrubbed(error)}", "correct the address") from error
    except httpcore.RemoteProtocolError as error:
        raise Transient(f"{subject} does not keep to HTTP: {error}", TELL) from error
    except (httpcore.NetworkError, httpcore.ProxyError, OSError) as error:
        why = scrubbed(error) or type(error).__name__
        raise Transient(f"{subject} cannot be reached: {why}", OFFLINE) from error
    if reply.status == 429 or (reply.status == 503 and reply.header("retry-after")):
        site.turns.hold(url.host, f"{subject} answered {reply.status}")
    return reply


async def _crawl_delay(way: Way, url: httpx.URL, site: Site) -> float:
    """What the robots.txt of its host wants between two requests; raises where it does not let us ask the address."""
    if not way.wanted.robots:
        return 0.0
    origin = f"{url.scheme}://{url.netloc.decode('ascii')}"
    rules = await site.robots.of(origin, private=may_be_private(way, url))
    refuse_disallowed(bare(str(url)), _subject(way, url), rules, datetime.now(UTC))
    return delay_of(rules)


async def _ask(way: Way, url: httpx.URL, site: Site, limit: int) -> Reply:
    sent = request_for(way, url, site.terms)
    async with site.pools.answer(url, sent, private=may_be_private(way, url)) as response:
        headers = tuple((key.decode("latin-1"), value.decode("latin-1")) for key, value in response.headers)
        content = 200 <= response.status < 300
        encoding = ",".join(value for key, value in headers if key.lower() == "content-encoding")
        body, whole = await unpacked(
            response.aiter_stream(), encoding if content else "", limit if content else SMALL
        )
    if response.status in REDIRECTS:
        answer = httpx.Response(response.status, headers=headers, request=httpx.Request("GET", url))
        if "set-cookie" in answer.headers:
            way.cookies = way.cookies or httpx.Cookies()
            way.cookies.extract_cookies(answer)
    return Reply(bare(str(url)), response.status, body, whole, 0.0, "", headers, open_headers(sent))


def _subject(way: Way, url: httpx.URL) -> str:
    """What errors call the address: as it was wanted, and where that has led to."""
    wanted, place = bare(way.wanted.url), bare(str(url))
    return wanted if url is way.named or url == way.named else f"{wanted} (sent on to {place[:200]})"
