"""Cues in English and French: which words beside a name, or inside it, say what kind of thing it names.

All are in lower case; a word means the same kind in both languages or stands in one of them only.
"""

from __future__ import annotations

from typing import Final

from pipeline.extract.candidates.word_lists import kinds_of, words_in

DESCRIBERS: Final = kinds_of(
    organization="""
    startup start-up start-ups startups company companies firm firms lab labs laboratory maker makers chipmaker automaker
    carmaker designer developer provider operator fund investor rival rivals competitor competitors group bank utility foundry
    manufacturer supplier university institute regulator agency consultancy broker brokerage subsidiary vendor unicorn outfit
    spin-off spinoff spinout spin-out venture consortium publisher retailer insurer hyperscaler neocloud customer customers
    partner partners contractor integrator watchdog ministry nonprofit non-profit foundation think-tank owner charity
    pousse entreprise entreprises société sociétés compagnie laboratoire fabricant concepteur éditeur éditrice fournisseur
    opérateur fonds concurrent concurrente concurrents rivale rivaux groupe banque fondeur université institut régulateur
    agence filiale licorne cabinet boîte assureur distributeur hébergeur équipementier industriel constructeur prestataire
    pousses hébergeurs laboratoires fabricants fournisseurs licornes fonds agences laboratories
    association fondation actionnaire investisseur énergéticien pépite essaimage deeptech coentreprise
    """,
    person="""
    chief ceo cto cfo coo president chairman chairwoman founder co-founder cofounder executive analyst professor minister senator
    commissioner director engineer researcher economist lawyer attorney judge spokesman spokeswoman spokesperson
    entrepreneur scientist physicist mathematician strategist lawmaker congressman congresswoman governor mayor
    billionaire consultant expert activist author boss secretary officer investor-entrepreneur head host colleague
    pdg fondateur fondatrice cofondateur cofondatrice dirigeant dirigeante patron patronne analyste professeur professeure
    ministre sénateur sénatrice député députée commissaire directeur directrice ingénieur ingénieure chercheur chercheuse
    économiste avocat avocate juge porte-parole entrepreneure scientifique physicien physicienne mathématicien mathématicienne
    maire président présidente milliardaire experte consultante secrétaire responsable associé associée gérant gérante
    """,
    model="""
    model models llm llms checkpoint weights open-weight modèle modèles
    """,
    product="""
    app apps assistant chatbot tool platform service software browser agent suite robot product products bot application
    plug-in plugin editor database engine framework humanoid headset copilot copilote
    appli logiciel outil plateforme navigateur produit solution offre robots interface gamme
    """,
    hardware="""
    chip chips accelerator accelerators processor processors gpu gpus server servers rack racks wafer supercomputer silicon asic
    controller board npu die chiplet interconnect
    puce puces accélérateur accélérateurs processeur processeurs serveur serveurs supercalculateur calculateur carte cartes
    """,
    project="""
    project campus site initiative programme program cluster complex code-named codenamed codename data-center data-centre
    datacenter centre center farm plant building megaproject
    projet chantier initiative parc complexe usine bâtiment centrale
    """,
    law="""
    act bill law directive ordinance statute decree regulation legislation treaty
    loi règlement décret ordonnance traité
    """,
)
"""Common nouns that say what kind of thing the name beside them is."""

INSIDE: Final = kinds_of(
    organization="""
    labs lab technologies technology systems robotics capital ventures partners group holdings holding bank institute university
    ministry agency commission semiconductor semiconductors semi energy power computing networks therapeutics analytics research
    foundation fund council union association securities motors studio studios solutions dynamics industries electric software
    data guild coalition committee authority department office bureau court college school academy alliance consortium electronics photonics
    logistics pharma biosciences health insurance materials mobility aerospace advisors management consulting trust
    cloud silicon silicium compute calcul grid services web collective cooperative works interactive aeronautics microsystems microelectronics devices investments equity
    ai ia .ai défense défence conseil université institut ministère agence autorité école banque fonds fondation laboratoire cour
    commission groupe énergie énergies technologie systèmes associés capital-risque observatoire comité syndicat fédération
    """,
    model="instruct",
    hardware="chip accelerator tpu npu lpu",
    project="project projet campus initiative programme program park parc",
    law="act bill directive regulation loi règlement treaty ordinance",
    product="studio copilot assistant",
)
"""Words inside a name, last in English and first in French, that say what kind of thing it names."""

FORMS: Final = words_in(
    """
    inc corp corporation ltd limited llc llp plc co gmbh ag sa sas sarl se nv bv ab oy oyj as spa srl kk pte pty
    kg
    """
)
"""Company forms behind a name."""

INSTITUTIONS: Final = words_in(
    """
    university institute ministry bank office department agency council court authority center centre school
    college bureau commission committee federation society academy house université institut ministère banque
    agence autorité école conseil cour fonds caisse direction centre tribunal chambre académie comité fédération
    observatoire laboratoire
    """
)
"""Heads of names that go on behind of, for, de, du."""

