"""Cues of ellipsis: the words around a bare number that tell whether it goes on from an amount before it (elided.py, elided_onward.py)."""

from __future__ import annotations

import re

SENTENCE_END = re.compile(r"[。！？!?]|\.\s|\n")
ENDS = re.compile(
    r"\s*(?:[.,;:!?)»”\n…—–]|\Z)"
    r"| (?:in|by|for|a|an|at|last|this|next|when|once|if|before|after|and|but|now|today|each|only|right away|immediately|at once|though|ago|apiece|later|to (?:follow|come)|the (?:year|month|quarter|week)|as|so|because|from|on|is|was|are|were"
    r"|en|pour|un an|une|il|à|et|mais|au|aux|ici|cette|cet|ce|dès|depuis|tout de suite|si|chaque|début|fin|d'abord|auparavant|aujourd'hui|avant|après|chez|ensuite|sur|déjà|seulement|par|dans|là|c'est|à pleine|on|moi|hein|voilà|euh|chacun|quand|lors|hier|demain|puis|ensuite|durant|pendant|dès|auparavant|contre|avec|sans|selon|hors|soit|dont|alors|tandis|lorsque|désormais|maintenant|bientôt|environ|au lieu)\b"
    r"| (?:a|an|one|two|three|four|five|six|ten|\d\d?) (?:years?|months?|weeks?|days?|decades?|quarters?) (?:ago|earlier|before|later|on)\b| (?:la même|le même|the same|l'an|d'ici|l'été|l'automne|qu'|qui (?:sont|est|était|[a-zà-ÿ]+(?:ent|aient))\b)"
)
STRICT = re.compile(
    r"\s*(?:[.,;:!?)»”\n…—–]|\Z)| (?:in|by|en|d'ici|l'an|at the|last|this|a year|un an|fin|dès|today|now|aujourd'hui|as of|worldwide|globally|on (?:January|February|March|April|May|June|July|August|September|October|November|December))\b"
)
PARTICIPLE = re.compile(
    r" (?:[a-zà-ÿ]+(?:ées?|és?|is|us|ues|its|ites|ises|uites|ertes)|promised|announced|planned|expected|active|activated|actives?|actifs?)\b"
)
AGAINST = re.compile(
    r"(?:\b(?:contre|et non(?: pas| plus)?(?: les)?|au lieu d[e']|plutôt que(?: de)?|face à|loin des|up from|down from|instead of|rather than|versus|vs\.?|against|compared (?:with|to)|puis|then|ce qui (?:fait|ferait|donne)|ça (?:fait|ferait)|qui (?:fait|font)|soit"
    r"|voire|if not|or even|maybe(?: even)?|perhaps(?: even)?|even|, from|going on|ou même|peut-être même|parfois|souvent|plutôt|dont(?: seulement)?|of which(?: only)?|d'abord|avant|après|after|makes it|bringing it to|passer? (?:ensuite |bientôt )?à|montera? à|monter à|grimpera? à|grimper à|tombera? à|on passe à|bientôt|desormais|désormais"
    r"|(?:plus|moins|more|less|fewer) (?:que|than)(?: les| the)?|sur les|out of the|des|(?:fois|times) (?:les|the|its)|les|aux)|,)\s*\Z",
    re.IGNORECASE,
)
WEAK = re.compile(
    r"(?:\b(?:des|les|aux|the|sur les|out of the|avant|after|even|soit|(?:plus|moins|more|less|fewer) (?:que|than)(?: les| the)?)|,)\s*\Z",
    re.IGNORECASE,
)
"""Words behind which a number alone is another thing as often as not; what is behind it has to speak for it too."""
LATER = re.compile(
    r" (?:when|once|later|by 20|in 20|en 20|d'ici|plus tard|à terme|après|ensuite|au total|en tout|in all|in total|all told|altogether)"
)
AND = re.compile(r"\b(?:and|et|,|then|puis)\s*\Z")
EN = re.compile(
    r"(?:\b|[jnmtls]')en (?!(?:septembre|octobre|novembre|décembre|outre|moyenne|échange|baisse|hausse|place|ligne|charge|tête|vente|une|guise|pleine|bourse|perte|cause|quelque|cette|ce|plus|france)\b)"
    r"(?:(?:a|ont|avait|avaient|aura|auront|aurait|faut|fait|font|vaut|veut|reçoit|promet|vend|perd|attend|produit|sort|détient|faudra|faudrait|fallait|voulait|veulent|vendent|reçoivent|promettent|détiennent|produisent"
    r"|[a-zà-ÿ]{2,14}(?:e|ent|ait|aient|ra|ront|erait|é))(?: pas| plus| déjà| aujourd'hui| désormais| bientôt| encore)? )(?:[a-zà-ÿ]+[éiu]e?s? )?(?:que |plutôt |au total )?\Z"
)
DRAWN = re.compile(r"en (?:englouti\w*|consomm\w+|aval\w+|tir\w+|absorb\w+|dévor\w+|réclam\w+) ")
HAS = re.compile(
    r"\b(?:has|have|had|holds?|held|boasts?|counts?|claims?|owns?|runs?|got|gets?|makes?|uses?|needs?|wants?|reach(?:es|ed)|serves?|lists?|says|expects?|targets?|(?:those|one|ones|firms|companies) with"
    r"|compte(?:nt)?|possède(?:nt)?|détien(?:t|nent)|aligne(?:nt)?|revendique(?:nt)?|affiche(?:nt)?|disai(?:t|ent)|promet(?:tent)?|vise(?:nt)?|reçoi(?:t|vent)|plafonne(?:nt)? à|veut|voulait|attend(?:ent)?|runs to|now at)"
    r" (?:just |only |now |already |about |déjà |seulement |même )?\Z"
)
OF_THEM = re.compile(r" (?:of (?:them|those|these)\b|d'entre (?:eux|elles)\b)", re.IGNORECASE)
OF_THOSE_WHO = re.compile(
    r" of (?:those|the people) (?:who\b|affected|surveyed|polled|asked|questioned|interviewed|laid off|let go|hired|dismissed|sacked|invited|present|employed)"
)
"""Behind so many people: hundreds of those affected."""
THINGS = re.compile(
    r"\b(?:(?P<GPU>GPUs?|[HAB][12]00s?|cartes graphiques)|(?P<chip>chips|puces)|(?P<accelerator>accelerators|accélérateurs)|(?P<server>servers|serveurs)|(?P<robot>robots|humanoids)|(?P<user>users|utilisateurs)"
    r"|(?P<employee>employees|workers|staff|salariés)|(?P<person>people|personnes)|(?P<card>cards|cartes)|(?P<customer>customers)|(?P<client>clients)|(?P<agent>agents)|(?P<phone>phones)|(?P<car>cars|robotaxis|voitures)"
    r"|(?P<satellite>satellites)|(?P<job>jobs|emplois|postes)|(?P<drone>drones)|(?P<book>books|livres))\b"
)
ARTICLE_LAST = re.compile(r"\b(?:le|la|les|the|au|aux|du|se|on)\Z")
"""Before a day or a place: le conseil se réunit le 12."""
CLAUSE_ENDS = re.compile(
    r"\s*(?:[.;!?)»”…]|,(?= )|\Z|\n)(?!\d)| (?:last|next|this) (?:year|month|quarter|week|spring|summer|autumn|fall|winter)\b| (?:next|now|today|daily|weekly|monthly|yearly|each|by 20\d\d|in 20\d\d|a (?:day|week|month|year)|per (?:day|week|month|year))\b"
    r"| (?:en 20\d\d|d'ici|l'an|début|fin|mi-|aujourd'hui|demain|cette année|chaque|par (?:an|mois|jour|semaine)|chacune?s?)| (?:et|and) (?:en |left |sold |kept |laisse|garde|rend|vend)"
)
DONE_TO = re.compile(
    r"\b(?:[a-z]{3,}(?<!hundr)ed|took|takes?|got|gets?|has|have|had|won|wins?|wants?|needs?|cuts?|made|makes?|sold|sells?|bought|buys?|spent|spends?|paid|pays?|built|builds?|drew|draws?|adds?|seeks?|sought"
    r"|gave|gives?|lost|loses?|saw|sees?|kept|keeps?|held|holds?|ran|runs?|put|puts|let|brought|brings?|upheld|withdrew|threw out|struck|grew|flew|drove|wrote|read|fed|led|met|hit|beat|caught|taught|sent|left|set|asks?|owns?|uses?|loses?|charges?|produces?|supplies|supply|delivers?|approves?|clears?|orders?|offers?|raises?|borrows?"
    r"|(?:a|ont|avait|avaient|aura|auront|aurait|as|ai|avons) (?:déjà |bien |aussi |encore )?[a-zà-ÿ]{2,}(?:é|i|u|is|it|rt)|(?:veut|veulent|prend|prennent|vend|vendent|rend|perd|perdent|fournit|produit|produisent|reçoit|obtient|achète|loue|construit|demande|réclame|exige|offre|coûte|emploie|livre|ajoute))"
    r" (?:just |only |about |around |some |nearly |almost |another |already |environ |près de |seulement |déjà |plus de |more than |over )?\Z"
)
"""What somebody did or does to so many, so that a number behind it is more of what was told: regulators have cleared 1,500."""
CLOCK_BEFORE = re.compile(r"\b(?:at|à|vers|around|about|till|until) \Z")
TIME_NEXT = re.compile(r" (?:next|last|this|l'an|cette année|en 20\d\d|in 20\d\d|by 20\d\d|a year|d'ici)\b")
AND_TO = re.compile(r"(?:\b(?:and|et|then|puis)|[,;]) (?:to |at |à |de |d'environ )?\Z")
LET_GO = re.compile(
    r"\b(?:cut|cuts|cutting|lays? off|laid off|shed|sheds|sacked|fired?|hires?|hired|let go of|dismiss(?:es|ed)|employs?|employed|added|adds|axed|recrut\w+|licenci\w+|embauch\w+|remerci\w+|supprim\w+) (?:about |around |some |another |environ |quelque )?\Z"
)
"""What a firm does to so many of its people: Amazon let go of 14,000."""
NOW_BEHIND = re.compile(
    r" (?:now|today|right now|this year|aujourd'hui|maintenant|à présent|cette année|désormais)\s*[.,!?\"”»]"
)
NEXT_SENTENCE = re.compile(
    r"[^.!?\n]{0,24}[.!?] (?:(?:And|Et|Now|But|Mais),? )?(?:it's |they have |we have |c'est )?"
)
"""Between what was and what is: Five hundred last year. Six hundred now."""
KEEPS = re.compile(
    r"\b(?:keeps?|kept|retains?|retained|still (?:has|holds|owns)|holds? on to|garde(?:nt|rait|ra)?|conserve(?:nt|rait|ra)?|récupère(?:nt|rait|ra)?|récupérerait|se content\w+ (?:de|d['’])|détient encore|détiennent encore) (?:about |some |environ |encore )?\Z"
)
ANOTHER = re.compile(r"\b(?:another|a further|encore) \Z")
VERB_OF_MANY = re.compile(
    r" (?:l'|les |en |s'|y |n'|ne )?(?!souvent|comment|avant|pendant|cent|moment|argent|agent|client|parent)[a-zà-ÿ]{3,}ent\b| (?:pay|paid|use|used|left|stayed|live|work|came|said|have|had|were|are)\b"
)
CLAUSE_BEGINS = re.compile(
    r"(?:[;,]|(?= (?:et|mais|dont) )) (?:(?:but|and|mais|et|dont) )?(?:only |just |seuls |seulement )?\Z"
)
"""« un million l'ont essayé ; trois cent mille paient »."""
OF_ONES = re.compile(
    r" (?:[A-Z][a-z]+(?:an|ian|ish|ese|i|ch)|[a-zà-ÿ]+(?:ais|iens?|ains?|ois|is|ands))(?=[.,;]| et | and |\Z)"
)
"""« dont 50 émiratis, 20 canadiens »: of whom each part is."""
VOTES = re.compile(r" (?:contre|pour|against|in favou?r|voted?|abstentions?|s'abst\w+)\b")
CLOSED_OR_COMMA = re.compile(r"\s*(?:[.;!?,]|\Z)(?!\d)")
ACTIVE = re.compile(
    r" (?:qui (?:sont|est) |of which |are |being )?(?:active|activated|actifs?|activés?|actives?)\b"
)
ASKED = re.compile(
    r"(?:\b(?:combien|how (?:many|big|large))|[–—-] (?:et|and))(?P<of> (?:de |d'|d’)?[^?\n]{0,60})\? ?[»”\")]?\s*(?:[–—-] ?)?[“\"«]? ?(?:[–—-] ?|[A-Z]{1,2} ?[:.] ?)?(?:(?:réponse ?:|r ?:|on est|nous sommes|ils sont|oh|eh bien|euh|well|about|environ|around|une?),? ?)?\Z",
    re.IGNORECASE,
)
ONE_NAME = re.compile(r"(?:[A-ZÀ-Ý][a-zà-ÿ'-]+ ?){1,2}")
OF_PART = re.compile(r" (?:des|du|de la|of (?:the )?)\b")
ONLY = re.compile(r"(?:\b(?:seulement|only|just|mais|but|et|and)|,)\s*\Z")
WAS = re.compile(
    r"\b(?:ce (?:fut|sera)|c'(?:est|était)|it was|(?:it|they) made|it(?:'s| is)|ended up (?:with|at)|landed (?:at|on)|got|obtenu|eu|plutôt)\s*\Z"
)
OF_THE = re.compile(
    r"\b(?:[Ss]ur|[Pp]armi|Des|Of|Out of|Among)(?: (?:les|ses|leurs|mes|nos|vos|ces|the|its|their|those))?\s*\Z"
)
WERE = re.compile(
    r" (?:(?:ne |n['’]|s['’]en |s['’]|se |l['’]|les |y |en |lui |leur |nous ){1,2})?(?:[a-zà-ÿ]+(?:ront|raient)|ont|sont|étaient|seront|avaient|vont|iront|partent|reviennent|restent|viennent|proviennent|have|had|has|were|are|is|was|went|goes|will)\b"
)
OR = re.compile(r"(?:\b(?:ou|or|et|and|contre)|[,;])\s*\Z")
EACH = re.compile(
    r" (?:par (?:an|mois|jour|semaine|personne|siège|utilisateur|tête)|(?:a|per|every) (?:year|month|week|day|seat|user|head)|annually|monthly|yearly)\b"
)
OF_WHICH = re.compile(r"\b(?:dont(?: seulement)?|of which(?: only)?|of whom(?: only)?|including)\s*\Z")
PART_OF = re.compile(
    r" (?:auprès|via|grâce|de la|du|des|de l'|de [A-ZÀ-Ý]|de (?:subventions?|prêts?|dettes?|fonds|capital|aides?|cash|crédits?|bénéfices?|pertes?)\b|of (?:debt|equity|cash|grants?|loans?|profit|revenue)\b|in (?:debt|equity|cash|grants?|loans?|subsidies)\b|from|aux|au|chez|en|autour|près|hors|dans|sur|sous|entre|outre)\b"
)
MORE = re.compile(
    r" (?:supplémentaires?|autres|others|de plus|additional|more)\b(?! than| que| of| de\b| d[’'])"
)
APPOSED = re.compile(r"(?: :|,|;|\()\s*(?:déjà |environ |plus d['’]|au moins )?\Z")
"""« les emplettes, une quinzaine depuis 2024 »."""
SIZE_OF = re.compile(
    r"\b(?:(?:et|avec|malgré|de|and|with|despite|of)) (?:ses|leurs|its|their|all its|tous ses) (?:quelque |some |about |environ )?\Z"
)
"""« Qwen et ses 480 milliards »: whose size is told."""
MODELS = re.compile(
    r"\b(?:mod[èe]l[es]?s?|param[èe]t\w+|param\w*|LLMs?|MoE|open[- ]weights?|poids|weights|Llama|Qwen\w*|DeepSeek|Mistral|Kimi|GLM|Gemma|Grok|GPT)\b"
)
OF_MORE = re.compile(r"(?: (?:of|d[eu]|des|[a-z]+s)\b| d['’]|[-%]|\d)")
NO_SIZE = re.compile(
    r"\b(?:dollars?|euros?|investi\w*|budget|capex|revenus?|revenues?|chiffre d'affaires|dettes?|debt|valoris\w+|valuation|worth|fonds|levée|trésorerie|cash|tokens?|jetons|utilisateurs|users)\b|[$€£]"
)
SET_ASIDE = re.compile(
    r"\b(?:nous |leur |lui |m')?en (?:a|ont|avait|avons|aurait|aura) (?:déjà |bien )?(?:réserv|accord|allou|octroy|raccord|promis|attribu|garanti|autoris|obten|demand|réclam)\w* "
    r"|\b(?:reserved|granted|allotted|promised|set aside)(?: (?:us|them|it|him|her))? (?:another )?\Z"
)
"""Power that a grid keeps for somebody, told without its unit."""
CHARGES = re.compile(
    r"\b(?:lift|carr|haul|hold|bear|pull|push|weigh|lug)(?:s|ies|y|ing)? (?:up to |about |around |just |only )?\Z|\b(?:soul[èe]v\w+|port(?:e|ent|er|ait)|pès(?:e|ent)|tir(?:e|er)|encaisse\w*) (?:jusqu'à |environ |près de )?\Z"
)
"""`weighs 30 kilos, lifts 70`."""
FROM = re.compile(r"(?:\bfrom|\bde|\bd['’]) ?\Z")
FROM_TO = re.compile(
    r" ?(?:(?:a|an|per|par|le|la|l['’]) ?[a-zà-ÿ]+ )?(?:all the way |back )?(?:down |up )?(?:to|à)(?: just| about| around| only| à peine| seulement)? \Z"
)
AT_SUM = re.compile(
    r"\b(?:at|for|to|of|at about|at like|for like|for about|for roughly|hit|say|said|paid|was|it's|were at) \Z"
)
SIT_AT = re.compile(
    r"\b(?:sit|sits|sitting|sat|they're|we're|were|are|is|now|already|run|running|tracking) (?:now |already |like )?at (?:about |around |like |roughly |nearly )?\Z"
)
FOR_YEAR = re.compile(
    r"(?= (?:for the year|a year|annuali[sz]ed|in (?:annual|recurring|revenue|ARR)|run[- ]rate|of ARR|ARR)\b)"
)
FOR_WHOM = re.compile(
    r" (?:si (?:l'on|vous|on|tu)\b|if (?:you|they|one|we)\b|pour (?:les?|la|l['’]|une?|ses|chaque) ?[a-zà-ÿ]|for (?:the|an?|its|each|teams?|businesses|students|firms|companies|pros?|enterprises?|larger|bigger)\b|with(?:out)? (?:the|an?|support|extras|everything)\b|(?:avec|sans) (?:(?:le|la|les|une?) |l['’])?[a-zà-ÿ]{4,})"
)
"""« vaut 20 euros, 200 pour les professionnels »."""
FILLER = re.compile(
    r",? (?:what|like|uh|um|er|you know|I think|I guess|say|let's say|let's see|oh|euh|allez|disons|mettons|genre|hein|je crois|tiens)(?:,|\.\.\.|…) \Z"
)
"""What a speaker says while he looks for a number."""
OTHER_HAD = re.compile(
    r"(?:\b(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|ones?|[A-Z][\w-]+) (?:has|had|holds|held|owns?|pulls?|pulled|draws?|drew|takes?|took|uses?|used|needs?|needed|gets?|got)|\b(?:[Ii]l|[Ee]lle|ancienn?e?|précédente?|autre) (?:a|avait|détient|prenait|consommait|tirait|demandait|pèse|pesait)) (?:just |only |about |around |seulement |environ )?\Z"
)
"""`The rack pulls 130 kilowatts. The old ones pulled forty.`"""
DOWN_FROM = re.compile(r"\bfrom (?:about |around |roughly |just |nearly )?\Z")
NOW_AT = re.compile(
    r"\b(?:we're|they're|we are|they are|now|on (?:est|était)|(?:ils|elles) (?:sont|étaient)) (?:now |up |already |maintenant |déjà |désormais |rendus |passés? |montés? |tombés? |descendus? )?(?:at|à) (?:about |around |like |environ )?\Z|[;,] (?:(?:and|et|then|puis) )?(?:in|by|now|last|this|en|fin) ?[\w]{0,12},? (?:at|à) \Z"
)
"""`we had 40 racks, now we're at 130`, `in March at one and a half billion; in June at three`."""
RAISED_TO = re.compile(
    r"\b(?:doubl|tripl|trebl|quadrupl|rais|cut|bump|push|tak|took|brought|grew|grow|expand|lift|scal|bring|ramp|mov)\w* (?:it|them|that|this|(?:the|its|their) (?:number|total|figure|count|fleet|cluster|team|staff|plan|target))(?: up| down)? to (?:about |around |some |nearly |over |more than )?\Z"
)
"""`sixty thousand of them, and by spring they had raised it to ninety thousand`."""
MAYBE = re.compile(r"(?:peut-être|voire|perhaps|maybe|possibly)\b")
RATE = re.compile(r"\b(?:marges?|taux|part|margins?|rates?|share)\b[^.;,]{0,24}\b(?:à|at|to|de|of)\s*\Z")
CLOSED = re.compile(r"\s*(?:[.;!?)»”…]|\Z)(?!\d)")
GAPPED = re.compile(
    r"(?:[a-zà-ÿ-]{4,}(?:ed|ée?s?)|(?:l'|l’|(?:the|its|their|our|his|her|les?|la|leurs?|son|sa|ses|nos|une?|an?|au|aux|à la|in the|at the|celle|celui|ceux|celles|another) )(?:[a-zà-ÿ'-]+ ){0,3}?[A-Za-zÀ-ÿ'-]*[a-zà-ÿ]"
    r"|(?:chez|for|pour|à|at|in) (?:eux|elle|elles|lui|nous|vous|them|us|[A-ZÀ-Ý][\w-]+)|[A-ZÀ-Ý][\w-]+ (?:took|takes|got|gets|had|has|needs|wants|a|en a))"
)
AT_BEST = re.compile(
    r"(?: (?:au (?:mieux|plus|pire|maximum|minimum|moins)|tout au plus|à peine|seulement|en moyenne))?\s*(?:[.;!?)»]|\Z)"
)
"""The end of a clause, with a word that limits: une toiture vingt au mieux."""
STAFF = re.compile(
    r"\b(?:workforce|headcount|payroll|staff|effectifs?)\b(?! of\b)[^.;:\n]{0,48}\b(?:from|to|of|at|is|was|below|above|past|à|de|sous)(?: about| around| some| nearly| almost| environ| près de| plus de| more than| over)? \Z",
    re.IGNORECASE,
)
STAFF_NEAR = re.compile(r"\b(?:workforce|headcount|payroll|effectifs?)\b[^.;:\n]{0,24}\Z", re.IGNORECASE)
"""Before a bound on so many people: ramené les effectifs sous les 67 000."""
PARTED = re.compile(r"\d{1,3}(?:[,.\u00a0\u202f '’]\d{3})+")
"""Digits in groups, as amounts are written and codes are not."""
LOOSE_ENDS = re.compile(
    r"\s*(?:[.,;:!?)»”…—–]|\Z|\n)(?!\d)| (?:of|in|by|at|for|from|last|this|next|a|and|to|more|less|fewer|may|will|were|are|have|had|on|over|since|when|during|would|could|can|less|d'|en|à|et|pour|par|dans|cette|l'an|d'ici|chez|sur|pendant|durant|lors|ont|sont|seront|étaient|de plus|de moins)\b"
)
TAKES_ONE = re.compile(
    r"\b(?:à|pour|contre|vaut|valent|valait|coûte\w*|affiche\w*|atteint|compte\w*|at|for|to|from|against|versus|worth|costs?|charges?|pays?|has|have|had|of|with|says?|gets?|makes?|asks?|wants?|needs?|takes?|reach\w*|hit|is|was|are|were|be|be only|only|seulement|est|était|sont|étaient|de|avec|reste\w*|donne\w*|demande\w*|facture\w*) (?:about |around |some |only |just |environ |encore |déjà |désormais |now |already |still )?\Z"
)
LIST_GOES_ON = re.compile(
    r"(?:,| et| and|;| ;) (?:(?:et|and) )?(?:(?:l['’]|d['’])?[^\W\d_][\w'’.-]* ){1,5}?(?:à |at |de |of )?(?:\d|(?:le reste|le solde|le quart|le tiers|la moitié|autant|the rest|two|three|four|five|six|seven|eight|nine|ten|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|cent|mille)\b)"
)
"""Behind one of a list of which each has its number: la banque 200 et l'État 100."""
YEAR_BEFORE = re.compile(r" (?:l'an|un an|a year|last year|the year|en 20\d\d|in 20\d\d|auparavant|before)\b")
OF_MONEY = re.compile(
    r" (?:de (?:recettes?|revenus?|ventes?|pertes?|dettes?|chiffre|bénéfices?|dépenses?|marge|fonds|capital)|d['’](?:activité|investissements?|aides?|économies)|in (?:sales|revenues?|costs?|losses|debt|cash|profits?|fees|grants)|of (?:sales|revenues?|costs?|losses|debt|cash|profits?|it\b))"
)
"""Behind a number that is money though nothing says it: pour 40 de recettes."""
AT_BEFORE = re.compile(r"\b(?:at|à|of|de) \Z")
"""Before an age or the number of a house as often as a share: the CEO left at 65."""
NO_AMOUNT_BEFORE = re.compile(
    r"(?:\b(?:le|la|les|the|(?:age|âge) (?:of|de)|aged|article|chapter|section|page|n°|no\.|number|numéro|version|top|level|tier|phase|step|day|June|July|January|February|March|April|May|August|September|October|November|December|Windows|iOS|Gen|gen|Series|Figure|GPT|Gemini|Claude|Grok|Llama|Kimi|Qwen)|[A-Z][\w-]*|[:.]\d|#) ?\Z"
)
SOLD_FOR = re.compile(r"(?:\b(?:pour|for)|[,)] (?:à|at)) (?:about |environ |seulement |only |just )?\Z")
"""Before what one more was sold or bought for: « une part de Bolt, pour 9,5 »."""
ONE_SENTENCE = re.compile(r"[.!?] ")
NAME_BEFORE = re.compile(r"(?:[A-Z][\w'’-]*|\b(?:v|version|iOS|chapitre|article|section|à|at|vers)) \Z")
"""Before a version rather than a share: Sonnet 4.5."""
SHARE_ENDS = re.compile(
    r"\s*(?:[.,;:!?)»”…—–]|\Z|\n)(?!\d)| (?:and|et|of|de|des|du|for|pour|on|sur|in|en|against|contre|so|uh|um|but|mais|a year|un an|last|l'an)\b| d['’]"
)
SCALE_BEHIND = re.compile(
    r" ?(?:[%$€£°]|(?:billion|million|trillion|milliard|percent|per ?cent|pour cent|points?|degrees?|watts?|x\b|fois|times))"
)
TO = re.compile(r" (?:to|à) ")
PLACED = re.compile(r"(?:pour|for|chez|à|aux?|en|in|at|sur|on|dès|by|avec|with)\b")
PLACED_SOON = re.compile(
    r"(?: (?!pour|for|chez|à|aux?|en|in|at|sur|on|dès|by|avec|with)[\w-]+){0,2} (?P<place>pour|for|chez|à|aux?|en|in|at|sur|on|dès|by|avec|with)\b"
)
GIVEN_BY = re.compile(r" (?:d(?:e|es|u) (?:l['’]|la |les )?|d['’]|from (?:the )?)[A-ZÀ-Ý]")
EACH_ONE = re.compile(r" (?:la|le|l['’]|an?|per|chaque|for an?)\s?[a-zà-ÿ]+s?\b")
"""« 50 des Émirats et 20 de Brookfield », « 40 000 euros la carte, 300 000 le serveur »."""
NAME_ALONE = re.compile(
    r"(?:,|\b(?:et|and)) (?!(?:Claude|GPT|Gemini|Llama|Grok|Opus|Sonnet|Haiku|Mistral|Qwen|Kimi|Gemma|Phi|Nova|iPhone|Windows|Android|Pixel|Galaxy|Sora|Veo|Imagen|Optimus|Figure|Atlas|Spot|Starship|Falcon|Airbus|Boeing|Devstral|Codestral|Magistral|DeepSeek|Ernie|Hunyuan|Doubao|Seed|Apertus)\b)(?:l['’]|le |la |les )?[a-z]?[A-ZÀ-Ý][\w'’.&-]*(?: [A-ZÀ-Ý][\w'’.&-]*)? \Z"
)
"""Before the share of one of a list, whose name is no model's with its version."""
LISTED = re.compile(r"(?:,|;|\b(?:et|and|puis|then))\s*\Z")
ACTIVES = re.compile(
    r" (?:weekly|monthly|daily)(?: actives?)?\b(?! (?:revenue|sales|costs?|dollars|spend|price|fee|rides|tokens|queries))"
)
PRICE_SIDE = re.compile(
    r" (?:in|out)(?=[.,;]|\Z| (?:which|and|so|but|per)\b)| (?:in|en|for|pour|à l'|à la|on|per million)(?: the)? ?(?:sortie|output|entrée|input|out\b)"
)
TAKES = re.compile(
    r"\b(?:swallow|gulp|draw|consume|use|need|want|take|require|build|add|supply|deliver|make|order|host|reach|talk of|dream of|burn|pull|sip|eat|get to|grow to|go to|rise to|expand to|scale to|climb to|allow|permit|seek|target|plan|operate|run|own|control|lease|manage|have|hold)(?:s|ed|ing)? (?:for )?\Z"
    r"|\b(?:framework|option|permit|room|plan|plans|talks of|dreams of|target|licen[cs]e|ask(?:s|ed|ing)?|appl(?:y|ies|ied)|built|drew|took|sought) (?:for )?\Z"
    r"|\b(?:avaler|avalera|consommer|engloutir|demande(?:nt|ra)?|réclame(?:nt)?|exige(?:nt)?|voudrait|prévoit|prévoient|construire|ajouter|livrer|fournir|vise(?:nt)?|autorise(?:nt)?|place pour|besoin de|option pour|se content\w+ (?:de|d['’]) ?|makes do with|gets? by (?:on|with)) ?\Z",
    re.IGNORECASE,
)
"""What takes so much: behind it a bare number is more of what was told."""
STANDS = re.compile(
    r"\b(?:(?:était|est|reste|plafonne|culmine|arrive|monte|restait|plafonnait|tombe) (?:à|sur)|(?:is|was|sits|stands|stood|stays|stuck|tops out) (?:at|on)|scor(?:es|ed)|manages|managed|obtient|affiche|signe|face aux|face à) \Z",
    re.IGNORECASE,
)
FACED = re.compile(r"\b(?:face aux?|contre(?: les)?|against(?: the)?|than(?: the)?|que les) \Z")
NAMED = re.compile(r" (?:d[e'’]|of|in|for) ?[A-ZÀ-Ý]")
ANOTHERS = re.compile(
    r"(?:[A-ZÀ-Ý][\w-]+ (?:has|holds|owns|keeps|had|gets|took|détient|garde|conserve|possède|obtient)|['’]s (?:is|are|was|were)|\b(?:celle|celui|ceux|celles) d[^ ]+(?: [A-ZÀ-Ý]\w+)? (?:est|sont|était|étaient)(?: de| à)?) (?:just |only |about |seulement )?\Z"
)
"""`The foundation has 26.`, `AMD's are 54.`: another's share beside the one just told."""
AIMS = re.compile(
    r"\b(?:wants?|wanted|(?:has |have )?ask(?:s|ed)? for|seek(?:s|ing)?|sought|aim(?:s|ed|ing) for|target(?:s|ed|ing)?|hop(?:es|ed|ing) for|expect(?:s|ed|ing)?|raised|got|vis(?:e|ait)|veut|voulait|demandait|demande|espère|espérait|table sur|attend(?:ait)?|en voulait) (?:about |around |maybe |environ )?\Z",
    re.IGNORECASE,
)
RECKON = re.compile(
    r"\b(?:comptez|compter|prévoir|prévoyez|ajoutez|ajouter|reckon on|budget|figure on|add) \Z", re.IGNORECASE
)
HUNDREDS = re.compile(r"\b(?:hundred|cents?) (?:m|b|tr)illi")
DIGITS = re.compile(r"\d(?:[\d.,'  ]*\d)?")
