"""Plain words: which capitalised words name no organisation, person, model … : languages' words, places, days, ranks.

Countries, languages, months, days and big cities are CLDR's (babel), in English, French and Japanese; the ordinary words
of English and French are pyspellchecker's; what neither holds stands in short lists here.
"""

from __future__ import annotations

import gzip
import re
from functools import cache
from importlib.resources import files
from typing import Final

from pipeline.extract.candidates.more_places_ja import MORE_PLACES_JA
from pipeline.extract.candidates.word_lists import words_in

_WORD: Final = re.compile(r"[^\W\d_]+")
_LISTED_WORD: Final = re.compile(r'^"([^"]+)": (?!50,)', re.MULTILINE)  # 50 stands for "never counted"

OPENERS: Final = words_in(
    """
    a about above according across after again against all almost alone along already also although always amid
    among an and another any apart are around as aside at back based because before behind being below beneath
    beside besides better between beyond both but by can could despite did do does down due during each earlier
    either else elsewhere even ever every everyone everything except few finally first five for four from
    further given had half has have having he hence her here hers him his how however i if in including indeed
    inside instead into is it its itself just last late later least less let like likewise many may maybe me
    meanwhile might more moreover most much must my near nearly neither never nevertheless new next nine no
    nobody none nonetheless nor not nothing now of off often on once one only onto or other others otherwise our
    out outside over own part per perhaps please rather same second separately seven several shall she should
    since six so some someone something sometimes soon still such ten than thanks that the their them then there
    therefore these they third this those though three through throughout thus to today together tomorrow too
    top toward towards two under unlike until up upon us very via was we well were what whatever when whenever
    where whereas whether which while who whoever whom whose why will with within without would yes yesterday
    yet you your old former chief senior big small early mr mrs ms vs re update exclusive breaking analysis
    opinion photo source sources à afin ah ainsi alors après assez au aucun aucune aujourd aujourd'hui
    auparavant auprès aussi autant autour autre autres aux avant avec bien bientôt bref car ce ceci cela celle
    celles celui cent cependant certain certaine certaines certains ces cet cette ceux chacun chacune chaque
    chez ci comme comment concernant contre côté d dans de début dehors déjà demain depuis derrière des
    désormais dès deux devant dix donc dont du durant elle elles en encore enfin ensuite entre environ est et
    étant eux fin grâce hier hors huit ici il ils je jamais jusqu jusque l la là le les leur leurs lors lorsque
    lui ma mais malgré me même mes mieux moi moins mon ne ni non nos notamment notre nous nouveau nouvelle on or
    ou où oui outre par parce parmi pas pendant peu peut plus plusieurs pour pourquoi pourtant près presque puis
    puisque qu quand quant quatre que quel quelle quelles quels quelques qui quoi sa sans sauf se selon sept ses
    seul seule si six soit son sous suite sur surtout ta tandis tant te tel telle tels toi ton tous tout toute
    toutefois toutes très trois trop tu un une va vers via voici voilà vos votre vous y
    prenons prenez voyez voyons regardez regardons notons citons ajoutons rappelons imaginez comparez demandez ask take consider
    imagine compare remember forget bonsoir bonjour hello hi merci salut ciao thanks welcome dear cher chère chers
    """
)
"""Words that may stand capitalised before a name at the head of a sentence and are no part of it (lower case)."""

TITLES: Final = words_in(
    """
    ceo cto cfo coo cpo cmo evp svp vp pdg dg president vice-president chairman chairwoman chair chief executive
    officer director minister premier prime secretary senator representative governor mayor commissioner
    commissaire professor prof dr mr mrs ms mx m mme mlle me pr sir dame lord lady madame monsieur judge justice
    king queen prince président présidente directeur directrice ministre professeur professeure sénateur
    sénatrice député députée maire analyst founder cofounder co-founder head fondateur fondatrice cofondateur
    cofondatrice general managing partner engineer principal
    """
)
"""Ranks before a person's name, which are no part of it (lower case)."""

