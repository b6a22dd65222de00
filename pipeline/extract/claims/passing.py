"""Passing: a role in, whether it is only brought in beside what a text is about out: who pays, lends, counts, reports, judges.

Known by what it is (a fund, a bank, a paper, an office: the catalogue tells) or by what the sentence does with it.
"""

from __future__ import annotations

from pipeline.extract.claims.bystanders import is_investor
from pipeline.extract.claims.roles import PUBLIC, Role, is_public
from pipeline.extract.profile import Profile
from pipeline.records import OrganizationKind

_PASSING: frozenset[OrganizationKind | None] = frozenset(("fund", "bank", "analyst", "media", *PUBLIC))
_SOON_FORGOTTEN = 9.0
"""How much more a role costs for the sentences that follow where its own made a bystander of it."""


def is_bystander(surface: str, entity: str, profile: Profile) -> bool:
    """Whether the name alone says so."""
    return (
        profile.kind in _PASSING
        or is_investor(surface, entity, profile)
        or is_public(surface, entity, profile)
    )


def passes_by(role: Role, forgotten: float = _SOON_FORGOTTEN) -> bool:
    """Whether the sentences that follow are hardly about it."""
    return (
        role.public
        or role.invests
        or role.watches
        or role.minor
        or (role.type == "organization" and role.profile.kind in _PASSING)
        or role.later - role.standing >= forgotten
    )
