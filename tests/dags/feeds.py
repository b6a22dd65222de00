"""Feeds on a server of this machine: which of them answer, and what stands in each."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ITEM = "<item><guid>{guid}</guid><title>{title}</title><link>https://news.example/{guid}</link><pubDate>{date}</pubDate><description>{text}</description></item>"
FEED = '<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>{items}</channel></rss>'
DATE = "Mon, 03 Feb 2025 09:00:00 GMT"


@dataclass
class Feeds:
    """pages: by path, the items of a feed. A path that is not there answers 404."""

    port: int = 0
    pages: dict[str, list[str]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    @property
    def addresses(self) -> dict[str, str]:
        """By the id of its source; each host is another name of this machine, so each is a batch of its own."""
        return {
            name: f"http://127.0.0.{number}:{self.port}/{path}"
            for number, (name, path) in enumerate(self.names.items(), 1)
        }

    def add(self, path: str, guid: str, title: str, text: str) -> None:
        """An item more in the feed."""
        self.pages.setdefault(path, []).append(ITEM.format(guid=guid, title=title, text=text, date=DATE))


@contextmanager
def serving_feeds() -> Iterator[Feeds]:
    """Three sources: two feeds with an item each, and one that is gone."""
    feeds = Feeds(names={"news": "news.xml", "nouvelles": "nouvelles.xml", "gone": "gone.xml"})
    feeds.add("news.xml", "stargate", "Stargate", "OpenAI and SoftBank will invest $500 billion in Stargate.")
    feeds.add("nouvelles.xml", "mistral", "Mistral AI", "Mistral AI lève 600 millions d'euros.")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            items = feeds.pages.get(self.path.lstrip("/"))
            body = FEED.format(items="".join(items or ())).encode()
            self.send_response(404 if items is None else 200)
            self.send_header("Content-Type", "application/rss+xml; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("0.0.0.0", 0), Handler)
    feeds.port = server.server_address[1]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield feeds
    finally:
        server.shutdown()
        server.server_close()
