"""The catalogue: the YAML files of seeds/catalogue/ in, checked entities out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, cast, get_args

import msgspec
from msgspec import Meta

from pipeline.errors import Misconfigured
from pipeline.extract.names.against import AGAINST
from pipeline.extract.names.fold import fold_name
from pipeline.extract.names.kept import kept_for, make_anew
from pipeline.records import Entity, EntityType, OrganizationKind, Stage
from pipeline.yaml_lines import Lined, read_yaml

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LISTS = ("ja", "en", "fr", "short", "ambiguous", "context", "against")
_OF_ORGANIZATIONS: Mapping[str, Any] = {
    "kind": OrganizationKind,
    "country": Annotated[str, Meta(pattern="^[a-z]{2}$")],
    "city": str,
    "stage": Stage,
}
_KEYS = ("id", "name", "parent", "ticker", *_OF_ORGANIZATIONS, *_LISTS)


def load_catalogue(folder: Path) -> Mapping[str, Entity]:
    """The tracked entities by id, in file order: the catalogue in a folder of YAML files, one a type (the form stands at the head of organizations.yaml).

    What has passed all checks is kept (kept.py). Raises Misconfigured, naming file and line, for anything that does not fit.
    """
    files = sorted(folder.glob("*.yaml"))
    if not files:
        raise no_catalogue(folder)
    try:
        keep = kept_for(folder)
    except OSError:
        keep = make_anew  # _read says which file it is
    listed = keep("entities", list[Entity], lambda: list(_read_all(files).values()))
    return {entity.id: entity for entity in listed}


def _read_all(files: Sequence[Path]) -> dict[str, Entity]:
    entities: dict[str, Entity] = {}
    places: dict[str, str] = {}
    for file in files:
        text = _read(file)
        for entity, line in _entities(file, read_yaml(text, str(file), Misconfigured)):
            place = f"{file}:{line}"
            if entity.id in entities:
                raise Misconfigured(
                    f"{place}: the id {entity.id} stands in {places[entity.id]} too", "keep one of them"
                )
            entities[entity.id], places[entity.id] = entity, place
    _check_parents(entities, places)
    _check_aliases(entities, places)
    return entities


def no_catalogue(folder: Path) -> Misconfigured:
    """What is wrong with a folder without YAML files."""
    return Misconfigured(f"{folder} holds no catalogue (*.yaml)", "set KIKIMIMI_SEEDS to the folder above it")


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Misconfigured(f"{file} cannot be read: {error}", "make it a readable UTF-8 file") from error


def _entities(file: Path, top: Any) -> list[tuple[Entity, int]]:
    """The entities of one file with the lines on which they begin."""
    kind = top.get("type") if isinstance(top, Lined) else None
    listed = top.get("entities") if isinstance(top, Lined) else None
    if kind not in get_args(EntityType) or not isinstance(listed, list):
        known = ", ".join(get_args(EntityType))
        raise Misconfigured(
            f"{file}:1: not `type:` (one of {known}) with a list `entities:`", "see organizations.yaml"
        )
    return [(_entity(file, cast("EntityType", kind), entry), getattr(entry, "line", 1)) for entry in listed]


def _entity(file: Path, kind: EntityType, entry: Any) -> Entity:
    if not isinstance(entry, Lined):
        raise Misconfigured(f"{file}: {entry!r} is no entity", "write `- id: …` with its name")

    def wrong(key: str, problem: str) -> Misconfigured:
        return Misconfigured(f"{file}:{entry.lines.get(key, entry.line)}: {problem}", "mend it there")

    for key in entry:
        if key not in _KEYS:
            raise wrong(key, f"{key} is not a word of the catalogue (known: {', '.join(_KEYS)})")
    identity, name = entry.get("id"), entry.get("name")
    if not isinstance(identity, str) or not _SLUG.fullmatch(identity):
        raise wrong("id", f"{identity!r} is no id (small letters, digits and single hyphens)")
    if not isinstance(name, str) or not name:
        raise wrong("name", f"{identity} has no name")
    lists: dict[str, tuple[str, ...]] = {}
    for key in _LISTS:
        values = entry.get(key, [])
        if not isinstance(values, list) or not all(isinstance(value, str) and value for value in values):
            raise wrong(key, f"{key} of {identity} is no list of words")
        lists[key] = tuple(values)
    aliases = tuple(dict.fromkeys((*lists["ja"], *lists["en"], *lists["fr"])))
    unknown = {fold_name(text) for text in lists["ambiguous"]} - {
        fold_name(text) for text in (name, *aliases, *lists["short"])
    }
    if unknown:
        raise wrong("ambiguous", f"{sorted(unknown)[0]!r} is ambiguous, but no name of {identity}")
    return Entity(
        id=identity,
        name=name,
        type=kind,
        parent=entry.get("parent"),
        aliases=aliases,
        short=lists["short"],
        ambiguous=lists["ambiguous"],
        context=(*lists["context"], *(AGAINST + word for word in lists["against"])),
        ticker=entry.get("ticker"),
        **_profile(kind, entry, wrong),
    )


def _profile(kind: EntityType, entry: Lined, wrong: Callable[[str, str], Misconfigured]) -> Mapping[str, Any]:
    """What is said of an organization's trade, seat and age."""
    told = {key: entry[key] for key in _OF_ORGANIZATIONS if key in entry}
    for key, value in told.items():
        if kind != "organization":
            raise wrong(key, f"{entry['id']} is no organization, and only those have a {key}")
        try:
            msgspec.convert(value, _OF_ORGANIZATIONS[key])
        except msgspec.ValidationError:
            raise wrong(key, f"{value!r} is no {key}{_known_of(key)}") from None
    return told


def _known_of(key: str) -> str:
    if key == "country":
        return " (two small letters, as ISO 3166 has it)"
    known = get_args(_OF_ORGANIZATIONS[key])
    return f" (known: {', '.join(known)})" if known else " (write its name)"


def _check_parents(entities: Mapping[str, Entity], places: Mapping[str, str]) -> None:
    for entity in entities.values():
        if entity.parent and entity.parent not in entities:
            problem = f"{places[entity.id]}: the parent {entity.parent} of {entity.id} is in no file"
            raise Misconfigured(problem, "add it or mend its id")
    for entity in entities.values():
        above, line = entity.parent, {entity.id}
        while above and above not in line:
            line.add(above)
            above = entities[above].parent
        if above:
            problem = f"{places[above]}: {above} is among its own parents"
            raise Misconfigured(problem, "take the parent from one of them")


def _check_aliases(entities: Mapping[str, Entity], places: Mapping[str, str]) -> None:
    """Two entities may share a name only where both must show evidence for it."""
    owners: dict[str, str] = {}
    for entity in entities.values():
        open_names = {fold_name(text) for text in (*entity.ambiguous, *entity.short)}
        for text in (entity.name, *entity.aliases):
            form = fold_name(text)
            other = owners.setdefault(form, entity.id) if form not in open_names else entity.id
            if other != entity.id:
                problem = f"{places[entity.id]}: {text} names {entity.id} and {other} ({places[other]})"
                raise Misconfigured(problem, "take it from one, or mark it ambiguous in both")