GENERIC: Final = words_in(
    """
    ai ia agi asi api sdk gpu gpus cpu cpus tpu tpus npu npus asic asics fpga llm llms slm vlm ml nlp ocr rag
    moe rlhf ceo cto cfo coo cio ciso cpo cmo pdg dg drh dsi hr pr vc vcs pe ipo ipos spac etf esg csr rse kpi
    roi roa ebitda ebit gaap ifrs arr mrr capex opex gdp pib r&d rd b2b b2c saas paas iaas it ict ot iot ar vr
    xr ev evs uav gps usb pcie hbm dram nand sram ssd hdd ram rom euv duv cmos soc pc pcs os ui ux url http
    https html json csv pdf faq q&a qa tv dvd usd eur gbp jpy cny yen us u.s usa uk u.k eu ue e.u un u.n onu uae
    eau u.a.e prc rpc rok asia apac emea latam dc nyc la sf mw gw kw twh gwh mwh kwh tb gb mb pb eb ghz mhz hz
    nm pue ups hvac dna adn rna covid covid-19 am pm est pst cet jst gmt utc h1 h2 q1 q2 q3 q4 t1 t2 t3 t4 fy
    fy24 fy25 fy26 ok nb ps fyi asap diy phd mba bts iq id pin sms vpn tls ssl nda mou loi rfp sme smes pme eti
    tpe cdi cdd tva smic stem 3d 2d 4k 5g 6g 4g wi-fi wifi bluetooth internet web cloud series round seed covid
    part phase chapter section article annex annexe note table figure page volume level tier state states city
    county province prefecture street road avenue rue boulevard place square floor box building ocean sea river
    lake mountain mont mount bay valley gulf north south east west nord sud est ouest northern southern eastern
    western central middle far nobel pulitzer olympics olympic christmas noël easter pâques ramadan halloween
    thanksgiving god dieu bible internet cac nasdaq dow s&p ftse nikkei dax brent topix kospi euronext nyse republican democrat republicans democrats muslim christian jewish
    catholic club docteur defendant defendants plaintiff plaintiffs petitioner respondent counsel licensee licensor lender borrower issuer
    stoxx sensex nifty bovespa ibex sbf aex smi
    appellant claimant agreement parties tenant landlord purchaser vendor rer tgv ter
    """
)
"""Short forms and capitalised words that are everybody's (lower case)."""

