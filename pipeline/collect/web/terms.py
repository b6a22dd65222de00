"""What passes between a round and the web: what is wanted and on which terms in, a reply out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from pipeline.errors import Rejected, Transient

Private = Literal["no", "host", "yes"]
"""Whether addresses of private networks may be asked: none, those of the host that was named, or wherever it leads."""

AGENT = "kikimimi"
"""Our name in robots.txt."""
OFFLINE = "check the address and the network; the next round tries again"


@dataclass(frozen=True, slots=True)
class Terms:
    """What every fetch of a round keeps to.

    agent: the User-Agent. limit: bytes of a body, unpacked. deadline: of time.monotonic(), for all fetches together.
    connect, read, total: seconds to reach a server, between two pieces of its answer, and for all of an answer,
    redirects included. at_host: requests of one host at once. delay: seconds between the beginnings of two of them.
    """

    agent: str
    limit: int
    deadline: float
    connect: float = 5.0
    read: float = 10.0
    total: float = 30.0
    at_host: int = 2
    delay: float = 1.0
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Wanted:
    """An address to fetch. etag, modified: as it gave them when it was last read; it may answer 304 then.
    robots: whether robots.txt is obeyed."""

    url: str
    etag: str = ""
    modified: str = ""
    private: Private = "no"
    robots: bool = True


@dataclass(frozen=True, slots=True)
class Reply:
    """An HTTP answer. url: after redirects; without credentials, as all addresses here. body: unpacked; whole is False
    when it was cut at the limit. seconds: that the servers took. moved: where the wanted address has gone for good, or "".
    headers: as they came, in their order. asked: those of the request, without passwords and cookies."""

    url: str
    status: int
    body: bytes
    whole: bool
    seconds: float
    moved: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    asked: tuple[tuple[str, str], ...] = ()

    @property
    def content_type(self) -> str:
        return self.header("content-type")

    def header(self, name: str) -> str:
        """The header of this lower-case name; "" where there is none."""
        return next((value for key, value in self.headers if key.lower() == name), "")


class PutOff(Transient):
    """An address that was not asked, since its host was to be left in peace; nothing is wrong with it."""


def bare(url: str) -> str:
    """The address without a user and a password."""
    url = url.strip()
    return re.sub(r"\A([^/?#]*//)[^/?#]*@", r"\1", url) if "@" in url else url


def scrubbed(text: object) -> str:
    """A text for people, without the users and passwords of the addresses in it."""
    return re.sub(r"(?<=://)[^\s/?#'\"]*@", "", str(text))


def refuse_bad_status(url: str, status: int) -> None:
    """Raises for an answer that is not the content: Transient where a later try may bring it, else Rejected."""
    if status in (408, 425, 429) or status >= 500:
        raise Transient(f"{url} answers {status}", "the next round tries again")
    if status in (401, 403):
        raise Rejected(
            f"{url} answers {status}: it does not let us in", "correct the address or take the source out"
        )
    if status == 410:
        raise Rejected(
            f"{url} answers 410: it is gone for good", "correct the address or take the source out"
        )
    if status == 304:
        raise Rejected(f"{url} answers 304, as if we knew it", "tell those who run the site")
    if not 200 <= status < 300:
        raise Rejected(f"{url} answers {status}", "correct the address or take the source out")
