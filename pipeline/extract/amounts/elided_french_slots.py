"""French ellipsis by slot: a bare number and the amounts before it in, the unit out where it stands in a place that only an amount takes.

« l'an passé (72) », « l'offre était alors de 18 », « le reste, trente, viendra en mai », « Acme a promis 17,5 milliards, Bolt 35 d'ici un an ».
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.amounts import elided_cues as cues
from pipeline.extract.amounts import elided_french_cues as french
from pipeline.extract.amounts.amount import Amount
from pipeline.extract.amounts.elided_french_told import is_year
from pipeline.extract.amounts.elided_sizes import MOST_GAPPED, sized
from pipeline.extract.amounts.measured import Measured
from pipeline.extract.amounts.measures import Unit
from pipeline.extract.amounts.numeral_values import ONE

_REACH, _BACK, _HUNDRED, _LEAST_NAMED, _LEAST_COUNTED = 170, 3, 100, 20, 10
_KINDS = ("money", "power", "energy", "percent", "data")
_BRACKET = re.compile(r"(?P<word>[\w'’-]+) \((?:(?:cours|contre|objectif|ancien|avant|hier|soit) ?:? ?)?\Z")
_BRACKET_ENDS = re.compile(r"\)|, (?:en|contre|soit|il y a|un an)\b[^()]{0,24}\)")
_VERB = re.compile(
    r"\b(?:(?:met|mettra|mettait|mise|donne|apporte|ajoute|investit|promet|offre|propose|pose|verse|injecte|dépense|débourse|réclame|demande|exige|annonce|prévoit|vise|espère|attend|veut|voulait|touche|encaisse|perd|gagne|lève|pèse|vaut|valait|coûte|coûtait|rapporte)(?: [a-zà-ÿ]+ment)?"
    r"|(?:a|avait|aura|aurait|ont|avaient|ai|en a) (?:déjà |aussi |bien )?(?:dit|mis|lu|vu|promis|offert|proposé|versé|payé|demandé|réclamé|obtenu|touché|encaissé|perdu|gagné|levé|annoncé|prévu|coûté|rapporté|donné|posé|dépensé|consenti|prêté)"
    r"|[Cc]e (?:fut|sera|serait|n['’]est plus que|ne fut que)|[Cc]['’](?:est|était)"
    r"|(?:était|étaient|est|sont|reste|restait|serait|fut|entré|entrée|arrêtée?|s['’]arrête|s['’]arrêtait|plafonn\w+|tourn\w+|oscill\w+|se (?:situ\w+|limit\w+|content\w+)|culmin\w+|démarr\w+|commenc\w+|minimum est|parl\w+|part\w*) (?:alors |encore |désormais |toujours |autrefois |jusque-là )?(?:à|de|d['’]|autour de|aux alentours de|vers)) (?:plus de |près de |environ |quelque |seulement |à peine )?\Z"
)
"""Before an amount that somebody has or gives, or to which something comes."""
_PAYS = re.compile(
    r"\b(?:met|mettra|mise|verse|injecte|dépense|débourse|lève|coûte|investit|apporte|ajoute|vaut)(?: [a-zà-ÿ]+ment)? (?:plus de |près de |environ )?\Z"
)
"""Before money, whatever was told since."""
_REST = re.compile(
    r"(?:\b(?:[Ll]e (?:reste|solde|tout|second|premier|deuxième|troisième)|[Ll]a (?:seconde|première|deuxième|troisième|suivante|précédente)|[Ll]['’]autre|[Tt]otal|[Aa]u total|[Ee]n tout|[Ss]ur (?:cette somme|ce total|le total)|à l['’](?:arrivée|époque)), |(?:, |: )(?:dont|puis) )\Z"
)
"""Before a part of a sum, or what it comes to."""
_ENDS = re.compile(
    r"\s*(?:[.;!?,)»]|\Z)(?!\d)| (?:seulement\b|la veille|le lendemain|à (?:l['’]aller|la sortie|l['’]entrée|l['’]arrivée)|au (?:retour|début|départ|total)|en (?:sortie|entrée|moyenne|tout)|environ\b)"
)
_NAMED = re.compile(
    r"(?P<cut>[;,:] |\b(?:et|mais|quand|puis|tandis que) )(?:chez |pour |à |(?:[a-zà-ÿ]+[ '’](?:d['’])?){1,3})?(?P<name>[A-ZÀ-Ý][\w'’-]*(?: [A-ZÀ-Ý][\w'’-]*){0,2})(?P<comma>, (?:[^,;.\d]{3,40}, )?| )\Z"
)
"""Before what another has of the same: Bolt 35 d'ici un an; et Bolt, le sous-traitant, 60 000."""


def by_slot(text: str, one: Measured, start: int, end: int, amounts: Sequence[Amount]) -> Unit | None:
    """The unit of the amount told last, where the number can be nothing but one more of it."""
    plain = one.number.scale < 10**6 and not one.number.letters
    if not plain or one.low < 2 or is_year(text, one) or not amounts:
        return None
    last = next(
        (said for said in reversed(amounts[-_BACK:]) if said.kind not in ("duration", "multiple")), None
    )
    if _PAYS.search(text, max(0, start - 40), start):
        money = next((said for said in reversed(amounts[-_BACK - 1 :]) if said.kind == "money"), None)
        last = money if money and start - money.end <= _REACH else last
    if last is None or start - last.end > _REACH or "\n" in text[last.end : start]:
        return None
    if last.kind not in _KINDS and not (last.kind == "count" and one.low >= _LEAST_COUNTED):
        return None
    if not _is_in_slot(text, one, start, end, last):
        return None
    return sized(text, one, last, "fr", most=MOST_GAPPED)


def _is_in_slot(text: str, one: Measured, start: int, end: int, last: Amount) -> bool:
    before = text[max(last.end, start - 64) : start]
    if before.endswith("(") or before.endswith(": "):
        told = _BRACKET.search(before)
        if told and _BRACKET_ENDS.match(text, end):
            return told["word"][0].islower() or one.low >= _HUNDRED
    ends = _ENDS.match(text, end) or french.IN_TIME.match(text, end)
    if not ends:
        return False
    if _REST.search(before) or (last.kind != "count" and _VERB.search(before)):
        return True
    named = _NAMED.search(before)
    if not named or cues.SENTENCE_END.search(text, last.end, start):
        return False
    if len(named["comma"]) > 1:
        return last.kind != "count" or one.low >= _HUNDRED
    return last.kind != "count" and one.low >= _LEAST_NAMED and one.number.scale == ONE
