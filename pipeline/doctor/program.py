"""The program: its Python, its version, its settings and the terminal it writes to in, their conditions out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib.metadata import PackageNotFoundError, version

from pipeline.doctor.condition import Condition, needed
from pipeline.errors import Misconfigured

LEAST, BELOW = (3, 11), (3, 14)
"""As pyproject.toml says in requires-python."""
JAPANESE = "聞き耳"


def python_condition(running: tuple[int, int, int]) -> Condition:
    """running: the version of this Python."""
    said = ".".join(map(str, running))
    if LEAST <= running[:2] < BELOW:
        return Condition("Python", "there", said)
    remedy = "use Python {}.{} or later, below {}.{}".format(*LEAST, *BELOW)
    return Condition("Python", "broken", said, remedy)


def program_condition() -> Condition:
    try:
        return Condition("kikimimi", "there", version("kikimimi"))
    except PackageNotFoundError:
        problem = f"no package of {sys.executable}"
        return Condition("kikimimi", "broken", problem, "pip install -e . in its folder, or make run")


def extractor_condition(extractor: Callable[[], str]) -> Condition:
    """extractor: what it calls itself: program, rules and catalogue."""

    def look() -> str:
        try:
            return extractor()
        except PackageNotFoundError as error:
            raise Misconfigured(f"no version: {error}", "install kikimimi") from error

    return needed("extractor", look)


def settings_condition(read: Callable[[], object], environ: Mapping[str, str]) -> Condition:
    """Names what is set, never a value: some are tokens and passwords."""

    def look() -> str:
        read()
        names = sorted(name for name in environ if name.startswith("KIKIMIMI_"))
        return f"{', '.join(names)} set" if names else "all as they come: no KIKIMIMI_* is set"

    return needed("settings", look)


def terminal_condition(encoding: str) -> Condition:
    """encoding: of what is printed to. Whether its font has the characters only the reader can see."""
    try:
        JAPANESE.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        remedy = "export LANG=C.UTF-8, or PYTHONIOENCODING=utf-8"
        return Condition("terminal", "absent", f"{encoding} has no Japanese characters", remedy)
    return Condition("terminal", "there", f"{encoding}; Japanese, if these look right: {JAPANESE}")
