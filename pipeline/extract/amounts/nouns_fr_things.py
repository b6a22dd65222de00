"""French nouns of homes, workshops, trades and papers: nothing in, a table like that of nouns_fr.py out (furniture, parts, crafts, courts, meals)."""

from __future__ import annotations

THINGS = """
enclosure | boîtier
connection | connexion, raccordement, branchement
test | épreuve, sondage
poll | enquête d'opinion/enquêtes d'opinion
olive-tree | olivier
blade | pale
elevator | ascenseur
tile | tuile
brick | brique
vial | flacon
bulb | ampoule
lamp | lampe
street-light | lampadaire, réverbère
door | porte
window | fenêtre
armchair | fauteuil
table | table
chair | chaise
carpet | tapis!
garment | vêtement
jewel | bijou/bijoux
perfume | parfum
controller | manette
console | console
keyboard | clavier
mouse | souris!
earphone | écouteur
projector | projecteur
e-reader | liseuse
detector | détecteur
beacon | balise
alternator | alternateur
breaker | disjoncteur
coil | bobine
magnet | aimant
electrolyzer | électrolyseur
cell | pile
plate | plaque
substrate | substrat
resistor | résistance
oven | four, fourneau/fourneaux
lathe | tour d'usinage/tours d'usinage
excavator | pelleteuse, pelle mécanique/pelles mécaniques
tractor | tracteur
harvester | moissonneuse, moissonneuse-batteuse/moissonneuses-batteuses
bulldozer | bulldozer, engin de chantier/engins de chantier
clamp | pince, préhenseur
gear | engrenage
nut | écrou
torpedo | torpille
gun | canon
rifle | fusil
vest | gilet
uniform | uniforme
barracks | caserne
base | base
cyclist | cycliste
pedestrian | piéton, piétonne
motorist | automobiliste
flight-attendant | hôtesse, steward
docker | docker
railway-worker | cheminot
controller | contrôleur aérien/contrôleurs aériens
inspector | contrôleur, inspecteur, inspectrice, enquêteur, enquêtrice
mechanic | mécanicien, mécanicienne, garagiste
machinist | tourneur, fraiseur, usineur
roofer | couvreur
crane-operator | grutier
operator | opératrice
teacher | instituteur, institutrice, maître d'école/maîtres d'école
principal | proviseur, principal de collège/principaux de collège
graduate | bachelier, bachelière
clerk | greffier, greffière
bailiff | huissier
reservist | réserviste
veteran | vétéran
customs-officer | douanier
spy | espion
prefect | préfet
official | élu, élue, haut fonctionnaire/hauts fonctionnaires
resident | résident, résidente
owner | propriétaire, copropriétaire
widow | veuve
novelist | romancier, romancière
poet | poète
playwright | dramaturge
bookseller | libraire
librarian | bibliothécaire
reporter | reporter
painter | peintre
sculptor | sculpteur, sculptrice
lyricist | parolier
dancer | danseur, danseuse
editor | monteur, monteuse
cafe | café
bar | bar
campsite | camping
cottage | gîte
gym | gymnase
faculty | faculté
institute | institut
maternity-ward | maternité
police-station | commissariat, gendarmerie
consulate | consulat
counter | guichet
software | logiciel, progiciel
manual | manuel
dispatch | dépêche
report | rapport
chart | graphique
diagram | schéma
parcel | paquet
package | colis!
ransomware | rançongiciel
scam | arnaque
search | perquisition
conviction | condamnation
standard | norme
label | label
certificate | certificat
audit | audit
chicken | poulet, poule
flower | fleur
fruit | fruit
vegetable | légume
dish | plat
menu | menu
glass | verre
questionnaire | questionnaire
sample | prélèvement
analysis | analyse
prescription | ordonnance
transplant | greffe
tumor | tumeur
cancer | cancer
birth | naissance
metro | métro
motorcycle | moto
sailboat | voilier
balloon | ballon
glider | planeur
parachute | parachute
land | Land/Länder
signatory | signataire
branch | succursale, antenne locale/antennes locales
showroom | salle d'exposition/salles d'exposition
warehouse | plateforme logistique/plateformes logistiques, hangar logistique/hangars logistiques
pumping-station | station de pompage/stations de pompage
dryer | sèche-linge!
dishwasher | lave-vaisselle!
thermostat | thermostat
solar-farm | ferme solaire/fermes solaires, centrale solaire/centrales solaires
wind-turbine | mât d'éolienne/mâts d'éoliennes
power-line | ligne à très haute tension/lignes à très haute tension
socket | prise
plug | fiche
cooling-unit | climatiseur, unité de refroidissement/unités de refroidissement, groupe de froid/groupes de froid
cold-plate | plaque froide/plaques froides
optical-module | module optique/modules optiques, transceiver
backup-battery | batterie de secours/batteries de secours
circuit-board | circuit imprimé/circuits imprimés
tape | bande, bande magnétique/bandes magnétiques
memory-stack | empilement
lithography-machine | machine de lithographie/machines de lithographie, machine EUV/machines EUV
wafer | gaufre, gaufrette
lens | lentille, objectif photographique/objectifs photographiques
headphone | casque audio/casques audio
smart-glasses | lunettes connectées!, lunettes intelligentes!
smart-speaker | enceinte connectée/enceintes connectées
wearable | objet connecté/objets connectés
voice-assistant | assistant vocal/assistants vocaux
self-driving-car | voiture autonome/voitures autonomes, véhicule autonome/véhicules autonomes
shuttle | navette autonome/navettes autonomes
delivery-robot | robot livreur/robots livreurs
vacuum-cleaner | aspirateur, robot aspirateur/robots aspirateurs
lawnmower | tondeuse, robot tondeuse/robots tondeuses
exoskeleton | exosquelette
wheelchair | fauteuil roulant/fauteuils roulants
hearing-aid | appareil auditif/appareils auditifs
pacemaker | stimulateur cardiaque/stimulateurs cardiaques
x-ray | radiographie du thorax/radiographies du thorax
mri | IRM!
ecg | électrocardiogramme
medical-record | dossier médical/dossiers médicaux, dossier patient/dossiers patients
operating-room | bloc opératoire/blocs opératoires
ambulance | ambulance
fire-station | caserne de pompiers/casernes de pompiers
notebook | cahier, carnet
exercise | exercice scolaire/exercices scolaires
copy | copie d'élève/copies d'élèves
dictation | dictée
essay | dissertation
textbook | manuel scolaire/manuels scolaires
curriculum | cursus!
module | module de formation/modules de formation
trainee | formé
tutor | tuteur, tutrice
jury | jury
magistrate | procureur, procureure
case | cause
ruling | ordonnance de justice/ordonnances de justice, décision de justice/décisions de justice
settlement | transaction amiable/transactions amiables
opinion | avis consultatif/avis consultatifs
hearing | audition
amendment | sous-amendement
bill | proposition de loi/propositions de loi
petition-signature | paraphe
subsidy | subvention, aide
grant | bourse de recherche/bourses de recherche
tranche | tranche de financement/tranches de financement
fundraise | levée
ipo | introduction en Bourse/introductions en Bourse
merger | fusion
spin-off | essaimage, spin-off!
stake | participation
portfolio-company | société en portefeuille/sociétés en portefeuille
branch-manager | directeur d'agence/directeurs d'agence
salesperson | vendeur, vendeuse, commercial terrain/commerciaux terrain
buyer | acheteur, acheteuse, acquéreur
bidder | candidat repreneur/candidats repreneurs
guest | hôte
spectator | spectatrice
gamer | gameur, joueuse en ligne/joueuses en ligne
youtuber | youtubeur, youtubeuse, vidéaste
podcaster | podcasteur
blogger | blogueur, blogueuse
whistleblower | lanceur d'alerte/lanceurs d'alerte
activist | activiste
lobbyist | lobbyiste
expert | sommité
reviewer | relecteur, relectrice, évaluateur, évaluatrice
annotator | annotateur de données/annotateurs de données
prompt-engineer | rédacteur de prompts/rédacteurs de prompts
data-scientist | data scientist/data scientists
mathematics-problem | problème de mathématiques/problèmes de mathématiques
pull-request | demande de fusion/demandes de fusion
notebook-computer | ordinateur portatif/ordinateurs portatifs
server-rack | baie de serveurs/baies de serveurs
"""
