"""The guard before every page: who may ask, and what a browser may do with the answer."""

from __future__ import annotations

import hmac

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOCAL_NAMES = ("localhost", "127.0.0.1", "[::1]")
"""Names of this machine: a page elsewhere whose name was made to point here (DNS rebinding) sends its own."""
OPEN = ("/healthz", "/readyz")
"""What needs no token: a supervisor asks it, and it says nothing of what is tracked."""
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
        self._expected = f"Bearer {token}".encode() if token else b""

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
        if scope["path"] not in OPEN and not self._knows(headers.get("authorization", "")):
            answer = JSONResponse(
                {"detail": "a token is needed: Authorization: Bearer …"}, 401, {"WWW-Authenticate": "Bearer"}
            )
            return await answer(scope, receive, send_guarded)
        if scope["method"] not in _READING and _is_foreign(headers):
            return await JSONResponse({"detail": "not from another site"}, 403)(scope, receive, send_guarded)
        return await self._app(scope, receive, send_guarded)

    def _knows(self, shown: str) -> bool:
        scheme, _, token = shown.partition(" ")
        said = f"{scheme.capitalize()} {token.strip()}".encode("latin-1")  # the bytes as they came
        return not self._expected or hmac.compare_digest(said, self._expected)


def _is_foreign(headers: Headers) -> bool:
    """Whether a browser says that a page of another site sends this; programs say nothing of it."""
    if headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
        return True
    origin = headers.get("origin")
    return origin is not None and origin.partition("://")[2] != headers.get("host")
