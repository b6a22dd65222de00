"""Teaching: gold documents in, the trees that judge whose a figure is (pipeline/extract/claims/owners.json) out.

    make teach                                            # or, with --check, only say how well they do on what they have not seen
    python -m benchmarks.teaching tests/gold benchmarks/lessons/documents --check

Documents of the tuning half teach, those of benchmarks/lessons/documents, which nothing is scored by, and the passages of tests/extract/claims. Names and amounts are the gold's, so that the trees
learn of texts, not of slips of other rooms; in a second round the owners before are those that trees of the first tell.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

from pipeline.evaluate.gold import Gold, find_documents, read_gold
from pipeline.evaluate.same import same_entity
from pipeline.extract.amounts.amount import Amount
from pipeline.extract.claims.bearings import NAMES
from pipeline.extract.claims.claim import claims_of
from pipeline.extract.claims.forest import LEAVES
from pipeline.extract.claims.owners import GROWN
from pipeline.extract.claims.roles import NOBODY, Role
from pipeline.extract.extractor import build_pipeline
from pipeline.extract.named import Named
from pipeline.extract.names.catalogue import load_catalogue
from pipeline.extract.profile import UNKNOWN, profile_of
from pipeline.extract.sentences import split_sentences
from pipeline.records import Entity, EntityType
from tests.extract.claims.claimed import claimed

if TYPE_CHECKING:
    from spacy.language import Language

    from pipeline.extract.claims.lineup import Rows

FOLDS = 5
LOST, UNKNOWN_TOO, WORSENED = 10, 10, 3
"""Percent of the entities of a worsened text."""
TIMES = 14
"""How often a passage is taught: each tells one rule, which few documents do."""
TREES = 200
_GROWTH: dict[str, Any] = {
    "objective": "lambdarank",
    "learning_rate": 0.12,
    "num_leaves": 15,
    "min_data_in_leaf": 60,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "feature_fraction": 0.5,
    "lambda_l2": 5.0,
    "lambdarank_truncation_level": 3,
    "verbose": -1,
    "num_threads": 1,
    "deterministic": True,
    "seed": 1,
}
"""LightGBM's; chosen by cross-validation of the tuning half."""
CATALOGUE, PASSAGES = Path("seeds/catalogue"), Path("tests/extract/claims")


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text with its names and amounts, and of each amount the owner that the gold tells (None: it tells none)."""

    id: str
    text: str
    lang: str
    names: list[Named]
    amounts: list[Amount]
    owners: list[str | None]


@dataclass(frozen=True, slots=True)
class Question:
    """A figure and what bears on each entity; `right`: which of them own it."""

    lesson: str
    rows: Rows
    right: list[bool]


def lesson_of(gold: Gold, nlp: Language, entities: dict[str, Entity]) -> Lesson:
    """The gold's names and amounts; of a name that no catalogue has the type is that which the program proposes."""
    doc = nlp.make_doc(gold.text)
    doc._.language, doc._.published = gold.lang, gold.published
    doc = nlp(doc)
    proposed: dict[str, EntityType] = {}
    for one in doc._.candidates:
        proposed.setdefault(letters(one.name), one.type)
    names = []
    for mention in gold.mentions:
        entity = entities.get(letters(mention.id))
        firm = entity if entity and entity.type == "organization" else None
        if entity and entity.type != "organization":
            firm = entities.get(letters(entity.parent or ""))
        names.append(
            Named(
                mention.start, mention.end, mention.id,
                entity.type if entity else proposed.get(letters(mention.surface), "organization"),
                entity.parent if entity else None,
                entity is not None,
                profile_of(firm) if firm else UNKNOWN,
            )
        )  # fmt: skip
    told = {(one.start, one.end): one.subject for one in gold.figures}
    marked = [
        Amount(one.start, one.end, one.kind, _exact(one.low), _exact(one.high), one.unit, one.bound)
        for one in gold.figures
    ]
    spans = [*told, *((one.start, one.end) for one in gold.mentions)]
    found = [
        one for one in doc._.amounts if not any(start < one.end and one.start < end for start, end in spans)
    ]
    amounts = sorted([*marked, *found], key=lambda one: one.start)
    return Lesson(
        gold.id, gold.text, gold.lang, sorted(names, key=lambda one: one.start), amounts,
        [told.get((one.start, one.end)) for one in amounts],
    )  # fmt: skip


