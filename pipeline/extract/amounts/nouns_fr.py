"""French nouns: nothing in, what else French news counts out, each with its English singular as unit (nouns.py has what all three count).

One line a unit: English | French nouns in the singular. They are looked up in French texts only: `tours` are towers there.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.extract.amounts.nouns import plural
from pipeline.extract.amounts.nouns_fr_fields import FIELDS
from pipeline.extract.amounts.nouns_fr_more import MORE
from pipeline.extract.amounts.nouns_fr_public import PUBLIC
from pipeline.extract.amounts.nouns_fr_rare import RARE
from pipeline.extract.amounts.nouns_fr_things import THINGS

_TABLE = """
patient | malade
acquisition | emplette, prise de contrôle/prises de contrôle
exhibitor | exposant
store | commerce
train | rame, train
household | logement
book | volume
data-center | usine d'IA/usines d'IA, usine à IA/usines à IA, ferme de serveurs/fermes de serveurs, centre de calcul/centres de calcul, centre informatique/centres informatiques
agent | agent IA/agents IA, agent d'IA/agents d'IA, agent autonome/agents autonomes, agent intelligent/agents intelligents, agent conversationnel/agents conversationnels, agent logiciel/agents logiciels, agent virtuel/agents virtuels
system | système
liter | litre
milliliter | millilitre
clinician | clinicien, clinicienne
company | exploitant, éditeur, fabricant, fournisseur, maison d'édition/maisons d'édition, maison de disques/maisons de disques, constructeur, industriel, groupe, opérateur, équipementier, hébergeur, marchand
booth | stand
user | habitué, internaute, mobinaute, usagère
customer | client, cliente
person | âme, convive, invité, curieux, festivalier, congressiste, badaud, riverain, bénévole, volontaire, sondé, inscrit, bénéficiaire, retraité, réfugié, manifestant, spectateur, téléspectateur, auditeur, détenu, jeune, aîné, contribuable, particulier
person | spécialiste, analyste, dirigeant, dirigeante, cadre, responsable, patron, patronne, rédacteur, rédactrice, professionnel, professionnelle, juré, jurée, conseiller, conseillère, commercial/commerciaux, gestionnaire, recrue, gars!, type, instit, prof, informaticien, informaticienne, programmeur, codeur, juriste
person | prestataire, sous-traitant, col blanc/cols blancs, col bleu/cols bleus, blouse blanche/blouses blanches, tête pensante/têtes pensantes, main-d'œuvre, confrère, consœur, pair
user | actif mensuel/actifs mensuels, actif hebdomadaire/actifs hebdomadaires, actif quotidien/actifs quotidiens, utilisateur actif/utilisateurs actifs, habitué quotidien/habitués quotidiens
worker | ouvrier, ouvrière, manœuvre, intérimaire, saisonnier, indépendant, freelance, travailleur du clic/travailleurs du clic, annotateur, annotatrice, étiqueteur
person | agent, agente
employee | fonctionnaire, équivalent temps plein/équivalents temps plein, ETP!, permanent, contractuel
reader | lecteur, lectrice
driver | livreur, routier
farmer | agriculteur, agricultrice, paysan, éleveur, cultivateur
fisherman | pêcheur
artisan | artisan
technician | technicien, technicienne
electrician | électricien
translator | traducteur, traductrice, interprète
illustrator | illustrateur, illustratrice, dessinateur
photographer | photographe
singer | chanteur, chanteuse
PhD-student | doctorant, doctorante, thésard
postdoc | postdoctorant, postdoctorante
graduate | diplômé
apprentice | apprenti, alternant, stagiaire
player | joueur, joueuse
athlete | sportif, athlète
tourist | touriste, vacancier
voter | votant
mayor | maire
lawmaker | député, parlementaire, eurodéputé, sénateur
judge | juge, magistrat
police-officer | policier, gendarme
plaintiff | plaignant, requérant
creditor | créancier
saver | épargnant
lender | prêteur
tenant | locataire
programming-language | langage de programmation/langages de programmation, langage
application | candidature
complaint | plainte
panel | panneau/panneaux
partner | partenaire
doctor | docteur
incident | incident
report | signalement
abstention | abstention
submission | contribution, soumission
resignation | démission
departure | départ
arrival | arrivée
machine | machine-outil/machines-outils, engin
crane | grue
blade | lame
tank | cuve
pump | pompe
cooling-tower | tour aéroréfrigérante/tours aéroréfrigérantes
tower | tour, pylône
generator | groupe électrogène/groupes électrogènes, générateur
transformer | transformateur
cable | câble
fiber | fibre
screen | écran
headset | casque
glasses | lunettes!
watch | montre
speaker | enceinte
printer | imprimante
disk | disque
GPU | processeur
node | nœud
module | module
container | conteneur
pallet | palette
box | boîte, caisse, carton
bottle | bouteille
bag | sac
train | train, rame
tram | tramway
bike | vélo
boat | péniche, chalutier
wagon | wagon
bridge | pont
road | route
street | rue
house | pavillon, villa
home | habitation
farm | ferme, exploitation
field | champ, parcelle
forest | forêt
swimming-pool | piscine, piscine olympique/piscines olympiques
stadium | stade
football-field | terrain de football/terrains de football, terrain de foot/terrains de foot
museum | musée
library | bibliothèque, médiathèque
theater | théâtre
cinema | cinéma
church | église
prison | prison
court | tribunal/tribunaux
ministry | ministère
administration | administration
municipality | municipalité, mairie, collectivité
department | département
canton | canton
village | village, hameau/hameaux
neighborhood | quartier
language | idiome, dialecte
sentence | phrase
letter | lettre
excerpt | extrait
chapter | chapitre
title | titre de presse/titres de presse
newspaper | journal/journaux, quotidien
magazine | magazine, revue
work | œuvre
recording | enregistrement
podcast | balado
drawing | dessin
painting | tableau/tableaux
piece | pièce
exhibit | pièce à conviction/pièces à conviction
archive | archive
entry | entrée
source | source
link | lien
click | clic
member | adhérent
notification | alerte
warning | avertissement
vote | suffrage
objection | opposition
meeting | réunion
hearing | audience
inspection | contrôle
investigation | enquête
sanction | sanction
fine | amende, contravention
theft | vol à l'étalage/vols à l'étalage
injury | blessure, blessé
fire | incendie
outage | panne, coupure
failure | échec, défaillance
success | succès!
mistake | faute
hallucination | hallucination
fake | faux!
deepfake | hypertrucage
threat | menace
license | permis!
visa | visa
scholarship | bourse
chair | chaire
course | cours!, formation
class | classe
lesson | leçon
exam | examen
grade | note
thesis | thèse
prize | prix!
medal | médaille
invention | invention
trademark | marque
brand | enseigne
subsidiary | filiale
competitor | concurrent
rival | rival/rivaux
creation | création
investor | épargnant
lawsuit | recours!, assignation
scan | radio, radiographie, scanner
medicine | médicament
vaccine | vaccin
dose | dose
disease | maladie
cell | cellule
species | espèce
bird | oiseau/oiseaux
cow | vache
sheep | mouton, brebis!
fish | poisson
dog | chien
cat | chat
horse | cheval
animal | animal/animaux
egg | œuf
star | étoile
planet | planète
exoplanet | exoplanète
galaxy | galaxie
photo | selfie, cliché
frame | image par seconde/images par seconde
pixel | pixel
weight | poids!
neuron | synapse
cell | alvéole
layer | strate
match | partie
attempt | tentative
iteration | itération
operation | opération, opération en virgule flottante/opérations en virgule flottante
computation | calcul
gigafactory | gigafactory/gigafactories, giga-usine
seat | strapontin
place | place
parking-space | place de parking/places de parking
room | pièce
floor | étage
hole | trou
step | marche
"""


def french() -> Iterator[tuple[str, str, bool]]:
    """Form, unit and whether it is a plural."""
    for row in "\n".join((_TABLE, MORE, RARE, THINGS, PUBLIC, FIELDS)).split("\n"):
        if not row:
            continue
        unit, names = (column.strip() for column in row.split("|"))
        for written in names.split(","):
            singular, _, own = written.strip().removesuffix("!").partition("/")
            if not written.endswith("!"):
                yield singular, unit, False
            yield own or (singular if written.endswith("!") else plural(singular, french=True)), unit, True
