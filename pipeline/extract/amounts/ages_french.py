"""Ages in French: a number of years and the words around it in, whether they are somebody's age out.

« Ce chercheur de 38 ans », « il l'a fondée à 24 ans », « la moyenne d'âge est de 31 ans », « leur fils, cinq ans, code déjà ».
"""

from __future__ import annotations

import re
from decimal import Decimal

_LEAST, _LEAST_GROWN, _MOST = 12, 16, 110
_AGED_PERSON = re.compile(
    r"(?:\b(?:[Cc]et?|[Cc]ette|[Ll]a|[Ll]e|[Ss]on|[Ss]a|[Ll]eur|[Uu]ne?|autre|jeune|ancien|ancienne|\w+,) |\b[LlDd]['’]|(?:\A|[.!?] |\n))(?:jeune |ancien |ancienne |ex-)?"
    r"(?:(?!(?:mot|sect|fact|val|coul|chal|réact|ordinat|accélérat|compt|transformat|process|générat|capt|serv|ascens|rout|mail)eur|(?:l|entret|sout|maint|b|r)ien |partenaire|dictionnaire|(?:l|p)iste )"
    r"(?:\w+(?:cheu[rs]e?|nieure?|deur|deuse|teur|trice|teuse|neur|neuse|leur|leuse|veur|veuse|geur|seur|seuse|reur|ien|ienne|iste|logue|éen(?:ne)?|naire|vain|vaine|giste|crate|nant|nante|diant|diante))"
    r"|patron(?:ne)?|avocate?|ministre|chef|cheffe|députée?|élue?|maire|juge|médecin|militaire|dirigeante?|cadre|salariée?|employée?|autodidacte|prodige|surdouée?|milliardaire|quadragénaire|quinquagénaire|sexagénaire|trentenaire|champion(?:ne)?|prof|père|mère|veuve|veuf|fils|retraitée?|apprentie?|docteure?|doctorante?|diplômée?|immigrée?|natif|native|boss|gamine?|gars|type|banquier|banquière|ouvrier|ouvrière|infirmi[eè]re?|policier|romancier|romancière|financier|financière|héritier|héritière|Américaine?|Française?|Britannique|Chinoise?|Allemande?|Canadienne?|Canadien|Israélienne?|Israélien|Indienne?|Indien|Suédoise?|homme d['’]affaires|femme d['’]affaires)"
    r"(?: (?:français|américain|britannique|chinois|allemand|canadien|israélien|indien|suédois|d['’]origine \w+)(?:ne|e)?)? de \Z"
)
"""Before the years of who is named by a trade, a land or a place in a family; machines and spans that end alike are none."""
_PUPIL = re.compile(
    r"\b(?:élève|écoli[eè]re?|collégien(?:ne)?|lycéen(?:ne)?|ado|adolescente?|garçon(?:net)?|fillette|gamine?|gosse|enfants?|joueu(?:r|se)|étudiante?|jeunes?|mineure?s?|petite? [A-ZÀ-Ý]\w+) de (?:seulement |moins de |plus de |près de )?\Z"
)
_LEAST_PUPIL = 5
_MEAN_AGE = re.compile(
    r"\b(?:moyenne d['’]âge|âge (?:moyen|médian|légal|minimum|minimal|limite|requis))[^.;\d]{0,32}\Z",
    re.IGNORECASE,
)
_DONE_AT = re.compile(
    r"\b(?:fond|cré|lanc|entr|quitt|devien|deven|débarqu|arriv|rejoin|rejoign|commenc|début|appren|appris|soutien|soutenu|décroch|obten|obtien|vend|mort|meurt|décéd|disparu|part|recrut|nomm|élu|promu|émigr|abandonn|mari|programm|publi|revend|retir|code|brill|doctor|milliardaire|professeur|bac)\w*\b[^.;:]{0,40} (?:à|dès|avant) (?:seulement |peine |tout juste |l['’]âge de )?\Z"
)
_SPAN_AT = re.compile(
    r"\b(?:port|prolong|étend|limit|condamn|fix|rédui|allong|ramen|pass|garanti|estim|contrat|bail|durée|délai|peine|prison|mandat|prêt)\w*\b[^.;:]{0,40} à \Z"
)
_AT_ENDS = re.compile(
    r"\s*(?:[.,;:!?)»]|\Z)| (?:avec|après|pour|en|dans|chez|et|sans|puis|au|aux|de l['’]école|d['’]une|la|le|sa|son|à)\b"
)
_CHILD = re.compile(
    r"\b(?:fils|fille|filles|garçon|gamin|gamine|enfants?|nièce|neveu|bébé|petit-fils|petite-fille|cadet|cadette|aîné|aînée|jumeaux|jumelles)(?: [A-ZÀ-Ý]\w+)?, \Z"
)
_CHILD_ENDS = re.compile(r"[,.)]")


def is_french_age(text: str, start: int, end: int, value: Decimal) -> bool:
    """Whether the years at [start, end) are an age."""
    if not value < _MOST:
        return False
    if _CHILD.search(text, max(0, start - 40), start) and _CHILD_ENDS.match(text, end):
        return True
    if value >= _LEAST_PUPIL and _PUPIL.search(text, max(0, start - 40), start):
        return True
    if value < _LEAST:
        return False
    if _MEAN_AGE.search(text, max(0, start - 60), start):
        return True
    if value >= _LEAST_GROWN and _AGED_PERSON.search(text, max(0, start - 40), start):
        return True
    window = max(0, start - 80)
    done = _DONE_AT.search(text, window, start) and _AT_ENDS.match(text, end)
    return bool(done) and not _SPAN_AT.search(text, window, start)
