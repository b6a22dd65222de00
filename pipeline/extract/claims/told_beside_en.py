"""English words right beside a figure that tell what it measures. Data, no logic: see told_beside.Row."""

from __future__ import annotations

from pipeline.records import Kind, Metric

ABOUT = r"(?:about|around|some|nearly|roughly|almost|up to|more than|over|just|only|at least|a further|another|close to|an estimated|a reported|a total of|as much as|well over|by|, are you ready,) "
_ALL = 1e18
_GEAR = (
    r"(?:servers?|GPUs?|chips?|gear|hardware|equipment|processors|machines|racks|accelerators|graphics cards)"
)
_ROUND = r"(?:[Rr]ound|[Ss]eries [A-Ha-h]|financing|raise|fundraise|funding)"
_MOVED = r"(?:climb(?:s|ed|ing)?|r[io]se|risen|rises|rising|jump(?:s|ed|ing)?|soar(?:s|ed|ing)?|surg(?:e|es|ed|ing)|f[ae]ll(?:en|s|ing)?|dropp?(?:ed|ing|s)?|gr[eo]w(?:n|s|ing)?|increased|declined|gained|shed|slid|slipped|tumbled|plunged|advanced|sank|slumped|crept up|edged up|shrank|shrunk|swelled|ballooned|inflated|rocketed|spiked)"
SURE: tuple[tuple[Kind, Metric, float, float, str, str], ...] = (
    ("money", "revenue", 1e5, _ALL, "", r" (?:in|of|from) (?:[a-z-]+ ){0,2}(?:sales|revenues?|ARR|subscriptions|turnover|bookings|royalties)\b"),
    ("money", "revenue", 1e6, _ALL, r"\b(?:sale|disposal|divestment|auction)\b[^.;:\n$€£]{0,40} (?:fetched|raised|netted|brought in|yielded)", ""),
    ("money", "profit", 1e5, _ALL, "", r" (?:after tax|after-tax|in (?:net |operating |pre-tax )?(?:profits?|net income))\b"),
    ("money", "loss", 1e5, _ALL, r"\b(?:bled|bleeds?|bleeding|ha?emorrhag(?:ed|es|ing))", ""),
    ("money", "loss", 1e5, _ALL, "", r" in (?:net |operating )?(?:losses|the red)\b"),
    ("money", "funding", 1e6, _ALL, r"\b(?:drew|walk(?:ed|s) (?:away|off|out) with|scooped(?: up)?|pocketed|hoovered up|rounded up|scraped together|secured|wangled|nabbed)", r"(?! for| in (?:sales|revenue|profit))"),
    ("money", "valuation", 3e8, _ALL, rf"\b(?:a|its|the|their|this|that|new|latest|fresh|of)? ?{_ROUND} (?:was |is |came |that came |priced )?(?:at|on)(?:, [^,.\n]{{2,20}},)?", ""),
    ("money", "valuation", 1e8, _ALL, r"\b(?:list|float|IPO|go public|listing|flotation|debut)(?: (?:the company|it|itself|shares|the firm|\w+))? at", ""),
    ("money", "valuation", 1e7, _ALL, "", r" (?:on paper|valuation|post-money|pre-money|price tag)\b"),
    ("money", "funding", 1e5, 3e8, rf"\b{_ROUND}(?: [A-Z])? (?:was|is|came in|came|closed|totall?ed|comes) (?:at|to|in at)", ""),
    ("money", "valuation", 1e8, _ALL, r"\b[Aa]n?", r"(?:[- ](?:[a-z-]+ )?(?:company|firm|business|outfit|start-?up|giant|unicorn|maker|lab|group))\b"),
    ("percent", "growth", 0, 1e6, r"\b(?:is|are|was|were|be|stands?|remains?) (?:off|up|down)(?: by)?", r"(?! of)"),
    ("money", "price", 0, 1e4, r"\b(?:ended|finished|closed|traded|opened|trades|trading|settled|stood|changed hands)\b[^.;$\n]{0,30} (?:at|on|around)", r"(?! ?(?:million|billion|bn|m\b))"),
    ("money", "price", 0, 1e6, r"\b(?:sells?|selling|offers?|offering|ships?|hawks?|rents?) (?:the|its|a|an|this|that|each|one|it|them|those)\b[^.;$€£\n]{0,36} (?:for|at|from)", ""),
    ("money", "price", 0, 1e6, r"\b[Tt]hat['’](?:ll|s going to) be|\b[Yy]ours for|\b(?:sticker|list|street|asking|entry) price(?: (?:is|of|was))?:?|\b(?:deposit|starts? from|starting from) (?:of)?|\bset (?:you|me|us) back", ""),
    ("money", "price", 1e6, _ALL, r"\b(?:snapped up|gobbled up|swallowed|scooped up|picked up|took out|snaffled) [A-Z][^.;:\n$€£]{1,40} for", ""),
    ("money", "capex", 1e6, _ALL, "", rf" (?:of|on|worth of) (?:\w+ ){{0,2}}{_GEAR}\b"),
    ("money", "capex", 1e6, _ALL, rf"\b(?:buys?|buying|bought|order(?:s|ed|ing)?|purchas(?:e|es|ed|ing)) (?:\w+ ){{0,2}}{_GEAR}\b[^.;$€£\n]{{0,40}} (?:for|worth)", ""),
    ("money", "capex", 1e6, _ALL, r"\b(?:[Ss]pending|[Cc]apital|[Cc]apex|[Cc]onstruction) (?:spending )?(?:plans?|budget|guidance|forecast|target|programme|program)(?: (?:for|this|next) [\w ]{2,12})? (?:to|of|at|is|was|now)", ""),
    ("money", "cost", 1e6, _ALL, r"\b(?:rent|leas|tak|hir|book|reserv|us|buy)(?:e|es|ed|ing|s|ook)?\b[^.;$€£\n]{0,30}\b(?:capacity|compute|computing power|cloud services|rack space|floor space)\b[^.;$€£\n]{0,50} for", ""),
    ("money", "cost", 1e6, _ALL, r"\b(?:pays?|paid|paying)(?: (?:it|them|him|her|us|[A-Z]\w+))?", r"(?: (?:a|per) (?:year|month|quarter)| in (?:fines|rent|damages|fees|wages|tax|interest|royalties)|,? and would|,? or\b| for (?:the right|access|use|five|\w+ years|capacity|compute))"),
    ("money", "cost", 0, 1e6, r"\b(?:[Mm]y|[Oo]ur|[Tt]he) (?:[\w-]+ ){0,3}(?:bill|invoice|tab|damage|meter)\b[^.;$€£\n]{0,40}(?: (?:was|is|of|to|at|came to|reads?|read)|:)", ""),
    ("money", "cost", 1e5, _ALL, r"\bburn(?:s|ed|t|ing)?(?: (?:through|up))?|\btorch(?:ed|es|ing)|\bchew(?:s|ed|ing)? through|\bblow(?:s|ing|n)? through|\bblew through", r"(?! of (?:loss|revenue))"),
    ("money", "investment", 1e6, _ALL, r"\b(?:wir(?:e|es|ed|ing)|toss(?:es|ed|ing)|throw(?:s|n|ing)?|threw|kick(?:s|ed|ing)? in|contribut(?:e|es|ed|ing)|stak(?:es|ed|ing)|bet(?:s|ting)?)(?: (?:in|up))?", r"(?! (?:from))"),
    ("percent", "growth", 0, 1e6, rf"\b{_MOVED}(?: (?:by|a|an|another|further|about|almost|nearly|some|roughly|more than|as much as|over|another))*", r"(?! (?:of|share|stake|in (?:the|a) (?:test|exam)))"),
    ("percent", "growth", 0, 1e6, r"\b(?:rais|lift|cut|hik|trimm?|boost|lower|slash)(?:e|es|ed|s|ing)? (?:its|their|the|his|her|this|next)(?: [\w'’-]+){0,3} (?:outlook|forecast|guidance|target|estimates?|dividend|output|capacity|workforce|headcount|prices?|fees?)(?: \w+)? by", ""),
    ("percent", "share", 0, 101, "", r"(?: stake| holding| interest| slice| of (?:the )?(?:voting|equity|shares|stock))\b"),
    ("percent", "benchmark", 0, 101, r"\b(?:gets?|got|hits?|scor\w+|manag\w+|post(?:s|ed)|reach(?:es|ed)|lands?|clock(?:s|ed))", r" (?:on|in) (?:the )?(?:[A-Z][\w-]*[A-Z\d]|[A-Z]\w+(?:'s)? ?(?:Exam|Bench|Diamond|Verified|Arena))"),
)  # fmt: skip
ELSE: tuple[tuple[Kind, Metric, float, float, str, str], ...] = (
    ("money", "valuation", 1e9, _ALL, r"\b(?:they|it|we|who|which|[A-Z]\w+) (?:were|was|are|is|had been)(?: (?:now|already|only|still|back))? at", ""),
    ("money", "revenue", 1e6, _ALL, r"\b(?:sits?|sitting|sat|running|clock(?:s|ed)?|rack(?:s|ed)? up|[Rr]ang up|rings? up|notch(?:ed|es)?(?: up)?|chalk(?:s|ed)? up|pull(?:s|ed)? in)(?: at)?", ""),
    ("money", "price", 0, 1e5, r"\b(?:sells?|sold|asks?|asking|wants?|fetch(?:es|ed)?|lists?|listed|yours|priced|goes|go|going|available|bought|got (?:it|one))\b[^.;$€£\n]{0,30}(?:for|at|from)?", ""),
    ("money", "investment", 1e8, _ALL, r"\b(?:brought|brings?|adds?|added|contribut\w+|cover(?:s|ed)?|fund(?:s|ed))", ""),
    ("money", "investment", 1e7, _ALL, r"\b(?:takes?|took|wanted|wants?|grabb?(?:ed|s)?|hired?|poach(?:ed|es)?) [^.;:\n$€£]{2,60} for", ""),
    ("count", "employees", 2, 5e5, r"\b(?:firm|company|start-?up|lab|outfit|group|maker|house|team|it|we|They|they|It|We|shop) (?:still |now |already |only )?(?:has|have|had|is|are|was|were|employs?|numbers?|counts?)(?: (?:now|just|only|grown to))?", r"(?! (?:using|on|who use|signed))"),
)  # fmt: skip
