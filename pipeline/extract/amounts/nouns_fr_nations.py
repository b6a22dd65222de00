"""People by their land: nothing in, the French names of those who live somewhere out, which are people where they have a capital.

« 14 millions d'Espagnols », « 2 000 jeunes Bretons »; in small letters they are adjectives (« 300 millions français »).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pipeline.extract.amounts.nouns import plural
from pipeline.extract.amounts.phrases import Phrases, phrases_of

_PAIRED = """
Italien Indien Canadien Brésilien Autrichien Norvégien Ukrainien Israélien Égyptien Tunisien Algérien Iranien Palestinien Libyen Syrien Jordanien Saoudien
Européen Coréen Sud-Coréen Nord-Coréen Chilien Péruvien Bolivien Colombien Vénézuélien Équatorien Argentin Mexicain Américain Nord-Américain Sud-Américain Africain Sud-Africain
Marocain Roumain Cubain Dominicain Haïtien Parisien Californien Texan Floridien Londonien Berlinois Sénégalais Ivoirien Camerounais Congolais Gabonais Malien Guinéen
Béninois Togolais Burkinabé Nigérien Nigérian Ghanéen Kényan Éthiopien Rwandais Ougandais Tanzanien Malgache Mauricien Angolais Zambien Namibien
Français Anglais Irlandais Écossais Gallois Néerlandais Finlandais Islandais Polonais Portugais Japonais Chinois Taïwanais Hongkongais Singapourien Thaïlandais Indonésien Malaisien
Vietnamien Philippin Cambodgien Laotien Birman Pakistanais Bangladais Népalais Libanais Allemand Espagnol Danois Suédois Estonien Letton Lituanien Tchèque Slovaque Slovène
Croate Serbe Bosniaque Monténégrin Albanais Macédonien Bulgare Grec Turc Chypriote Maltais Hongrois Russe Biélorusse Moldave Géorgien Arménien Kazakh Ouzbek Suisse
Belge Luxembourgeois Wallon Flamand Bruxellois Genevois Vaudois Lyonnais Marseillais Toulousain Bordelais Lillois Nantais Rennais Strasbourgeois Grenoblois Breton Normand Alsacien Provençal
Corse Québécois Montréalais Torontois Ontarien Britannique Australien Néo-Zélandais Émirati Émirien Qatari Qatarien Koweïtien Omanais Bahreïni Irakien Afghan Catalan Basque
Romand Alémanique Tessinois Franco-Canadien Maghrébin Asiatique Occidental Francilien Picard Catalan Madrilène Milanais Romain New-Yorkais Kosovar Sri-Lankais Mongol
"""


@cache
def nations() -> Phrases[tuple[str, bool]]:
    """The unit of each name and whether it is a plural, where it begins with a capital."""
    return phrases_of(_forms(), exact_case=True)


def _forms() -> Iterator[tuple[str, tuple[str, bool]]]:
    for man in _PAIRED.split():
        women = (
            man + "ne"
            if man.endswith("ien") or man.endswith("éen")
            else man
            if man.endswith("e")
            else man + "e"
        )
        for one in (man, women):
            yield plural(one, french=True), ("person", True)
            yield one, ("person", one.endswith("s"))
