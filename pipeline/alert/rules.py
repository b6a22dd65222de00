"""Alert rules: rules.yaml in, rules out; and which alerts an extraction sets off."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.errors import Misconfigured
from pipeline.records import Alert, Extraction, Mention, StoryAlert
from pipeline.yaml_lines import Lined, read_list

LONGEST_SENTENCE = 300
"""Characters of a sentence that an alert carries."""
_KEYS = ("id", "title", "entity", "min_mentions", "every_copy")


@dataclass(frozen=True, slots=True)
class Rule:
    """Fires when a document names one of the entities at least `min_mentions` times.

    Once a story and language, or for every copy of it too.
    """

    id: str
    title: str
    entities: tuple[str, ...]
    min_mentions: int = 1
    every_copy: bool = False


def load_rules(path: Path, known: Collection[str]) -> tuple[Rule, ...]:
    """The rules of a rules.yaml; `known` are the catalogue's ids.

    Raises Misconfigured, naming file and line, for anything that does not fit.
    """
    rules: dict[str, Rule] = {}
    for entry in read_list(path, "rules"):
        rule = _rule(path, entry, known)
        if rule.id in rules:
            raise Misconfigured(
                f"{path}:{entry.lines['id']}: the id {rule.id} stands twice", "give each its own"
            )
        rules[rule.id] = rule
    return tuple(rules.values())


def fire(rules: Sequence[Rule], extraction: Extraction) -> list[Alert]:
    """One alert for each rule and entity that the document names often enough."""
    named: dict[str, list[Mention]] = defaultdict(list)
    for mention in extraction.mentions:
        if mention.entity:
            named[mention.entity].append(mention)
    return [
        _alert(rule, entity, named[entity], extraction)
        for rule in rules
        for entity in rule.entities
        if entity in named and len(named[entity]) >= rule.min_mentions
    ]


def _alert(rule: Rule, entity: str, mentions: Sequence[Mention], extraction: Extraction) -> Alert:
    document, first = extraction.document, mentions[0]
    key = f"{rule.id}\n{entity}\n{document.doc_id}"
    return (Alert if rule.every_copy else StoryAlert)(
        alert_id=hashlib.sha256(key.encode()).hexdigest()[:32],
        rule=rule.id,
        entity=entity,
        doc_id=document.doc_id,
        title=rule.title,
        sentence=document.text[first.sentence_start : first.sentence_end].strip()[:LONGEST_SENTENCE],
        mentions=len(mentions),
    )


def _rule(path: Path, entry: Any, known: Collection[str]) -> Rule:
    if not isinstance(entry, Lined):
        raise Misconfigured(f"{path}: {entry!r} is no rule", "write `- id: …` with a title and an entity")

    def wrong(key: str, problem: str, remedy: str = "mend it there") -> Misconfigured:
        return Misconfigured(f"{path}:{entry.lines.get(key, entry.line)}: {problem}", remedy)

    for key in entry:
        if key not in _KEYS:
            raise wrong(key, f"{key} is not a word of a rule (known: {', '.join(_KEYS)})")
    for key in ("id", "title", "entity"):
        if not entry.get(key):
            raise wrong(key, f"the rule has no {key}")
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", str(entry["id"])):  # as the topic `alerts` carries it
        raise wrong("id", f"the id {entry['id']!r} is no slug", "write it in a-z, 0-9 and single hyphens")
    entities = entry["entity"] if isinstance(entry["entity"], list) else [entry["entity"]]
    for entity in entities:
        if entity not in known:
            raise wrong("entity", f"{entity} is not in the catalogue", _suggestion(entity, known))
    least = entry.get("min_mentions", "1")
    if not (isinstance(least, str) and least.isdecimal() and int(least) > 0):
        raise wrong("min_mentions", f"min_mentions is {least!r}, not a whole number from 1")
    every = entry.get("every_copy", "no")
    if every not in ("yes", "no"):
        raise wrong("every_copy", f"every_copy is {every!r}, neither yes nor no")
    return Rule(entry["id"], entry["title"], tuple(entities), int(least), every == "yes")


def _suggestion(entity: str, known: Collection[str]) -> str:
    from rapidfuzz.process import extract

    near = [name for name, score, _ in extract(str(entity), list(known), limit=3) if score > 60]
    return f"did you mean {' or '.join(near)}?" if near else "add it to seeds/catalogue/"
