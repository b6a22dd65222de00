"""French nouns of public life, works and space: nothing in, a table like that of nouns_fr.py out (memberships, mines, quays, bodies, parts of buildings)."""

from __future__ import annotations

PUBLIC = """
interruption | interruption
cancellation | résiliation, désabonnement, annulation
registration | inscription, immatriculation
membership | adhésion
renewal | renouvellement, réabonnement
passport | passeport
accreditation | habilitation, homologation, accréditation
certification | certification
award | récompense, trophée
appointment | nomination
transfer | mutation, virement
retirement | départ à la retraite/départs à la retraite
strike | grève
demonstration | manifestation
rally | rassemblement
trade-show | salon
seminar | séminaire
webinar | webinaire
assignment | devoir
deposit | gisement, dépôt bancaire/dépôts bancaires
pipeline | oléoduc
gas-pipeline | gazoduc
wharf | quai
silo | silo
quarry | carrière
steelworks | aciérie
slaughterhouse | abattoir
cellar | cave
vineyard | vignoble, domaine viticole/domaines viticoles
castle | château/châteaux, manoir
cathedral | cathédrale
chapel | chapelle
mosque | mosquée
cemetery | cimetière
fountain | fontaine
viaduct | viaduc
lock | écluse
dike | digue
pier | jetée
lighthouse | phare
studio | studio
skyscraper | gratte-ciel!
residence | résidence
housing-estate | lotissement
island | île
archipelago | archipel
village | bourg
report | reportage
documentary | documentaire
debate | débat
edition | édition
editorial | éditorial/éditoriaux
column | chronique
op-ed | tribune
letter | courrier
telegram | télégramme
message | texto
share | partage, part sociale/parts sociales
loan | prêt
mortgage | hypothèque
transfer | virement bancaire/virements bancaires
withdrawal | retrait
compensation | indemnisation
epoch | époque d'entraînement/époques d'entraînement
vector | vecteur
matrix | matrice
tensor | tenseur
edge | arête
graph | graphe
copilot | copilote
twin | jumeau/jumeaux, jumeau numérique/jumeaux numériques
simulator | simulateur
subassembly | sous-ensemble
chassis | châssis!
axle | essieu/essieux
charger | chargeur
row | rangée
basement | sous-sol
facade | façade
circular | circulaire
committee | comité, commission parlementaire/commissions parlementaires
council | conseil municipal/conseils municipaux
assembly | assemblée
parliament | parlement
jurisdiction | juridiction
follower | adepte, disciple
supporter | partisan
opponent | opposant
detractor | détracteur
skeptic | sceptique
convert | converti
pioneer | pionnier
heir | héritier, héritière
replacement | remplaçant
deputy | adjoint
franchisee | franchisé
moon | lune
comet | comète
asteroid | astéroïde
observatory | observatoire
probe | sonde
astronaut | astronaute, spationaute, cosmonaute
orbit | orbite
shot | tir
kilocalorie | kilocalorie
kilobyte | kilo-octet
ceremony | cérémonie
festival | festival
exhibition | exposition
workshop | atelier de formation/ateliers de formation
expedition | expédition
evacuation | évacuation
home-visit | visite à domicile/visites à domicile
call-for-projects | appel à projets/appels à projets, appel à candidatures/appels à candidatures
municipal-service | service municipal/services municipaux
public-service | service public/services publics
diploma | diplôme
trade-union | organisation syndicale/organisations syndicales
employer-group | organisation patronale/organisations patronales
party | parti, formation politique/formations politiques
candidate | tête de liste/têtes de liste
polling-station | bureau de vote/bureaux de vote
checkpoint | point de contrôle/points de contrôle, poste-frontière/postes-frontières
battalion | bataillon
brigade | brigade blindée/brigades blindées
squadron | escadrille
base-station | station de base/stations de base
relay-tower | tour de télécommunication/tours de télécommunication
internet-user | internaute connecté/internautes connectés
line | ligne fixe/lignes fixes
subscriber | ligne mobile/lignes mobiles
kilometer | kilomètre de câble/kilomètres de câble, kilomètre de voie/kilomètres de voie
mile | mille nautique/milles nautiques
truck | poids lourd/poids lourds, semi-remorque
van | utilitaire
trailer | remorque
ferry | ferry
yacht | yacht
barge | barge
submarine | sous-marin nucléaire/sous-marins nucléaires
person | fidèle, initié, allocataire, assuré, cotisant, contribuable, justiciable, administré, sympathisant, gréviste, condamné, débiteur, emprunteur, panéliste, cobaye, demandeur d'asile/demandeurs d'asile
defendant | prévenu, accusé, mis en examen/mis en examen
member | sociétaire, affilié, licencié sportif/licenciés sportifs
consumer | consommateur, consommatrice
landlord | bailleur
speaker | orateur, oratrice
tester | bêta-testeur
hacker | hackeur, hackeuse
entrepreneur | entrepreneur, entrepreneuse, autoentrepreneur, auto-entrepreneur, repreneur
manager | gérant, gérante, directeur, directrice, chef d'équipe/chefs d'équipe, chef de projet/chefs de projet, cheffe de projet/cheffes de projet
chief-executive | chef d'entreprise/chefs d'entreprise
temporary-worker | vacataire
representative | représentant, représentante
negotiator | négociateur, négociatrice
mediator | médiateur, médiatrice
referee | arbitre
donor | donateur, donatrice, mécène
depositor | déposant
company | poids lourd de la tech/poids lourds de la tech, intégrateur, énergéticien, promoteur, aménageur, foncière, réassureur, hyperscaler, holding, groupe familial/groupes familiaux
ally | allié
adversary | adversaire
regulator | régulateur, autorité de régulation/autorités de régulation
federation | fédération
organization | ONG!, instance
think-tank | think-tank, cercle de réflexion/cercles de réflexion
consortium | consortium, groupement
browser | navigateur
website | portail
extension | extension
integration | intégration
data-flow | flux de données!
api | API!
platform | plateforme numérique/plateformes numériques, place de marché/places de marché
"""
