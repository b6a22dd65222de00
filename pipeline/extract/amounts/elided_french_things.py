"""French ellipsis by thing: a bare number and the amounts before it in, the thing out that its place leaves unsaid (models' sizes, rivals' users, who pays).

« Gemma 3 (27 milliards) », « 40 000 autres suivront », « là-dessus, 9 000 paient », « un rival arrive troisième avec 12 millions ».
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.amounts.amount import Amount
from pipeline.extract.amounts.measured import Measured
from pipeline.extract.amounts.measures import Unit
from pipeline.extract.amounts.nouns_people import PEOPLE

_MILLION, _LEAST, _THOUSAND = 10**6, 10, 1000
_SMALLEST, _LARGEST = 10**8, 10**13
"""Parameters that a model has."""
_REACH, _AROUND, _ALIKE = 240, 160, 1000
_OTHERS = re.compile(
    r" autres?\b(?=[.,;:!?]| (?:suiv|vien|arriv|s['’]y|ser|sont|devr|en|dans|d['’]ici|à)\w*)"
)
_WHO_PAY = re.compile(
    r" (?:qui |d['’]entre eux |seulement )?(?:paient|payent|paieraient|sont (?:payants|abonnés)|payants?\b(?! \w+))"
)
_NAMED_MODEL = re.compile(
    r"(?:\b(?:[Ll]e|[Uu]n|[Ll]a) (?:petite?|gros(?:se)?|grande?|moyen(?:ne)?|mini|cadet|aîné)(?: modèle| frère)?(?: c['’]est| fait|,| :)?|\b(?:[Ll]lama|[Gg]emma|[Qq]wen|[Mm]ixtral|\w+stral|gpt-oss|[Pp]hi|[Ff]alcon|GLM|[Kk]imi|[Nn]emotron|OLMo|SmolLM|[Gg]rok|[Dd]eep[Ss]eek|ERNIE|[Hh]unyuan|[Gg]ranite|Aya|Command R)[\w.-]*(?<!Mistral)(?: [A-Z\d][\w.-]*){0,2}(?:,| \())(?: ?(?:environ|près de|seulement))? ?\Z"
)
_TOTALS = re.compile(r"\ben (?:totalis\w+|compt\w+|affich\w+|align\w+|réunit|rassembl\w+|a) \Z")
_ACTIVE = re.compile(r" (?:actifs?|activés?|qui (?:sont actifs|travaillent|s['’]activent))\b")
_MODELS = re.compile(
    r"\b(?:param\w+|poids (?:ouverts|libres|publiés)|[Mm]odèles?|LLM|Llama|Gemma|Qwen\w*|Mistral|Mixtral|Ministral|gpt-oss\S*|GPT|Phi|Falcon|DeepSeek|Kimi|GLM|Grok)\b"
)
_MONEY = re.compile(
    r"[$€£]|\b(?:dollars?|euros?|yuans?|yens?|wons?|livres|francs|lev[éeè]\w*|lèv\w+|valoris\w+|vau[tx]\w*|valai\w+|coût\w*|investi\w*|dépens\w*|budget|dettes?|chiffre|revenus?|recettes?|pertes?|bénéfices?|financ\w+|capital\w*|prix|pay\w+|pai\w+|fonds|tour|achet\w+|rachet\w+|rachat|vend\w+|Bourse|contrats?|factur\w+|ventes|trésorerie)\b"
)
_RANKED_WITH = re.compile(
    r"\b(?:arriv\w+|class\w+|pointe\w*|suit|suivent|vient|viennent|deuxième|troisième|quatrième|deuxièmes|derrière|devant|talonn\w+|loin|retomb\w+ à|tomb\w+ à|plafonn\w+ à|stagn\w+ à)\b[^.;:]{0,40}?(?:,? avec (?:ses |environ |quelque )?|, | )\Z"
)
_AGAINST = re.compile(r"\bcontre (?:environ |quelque |à peine |seulement |près de )?\Z")
_THEN = re.compile(
    r" (?:il y a|(?:un|deux|trois|cinq|dix|quelques) (?:ans?|mois|semaines|jours) (?:plus tôt|auparavant|avant)|l['’]an (?:dernier|passé)|un an (?:plus tôt|avant|auparavant)|auparavant|naguère|en 20\d\d|à l['’]époque)\b|\s*[.;)]"
)
_RECRUITS = re.compile(
    r"\b(?:recrut|embauch|licenci|form|remerci|débauch|emplo)\w*(?: [a-zà-ÿ]+)? (?:encore |environ |quelque |près de |plus de )?\Z"
)
_ENDS = re.compile(
    r"\s*(?:[.,;:!?)»]|\Z)(?!\d)| (?:d['’]ici|de plus|cette|en|dès|avant|l['’]an|à|au|dans|pour|sur|par|chaque|fin|depuis)\b"
)
_SENTENCE = re.compile(r"[.!?] |\n")


def by_thing(text: str, one: Measured, start: int, end: int, amounts: Sequence[Amount]) -> Unit | None:
    """The thing counted; None where nothing tells."""
    if one.number.letters or one.low < _LEAST:
        return None
    if one.number.scale >= _MILLION:
        return _size(text, one, start, end, amounts) or _ranked(text, one, start, end, amounts)
    last = next((said for said in reversed(amounts[-3:]) if said.kind == "count"), None)
    if last and start - last.end <= _REACH and last.unit in ("user", "subscriber", "person"):
        pays = _WHO_PAY.match(text, one.end)
        if pays and one.high <= (last.high or last.low or 0):
            return Unit("count", "subscriber")
    near = last is not None and start - last.end <= _REACH and "\n" not in text[last.end : start]
    if last and near and _OTHERS.match(text, one.end) and one.low >= _THOUSAND:
        return Unit("count", last.unit)
    if last and near and _AGAINST.search(text, max(last.end, start - 24), start) and _THEN.match(text, end):
        alike = one.high * _ALIKE >= (last.high or last.low or 0)
        if alike and (one.number.about or not _talks_of_money(text, last.end, start)):
            return Unit("count", last.unit)
    if one.number.about and _RECRUITS.search(text, max(0, start - 40), start) and _ENDS.match(text, end):
        return Unit("count", last.unit if last and near and last.unit in PEOPLE else "person")
    return None


def _size(text: str, one: Measured, start: int, end: int, amounts: Sequence[Amount]) -> Unit | None:
    """« gpt-oss en totalise 117 milliards », « le petit, 21 milliards » : parameters, where models are told and no money is."""
    if not _SMALLEST <= one.low <= _LARGEST or text[end : end + 3] in (" de", " d'", " d’"):
        return None
    active = _ACTIVE.match(text, one.end) and bool(amounts) and amounts[-1].unit == "parameter"
    named = _NAMED_MODEL.search(text, max(0, start - 48), start)
    if not (active or named or _TOTALS.search(text, max(0, start - 24), start)):
        return None
    ends = [match.end() for match in _SENTENCE.finditer(text, max(0, start - _AROUND), start)]
    first = ends[-1] if ends else max(0, start - _AROUND)
    if not active and not _MODELS.search(text, max(0, start - _AROUND), end + 32):
        return None
    return None if _talks_of_money(text, first, end + 24) else Unit("count", "parameter")


def _ranked(text: str, one: Measured, start: int, end: int, amounts: Sequence[Amount]) -> Unit | None:
    """« Acme compte 90 millions d'utilisateurs. Bolt arrive deuxième avec 40 millions » : what was counted in millions last."""
    last = amounts[-1] if amounts else None
    if (
        last is None
        or last.kind != "count"
        or last.unit in ("parameter", "token")
        or start - last.end > _REACH
    ):
        return None
    many = last.low or last.high or 0
    if many < _MILLION or not one.high <= many * _ALIKE or not _ENDS.match(text, end):
        return None
    if not _RANKED_WITH.search(text, max(last.end, start - 80), start):
        return None
    return None if _talks_of_money(text, last.end, end + 24) else Unit("count", last.unit)


def _talks_of_money(text: str, first: int, end: int) -> bool:
    return bool(_MONEY.search(text, first, end))
