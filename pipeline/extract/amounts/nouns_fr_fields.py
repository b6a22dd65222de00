"""French nouns by field: nothing in, a table like that of nouns_fr.py out (software, papers, trades, public life, land, science)."""

from __future__ import annotations

FIELDS = """
label | étiquette
benchmark | banc d'essai/bancs d'essai, banc de test/bancs de test
conversation | dialogue, échange
example | exemple
instance | instance de calcul/instances de calcul
virtual-machine | machine virtuelle/machines virtuelles
bay | travée
instruction | consigne
line-of-code | ligne de code/lignes de code
line | ligne de texte/lignes de texte, ligne téléphonique/lignes téléphoniques
voice-command | commande vocale/commandes vocales
video-call | visioconférence, visio
form | formulaire
case | dossier judiciaire/dossiers judiciaires, dossier contentieux/dossiers contentieux
application | dossier de candidature/dossiers de candidature, candidature reçue/candidatures reçues
patent-application | demande de brevet/demandes de brevet, demande de brevets/demandes de brevets
statement | relevé
exercise | exercice
puzzle | énigme
change | modification, changement
goal | objectif, but
wave | vague
issue | numéro
print | tirage
volume | tome
plan | plan
poster | affiche
score | partition
read | lecture
prototype | maquette
element | élément
speaker | haut-parleur
permit | permis de construire/permis de construire, permis d'exploitation/permis d'exploitation, permis environnemental/permis environnementaux
message | SMS!, MMS!
demonstrator | démonstrateur
experiment | expérimentation
use | usage
use-case | cas d'usage/cas d'usage, cas d'utilisation/cas d'utilisation
proof | preuve, preuve de concept/preuves de concept
deployment | déploiement
automation | automatisation
account | faux compte/faux comptes
content | contenu
post | tweet
night | nuit, nuitée
stop | escale
definition | définition
sheet | fiche
product | fiche produit/fiches produits
cart | chariot
return | retour
dispute | litige, différend, contentieux!
declaration | déclaration
target | cible
lesion | lésion
drug-candidate | candidat-médicament/candidats-médicaments
physiotherapist | kinésithérapeute, kiné
person | standardiste, téléopérateur, téléopératrice, guichetier, guichetière, câbleur, câbleuse, cascadeur, actuaire, bûcheron, secouriste, surveillant, surveillante, mannequin, superviseur, superviseuse, micro-travailleur, microtravailleur, travailleur, travailleuse, travailleur indépendant/travailleurs indépendants, prisonnier, étranger, expatrié, handicapé, malvoyant, aveugle, sourd, décideur, intermittent, titulaire, suppléant, mandataire, pensionnaire, syndicaliste, auteur-compositeur/auteurs-compositeurs, agent immobilier/agents immobiliers, habitant, habitante, citoyen, citoyenne, adulte, résident, résidente, père, mère, homme d'affaires/hommes d'affaires, femme d'affaires/femmes d'affaires, voix off/voix off
lecturer | maître de conférences/maîtres de conférences
researcher | universitaire, savant, scientifique, académicien
sponsor | parrain
fan | supporteur, supportrice, supporter
girl | fille
boy | garçon
cohort | promotion
company | multinationale, géant, ETI!, groupe de presse/groupes de presse, centre d'appels/centres d'appels
committee | groupe de travail/groupes de travail, commission
council | conseil
parish | paroisse
tribe | tribu
people | peuple
government | gouvernement
emergency-department | service d'urgence/services d'urgence, service d'urgences/services d'urgences
emergency | urgence
mall | centre commercial/centres commerciaux
warehouse | centre logistique/centres logistiques, centre de distribution/centres de distribution, centre de tri/centres de tri
training-center | centre de formation/centres de formation
research-center | centre de recherche/centres de recherche
storage-center | centre de stockage/centres de stockage
technical-center | centre technique/centres techniques
hospital | centre hospitalier/centres hospitaliers
business-park | parc d'activités/parcs d'activités
park | parc
refinery | raffinerie
point-of-presence | point de présence/points de présence
charging-point | point de charge/points de charge
connected-device | objet connecté/objets connectés
appliance | électroménager, appareil ménager/appareils ménagers
microwave | micro-ondes!
toy | peluche, poupée
level | niveau
world | monde
movie | long métrage/longs métrages, court métrage/courts métrages
season | saison
ticket | place de concert/places de concert, procès-verbal/procès-verbaux, PV!
minute | minute de conversation/minutes de conversation, minute d'audio/minutes d'audio, minute de musique/minutes de musique
GPU-hour | heure-GPU/heures-GPU, heure de GPU/heures de GPU, heure GPU/heures GPU, heure de H100/heures de H100
hour | heure de musique/heures de musique, heure de visionnage/heures de visionnage, heure de vidéos/heures de vidéos, heure d'écoute/heures d'écoute, heure de cours/heures de cours, heure de formation/heures de formation, heure d'audio/heures d'audio, heure de parole/heures de parole, heure de vidéo/heures de vidéo, heure d'enregistrement/heures d'enregistrement
call | coup de fil/coups de fil
report | dénonciation
burglary | cambriolage
crash | collision
gate | portique
key | clef
tab | onglet
setting | réglage
filter | filtre
principle | principe
recital | considérant
threshold | seuil
risk | risque
scenario | scénario
greenhouse | serre
pig | cochon, porc
mosquito | moustique
bacterium | bactérie
virus | virus!
antibiotic | antibiotique
crystal | cristal
material | matériau
alloy | alliage
electron | électron
particle | particule
debris | débris!
foundry | fonderie
production-line | ligne de production/lignes de production, ligne d'assemblage/lignes d'assemblage, chaîne de production/chaînes de production, chaîne d'assemblage/chaînes d'assemblage
cleanroom | salle blanche/salles blanches
shovel | pelle
meal | couvert
hectoliter | hectolitre
bushel | boisseau
bee | abeille
discovery | découverte
bathtub | baignoire
strike | frappe
release | sortie
regulation | règlement européen/règlements européens
plaintiff | partie civile/parties civiles
reservation | réservation
memorandum | protocole d'accord/protocoles d'accord
protocol | protocole
divestment | cession
listing | cotation
share | part
brand | marque
offer | offre commerciale/offres commerciales
campaign | campagne
announcement | annonce
ad | publicité, spot, petite annonce/petites annonces, annonce publicitaire/annonces publicitaires
cofounder | cofondateur, cofondatrice
occupation | métier
skill | compétence
manuscript | manuscrit
syllable | syllabe
thread | fil
web-page | page web/pages web, page internet/pages internet
platform | plateforme, plate-forme/plates-formes
database | base de données/bases de données
game | partie
win | victoire
defeat | défaite
parking-space | place de stationnement/places de stationnement
hertz | hertz!
rights-holder | ayant droit/ayants droit, ayant droit/ayants droits
municipality | intercommunalité, communauté de communes/communautés de communes, communauté d'agglomération/communautés d'agglomération
community | communauté
law-firm | cabinet d'avocats/cabinets d'avocats
firm | cabinet de conseil/cabinets de conseil, étude de notaires/études de notaires, cabinet d'audit/cabinets d'audit
radio-station | radio locale/radios locales, station de radio/stations de radio
newsroom | rédaction
newspaper | titre de presse/titres de presse
news-agency | agence de presse/agences de presse
face | visage
warning | avertissement
mention | mention
shift | quart, rotation
sector | secteur
pillar | pilier
axis | axe
gesture | geste
object | objet
recipe | recette de cuisine/recettes de cuisine
idea | idée
trace | trace
signal | signal
measurement | mesure physique/mesures physiques
waiver | renoncement
request | sollicitation, demande
relocation | délocalisation, déménagement
closure | fermeture
opening | ouverture
bankruptcy | faillite, dépôt de bilan/dépôts de bilan, liquidation
customs-duty | droit de douane/droits de douane
"""