COUNTED: Final = words_in(
    """
    slide slides diapo diapositive page figure fig table tableau hall route radio chapitre étape step day jour week semaine
    year année terminal gate porte room salle lot phase tranche bloc block unit unité zone question point item annexe annex exhibit pièce
    stage tier tome volume saison season episode épisode act acte scene scène track piste channel canal line ligne group
    groupe class classe category catégorie type case top big appendix schedule rule règle option scenario scénario photo
    """
)
"""Words behind which a number only counts: Slide 4, Hall 4, Route 66."""

SCENES: Final = words_in(
    """
    tower day week night inn café cafe pub hotel restaurant bistro brasserie bowl line farm close hall chapel church cathedral theatre theater
    stadium museum clinic garden gardens jardin castle abbey memo boulangerie bar beach plage forest forêt times herald
    gazette post courier ferme théâtre library bibliothèque fm inter museum
    """
)
"""The same, only inside names: the Swan Inn, but to close Swan."""

NAMING: Final = words_in(
    """
    called named dubbed codenamed code-named christened nicknamed branded titled baptisé baptisée baptisés
    appelé appelée nommé nommée surnommé surnommée dénommé dénommée intitulé intitulée
    """
)
"""Participles that a name follows."""

SAYS: Final = words_in(
    """
    said says told tells argued argues added adds wrote writes warned warns noted notes explained joked replied
    recalled insisted thinks believes admitted conceded estimates predicted predicts asked dit explique ajoute
    estime affirme déclare assure prévient souligne raconte résume prédit insiste juge tempère reconnaît
    regrette demande plaide confie observe précise rappelle répond lance
    """
)
"""Verbs of speaking, behind who speaks or before."""

ACTS: Final = words_in(
    """
    announced announces raised raises launched launches unveiled unveils released releases plans planned builds
    built employs acquired acquires signed signs hired hires reported reports opened opens filed files agreed
    sold sells bought buys designs designed makes develops developed competes operates expects aims invested
    invests secured secures closed won uses charges trained trains claims offers runs ships shipped supplies
    emerged counts controls annonce lève dévoile lance emploie conçoit développe vise prévoit compte revendique
    fabrique propose ouvre signe rachète vend exploite construit investit recrute fournit mise consomme embarque
    tourne affiche grave
    publie relève réalise présente réunit accueille atteint dispose équipe loue déploie teste cède obtient perd gagne double
    triple muscle débauche dépasse emploie grandit licencie ferme embauche
    """
)
"""Verbs of what companies and their products do, behind the name."""

PREDICATES: Final = words_in(
    """
    led gave took bought sold put went grew fell rose won lost made paid spent drew met let hit kept sent set ran came got left
    held began saw beat bet became brought chose cut drove fed forgave found fought hid leapt lent meant rang sank shut slid sought
    split stood struck swore swung taught threw told understood woke wore wrote gets keeps lets lends owes owns needs wants
    talks pays takes gives receives raises promises chooses closes uses makes leases licenses refuses produces exceeds loses
    advises advertises hopes likes loves moves loves saves serves sees agrees argues arrives believes changes comes continues creates
    decides declines defines delivers denies describes drives escapes gives goes hires includes invites leaves lives loves manages
    measures merges notices operates orders prices proposes proves purchases realises recognises reduces releases replaces requires
    reserves resolves revises rises schedules seizes shares solves specialises stores supposes times trades values votes writes
    est sont était étaient sera seront fut veut vont peut doit fait sait tient vient met prend perd rend reste garde passe
    laisse trouve suit attend avance gère mène ouvre offre souffre écrit conduit construit détient devient dit sort part parle
    achète apporte arrive assure attribue baisse bloque bouge bondit cherche chiffre choisit combine commande commence confirme
    conserve convainc couvre craint crée croit débute décide déclare délivre demande dément dessine domine donne double dure
    échange échoue écoute embauche entend entraîne entre envoie envisage équipe espère essaie étend évalue évite exige existe explique
    facture finance forme franchit grimpe héberge hésite ignore impose indique insiste installe intègre intéresse jure justifie
    livre loge loue maintient manque marche mesure mise monte montre négocie nomme nourrit oublie paie parie partage partait
    pense permet pèse place plafonne porte possède poursuit pousse préfère prépare présente prête produit profite progresse projette
    promet propose protège quitte rachète raconte rafle rappelle rassure réalise reçoit récolte reconnaît recule récupère réduit
    refuse regarde rejoint relance remet remplace rémunère renonce répond reporte représente reprend réserve résiste respecte
    retient retire réussit revend revient sanctionne saute semble sert serait signale souhaite soulève soutient stocke table tente
    termine touche tourne tranche transforme travaille utilise valide vante vaut verse vit voit vole vote
    """
)
"""Other verbs of which a name before them is the subject: past forms of English that end otherwise than in -ed, forms of French."""

DONE: Final = words_in(
    """
    annoncé levé lancé dévoilé signé racheté présenté publié ouvert vendu investi recruté obtenu conçu développé
    promis bouclé déposé déclaré expliqué ajouté estimé affirmé réuni embauché raised launched announced signed
    unveiled
    """
)
"""Participles behind a / ont / has / have, behind the name."""

