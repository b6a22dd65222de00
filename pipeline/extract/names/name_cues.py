"""Cues: what stands right before and behind a name and says what is meant by it. Patterns alone; evidence.py weighs them.

Those that end in BEFORE are searched up to the name's start, those in BEHIND are matched at its end.
"""

from __future__ import annotations

import re

# What stands right before or behind a name that is a work, a star sign, a ship … and not of the industry.
WORK_BEFORE = re.compile(
    r"(?:映画|小説|ドラマ|アニメ|漫画|楽曲|番組|画家|詩人|film|movie|novel|series|série|personnage|character|roman|chanson|signe|painter|peintre|composer"
    r"|compositeur|opéra|opera|musical|(?:book|guide|dog|cat|man|woman|friend|cousin|restaurant|café|bar|horse|goat|bull|cow|livre|chien|chat) (?:was |is |est |était )?(?:called|named|nommée?|appelée?))の?[\s「『“\"«]*\Z",
    re.IGNORECASE,
)
WORK_BEHIND = re.compile(
    r"[」』”\"»]?\s*(?:座|、?(?:ふたご|双子|おひつじ|牡羊|おうし|牡牛)座|という映画|の(?:映画|ポスター|ヒーロー|コミック|アニメ)|(?:the )?(?:movie|film|novel|series|album)\b|zodiac\b|horoscope)",
    re.IGNORECASE,
)
ANY_NAME_BEHIND = re.compile(r" (?!AI\b|CEO\b|and\b)[A-ZÀ-Ý](?:[a-zà-ÿ]|[.’'])| [“\"'‘]|・[ァ-ヺ]")
OPENER = re.compile(
    r"Meanwhile|Yesterday|Today|Now|Once|Still|Perhaps|Maybe|Unlike|Until|Why|How|What|Where|Who|Inside|Both|Not|Neither|Nor|So|Or|On|In|At|By|To|From|Of|About|Against"
    r"|Because|Although|Though|Whether|Behind|Here|There|That|This|Enter|Exit|Ask|See|Let|Former|Even|Again|Just|Instead|Later|Soon|Recently|Asked|Told|Billionaire|Chancellor"
    r"|Hier|Aujourd’hui|Demain|Puis|Ensuite|Après|Avant|Comme|Si|Car|Or|Ni|Donc|Alors|Pourquoi|Comment|Où|Qui|Que|Contre|Chez|Sur|Dans|Vers|Par|De|Du|À|Malgré|Depuis|Enfin|Bref"
    r"|Même|Aussi|Parce|Lui|Voilà|Voici|Face|Sans|Ainsi|Outre|Entre|Milliardaire|OpenAI|Google|Meta|Tesla|Microsoft|Nvidia|Amazon"
)
CAPITAL_THEN = re.compile(r"(?<!\. )[A-ZÀ-Ý][\w’'-]+ \Z(?<!The )")
CAPITAL_BEHIND = re.compile(r"[ \u00a0-][A-ZÀ-Ý][\w]")
THE = re.compile(r"\b[Tt]he \Z")
LE = re.compile(r"\b(?:(?:[Ll]a|[Ll]e|[Dd]u|[Aa]u) |[Ll][’'])\Z")
NOUN_GOES_ON = re.compile(r" (?:of|for|on|de|du|des|d[’']|pour)\b|-\w")
# What persons do, and things that are worn do not: マスクは語る, 孫が決めた.
ONE_ACTS_BEHIND = re.compile(r"(?:は|が|も|自身|本人)(?![ぁ-ん]*(?:遊|生まれ|泣|笑))")
ACTS_BEHIND = re.compile(
    r"(?:は|が|も|の|と(?!同じ)|から|に(?:よる|とって|対し)|自身|本人|率いる)(?!着|つけ|付け)"
)
FAMILY = re.compile(r"祖父|祖母|[娘息]子?|子ども|子供|おじい|おばあ|歳|世代|の代|の手|ひ孫|家族|[父母]")
# What the whole field is about, and what is said of other times.
FIELD = re.compile(
    r"(?<![a-z])(?:a\.?i|ia|genai|llms?|gpus?|chips?|puces?|chatbots?|data cent(?:er|re)s?|semi-?conduct(?:ors?|eurs?)|language models?|train(?:s|ed|ing)? models?|machine learning|humanoids?"
    r"|intelligence artificielle|artificial intelligence|robotaxis?|supercomputers?|supercalculateurs?|foundry|foundries|hyperscalers?|valuation|valorisation|gigawatts?"
    r"|actionnaires|shareholders|investors|investisseurs)(?![a-z])|人工知能|生成ai|ai(?=[をはがのでに企モサチ半、])|半導体|データセンター|大規模言語モデル|株価|決算|時価総額|チャットボット|衛星"
)
PAST = re.compile(
    r"\b(?:wartime|during the war|world war|second world|bletchley|codebreak|code-break|world war ii|guerre mondiale|pendant la guerre|décrypt|antiquité|mythologie|mythology|ancient)"
    r"|大戦|戦時中|暗号解読|神話|古代"
)
OFFICE_BEFORE = re.compile(
    r"\b(?:Senator|Sen\.|Congress(?:man|woman)|Representative|Rep\.|Governor|Gov\.|Judge|Justice|Secretary|Commissioner|sénateur|sénatrice|député|députée|ministre|juge|gouverneur|commissaire) \Z"
)
OFFICE_BEHIND = re.compile(
    r"\s?(?:前|元|新|現|州|次期)?(?:大統領|首相|州?(?:上院|下院)?議員|知事|長官|大臣|判事|委員長|総裁)"
)
PLACES_ARTICLE = re.compile(r"\b(?:l[’']|le |la |les )\Z")
ADJECTIVE_BEHIND = re.compile(
    r" [a-zà-ÿ]+(?:ain|aine|iens?|ienne|ais|aise|ois|oise|ique|ienne|éen|éenne)\b(?! (?:de|d[’']))"
)
JOINED_NAME = re.compile(r"・[ァ-ヺー]+|[ -][A-ZÀ-Ý][\w’'-]+")
# Nature, myth and machines of other times: the Atlas mountains, Titan, moon of Saturn, アトラス山脈.
ANOTHER_SENSE_BEHIND = re.compile(
    r",? (?:the |la |le |une? |an? )?(?:mountains?|mountain range|valley|river|desert|strait|canyon|constellation|galaxy|nebula|moon|lune|star|étoile|submersible|submarine|rocket|fusée|telescope"
    r"|spacecraft|spaceship|capsule|astronauts?|missions?|missiles?|moth|ox|deer|trees?|myth|legend|goddess|god|rising|mother|father|woman|girl|boy|baby)\b(?! (?:of|for) (?:AI|the company))"
    r"| (?:was|is|est|était|were) (?:an? |the |un |une |le |la )?(?:\w+ )?(?:god|goddess|king|saint|titan of|moon|constellation|dieu|déesse|lune|étoile|animal|stone|planet|gem|metal|colou?r|river|city|mountain|flower|bird|fish|word|shape|fruit|film|novel|spice|pierre|planète|ville|fleur|oiseau|couleur|mot|prénom|fruit|poisson|montagne)\b"
    r"|の(?:神殿|神話|鳴き声|毛並|群れ|牧場|餌|赤ちゃん|飼育)|(?:山脈|山地|星雲|銀河|座の|神話|神殿|神託|探査機|潜水艇|潜水艦|ロケット|計画(?=より|で月|の宇宙|以来))|のような(?:新星|神|星)|」?という名の"
)
ANOTHER_SENSE_BEFORE = re.compile(
    r"(?:\b(?:constellation (?:of )?|moon |planet |god |goddess |Mount |mount |mission |missions |submersible |wartime |ancient |mythical |lune |planète |dieu |déesse"
    r"|mont |fusée |constellation d[e’'] ?|étoile |navette |signe d[eu] |ascendant |mythe d[e’'] ?)"
    r"|(?:神話|神|星座|占い(?:のほう)?|占星術|女神|アテネ|デルフォイ|大戦中|戦時中)の)\Z"
)
# Streets, ships, houses; and what stands in the sky and in the myths.
SITE_BEFORE = re.compile(
    r"\b(?:[Rr]ue|[Aa]venue|[Pp]lace|[Bb]oulevard|[Qq]uai|[Aa]llée|[Ii]mpasse|[Ss]hip|[Vv]essel|[Ff]erry|[Yy]acht|HMS|USS|[Nn]avire|[Pp]aquebot|[Ff]régate|[Cc]argo"
    r"|[Cc]hurch|[ÉEée]glise|[Cc]hapelle|[Hh][oô]tel|[Tt]h[eé][aâ]tre|[Cc]inéma) (?:de |du |d[’']|la |le )?[“\"«]?\Z"
)
SITE_BEHIND = re.compile(
    r" (?:Street|Avenue|Road|Lane|Boulevard|Theatre|Theater|Church|Cathedral|Beach|Island|Observatory|Hospital|theatre|theater|church|street|winds?)\b"
)
MYTH = re.compile(
    r"\b(?:underworld|mytholog\w+|mytholog\w+|mythes?|myths?|gods?|goddess(?:es)?|dieux?|déesses?|moons? (?:of|called|around)|lunes?|satellites? (?:of|de) (?:saturn|jupiter)"
    r"|saturn[e’']?|jupiter|uranus|hercul\w+|zeus|odyss\w+|homère|homer|constellations? (?:of|du|de)|enfers)\b"
)
PERSON_BEHIND = re.compile(r", (?:who\b|qui (?:enseigne|travaille|habite|vit|étudie|a \d))")
# What bears a name without being of the industry: a bar called Sesame.
CALLED_BEFORE = re.compile(
    r"\b(?:an?|une?|the|le|la) (?!(?:start-?up|company|firm|model|chip|lab|product|tool|app|agent|bot|chatbot|assistant|system|project|service|platform|robot|unit|feature|version"
    r"|programme?|browser|device|vehicle|fund|group|cluster|supercomputer|network|framework|benchmark|database|language|team|successor|rival|competitor|jeune pousse|société|entreprise"
    r"|modèle|puce|laboratoire|produit|outil|logiciel|agent|projet|plateforme|navigateur|fonds|groupe|réseau|équipe|concurrent|filiale|offre|gamme|assistant|moteur|engine|processor"
    r"|accelerator|transcriber|generator|editor|builder|scanner|coder|compiler|wearable|headset|phone|smartphone|speaker|plug-?in|extension|library|dataset|crawler|voice"
    r"|unicorn|newcomer|insurer|lender|bank|utility|retailer|maker|supplier|rover|drone|humanoid|pendant|gadget|notetaker|scribe|api|transcripteur|générateur|éditeur|traducteur"
    r"|humanoïde|appareil|objet|banque|assureur|fournisseur|pépite|licorne|bibliothèque|extension|initiative|programme|accelerator|campus|site|plan|law|bill|act|method|technique|solution|technology|technologie|suite|subsidiary|venture|unité|division|plant|factory|marketplace|studio|rack|chassis|châssis|armoire|baie|serveur|server|machine|architecture|carte|card|génération|generation|processeur|calculateur|superordinateur|supercalculateur)s?\b)"
    r"[\w-]+ (?:called|named|nommée?|appelée?|baptisée?) [“«\"]?\s?\Z"
)
# Those of old whose names firms and chips bear.
SCHOLAR_BEFORE = re.compile(
    r"\b(?:physicist|chemist|mathematician|astronomer|philosopher|biologist|inventor|explorer|composer|poet|painter|writer|novelist|emperor|king|queen|saint|pope"
    r"|physicien|physicienne|chimiste|mathématicienn?e?|astronome|philosophe|biologiste|inventeur|explorateur|compositeur|poète|peintre|écrivain|roi|reine|pape|empereur|navigateur) \Z",
    re.IGNORECASE,
)
# A part of a machine is no company, and does what no company does: ロボットのアームが箱をつかむ.
PART_BEFORE = re.compile(r"(?:ロボット|クレーン|重機|機械|ショベル|義手|装置|車体)の\Z")
PART_BEHIND = re.compile(
    r"(?:は|が|で|を)[^。、\n]{0,8}(?:持ち上げ|つかみ|つかむ|つかん|掴[みむん]|折れ|折り|取り付け|取り外|曲が|曲げ)|の(?:先端|関節|付け根)"
)
COMPOUND_BEHIND = re.compile(
    r"-(?!(?:owned|backed|led|made|run|based|funded|built|designed|developed|powered|style|like)\b)[a-zà-ÿ]"
)
# Shops, streets, rivers and plain adjectives made of a katakana word: アップル堂, メタな.
KANA_COMPOUND_BEHIND = re.compile(
    r"堂|変換|関数|級数|式(?![一-鿿])|通り|座|席|議員|川|湖|島|山|[県市町村園荘亭](?![ァ-ヺ])|的|な(?=[一-鿿ァ-ヺ])|ぽい|パイ|カード|ジュース"
)
GLOSSED_BEFORE, GLOSSED_BEHIND = re.compile(r"[一-鿿][（(]\Z"), re.compile(r"[）)]")
# What only a word of the language goes on with: メタな意見, 「ムーンショット」と評した, トライアル中, ベンチマークのための.
A_WORD_BEHIND = re.compile(
    r"な(?:ご|お)?[一-鿿ァ-ヺ]|」と(?:評|形容|表現|例え|たとえ|喩え|揶揄|皮肉)|中(?=[でにのだ、。])|のための"
)
ARTICLE_BEFORE = re.compile(r"\b(?:[Tt]he|[Aa]n?) \Z")
NO_COMPANYS_ARTICLE = re.compile(r"\b(?:L[’']|Sainte? |Saint-|St\.? |San )\Z")
NO_NOUN_BEHIND = re.compile(
    r"\s*(?:[,.;:!?)—]|\Z|\b(?:and|or|is|was|does|did|in|of|for|to|at|on|with|that|who|which|had|has)\b)"
)
PLACE_BEFORE = re.compile(r"(?:\A|[.!?»]\s|\n)(?:À|A|In)\s\Z")
# Authorities that go by where they sit: À Bercy, on aurait préféré …
SEATS = frozenset(
    ("Bercy", "Matignon", "Beauvau", "Ségur", "Whitehall", "Downing Street", "Congress", "Parliament")
)
PLACE_BEHIND = re.compile(r",? (?:dans (?:le|la|les|l[’'])\s?[A-ZÀ-Ý]|County\b|Beach\b)")
HONORIFIC_BEHIND = re.compile(
    r"\s?(?:氏|さん|会長|社長|代表|CEO|CTO|CFO|COO|議長|大統領|首相|(?:財務|国務|商務|国防|司法|運輸|労働|エネルギー|デジタル|経済産業|経産|総務|外|副)?(?:大臣|相(?![ぁ-んァ-ヺ一-鿿])|長官)|博士|教授|容疑者|被告"
    r"|(?:前|元|新|現|次期|仏|米|英)(?:大統領|首相|社長|会長|CEO|長官|知事|議長|大臣)|州?(?:上院|下院)?議員|上級副|最高|共同創業者|取締役|副社長|専務|常務|委員長|総裁|議員|知事)"
)
MRS_BEFORE = re.compile(r"\b(?:Mr\.?|Mrs\.?|Ms\.?|Mme|Mlle|Madame|Monsieur|M\.|Miss) \Z")
HONORIFIC_BEFORE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|M|Mme|CEO|PDG|President|président|présidente|Professor|Pr|Senator|Judge|Secretary|Minister|ministre|boss"
    r"|founder|fondateur|patron)\.?\s\Z"
)
NAME_JOINED_BEFORE = re.compile(r"[ァ-ヺー]・\Z|[A-Za-zÀ-ÿ]-\Z")
NAME_JOINED_BEHIND = re.compile(
    r"・(?!ラージ|ミディアム|スモール|オーパス|ソネット|ハイク|プロ|ウルトラ|フラッシュ|コード)[ァ-ヺ]"
)
EXPLAINED_BEHIND = re.compile(
    r", (?:(?:the|a|an|its?|le|la|un|une) (?:[\w-]+ ){0,3}?(?:maker|developer|owner|start-?up|company|firm|lab|rival|giant|provider|group|unit|société"
    r"|jeune pousse|entreprise|éditeur|concurrent|filiale|fabricant|fournisseur)|l[’'](?:éditeur|entreprise|hébergeur|opérateur)|maker|makers|owner|parent"
    r"|developer|backed|founded|led|valued|sued|owned|fondée?|dirigée?|valorisée?|soutenue?|créée?|éditeur|filiale|spécialis\w+)\b"
    r"| has (?:(?:already|also|meanwhile|since|now|just|recently|long) )?[a-z]+ed\b| (?:is|was) (?:worth|valued|suing|raising|hiring|buying|selling)\b"
    r"|[ \u00a0]: |:\s"
)
FAMILY_NAME_BEHIND = re.compile(r" (?!AI\b|CEO\b)[A-ZÀ-Ý][a-zà-ÿ]|・[ァ-ヺ]")
COMPANY_BEHIND = re.compile(
    r"(?:’s|'s)? (?!(?:ships|plans|leads|cuts|runs|opens|takes|offers|wins|builds|reports|releases|launches|trains|holds|supplies|licenses|wants)"
    r" (?:were|are|have|had)\b)(?:will|said|says|announced|announces|plans|unveiled|unveils|launched|launches|released|reported|reports"
    r"|acquired|acquires|hired|invested|invests|spent|raised|raises|sued|signed|bought|agreed|confirmed|declined|expects|posted"
    r"|warned|denied|paid|told|closes|closed|opens|opened|sells|sold|buys|cuts|builds|built|adds|added|hires|leads|led|owns|makes|offers"
    r"|wins|won|lost|takes|ships|shipped|lays|laid|rose|fell|jumped|slid|gained|climbed|tumbled|dropped|surged|doubled|rents|runs|trains|trained|holds|supplies|licensed|licenses|wants|committed|pledged|shares|stock|CEO|executives|employees|engineers|Inc|Corp"
    r"|a (?:annoncé|lancé|dévoilé|levé|signé|racheté|investi|publié|présenté|ouvert|déployé|confirmé)|annonce|lance|lève|signe"
    r"|rachète|dévoile|entre|rejoint|prend|mise|va|prévoit|compte|investit|revendique|emploie|déploie|fabrique|développe|conçoit|commercialise|recrute|licencie|fournit|équipe|détient)\b"
    r"| (?:is|was|est) (?:worth|valued|valorisée?) "
    r"|[’']s [a-zA-Z]|(?:社(?!会)|株|幹部|製)|(?:は|が)[^。\n]{0,60}(?:発表|投資|買収|公開|開発|リリース|調達|提携|発売|参入|出資|投じ|売上高|経常収益|営業利益|純利益|評価額|時価総額|株価|従業員|上場|提訴|値下げ|出荷|稼働|データセンター|買[いうっわ]|売却)"
)
# What is done with companies: アクセルから調達, セコイアの担当者.
COMPANYS_BEHIND = re.compile(
    r"[」』]?(?:(?:など)?(?:から|に|が|は|を|と|へ)(?:の)?[^。、「」\n]{0,16}?(?:出資|調達|集め|買収|提携|入社|転職|移籍|率い|主導|傘下|応じ|引き受け|投じ|売却|契約|訴え|提訴)"
    r"|の(?:[ァ-ヺー]+・[ァ-ヺー]+|CEO|CTO|CFO|社長|会長|代表|最高|共同創業|創業者|幹部|株|時価総額|企業価値|評価額|売上|営業利益|純利益|決算|経営陣|従業員|本社|広報|投資家|パートナー)"
    r"|(?:CEO|社長|会長)|などの?(?:投資|出資|[^。、「」\n]{0,8}(?:投資家|ファンド|キャピタル|VC|企業|各社)))"
)
# Between what an everyday word is no name: 主要なベンチマーク, ラックごと, アクセルを踏む.
NAMED_BEFORE = re.compile(r"[、はがもとやで「『（ 　・]\Z|から\Z|[米英仏独伊韓中]\Z")
USED_BEHIND = re.compile(
    r"で(?![あき])|ごと|上|内|用|別|(?:当たり|あたり)|を(?:踏|比|使|実施|測|回|取|走|外|開|着|つけ|付け|見|上回|超え)|も見|の(?:結果|スコア|数字|数値|成績|値|設定|中|上|よう|操作|部品|先)"
)
# What makes a name at a sentence's head its subject, and no plain word that goes on: Universal wants, Marc charges, Boyd fait.
PREDICATE_BEHIND = re.compile(
    r"[’']s |,? (?:(?:also|now|still|then|never|already|soon|just|later|meanwhile|which|who|qui|lui|elle|quant|ne|n[’']|en|y) ?){0,2}(?:[a-z]{2,}ed|is|was|has|had|will|would|can|could|may"
    r"|might|must|did|does|says?|said|wants?|makes?|made|takes?|took|gets?|got|goes|went|comes?|came|thinks?|thought|knows?|knew|charges|sells?|sold|buys?|bought|builds?|built"
    r"|runs?|ran|pays?|paid|holds?|held|owns|rose|fell|grew|cut|cuts|led|leads|won|wins|lost|spent|spends|told|tells|sits|sat|stays|keeps?|kept|gives?|gave|brings?|brought|plans|hopes|expects"
    r"|needs|works|wrote|writes|plays|ships|opens|closes|raises|offers|uses|trains|employs|hires|declines|seeks|refuses|blames|insists|argues|claims|looks|calls|left|leaves|met|meets|put"
    r"|a|ont|est|sont|était|sera|aura|avait|va|vont|veut|peut|doit|fait|dit|met|prend|vend|tient|vient|perd|gagne|lève|signe|mise|vise|compte|paie|reste|emploie|construit|produit|fabrique"
    r"|publie|développe|propose|recrute|investit|réclame|promet|rachète|lance|annonce|dévoile|prévoit|revendique|refuse|assure|affirme|croit|pense|parle|écrit|joue|cherche|espère|équipe|fournit|loue"
    r"|exige|attaque|dépose|ouvre|ferme|livre|sort|entre|rejoint|dirige|finance|possède|détient|conçoit|jubile|devient|quitte|voit|sait|plaide|répond|dépense|économise|appartient)\b"
)
# The same of a big name, which hardly goes on as a word: Oracle, the fifth wheel; Intel bridges the gap.
BIG_ONES_BEHIND = re.compile(
    r", (?:the|an?|its?|whose|long|once|l[ae]|l[’']|une?|dont|longtemps) |, [^,.\n]{3,40}, (?:[a-z]{2,}(?:ed|s)|will|had)\b"
    r"| (?!(?:is|was|has|does|less|plus|towards|as|across|besides|always)\b)[a-z]{3,}[a-rt-z]s (?:the|its|an?|up|out|down|to|for|\$|€|\d)"
)
COMPANY_BEFORE = re.compile(
    r"(?:(?:CEO|chief executive|head|founder|co-founder|boss|shares|owner|subsidiary) of|PDG d[e’']|patronne? d[e’']|(?:co)?fondateur"
    r" d[e’']|dirigeante? d[e’']|actions d[e’']|filiale d[e’']|start-?up|company|firm|société|entreprise|opérateur|groupe|operator|[a-zà-ÿ]-based|giant"
    r"|géant|chez|rival|rivals|labeled by|led by|mené par|backed by|soutenu par|partenariat avec|partnership with|deal with|accord"
    r" avec)[ ]?\Z|(?<![一-鿿])[米英仏独伊韓中](?:国の)?\Z|スタートアップの?[「『]?\Z|企業の?[「『]?\Z|大手の?[「『]?\Z"
    r"|(?:ファンド|キャピタル|投資会社|ベンチャー|メーカー|会社|新興|開発元|運営元|競合|ライバル)の?[「『]?\Z"
)
LISTED_BEHIND = re.compile(r"\s*(?:,|&|/|\band\b|\bor\b|\bet\b|\bou\b|、|や|と)\s*")
LISTED_WITH = re.compile(
    r"(?:and |or |et |ou )?(?:the |le |la |l[’']|les |à |of |d[’']|de )?[«“\"「『]?\s?|米|英|仏|独|韓|中国の|韓国の|米国の|仏の"
)
LISTED_BEFORE = re.compile(r"\s*(?:,|&|/|,? and|,? or|,? et| ou|、|や|と)\s*\Z")
OWNED_BEFORE = re.compile(r"(?:[’']s |の「?|製「?| )\Z")
OWNING = re.compile(r"の|[’']s (?:(?:CEO|boss|chief|founder|chairman),? )?|’?の?(?:CEO|会長|社長)の| CEO ")
POSSESSIVE = re.compile(r"[’']s (?:new )?")
OWNED_BEHIND = re.compile(
    r"[」”\"»]? ?(?:d[’']|de |by |from |of |\(|（|[’']s? (?:[A-Za-z-]+ ){0,2}|, (?:l[’']|[a-z]+ ){0,2}(?:[\w-]+ )?(?:d[’']|de |of |from |by )|の(?:CEO)?|CEOの)"
)
CAPITAL_BEFORE = re.compile(r"(?<![A-Za-zÀ-ÿ’'-])([A-ZÀ-Ý][A-Za-zÀ-ÿ’-]+) \Z")
TITLE = re.compile(
    r"Mr|Mrs|Ms|Dr|Mme|CEO|CTO|CFO|COO|PDG|President|Président|Professor|Prof|Senator|Sen|Rep|Judge|Justice|Secretary|Minister|Chancellor"
    r"|Commissioner|Governor|Gov|Chair|Chairman|Chief|Founder|The|But|And|Then|When|While|If|As|For|With|Le|La|Les|Mais|Et|Quand|Pour"
    r"|Avec|Selon|Ministre|M|After|Before|Only|Even|Yet|Since|Like|Did|Does|Can|Will|Is|Was|Has|Said|Says"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|July|September|October|November|December"
    r"|Startup|Start-up|Unicorn|Chipmaker|Rival|Backed|Unlike|Inside|Behind|From|Among|Besides|Where|Why|How"
)
SENTENCE_BEGINS = re.compile(r"(?:\A|[.!?:\n…—–•*-][\s\"“«'’*]*|(?<!,)\"\s?|[“«]\s?)\Z")
CLAUSE_END = re.compile(r"[.!?;](?=\s)|[。！？、\n]")
# Not the French verb: Tesla a baissé.
PLAIN_BEHIND = re.compile(
    r"\s(?:it|out|that|this|these|the|an|your|our|how|what|why|is an?"
    r"|a(?! (?:\w+(?:é|ée|és|u|is|it|ert)\b|encore|déjà|aussi|\w+ment\b|bien|ainsi|enfin|toujours|pour|de|besoin|perdu|mis|fait)))\b"
)
NUMBERED_BEHIND = re.compile(
    r" \d{1,2}(?![\d.,]*(?:\d|%|[ \u00a0](?:million|billion|milli|dollars?|euros?|years?|ans\b|%|(?:à|to|or|ou|and|et) \d)))"
)
NEXT_WORD = re.compile(r"[ \u00a0]([A-ZÀ-Ý][\w’'-]+)")
PRODUCT_WORD = re.compile(
    r"(?:AI|IA|Pro|Max|Mini|Nano|Ultra|Flash|Lite|Plus|Opus|Sonnet|Haiku|Code|Cloud|Enterprise|Team|Teams|API|App|Desktop|Web|Search"
    r"|Live|Advanced|Studio|Agent|Agents|Business|Free|Go|Edu|Education|Gov|Labs|Research|Skills|Cowork|Code|CLI|SDK|Chat|Voice|Vision"
    r"|Instruct|Coder|Large|Medium|Small|Series|Super|Heavy|Fast|Thinking|Deep|Imagine|Companion|Robotics|Inc|Corp|CEO|CFO|CTO"
    r"|GPU|GPUs|NVL\d+|Model|Models|Platform|Platforms|Connect|Intelligence|Silicon|Services|Group|Holdings|[IVX]+|[A-Z]+\d*)"
)
# Where a letter stands as a firm does: les bureaux de X, 米Xに, Xの対応; no 変数X, no X%.
FIRMS_LETTER_BEFORE = re.compile(
    r"(?:\b(?:de|à|by|from|of|against|to|chez|that|and|et)\s|(?:\A|[^A-Za-z一-鿿])|[米伊仏英])\Z"
)
FIRMS_LETTER_BEHIND = re.compile(
    r"(?:に|は|が|も|を|の|と)(?!線|軸|値|座標)|[’']s |,? (?:has|had|is|was|will|said|a|est|sera|dans|pour|qui|et|and|in|on|to|for)\b|[,.;]"
)
ONE_LETTER_BEFORE = re.compile(
    r"(?:\b(?:on|sur|via)|(?:réseau(?: social)?|plateforme|platform|network|site|app))\s\Z"
)
ONE_LETTER_BEHIND = re.compile(
    r"(?:で|に(?:投稿|書)|への?投稿|上で|（旧)| ?[(（](?:formerly|ex-|旧)|, (?:formerly|anciennement|ex-)"
)
