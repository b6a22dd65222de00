"""Nouns meant in French: a unit and the text around its count in, what a table would call it out (salaried staff are persons)."""

from __future__ import annotations

_PLAINLY = {
    **dict.fromkeys(
        (
            "employee", "engineer", "artisan", "electrician", "technician", "moderator", "consultant", "contractor",
            "departure", "hire", "manager", "director", "cashier", "call-center-agent", "welder", "plumber", "mason",
            "accountant", "banker", "broker", "salesperson", "annotator", "tester", "designer", "chemist", "physicist",
            "mathematician", "biologist", "economist", "statistician", "linguist", "colleague", "composer",
            "recruiter", "entrepreneur", "freelancer", "programmer", "temporary-worker", "warehouse-worker", "reviewer",
            "roofer", "machinist", "mechanic", "crane-operator", "pipefitter", "docker", "railway-worker", "secretary",
            "graphic-designer", "youtuber", "translator", "illustrator", "extra", "data-scientist", "prompt-engineer",
        ),
        "person",
    ),
    "layoff": "job",
    "suppression": "job",
    "headcount-cut": "job",
}  # fmt: skip
"""What is counted so in passing: the trade is told by the words, and the table counts heads or posts."""


def meant_in_french(unit: str) -> str:
    """The unit of a count in French by what is meant."""
    return _PLAINLY.get(unit, unit)
