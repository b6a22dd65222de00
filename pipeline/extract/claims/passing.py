"""Passing: a role in, whether it is only brought in beside what a text is about out: who pays, lends, counts, reports, judges.

Known by the name (the world's funds, banks, papers, offices; nothing but what a reader knows) or by what the sentence does with it.
"""

from __future__ import annotations

from pipeline.extract.claims.bystanders import is_investor
from pipeline.extract.claims.roles import Role, is_public

_FUNDS = (
    "mgx mubadala pif sequoia sequoia-capital andreessen-horowitz thrive-capital founders-fund khosla-ventures lightspeed"
    " lightspeed-venture-partners general-catalyst y-combinator tiger-global coatue blackstone kkr accel index-ventures"
    " bessemer-venture-partners kleiner-perkins benchmark benchmark-capital greylock new-enterprise-associates insight-partners"
    " spark-capital menlo-ventures redpoint-ventures gv capitalg nventures m12 felicis iconiq dragoneer d1-capital dst-global"
    " fidelity t-rowe-price altimeter-capital norges-bank cpp-investments cdpq eqt eurazeo partech elaia serena balderton-capital"
    " atomico northzone creandum cathay-innovation lux-capital 8vc radical-ventures magnetar blue-owl-capital"
    " apollo-global-management carlyle tpg silver-lake bain-capital vista-equity-partners thoma-bravo ares-management pimco"
    " citadel-securities jane-street bridgewater elliott-management scion-asset-management ark-invest vanguard-group state-street"
    " gip jafco global-brain incubate-fund world-innovation-lab nfdg peak-xv-partners hillhouse hongshan idg-capital shunwei"
    " wndrco conviction south-park-commons sv-angel first-round-capital emerson-collective bezos-expeditions omidyar-network"
    " valor-equity-partners vy-capital in-q-tel temasek gic qia kia adia intel-capital salesforce-ventures highland-europe"
    " dfj-growth zhenfund zhen-fund daphni kima-ventures frst isai singular singular-capital plural earlybird hv-capital"
    " lakestar target-global localglobe seedcamp molten-ventures notion-capital amadeus-capital air-street-capital"
    " spark-capital-partners tcv ribbit-capital greenoaks ivp meritech battery-ventures sapphire-ventures norwest nea"
    " parkway-venture-capital us-innovative-technology-fund cherry-ventures point-nine speedinvest bpifrance soros-fund-management"
    " calpers calstrs viking-global third-point pershing-square starboard-value invesco two-seas-capital sofina kinnevik"
)
_BANKS = (
    "goldman-sachs morgan-stanley jpmorgan jpmorgan-chase mizuho mizuho-bank mufg mufg-bank mitsubishi-ufj-financial-group smbc"
    " sumitomo-mitsui-banking-corporation sumitomo-mitsui-financial-group citigroup bank-of-america wells-fargo barclays hsbc ubs"
    " deutsche-bank santander ing-group bnp-paribas credit-agricole societe-generale daiwa-securities nomura nomura-securities"
    " development-bank-of-japan jbic jic japan-investment-corporation european-investment-bank caisse-des-depots"
)
_COUNTERS = (
    "forrester omdia canalys counterpoint-research trendforce semianalysis pitchbook cb-insights crunchbase dealroom similarweb"
    " sensor-tower synergy-research-group idc gartner mm-research-institute fuji-chimera-research-institute fuji-kimera"
    " yano-research-institute teikoku-databank bernstein jefferies wedbush moodys s-and-p-global fitch-ratings mckinsey deloitte"
    " kpmg ey boston-consulting-group bain-and-company artificial-analysis lmarena epoch-ai gallup ipsos ifop yougov nielsen"
    " statista iea imf oecd appfigures newzoo ookla jato-dynamics ramp techinsights yole-group lightcounting delloro-group"
)
_PAPERS = (
    "bloomberg reuters cnbc cnn bbc nbc axios wired the-verge techcrunch the-information semafor politico fortune forbes"
    " business-insider wall-street-journal dow-jones financial-times washington-post the-guardian the-economist barrons le-monde"
    " le-figaro les-echos la-tribune liberation l-usine-nouvelle handelsblatt der-spiegel nikkei-asia itmedia kyodo-news kyodo nhk"
    " jiji-press newspicks south-china-morning-post digitimes caixin 36kr sifted the-register venturebeat associated-press afp"
)
_OFFICES = (
    "cfius meti mic-japan digital-agency cabinet-office-japan nedo jftc ftc us-doj us-department-of-justice us-commerce"
    " us-department-of-commerce us-treasury white-house pentagon sec nist us-congress us-senate european-commission"
    " european-parliament eu-ai-office cnil cma ico ferc us-department-of-energy nuclear-regulatory-commission rte cre ademe"
    " stanford mit uc-berkeley carnegie-mellon oxford cambridge princeton-university harvard-university university-of-tokyo eth-zurich epfl"
    " federal-reserve us-supreme-court hm-treasury ofcom bafin agcm garante"
)
_PASSING = frozenset(" ".join((_FUNDS, _BANKS, _COUNTERS, _PAPERS, _OFFICES)).split())
_SOON_FORGOTTEN = 9.0
"""How much more a role costs for the sentences that follow where its own made a bystander of it."""


def is_bystander(surface: str, entity: str) -> bool:
    """Whether the name alone says so."""
    return entity in _PASSING or is_investor(surface, entity) or is_public(surface, entity)


def passes_by(role: Role, forgotten: float = _SOON_FORGOTTEN) -> bool:
    """Whether the sentences that follow are hardly about it."""
    return (
        role.public
        or role.invests
        or role.watches
        or role.minor
        or role.entity in _PASSING
        or role.later - role.standing >= forgotten
    )
