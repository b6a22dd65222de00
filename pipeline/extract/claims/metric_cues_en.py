"""English metric cues: for each kind of figure, the words that say what it measures. Data, no logic."""

from __future__ import annotations

from pipeline.records import Metric

MONEY: dict[Metric, str] = {
    "valuation": r"\b(?:a|total|current|enterprise|implied|equity) value of\b|\bmarket (?:says|puts it at)\b|\bvaluations?\b|\bvalu(?:ed|es|ing)\b|\bmarket (?:cap|value)\w*|(?<!deal )(?<!deals )(?<!contract )(?<!contracts )(?<!agreement )(?<!orders )(?<!order )\bworth\b"
    r"|(?<=illion )at(?: an?)?(?= )|(?<=illion dollars )at\b|(?<=raising )at\b|\bpre-money\b|\bpost-money\b|(?<=[bnm] )post\b(?=[.,;)])|\bimpl(?:y|ies|ied|ying)\b(?=.{0,12}[$€£¥\d])|\bchanged? hands at\b|\bpriced at\b(?=.{0,12}(?:illion|bn|tn))|\bprice tag\b|\b(?:offers|sell(?:s|ing)?|sold shares|talks|listed|list|debuted|float\w*|floated) at\b",
    "funding": r"\brais(?:e|ed|es|ing)\b(?! (?:its|their|the|his) (?:\w+ )?(?:forecast|guidance|outlook|target|price|estimate))|\bfunding\b|\bfundraising\b|\bfinancings?\b|\brounds?\b|\bseries (?-i:[A-H])\b"
    r"|\bseed\b|\bsecured\b(?=.{0,4}[$€£¥\d])|\bborrow(?:s|ed|ing)?\b|\bloans?\b|\bgrants?\b|\bsubsid\w+|\bseek(?:s|ing)?\b|\bsupported\b|\bIPO\b|\bbacking\b|\bbankroll\w*|\btook in\b|\binfusion\b|\breceiv\w+"
    r"|\bbrings? in\b(?=.{0,10}[$€£¥\d])|\bcredit (?:line|facility)\b|\blent\b|\blend(?:s|ing)?\b|\blisting\b|\bflotation\b|\bbonds?\b|\bconvertible notes?\b|\b(?:closed|landed|lands|bagged|nets|netted|scores|scored|hauls?|snags?|pulls? in)\b(?=.{0,10}[$€£¥\d])|\bin (?:(?:new|fresh|senior|convertible) )?(?:debt|equity)\b|\bcollected\b(?=.{0,6}[$€£¥\d])|\b(?:gets?|got)\b(?=.{0,24}illion|.{0,10}[$€£¥][\d.,]+ ?(?:bn|m|b|tn)\b)|\b(?:investors|backers|shareholders|they|they all)\b.{0,12}\bput in\b|\bstate aid\b|\bof (?:new )?(?:debt|loans)\b|\barranged?\b(?=.{0,10}[$€£¥\d])|\bclosed (?:a|an|its|their) \w+|\bclosed\b(?! (?:last|this|at|up|down|above|below|the (?:year|day|quarter|session|week)))(?=.{0,24}illion)|\bbacked by\b|\bbank(?:ed|s)\b(?=.{0,10}[$€£¥\d])|\b(?:venture|fresh|outside|new|growth|investors['’]) (?:money|capital|cash)\b|\bof equity\b",
    "capex": r"\bcap[ -]?ex\b|\bplant and equipment\b|\b(?:on|in) (?:new |its |their )?(?:plants|factories|property, plant)\b|\bcap(?:ital )(?:expenditures?|expenses?)\b|\bcapital (?:spending|investments?|outlays?)|\bdata[- ]cent(?:er|re)s? spending|\binfrastructure spending"
    r"|\bspending on (?:servers|data|infrastructure|chips)",
    "revenue": r"\brevenues?\b|\bsales\b(?! tax)|\bguid(?:es|ed|ing|ance) for\b|\bmarket (?:will (?:be|reach|grow|hit)|to (?:reach|grow|hit)|size|(?:is|was) (?:expected|forecast|projected|set|worth)|of\b(?= [$€£]))|\b(?:in|of) (?:signed |recurring |annual )?contracts\b|\bannuali[sz]ed\b|\bover the (?:life|term) of\b|\borders? (?:worth|of)\b|\bbacklog\b|\bARR\b|\brun[- ]rate\b|\bmade\b(?= \$?\w)|\bbrought in\b|\bturnover\b|\btop line\b|\bbillings\b|\btakings\b|\bgenerat(?:es|ed|ing)\b|\brakes? in\b|\bbookings\b|\bbooked\b(?=.{0,10}[$€£¥\d])|\bcontracts? worth\b|\bsign(?:ed|s) (?:orders|contracts)\b|\binvoic\w+|\bworth to the seller\b",
    "profit": r"\bprofits?\b|\bEPS\b|\bnet income|\bearnings\b|\bearn(?:ed|s)\b|\bEBITDA\b|\bbottom line\b|\bin the black\b",
    "loss": r"\bloss(?:es)?\b|\blos(?:e|es|t|ing)\b|\bwip(?:ed?|ing)\b|\bdeficits?\b|\bwrite-?(?:down|off)\w*|\bin the red\b|\bimpairment\b|\bburnt?\b(?=.{0,12}[$€£].{0,20}\bloss)",
    "price": r"\bprice[ds]?\b|\bpricing\b|\bper (?:month|year|user|seat|head|unit|query|(?:million|thousand) (?:\w+ )?tokens)\b|\ba month\b(?! (?:ago|later|earlier))|\bstarts? at\b|\bstarting at\b|\bretail(?:s|ing)?\b"
    r"|\b(?:(?-i:Pro|Plus|Max|Team|Enterprise|Business|Basic|Premium)|paid|free|monthly) (?:plan|tier|version)s?\b|\btiers?\b|\bsubscriptions?\b|\bcharg(?:es|ing|ed?)\b(?! of)|\bsells? for\b|\bsold for\b|\ba share\b|\bper share\b|\bpremium\b|\btickets?\b|\bgoes for\b|\bavailable for\b|\bapiece\b",
    "cash": r"\bcash\b(?! and stock| and shares| deal)|\breserves\b|\bin the bank\b|\bwar chest\b|\bliquidity\b|\bbalance sheet\b",
    "cost": r"\bcost(?:s|ing)?\b|\bburn(?:s|ed|ing)?\b|\bspen(?:t|d|ds)\b|\bspending\b|\bexpens\w+|\bto (?:train|develop)\b|\btrain(?:ed|ing)\b|\bfine[ds]?\b|\bpenalt\w+|\bfees?\b|\bpa(?:id|ys?|ying)\b|\bdamages\b"
    r"|\bsettle(?:ment|d|s)?\b|\bcompensation\b|\binstal?lments?\b|\bclaims? (?:is|was|of|for)\b|\bstatut\w+|\binfring\w+|\blawsuit\b|\bsued?\b(?= )|\bcourt\b|\bawarded\b|\bliabilit\w+|\bowes?\b|\bbills?\b|\bsalar(?:y|ies)\b|\bwages\b|\brent(?:s|ing)?\b|\b(?:tax|one-off|restructuring) charges?\b|\bcharge of\b|\bpayroll\b",
    "investment": r"\binvest(?:s|ed|ing|ment|ments)?\b|\bpledg\w+|\bcommit(?:s|ted|ment|ments|ting)?\b|\binject\w*|\bstake\b|\bproject\b|\bventure\b|\bmobili[sz]\w+|\bcheque\b|\bcheck from\b|\bacqui\w+"
    r"|\bb(?:uy|uys|ought|uying)\b|\btakeover\b|\bput (?=\W{0,2}\d|\$|€|£|¥)|\bputs? (?:in|up|into)\b|\bpour(?:ed|ing|s)\b|\blead the (?:deal|round)|\bsold (?:his|her|its|their|a|all)|\bjoint venture|\bpurchases?\b|\bbuyout\b|\bmerger\b|\btaken? private\b|\bdeal worth|\bfund of\b|\bplough\w*|\bbids?\b|\bs[ai]nk(?:s|ing)?\b(?= .{0,10}[$€£₹\d])|\bpurse\b|\bbudgets?\b|\boffers?\b|\bplow\w*|\bbacked .{0,20}with\b|\bpromis(?:e|ed|es|ing)\b|\bearmark\w*|\bset aside\b|\bbuild-?out\b|\btakes? (?=.{0,10}[$€£¥\d].{0,16}\bfrom\b)|\b(?:shell(?:s|ed|ing)?|fork(?:s|ed)?) out\b|\bchip(?:s|ped)? in\b|\bput(?:s|ting)? (?=[$€£¥])|\bput(?:s|ting)? (?:another|a further|a total of|some|about|nearly|up to|in|up)\b|\bwho (?:writes|signs) the che(?:ques|cks)\b|\bsign(?:ed|s|ing)? (?:up )?for\b|\btaking its total\b|\bstump(?:s|ed)? up\b",
}
PERCENT: dict[Metric, str] = {
    "growth": r"\bgr(?:ow|ew|own|ows|owth|owing)\b|\bup\b(?! to)|\bdown\b|\bris(?:e|en|es|ing)\b|\brose\b|\bf[ea]ll(?:s|en|ing)?\b|\bdrop\w*|\bjump\w*|\bplung\w+|\bincreas\w+|\bdecreas\w+|\bdeclin\w+|\bsurg\w+|\bsoar\w*|\bslid\b|\bslip\w+"
    r"|\bgain(?:s|ed|ing)?\b|\bslump\w+|\bclimb\w*|\blost\b|\btumbl\w+|\bshed\b|\badvanc\w+|\brall(?:y|ied)\b|\bs[au]nk\b|\bplummet\w+|\bdoubl\w+|\btripl\w+|\bquadrupl\w+|\bshr[aiu]nk\b|\bexpand\w*|\bhigher\b|\blower\b|\bdipp?\w*|\bedged\b|\byear[- ]o[nv]e?r?[- ]year|\bcrash\w*|\bleap\w*|(?<=% )(?:above|below)\b|\bspik\w+|\bslash\w*|\bfold\b|\bhalv\w+|\bwent from\b|\blift(?:s|ed|ing)?\b|\bboost(?:s|ed|ing)?\b|\b(?:extended|after-hours|premarket|pre-market|early|late) trading\b|\bmore than a year (?:ago|earlier)\b|\bfrom a year (?:ago|earlier)\b|\bquarter on quarter\b|\bannuali[sz]ed\b|\bswell\w*|\bballoon\w*|\bclos(?:ed|ing) (?=\w{0,6} ?\d)",
    "benchmark": r"\bscor\w+|\bbenchmark\w*|\baccura\w+|\bMMLU|\bAIME|\bSWE|\bGPQA|\b(?-i:ARC)\b|\bMMMU|\bHumanEval|\bArena\b|\b(?-i:MATH|HLE|GSM8K|BBH|MT)\b|\b\w+[- ]?[Bb]ench\b|\b(?-i:S W E)\b|\bexam\w*|\b(?:coding|maths?|reasoning)? ?tests?\b|\bleaderboard\b|\berror rate\b|\bhallucinat\w+|\bsolv(?:es|ed)\b|\bpass(?:es|ed)? rate\b|\bsuccess rate\b|\bsucceed\w*|\bwin rate\b|\bgets? right\b|\bcorrect(?:ly)?\b|\bgets? (?=.{0,8}%.{0,50}\bright\b)|\berrors?\b|\bmistakes?\b|\brecogni[sz]ed\b|\bdetect(?:s|ed)\b|\bspot(?:s|ted)\b|\bwrong\b(?! with)",
    "share": r"\bmarket share|\bshare\b|\bstakes?\b|\bown(?:s|ed)\b|(?<!['’]s )(?<!its )(?<!their )(?<!our )(?<!your )(?<!my )\bown\b|\bh[eo]ld(?:s|ing)?\b|\baccount(?:s|ed|ing)? for|\bof (?:all|them|its stock|their|users|companies|sales|revenues?|the (?:total|market|company|shares|stock|business|vote|voting|firm|capital|equity)|respondents|adults|workers|developers)\b|\bmade up\b|\bmakes? up\b|\bcontrol(?:s|led)?\b|\bportion\b",
    "profit": r"\bmargins?\b",
    "price": r"\bcheap\w*|\bprices?\b|(?<!training )(?<!inference )(?<!running )(?<!operating )(?<!labour )(?<!labor )\bcosts?\b|\bpremium\b|\bdiscount\w*|\bexpensive\b",
    "cost": r"\bspending\b|\bbudget\b|\b(?:training|inference|labou?r|operating|running|compute|serving) costs?\b|\b(?:energy|cloud|power|electricity|compute|wage|AWS|API) bills?\b|\bthe bill\b",
    "power-use": r"\b(?:less |more )?(?:power|energy|electricity)\b",
    "employees": r"\bworkforce\b|\bstaff\b|\bemployees\b|\bheadcount\b|\blaid off\b|\blay(?:ing)? off\b|\bjobs?\b|\bpayroll\b|\bof (?:his|her|its|their|our) (?:\w+ )?people\b",
    "users": r"\busers\b(?= (?:are|is))",
    "investment": r"\binvest(?:s|ed|ing|ments?)?\b",
}
PERSONS: dict[Metric, str] = {
    "employees": r"\blaid off|\blay(?:ing)? off\b|\blayoff\w*|\bstaff\w*|\bworkforce\b|\bhir\w+|\bemploy\w*|\bheadcount\b|\bdismiss\w*|\bjobs?\b|\bworkers\b|\bengineers\b|\blets? go\b|\bof us\b|\bpayroll\b|\bteam\b|\brecruit\w*|\bcut\b|\bthere (?:are|were) (?:only |just |now )?(?=\d|\w+ of us)|\bhow many (?:are you|of you)\b|\bpersonnel\b",
    "subscribers": r"\bsubscri\w+|\bfollowers?\b|\bpay(?:s|ing)? (?:for|users|customers|members)",
    "users": r"\bruns? on (?:it|them)\b|\brel(?:y|ies|ied|ying) on\b|\blive (?:in|at)\b|\brolled out\b|\bpilot(?:s|ed|ing)?\b|\bopens? (?:it|the app)\b|\beach (?:week|month|day)\b|\blog(?:s|ged)? (?:in|on)\b|\b(?:on|under) contract\b|\bus(?:e[sd]?|ing|ers?|age)\b|\bserv(?:e[sd]?|ing)\b|\bcustomers?\b|\bclients?\b|\bpatients?\b|\bsigned up\b|\bcall(?:s|ed)? in\b|\bplayers?\b|\btrips\b|\brides\b|\bpassengers\b|\breaders\b|\bdevelopers?\b|\bevery week\b|\bweekly\b|\bmonthly\b|\bdaily\b|\bvisitors?\b|\bdownload\w*|\badopt\w*|\binstalled\b",
}
TOKENS: dict[Metric, str] = {
    "context": r"\bcontext\w*|\bwindow\b|\baccepts?\b|\bhandles?\b|\bprocess(?:es)?\b|\bat once\b|\bprompts?\b|\binputs?\b|\bremembers?\b|\breads?\b|\bat a time\b|\bin one go\b",
    "tokens": r"\btrain\w*|\bcorpus\b|\bdata ?set\b|\bpretrain\w*",
    "benchmark": r"\b(?:per|a|every|each) second\b",
    "other": r"\bper (?:day|month)\b|\ba day\b",
}
