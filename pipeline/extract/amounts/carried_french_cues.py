"""Cues of carrying in French alone: nothing in, out which words around a bare number say that it is money, and how much (carried.py)."""

from __future__ import annotations

import re

MODELS_NEAR = re.compile(
    r"\b(?:param\w*|poids|[Mm]odèles?|LLM|versions?|[Ll]arge|[Ss]mall|[Mm]ini|[Mm]edium|[Pp]etite?s?|[Gg]rosse?s?|[Gg]rande?s?|dessous|dessus|tailles?|Llama|Qwen\w*|DeepSeek|Mistral|Mixtral|Kimi|GLM|Gemma|Grok|GPT|Falcon|Phi)\b"
)
"""Between parameters and billions of the next sentence that are some too."""
EACH = re.compile(r" (?:chaque|par|tous les|toutes les) (?:jour|semaine|mois|jours|semaines)\b")
"""Behind millions who come back, or that are made: 40 millions chaque jour."""
OF_A_MASS = re.compile(
    r" (?:de la|du|de l['’]) ?(?!(?:population|planète|moitié|même sorte)\b)\w| (?:de (?:bons |nouveaux |futurs |gros )?|d['’])(?!(?:code|monde|plus|moins|token|jeton|paramètre|utilisateur|abonné|foot|mieux)\b)(?:capitaux|fonds propres|fonds|pertes|dettes|ventes|recettes|revenus|bénéfices|actifs|dividendes|crédits|loyers|impôts|taxes|indemnités|surcoûts|intérêts|primes|avoirs|engagements|dépôts|créances|provisions|dépréciations|liquidités|synergies|royalties|redevances|"
    r"[a-zà-ÿ-]{2,}[a-rt-wyà-ÿ](?![\w'’-]))"
)
"""Behind millions of money, of what they are: a thing in the singular, or one that is itself money (résultat, capitaux propres)."""
PASSED = re.compile(
    r"(?:\b(?:dépass|excéd|excèd|franchi|atteign|atteint|atteindr|approch|frôl|avoisin|crev|touch|vis)\w*(?: (?:désormais|déjà|enfin|bientôt|même|largement|allègrement))? le|\b(?:passé|passe|passer|passera|passait)(?: (?:désormais|déjà|enfin|bientôt))? le"
    r"|\b(?:supérieure?s?|inférieure?s?|proches?) (?:au|du)|\bjusqu['’]au|\b(?:au-delà|au-dessus|au-dessous|en dessous|autour|près|plus|moins|loin) du|\b(?:barre|cap|seuil|plafond|palier|barrière)(?: symbolique)? du) \Z",
    re.IGNORECASE,
)
"""Before a round number that is passed, or not: dépasser le milliard, la barre du million."""
POUNDS_PAID = re.compile(
    r"\b(?:réclam\w+|exig\w+|ach[eè]t\w+|vend\w*|pay\w+|pai\w+|condamn\w+|vers\w+|touch\w+|offr\w+|rapport\w+|économis\w+|doté\w*|chiffr\w+|estim\w+|factur\w+|encaiss\w+|dommages|chiffre|coût\w*|prix|contrat|marché|ventes|plan|fonds|crédits?|prêts?|dettes?|lignes?|emprunt\w*|financ\w+|investi\w*|lev[éeè]\w*|lèv\w+|inject\w+|mis[ée]\w*|budget|enveloppe|capital\w*|valoris\w+|perte|bénéfices?|recettes?)\b"
)
"""Before livres that are paid and no books."""
INDIAN = re.compile(r"\b(?:crores?|lakhs?)\Z", re.IGNORECASE)
"""Millions as India counts them, which are rupees where nothing is counted."""
ACTIVE = re.compile(
    r" (?:qui )?(?:s['’](?:activent|allument|éveillent|animent)|sont (?:activés|actifs|sollicités|mobilisés|réveillés)|travaillent|tournent|servent)\b| (?:seulement |à peine )?(?:activés|actifs|sollicités|mobilisés)\b"
)
"""Behind the parameters of a model that work at once."""
CHANNEL = re.compile(
    r"\b(?:pouces? bleus?|ma chaîne|la chaîne|abonnez-vous|vous abonner|en commentaires?|cette vidéo)\b"
)
"""In a text that is spoken to those who follow a channel."""
THEY_ARE = re.compile(
    r"\b(?:[Ii]ls|[Ee]lles) (?:sont|étaient|seront|seraient) (?:environ |déjà |aujourd'hui |désormais |maintenant |près de |plus de |quelque |encore )?\Z"
)
ARE_ENDS = re.compile(r"\s*(?:[.,;:!?)]|\Z)(?!\d)| (?:à|en|dans|chaque|par|aujourd'hui|désormais|chez|sur)\b")
"""Around millions who are people: ils sont 3 millions à payer."""
