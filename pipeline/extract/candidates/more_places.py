"""More places: regions, departments, rivers, counties and towns beyond plain_words.py in English and French, as words in lower case.

A capitalised word alone inside a sentence is a name sooner than not; what is a place more often has to be known as one.
"""

from __future__ import annotations

import re
from typing import Final

from pipeline.extract.candidates.word_lists import words_in

MORE_PLACES: Final = words_in(
    """
    hague haye donbas atacama kalahari sahara patagonia siberia sibérie balkans caucasus caucase bohemia bohême silesia silésie
    ain aisne allier ardèche ardennes ariège aube aude aveyron calvados cantal charente corrèze creuse dordogne doubs drôme eure
    finistère gard gers gironde hérault indre isère jura landes loire loiret lozère manche marne mayenne meurthe meuse morbihan
    moselle nièvre oise orne rhin rhône sarthe savoie haute-savoie seine somme tarn garonne haute-garonne vendée vienne haute-vienne
    vosges yonne yvelines var var-ouest val-de-marne val-d'oise seine-saint-denis hauts-de-seine seine-et-marne loire-atlantique
    occitanie île-de-france hauts-de-france nouvelle-aquitaine aquitaine auvergne auvergne-rhône-alpes bourgogne franche-comté
    bourgogne-franche-comté centre-val grand-est limousin picardie champagne lorraine alsace corse poitou anjou maine berry touraine
    béarn périgord gascogne languedoc roussillon picard beauce brie sologne camargue luberon vexin hainaut brabant wallonie
    flandres valais vaud tessin jura fribourg neuchâtel lugano berne winterthour saint-gall tyrol carinthie styrie
    amérique amériques europe eurasie océanie antarctique arctique maghreb sahel levant golfe méditerranée atlantique pacifique
    manche baltique adriatique danube rhin rhine tamise thames tibre volga gange nil mekong yangtsé yangtze hudson potomac
    mississippi susquehanna missouri colorado
    cambrai cambrésis béthune lens douai valenciennes maubeuge arras saint-quentin laon soissons compiègne beauvais creil senlis
    meaux melun fontainebleau montereau provins sens auxerre nevers bourges châteauroux blois vendôme chartres dreux évreux vernon
    rambouillet versailles saclay palaiseau massy orsay meudon vélizy issy boulogne sèvres suresnes rueil rueil-malmaison neuilly
    levallois clichy saint-ouen aubervilliers pantin vincennes ivry vitry villejuif antony sceaux maisons-laffitte poissy
    saint-germain cergy-pontoise pontoise argenteuil aulnay roissy marne-la-vallée châteaudun alençon cherbourg granville
    bayeux lisieux deauville trouville fougères vitré redon lannion morlaix guingamp concarneau pontivy ploërmel saint-nazaire
    cholet saumur laval niort rochefort saintes cognac angoulême périgueux bergerac agen marmande auch tarbes lourdes mont-de-marsan
    dax biscarrosse arcachon mérignac pessac libourne montauban cahors rodez albi castres carcassonne narbonne béziers sète alès
    arles aix-en-provence martigues marignane vitrolles aubagne fréjus draguignan antibes grasse menton monaco gap briançon digne
    manosque carpentras cavaillon montélimar romans annonay privas roanne villeurbanne vénissieux bron bourgoin vienne voiron
    bernin meylan crolles échirolles thonon annemasse albertville chamonix aurillac vichy moulins montluçon thiers issoire le-puy
    mâcon chalon beaune dole vesoul belfort montbéliard pontarlier épinal saint-dié nancy lunéville thionville forbach
    sarreguemines haguenau sélestat saverne rueil givors feyzin chinon giverny sines porto faro coimbra braga
    louvain leuven gand bruges malines charleroi namur mons tournai liège verviers diegem zaventem hasselt genk courtrai ostende
    veldhoven eindhoven nimègue nijmegen groningue groningen utrecht haarlem leiden leyde arnhem breda tilburg maastricht enschede
    almere hilversum aix-la-chapelle aachen bonn dortmund essen duisbourg duisburg düsseldorf wuppertal bochum münster bielefeld
    hanovre hannover brême bremen kiel rostock lübeck leipzig halle magdebourg magdeburg erfurt iéna jena chemnitz karlsruhe
    mannheim heidelberg heilbronn ulm augsbourg augsburg nuremberg nürnberg ratisbonne regensburg würzburg darmstadt wiesbaden
    mayence mainz sarrebruck saarbrücken potsdam cottbus jülich garching göttingen tübingen fribourg-en-brisgau freiburg
    salzbourg salzburg innsbruck graz linz vienne villach uppsala linköping lund gävle luleå umeå västerås örebro stavanger tromsø
    narvik odense aalborg esbjerg turku oulu vantaa tartu vilnius kaunas riga gdynia poznań poznan wrocław wroclaw łódź katowice
    brno ostrava bratislava cluj timisoara ljubljana zagreb split salonique thessalonique delphes delphi
    séville seville valence málaga malaga bilbao saragosse zaragoza grenade cordoue saint-sébastien palma alicante murcie
    florence venise naples bologne bologna gênes genoa vérone padoue trieste palerme catane parme modène bergame pise sardaigne
    sicile sicily corsica sardinia crete crète majorque ibiza tarifa gibraltar
    loughton culham didcot abingdon reading basingstoke guildford woking farnborough slough maidenhead watford luton stevenage
    welwyn milton keynes northampton coventry solihull wolverhampton stoke stafford derby lincoln grimsby hull york harrogate
    bradford wakefield huddersfield rotherham doncaster barnsley middlesbrough darlington carlisle lancaster preston blackburn
    bolton stockport salford warrington chester wrexham bangor aberystwyth newport bath exeter plymouth truro bournemouth
    southampton portsmouth brighton hastings canterbury dover margate ipswich norwich peterborough ely stirling perth ayr leith
    galway limerick cork kilkenny waterford sligo athlone
    knoxville chattanooga huntsville tuscaloosa birmingham montgomery mobile biloxi jackson shreveport lafayette baton monroe
    tallahassee gainesville jacksonville sarasota greenville columbia charleston greensboro winston durham asheville norfolk
    roanoke charlottesville harrisburg allentown scranton altoona erie rochester syracuse albany utica ithaca schenectady
    poughkeepsie hartford stamford providence worcester springfield lowell manchester burlington bangor toledo dayton akron
    youngstown canton lansing flint kalamazoo evansville bloomington peoria champaign naperville joliet rockford milwaukee kenosha
    duluth fargo bismarck sioux wichita topeka lincoln tulsa stillwater shreveport lubbock midland odessa waco corpus laredo
    brownsville galveston plano frisco irving garland arlington tempe scottsdale mesa chandler flagstaff provo ogden spokane tacoma
    bellevue redmond eugene salem bend fresno bakersfield stockton modesto oakland fremont sunnyvale cupertino pasadena glendale
    burbank anaheim irvine riverside ontario abilene childress ellendale vineland loudoun prineville quincy umatilla hillsboro
    goodyear henderson sparks carson anchorage juneau fairbanks halifax moncton fredericton lunenburg winnipeg regina saskatoon
    edmonton kelowna victoria hamilton mississauga brampton markham gatineau sherbrooke laval longueuil trois-rivières
    adelaide brisbane perth canberra melbourne sydney hobart darwin geelong newcastle wollongong townsville wellington auckland
    christchurch dunedin cebu davao medan surabaya bandung penang johor batam cyberjaya hongkong macao kaohsiung taichung tainan
    gyeongju vizag visakhapatnam pune nagpur indore bhopal lucknow patna kanpur surat vadodara thiruvananthapuram kochi mysore
    mysuru mangalore lahore karachi islamabad dhaka colombo kathmandu medina djeddah jeddah dammam neom sharjah manama mascate
    muscat beirut beyrouth amman damas bagdad baghdad téhéran tehran ispahan istanbul ankara izmir bursa tbilissi tbilisi erevan
    yerevan bakou baku tachkent tashkent almaty astana
    fès agadir oujda tétouan meknès marrakech marrakesh oran constantine sfax sousse bamako niamey ouagadougou lomé cotonou
    libreville douala yaoundé kinshasa brazzaville luanda maputo harare lusaka johannesburg durban pretoria windhoek antananarivo
    whitehall westminster soho shoreditch mayfair kensington chelsea camden brooklyn queens bronx harlem tribeca midtown
    bercy matignon élysée elysée montparnasse montmartre sentier marais pentagon pentagone kremlin capitol chequers holyrood stormont
    bundestag knesset
    """
)
"""Words (lower case) that are places, or stand for those who rule there: Whitehall, Bercy."""

HEADS: Final = words_in("san santa são santo los las saint sainte st ste fort port puerto palo mount cape")
"""Words that a second one makes a place: San Sebastián."""
BEHIND_A_COMPASS: Final = words_in("british north south east west northern southern eastern western central")

_LIKE_A_PLACE: Final = re.compile(
    r"(?:saint|sainte|san|santa)-.+|.+-(?:sur|en|lès|les|sous|aux|le|la|de|du|on|upon|in|the|am|an|der)-.+"
    r"|.{3,}(?:shire|ville|burgh|bourg|strasse|straße|straat|gade|hausen|stadt|grad|abad|pur)"
)
"""Saint-Ghislain, Bruyères-le-Châtel, Hay-on-Wye, Harrisonville."""


def is_known_place(word: str) -> bool:
    """Whether a word, in lower case, is one of these places."""
    return word in MORE_PLACES


def sounds_like_a_place(word: str) -> bool:
    """Whether a word, in lower case, is formed as names of towns and streets are."""
    return bool(_LIKE_A_PLACE.fullmatch(word))
