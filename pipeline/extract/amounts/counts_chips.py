"""Chips by name: a number and what stands behind it in, GPUs or chips out where a maker's line or model says so (30,000 H100s)."""

from __future__ import annotations

import re

from pipeline.extract.amounts.nouns import Counted

_CHIPS = re.compile(
    r" (?:of (?:the |its |their |those |these )?)?(?:(?:new|old|more|additional|vieilles|nouvelles|anciennes) )?(?P<cards>cartes |cards |puces |processeurs )?(?:(?:de |of )?(?:Nvidia|NVIDIA|AMD|nVidia)(?:'s)? )?(?:new |latest |Blackwell |Hopper )?"
    r"(?:GB|GH|MI|[ABHV]|RTX ?)\d{2,4}[A-Z]?s?\b(?! (?:NVL ?\d+ )?(?:puces?|servers?|serveurs?|racks?|systems?|boxes|cabinets|baies|superchips?|GPU[ -]hours?|nodes?|trays)\b)"
)
"""Chips by the name of their model alone: 30,000 H100s, 512 cartes H800."""
_MADE_CHIPS = re.compile(
    r" (?:of (?:its |the )?|d[e'] ?|d’)?(?P<name>Trainium|Inferentia|Ascend|Ascende|Gaudi|Maia|MTIA|Kunlun|Ironwood|Hopper|Blackwell|Rubin|Grace|Instinct|Cerebras)(?: ?\d{1,3}[A-Z]?)?s?\b(?! (?:\d{1,3}[A-Z]? )?(?:accelerators?|processors?|chips?|dies?|accélérateurs?|processeurs?|puces?|baies|racks|serveurs|servers|systems))"
)
"""Chips by the name of a maker's line: deux mille Gaudi3."""
_CHIPS_BY_NAME = re.compile(
    r"[”\"]? (?:of (?:the |its |their |those |these |[A-Z]\w+['’]s )?)?(?:new |latest |best |Nvidia(?:['’]s)? |NVIDIA |AMD(?:['’]s)? |Huawei(?:['’]s)? |Amazon(?:['’]s)? |Intel(?:['’]s)? |Google(?:['’]s)? )*"
    r"(?:(?P<other>(?:Ascend|Trainium|Inferentia|Kunlun|Siyuan|Maia|Gaudi)(?: ?\d{1,3}[A-Z]?)?s?)|(?:Grace[ -])?(?:Blackwell|Hopper|Rubin)(?: Ultra)?s?|Instincts?|Nvidia['’]s (?:best|latest|finest))(?: (?P<noun>chips?|processors?|accelerators?|GPUs?|modules?|superchips?|cards?|parts?|units?)\b|(?= (?:for|in|by|at|to|from|and|a year|this|next|last|over|on)\b|[.,;:!?)]|\Z))"
)
"""Chips by the name of their line: 40,000 Blackwells, 9,000 Grace Hopper modules, 500,000 of Nvidia's best."""
_SAID_CHIPS = re.compile(
    r" (?:of (?:the |its |their |those |these )?)?(?:new |old |latest )?(?:nvidia )?(?:rented |used |leased )?(?:g ?b|g ?h|m ?i|[abhv]|aitch) (?:(?:(?:one|two|three|eight|deux|trois|huit) )?(?:hundreds?|cents?)|twenty|vingt)\b",
    re.IGNORECASE,
)
"""The same as said: forty thousand h one hundreds."""

OWN_CHIPS = re.compile(
    r"\b(?:Ascend|Trainium|Inferentia|Kunlun|Gaudi|Maia|MTIA|TPUs?|LPUs?|RNGD|Cerebras|Groq|Huawei|Siyuan|Cambricon|Hygon|Tesla|Graviton|Axion|Xeon|Epyc|EPYC|910[A-D])\b"
)
"""Chips that are no graphics processors, by maker or line."""


def chips_behind(text: str, end: int, more: int) -> Counted | None:
    """The chips that the words at `more`, behind the number that ends at `end`, name by line or model alone."""
    if chips := _CHIPS.match(text, more):
        return Counted("GPU", chips.end("cards") - 1 if chips["cards"] else end)
    if chips := _CHIPS_BY_NAME.match(text, more):
        own = chips["noun"] if chips["other"] else None
        return Counted((own or "chip").removesuffix("s") if chips["other"] else "GPU", end)
    if made := _MADE_CHIPS.match(text, more):
        graphics = made["name"] in ("Hopper", "Blackwell", "Rubin", "Grace")
        return Counted("GPU" if graphics else "chip", end)
    if _SAID_CHIPS.match(text, more):
        return Counted("GPU", end)
    return None
