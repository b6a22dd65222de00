"""Teaching of metrics: gold documents and lessons in, the weights that tell what a figure measures (pipeline/extract/claims/metrics.json) out.

    make teach                                                    # or, with --check, only say how well they do on what they have not seen
    python -m benchmarks.teaching_metrics tests/gold benchmarks/lessons/documents --check

Documents of the tuning half teach, those of benchmarks/lessons/documents, the passages of tests/extract/claims, and sentences that were
written to be learnt from (benchmarks/lessons/*.txt), `{{$40m|funding}}`. The rules were tuned on the gold documents and are better there than anywhere else, so in half
of the figures what they say is left out; in the lessons, which they do not know, it never is.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from zlib import crc32

from benchmarks.teaching import CATALOGUE, FOLDS, PASSAGES, lesson_of, letters
from pipeline.evaluate.gold import find_documents, read_gold
from pipeline.extract.amounts.amount import Amount
from pipeline.extract.claims.claim import claims_of
from pipeline.extract.claims.measured import case_of, elected
from pipeline.extract.claims.metric_bearings import FAMILIES, add_before, ballot_of, bearings_of
from pipeline.extract.claims.metric_votes import HUNDREDTHS, LEARNT, Ballot
from pipeline.extract.claims.metric_words import Marks
from pipeline.extract.claims.nearest_cue import Reading
from pipeline.extract.extractor import build_pipeline
from pipeline.extract.named import Named
from pipeline.extract.names.catalogue import load_catalogue
from pipeline.extract.sentences import Sentences, split_sentences
from pipeline.records import Metric
from tests.extract.claims.claimed import claimed

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from spacy.language import Language

LESSONS = Path("benchmarks/lessons")
GOLD, WRITTEN, PASSAGE = 1.0, 1.0, 3.0
"""What a figure weighs, by where it is from."""
UNTOLD = 50
"""Percent of the gold figures, and of those of passages, of which the rules' answers are left out."""
RARE = 2
"""So many figures must have a mark."""
SMOOTH, ROUNDS = 2.0, 100
"""How much large weights cost; steps of L-BFGS. Chosen by cross-validation of the tuning half."""
SLIGHT = 10
"""Hundredths; a mark none of whose weights is larger is left out of the file."""
_RULES = ("rule:", "rule_first:", "rule_how:")
_LESSON = re.compile(r"\{\{(?P<figure>[^}|]+)\|(?P<metric>[^}|]+)\}\}")


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its names and amounts, and what each amount measures (None: nobody tells)."""

    id: str
    text: str
    lang: str
    names: Sequence[Named]
    amounts: Sequence[Amount]
    metrics: Sequence[Metric | None]
    weight: float


@dataclass(frozen=True, slots=True)
class Example:
    """A figure's kind and marks, and what it measures."""

    kind: str
    marks: Marks
    metric: Metric
    weight: float


def lessons(nlp: Language) -> list[Text]:
    """The sentences of LESSONS, a line each; their names and amounts are those that the program finds."""
    return [
        _lesson(nlp, f"lesson-{file.stem}-{number}", file.stem, line)
        for file in sorted(LESSONS.glob("*.txt"))
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
    ]


def _lesson(nlp: Language, id_: str, lang: str, line: str) -> Text:
    plain, last = "", 0
    told: list[tuple[int, int, Any]] = []
    for mark in _LESSON.finditer(line):
        plain += line[last : mark.start()]
        told.append((len(plain), len(plain) + len(mark["figure"]), mark["metric"]))
        plain, last = plain + mark["figure"], mark.end()
    doc = nlp.make_doc(plain + line[last:])
    doc._.language = lang
    doc = nlp(doc)
    metrics = [
        next((metric for start, end, metric in told if one.start < end and start < one.end), None)
        for one in doc._.amounts
    ]
    return Text(id_, doc.text, lang, doc._.named, doc._.amounts, metrics, WRITTEN)


