"""Bystanders: a name's place in a text in, whether it only stands beside what the text is about out.

Who takes part in another's round, who stands in a clause of contrast (while X …), who founded what is spoken of.
"""

from __future__ import annotations

import re

from pipeline.extract.profile import UNKNOWN, Profile
from pipeline.records import EntityType, OrganizationKind

_BACKS = re.compile(
    r"(?:(?:,| and| et|, and) (?:the |l['’]|la |le )?(?:[A-Z][\w-]+ ?){1,3}){0,4}\s?(?:also |have |has |had |earlier |already |déjà |auparavant |avait |both |all |a |ont |pourrait |y |lui )*"
    r"(?:took part|participated|lent|lends|prêté|prête|financed|guarantees|guaranteed|garantit|joined|led|chipped in|contributed|backed|mené|mène|mènent|participé|participent|participe|pris part|apporter|apporté|apporte|complété|invested|bought in|put in|put up|investi|injecté|injecte|remis au pot|(?:(?:était|étaient|est|sont|was|were) (?:aussi |also )?)?(?:dans le tour|in the round|in on it|au capital))\b"
)
"""Who takes part in a round: the company that is spoken of next is another."""
_BACKED_BY = re.compile(
    r"\b(?:(?:co-)?led by|backed by|backers (?:include|such as)|investors (?:include|including|such as)|funding from|auprès d(?:e|['’])|menée? par|conduite? par|soutenue? par|financée? par)\s?(?:the |l['’]|la |le )?\Z"
)
_WHILE = re.compile(
    r"\b(?:while|whereas|where|là où|tandis qu(?:e |['’])|alors qu(?:e |['’])|quand|\bonly|\bseule?|\beven|by comparison,|by contrast,|par comparaison,|of what|than what|unlike|contrairement à)\s?(?:the |l['’]|la |le )?\Z",
    re.IGNORECASE,
)
_SERVES = re.compile(
    r"\s(?:also |still |already |y |en |lui )*(?:(?:is|was|remains|became|are|were|remain|est|reste|sont|restent|demeure|était)\s(?:also |still |aussi |toujours )?(?:an?\s|the\s|its\s|one of (?:its|the)\s|le\s|la\s|les\s|une?\s|l['’]|son\s|leur\s)(?:[a-zà-ÿ-]+\s){0,3}?"
    r"(?:investors?|shareholders?|backers?|customers?|clients?|suppliers?|partners?|tenants?|landlord|lender|actionnaires?|investisseurs?|fournisseurs?|partenaires?|locataire)\b"
    r"|(?:supplies|assembles|provides|hosts|took a (?:\w+ )?stake|bought a (?:\w+ )?stake|has a (?:\w+ )?stake|makes the|builds (?:it|them)\b|fournit|assemble|raccorde|héberge|a pris (?:une|des) parts?\b|est (?:entrée? )?au capital|(?:figure|compte) parmi les))"
)
"""X is a customer, X makes the silicon: what it does for whom the text is about."""
_IS_A_RIVAL = re.compile(
    r",\s(?:(?:its|his|her|their|a|the|another|son|sa|leur|une?|le|la|l['’])\s?)(?:[a-zà-ÿ-]+\s){0,3}?(?:rivale?|competitor|concurrente?|challenger|adversaire)\b"
)
_FOUNDED_BY = re.compile(
    r"\b(?:[Ff]ondée?|[Cc]réée?|[Ll]ancée?|[Dd]irigée?|[Ff]ounded|[Ss]tarted|run|headed) (?:en \d{4} |in \d{4} )?(?:par|by) (?:[A-Z][\w-]+ [A-Z][\w-]+(?:, | et | and )){0,2}\Z"
)


_MAY_WATCH: frozenset[OrganizationKind | None] = frozenset(
    (None, "analyst", "association", "bank", "consulting", "government", "university")
)


def is_minor(text: str, start: int, end: int, type_: EntityType) -> bool:
    """Whether what is said next is hardly about this name."""
    before = max(0, start - 40)
    if _WHILE.search(text, before, start):
        return True
    if _IS_A_RIVAL.match(text, end) or (type_ == "organization" and _SERVES.match(text, end)):
        return True
    return type_ == "organization" and bool(_BACKS.match(text, end) or _BACKED_BY.search(text, before, start))


def is_watcher(text: str, start: int, end: int, profile: Profile = UNKNOWN) -> bool:
    """Whether a name is that of who measures others, or where their shares are dealt in, and is only quoted here."""
    watches = profile.kind == "analyst" or (
        profile.kind in _MAY_WATCH and _WATCHES.search(text[start:end]) is not None
    )
    return watches and not _DOES_BUSINESS.match(text, end)


_INVESTS = re.compile(
    r"\b(?:Capital|Ventures?|Partners|Fund|Investments?|Investissements?|VC|Holdings|Equity|Horowitz|Bpifrance|Blackstone|BlackRock|KKR|Sequoia|Accel|Lightspeed|Fidelity|Temasek|Mubadala|MGX|Founders Fund|Index|Benchmark|Kleiner|Balderton|Atomico|Eurazeo|GIC|PIF|Greylock|Tiger Global|Khosla)\b|キャピタル|ベンチャーズ|ファンド|パートナーズ|インベストメント|投資銀行"
)


def is_investor(surface: str, entity: str, profile: Profile = UNKNOWN) -> bool:
    """Whether a name is that of who lives by putting money into others."""
    if profile.kind is not None:
        return profile.kind == "fund"
    return (
        _INVESTS.search(surface) is not None or _INVESTS.search(entity.replace("-", " ").title()) is not None
    )


_WATCHES = re.compile(
    r"\b(?:[Rr]esearch|[Aa]nalytics|[Ee]xchange|Bourse|Nasdaq|NYSE|Euronext|IDC|Gartner|Forrester|LSEG|FactSet|Refinitiv|Counterpoint|TrendForce|Canalys|Omdia|Statista|Crunchbase|PitchBook|Dealroom"
    r"|Sensor Tower|Similarweb|Synergy|Wood Mackenzie|BloombergNEF|BNEF|Rystad|Jon Peddie|IEA|AIE|OCDE|OECD|Eurostat|INSEE|Insee|Ofgem|Epoch|Artificial Analysis|LMArena|Morningstar|Moody['’]s|S&P|Standard & Poor|Bernstein"
    r"|[Ee]nergy [Aa]gency|[Aa]gence internationale|[Oo]bservatoire|Yole|Gallup|YouGov|Ipsos|Ifop|Pew|McKinsey|Deloitte|Capital Economics)\b"
    r"|エネルギー機関|調査会社|研究所|リサーチ|トレンドフォース|カウンターポイント|ガートナー|ナスダック|東証|統計局"
)
_DOES_BUSINESS = re.compile(
    r"['’]s?\s|\s(?:raised|raises|lost|lays|laid|employs|bought|buys|said its|lève|emploie|a levé|a racheté|sells|costs|charges|scores)\b|[」』]?(?:の|が(?:買収|調達|開発|発売|発表)|は[^。\n]{0,20}(?:調達|買収|発売|開発|モデル|売上))"
)


def is_founder(text: str, start: int, end: int) -> bool:
    """Whether a name of several words is that of a founder: Fondée en 2019 par …"""
    return " " in text[start:end] and bool(_FOUNDED_BY.search(text, max(0, start - 70), start))
