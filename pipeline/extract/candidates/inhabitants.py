"""Inhabitants: what people and things of a country are called in English and French, as a set in lower case."""

from __future__ import annotations

from typing import Final

from pipeline.extract.candidates.word_lists import words_in

INHABITANTS: Final = words_in(
    """
    afghan afghans albanian albanians algerian algerians american americans andorran angolan angolans argentine argentines argentinian
    argentinians armenian armenians australian australians austrian austrians azerbaijani azeri azeris bahraini bahrainis bangladeshi
    bangladeshis basque basques bavarian bavarians belarusian belarusians belgian belgians bernese bolivian bolivians bosnian bosnians
    brazilian brazilians breton bretons brit brits briton britons british bulgarian bulgarians burmese cambodian cambodians
    cameroonian cameroonians canadian canadians catalan catalans chilean chileans chinese colombian colombians congolese croat
    croats croatian croatians cuban cubans cypriot cypriots czech czechs dane danes danish dutch ecuadorian ecuadorians egyptian
    egyptians emirati emiratis english estonian estonians ethiopian ethiopians european europeans finn finns finnish fleming
    flemings flemish french gabonese gambian genevan georgian georgians german germans ghanaian ghanaians greek greeks
    guatemalan guatemalans haitian haitians honduran hungarian hungarians icelander icelanders icelandic indian indians indonesian
    indonesians iranian iranians iraqi iraqis irish israeli israelis italian italians ivorian ivorians jamaican jamaicans japanese
    jordanian jordanians kazakh kazakhs kenyan kenyans korean koreans kosovar kosovars kurd kurds kuwaiti kuwaitis kyrgyz lao
    laotian latvian latvians lebanese liberian libyan libyans lithuanian lithuanians londoner londoners luxembourger luxembourgers
    macedonian macedonians malagasy malawian malaysian malaysians malian malians maltese mauritian mauritians mexican mexicans
    moldovan moldovans mongolian mongolians moroccan moroccans mozambican namibian nepali nepalis nepalese nicaraguan nigerian
    nigerians norwegian norwegians omani omanis pakistani pakistanis palestinian palestinians panamanian paraguayan parisian
    parisians peruvian peruvians philippine filipino filipinos pole poles polish portuguese qatari qataris romanian romanians
    russian russians rwandan rwandans saudi saudis scot scots scottish senegalese serb serbs serbian serbians singaporean
    singaporeans slovak slovaks slovakian slovene slovenes slovenian slovenians somali somalis spaniard spaniards spanish sudanese
    swede swedes swedish swiss syrian syrians taiwanese tajik tanzanian tanzanians texan texans thai thais tibetan tibetans
    togolese tunisian tunisians turk turks turkish turkmen ugandan ugandans ukrainian ukrainians uruguayan uruguayans uyghur uyghurs
    uzbek uzbeks venezuelan venezuelans vietnamese walloon walloons welsh yemeni yemenis yorker yorkers zambian zambians
    zimbabwean zimbabweans californian californians bostonian bostonians virginian virginians ohioan ohioans
    afghane afghanes albanais albanaise algérien algérienne algériens allemand allemande allemands allemandes américain américaine
    américains américaines anglais anglaise anglaises argentin argentine argentins arménien arméniens australien australienne
    australiens autrichien autrichienne autrichiens belge belges béninois biélorusse biélorusses bordelais brésilien brésilienne
    brésiliens britannique britanniques bulgare bulgares burkinabé camerounais canadien canadienne canadiens catalan catalane chilien
    chiliens chinois chinoise chinoises colombien colombiens congolais coréen coréenne coréens croate croates cubain danois danoise
    écossais égyptien égyptiens émirati émiratis espagnol espagnole espagnols estonien estoniens éthiopien européen européenne
    européens finlandais finlandaise flamand flamands français française françaises francilien franciliens gabonais gallois grec
    grecs grecque hongrois hongroise indien indienne indiens indonésien irakien iranien iraniens irlandais irlandaise islandais
    israélien israélienne israéliens italien italienne italiens ivoirien ivoiriens japonais japonaise jordanien kényan kényans
    koweïtien koweïtiens kurde kurdes lillois letton lettons libanais libyen lituanien lituaniens luxembourgeois lyonnais lyonnaise
    malgache malien maliens marocain marocaine marocains marseillais mauricien mexicain mexicains néerlandais néerlandaise
    niçois nigérian nigérians norvégien norvégienne norvégiens pakistanais palestinien palestiniens péruvien philippin polonais
    polonaise portugais portugaise qatari qatariens québécois québécoise roumain roumaine roumains russe russes rwandais sénégalais
    serbe serbes singapourien slovaque slovaques slovène slovènes soudanais suédois suédoise suisse suisses syrien syriens
    taïwanais taïwanaise tchadien tchèque tchèques thaïlandais togolais tunisien tunisienne tunisiens turc turcs turque
    ukrainien ukrainienne ukrainiens vietnamien vietnamiens wallon wallons zurichois genevois bruxellois montréalais torontois
    """
)
