"""Cues of French ellipsis: nothing in, out which words around a bare number say what it is of (elided_french.py, elided_french_told.py)."""

from __future__ import annotations

import re

SIZED = re.compile(
    r"(?P<weighs>\b(?:modèles?|LLM|petits?|gros|grands?|géants?)(?: [a-zà-ÿ]+)? (?:fait|pèse|pesait|affiche|compte|aligne|totalise|monte à|grimpe à|plafonne à|culmine à) (?:\w+ b, enfin |environ |près de |quelque |jusqu['’]à )?)\Z|\b(?:(?P<model>(?:modèles?|variantes?|moutures?|déclinaisons?|LLM|petits? frères?|grands? frères?|versions?|celui|celle)(?: (?:ouverts?|ouvertes?|dense|denses|maison|géante?|de langage|allégée?s?|compacte?s?|phare|open source|plus petite?|plus grande?))?)"
    r"|(?P<held>(?:fenêtres?(?: de contexte)?|contextes?|mémoire de travail|longueur de contexte)(?: (?:étendue?|élargie?|maximale?|portée?|géante?|immense|qui (?:va|monte|grimpe)|passe|monte|grimpe|va|atteint|s['’]étend|s['’]élargit|culmine|plafonne|est))?)) (?:de |d['’] ?|à |allant |jusqu['’]à |jusqu['’]au )+\Z|\b(?P<sizes>(?:[Tt]rois|[Dd]eux|[Qq]uatre|[Ss]es|[Ll]es|[Pp]lusieurs)? ?[Tt]ailles?(?: [a-zà-ÿ]+)?(?: d['’e] ?[A-Z]\w+)?(?:,| ?:)) (?:\d+(?:,\d+)?(?:, | et | ou ))*\Z"
)
OF_IT = re.compile(r"(?: (?:d[eu]|des|[a-zà-ÿ]+s)\b| d['’]| ?[-%$€£]| (?:dollars|euros|yuans))")
IN_PLACE = re.compile(
    r" (?:(?:à|au|aux|en|dans|sur|pour|chez|par) (?:l['’]|la |le |les )?[A-ZÀ-Ý][\w'’-]+|dans (?:l['’](?:ouest|est)|le (?:nord|sud|centre|reste)|les (?:autres|deux))\b|à l['’](?:étranger|intérieur|extérieur|export)\b)"
)
IN_TIME = re.compile(
    r" (?:déjà )?(?:aujourd['’]hui|désormais|maintenant|à présent|actuellement|demain|(?:en|fin|début|mi-|dès|d['’]ici(?: à)?|à l['’]horizon) ?20\d\d|(?:dès |avant |pour |rien que |depuis )?(?:l['’]an (?:dernier|passé|prochain)|l['’]année (?:dernière|passée|prochaine|suivante|d['’]après))|(?:dès |avant |pour |rien que )?cette année|(?:un|deux|trois) (?:ans?|mois) (?:plus tôt|plus tard|auparavant)|en (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)|au (?:premier|deuxième|troisième|quatrième|dernier) (?:trimestre|semestre)|(?:la|le) (?:premi[eè]re?|deuxième|seconde?|troisième|derni[eè]re?|même) (?:année|an|mois|trimestre|semestre|jour|semaine))\b"
)
IN_FORM = re.compile(
    r" (?:en (?:option|actions|titres|numéraire|cash|liquide|dette|prêts?|fonds propres|capital|nature|obligations|subventions|crédits?|garanties?)|fermes?|optionnels?|conditionnels?|à (?:la (?:signature|livraison|clôture)|terme|crédit)|sous (?:conditions?|forme)|cash)\b"
)
"""Behind so much of a sum, in what it is paid: 40 millions ferme, 25 en option."""
OF_KIND = re.compile(
    r" (?:de |d['’])(?!ici\b|eux\b|elles\b|entre\b|autres?\b|plus\b|moins\b|un\b|une\b|ans\b|ce\b|cette\b)[a-zà-ÿ]{3,}"
)
"""Behind so much of a sum, of what it is."""
MOVED = re.compile(
    r"\b(?:port|relev|ramen|abaiss|réduit|rédui|pass|mont|fix|remont|tomb|ramèn|relèv|descend|grimp|haussé|hiss)\w*(?: [a-zà-ÿ]+)? à \Z"
)
ALL_OF = re.compile(r"\b(?:à (?:eux|elles)|tous les|toutes les|l['’]un des|l['’]une des) \Z")
"""Before those that were just named, who are no amount: à eux deux, les trois."""
LABEL = re.compile(r"(?:\*\*)? ?: (?:c['’]est )?(?P<noun>(?:ses|leurs|les|nos) [a-zà-ÿ]+)")
NUMBER_OF = re.compile(
    r"(?:\*\*)? ?[,.:;–—-] (?:(?:[Cc]['’]est|[Vv]oilà|[Ss]oit|[Tt]el est) )?le (?:nombre|total) (?:d['’]|des? )(?P<noun>[^\W\d_]+)"
)
"""Behind a number that stands alone at the head of a line: 900 000 : ses salariés."""
IS_AT = re.compile(
    r"\b(?:[A-ZÀ-Ý][\w-]+,? qui|[A-ZÀ-Ý][\w-]+,? lui,?|celui-ci|celle-ci|l['’]autre) (?:est|était|reste|en est|plafonne|culmine) à \Z"
)
EACH_TIME = re.compile(
    r" (?:par|le|la|du|de l['’]|l['’]) ?(?:mois|an|million|heure|tête|siège|utilisateur|abonnement)(?: de (?:tokens|jetons))?,? (?:et |puis |ou )?"
)
"""Between two prices of the same, where a speaker makes no pause."""
THOSE = re.compile(r"\b(?:les|des|aux) \Z")
THAT = re.compile(
    r" (?:que (?:l['’]|la |le |les |son |sa |ses |leur |lui |nous |(?:compt|recens|totalis|dénombr|possèd|abrit|réclam|promet|détien|exploit|gèr|emploi|rassembl|réuni|affich|annonc|veut|voul|espér|attend)\w* )|qu['’](?:il|elle|on|ils|elles|un|une|en)\b|dont (?:il|elle|le|la|l['’])|annoncée?s|prévue?s|promis|espérée?s|attendue?s|visée?s|initiale?s|initiaux|de (?:l['’]an|20\d\d)|réclamée?s|investie?s|levée?s|infligée?s|suivante?s|restante?s|manquante?s|premi[eè]re?s\b|derni[eè]re?s\b|supplémentaires|précédente?s|autres\b)"
)
PRICED = re.compile(
    r"\b(?:le|la|l['’]|les|en) (?:pay|pai|factur|vend|lou|affich|propos|coût)\w* (?:encore |déjà |toujours |seulement |jusqu['’]à |à )?\Z|\b(?:vendue?s?|facturée?s?|payée?s?|louée?s?|proposée?s?|affichée?s?|tarifée?s?) (?:à |désormais |encore |déjà |seulement ){0,2}\Z"
)
"""Before what one more of it costs."""
TO_NOUGHT = re.compile(
    r"\b(?:tomb|chut|rédui|ramen|pass|retomb|descend|plafonn|rest)\w* (?:désormais |quasiment |presque )?à \Z"
)
LETTER = re.compile(r"\b[a-z] \Z")
SAYS_ON = re.compile(r" (?:ça|c['’]est|oui|ouais|hein|quoi|vous|tu|on)\b")
SHOUTED = re.compile(r" ?!")
DECIMAL = re.compile(r"\d{1,4},\d{1,3}")
POINT = re.compile(r"\bvirgule\b", re.IGNORECASE)
NO_SHARE = re.compile(
    r"\b(?:PUE|notes?|coefficient|indices?|ratio|version|magnitude|échelle|Richter|moyenne de|facteur|page|article|figure|chapitre|gpt|opus|sonnet|claude|llama|gemini|grok|mistral) (?:(?:est|était|d[eu']|à|moyenne?) ?){0,3}\Z",
    re.IGNORECASE,
)
"""Before a decimal that has no unit, or is a version."""
OTHER_UNIT = re.compile(
    r" ?(?:[°%$€£×]|[a-zA-Zµ]{1,2}\b(?!['’])(?<! à)(?<! en)(?<! et)(?<! de)(?<! du)(?<! au)(?<! on)(?<! ou)(?<! il)(?<! la)(?<! le)(?<! un)(?<! se)(?<! si)(?<! y)(?<! a)(?<! ça)|(?:sur (?:\d|cinq|dix|vingt)|(?:titre|action|point|fois|enfant|part|étoile|version)s?\b))"
)
"""Behind a decimal, what it is of or out of."""
EN = re.compile(
    r"(?:\b|(?<=[jnmltsd]['’]))en (?:(?:a|ont|ai|as|avait|avaient|aura|auront|aurait|auraient|avons|avez|est|sont|était|étaient|fait|font|faisait|faisaient|faire|va|vont|peut|peuvent|doit|doivent|pourrait|devrait|veut|veulent|reste|restait) )?"
    r"(?:(?:pas|plus|déjà|aujourd'hui|désormais|bientôt|encore|toujours|alors|même|ainsi) )?(?P<verb>(?!(?:pas|plus|déjà|aujourd|désormais|bientôt|encore|toujours|alors|même|ainsi)\b)[a-zà-ÿ]+) ?(?:(?:pas|plus|déjà|aujourd'hui|désormais|bientôt|encore|toujours|alors|même|ainsi|chaque (?:jour|mois|an)|cette année|au total|ici|là|parfois|respectivement|chacune?|ensuite) )?(?:que |plutôt |à |« ?|respectivement )?\Z"
)
"""Before so much of what was named: il en compte, on n'en voit que, d'en lancer, ils en ont déjà vendu."""
NO_PRONOUN = re.compile(
    r"en (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|outre|moyenne|échange|baisse|hausse|place|ligne|charge|tête|vente|une|guise|pleine|bourse|perte|cause|quelque|cette|ce|plus|france|"
    r"moins|face|dessous|deçà|dehors|cours|chine|inde|europe|asie|amérique|californie|allemagne|italie|espagne|suisse|belgique|tout|toute|deux|trois|quatre|cinq|fait|fin|début|même|effet|revanche|particulier|valeur|volume|nombre|partie|service|euros|dollars|orbite|continu|direct|boucle|sortie|entrée|version|mode|seulement|à peine) "
)
SENTENCE = re.compile(r"[.!?;:] |\n")
SUBJECT = re.compile(
    r"(?:[Dd]es|[Ll]es|[Ss]es|[Ll]eurs|[Cc]es|[Dd]eux|[Tt]rois|[Pp]lusieurs) (?:(?!en\b)[\w'’-]+ ){1,9}en "
)
"""The start of a sentence whose subject counts what `en` stands for, and is none of it: des inspecteurs en avaient relevé 22."""
COUNTS = re.compile(
    r"(?:compt|possèd|possed|align|exploit|achet|achèt|vend|livr|produi|fabriqu|install|emploi|employ|command|déploy|déploi|recens|déclar|revendiqu|lou|lanc|form|recrut|supprim|construi|gèr|gér|détien|déten|reçoi|reçu|trait|usin|répertori|dénombr|énumèr|sign|ouvr|embauch|licenci|post|publi|hébergé?|immatricul|expédi|assembl|branch|racheté?|acquis|acquier|vivre|réserv|promet|promis|précommand|rappel|cherch|fourni|distribu|attribu|allou|perdr|rassembl|regroup|visit|répar|transform|remplac|rénov|veu|voulu|voudr|voul)\w*|a|ont|ai|as|avait|avaient|aura|auront|aurait|mets?|mettent|mis"
)
PAYS = re.compile(
    r"(?:encaiss|dépens|coût|cout|factur|investi|lev|lèv|rapport|pay|pai|vers|génèr|génér|dégag|emprunt|consacr|perd|vau|récolt|touch|gagn|rembours|inject|mobilis|lèvera|décaiss)\w*"
)
KEEPS = re.compile(r"(?:gard|conserv|détien|déten|contrôl|possèd|possed|récupèr|récupér|cèd|céd)\w*")
USES = re.compile(
    r"(?:utilis|exploit|lanc|install|déploy|déploi|fabriqu|produi|construi|livr|assembl|accueill|héberg|embauch|form)\w*"
)
TAKES_TIME = re.compile(
    r"(?:mis|met|mett\w+|pris|prend\w*|faut|faudra|faudrait|fallu|fallait|reste\w*|dur\w+|demand\w+|attend\w*|pass\w+|purg\w+|fera)"
)
RANGE_NEXT = re.compile(
    r" (?:à|ou) (?:\d|(?:trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|cinquante|soixante|cent)\b)"
)
ENDS = re.compile(
    r"(?=\s*(?:[.,;:!?)»”…—–]|\Z|\n)(?!\d))| (?:pendant|durant|lors|dont|soit|hors|sans|avec|contre|de plus|de moins|au (?:total|plus|moins|mieux|lieu)|d['’]ici|d['’]exploitation|d['’]un coup|(?:le|la|l['’]|au|cette|ce|cet|l['’]an|chaque) ?(?:jour|mois|an|année|été|hiver|printemps|automne|semaine|heure|moment|départ|lendemain)|parce|car|alors|tandis|lorsque|donc|ce qui|auxquel|à la fois|en même temps|en parallèle|à eux)"
)
FAR = re.compile(
    r"\b(?:devant|derrière|loin|que|contre|face|sous|dessus|dessous|après|avant|sur|comparer|côté|malgré|rapporter) (?:de |d['’])?(?:les|des|aux) \Z"
)
OF_WHOM = re.compile(
    r" (?:de |d['’]|du |chez )(?:la |l['’])?(?:[A-ZÀ-Ý]|20\d\d|l['’]an|rival|concurrent|précédent|son |sa )"
)
"""Around what another has, which so much is compared with: loin devant les 250 de Bezos."""
REACHES = re.compile(
    r"\b(?:attein(?:dr\w+|t|dre|gne\w*)|approch\w+|frôl\w+|avoisin\w+|(?:tomb|mont|grimp|pass|bond|chut|remont|retomb|redescend|descend)\w* à|se (?:situe|situer|limite|limiter)\w* à) (?:environ |près de |désormais |même )?\Z"
)
"""Before what the same comes to: les pertes pourraient atteindre 9 cette année."""
THAN = re.compile(r" de (?:plus|moins|mieux)\b")
OTHERS_AGE = re.compile(
    r"(?:[,;] |\bet )(?:elle|lui|l['’]autre|s(?:on|a) [a-zà-ÿ-]+|[A-ZÀ-Ý][\w'-]+(?: [A-ZÀ-Ý][\w'-]+)?)(?: en a| a|,)? \Z"
)
"""Before another's age: il a 41 ans, elle 36."""
NUMBER_IS = re.compile(
    r"\b(?:nombre(?: total)? (?:de |d['’]|des )|celui (?:de |d['’]|des )(?:ses |leurs |nos )?)(?P<noun>[^\W\d_]{3,})\b(?:(?!celui|nombre)[^.;:!?\n]){0,60}\b(?:de|d['’]|à|est|était|sera|atteint|atteindra|dépasse|dépassera) (?:\d[\d ]* (?:à|et) )?\Z"
)
"""Before so many of those whose number is told: le nombre de sites passe de 4 à 12."""
PARALLEL = re.compile(r"(?:\A|[;.(] |\n(?:[-–•*] ?)?)[A-ZÀ-Ý0-9][\w'’ .-]{1,24}?(?P<sign>,| :|:) \Z")
"""Before an amount that is told of a place, a year or a name at the head of its clause: Metz, 80 ; 2025 : 30."""
PERSONS = re.compile(r"[.;] (?:[Ee]lle|[Ll]ui|[Ll]['’]autre|[Ss](?:on|a) [a-zà-ÿ]+), \Z")
SCALED_NEXT = re.compile(r" à (?:[\d,]+|[a-zà-ÿ-]+) (?:millions?|milliards?)\b")
"""Behind the first of a change whose scale stands with the second: de 10 à 25 millions."""