PLACES: Final = words_in(
    """
    america européen european europe asia asie africa afrique occident silicon wall street america's états-unis
    royaume-uni etats-unis britain england scotland wales angleterre écosse bretagne normandie provence alsace
    bavaria bavière catalonia catalogne lombardy lombardie flanders flandre wallonie wallonia alabama alaska
    arizona arkansas california californie colorado connecticut delaware florida floride hawaii idaho illinois
    indiana iowa kansas kentucky louisiana louisiane maine maryland massachusetts michigan minnesota mississippi
    missouri montana nebraska nevada ohio oklahoma oregon pennsylvania pennsylvanie tennessee texas utah vermont
    virginia virginie wisconsin wyoming dakota carolina caroline jersey ontario quebec québec alberta manitoba
    saskatchewan atlanta austin boston chicago dallas denver houston miami minneapolis philadelphia phoenix
    pittsburgh portland sacramento seattle washington cambridge oxford manchester birmingham edinburgh glasgow
    bristol leeds montreal montréal vancouver ottawa calgary waterloo barcelona barcelone milan turin munich
    hamburg hambourg frankfurt francfort cologne stuttgart dresden dresde leipzig zurich zürich geneva genève
    lausanne basel bâle rotterdam eindhoven delft antwerp anvers ghent gand lyon marseille lille bordeaux nantes
    toulouse grenoble strasbourg nice rennes montpellier rouen dijon orléans metz nancy reims saclay essonne
    vaucluse orange cannes versailles osaka kyoto yokohama nagoya fukuoka sapporo hokkaido kumamoto kobe sendai
    hiroshima memphis nashville raleigh charlotte columbus cleveland detroit louisville omaha tulsa albuquerque boise reno cheyenne tucson orlando tampa savannah
    richmond baltimore buffalo boulder honolulu anchorage ashburn loudoun amarillo lubbock spokane cincinnati indianapolis milwaukee beijing pékin pekin shenzhen hangzhou guangzhou nanjing wuhan chengdu hsinchu taipei busan
    bangalore bengaluru mumbai delhi hyderabad chennai pune abilene riyadh riyad dubai doha tel aviv haifa
    jerusalem gothenburg göteborg malmö aarhus bergen trondheim tampere espoo porto gdansk cracovie krakow
    essex kent sussex surrey norfolk suffolk devon cornwall dorset somerset wiltshire hampshire berkshire oxfordshire
    yorkshire lancashire cumbria durham northumberland cheshire derbyshire nottinghamshire lincolnshire leicestershire
    staffordshire shropshire worcestershire warwickshire gloucestershire hertfordshire bedfordshire buckinghamshire slough
    reading swindon sheffield nottingham newcastle sunderland cardiff swansea belfast aberdeen dundee inverness teesside
    daejeon daegu gwangju incheon ulsan pyeongtaek icheon yongin suwon cheongju gumi jeju maharashtra karnataka telangana
    gujarat rajasthan kerala punjab haryana jamnagar noida gurugram gurgaon kolkata lucknow jaipur ahmedabad coimbatore
    visakhapatnam sichuan guangdong zhejiang jiangsu hebei guizhou yunnan xinjiang hefei suzhou tianjin chongqing xiamen
    quimper brest vannes lorient caen amiens limoges besançon poitiers angers tours perpignan nîmes avignon toulon annecy
    chambéry valence pau bayonne biarritz mulhouse colmar troyes béthune dunkerque calais roubaix évry nanterre courbevoie
    puteaux montreuil créteil bobigny cergy sophia-antipolis crolles lagos accra nairobi kigali dakar abidjan tunis
    casablanca rabat alger kampala luanda bogota bogotá lima santiago quito montevideo medellín guadalajara monterrey
    sénégalais sénégalaise béninois béninoise ivoirien ivoirienne marocain marocaine tunisien tunisienne algérien algérienne
    camerounais camerounaise congolais congolaise malien malienne kényan kényane nigérian nigériane égyptien égyptienne
    libanais libanaise turque mexicain mexicaine brésilienne argentin argentine chilien chilienne vietnamien vietnamienne
    thaïlandais thaïlandaise indonésien indonésienne ukrainienne tchèque hongrois hongroise roumain roumaine luxembourgeois
    québécois québécoise senegalese ghanaian ivorian moroccan tunisian algerian ethiopian rwandan pakistani bangladeshi
    indonesian malaysian filipino argentine chilean colombian peruvian czech hungarian romanian bulgarian serbian croatian
    estonian latvian lithuanian icelandic iranian iraqi lebanese qatari kuwaiti
    hanoï hanoi saigon manille manila jakarta bangkok kyiv kiev varsovie bucarest budapest prague sofia belgrade zagreb
    brooklyn manhattan hollywood berkeley stanford davos bletchley american américain américaine américains
    américaines british britannique britanniques chinese chinois chinoise chinoises french français française
    japanese japonais japonaise german allemand allemande germans allemands korean coréen coréenne south-korean
    sud-coréen indian indien indienne italian italien italienne spanish espagnol espagnole dutch néerlandais
    néerlandaise swiss suisse swedish suédois suédoise finnish finlandais danish danois norwegian norvégien
    belgian belge austrian autrichien polish polonais russian russe ukrainian ukrainien canadian canadien
    israeli israélien israélienne taiwanese taïwanais taïwanaise singaporean saudi saoudien emirati émirati
    brazilian brésilien mexican australian australien irish irlandais scottish écossais welsh portuguese
    portugais greek grec turkish turc african asian asiatique européenne européens européennes nordic nordique
    baltic arab arabe kenyan nigerian egyptian vietnamese thai americans chinois europeans parisian parisien
    parisienne lyonnais lyonnaise londonien berlinois californian californien nantais toulousain texan atlantic
    atlantique pacific pacifique
    """
)
"""Places and those who live there beyond CLDR's territories and languages (lower case)."""

