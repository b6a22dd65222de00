"""The guard before every page: who may ask, and what a browser may do with the answer.

A program shows the token as `Authorization: Bearer …`. A browser asks its user for a name, which may be any, and for a
password, which is the token; from then on it shows both by itself, whichever page has it ask. So who comes that way must
come from a page of ours to change anything.
"""

from __future__ import annotations

import base64
import binascii
import hmac

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOCAL_NAMES = ("localhost", "127.0.0.1", "[::1]")
"""Names of this machine: a page elsewhere whose name was made to point here (DNS rebinding) sends its own."""
OPEN = ("/healthz", "/readyz")
"""What needs no token: a supervisor asks it, and it says nothing of what is tracked."""
_CHALLENGES = ('Basic realm="Kikimimi", charset="UTF-8"', "Bearer")
_READING = ("GET", "HEAD", "OPTIONS")
_HEADERS = {
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}


class Guard:
    """Asks for the token, where one is set, and refuses what a foreign page has a browser send."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        self._app = app
        self._token = token.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self._app(scope, receive, send)

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        headers = Headers(scope=scope)
        scheme, shown = _shown(headers.get("authorization", ""))
        if scope["path"] not in OPEN and not self._knows(shown):
            return await _unknown()(scope, receive, send_guarded)
        if scope["method"] not in _READING and (
            _is_foreign(headers) or (scheme == "basic" and _is_silent(headers))
        ):
            return await JSONResponse({"detail": "not from another site"}, 403)(scope, receive, send_guarded)
        return await self._app(scope, receive, send_guarded)

    def _knows(self, shown: bytes) -> bool:
        return not self._token or hmac.compare_digest(shown, self._token)


def _shown(authorization: str) -> tuple[str, bytes]:
    """By which scheme somebody shows a token, and the token; none where it cannot be read."""
    scheme, _, said = authorization.partition(" ")
    shown = said.strip().encode("latin-1")  # the bytes as they came
    match scheme.lower():
        case "bearer":
            return "bearer", shown
        case "basic":
            try:
                return "basic", base64.b64decode(shown, validate=True).partition(b":")[2]
            except binascii.Error:
                return "basic", b""
    return "", b""


def _unknown() -> JSONResponse:
    words = "a token is needed: Authorization: Bearer …, or as the password of a browser's user of any name"
    answer = JSONResponse({"detail": words}, 401)
    for challenge in _CHALLENGES:  # a line each: not every browser reads two of one line
        answer.headers.append("WWW-Authenticate", challenge)
    return answer


def _is_foreign(headers: Headers) -> bool:
    """Whether a browser says that a page of another site sends this; programs say nothing of it."""
    if headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
        return True
    origin = headers.get("origin")
    return origin is not None and origin.partition("://")[2] != headers.get("host")


def _is_silent(headers: Headers) -> bool:
    """Whether nothing is said of who sends this; a browser does, if it is not a very old one."""
    return "sec-fetch-site" not in headers and "origin" not in headers