def passages() -> list[Text]:
    """The passages of the tests of claims; a figure of which they tell no metric teaches nothing."""
    return [
        Text(
            f"{file.stem}-{number}", told.text, file.stem, told.names, told.amounts,
            [cast("Metric | None", metric) for _, metric in told.expected], PASSAGE,
        )
        for file in sorted(PASSAGES.glob("*.txt"))
        for number, passage in enumerate(file.read_text(encoding="utf-8").strip().split("\n\n"), 1)
        if (told := claimed(passage)).amounts
    ]  # fmt: skip


def documents(nlp: Language, places: Sequence[Path]) -> list[Text]:
    """The gold documents of the tuning half, with the gold's names and amounts."""
    catalogue = load_catalogue(CATALOGUE)
    entities = {letters(one.name): one for one in catalogue.values()}
    entities |= {letters(one.id): one for one in catalogue.values()}
    texts = []
    for path in find_documents(places):
        gold = read_gold(path)
        if gold.half != "tune" or not gold.figures:
            continue
        told = {(one.start, one.end): one.metric for one in gold.figures}
        one = lesson_of(gold, nlp, entities)
        metrics = [told.get((amount.start, amount.end)) for amount in one.amounts]
        texts.append(Text(gold.id, gold.text, gold.lang, one.names, one.amounts, metrics, GOLD))
    return texts


def examples_of(text: Text) -> Iterator[Example]:
    """Each figure of which somebody tells what it measures, with what bears on that."""
    found: dict[int, Marks] = {}

    def measure(
        reading: Reading, amounts: Sequence[Amount], names: Sequence[Named], sentences: Sentences
    ) -> list[Metric]:
        case = case_of(reading, amounts, names, sentences)
        found.update(bearings_of(case, range(len(case.amounts))))
        so_far = [told or rule for told, rule in zip(text.metrics, case.told, strict=True)]
        for index, marks in found.items():
            add_before(case, index, so_far[:index], marks)
        return list(case.told)

    claims_of(text.text, text.lang, text.amounts, text.names, split_sentences(text.text), measure=measure)
    for index, marks in found.items():
        metric = text.metrics[index]
        if metric is None:
            continue
        untold = not text.id.startswith("lesson-")
        if untold and crc32(f"{text.id} {index}".encode()) % 100 < UNTOLD:
            marks = {mark: weight for mark, weight in marks.items() if not mark.startswith(_RULES)}
        yield Example(ballot_of(text.amounts[index]), marks, metric, text.weight)


def taught(texts: Sequence[Text]) -> dict[str, Ballot]:
    """What these texts teach, by kind of figure."""
    kinds: dict[str, list[Example]] = defaultdict(list)
    for text in texts:
        for one in examples_of(text):
            kinds[one.kind].append(one)
    return {kind: _learnt(kinds[kind]) for kind in sorted(kinds)}


def _learnt(examples: Sequence[Example]) -> Ballot:
    """Weights by which the examples' own metrics are likely (multinomial logistic regression with an L2 penalty)."""
    import numpy as np
    from scipy import sparse
    from scipy.optimize import minimize

    often = Counter(mark for one in examples for mark in one.marks)
    rows = {
        mark: row for row, mark in enumerate(sorted(one for one, count in often.items() if count >= RARE))
    }
    metrics = tuple(sorted({one.metric for one in examples}))
    size = len(rows), len(metrics)
    places = [
        (number, rows[mark], weight)
        for number, one in enumerate(examples)
        for mark, weight in one.marks.items()
        if mark in rows
    ]
    numbers, columns, values = zip(*places, strict=True)
    marks = sparse.csr_matrix((values, (numbers, columns)), shape=(len(examples), len(rows)))
    turned = marks.T.tocsr()
    right = np.array([[one.metric == metric for metric in metrics] for one in examples], dtype=float)
    weights = np.array([[one.weight] for one in examples])

    def cost(point: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        slopes, base = point[: size[0] * size[1]].reshape(size), point[size[0] * size[1] :]
        votes = marks @ slopes + base
        votes -= votes.max(axis=1, keepdims=True)
        chances = np.exp(votes)
        whole = chances.sum(axis=1, keepdims=True)
        loss = -(weights * right * (votes - np.log(whole))).sum() + SMOOTH / 2 * (slopes**2).sum()
        wrong = weights * (chances / whole - right)
        return float(loss), np.concatenate([(turned @ wrong + SMOOTH * slopes).ravel(), wrong.sum(axis=0)])

    found = minimize(
        cost, np.zeros((size[0] + 1) * size[1]), jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS}
    )
    slopes = np.round(found.x[: size[0] * size[1]].reshape(size) * HUNDREDTHS) / HUNDREDTHS
    base = np.round(found.x[size[0] * size[1] :] * HUNDREDTHS) / HUNDREDTHS
    return Ballot(metrics, base.astype(np.float32), rows, slopes.astype(np.float32))


