"""Canonical addresses: a URL in, the one form out that its tracked, AMP and mobile variants share."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

PORTS = {"http": 80, "https": 443}

# Parameters that say how a reader came, not what is read: campaigns (Google Analytics, Matomo, Piano, HubSpot,
# Adobe, Marketo), click ids of ad networks and mailing services, Yahoo's consent pages; and AMP's own switches.
_TRACKING_PREFIXES = ("utm_", "mtm_", "at_", "hsa_", "vero_", "oly_", "guce_")
_TRACKING = frozenset(
    ("fbclid", "gclid", "dclid", "twclid", "yclid", "msclkid", "ttclid", "li_fat_id", "igshid", "igsh", "gbraid",
     "wbraid", "gclsrc", "srsltid", "mc_cid", "mc_eid", "_hsenc", "_hsmi", "mkt_tok", "xtor", "wt_mc", "cmpid", "ncid",
     "s_cid", "_ga", "_gl", "guccounter", "ref_src", "ref_url", "amp", "outputtype")
)  # fmt: skip
_VARIANTS = ("m", "amp", "mobile")
_PUBLIC = re.compile(
    r"(?:co|com|ne|or|ac|go|gov|gouv|org|net|edu)\.[a-z]{2}"
)  # m.co.jp is no variant of co.jp
_HOST = re.compile(r"[\w.:-]+")
_AMP_PATH = re.compile(r"/amp(?:\.html)?$|\.amp(?=(?:\.html?)?$)", re.I)
_SAFE = "/%:@!$&'()*+,;=~-._"


@lru_cache(
    4096
)  # a link is asked of when its entry is read, when doubled ones are told apart, and when it is named
def canonical_url(url: str) -> str | None:
    """The canonical form of an http(s) address; None for anything else.

    Lower-case scheme and host without m., amp. or mobile.; no default port, user, fragment, tracking parameter, AMP
    ending or slash at the end; parameters sorted.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").strip("."), parts.port
    except ValueError:
        return None
    scheme = parts.scheme.lower()
    if scheme not in PORTS or not _HOST.fullmatch(host):
        return None
    place = _host(host) + (f":{port}" if port and port != PORTS[scheme] else "")
    path = re.sub(r"%[0-9a-fA-F]{2}", lambda found: found[0].upper(), quote(parts.path, safe=_SAFE)).rstrip(
        "/"
    )
    while (plain := _AMP_PATH.sub("", path).rstrip("/")) != path:
        path = plain
    query = [
        (key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if not _tracks(key)
    ]
    return urlunsplit((scheme, place, path, urlencode(sorted(query)), ""))


def _host(host: str) -> str:
    if ":" in host:
        return f"[{host}]"
    labels = [label for label in host.split(".") if label]
    for at in range(len(labels) - 2):
        rest = ".".join(labels[:at] + labels[at + 1 :])
        if labels[at] in _VARIANTS and not _PUBLIC.fullmatch(rest):
            return _host(rest)
    return ".".join(labels)


def _tracks(key: str) -> bool:
    key = key.lower()
    return key in _TRACKING or key.startswith(_TRACKING_PREFIXES)
