"""More French nouns: trades, makers, machines and papers that are counted more rarely, as a table like that of nouns_fr.py."""

from __future__ import annotations

MORE = """
firm | étude notariale/études notariales
reseller | revendeur, concessionnaire
distributor | distributeur
manufacturer | fondeur
construction-site | chantier
workshop | atelier
hangar | hangar
hall | hall, salle informatique/salles informatiques, salle de serveurs/salles de serveurs
reactor | tranche nucléaire/tranches nucléaires, petit réacteur/petits réacteurs
workstation | poste de travail/postes de travail, station de travail/stations de travail
computer | calculateur, portable
quantum-computer | ordinateur quantique/ordinateurs quantiques
antenna | antenne
launcher | lanceur
shell | obus!
missile | missile
munition | munition, munition rôdeuse/munitions rôdeuses
tank | char, blindé
helicopter | hélicoptère
vehicle | navette, minibus!, autocar, autobus!, taxi autonome/taxis autonomes, berline, fourgon, camionnette
bid | offre
tender | appel d'offres/appels d'offres
album | album
episode | épisode
series | série
student | lycéen, lycéenne, collégien, collégienne, écolier, écolière
learner | apprenant, apprenante
banker | banquier, banquière
broker | courtier, courtière
partner | associé, associée
notary | notaire
firefighter | pompier
sailor | marin
pilot | pilote
cashier | caissier, caissière
call-center-agent | téléconseiller, téléconseillère, télévendeur
secretary | secrétaire
accountant | comptable, expert-comptable/experts-comptables
auditor | auditeur financier/auditeurs financiers, commissaire aux comptes/commissaires aux comptes
radiologist | radiologue
surgeon | chirurgien, chirurgienne
dentist | dentiste
pharmacist | pharmacien, pharmacienne
veterinarian | vétérinaire
psychologist | psychologue
nurse | aide-soignant/aides-soignants, aide-soignante/aides-soignantes, sage-femme/sages-femmes
editor | correcteur, correctrice
freelancer | pigiste
graphic-designer | graphiste, maquettiste
actor | comédien, comédienne, doubleur, doubleuse
extra | figurant, figurante
screenwriter | scénariste
director | réalisateur, réalisatrice, administrateur
producer | producteur, productrice
composer | compositeur, compositrice
welder | soudeur, soudeuse
plumber | plombier
mason | maçon
pipefitter | tuyauteur
warehouse-worker | manutentionnaire, magasinier, préparateur de commandes/préparateurs de commandes
winegrower | vigneron, viticulteur
market-gardener | maraîcher
beekeeper | apiculteur
shepherd | berger
shareholder | porteur
signatory | cosignataire
delegation | délégation
delegate | délégué
ambassador | ambassadeur, ambassadrice
diplomat | diplomate
minister | ministre
employer | employeur, employeuse
recruiter | recruteur
pensioner | pensionné
tenant | colocataire
neighbor | voisin, voisine
family | fratrie
couple | couple
baby | bébé, nourrisson, nouveau-né
minor | mineur
teenager | adolescent, adolescente, ado
parent | parent
friend | ami, amie, copain
enthusiast | passionné, amateur
colleague | collègue
candidate | aspirant, postulant
winner | lauréat, lauréate, gagnant
finalist | finaliste
loser | perdant
team | escouade, brigade
squad | escadron
cooperative | coopérative
union | syndicat
club | club
foundation | fondation
fund | fonds!
startup | pépite, licorne
incubator | incubateur
investor | bailleur de fonds/bailleurs de fonds, business angel/business angels
insurer | assureur, mutuelle
retailer | détaillant
hotel | hôtel
restaurant | brasserie
pharmacy | pharmacie, officine
bakery | boulangerie
supermarket | supermarché, hypermarché
kiosk | kiosque
gas-station | station-service/stations-service
parking-lot | parking
airport | aéroport
port | port
tunnel | tunnel
dam | barrage
substation | poste électrique/postes électriques, poste source/postes sources
power-line | ligne à haute tension/lignes à haute tension
pylon | pylône électrique/pylônes électriques
boiler | chaudière
heat-pump | pompe à chaleur/pompes à chaleur
radiator | radiateur
refrigerator | réfrigérateur, frigo
washing-machine | lave-linge!
television | téléviseur, télévision
toy | jouet
doll | poupée, peluche
bracelet | bracelet
ring | bague, anneau
badge | badge
key | clé
chip-card | carte à puce/cartes à puce
board | carte mère/cartes mères
memory-module | barrette, barrette de mémoire/barrettes de mémoire
rack | armoire, armoire informatique/armoires informatiques
cabinet | armoire électrique/armoires électriques
wafer | tranche de silicium/tranches de silicium, galette, galette de silicium/galettes de silicium
tranche | tranche
parameter | coefficient
character | personnage
operation | intervention chirurgicale/interventions chirurgicales, intervention
leaflet | notice, prospectus!, dépliant, tract
credit | crédit
building | fabrique
electrode | électrode
implant | implant
prosthesis | prothèse
motor | moteur
actuator | actionneur
arm | bras!
hand | main
finger | doigt
joint | articulation
wheel | roue
propeller | hélice
wing | aile
screw | vis!
part | pièce détachée/pièces détachées, pièce de tôlerie/pièces de tôlerie
sheet | feuille, tôle
mold | moule
barrel | baril, fût, tonneau/tonneaux
crate | cageot
bale | balle de foin/balles de foin
lot | lot
batch | fournée
shipment | cargaison, expédition
truckload | chargement
round | tour de table/tours de table
payment | versement, échéance, mensualité, annuité, acompte, règlement
transaction | opération financière/opérations financières
check | chèque
invoice | facture
receipt | reçu
loan | emprunt
option | option
warrant | bon de souscription/bons de souscription
ballot | scrutin
petition | pétition
decree | décret, arrêté
directive | directive
decision | décision, arrêt
ruling | jugement
summons | convocation
complaint | réclamation, doléance
correction | correction, rectificatif
revision | révision, retouche
version | version, mouture
variant | variante, déclinaison
release | parution
post | message publié/messages publiés
reply | réplique
poem | poème
song | tube, piste, single
track | titre musical/titres musicaux
lyrics | paroles!
melody | mélodie
concert | concert
show | spectacle, émission
interview | entretien, interview
conference | conférence, colloque
session | séance, session
round-trip | aller-retour/allers-retours
kilowatt-hour | kilowattheure
failure | raté, plantage
alarm | alarme
arrest | arrestation, interpellation
crime | crime, délit
fraud | fraude, escroquerie
victim | sinistré
missing-person | disparu
refugee | exilé, déplacé
migrant | migrant
"""