PLACES_OF_TWO_WORDS: Final = words_in(
    """
    abu_dhabi abou_dhabi abou_dabi andhra_pradesh uttar_pradesh tamil_nadu madhya_pradesh los_angeles las_vegas san_francisco san_jose san_diego san_antonio palo_alto mountain_view menlo_park santa_clara
    santa_monica salt_lake silicon_valley wall_street hong_kong new_york new_jersey new_mexico new_hampshire new_delhi
    new_orleans new_england north_carolina south_carolina north_dakota south_dakota west_virginia rhode_island
    puerto_rico white_plains fort_worth oak_ridge des_moines ann_arbor bay_area middle_east south_korea north_korea
    south_africa saudi_arabia united_states united_kingdom sri_lanka costa_rica buenos_aires rio_grande são_paulo kuala_lumpur
    ho_chi ho_chi_minh east_coast west_coast great_britain northern_ireland bletchley_park tel_aviv
    hang_seng el_paso los_alamos las_cruces baton_rouge little_rock cedar_rapids council_bluffs sioux_falls grand_rapids green_bay
    kansas_city oklahoma_city jersey_city long_beach palo_alto mountain_view menlo_park redwood_city san_mateo santa_clara santa_cruz santa_fe
    fort_collins fort_wayne colorado_springs corpus_christi virginia_beach new_haven stoke_newington canary_wharf king's_cross
    le_havre le_mans la_rochelle la_défense la_réunion saint_denis saint_malo saint_étienne aix_en_provence
    """
)
"""The same, of several words."""

MEDIA: Final = words_in(
    """
    reuters bloomberg afp kyodo nikkei techcrunch wired axios politico forbes fortune guardian
    economist cnbc cnn bbc nhk npr abc nbc cbs monde figaro libération échos tribune mediapart youtube substack
    podcast
    """
)
"""Media, which report and are not reported on (lower case)."""

FAMOUS: Final = frozenset(
    name.replace("_", " ")
    for name in words_in(
        """
        Albert_Einstein Isaac_Newton Marie_Curie Victor_Hugo Claude_Monet William_Shakespeare Charles_Darwin Galileo_Galilei
        Leonardo_da_Vinci Léonard_de_Vinci Michel-Ange Raphaël_Sanzio Galilée Napoléon_Bonaparte Napoleon_Bonaparte Jules_Verne Émile_Zola Marcel_Proust Charles_Dickens
        Jane_Austen George_Orwell Isaac_Asimov Agatha_Christie Sherlock_Holmes Harry_Potter Thomas_Edison Nikola_Tesla
        Henry_Ford Abraham_Lincoln George_Washington Winston_Churchill Charles_de_Gaulle Louis_Pasteur Blaise_Pascal
        René_Descartes Pierre_Curie Vincent_van_Gogh Pablo_Picasso Auguste_Renoir Paul_Cézanne Claude_Debussy
        Ludwig_van_Beethoven Johann_Sebastian_Bach Sigmund_Freud Karl_Marx Adam_Smith John_Maynard_Keynes Mark_Twain
        Honoré_de_Balzac Gustave_Flaubert Guy_de_Maupassant Arthur_Rimbaud Charles_Baudelaire Alexandre_Dumas Jean_Moulin
        Jeanne_d'Arc Simone_Veil Edith_Piaf Édith_Piaf Mickey_Mouse James_Bond Alan_Turing Ada_Lovelace Claude_Shannon
        Gregor_Mendel Immanuel_Kant Jean-Jacques_Rousseau Antoine_de_Saint-Exupéry Coco_Chanel
        夏目漱石 森鴎外 芥川龍之介 太宰治 川端康成 三島由紀夫 宮沢賢治 宮澤賢治 樋口一葉 福沢諭吉 渋沢栄一 北里柴三郎 津田梅子 野口英世 織田信長 豊臣秀吉
        徳川家康 坂本龍馬 西郷隆盛 伊能忠敬 平賀源内 松尾芭蕉 葛飾北斎 紫式部 清少納言 聖徳太子 与謝野晶子 手塚治虫 孫悟空 孔子 諸葛孔明
        アインシュタイン ニュートン ガリレオ ダーウィン エジソン シェイクスピア ベートーベン ベートーヴェン モーツァルト バッハ ショパン ピカソ ゴッホ モネ
        クロード・モネ ナポレオン マリー・キュリー キュリー夫人 ノーベル賞 アルベルト・アインシュタイン アイザック・ニュートン トーマス・エジソン
        レオナルド・ダ・ヴィンチ ヴィンセント・ファン・ゴッホ パブロ・ピカソ チャールズ・ダーウィン シャーロック・ホームズ
        """
    )
)
"""People of history and of fiction as texts spell them, whom a catalogue of the industry will never hold."""

