"""French words right beside a figure that tell what it measures. Data, no logic: see told_beside.Row."""

from __future__ import annotations

from pipeline.records import Kind, Metric

ABOUT = r"(?:environ|près de|plus de|quelque|presque|autour de|à peine|jusqu['’]à|au moins|moins de|pas moins de|un peu plus de|les?|déjà|seulement|encore) "
_ALL = 1e18
_THEM = r"(?:lui|leur|nous|m['’]|me|l['’]|vous) ?"
_HALLS = r"(?:implantations?|sites?|usines?|campus|chantiers?|centres?|data ?centers?|installations?|extensions?|bâtiments?|fonderies?|supercalculateurs?|calculateurs?)"
SURE: tuple[tuple[Kind, Metric, float, float, str, str], ...] = (
    ("money", "funding", 1e5, _ALL, r"\b(?:tours?|levée|série [A-H]|opération|amorçage|table)\b[^.;:\n]{0,44}\brapport(?:é|e|er|era|ent|ait)\b", ""),
    ("money", "revenue", 1e4, _ALL, r"\brapport(?:é|e|er|era|erait|eront|ent|ait)(?: gros)?", ""),
    ("money", "revenue", 1e5, _ALL, r"\ben (?:a|ont|avait|avaient|aurait|auront|aura) (?:re)?tiré|\ben (?:re)?tir(?:er|e|ent|erait|era)", ""),
    ("money", "revenue", 1e5, _ALL, r"\btourn(?:e|ent|ait|aient|erait|ons)(?: \w+){0,2} (?:à|autour de|sur|aux)", ""),
    ("money", "revenue", 1e5, _ALL, r"\b(?:marché|contrat|bon de commande)s?(?: (?:public|cadre|pluriannuel|ferme))? (?:de|à|d['’]une valeur de|d['’]un montant de|estimé à|évalué à|portant sur)", ""),
    ("money", "revenue", 1e5, _ALL, "", r" (?:de |en )(?:ventes|chiffre d['’]affaires|recettes|revenus?|commandes|facturation|redevances|loyers perçus)\b"),
    ("money", "funding", 1e4, _ALL, rf"\b{_THEM}(?:a|ont|avait|avaient|avance|accorde|confie|prête|octroie)(?: (?:tout de même|quand même|déjà|aussi|même|ainsi|en outre|par ailleurs))*(?: (?:confié|accordé|octroyé|prêté|avancé|promis|alloué|attribué|consenti))?(?<! a)(?<!ont)(?<!ait)(?<!ent)", ""),
    ("money", "funding", 1e4, _ALL, r"\b(?:obligations?|prêts?|emprunts?|avances?|subventions?|dettes?|crédits?|bourses?|aides?)(?: (?!pour|dans|sur|en)[a-zà-ÿ]+){0,2} (?:de|d['’]|à hauteur de|:)", ""),
    ("money", "funding", 1e5, _ALL, r"\b(?:[Aa]morçage|[Ll]evée|[Ss]eed|[Ss]érie [A-H]|[Tt]our de table|[Pp]ré-amorçage|[Ff]inancement) ?:", ""),
    ("money", "funding", 1e5, _ALL, "", r",? (?:apportés|levés|avancés|récoltés)(?: \w+)? par\b"),
    ("money", "price", 1e6, _ALL, r"\b(?:aval|gob|croqu|absorb|rach[eè]t|engloutir|s['’](?:est|était|offr|ét?)|repr)\w*(?: offert)? [^.;:\n€$]{2,50} (?:pour|contre)", r"(?!.{0,16}\b(?:de|d['’]) ?(?:serveurs|puces|GPU|cartes))"),
    ("money", "price", 1e6, _ALL, r"\b[Pp]our (?:s['’]offrir|racheter|acquérir|avaler|mettre la main sur|s['’]emparer d|absorber)[^.;\n]{2,60} (?:sorti|déboursé|payé|versé|mis|aligné|dépensé|lâché|posé|sort|débourse|paie)", ""),
    ("money", "price", 1e6, _ALL, r"\b[Pp]our", r", [^.;:\n]{2,34}\b(?:a|ont|avait|s['’]est|vient de|s['’]) ?(?:pris|racheté|acquis|avalé|repris|mis la main|offert|emparé|absorbé|offr)"),
    ("money", "capex", 1e6, _ALL, r"\b(?:ach[eè]t|command|dépens|investi|s['’]offr|acqui)[^.;:\n€$]{0,40}", r" (?:de|d['’]|en) ?(?:serveurs|puces|GPU|processeurs|cartes|équipements|machines|matériel|accélérateurs)\b"),
    ("money", "price", 0, 2e7, r"\b(?:s['’]échang|se négoci|se (?:re)?vend|se lou|se monnai|se pai|s['’]achèt)\w*(?: (?:désormais|déjà|aujourd['’]hui|encore|actuellement))? ?(?:aux alentours de|autour de|à|pour|entre|dans les|aux environs de)?", ""),
    ("money", "price", 0, 1e6, r"\b(?:annoncée?s?|affichée?s?|proposée?s?|facturée?s?|vendue?s?|commercialisée?s?|disponibles?|dispo|trouvable)(?: \w+)? (?:à partir de|dès|à|pour|autour de|sous les)", ""),
    ("money", "price", 0, 1e6, r"\b(?:caution|acompte|dépôt|arrhes|ticket d['’]entrée)(?: \w+)? (?:de|à|:)", ""),
    ("money", "price", 0, 1e4, r"\b(?:action|titre|cours)\b[^.;\n]{0,60}\b(?:à|sur)", r"(?! de)"),
    ("money", "cost", 0, 1e6, r"\b(?:[Mm]a|[Nn]otre|[Mm]es|[Mm]on|[Nn]os) [^.;\n]{2,40}(?: ?:|\bs['’](?:élève|est élevée?) à|\batteint|\bgrimpe à|\bde)(?<!prix de)(?<!formule de)", ""),
    ("money", "cost", 0, 1e6, r"\b(?:m['’]|nous |me |t['’])(?:a|ont|aura|aurait|avait) (?:\w+ )?coûté|\bardoise (?:de|:)|\b[Aa]ddition (?:de|:)", ""),
    ("money", "cost", 1e5, _ALL, r"\b(?:a|ont|va|vont|avait) (?:\w+ )?(?:englouti|engloutir|cramé|flambé|claqué|grillé)|\bbrûl(?:e|ent|é|ait|er|ons|aient)", r"(?!.{0,40}\bl[’']an\b)"),
    ("money", "investment", 1e6, _ALL, rf"\b{_HALLS}\b[^.;:\n]{{0,60}}, (?:pour|soit|le tout pour|chiffrée?s? à|estimée?s? à)", ""),
    ("money", "investment", 1e6, _ALL, r"\b(?:construire|bâtir|agrandir|s['’]agrandir|s['’]étendre|moderniser|s['’]implanter)\b[^.;:\n]{0,50}(?: :|,? pour)", ""),
    ("money", "investment", 1e6, _ALL, "", rf" pour (?:une?|deux|trois|la|le|son|sa|ce|cette) (?:seule? |nouvelle? |nouveau )?{_HALLS}\b"),
    ("money", "investment", 1e6, _ALL, r"\by (?:engag|injecte?|plac|mett|consacr|dépens|met|investi|a mis|ont mis|a placé|ont placé)\w*", ""),
    ("money", "valuation", 1e7, _ALL, r"\b(?:licornes?|en Bourse|sur le papier|valorisation)\b[^.;:\n]{0,20}\b(?:à|de)|\bévaluée?s?(?: (?:désormais|aujourd['’]hui|maintenant|à))*|\bsur (?:une|la) base de", ""),
    ("money", "valuation", 1e9, _ALL, r"(?:\A|[.!?\n] ?)[ÀA]", r", (?:[A-Z]|l[ae]|l['’])"),
    ("money", "cash", 1e5, _ALL, "", r" (?:en banque|sur (?:le|son|ses|leurs?|nos|notre) comptes?|de côté|en caisse|en trésorerie)\b"),
    ("percent", "share", 0, 101, r"\b(?:pris|prendre|repris|racheté|acquis|acheté|gardé|conserv\w+|garde\w*|rafl\w+|détien\w+|cédé|céder|vendu|mis la main sur)", r" (?:de|du|d['’]) ?(?:(?:la |l['’]|sa |son |cette )?(?:société|start-up|entreprise|jeune pousse|boîte|filiale|éditeur|opérateur|groupe|capital|parts)|[A-Z])"),
    ("percent", "growth", 0, 1e6, r"\b(?:grimp|bond|flamb|chut|recul|dévis|progress|augment|baiss|plong|dégringol|s['’]envol|s['’]effondr|renchér|gonfl|fond)\w*(?: de| d['’]| encore de| presque de)", ""),
    ("percent", "benchmark", 0, 101, r"\b(?:se tromp|hallucin|échou|s['’]égar)\w* (?:\w+ )?(?:dans|sur|à)", ""),
    ("money", "valuation", 1e8, _ALL, r"\b(?:l[ae]|les|l['’]) ?(?:donn|estim|chiffr|situ|jaug)\w* (?:désormais |déjà )?(?:à|autour de)", ""),
    ("percent", "benchmark", 0, 101, r"\b(?:trouv|répond|réuss|résou|devin|localis|prédi|diagnosti|class|transcri|tradui|repèr|repér|voit|vise)\w* [^.;:\n]{0,30}\b(?:dans|à)", r" des (?:cas|fois|tentatives|questions|problèmes|tâches|patients|essais)\b"),
)  # fmt: skip
ELSE: tuple[tuple[Kind, Metric, float, float, str, str], ...] = (
    ("money", "valuation", 1e8, _ALL, r"\b(?:vaut|vaudrait|valait|vaudra|pesait|pèse)", ""),
    ("money", "cash", 1e5, _ALL, r"\b(?:reste|restent|restait)(?: \w+)?", ""),
    ("money", "cost", 1e5, _ALL, r"\b(?:loue|louer|loué|louera|réserv\w+) [^.;:\n]{2,60} (?:pour|contre|à)", ""),
    ("count", "employees", 5, 5e5, r"[,(–—]", r" ?[,)–—]"),
)  # fmt: skip
