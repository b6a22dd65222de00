"""More towns: those of some size that neither the CLDR nor more_places.py names, as English and French write them, in lower case.

GeoNames' (geonames.org, CC BY 4.0): towns of Europe, North America and Oceania from 90,000 inhabitants, of others from 900,000, but
for those whose name is a word or a name of the catalogue.
"""

from __future__ import annotations

from typing import Final

from pipeline.extract.candidates.word_lists import words_in

MORE_TOWNS: Final = words_in(
    """
    's-hertogenbosch aalst abbotsford abobo abuja airdrie ajaccio albacete alcobendas alcorcón aleppo alessandria algeciras alkmaar
    almería amadora amersfoort amritsar ancaster andalousie andalucía anderlecht andria anglet anshan antalya antioch antipolo
    anyang apeldoorn aragon aragón arden-arcade arequipa arezzo arganzuela arvada ashdod ashkelon astoria aylmer bacău badajoz
    badalona bagneux ballarat bannu bao'an baoding baoji baoshan baotou barakaldo barletta barquisimeto barranquilla barrie basildon
    basrah bastia bazhong beauport beaverton beersheba bekasi bellinzona bemowo bendigo bengbu benxi berchem bergedorf beringen
    beveren białołeka białystok bielany bielsko-biala bijie birkenhead blackpool bobo-dioulasso bogor bolzano borgerhout botoşani
    bottrop boulogne-billancourt bozhou braine-l'alleud brantford brasschaat brasília braunschweig braşov bremerhaven brescia
    bridgeport brockton brossard brugge brăila burgas burgos burnaby burnley bushwick buzău bydgoszcz bytom cacém cadiz cagliari
    callao caloocan caloundra caluire-et-cuire camayenne campinas carabanchel carlsbad carrollton cartagena catania cesena chamartín
    chamberí chandigarh changchun changde changsha changshu changwon changzhou chaozhou charleville-mézières charlottenburg
    charlottetown chattogram chelles chelmsford cheltenham chelyabinsk chesterfield chicoutimi chilliwack chomedey chorzów
    châteauguay châtelet châtellerault cloverdale cluj-napoca colchester conflans-sainte-honorine coquitlam corbeil-essonnes craiova
    crawley croydon curitiba częstochowa cáceres dagenham dalian daqing datong davie dazhou dearborn debrecen dendermonde depok
    deurne deventer dhanbad dieppe dilbeek diyarbakır dnipro dombivali donetsk dongguan dongying dorchester dordrecht downey drammen
    drancy dunkirk duvernay düren eastbourne eimsbüttel elbląg elche elgin elmhurst enugu erbil erlangen escondido esenyurt
    eskişehir esslingen etobicoke etterbeek evere fairfield favoriten fengxiang ferrara flatbush floridsdorf forlì foshan
    frederiksberg friedrichshain fuencarral fuenlabrada fullerton funchal fushun fuyang fuzhou fürth gagny galice galicia galicie
    ganzhou gaziantep gdańsk gelsenkirchen gennevilliers gesundbrunnen getafe gijón gillingham girona gliwice goiânia gqeberha
    granby gravesend greeley gresham grimbergen grudziądz gràcia guankou guarulhos guelph guigang guilin guiyang gujranwala guwahati
    gwalior gütersloh hadera haikou haiphong handan hanzhong harburg hayward heerlen heist-op-den-berg helsingborg hengyang herstal
    herzliya heshan hesperia hezhou hialeah hildesheim hohhot hoofddorp horta-guinardó hortaleza howrah huai'an huaibei huainan
    hubballi huddinge huelva huizhou huludao huzhou hyères ibadan ieper ilford ilorin inglewood irákleion iserlohn isfahan islington
    istres ixelles iztapalapa jaworzno jepara jiading jiangmen jiangyin jiaxing jieyang jilin jinan jingzhou jinhua jining jinjiang
    jinzhong jiujiang jonquière jutland jyväskylä jönköping kaduna kaifeng kaiserslautern kakamega kalamariá kalisz kallakurichi
    kallithéa kamloops kananga karaj karbala kassel kayseri kazan kecskemét kharkiv khulna kielce killeen kirkuk kisangani kitchener
    kitsilano koblenz kortrijk koszalin košice kraków krefeld kreuzberg kristiansand kumasi kunming kunshan kuopio köniz lahti
    laibin laiwu lakeland lakewood lanzhou lapland laponie lasnamäe launceston laval-des-rapides lawton leamington leeuwarden
    leganés legnica leiria lethbridge levallois-perret leverkusen lexington-fayette lianyungang liaocheng liberec lilongwe linfen
    linyi liupanshui liuzhou livonia livorno livry-gargan lleida logroño lokeren longmont longyan lublin ludhiana luohe luoyang
    luzern luzhou lárisa lévis lüliang lünen maasmechelen macon madinah madurai maidstone maiduguri maisons-alfort makkah malingao
    mandalay mandurah mansfield maoming maracaibo marbella maribor marienthal maryvale marzahn mashhad mataró matola mazovia mazovie
    mbuji-mayi mcallen mckinney mechelen meerut meidling meishan meizhou mendip merksem mestre metairie mexicali mianyang minhang
    miramar miskolc modena mokotów molenbeek-saint-jean mombasa moncloa-aravaca montrouge moratalaz moravia moravie mosul mouscron
    multan murcia murfreesboro murrieta mwanza móstoles mönchengladbach mülheim n'djamena najafgarh nanaimo nanchang nanchong
    nanning nantong nashik neijiang netanya neukölln newmarket ningbo norrköping norwalk nyíregyháza odesa offenbach olathe
    oldenburg oldham olomouc olsztyn omdurman onitsha opole oradea ordos orihuela oshawa osnabrück ostend ottakring ourense oviedo
    padang paderborn padua palembang palermo palmdale pamplona panjin pearland pekanbaru penzing peristéri perugia pescara peshawar
    petržalka pforzheim piacenza pierrefonds pierrefonds-roxboro pikine pilsen pimpri pimpri-chinchwad pingdingshan piraeus piteşti
    pleven ploieşti plovdiv podlasie pointe-noire pomona poznań prayagraj pudong puebla putian putuo pátra płock qingdao qingpu
    qingyang qingyuan qinzhou quanzhou queluz quetta qujing quzhou rahlstedt ranchi ratingen rawalpindi remscheid
    renfrew-collingwood repentigny reutlingen reykjavík rijeka rimini rimouski rochdale rodenkirchen roeselare romford roswell
    rybnik rzeszów saanich saaremaa saguenay salerno salinas sanaa sanhe sants-montjuïc sanya sarcelles sargodha sarnia sassari
    schaerbeek schwerin schöneberg semarang seraing setagaya setúbal sevran shangqiu shangrao shantou shaoguan shaoxing shawinigan
    shenyang shijiazhuang shiraz shiyan shymkent sialkot sibiu siegen siracusa sokoto solingen sollentuna songjiang sorel-tracy
    sosnowiec southport soweto srinagar suqian szczecin szeged székesfehérvár sápmi södermalm słupsk tabriz taguig taiyuan taizhou
    talence tangerang tangier tangshan taranto targówek tarnów tarragona tauranga telford temecula terrassa terrebonne thessaloníki
    tianshui timişoara timmins tiruchirappalli tirunelveli toowoomba toruń tottenham touba tourcoing transylvania transylvanie
    trujillo turnhout tychy uccle udine ursynów val-des-arbres valencia valladolid vallejo varanasi varna venlo verona vicenza
    vijayawada villaverde villeneuve-d'ascq villepinte vilvoorde visalia viseu voronezh wallonia walsall walthamstow wandsbek
    waregem warri waterbury wattrelos wałbrzych weifang weinan welland wembley wenzhou wigan willowdale wilmersdorf wilmington
    wilrijk winston-salem winterthur wolfsburg woluwe-saint-lambert worthing wrocław wuwei wuzhong włocławek xiangtan xiangyang
    xianyang xiaogan xining xinxiang xinyang xuchang xuhui xuzhou yakima yancheng yangjiang yangpu yangzhou yantai yichang yichun
    yinchuan yixing yongzhou yueyang yulin yunfu zaanstad zabrze zamboanga zapopan zaragoza zaria zeeland zhangjiagang zhanjiang
    zhaoqing zhengzhou zhenjiang zhongshan zhongwei zhuhai zhuzhou zigong ziyang zoetermeer zugló zunyi zwickau zwolle århus újpest
    łódź śródmieście šiauliai
    """
)
"""kraków, zaragoza, shenyang."""