FIRST_NAMES: Final = words_in(
    """
    aaron adam adrian aisha akira alan albert alex alexander alexandra alexandre alice amanda amélie amir amy
    ana andrea andrew angela anita ann anna anne anthony antoine anya arjun arthur ashley astrid aurélie axel
    barbara beatrice ben benjamin benoît bernard beth bill bob brandon brian bruno camille carla carlos carol
    caroline catherine cédric charles charlotte chen chloé chris christian christine christophe claire clara
    claude claudia clément craig cyril daniel daniela daniele david deborah denis diana diego dominique donald
    doug dylan ed eddie edward elena eli elise élise elizabeth ella ellen émilie emily emma emmanuel eric erik
    esther ethan eva evan fabien fabrice farah fatima félix fiona florence florian francesca francis françois
    françoise frank fred frédéric gabriel gary george georges gérard gilles giulia greg grace guillaume hannah
    hans haruka harry hassan helen hélène henri henry hiroshi hugo ian ibrahim ines inès ingrid irene isabel
    isabelle ivan jack jacob jacques jake james jamie jan jane jason jean jeff jennifer jens jérôme jessica jim
    joan joanna joe johan john jonas jonathan jordan jorge josé joseph josh juan judith julia julian julie
    julien jun justin kai karen karim karl kate katherine kathryn katie keiko keith kelly ken kenji kenneth
    kevin kim kumar kyle lars laura laure laurent léa lena leo léo leon liam lily linda lisa liu louis louise
    luc lucas lucie lucy luis luke magali maïa malik manon manuel marc marcel marco marcus margaret margot maria
    marianne marie mario marion mark markus marta martha martin mary mathieu mathilde matt matteo matthew
    matthias max maxime maya megan mehdi mei melissa mia michael michel michelle miguel mike mina miriam mohamed
    mohammed mohammad molly monica nadia naomi natalie nathalie nathan neha neil nicholas nick nicolas nicole
    nils nina noah noémie nora olga oliver olivia olivier omar oscar otto pablo pascal patricia patrick paul
    paula pauline pedro peter philip philippe pierre priya quentin rachel raj rajesh ralph ravi raphaël rebecca
    richard rita robert roberto robin roger roland romain ronald rosa ruth ryan sabine sam samantha samir samuel
    sandra sanjay sara sarah satoshi scott sean sébastien serge sergei simon sofia sofía solène sonia sophia
    sophie stefan stephanie stéphane stephen steve steven sunil susan suzanne sylvie takashi tanya tara taro
    théo thierry thomas tim timothy tobias tom tomas tony ursula valérie vera victor victoria vincent virginie
    viktor walter wei wendy werner will william xavier yann yannick yasmin yasmine yuki yuko yusuf yves yvonne
    zach zoe zoé
    andy nigel colin keith ian gareth callum hamish fiona moira heather amber jasmine chloe chloé emily lily lucy ella eva
    clara ingrid astrid sven lars bjorn björn erik nikolai dmitri dmitry ivan igor sergey vladimir tomasz piotr agnieszka
    katarzyna zofia marek jan pieter joost willem sander femke giulia luca marco matteo giovanni paolo francesca chiara
    carlos javier diego sofía lucía fernando alejandro joão rafael thiago ananya priyanka arjun rohan vikram deepak anjali
    aditya kavita lakshmi srinivas prakash sanjeev vivek amit ravi rahul pooja fatima fatoumata ousmane mamadou amadou
    aminata moussa ibrahim khalid faisal abdullah mohammad hamza leila layla samira rachid karim nadège yasmina idriss
    chukwuemeka adebayo ngozi chinedu oluwaseun kwame kofi ama wanjiru thabo sipho jin min-jun ji-woo hye-jin seo-yeon
    minh nguyen thanh linh hao wenhao xiaoming yan ying ming hiroshi kenji akira yumi haruka naoki kazuki takeshi
    thibaud thibault aurélie élodie clémence margaux solveig gaspard eudes ludivine armelle gwenaëlle anouk capucine
    marguerite joséphine bastien florian corentin loïc yves gaëlle maëlle océane inès manon noémie audrey coralie
    """
)
"""Usual first names (lower case): two capitalised words that begin with one are a person sooner than a company."""