def worsened(lesson: Lesson, time: int) -> Lesson:
    """The same without some of its names and with less known of others, as names are in texts that nobody has seen."""
    fate = {name.entity: crc32(f"{time} {lesson.id} {name.entity}".encode()) % 100 for name in lesson.names}
    names = [
        name
        if fate[name.entity] >= LOST + UNKNOWN_TOO
        else replace(name, known=False, profile=UNKNOWN, parent=None)
        for name in lesson.names
        if fate[name.entity] >= LOST
    ]
    return replace(lesson, names=names)


def worse_of(lessons: Sequence[Lesson]) -> list[Lesson]:
    """Each lesson WORSENED times."""
    return [worsened(lesson, time) for time in range(WORSENED) for lesson in lessons]


def passages() -> list[Lesson]:
    """The passages of the tests of claims, which were written for single rules of the languages."""
    return [
        Lesson(
            f"{file.stem}-{number}", told.text, file.stem, told.names, told.amounts,
            [owner for owner, _ in told.expected],
        )
        for file in sorted(PASSAGES.glob("*.txt"))
        for number, passage in enumerate(file.read_text(encoding="utf-8").strip().split("\n\n"), 1)
        if (told := claimed(passage)).amounts
    ]  # fmt: skip


def questions_of(lesson: Lesson, before: Any = None) -> Iterator[Question]:
    """What is asked of the lesson's figures.

    Who had the figures before, which bears on the next one, is told by the gold (where it tells nobody, the first), or by the
    trees `before`.
    """
    asked: list[Question] = []

    def judge(index: int, roles: list[Role], rows: Rows) -> int:
        owner = lesson.owners[index]
        right = [same_entity(owner, role.entity) if owner else role.entity == NOBODY for role in roles]
        asked.append(Question(lesson.id, rows, right))
        if before is not None:
            return int(before.predict(rows).argmax())
        return right.index(True) if True in right else 0

    claims_of(lesson.text, lesson.lang, lesson.amounts, lesson.names, split_sentences(lesson.text), judge)
    yield from (one for one in asked if any(one.right))


def grow(questions: Sequence[Question]) -> Any:
    """Trees that put the owners first (LambdaMART: Burges 2010)."""
    import lightgbm
    import numpy as np

    rows = np.vstack([one.rows for one in questions])
    right = [label for one in questions for label in one.right]
    data = lightgbm.Dataset(
        rows, label=np.array(right, dtype=int), group=[len(one.rows) for one in questions]
    )
    return lightgbm.train(_GROWTH, data, num_boost_round=TREES)


def folds_of(lessons: Sequence[Lesson]) -> list[list[Lesson]]:
    """FOLDS parts; the copies of a document are in one."""
    folds: list[list[Lesson]] = [[] for _ in range(FOLDS)]
    for lesson in lessons:
        folds[crc32(lesson.id.encode()) % FOLDS].append(lesson)
    return folds


def taught(lessons: Sequence[Lesson], rules: Sequence[Lesson]) -> Any:
    """The trees that documents and passages for single rules teach, in two rounds.

    With the gold's owners for the figures before, trees learn to trust them more than they may in use. So the first round's
    trees, each grown without a part of the documents, say who had the figures before in that part, and of this the second learns.
    """
    ruled = [question for lesson in rules for question in questions_of(lesson)]
    told = {
        fold: [question for lesson in held for question in questions_of(lesson)]
        for fold, held in enumerate(folds_of(lessons))
    }
    questions = []
    for fold, held in enumerate(folds_of(lessons)):
        others = [question for other, some in told.items() if other != fold for question in some]
        first = grow([*others, *ruled])
        questions += [question for lesson in held for question in questions_of(lesson, first)]
    return grow([*questions, *ruled])


