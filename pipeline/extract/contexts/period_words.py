"""Words around periods: the patterns by which periods.py tells whose a time is, in Japanese, English and French."""

from __future__ import annotations

import re

FAR = {"ja": 40, "en": 100, "fr": 100, "ahead": 120}
"""Characters between a figure and its time behind it (by language) or before it (ahead) at most; a time that a clause begins
with reaches through its sentence."""
JOINT = 24
"""Characters between two figures that share the time behind the second."""
HEAD = 50
"""Characters in which a dateline ends."""
COMMA, BREAK = 20.0, 200.0

MARKS = {
    "ja": re.compile(r"(?P<break>[いきしちにひみりぎじびえけせてねへめれげぜべっ](?<!に)、|[たるい](?:が|一方で?)、|。|；)|[、,(（)）「」]"),
    "en": re.compile(
        r"(?P<break>;|:\s|\s[-~]\s|,?\s(?:but|while|whereas|although|though|because)\s|[.!?]\s)|,\s|[()]|\s(?:and|or)\s", re.IGNORECASE
    ),
    "fr": re.compile(
        r"(?P<break>;|\s:\s|\s[-~]\s|,?\s(?:mais|tandis qu|alors qu|parce qu|car\s)|[.!?]\s)|,\s|[()]|\s(?:et|ou)\s", re.IGNORECASE
    ),
}  # fmt: skip
AND = re.compile(r"\s(?:and|or|et|ou)\s", re.IGNORECASE)
OPENS = {
    "ja": re.compile(r"に?(?:は|も)?、|は|[^、。「」はが]{1,8}は、"),
    "en": re.compile(
        r"(?:\A|[,;:(\"“]|\s[-~]\s|[.!?]\s)\W*(?:(?:but|and|yet|still|also|so|then|meanwhile|already|only|just|alone|however,) )*\Z",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"(?:\A|[,;:(\"«]|\s[-~]\s|[.!?]\s)\W*(?:(?:mais|et|or|puis|déjà|rien qu'|ainsi,|cependant,|toutefois,) ?)*\Z",
        re.IGNORECASE,
    ),
}  # fmt: skip
"""Where a time stands at the head of a clause: behind this (Japanese: before this)."""
GOES_ON = re.compile(
    r",\s(?:\w+ing|or|an?|with|to|for|about|roughly|up|down|soit|contre|en hausse|en baisse|\w{3,}ant)\s",
    re.IGNORECASE,
)
"""Behind a figure's time: the same clause goes on."""
OLD = re.compile(r"から|より|に対し|と比べ")
"""Behind a figure of old: its time is not that of what it has become."""
SHARED = re.compile(
    r"[とやか]|(?:を|に)?(?:から|[~-])"
    r"|,?\s(?:and|et|or|ou|to|à|on|with|for|plus|sur|avec|pour|as well as|ainsi que)\s(?:(?:(?:an?|the|its|un|une|le|la|les|son|sa) )?(?:[\w-]{1,12} ){0,2}(?:of |de |d'))?",
    re.IGNORECASE,
)
"""Between two figures of one verb, which share the time behind the second."""
ENDS = re.compile(r"[.;,]|\s*\Z")
IN_OTHER_UNITS = re.compile(
    r"\s*[(（]\s*(?:約|およそ|about|around|approximately|roughly|or|environ|soit)?\s*"
    r"|,\s(?:or|soit|ou)\s(?:about |around |roughly |nearly |environ |près de )?",
    re.IGNORECASE,
)
"""400億ドル（約6兆円）; 200 people, or 14%: the second figure is the first once more."""
OF_A_NAME = re.compile(
    r"(?:し|され|した|された|っている|っていた|した|する|った|いた|える|れる|ける|める|せる)(?!(?:金額|額|総額|資金|費用|コスト|売上|利益|損失|規模|人数|台数|分|うち))"
    r"(?=[一-龠ァ-ヶA-Za-z「])"
)
"""A Japanese clause that ends here tells of the name behind it: 2023年に設立されたアンソロピックは."""
BIRTH = {
    "ja": re.compile(r"(?:に|の)?[^、。はが]{0,12}?(?:設立|創業|創設|発足|誕生|創立|開業|上場し|生まれ)"),
    "en": re.compile(
        r"\b(?:founded|created|launched|established|incorporated|born|released|debuted|introduced|unveiled|elected|appointed|joined|left|launch|debut"
        r"|founding|inception)(?: back)?\s*\Z",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:fondée?s?|créée?s?|lancée?s?|née?s?|sortie?s?|établie?s?|dévoilée?s?|lancement|création|élue?|nommée?)\s*\Z",
        re.IGNORECASE,
    ),
}  # fmt: skip
"""Times of a name's beginning: no figure's."""
BORN = re.compile(r"(?:設立|創業|創設|発足)[:：は日]?\s?\Z")
AGE = re.compile(r"歳|[- ]years?[- ]old")
SAID = {
    "ja": re.compile(r"(?:付で|夜|朝|午[前後])?に?、[^。]*?(?:発表|公表|述べ|語[っり]|話し|明らかに|表明|報じ|伝え|明かし|説明し|投稿)"),
    "en": re.compile(
        r"\b(?:said|says|told [\w .]{1,30}|announced|wrote|posted|disclosed|confirmed|revealed|reported|unveiled|argued|warned"
        r"|(?:statement|filing|interview|blog post|post|memo|letter|report|note|conference|call|hearing)(?: (?:published|released|dated|with [\w ]{1,30}))?)"
        r"\s*(?:late |early )?\Z",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:annoncé|déclaré|indiqué|affirmé|dit|précisé|révélé|publié|rapporté|confirmé|dévoilé|fait savoir|écrit|communiqué(?: publié| diffusé)?"
        r"|expliqué|assuré|annonce|tribune|entretien(?: accordé)?)\s*\Z",
        re.IGNORECASE,
    ),
}  # fmt: skip
SAID_BEHIND = re.compile(
    r"\s?(?:(?:has |had |a |avait )?(?:said|announced|announces|reported|told|unveiled|revealed|annoncé|déclaré|indiqué|affirmé|dévoilé)|that|que|qu')\b",
    re.IGNORECASE,
)
BARE_YEAR, NAME = re.compile(r"\d{4}"), re.compile(r"[^\s.!?:]\s[A-ZÀ-Ý][\w'-]{2,}\s\Z")
"""A year behind a name is part of it: France 2030, CES 2025."""
DATELINE = re.compile(r"】|\s?(?:\([\w /]{2,20}\)\s?)?-\s")
"""Behind the day that stands before all else in a dispatch: PARIS, 11 February (AFP) - …"""
SAID_LATER = re.compile(
    r",?\s[^,.;:]{1,60}\b(?:said|told|announced|reported|wrote|posted|a (?:déclaré|annoncé|indiqué|affirmé|expliqué))\b",
    re.IGNORECASE,
)
"""On Tuesday, the company said …"""
A_MONTH = 31
"""Days; longer times are not when something was said."""
EARLIER_BEHIND = re.compile(
    r"\s*,?\s*(?:(?:in|during|for) the same (?:period|quarter|month)\s*(?:of\s)?)?(?:in the same (?:period|quarter|month) (?:of )?last year|(?:a|one) year (?:earlier|ago|before|prior)|the (?:previous|prior) year"
    r"|the year (?:before|earlier)|(?:un an|une année) (?:plus tôt|auparavant|avant)|l'année (?:précédente|d'avant))",
    re.IGNORECASE,
)
EARLIER_BEFORE = re.compile(r"(?:前年同期|前年同月|前年度|前年|1年前)(?:の|は|が|には)(?:約|およそ)?\s*\Z")
"""Around a figure that tells how much it was a year before."""