DEALS: Final = words_in(
    """
    acquire acquired acquires acquiring adopte adopted adopts against back backed backing backs bought buy
    buying buys chez choisi choisit choose chooses chose co-founded cofonde cofonder créer dirige dévoile
    finance fonde fonder founded fund funded funds gère heads hired introduced introduces join joined joining
    joins launched launches launching leads leave leaves left picked picks pilote préfère présente préside
    quitte quitter rachat racheter rachète rejoindre rejoint released runs sued sues teste testé tried unveiled
    unveiling utilise versus via
    """
)
"""Verbs and prepositions right before a name that only companies, people and products follow."""

BONDS: Final = words_in(
    """
    acquisition merger partnership partnered deal contract backed led founded funded developed built owned created designed made supplied valued fusion partenariat accord contrat actions soutenu soutenue mené menée dirigé dirigée fondé fondée développé développée conçu conçue détenu détenue créé créée cofondé cofondée capital cofounded co-founded according rival valuation salariés ingénieurs clients
    allie associe profit profits bénéfice bénéfices revenue sales ventes recettes dette enquête plainte reproche probe lawsuit complaint investigation sale talks
    porté portée piloté pilotée employees engineers customers
    """
)
"""Words that, with a preposition, join a name to a company or its people: stake in, backed by, fondée par."""

STAKES: Final = words_in(
    """
    invest invests invested investing investment investments stake stakes shares interest confidence investi investit
    investir investissement participation parts
    """
)
"""Words that in / dans joins to a company."""

OWNED: Final = words_in(
    """
    ceo cto cfo chief founder founders co-founder cofounder shares chairman president board valuation model
    models chip chips customers revenue investors engineers employees backers lawyers spokesman spokeswoman
    platform headquarters technology stock controller director flagship boss
    """
)
"""What only a company has, behind its possessive: Novalys's chief, shares, customers."""

PLACING: Final = {
    **dict.fromkeys(("in", "near", "around", "à", "outside", "en"), 0.5),
    **dict.fromkeys(("towards", "toward", "across", "at"), 0.25),
}
"""Prepositions before places, with how much they speak for one."""

COMPOUNDS: Final = words_in(
    """
    backed led owned made run funded built designed developed powered like style affiliated controlled trained
    """
)
"""What a company's name is joined to with a hyphen: Novalys-backed."""

AGAINST: Final = words_in(
    """
    typhoon hurricane cyclone typhon ouragan tempête street road avenue boulevard lane square route highway airport station bridge river mount lake island
    park-and-ride fair festival summit conference forum expo cup prize award awards championship olympics
    marathon gala film movie novel song album painting painter poet composer singer actor actress saint aunt
    parish uncle grandma village town city county province district region suburb rue place quai gare aéroport pont
    rivière mont lac île ville région département arrondissement quartier foire salon sommet conférence forum
    coupe prix championnat roman chanson tableau peintre poète compositeur chanteur chanteuse acteur actrice
    tante oncle commune préfecture
    père mère tour hôtel lycée collège château abbaye chapelle église cathédrale stade musée palais halle villa fayre st ste sainte
    """
)
"""Words beside or inside names of places, events, works and people who are none of the industry's."""

STAFF: Final = words_in(
    """
    nobody someone somebody anyone everyone everybody people staff insiders sources team workers employees job personne
    quelqu'un équipes équipe ingénieurs salariés emploi
    """
)

GIVING: Final = words_in(
    """
    vendre vend vendu vendus vendue racheter rachète racheté acheter achète acheté attribue attribuer attribué laisse laissé laisser
    appartient appartiennent appartenant confie confié confier impose imposé offre offert offrir prête prêté prêter loue loué louer
    cède cédé céder réclame réclamé réclamer demande demandé demander livre livré livrer verse versé verser propose proposé proposer
    promis promet grâce face quant opposé oppose opposait comparé interdit interdire reproche reproché emprunte emprunté revend revendu
    permet permettra permis doit vaut vaudra valu coûte coûté coûtera rapporte rapporté adressé adresse adressée transmis fournit fourni
    fournir fournira participe participé ressemble succède concurrence échappe appel parts accordé accorde accorder infligé inflige
    """
)
"""Behind whose object à stands before a receiver: vend ses pinceaux à X."""

MAKERS: Final = words_in(
    """
    maker makers creator creators developer developers publisher inventor company firm start-up startup version versions launch users
    subscribers subscriptions release copies downloads rollout
    éditeur éditrice créateur créatrice concepteur conceptrice développeur inventeur fabricant société start-up entreprise version versions
    lancement utilisateurs abonnés
    """
)
"""Who makes, uses or sells a thing: the maker of X."""

OF_FIRMS: Final = words_in(
    """
    owner parent unit division subsidiary boss head chief customer customers client clients supplier suppliers backer backers shares
    expense rivals rival alumni veterans veteran remains takeover offices headquarters lawyers shareholders investors
    propriétaire filiale filiales patron patronne client clients fournisseur fournisseurs rival rivale rivaux ancien ancienne anciens
    mère siège avocats dirigeants dirigeant part départ concurrent concurrents actionnaires apport bureaux ingénieurs
    """
)
"""What only firms and the like have: a unit of X."""
