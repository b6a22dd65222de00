"""French metric cues: for each kind of figure, the words that say what it measures. Data, no logic."""

from __future__ import annotations

from pipeline.records import Metric

MONEY: dict[Metric, str] = {
    "valuation": r"\bvaloris\w+|\bévaluée?s? (?:à|entre)\b|\bsa propre valeur\b|\bcapitalis\w+|\bvaut\b|\bvalent\b|\bvaudrait\b|\bvalait\b|\bvaloir\b|\bvaleur\b|\bnégoci\w+ (?:à|sur la base)\b|\bprix d[’']introduction\b|\bpèse\b|\bpesait\b|\bsur la base de\b|\bvaleur boursière\b|\bmett?\w+ (?:la|cette) (?:boîte|boite|société|start-up) (?:à|autour)\b|\ben Bourse\b",
    "funding": r"\blevées?\b|\blev(?:er|é|és|ait|ant|era)\b|\blève(?:nt)?\b|\btours? de table\b|\bsérie (?-i:[A-H])\b|\bfinancements?\b|\bdotée? d|\bemprunt\w*|\bsubvention\w*|\bd['’]amorçage\b|\baugmentation de capital\b|\blevé\b|\bréuni(?:r|t)?\b|\bboucl\w+|\bcollect\w+"
    r"|\bintroduction en Bourse\b|\bprêt(?:s|é|e|er)?\b|\bobligations?\b|\ben dette\b|\brécolt\w+|\bdécroch\w+|\bobtenu\b|\breç(?:u|oi\w+)\b|\brecev\w+|\baides?\b|\btouch(?:é|e|er|ent) (?=.{0,12}\d|un)|\bprêt(?:ent|ait|és)\b|\btours? (?:mené|conduit|emmené|de financement)\b|\bfonds levés\b|\bfinancée? à\b|\b(?:en|de) capital-risque\b|\bsérie [a-h]\b|\btrouv(?:é|ée|és|er)\b(?!.{0,20}\baccord)|\bauprès d[eu']|\bempoch\w+",
    "capex": r"\bbudget d['’]investissement|\bdépenses d['’](?:investissement|équipement)|\bdépenses en capital|\binvestissements? (?:en|dans les) (?:infrastructures?|centres)|\bcapex\b|\binvestissements (?:industriels|de capacité)\b|\bpour (?:ses|leurs) (?:infrastructures|centres|data ?centers)",
    "revenue": r"\bchiffre d['’]affaires|\b(?:de|en) contrats?\b|\bmarché (?:de|du|des|mondial|français|européen)\b(?=.{0,60}(?:atteind|pès|représent|pass|vau[td]|grimp|dépass|estim))|\brevenus?\b|\brecettes|\bcarnet de commandes|\bses chiffres\b|\bventes\b|\brapport(?:e|ent|é|era)\b|\bencaiss\w+|\btourn(?:e|ent) à\b|\bARR\b|\bcommandes\b|\b(?:de|ses|des) livraisons\b|\bfacturation\b|\bgénèr\w+|\bgénér\w+|\bécoul(?:e|é|és|er|ent)\b",
    "profit": r"\bbénéfices?\b|\brésultat (?:net|opérationnel|d['’]exploitation)|\bprofits?\b|\b(?:re)?dev(?:ient|enue?) bénéficiaire\b|\bbénéficiaires? (?:de|à)\b|\bEbitda\b|\bexcédent\b|\bgagne de l['’]argent",
    "loss": r"\bun trou de\b|\bmanque à gagner\b|\bdéficits?\b|\bpertes?\b|\bperd(?:u|re|ait|rait|ent|ons|ez|ra)?\b(?! de vue)|\bdans le rouge\b|\bdépréciation\b|\bbrûl(?:é|e)\b(?=.{0,40}\bl[’\']an\b)",
    "price": r"\btarifs?\b|\bprix\b|\bpar (?:mois|an et|utilisateur|siège|personne|tête)\b|\babonnements?\b|\bfactur(?:e|ent|er|ée?s?)\b|\bvend(?:ue?s?)?\b(?! (?:pour|sa|son|ses|leur|des))|\ble (?:kilo|mégawattheure|million|litre|mètre|kilowattheure)\b|\bl['’]entrée\b|\bpièce\b|\bl['’]unité\b|\bà partir de\b(?= (?:[a-z]+ )?[\d€$])|\bforfait\b|\bpayante?\b|\bcommercialis\w+|\bproposée? à\b|\bse (?:re)?vend(?:ent|ait)?\b|\bse négoci\w+ (?:autour|entre|aux)\b|\baffichée? à\b|\bse loue\b|\blouée?s?\b|\bpropose\b(?=.{0,30}\bpour\b)|\bla minute\b|\bl[’']heure\b|\bheure de calcul\b",
    "cash": r"(?<!consommation de )(?<!consommé sa )\btrésorerie|\b(?:les|ses|nos) caisses\b|\bliquidités|\ben caisse\b|\bcash\b",
    "cost": r"\bcoûts?\b|\bcoût(?:e|é|er|ent|ait|erait|era)\b|\bs['’]acquitt\w+|\bdépens\w+|\bamendes?\b|\bsanctions?\b|\bécop\w+|\bbrûl\w+|\bcram(?:é|e|er|ent)\b|\bconsomm\w+|\bont coûté\b|\benglouti\w*|\bcondamn\w+|\bverse\w*|\bréclam\w+|\bentraîn\w+|\bconsacré\b|\bmontant\b|\bpa[iy]e(?:r|ra|nt|ront|rait)?\b|\bpayé\b|\bdédommag\w+|\bdébours\w+|\bastreintes?\b|\bexig\w+|\bréglé\b|\bindemni\w+|\bpar jour de retard\b|\bpréjudice\b|\bdommages\b|\bfacture\b|\bplainte\b|\bl[’']addition\b|\bloyers?\b|\bdevis\b|\bsalaires?\b|\bcharges\b",
    "investment": r"\binvesti\w*|\bapport\w*|\bà hauteur de\b|(?<!se )\brevend\w*|\b(?:ré)?injecte\w*|\bsouscri\w+|\bplacer\b|\bmis[ée]? sur\b|\bmis(?:e|er|ent)?\b(?= (?:\w+ ){0,4}\d)|\bmis[ée]?\b(?= .{0,24}\bdans\b)|\bmett?(?:re|ent|rait|ra)?\b|\bmet\b|\bsur la table\b|\brach(?:ète|eter|at|etée?|ète)\b|\brachat\b|\bcession|\bcéd(?:é|er)\b|\bvendu\b|\bfinancer(?:a|ait|ont)?\b|\bmobiliser\b|\bconsacr(?:e|er|era|eront)\b"
    r"|\bprom(?:et|is|ettent)\b|\bplan\b|\bcoentreprise\b|\ba mis\b|\boffres? (?:de (?:rachat|reprise)|d['’]achat|publique|hostile|ferme)|\bune offre de\b|\boffr(?:e|ent|ait)\b(?= (?:\w+ ){0,2}\d)|\blanc(?:e|ent|é|er)\b(?=,? pour \d)|\bs['’]empar\w+|\bréserv\w+ à\b|\bmis[er]? la main\b|\bacqui\w+|\bs['’]offr\w+|\bprise de participation\b|\benveloppe\b|\bbudget\b|\bengag(?:e|er|é|era)\b|\bprojet\b|\bachats?\b|\bdébloqu\w+|\bprise de contrôle\b|\babond\w+|\bpromesses?\b|\bchèque\b|\binvestissements? de\b|\bremis\b(?=.{0,30}\bau pot\b)|\bau pot\b|\bpactole\b|\bpromesse\b|\bannonc(?:e|é|és|ée|ées|er|ait)\b(?=,? (?:à |un plan|.{0,20}d[’e\'])|.{0,12}\d)|\bsur la table\b|\bmaintient\b|\bmisent?\b|\bmiser\b",
}
PERCENT: dict[Metric, str] = {
    "growth": r"\bhausse\b|\bbaisse\b|\b(?:dé)?croissance\b|\baugment\w+|\bprogress\w+|\brecul\w*|\bchut\w+|\bbond\w*|\bgagn(?:ait|é|ent|e)\b|\ba pris\b|\bcéd(?:ait|é)\b|\bgrimp\w+|\bperd(?:u|ait|ent)?\b|\bsur un an\b|\babandonn\w+|\blâch\w+|\bdéviss\w+|\benvol\w+|\bplong\w+|\beffondr\w+|\bmultipli\w+"
    r"|\bdécl\w+|\bdoubl\w+|\btripl\w+|\bbaiss\w+|\bcr[oû](?:ît|issent)\b|\bcrû\b|\bralenti\w*|\bdégringol\w+|\badjug\w+|\bde (?:moins|plus)\b(?! d(?:e\b|['’]))|\bfondre\b|\bfondu\b|\bcontract(?:é|er|ent|ion)\b|\brebond\w*|\brepli\b|\bdiminu\w+|\bplus (?=\d|(?:vingt|trente|quarante|cinquante|soixante|cent|dix)\b)|\bremont\w+|\bmont(?:e|é|ent|ait)\b|\bdescend\w*|\bplus haut que\b|\bpar rapport à\b|\bsur (?:douze|six|trois|un) (?:mois|an)\b|\bà la (?:clôture|hausse|baisse)\b|\breflu\w+|\bflamb\w+|\béquivaut à une hausse",
    "benchmark": r"\bscor\w+|\bbenchmark\w*|\bMMLU|\bAIME|\bSWE|\bGPQA|\b(?-i:ARC)\b|\bMMMU|\bHumanEval|\bArena\b|\b(?-i:MATH|HLE|GSM8K|BBH|MT)\b|\b\w+[- ]?[Bb]ench\b|\b(?-i:S W E)\b|\bprécision\b|\bexactitude\b|\bréussite\b|\btests?\b|\bexamen\w*|\btaux d['’]erreur\b|\bobtient\b|\bbonnes réponses\b|\bréussi(?:t|ssent)\b|\btaux de (?:succès|réussite)\b|\breconn(?:u|ue|us|ues|aît)\b|\bdétect\w+|\bidentifi(?:e|é|és|ées?)\b|\bcorrect\w*|\berreurs?\b|\bse tromp\w+",
    "share": r"\bparts?(?: de marché)?\b|\bproportion|\bdétien\w+|\bdétenue?\b|\bpossèd\w+|\b(?:du|de son|de leur|au) capital\b|\bdes (?:utilisateurs|entreprises|salariés|ventes|Français|parts|foyers)\b|\bdont\b|\bparticipation\b|\breprésent\w+|\bd['’]entre\b",
    "profit": r"\bmarge\b|\brentabilité\b",
    "price": r"\bprix\b|\bcoûte\w*|\bcher\b|\bmoins chère?s?\b|\btarifs?\b|\bremise\b|\bprime\b",
    "cost": r"\bdépens\w+|\bcoûts?\b|\b(?:la|sa|leur|notre) facture\b",
    "power-use": r"\bconsom\w+|\bénergie\b|\bélectricité\b",
    "employees": r"\b(?:de |l['’])(?:ses |leurs )?(?:effectifs?|troupes|salariés)\b|\bdes postes\b|\bdu personnel\b",
    "users": r"\bpopulation\b",
    "investment": r"\binvesti(?:r|t|ssements?|s)?\b",
}
PERSONS: dict[Metric, str] = {
    "employees": r"\blicenci\w+|\beffectifs?\b|\bsalariés?\b|\bembauch\w+|\brecrut\w+|\bemplo\w+|\bposte|\b(?:l['’]|notre |son |une )équipe\b|\bcollaborateurs\b|\bchercheurs\b|\bingénieurs\b|\bpersonnel\b|\bse sépar\w+|\bdélest\w+|\bsupprim\w+|\bsuppressions?\b|\btravaill(?:e|ent)\b|\bdéparts?\b|\bcombien êtes\b|\b(?:nous|ils|elles) (?:sommes|étions|sont|étaient)\b(?= (?:une |quelque |environ |déjà )?(?:\w+aine\b|\d|(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|cinquante|soixante|cent|mille)\b))",
    "subscribers": r"\babonnés?\b|\binscrits?\b|\bpayants?\b",
    "users": r"\bs['’]en serv\w+|\btourn\w+ dans\b|\binstallée?s? (?:dans|chez)\b|\bprésente?s? dans\b|\butilis\w+|\brevendiqu\w+|\bclients?\b|\bcouvre\b|\btélécharg\w+|\bauprès de\b|\bvend\b|\binternautes?\b|\bséduit\b|\bconqui\w+|\béquip(?:e|ent)\b(?! de)|\bpatients?\b|\bclientèle\b|\badopt\w+|\bdéplo\w+|\bsert\b|\bservent\b|\baccompagn\w+|\bont (?:déjà )?choisi\b|\bfont confiance\b|\bpar mois\b|\bpar semaine\b|\bquotidien\w*",
}
TOKENS: dict[Metric, str] = {
    "context": r"\bfenêtre\b|\bcontexte\b|\bmémoire\b|\bprompts?\b|\blit\b|\blire\b|\baccepte\w*|\bavale\w*|\ben entrée\b|\bingère\w*|\btraite\w*",
    "tokens": r"\bentraîn\w*|\bapprentissage\b|\bcorpus\b|\bpré-entraîn\w*",
    "benchmark": r"\b(?:par|à la) seconde\b",
    "other": r"\bpar (?:jour|mois)\b",
}