def share_right(texts: Sequence[Text], ballots: Mapping[str, Ballot] | None) -> tuple[int, int]:
    """How many figures measure what is told of them, by these ballots or by rules alone (None); and of how many."""
    right = total = 0
    for text in texts:

        def measure(
            reading: Reading, amounts: Sequence[Amount], names: Sequence[Named], sentences: Sentences
        ) -> list[Metric]:
            case = case_of(reading, amounts, names, sentences)
            return list(case.told) if ballots is None else elected(case, ballots)

        claims = claims_of(
            text.text, text.lang, text.amounts, text.names, split_sentences(text.text), measure=measure
        )
        for claim, metric in zip(claims, text.metrics, strict=True):
            total += metric not in (None, "other")
            right += metric not in (None, "other") and claim.metric == metric
    return right, total


def written(ballots: Mapping[str, Ballot]) -> str:
    """JSON as metric_votes.py reads it, a mark a line; marks that hardly say anything are left out."""
    import numpy as np

    kinds = []
    for kind, ballot in ballots.items():
        whole = np.round(ballot.weights * HUNDREDTHS).astype(int)
        lines = ",\n".join(
            f"{json.dumps(mark, ensure_ascii=False)}: {json.dumps(whole[row].tolist(), separators=(',', ':'))}"
            for mark, row in ballot.rows.items()
            if abs(whole[row]).max() >= SLIGHT
        )
        base = json.dumps(np.round(ballot.base * HUNDREDTHS).astype(int).tolist())
        kinds.append(
            f'"{kind}": {{"metrics": {json.dumps(ballot.metrics)}, "base": {base}, "weights": {{\n{lines}\n}}}}'
        )
    every = ",\n".join(kinds)
    return f'{{"families": {json.dumps(FAMILIES)},\n"kinds": {{\n{every}\n}}}}\n'


def main() -> None:
    """Reads arguments; prints the share of metrics that are right in documents which did not teach."""
    parser = argparse.ArgumentParser(description="Learn the weights that tell what a figure measures.")
    parser.add_argument("places", nargs="+", type=Path, help="gold documents, or folders of them: tests/gold")
    parser.add_argument("--check", action="store_true", help="only cross-validate, write nothing")
    told = parser.parse_args()
    nlp = build_pipeline(CATALOGUE)
    nlp.disable_pipes("kikimimi_claims", "kikimimi_contexts", "kikimimi_records")
    texts = documents(nlp, told.places)
    more = [*passages(), *lessons(nlp)]
    if told.check:
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for fold in range(FOLDS):
            held = texts[fold::FOLDS]
            ballots = taught([*(one for one in texts if one not in held), *more])
            for text in held:
                for name, judge in (("rules", None), ("votes", ballots)):
                    right, total = share_right([text], judge)
                    for lang in (text.lang, "all"):
                        counts[lang].update({name: right, f"of {name}": total})
        for lang, count in sorted(counts.items()):
            print(
                f"{lang}: {count['votes'] / count['of votes']:.3f} (rules alone {count['rules'] / count['of rules']:.3f}) of {count['of votes']}"
            )
        return
    LEARNT.write_text(written(taught([*texts, *more])), encoding="utf-8")
    print(f"{LEARNT}: of {len(texts)} documents and {len(more)} lessons")


if __name__ == "__main__":
    main()