_SHORT_FOR_DAYS: Final = frozenset(("sam", "jan", "jun"))
"""Abbreviations of days and months that are people's names sooner."""


@cache
def gazetteer() -> frozenset[str]:
    """The words, in lower case, that are places, peoples, languages, days, months or media in English and French."""
    words = set(PLACES | MEDIA | {name.replace("_", " ") for name in PLACES_OF_TWO_WORDS})
    for name in _cldr_names("en") | _cldr_names("fr"):
        pieces = {word.lower() for word in _WORD.findall(name) if len(word) > 2}
        words |= pieces if name.lower() in pieces else pieces - FIRST_NAMES  # Hélène, of Sainte-Hélène
        words.add(name.lower())
    return frozenset(words - OPENERS - _SHORT_FOR_DAYS)


def is_place(word: str) -> bool:
    """Whether the word, in lower case, is in the gazetteer, or what stands before its hyphen is: paris, tokyo-osaka."""
    places = gazetteer()
    return word in places or ("-" in word and word.partition("-")[0] in places)


@cache
def japanese_places() -> frozenset[str]:
    """CLDR's countries, languages and big cities as Japanese writes them, and more towns in katakana."""
    return MORE_PLACES_JA.union(_cldr_names("ja"))


def _cldr_names(lang: str) -> set[str]:
    from babel import Locale
    from babel.core import get_global

    locale = Locale(lang)
    names = {name for code, name in locale.territories.items() if len(code) == 2}
    names |= {name for code, name in locale.languages.items() if len(code) == 2}
    names |= {str(zone["city"]) for zone in locale.time_zones.values() if "city" in zone}
    names |= {zone.rpartition("/")[2].replace("_", " ") for zone in get_global("zone_territories")}
    for calendar in (locale.months, locale.days):
        for width in ("wide", "abbreviated"):
            names.update(name.rstrip(".") for name in calendar["format"][width].values())
    return names


@cache
def dictionary() -> frozenset[str]:
    """The ordinary words of English and French in lower case, inflected forms among them.

    Read from pyspellchecker's frequency lists (one `"word": count` a line), not through its class, which takes four times
    as long and three times the memory.
    """
    lists = files("spellchecker") / "resources"
    return frozenset(
        word
        for lang in ("en", "fr")
        for word in _LISTED_WORD.findall(gzip.decompress((lists / f"{lang}.json.gz").read_bytes()).decode())
    )
