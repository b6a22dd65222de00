"""French nouns that are counted now and then: nothing in, a table like that of nouns_fr.py out (papers, care, machines, houses, trades)."""

from __future__ import annotations

RARE = """
leaflet | brochure, livret, plaquette commerciale/plaquettes commerciales
repository | dépôt de code/dépôts de code
commit | commit
fork | bifurcation, embranchement
contributor | contributeur, contributrice
address | adresse
button | bouton
attention-head | tête d'attention/têtes d'attention
protein-structure | structure de protéines/structures de protéines, structure protéique/structures protéiques
compound | composé
genome | génome
mutation | mutation
antibody | anticorps!
treatment | traitement, cure
diagnosis | diagnostic
symptom | symptôme
mammogram | mammographie
biopsy | biopsie
appointment | rendez-vous!
consultation | consultation
hospitalization | hospitalisation
caregiver | aidant
linguist | linguiste
physicist | physicien, physicienne
mathematician | mathématicien, mathématicienne
chemist | chimiste
biologist | biologiste
economist | économiste
statistician | statisticien
philosopher | philosophe
historian | historien, historienne
sociologist | sociologue
architect | architecte
designer | designer, concepteur, conceptrice
consultant | consultante
trader | trader
moderator | modérateur, modératrice
influencer | influenceur, influenceuse, créateur de contenu/créateurs de contenu
creator | créateur, créatrice
streamer | streameur
tester | testeur, testeuse
trainer | formateur, formatrice
mentor | mentor
manager | manageur
correspondent | correspondant
columnist | chroniqueur
publisher | maison de presse/maisons de presse
site | friche
newspaper | hebdomadaire
book | bouquin, titre de librairie/titres de librairie, livre numérique/livres numériques
paragraph | paragraphe, alinéa
footnote | note de bas de page/notes de bas de page
quote | citation, devis!
headline | manchette
caption | légende
subtitle | sous-titre
translation | traduction
transcript | retranscription, transcription
track | piste audio/pistes audio
playlist | playlist
stream | écoute
listener | auditrice
note | billet de trésorerie/billets de trésorerie
voice | timbre
symbol | symbole
megapixel | mégapixel
frame | trame, image clé/images clés
scene | scène
shot | plan de tournage/plans de tournage
sequence | séquence
trailer | bande-annonce/bandes-annonces
movie | long-métrage/longs-métrages, court-métrage/courts-métrages
series | feuilleton
game | jeu vidéo/jeux vidéo, partie d'échecs/parties d'échecs
move | coup joué/coups joués
soldier | combattant
sortie | sortie aérienne/sorties aériennes
tank | char d'assaut/chars d'assaut, réservoir, citerne
warship | frégate, corvette, sous-marin
fighter-jet | chasseur, avion de chasse/avions de chasse
radar | radar
buoy | bouée
laser | laser
mirror | miroir
telescope | télescope
capacitor | condensateur
diode | diode
switch | commutateur
router | routeur
modem | modem
connector | connecteur, connecteur
outlet | prise de courant/prises de courant
antenna | antenne-relais/antennes-relais
relay | relais!
inverter | onduleur
rectifier | redresseur
chiller | groupe froid/groupes froids
fan | ventilateur
compressor | compresseur
heat-exchanger | échangeur, échangeur de chaleur/échangeurs de chaleur
pipe | tuyau/tuyaux, canalisation
valve | vanne, valve
well | puits!, forage
basin | bassin
tray | plateau/plateaux
drawer | tiroir
shelf | étagère
aisle | allée
memory-chip | puce mémoire/puces mémoire
die | die, puce nue/puces nues
chiplet | chiplet
interposer | interposeur
mask | masque
lithography-machine | scanner EUV/scanners EUV
robot-arm | bras robotisé/bras robotisés
robot-dog | chien robot/chiens robots
taxi | taxi
scooter | trottinette
electric-car | voiture électrique/voitures électriques
battery | accumulateur
charging-station | point de recharge/points de recharge, superchargeur
parking-space | stationnement
container-ship | porte-conteneurs!
cable-ship | câblier
tanker | méthanier, pétrolier
locomotive | locomotive
rail | rail
subway-line | ligne de métro/lignes de métro
power-line | ligne électrique/lignes électriques
intersection | carrefour
traffic-light | feu tricolore/feux tricolores
camera | webcam
mic | micro
doorbell | sonnette
lock | serrure
pair | paire
pen | stylo
pin | broche, pin's!
cup | tasse
plate | assiette
shirt | chemise
dress | robe
shoe | chaussure
coupon | bon de réduction/bons de réduction
gift | cadeau/cadeaux
cart | panier
basket | corbeille
item | article en rayon/articles en rayon, référence
product | référence produit/références produit
sku | référence catalogue/références catalogue
purchase | achat
refund | remboursement
subscription | souscription, forfait
plan | formule
pass | laissez-passer!
bid | enchère, soumissionnaire
claim | revendication, sinistre
policy | police d'assurance/polices d'assurance
clause | clause
page | feuillet
annex | annexe
obligation | obligation
commitment | engagement
criterion | critère
indicator | indicateur
recommendation | préconisation
ban | interdiction
exemption | exemption, dérogation
authorization | autorisation
permit | agrément
injunction | injonction, mise en demeure/mises en demeure
appeal | pourvoi
verdict | verdict
witness | témoin
hacker | pirate
breach | intrusion, violation
leak | fuite de données/fuites de données
violation | violation, infraction, manquement
password | mot de passe/mots de passe
identity | identité
credential | identifiant
server-room | salle serveurs/salles serveurs
tenant | occupant
school | établissement scolaire/établissements scolaires
kindergarten | crèche, maternelle
nursing-home | Ehpad!, maison de retraite/maisons de retraite
district | arrondissement, district
county | comté
prefecture | préfecture
constituency | circonscription
embassy | ambassade
regiment | régiment
farm | exploitation agricole/exploitations agricoles
herd | troupeau/troupeaux
vine | vigne
hive | ruche
plant | plante
seed | graine, semence
house | maison individuelle/maisons individuelles
roof | toit, toiture
solar-panel | panneau photovoltaïque/panneaux photovoltaïques
wind-farm | parc éolien/parcs éoliens
solar-farm | parc solaire/parcs solaires
dam | barrage hydroélectrique/barrages hydroélectriques
gas-turbine | turbine à gaz/turbines à gaz
reactor | EPR!
fuel-rod | assemblage de combustible/assemblages de combustible
meter | compteur, compteur Linky/compteurs Linky
pole | poteau/poteaux
crossing | passage à niveau/passages à niveau
hub | hub
cluster | pôle
theme | thématique
method | méthode
algorithm | algorithme
equation | équation
theorem | théorème
proof | démonstration
hypothesis | hypothèse
patch | correctif
update | mise à jour/mises à jour
pull-request | pull request/pull requests
prompt | requête en langage naturel/requêtes en langage naturel
tool-call | appel d'outil/appels d'outils, appel d'outils/appels d'outils
plugin | greffon
bot | bot
chatbot | chatbot, robot conversationnel/robots conversationnels
assistant | assistant
avatar | avatar
persona | profil
profile | profil
review | évaluation
rating | note d'utilisateur/notes d'utilisateurs
like | mention j'aime/mentions j'aime, like
subscriber | adhérent payant/adhérents payants
follower | suiveur
audience | auditoire
person | passant, voyageur, militant, ressortissant, orphelin, chômeur, demandeur d'emploi/demandeurs d'emploi, senior, étudiant étranger/étudiants étrangers, abstentionniste
unemployed-person | chômeur
officer | officier
firefighter | sapeur-pompier/sapeurs-pompiers
driver | chauffeur-livreur/chauffeurs-livreurs
courier | coursier
merchant | e-commerçant
hairdresser | coiffeur
cook | cuisinier
chef | chef cuisinier/chefs cuisiniers
lawyer | avocate
job | emploi direct/emplois directs, emploi indirect/emplois indirects
layoff | suppression de postes/suppressions de postes, suppression d'emplois/suppressions d'emplois
departure | départ volontaire/départs volontaires
position | poste ouvert/postes ouverts
vacancy | poste vacant/postes vacants, offre d'emploi/offres d'emploi
resume | CV!, curriculum vitae!
interview | entretien d'embauche/entretiens d'embauche
shift | équipe de nuit/équipes de nuit
session | session de formation/sessions de formation
event | événement, évènement
speaker | intervenant, intervenante, conférencier
award | distinction
round | tour de financement/tours de financement
investment | prise de participation/prises de participation
fund | véhicule d'investissement/véhicules d'investissement
option | stock-option/stock-options
bond | obligation convertible/obligations convertibles
partnership | partenariat
joint-venture | coentreprise
alliance | alliance
letter-of-intent | lettre d'intention/lettres d'intention
importer | importateur
exporter | exportateur
wholesaler | grossiste
farmer | exploitant agricole/exploitants agricoles
branch | agence bancaire/agences bancaires
teller-machine | distributeur automatique/distributeurs automatiques
vending-machine | borne de commande/bornes de commande
cash-register | caisse enregistreuse/caisses enregistreuses
minute | minute de vidéo/minutes de vidéo
hour | heure de vidéo/heures de vidéo, heure d'enregistrement vidéo/heures d'enregistrement vidéo, heure de vol/heures de vol, heure de travail/heures de travail, heure de conduite/heures de conduite, heure de robot/heures de robot, heure-homme/heures-hommes
kilometer | kilomètre de fibre/kilomètres de fibre
license | licence
protein | protéine
molecule | molécule
publication | publication
category | catégorie
tool | outil
hard-drive | disque dur/disques durs
agreement | accord
drop | goutte
name | nom, prénom, pseudonyme
license | accès!
city | agglomération, métropole, cité, localité, bourgade
degree-of-freedom | degré de liberté/degrés de liberté
office | office, cabinet
"""
