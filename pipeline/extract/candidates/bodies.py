"""Bodies in French: a text in, sightings of bodies of which only the first word is capitalised out: la Commission nationale du calcul."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pipeline.extract.candidates.sightings import Cue, Sighting

_BODY: Final = re.compile(
    r"(?<![\w-])(Commission|Agence|Autorité|Conseil|Institut|Laboratoire|Observatoire|Office|Haut-Commissariat|Direction"
    r"|Bureau|Tribunal|Cour|Chambre|Comité|Fédération|Fonds|Centre|École|Délégation|Secrétariat)"
    r"(?: [a-zéèê]+(?:al|ale|ien|ienne|aire|ique|if|ive|el|elle|eur|eure|ain|aine|éen|éenne|ais|aise|ois|oise|é|ée))?"
    r" (?:de la |de l['’]|des |du |de |d['’])(?!entre )[a-zéèêâîô]{4,20}"
    r"(?: (?:et|de|du|des) (?:la |l['’]|des )?[a-zéèêâîô]{4,20}| [a-zéèêâîô]+(?:al|ale|ales|aux|aire|aires|ique|iques|el|elle|elles|if|ive|ives))?"
    r"(?![\w-])"
)
_ORGAN: Final = re.compile(
    r"Conseil (?:d['’]administration|de surveillance|d['’]entreprise|d['’]école|de classe|de famille|de discipline)|Conseil municipal"
    r"|Comité (?:de direction|d['’]entreprise|d['’]audit|de pilotage|de lecture|de rédaction|de quartier)|Bureau (?:de poste|de vote|d['’]études)"
    r"|Direction (?:de la communication|des ressources|de l['’]entreprise|du groupe)|Centre (?:de données|d['’]appels?|de gravité|de calcul)(?! [a-zé]+al)"
    r"|Fonds (?:de commerce|de pensions?|de roulement|de garantie|d['’]investissement|de caisse)|Chambre (?:d['’]enfant|d['’]hôtel)"
)
"""Organs and rooms that every firm and town has, and funds of any kind."""


def bodies(text: str) -> Iterator[Sighting]:
    """The sightings in order, but for what every firm has: le Conseil d'administration."""
    for match in _BODY.finditer(text):
        if not _ORGAN.match(match.group()):
            yield Sighting(*match.span(), [Cue("organization", 0.6, f"begins with {match[1]}")])
