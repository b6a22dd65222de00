"""Words around counts in English and French: nothing in, out which words stand behind a number and are no noun that it counts (counts_latin.py)."""

from __future__ import annotations

import re

from pipeline.extract.candidates.word_lists import words_in

STOP = words_in(
    """
    nm and or to in for at by from without half the a an is was are were will on with than as per this that its his
    her their it but if when while who which has have had not be been can could would may might should do
    does did into onto about after before during since until between among through over under more less
    most so because though although yet et ou à en pour par dans sur le la les un une est sont était ont avec que qui ce cette son sa ses
    leur leurs contre mais si plus moins au aux chez depuis selon sans sous vers afin alors ainsi comme
    ne ni ou où dont car quand lorsque puis étant sera seront serait seraient fut furent soit soient ayant
    avait avaient aura auront aurait auraient peut peuvent pourrait pourraient doit doivent va vont vient viennent
    qu'en qu'à qu'au qu'aux qu'un qu'une qu'il qu'elle qu'on qu'ils qu'elles qu'avec n'est n'ont n'a n'en s'en j'en l'ont
    donc étaient il elle ils elles nous vous je tu y se s'est nanometer nanometre nanomètre inch
    """
)
"""Words behind which no noun of the number stands any more."""
NOT_PLURAL = words_in(
    """
    mars times percents percentage points hours minutes seconds days weeks months years decades centuries
    quarters halves thirds is was has does this its his us yes thus plus versus perhaps always says vis
    ans mois fois jours semaines heures secondes années siècles pas dans sans très mais depuis puis moins
    alors ses des les aux nous vous ils elles tous toutes trimestres tiers euros dollars series species
    news bits goals degrees wins losses pts runs others autres hundreds thousands millions billions
    seasons episodes sets gmt hrs mins secs janvier nos vos leurs cents bps kms miles feet ms ghz stars
    matches games rounds chapters sections versions laps holes innings thanks téraflops pétaflops liters
    litres gallons barrels teraflops petaflops exaflops flops tops hertz calories volts amps dioptries
    directs indirects payants actifs mbps gbps kbps tbps fps rps rpms lumens decibels gens gigabits megabits terabits gigas megas needs uses makes gets runs takes does goes
    ones things themselves ourselves yourselves afterwards towards upwards downwards forwards backwards besides sometimes indoors
    outdoors overseas nowadays likes lots loads lives
    supplémentaires additionnels additionnelles restants restantes suivants suivantes actuels actuelles précédents précédentes
    américains canadiens émiratis français allemands chinois japonais coréens italiens européens indiens espagnols norvégiens israéliens saoudiens
    coups autonomes électriques mensuels mensuelles annuels annuelles quotidiens numériques industriels industrielles publics privés
    après lors hors alors volontiers toujours ailleurs carries flies weighs costs comes brings gives lets seems remains becomes includes means
    """
)
"""What ends like a plural and is none, or is one of a unit, of time, of a game or of a list."""
MONEY = words_in(
    """
    amende amendes astreinte bourses prix revenus pertes bénéfices dettes recettes ventes fonds capitaux investissements dépenses aides subventions
    financements prêts crédits économies chiffre matériel trésorerie dette capital dommages loyers salaires frais redevances royalties honoraires impôts taxes
    indemnités indemnisations pénalités commissions dividendes primes bonus cotisations excédents déficits créances avoirs dons donations legs
    provisions dépréciations impayés surcoûts charges subsides rentrées droits factures liquidités profits gains pourboires garanties cautions intérêts
    budgets apports obligations économies réparations retombées mensualités rançons bourses emprunts
    """
)
"""Millions of these are money."""
MONEY_OF_BILLIONS = words_in(
    "contrats machines équipements puces serveurs réservations perceptions ordres logements services stocks chantiers infrastructures immeubles"
)
BETWEEN = words_in(
    """
    premiers premières derniers dernières nouveaux nouvelles grands grandes petits petites principaux principales meilleurs
    meilleures autres propres quelques divers diverses différents différentes anciens anciennes
    """
)
"""French words that end like a plural and stand before the noun."""
NO_PARTICIPLE = words_in(
    """
    musées lycées idées années journées données trophées trépieds alliés associés initiés délégués diplômés blessés employés
    retraités réfugiés salariés abonnés habitués licenciés marchés clés procédés comités traités députés prés cafés
    clichés chaussées soirées matinées armées allées entrées vallées tournées pensées liés appuis
    """
)
"""What ends like a participle and is a noun."""
ORDERED = re.compile(
    r"\b(?:enregistr|traité|livré|honoré|prépar|expédi|reçu|reçoi|pass(?:é|er)|servi)\w*(?: [a-zà-ÿ]+)? (?:plus de |près de |environ |quelque )?\Z"
)
"""Before orders that are so many and are not worth so much."""
