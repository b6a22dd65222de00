"""A web server for `benchmarks.collecting`, a process of its own: feeds with an ETag each, over keep-alive connections.

`python -m benchmarks.feed_server FEEDS ENTRIES` prints its port. It answers at every address of 127.0.0.0/8, so each feed can
have a host of its own, as on the web.
"""

from __future__ import annotations

import asyncio
import sys

WORDS = [
    "OpenAI",
    "Mistral",
    "Anthropic",
    "raised",
    "billion",
    "dollars",
    "for",
    "data",
    "centres",
    "of",
    "GPUs",
    "said",
    "the",
    "company",
    "on",
    "Monday",
]


def feed(number: int, entries: int) -> bytes:
    """An RSS feed whose entries are like those of the press: a title, a link, a guid, a date, a paragraph of HTML."""
    items = []
    for entry in range(entries):
        said = " ".join(WORDS[(number + entry + step * step) % len(WORDS)] for step in range(80))
        items.append(
            f"<item><title>{said[:70]} {number}-{entry}</title><link>https://n{number}.example/{entry}</link>"
            f"<guid>https://n{number}.example/?p={entry}</guid><pubDate>{entry % 28 + 1:02} Jan 2025 12:00:00 GMT</pubDate>"
            f"<description>&lt;p&gt;{said}&lt;/p&gt;&lt;p&gt;&lt;b&gt;{number}&lt;/b&gt;&lt;/p&gt;</description></item>"
        )
    head = f"<title>News {number}</title><link>https://n{number}.example</link><language>en</language>"
    return f"<rss version='2.0'><channel>{head}{''.join(items)}</channel></rss>".encode()


async def serve(feeds: int, entries: int) -> None:
    bodies = [feed(number, entries) for number in range(feeds)]

    def answer(head: str) -> bytes:
        path = head.split(" ", 2)[1]
        if not path[1:].isdigit():
            return b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
        number = int(path[1:])
        tag = f'ETag: "{number}"\r\n'
        if f'if-none-match: "{number}"' in head.lower():
            return f"HTTP/1.1 304 Not Modified\r\n{tag}\r\n".encode()
        body = bodies[number]
        kind = "Content-Type: application/rss+xml\r\n"
        return f"HTTP/1.1 200 OK\r\n{kind}{tag}Content-Length: {len(body)}\r\n\r\n".encode() + body

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                writer.write(answer((await reader.readuntil(b"\r\n\r\n")).decode("latin-1")))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    server = await asyncio.start_server(talk, "0.0.0.0", 0, backlog=2 * feeds)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(*map(int, sys.argv[1:3])))
