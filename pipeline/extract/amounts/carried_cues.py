"""Cues of carrying: the words around a bare number that tell which unit it takes over (carried.py)."""

from __future__ import annotations

import re

COMPARED = re.compile(
    r"(?:\bcontre|\bà|\bface à|\bloin (?:toutefois )?des?|\bfrom|\bto|\bthan|\bversus|\bvs\.?|\bagainst|\bwith|\bjusqu'à|\bvoire|\bpuis|\bdont"
    r"|\band|\bet|\bor|\bou|より|から|に対し|比べ|、|を|は)\s*\Z",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"[。！？!?]|\.\s")
MONEY_TALK = re.compile(
    r"\b(?:demand(?:ed|s|ing)|offer(?:s|ed|ing)|licen[cs]es?|salar(?:y|ies)|gone|vanish\w*|evaporat\w*|wip(?:ed|es|ing)|ow(?:e|es|ed|ing)|sought|seek(?:s|ing)|pocket(?:ed|s)|seed|series [a-f]|rounds?|backlog|lost|los(?:e|es|ing)|made|makes?|rent\w*|salar(?:y|ies)|cheques?|budgets?|contracts?|guid(?:es|ed|ing|ance)|a pop|apiece|bills?|price[ds]?|run[- ]rate|ARR|the quarter|put(?:s|ting)? in(?:to)?|rais(?:ed?|es|ing)|cap ex|bought|buy(?:s|ing)?|acquir\w*|settl\w+|got(?= \|)|sold (?:it |them )?for|sells? (?:it )?for|fetch\w*|borrow\w*|funding|revenues?|valu(?:e[sd]?|ing|ation)|worth|invest\w*|spen[dt]\w*|stake|capex|profits?|loss(?:es)?|sales|burn\w*|cost\w*|paid|pay(?:s|ing)?"
    r"|debt|loan\w*|bonds?|budget|market cap\w*|run rate|earn\w*|in cash|pledg\w*|earmark\w*|bid|fine[sd]?"
    r"|lev(?:er|é|ée|ait|ant)|lève(?:nt)?|levée|chiffre d'affaires|valoris\w*|vau(?:t|drait|dra)|valait|l['’]estim\w+|estimée? à|mobilis\w*|dépens\w*|perd(?:ent|u|ait)?|pertes?|bénéfices?|coût\w*"
    r"|budget|dette|emprunt\w*|capitaux|rachet\w*|souscri\w*|enveloppe|annonce\w*|promet\w*|promis\w*|inject\w*|débloqu\w*|mis[ée]e?s?|consacr\w*|allou\w*|facture|amende|récolt\w*|infligé\w*|condamn\w*|écop\w*|encaiss\w*|entrer en Bourse|lui (?:a|avait|avaient|ont) (?:déjà )?pris)\b",
    re.IGNORECASE,
)
ANOTHER = re.compile(
    r"\b(?:another|a further|an additional)(?: about)? \||\| (?:more\b(?! than)(?! [a-z]+s\b)|others\b|additional\b|autres\b|(?:in)?directs?\b|payants\b|actifs\b|de plus\b|supplémentaires\b)",
    re.IGNORECASE,
)
OF_THEM = re.compile(r" (?:of (?:them|those|these|which)\b|d'entre (?:eux|elles)\b)", re.IGNORECASE)
OF_US = re.compile(r" of us\b", re.IGNORECASE)
WE_ARE = re.compile(
    r"\b(?:nous (?:sommes|étions|serons|voilà|voici)|(?:ils|elles) (?:sont|étaient)|on est|on était|on sera|on serait|(?:ils|elles) seront|we(?: are|'re| were)|they are) (?:environ |déjà |aujourd'hui |désormais |maintenant |à présent |bientôt |presque |quasiment |près de |plus de |à peine |seulement |toujours |now |just |only |about )?\Z",
    re.IGNORECASE,
)
PEOPLE_END = re.compile(
    r"\s*(?:[.,;:!?)\n]|\Z)| (?:in|for|by|from|at|and|now|ils|elles|on|et|mais|à|en|pour|dans|aujourd'hui|désormais|l'an|l'année|l'été|l'hiver|il y a|cette|ce|le (?:jour|mois|soir|matin|lendemain|premier)|là-dedans|chez|sur|depuis|avant|après|dès|fin|début|contre|hier|demain|bientôt|à l'époque|au (?:départ|début|total|lancement))\b"
)
CLOSED_PEOPLE = re.compile(r"\s*(?:[.,;:!?)\n]|\Z)(?!\d)")
VALUED = re.compile(
    r"\b(?:valuation of|valued at|values? (?:it|them|the (?:firm|company|start-?up)) at|worth|post-money(?: of)?|pre-money(?: of)?|at a (?:post|pre) of|valorisée? à|valorisation de|vaut|vaudrait) (?:about |around |some |nearly |more than |over |environ |près de |plus de )?\Z"
)
"""Before what a firm is worth."""
EMPLOYS = re.compile(
    r"\b(?:employ(?:s|ed|ing)?|emploie(?:nt|ra)?|employait) (?:about |around |over |some |roughly |nearly |more than |environ |près de |plus de )?\Z",
    re.IGNORECASE,
)
TEAM_OF = re.compile(
    r"\b(?:an?|the|its|une?) (?:[\w'-]+ ){0,2}?(?:team|staff|crew|company|firm|outfit|start-?up|lab|payroll|workforce|headcount|town|city|village|équipe|effectif|société|commune|ville|bourgade) (?:of|de|d['’]) ?(?:about |around |some |just |only |over |more than |nearly |environ |quelque |près de |plus de )?\Z",
    re.IGNORECASE,
)
CREW_OF = re.compile(
    r"\b(?:(?:a (?:team|staff|crew)|an? [a-z]+ (?:team|crew)|teams|crews) of(?: (?:more than|over|up to|at least|fewer than|under|about|around|some|nearly|just|only))?|une équipe de) \Z",
    re.IGNORECASE,
)
TEAM_ENDS = re.compile(
    r"\s*(?:[.,;:!?)—–]|\Z|\n)(?!\d)| (?:in|for|by|from|at|on|of whom|after|across|before|through|and|now|that|which|who|with|has|would|will|had|to|former|ex-|et|à|en|pour|qui|dans)\b"
)
HEADCOUNT = re.compile(
    r"\b(?:headcount|head count|payroll|workforce|team size)(?: now| is| was| stands| of| at|:)* (?:just |only |about |around |some )?\Z"
    r"|\b(?:team|staff|crew|workforce|group|outfit|lab)\b[^.;!?]{0,32} (?:numbers?|numbered|is|are|was) (?:now |just |only |about |around |some )?\Z",
    re.IGNORECASE,
)
"""Before so many people: headcount nine, the team behind it numbers about 50."""
LET_GO = re.compile(
    r"\b(?:let go(?: of)?|laid off|lays? off|sacked|shed|dismissed|hired|hires?|recruited|fired|furloughed|licenci\w+|embauch\w+|recrut\w+) (?:about |around |some |over |more than |nearly |another |environ |quelque |près de |plus de )?\Z"
)
LET_GO_ENDS = re.compile(
    r"\s*(?:[.,;:!?)—–]|\Z|\n)(?!\d)| (?:who|of its|of them|in|this|last|since|and|at|from|or|by|qui|en|depuis|cette|l'an|dans)\b"
)
AGAINST = re.compile(
    r"(?:\bcontre|\bau lieu d[e']|\bup from|\bdown from|\binstead of|\bversus|\bvs\.?|\bcompared (?:with|to)|\bagainst)\s*\Z",
    re.IGNORECASE,
)
ENDS_COMPARED = re.compile(
    r"\s*(?:[.,;:!?)\n]|\Z)| (?:in|a|an|at|last|the|early|late|mid|début|fin|un|une|en|l'|il|à|et|and|ago|before)\b",
    re.IGNORECASE,
)
NAMED_BEFORE = re.compile(
    r"(?:\b[A-Z][\w.-]*,? |\band |\b[A-ZÀ-Ý][\w.&-]*, (?:le |la |l['’]|les |un |une |son |sa |leur )[a-zà-ÿ'’ -]{3,36}, )\Z"
)
CODE = re.compile(r"\d{5,}")
"""A number that would have a separator if it were an amount: ISO 27001."""
STOPS = re.compile(r"[.,;:!?)](?!\d)|\s*\Z")
SIZE_ENDS = re.compile(
    r"\s*(?:[.,;:!?)。、」\n]|\Z)| (?:in|for|with|and|at|of which|are|is|were|active|total|actifs|activés|au total|en tout)\b|[のでにはがとしだを]",
    re.IGNORECASE,
)
JAPANESE_ENDS = re.compile(
    r"\s*(?:で[、。]|ちょっと|ちょい|あたり|台(?:に|を|で|へ|。)|[。、）)」\n]|\Z|まで|から|へ|弱|強|超|以上|以下|未満|余り|前後|近く|程度|ほど|くらい|ぐらい|って|とか|と(?=、|続|進|な[るっ]|増|伸|減|膨|急|並|倍|ほぼ|横|い[うっ]|見|す[るれ]|評|高|低|大|過|桁|報)|なの|いき|いく|いっ[たて]|行き|行く|は(?:超|いく|いき|下らない)|だ[。っか]|です|でし|しか(?=な|い|出|あ)|に(?:増|減|達|上|下|引|拡|伸|な|の|乗|届|迫|膨|満|縮|落|絞|抑|とど)|とは|を(?:超|切|上回|下回|突破|見込|投|出)|か(?:な|も|と)|ね(?:[、。]|え|ぇ)|よ(?:[、。]|ね)|でしょ|じゃ|(?:を)?(?:ください|下さい|くれ|ちょうだい))"
)
SCORE_TALK_JA = re.compile(
    r"スコア|成績|テスト|点満点|満点で|平均点|得点|評点|F値|Elo|BLEU|点数|[Bb]ench(?![a-z])|MMLU|GPQA|AIME|GSM8K|HumanEval|Arena|ベンチマーク|採点"
)
RATED_JA = re.compile(r"点数|レーティング|Elo|アリーナ|Arena|番付|スコア|レート")
"""Before the whole numbers by which models or players are rated."""
SCORE_ENDS = re.compile(
    r"[、。）)]|は(?:上回|下回|超)|に(?:は|対|届|達)|を(?:上回|下回|超|記録|マーク)|だ[。っ]|で[、。す]|な[のん]|と|や(?![すっ])"
)
GROWS_JA = re.compile(
    r"(?:に|へ|まで)(?:は)?(?:増|減|伸|引き上|引き下|引上|拡|高め|上げ|下げ|広げ|広が|積み増|縮|膨|達)"
)
"""Behind a bare number that the amount before it becomes: 20メガワット、来年は50まで増やす."""
COMPARED_JA = re.compile(
    r"(?:昔|以前|従来(?:機|型|品)?|旧(?:型|世代|モデル)|先代|前の(?:世代|型|モデル)|前作|去年|昨年|前年|前期|当初|[一1]年前|競合|他社|ライバル|相手|こちら|あちら|こっち|あっち|次世代|次)は(?:約|およそ|まだ|わずか|たった)?\Z"
)
COMPARED_ENDS_JA = re.compile(
    r"(?:だった|でした|だ[。っ]|です|[。、）]|\Z|に過ぎ|にすぎ|しか|ほど|くらい|ぐらい|を(?:超|上回|切|下回)|に(?:達|届|なる|なっ))"
)
"""Around what was so much before: 昔は40だった."""
SIZES_JA = re.compile(
    r"(?:総数(?=\Z)|(?:総数|総量|全体|全部|総計|一度に(?:働|動|使|起)\w{1,3}|同時に(?:働|動|使)\w{1,3}|(?:働|動|使わ?れ?)[くう](?:の|数|分)|動かす|(?:稼働|有効|アクティブ)(?:数|なの|する(?:の|分))?|活性(?:化(?:する|される)?(?:の|分)?)?|(?<!新)(?<!改)(?<!日本語)版|[小大中軽重]型|モデル|サイズ|大きさ|(?<!大)規模|先代|初代|前作|前世代|後継|(?:教師|生徒|先生)役?|ベース)(?:は|が|で|も|:|：)(?:、|すでに|既に|なんと|まだ)?(?:約|およそ|わずか|うち|その|たった|最大|名前のとおり|名の通り)*)\Z"
)
"""Before the size of a model whose parameters are not named: 総数4,800億のうち一度に働くのは350億."""
NAMED_SIZE_JA = re.compile(
    r"(?:規模)?の(?:「[A-Z]|『[A-Z]|[A-Z][A-Za-z]+[ \d]|MoE|混合|モデル|大規模|小型|小さ)|版(?!権)|級の(?:モデル|「)|の[\d二三四五六七八九十]{1,2}(?:種|サイズ|タイプ|モデル)"
)
"""Behind the size of a model that is named next: 4600億の「Sarashina」."""
MODELS_JA = re.compile(
    r"モデル|重み|パラメ|MoE|LLM|大規模言語|公開し|オープンウェイト|量子化|[A-Za-z] ?\d|[A-Z][a-z]+-[A-Z\d]"
)
SIZE_ENDS_JA = re.compile(
    r"\s*(?:[。、）)」\n]|\Z|から|より|へ|弱|強|超|以上|以下|近[くい]|程度|ほど|くらい|ぐらい|だ[。っけ]|です|でし|に(?:増|な|拡|達|とど|す)|だけ|の(?:モデル|版|うち)|と(?:大|小|な)|も?(?:あ[っりる]|の)|で(?=[、。動あ]|しか|は)|へ|を(?:超|数え)|しか)"
)
MODEL_SAID_JA = re.compile(
    r"(?:[A-Za-z][A-Za-z.+-]{0,20} ?[\d+][\w.+-]{0,20}|[A-Z]\d[\w.]{0,6}|\d[BM]) ?[」』]?(?:は|が|も|の)(?:全体で|合計で?|すでに|既に|なんと|まだ|最大|最小|約|およそ|わずか|たった|名前のとおり|名の通り){0,2}\Z"
)
"""A model with its version right before the size that it has: Model 3は4000億."""
SPOKEN_ENDS = re.compile(
    r"\s*(?:[.,;:!?)\n\"”»]|\Z)| (?:it|before|over|and|but|so|against|by|in|for|from|on|which|plus|this|that|they|because|or|a year|already|now|of that|just|at|to|the)\b",
    re.IGNORECASE,
)
CHANCE = re.compile(r"\b(?:chances?|cas|fois|personnes?|one|once|chance|times?) (?:sur|in|out of) \Z")
"""One chance in a million, which is no money."""
MONEY_IN_JAPANESE = re.compile(
    "電気代|人件費|給料|年収|ローン|調達|出資|投資|評価額|売上|売り上げ|赤字|黒字|利益|買収|予算|時価総額|借り|負債|資金|手元|現金|売却|売って|年商|収入|費用|払"
)
PRICED_JA = re.compile(
    r"(?:調達額|出資額|投資額|投資|評価額|資本金|年収|月収|月給|初任給|給料|給与|手取り|時給|売上高?|売り上げ|月商|年商|日商|予算|費用|価格|単価|料金|家賃|賞金|報酬|契約金|賠償金|制裁金|罰金|値段|利益|赤字|黒字|コスト|代金|負担額?|支払い|支払額|電気代|利用料|使用料|補助金?|助成金?|開発費|人件費|維持費|保険料|奨学金|ローン|仕入れ|原価)"
    r"(?:は|が|も|で|、|の)?(?:、|だいたい|大体|約|およそ|ざっと|まあ|もう|いま|今|年間で?|月に?|年に?|毎月|最低でも|最大で?|ひとり|1人|平均で?){0,3}\Z"
)
BECOMES_JA = re.compile(r"(?:が|から)(?:約|なんと|いまや|今は|いま)?(?=\d)")
PAID_JA = re.compile(
    r"(?:くらい|ぐらい|ほど|近く|以上)?(?:も|は|を)?(?:払[いうっわえ]|支払|稼[いぐげ]|儲[かけ]|借り(?:て|た|入)|かか(?:る|っ|り)(?!わ))"
)
SPENT_JA = re.compile(
    r"(?:くらい|ぐらい|ほど|近く|以上|も|は|を|ずつ)*(?:投じ|投入|投資|出資|注[いぐぎ]|つぎ込|突っ込|集め|調達|費や|かけ[るてたよ]|出[すし](?![荷版演場題])|失[いうっ]|上乗せ|積み増|寄付|拠出|補助|受け取|融資)"
)
"""Before and behind tens of thousands that are money though none is named, and between two of which one becomes the other."""
FOR_SO_MANY = re.compile(
    r"[枚台個人社件基本棟機店](?:分)?(?:入れた?ら|買った?ら|そろえると|並べると|なら|で|だと)(?:、|もう|だいたい|大体|約|ざっと)*\Z"
)
"""Before the price of so many: 千枚で五十億."""
BARE_GIGA = re.compile(r"\d* ?(?:ギガ|メガ|テラ|gigas?|gigs|mégas?|megs?)", re.IGNORECASE)
POWER_TALK = re.compile(
    r"電力|出力|発電|ワット|変電|送電|電気|\b(?:puissance|électri\w+|raccord\w+|watts?|power|grid|electric\w*|[MG]W)\b"
)
TITLES = re.compile(r" (?:de )?titres?")
WORKS = re.compile(
    r"\b(?:livres?|ouvrages?|auteurs?|autrices?|pirat\w+|musi\w+|morceaux|streaming|écout\w+|artistes?|générés|albums?|chansons?|catalogue|presse|édit\w+|biblioth\w+|films?)\b"
)
POUNDS = re.compile(r" de livres")
BOOKISH = re.compile(
    r"\b(?:ouvrages?|auteurs?|autrices?|écrivains?|pirat\w+|numéris\w+|édit\w+|biblioth\w+|lecteurs?|romans?|Anna|LibGen|exemplaires?)\b"
)
"""What makes millions of livres books and no pounds."""
GPU_TALK = re.compile(
    r"\b(?:GPUs?|N[Vv][Ii][Dd][Ii][Aa]|(?:GB|GH|[HAB])[1238]00|graphi(?:cs|ques?)|Blackwell|Hopper)\b"
)
GOES_ON = re.compile(r"(?:追加で|さらに|加えて|合計で?|計|年内に|来年に?は?|[、にはを])(?:約|およそ|最大)?\Z")
ENDS_ALONE = re.compile(
    r"\s*(?:[.,;:!?)\n]|\Z)(?!\d)| (?:par (?:an|mois|jour|semaine)|d'ici|en 20|fin|l'an)\b"
)
COUNT_TALK = re.compile(
    r"\b(?:param\w*|tokens?|users?|people|downloads?|views?|queries|messages|devices|years|stars|images|documents|active|weekly|monthly|daily|model|trained|population)\b",
    re.IGNORECASE,
)
"""What else is counted in billions."""
ANOTHER_ONE = re.compile(r"\b(?:another|a further) \Z")
"""Before a lone scale word that is one of them: another billion."""
LONE = re.compile(r"(?:m|b|tr)illions?|milliards?", re.IGNORECASE)
"""A scale word with no number of it: the word « milliard »."""
ENDS = re.compile(
    r"\s*(?:[.,;:!?)。、\n]|\Z)| (?:in|for|by|from|at|this|last|and|next|en|pour|cette|par|à)\b"
)
COUNTS_ON = re.compile(
    r" (?:of|d[eu']|des)\b(?! ?(?:ici\b|après\b|ailleurs\b|autant\b|abord\b|emblée\b|affilée\b|office\b|avance\b|origine\b|entrée de jeu|un (?:seul )?(?:coup|trait|bloc)|une traite|(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre) |la s[ée]rie|le\b|investi\b|dépenses?\b|contrats?\b|machines?\b|équipements?\b|activité|réservation|perception|dividende|rachats?\b|contribution|cotisation|dotation|mécénat|puissance publique|(?-i:[A-ZÀ-Ý][a-zà-ÿ]+\b(?<!s)(?<!x))|amorçage|capital|(?:sa|leur) (?:dernière |nouvelle )?(?:valoris|levée|dette)|aide|subvention|matériel|commande|crédit|prêt|économie|trésorerie|financement|revenu|chiffre|perte|bénéfice|dette|recette|vente|fonds|capital|sales|debt|profit|loss|funding|sa part|astreinte|amende|pénalit|dommage|frais|loyer|royalt|redevance|droits|prime|indemn|acompte|dommages|damages|fees|travaux|contrat|achat|impôt|bonus|rémunération|valoris|valuation|cash|plus\b|more\b))",
    re.IGNORECASE,
)
DOLLAR_PEOPLE = re.compile(
    r"Wall Street|Silicon Valley|Nasdaq|[Aa]méricaine?s?\b|États-Unis|Californi|シリコンバレー|米国|米[A-Zァ-ヺ]"
)
"""Who counts in dollars."""
MANY_THINGS = re.compile(
    r"\b(?:(?P<user>users?|utilisat(?:eurs?|rices?)|usagers?|internautes|joueurs)|(?P<subscriber>subscribers?|abonnée?s?|abonnements?)|(?P<parameter>param(?:eters?|ètres?))|(?P<token>tokens?|jetons?)"
    r"|(?P<customer>customers?|clients?)|(?P<download>downloads?|téléchargements?|téléchargée?s?)|(?P<query>queries|requêtes?)|(?P<message>messages?)|(?P<view>views?|vues)|(?P<song>songs|tracks|chansons|morceaux)|(?P<image>images|photos)|(?P<book>books|livres|ouvrages)|(?P<document>documents)|(?P<transistor>transistors))\b"
)
"""What is counted in millions and more."""
LEAST_OF = {"parameter": 10**8, "token": 10**9, "transistor": 10**9}
NUMBERED = re.compile(
    r"\b(?:compt\w+|sont|étaient|serai?ent|seront|plus que|revendiqu\w+|au nombre de|nombre|atteign\w+|atteint|franchi\w*|dont|ingér\w+|ingurgit\w+|entraînée? sur) (?:déjà |environ |désormais |quelque |près de |plus de |encore )?\Z"
)
"""Before a bare number of what was named, in French, where milliards are money else."""
MONEY_NEAR = re.compile(
    r"[$€£]|\b(?:dollars?|euros?|yuans?|yens?|wons?|francs|rapport\w*|encaiss\w*|vers(?:e|é|er|era|ait)\w*|touch\w*|recettes?|ventes?|commandes?|capitalis\w*|prix|tarif|price|turnover|income|orders|encore levé)\b"
)
THING_ENDS = re.compile(
    r"\s*(?:[.,;:!?)»”…—–]|\Z|\n)(?!\d)| (?:in|by|at|for|last|this|next|a|and|to|so|more|less|may|on|over|since|when|per|each|every|of them|en|à|et|par|dans|cette|l'an|d'ici|chez|sur|fin|début|il y a|un an|aujourd'hui|auparavant|chaque|au|hier|contre|pay|paid|paient)\b"
)
CURRENCY_BEHIND = re.compile(
    r" (?:(?P<USD>US\b(?! ?\$)|américains\b)|(?P<CAD>canadiens\b)|(?P<AUD>australiens\b)|(?P<TWD>taïwanais\b)|(?P<HKD>hongkongais\b))"
)
"""« 3 milliards canadiens »: dollars of a country, left unsaid."""
SAID_BEHIND = re.compile(r"(?<=\ben )(?:euros|dollars)\b|(?<=\bin )(?:euros|dollars)\b")
OTHER_CARDS = re.compile(
    r" (?:de (?:presse|crédits?|paiement|visite|séjour|fidélité|membre|bancaires?|identité|vœux|transport|abonnement|débit|électeur|stationnement|cantine)|SIM|bancaires?|postales?|magnétiques?|Vitale)\b|[^.]{0,12}\b(?:credit|bank)\b"
)
"""Behind cards that compute nothing."""
