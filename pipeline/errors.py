"""The error tree of the whole pipeline.

    KikimimiError
    ├── Transient      away for now: tried again with backoff, nothing is lost meanwhile
    ├── Rejected       this one document or message cannot be handled: it becomes a dead letter, the rest goes on
    └── Misconfigured  a setting, seed file or call is wrong: the program stops with one line, exit code 2

Each is one sentence that names the thing (a file, a source, a setting), then the remedy.
"""

from __future__ import annotations


class KikimimiError(Exception):
    """What went wrong, and what to do about it; str() is both on one line."""

    def __init__(self, problem: str, remedy: str = "") -> None:
        super().__init__(problem, remedy)
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        line = f"{self.problem}; {self.remedy}" if self.remedy else self.problem
        return " ".join(line.split())


class Transient(KikimimiError):
    """Away for now: a feed, a broker, a locked file. Trying again later may succeed."""


class Rejected(KikimimiError):
    """One document or message that cannot be handled, now or later."""


class Misconfigured(KikimimiError):
    """The program was set up or called wrongly; nothing goes on until that is mended."""
