"""Nouns: the things that the news counts, as a table: English singular (the unit of a count) | English | French | Japanese.

An English noun is its own unit unless `=` says that it is another word for the row's. English and French stand in the singular, their plurals are made by rule; `/` divides a singular from a plural of its own, a
final `!` marks a word that has one form for both (GPU in French, staff).
"""

from __future__ import annotations

TABLE = """
GPU | GPU, =g p u/g p us, =GP U/GP Us, =graphics processing unit, =graphics processor, =graphics card | GPU!, processeur graphique, carte graphique | GPU, GPUs, 画像処理半導体, ジーピーユー, ブラックウェル, グラフィックボード
TPU | TPU, =t p u/t p us | TPU! | TPU, ティーピーユー
CPU | CPU | CPU! | CPU
NPU | NPU | NPU! | NPU
chip | chip, semiconductor, =microchip, =die | puce, semi-conducteur | AIチップ, チップ, 半導体, AI半導体
processor | processor | processeur | プロセッサ, プロセッサー
accelerator | accelerator | accélérateur | アクセラレータ, アクセラレーター
server | server | serveur | サーバー, サーバ
rack | rack, =server rack, cabinet | baie, rack | ラック
data-center | data center, =data centre, =datacenter, =datacentre, =data hall, =computing centre, =computing center, =compute centre, =compute center, =server farm | centre de données/centres de données, data center, datacenter | データセンター, データセンタ
cluster | cluster | cluster, grappe | クラスタ, クラスター
supercomputer | supercomputer | supercalculateur, superordinateur | スーパーコンピューター, スーパーコンピュータ, スパコン
robot | robot, humanoid, =humanoid robot | robot, humanoïde | ロボット, ヒューマノイド, 人型ロボット
vehicle | vehicle, =car, robotaxi, truck, bus/buses | véhicule, voiture, camion, autobus!, bus! | 車両, 自動車, ロボタクシー, トラック, バス, 電気自動車
drone | drone | drone | ドローン
aircraft | aircraft!, =plane, =airplane, =jet, =airliner | avion, aéronef | 機体, 航空機, 旅客機
satellite | satellite | satellite | 衛星, 人工衛星
rocket | rocket | fusée | ロケット
launch | launch/launches | lancement | 打ち上げ
flight | flight | vol | フライト, 便
ship | ship, =vessel | navire, bateau/bateaux | 船舶
user | user, =sign-up, =signup, =registered account | utilisateur, utilisatrice, usager | ユーザー, ユーザ, 利用者, 使用者, 利用者数, アクティブユーザー
subscriber | subscriber, =paying member, subscription | abonné, abonnée, abonnement | 登録者, 加入者, 購読者, 会員, 有料会員, チャンネル登録, 契約者
follower | follower | follower | フォロワー
customer | customer, =client, =health system, =enterprise customer | client, cliente | 顧客, 取引先, 客
developer | developer, =programmer, =coder | développeur, développeuse | 開発者, デベロッパー, プログラマー
employee | employee, =worker, =headcount!, =staff!, =staffer, =staff member | salarié, salariée, employé, employée, collaborateur, collaboratrice, travailleur, effectif | 従業員, 社員, 職員, スタッフ, 人員, 正社員
engineer | engineer | ingénieur, ingénieure | エンジニア, 技術者
researcher | researcher, scientist | chercheur, chercheuse, scientifique | 研究者, 研究員, 科学者
student | student, =pupil, undergraduate | étudiant, étudiante, élève | 学生, 生徒, 児童
teacher | teacher, =educator | enseignant, enseignante, professeur | 教員, 教師
job | job, position, post, role | emploi, poste | 雇用, 職
hire | hire, =recruit | recrutement, embauche, recrue | 採用
layoff | layoff, =job cut, redundancy/redundancies | licenciement, suppression d'emploi/suppressions d'emplois, suppression de poste/suppressions de postes | 解雇
person | =people!, person, =colleague, =teammate, =individual, resident, inhabitant, human, adult, =child/children, citizen, passenger, attendee, participant, candidate, applicant, victim, viewer, listener, reader, fan | personne, tête, gens!, individu, habitant, citoyen, adulte, enfant, passager, participant, candidat, victime, lecteur, visiteur professionnel | 人々, 住民, 参加者, 応募者, 乗客, 読者, 視聴者, 国民, 市民
woman | woman/women | femme | 女性
man | man/men | homme | 男性
team | team | équipe | チーム
company | company/companies, =firm, =business/businesses, startup, start-up, =corporation, =enterprise, manufacturer, supplier, vendor, operator, publisher, provider, insurer, =carmaker, =automaker, =chipmaker | entreprise, société, start-up!, startup, jeune pousse/jeunes pousses, fournisseur, fabricant, PME!, groupe industriel | 企業, 会社, スタートアップ, 新興企業, メーカー
organization | organization, =organisation, institution, agency/agencies, association, nonprofit, NGO | organisation, institution, organisme, association, établissement | 団体, 組織, 機関
bank | bank | banque | 銀行
investor | investor, shareholder, backer | investisseur, actionnaire | 投資家, 株主
country | country/countries, =nation | pays! | カ国, か国, ヵ国, ヶ国, ケ国, 国々, 国と地域, 国や地域, 国・地域
city | city/cities, town | ville, commune | 都市, 市町村
state | state, =U.S. state | État | 州
region | region, province | région, province | 地域
language | language | langue | 言語
parameter | parameter, =param | paramètre | パラメータ, パラメーター, パラメター
token | token | token, jeton | トークン
character | character | caractère, signe | 文字, 字
word | word | mot | 単語, 語
page | page | page | ページ, 頁
book | book, =e-book, novel | livre, ouvrage, roman | 冊, 書籍, 本
article | article, =story/stories, =news article | article | 記事
paper | paper, study/studies, =research paper | article scientifique/articles scientifiques, étude, publication | 論文
patent | patent, =patent application, =patent filing | brevet, demande de brevet/demandes de brevets | 特許, 特許出願
document | document, file, record | document, fichier, dossier | 文書, 書類, ファイル, 資料
image | image, =picture, =photo, =photograph | image, photo, photographie | 画像, 写真
video | video, =clip | vidéo | 動画, ビデオ
song | song, track | chanson, morceau/morceaux | 楽曲, 曲
game | game | jeu/jeux | ゲーム
film | film, =movie | film | 映画
download | download | téléchargement | ダウンロード
install | install, installation | installation | インストール
view | view | vue, visionnage | 再生, 視聴, 閲覧
visit | visit | visite | アクセス, 訪問
visitor | visitor | visiteur, visiteuse | 訪問者, 来訪者, 来場者, 観光客
query | query/queries, =search/searches | requête, recherche | クエリ, 検索, 質問
request | request, =API call | demande, appel | リクエスト, 要求
prompt | prompt | prompt, invite | プロンプト
message | message, email, e-mail, =text message | message, courriel, e-mail | メッセージ, メール
post | tweet, comment, review | publication, tweet, commentaire, avis! | 投稿, 口コミ
conversation | conversation, chat | conversation, discussion | 会話, チャット
call | call, =phone call | appel | 通話
model | model | modèle | モデル
app | app, =application | application, appli | アプリ, アプリケーション
agent | agent | agent | エージェント
account | account | compte | アカウント, 口座
card | card, credit card | carte | カード
share | share, stock option | action, titre | 株, 株式
order | order, =preorder, =pre-order | commande, précommande | 受注, 注文, 予約
sale | sale | vente | 売却
transaction | transaction, payment | transaction, paiement | 取引, 決済
household | household, =home, family/families, =house | foyer, ménage, logement, famille, maison | 世帯, 家庭, 戸, 住宅
apartment | apartment, =flat | appartement | 部屋
room | room, =hotel room | chambre, salle | 客室
unit | unit, =copy/copies, =item, =piece, module | unité, exemplaire, pièce | ユニット
device | device, gadget, appliance, terminal | appareil, terminal/terminaux | 端末, デバイス, 機器
phone | phone, smartphone, =handset, =iPhone | téléphone, smartphone | スマホ, スマートフォン, 携帯電話
computer | computer, PC, laptop, tablet, notebook | ordinateur, PC!, tablette | パソコン, コンピューター, タブレット, PC
camera | camera | caméra | カメラ
sensor | sensor | capteur | センサー
battery | battery/batteries | batterie | 電池, バッテリー
machine | machine | machine | 機械, 装置
reactor | reactor, =nuclear reactor, =SMR | réacteur | 原子炉
turbine | turbine, =wind turbine | turbine, éolienne | タービン, 風車
panel | solar panel | panneau solaire/panneaux solaires | 太陽光パネル
plant | plant, =factory/factories, fab | usine, centrale | 工場, 発電所
building | building, warehouse | bâtiment, immeuble, entrepôt | 棟, 建物, ビル
store | store, =shop, restaurant, outlet, =branch/branches | magasin, restaurant, boutique, agence, point de vente/points de vente | 店舗, 店, 支店
school | school | école, collège, lycée | 学校, 校
university | university/universities, =college | université | 大学
hospital | hospital, clinic | hôpital/hôpitaux, clinique | 病院, 医療機関, クリニック
site | site, location, =plot/plots of land, facility/facilities, campus/campuses, lab, laboratory/laboratories, office | site, emplacement, terrain, laboratoire, campus!, bureau/bureaux, lieu/lieux | 拠点, 施設, 研究所, 事業所, 事務所
station | station, charging station, charger, base station | station, gare, borne, borne de recharge/bornes de recharge | 駅, 基地局, 充電器
website | website, =web page, =webpage | site web/sites web, page web/pages web | ウェブサイト, サイト
layer | layer | couche | 層
expert | expert, specialist, analyst, consultant, lawyer | expert, experte, spécialiste, analyste, avocat | エキスパート, 専門家
qubit | qubit, =physical qubit, =logical qubit | qubit | 量子ビット
core | core | cœur | コア
transistor | transistor | transistor | トランジスタ, トランジスター
neuron | neuron | neurone | ニューロン
benchmark | benchmark | benchmark | ベンチマーク
task | task | tâche | タスク
question | question, problem | question, problème | 問題, 設問
answer | answer, =response, =reply/replies | réponse | 回答, 応答
step | step | étape | ステップ, 工程
line | line of code/lines of code | ligne de code/lignes de code | 行
contract | contract | contrat | 契約
case | case, incident, complaint, claim, =report of abuse/reports of abuse | cas!, incident, plainte, affaire, signalement | 件, 事例, 案件
lawsuit | lawsuit, =suit | procès!, action en justice/actions en justice | 訴訟
deal | deal, acquisition, merger, agreement | accord, acquisition, rachat | 買収
investment | investment, funding round | investissement, levée de fonds/levées de fonds | 出資
project | project, program, =programme, initiative | projet, programme | プロジェクト, 事業, 計画
product | product | produit | 製品, 商品, 品目
service | service | service | サービス
feature | feature, function | fonctionnalité, fonction | 機能
signature | signature, signatory/signatories | signature, signataire | 署名
vote | vote, voter, ballot | vote, voix!, électeur, bulletin | 票, 有権者
member | member | membre, adhérent | メンバー, 議員, 委員, 組合員
doctor | doctor, physician, clinician, =GP, nurse | médecin, infirmier, généraliste | 医師, 看護師
clinician | clinician | soignant, soignante, praticien, praticienne | 医療従事者
patient | patient | patient, patiente | 患者
artist | artist, musician, actor | artiste, musicien, acteur | アーティスト, 俳優
author | author, writer, journalist | auteur, autrice, écrivain, journaliste | 著者, 作家, 記者
leader | leader, executive, CEO, manager, founder, director | dirigeant, dirigeante, cadre, responsable, fondateur | 経営者, 幹部, 役員, 管理職
partner | partner | partenaire | パートナー, 提携先
seller | seller, merchant, retailer | vendeur, marchand, commerçant | 出品者, 加盟店
star | GitHub star, =star | étoile | スター
power-plant | power plant, =power station, =gas plant, =nuclear plant, =coal plant, =solar plant, =gas-fired plant | centrale électrique/centrales électriques, centrale à gaz/centrales à gaz, centrale nucléaire/centrales nucléaires, centrale à charbon/centrales à charbon | 発電所
requirement | requirement | exigence | 要件
driver | driver | chauffeur, conducteur | 運転手, ドライバー
soldier | soldier, =troop | soldat, militaire | 兵士
bug | bug, error, defect | bug, bogue, erreur | バグ, エラー
vulnerability | vulnerability/vulnerabilities, flaw | vulnérabilité, faille | 脆弱性
attack | attack, cyberattack | attaque, cyberattaque | 攻撃
accident | accident, crash/crashes, collision | accident, collision | 事故
death | death, fatality/fatalities | mort, décès! | 死者
wafer | wafer, =wafer start | wafer, plaquette | ウエハー, ウエハ, ウェハー, ウェハ
component | component, part | composant, composante | 構成部品
sample | sample, =example, =data point, =datapoint | échantillon, exemple | サンプル, データ点
dataset | dataset, =data set | jeu de données/jeux de données | データセット
experiment | experiment, test, trial | expérience, essai, test | 実験, 試験
gene | gene, protein, molecule, compound | gène, protéine, molécule | 遺伝子
tree | tree | arbre | 樹木
ticket | ticket | billet, ticket | チケット
bed | bed | lit | 床
seat | seat, license, =licence | siège, licence | 議席, ライセンス
meal | meal | repas! | 食
trip | trip, journey | trajet, déplacement | 旅行
delivery | delivery/deliveries, =shipment, package, parcel | livraison, colis! | 配送, 荷物
channel | channel | chaîne | チャンネル
domain | domain, =domain name | domaine, nom de domaine/noms de domaine | ドメイン
topic | topic, =category/categories, field | sujet, catégorie, thème | 分野, 項目
rule | rule, law, bill, regulation, recommendation, proposal, measure, amendment | règle, loi, mesure, recommandation, proposition, amendement | 法案, 提案, 規則
worker | worker | travailleur, travailleuse | 労働者
scientist | scientist | scientifique | 科学者
adult | adult | adulte | 成人
child | child/children | enfant | 子ども, 子供
citizen | citizen | citoyen | 国民, 市民
inhabitant | inhabitant | habitant | 住民
passenger | passenger | passager | 乗客
participant | participant | participant | 参加者
candidate | candidate | candidat | 候補者, 応募者
startup | startup, start-up | start-up!, startup, jeune pousse/jeunes pousses | スタートアップ, 新興企業
car | | | 自動車, 乗用車
truck | truck | camion | トラック
bus | bus/buses | autobus! | バス
humanoid | humanoid | humanoïde |
semiconductor | semiconductor | semi-conducteur |
subscription | subscription | abonnement | サブスクリプション
family | family/families | famille | 家族
laptop | laptop | ordinateur portable/ordinateurs portables | ノートパソコン
tablet | tablet | tablette | タブレット
restaurant | restaurant | restaurant | 飲食店
warehouse | warehouse | entrepôt | 倉庫
clinic | clinic | clinique | クリニック
laboratory | lab, laboratory/laboratories | laboratoire | 研究所
office | office | bureau/bureaux | 事務所, 事業所, オフィス
facility | facility/facilities | installation/installations | 施設
charger | charger | borne, borne de recharge/bornes de recharge | 充電器
lawyer | lawyer | avocat | 弁護士
nurse | nurse | infirmier, infirmière | 看護師
journalist | journalist | journaliste | 記者
founder | founder | fondateur, fondatrice | 創業者
acquisition | acquisition | acquisition, rachat | 買収
study | study/studies | étude | 調査
novel | novel | roman | 小説
file | file | fichier | ファイル
email | email, e-mail | courriel, e-mail | メール
comment | comment | commentaire | コメント
review | review | avis! | 口コミ, レビュー
photo | photo, photograph | photo, photographie |
recommendation | recommendation | recommandation | 提言
law | law | loi | 法律
bill | bill | projet de loi/projets de loi | 法案
measure | measure | mesure | 対策
error | error | erreur | エラー
flaw | flaw | faille | 欠陥
test | test | test | 試験
cyberattack | cyberattack | cyberattaque | サイバー攻撃
payment | payment | paiement | 決済
actor | actor | acteur, actrice | 俳優
musician | musician | musicien | 音楽家
agency | agency/agencies | agence | 代理店
institution | institution | institution, établissement | 機関
supplier | supplier | fournisseur | 供給業者
manufacturer | manufacturer | fabricant | メーカー
shareholder | shareholder | actionnaire | 株主
town | town | commune | 町村
problem | problem | problème | 問題
gallon | gallon | gallon | ガロン
cubic-meter | cubic meter, =cubic metre | mètre cube/mètres cubes | 立方メートル, 立米
liter | liter, litre | litre | リットル
milliliter | milliliter, millilitre | millilitre | ミリリットル
exaflop | exaflop | exaflop | エクサフロップス, エクサフロップ
petaflop | petaflop | pétaflop | ペタフロップス, ペタフロップ
teraflop | teraflop | téraflop | テラフロップス, テラフロップ
person | =American, =Australian, =Austrian, =Belgian, =Brazilian, =Briton, =Bulgarian, =Canadian, =Chilean, =Colombian, =Croatian, =Cypriot, =Czech, =Dane, =Egyptian, =Emirati, =Estonian, =European, =Finn, =Georgian, =German, =Greek, =Hungarian, =Indian, =Indonesian, =Iranian, =Israeli, =Italian, =Californian, =Texan, =Kenyan, =Korean, =South Korean, =Latvian, =Lithuanian, =Malaysian, =Mexican, =New Zealander, =Nigerian, =Norwegian, =Pakistani, =Palestinian, =Parisian, =Peruvian, =Romanian, =Russian, =Saudi, =Scot, =Serb, =Singaporean, =Slovak, =South African, =Spaniard, =Swede, =Thai, =Tunisian, =Turk, =Ukrainian, =Londoner, =New Yorker, =Berliner, =islander, =villager, =pensioner, =commuter, =taxpayer, =motorist, =newcomer, =holidaymaker, =friend, =sibling, =classmate, =flatmate, =volunteer, =stranger, =protester, =attorney, =prosecutor, =attorney general/attorneys general, =attorney-general/attorneys-general | |
municipality | municipality/municipalities | municipalité | 自治体
voter | voter | électeur, électrice | 有権者
human | human, human being | humain, être humain/êtres humains | 人類
operation | operation, =floating-point operation, =floating point operation | opération, opération en virgule flottante/opérations en virgule flottante | 演算
FLOP | FLOP, =flop | FLOP! |
gigafactory | gigafactory/gigafactories | gigafactory/gigafactories, giga-usine | ギガファクトリー
ride | ride, =paid ride | course | 乗車, 配車
hour | =compute hour, =machine hour | heure de calcul/heures de calcul, heure d'enregistrement/heures d'enregistrement, heure d'enregistrements/heures d'enregistrements, heure de consultation/heures de consultations, heure d'audio/heures d'audio, heure de parole/heures de parole |
GPU-hour | GPU hour, GPU-hour | heure GPU/heures GPU, heure de GPU/heures de GPU, heure de calcul GPU/heures de calcul GPU | GPU時間
"""
COUNTERS = {
    "台": "unit", "基": "unit", "枚": "unit", "個": "unit", "機": "unit", "体": "unit", "本": "unit", "点": "", "両": "vehicle",
    "人": "person", "名": "person", "社": "company", "件": "case", "棟": "building", "店": "store", "校": "school", "ユニット": "unit",
    "票": "vote", "株": "share", "戸": "household", "回": "", "種類": "type", "種": "type", "語": "word", "冊": "book", "部": "copy", "便": "flight", "通": "message",
    "カ所": "site", "か所": "site", "ヶ所": "site", "ヵ所": "site", "箇所": "site", "行": "line", "隻": "ship", "頭": "animal", "匹": "animal",
    "カ国": "country", "か国": "country", "ヵ国": "country", "ヶ国": "country", "ケ国": "country", "文字": "character", "字": "character", "問": "question", "団体": "organization",
    "世帯": "household", "店舗": "store", "層": "layer", "席": "seat", "室": "room", "陣営": "team", "局": "station", "拠点": "site", "議席": "seat", "床": "bed", "大学": "university", "病院": "hospital", "都市": "city",
    "施設": "site", "機関": "organization", "チーム": "team", "言語": "language", "量子ビット": "qubit", "コア": "core", "項目": "topic", "自治体": "municipality", "市町村": "municipality", "市区町村": "municipality", "都道府県": "prefecture", "機種": "model", "銘柄": "stock",
    "品目": "item", "地域": "region", "路線": "line", "空港": "airport", "学校": "school", "大学院": "university", "工場": "plant", "支店": "branch",
    "企業": "company", "者": "organization", "組織": "organization", "グループ": "group", "部門": "division", "部署": "division",
    "心": "fiber", "芯": "fiber", "艘": "ship", "艇": "ship", "錠": "tablet", "科目": "subject", "題": "question",
    "区画": "lot", "庫": "bank", "行庫": "bank", "編成": "train", "信金": "bank", "地銀": "bank", "組": "group", "曲": "song", "作品": "work", "篇": "work", "編": "work", "区": "district", "話": "episode", "巻": "book", "軒": "store", "クレジット": "credit", "本体": "unit", "筆": "signature", "報": "paper", "小間": "booth", "人月": "person-month", "人日": "person-day", "ダイ": "die", "連合": "team", "パラメータ": "parameter", "パラメーター": "parameter",
}  # fmt: skip
"""What follows a number in Japanese, and what it counts where no noun tells."""