def share_right(lessons: Sequence[Lesson], trees: Any) -> tuple[int, int]:
    """How many figures whose owner the gold tells have it, by form or by trees, and of how many."""
    right = total = 0
    for lesson in lessons:

        def judge(_: int, __: list[Role], rows: Rows) -> int:
            return int(trees.predict(rows).argmax())

        claims = claims_of(
            lesson.text, lesson.lang, lesson.amounts, lesson.names, split_sentences(lesson.text), judge
        )
        for claim, owner in zip(claims, lesson.owners, strict=True):
            total += owner is not None
            right += owner is not None and same_entity(owner, claim.subject)
    return right, total


def written(trees: Any) -> str:
    """JSON as forest.py reads it, a tree a line."""
    grown = [_tree(one["tree_structure"]) for one in trees.dump_model()["tree_info"]]
    lines = ",\n".join(json.dumps(one, separators=(",", ":")) for one in grown)
    return f'{{"names": {json.dumps(NAMES)},\n"trees": [\n{lines}\n]}}\n'


def _tree(structure: dict[str, Any]) -> dict[str, list[Any]]:
    splits: list[list[float]] = []
    leaves: list[float] = []

    def walk(node: dict[str, Any]) -> None:
        if "leaf_value" in node:
            leaves.append(round(node["leaf_value"], 5))
            return
        left_from = len(leaves)
        walk(node["left_child"])
        ruled_out = ((1 << len(leaves)) - 1) ^ ((1 << left_from) - 1)
        splits.append([node["split_feature"], round(node["threshold"], 4), ruled_out])
        walk(node["right_child"])

    walk(structure)
    assert len(leaves) <= LEAVES
    return {"splits": splits, "leaves": leaves}


def letters(name: str) -> str:
    """The name's letters and digits alone, small."""
    return re.sub(r"[\W_]+", "", name.lower())


def _exact(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def main() -> None:
    """Reads arguments; prints the share of owners that are right in documents which did not teach."""
    parser = argparse.ArgumentParser(description="Grow the trees that judge whose a figure is.")
    parser.add_argument("places", nargs="+", type=Path, help="gold documents, or folders of them: tests/gold")
    parser.add_argument("--check", action="store_true", help="only cross-validate, write nothing")
    told = parser.parse_args()
    catalogue = load_catalogue(CATALOGUE)
    entities = {letters(one.name): one for one in catalogue.values()}
    entities |= {letters(one.id): one for one in catalogue.values()}
    nlp = build_pipeline(CATALOGUE)
    nlp.disable_pipes("kikimimi_claims", "kikimimi_contexts", "kikimimi_records")
    golds = [read_gold(path) for path in find_documents(told.places)]
    lessons = [lesson_of(gold, nlp, entities) for gold in golds if gold.half == "tune" and gold.figures]
    if told.check:
        counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        for held in folds_of(lessons):
            known = [lesson for lesson in lessons if lesson not in held]
            trees = taught([*known, *worse_of(known)], TIMES * passages())
            for lesson in held:
                for place, count in enumerate(share_right([lesson], trees)):
                    counts[lesson.lang][place] += count
                    counts["all"][place] += count
        for lang, (right, total) in sorted(counts.items()):
            print(f"{lang}: {right / total:.3f} of {total}")
        return
    lessons += worse_of(lessons)
    GROWN.write_text(written(taught(lessons, TIMES * passages())))
    print(f"{GROWN}: {TREES} trees of {len(lessons)} documents")


if __name__ == "__main__":
    main()
