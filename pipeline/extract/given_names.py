"""Given names: a part of a person's name in katakana in, how it is usually written in Latin letters out.

Names that many people bear; those of rare ones are spelled by their sounds (foreign_words.py).
"""

from __future__ import annotations

_GIVEN = """
アイザイア=isaiah アイバン=ivan アクシェイ=akshay アクセル=axel アジェイ=ajay アダム=adam アッシュ=ash アディティヤ=aditya アナンド=anand アニエス=agnes アビ=avi
アビゲイル=abigail アマンダ=amanda アミット=amit アミン=amin アミール=amir アラン=alan アリ=ali アルチュール=arthur アルノ=arno アルノー=arnaud アルバート=albert
アルビン=alvin アルビンド=arvind アルヴィン=alvin アレクサンダー=alexander アレクサンドラ=alexandra アレクサンドル=alexandre アレクシス=alexis アレックス=alex
アレハンドロ=alejandro アン=anne アンジェラ=angela アンソニー=anthony アンダース=anders アンディ=andy アントニオ=antonio アントワーヌ=antoine アントン=anton
アンドリュー=andrew アンドルー=andrew アンドレア=andrea アンドレアス=andreas アンナ=anna アンヌ=anne アーサー=arthur アービンド=arvind アーロン=aaron イアン=ian イゴール=igor
イベット=yvette イボンヌ=yvonne イム=lim イムラン=imran イリヤ=ilya イーサン=ethan イーライ=eli ウィリアム=william ウィル=will ウェス=wes ウェンディ=wendy
ウェンデル=wendell ウォルター=walter ウォーレン=warren エイミー=amy エズラ=ezra エド=ed エドゥアール=edouard エドワード=edward エバ=eva エバン=evan エマ=emma
エマニュエル=emmanuel エミリー=emily エミル=emil エラド=elad エラン=eran エリ=eli エリオット=eliot エリザベス=elizabeth エリック=eric エリッサ=elissa エンリケ=enrique
エヴァン=evan オマル=omar オマール=omar オリバー=oliver オリビエ=olivier オリヴィエ=olivier カイル=kyle カトリーヌ=catherine カニシュカ=kanishka カラン=karan
カリム=karim カリン=karin カルロス=carlos カレン=karen カロリーナ=carolina カンタン=quentin カーク=kirk カーラ=kara カール=carl ガイ=guy ガウタム=gautam
ガネーシュ=ganesh ガブリエル=gabriel キム=kim キャサリン=katherine キャシー=kathy キャスリーン=kathleen キャメロン=cameron キャロライナ=carolina キルステン=kirsten
キース=keith ギャビン=gavin ギャレット=garrett ギヨーム=guillaume ギル=gil ギレルモ=guillermo クイン=quinn クラウス=klaus クラウディア=claudia クララ=clara
クリシュ=krish クリシュナ=krishna クリス=chris クリスチャン=christian クリスティアン=christian クリスティーナ=christina クリスティーヌ=christine クリステル=christel
クリストフ=christophe クリストファー=christopher クリフ=cliff クレイ=clay クレイグ=craig クレマン=clement グザビエ=xavier グザヴィエ=xavier グラハム=graham
グレゴリー=gregory グレッグ=greg ケイシー=casey ケイティ=katy ケイト=kate ケビン=kevin ケリー=kelly ケン=ken ゲイリー=gary ゲーリー=gary コナー=connor コリン=colin
コリー=cory コリーン=colleen サイモン=simon サチン=sachin サミーア=sameer サム=sam サラ=sarah サンジェイ=sanjay サンディープ=sandeep サーシャ=sasha ザカリー=zachary
ザック=zach シェーン=shane シド=sid シャルル=charles ショーン=sean シンディ=cindy ジェイ=jay ジェイク=jake ジェイコブ=jacob ジェイソン=jason ジェイミー=jamie
ジェシカ=jessica ジェシー=jesse ジェニファー=jennifer ジェフ=jeff ジェフリー=jeffrey ジェリー=jerry ジェレミー=jeremy ジェローム=jerome ジェームズ=james ジェーン=jane
ジテンドラ=jitendra ジミー=jimmy ジム=jim ジャスティン=justin ジャック=jack ジャレッド=jared ジャン=jean ジャンカルロ=giancarlo ジュリア=julia ジュリアン=julien
ジュリー=julie ジョアンナ=joanna ジョエル=joel ジョシュ=josh ジョシュア=joshua ジョセフ=joseph ジョナサン=jonathan ジョナタン=jonathan ジョルジュ=georges ジョン=john
ジョー=joe ジョージ=george ジョーダン=jordan ジル=gilles ジーナ=gina ジーン=jean スコット=scott スティーブ=steve スティーブン=stephen ステファニー=stephanie
ステファノ=stefano ステファン=stephane スニル=sunil スベンヤ=svenja スペンサー=spencer スリダール=sridhar スリニ=srini スヴェンヤ=svenja スーザン=susan セドリック=cedric
セバスチャン=sebastien セルゲイ=sergey セルジュ=serge ゼーン=zane ソフィー=sophie ソン=song ゾーイ=zoe タイ=tye タイラー=tyler ダイアン=diane ダグ=doug ダグラス=douglas
ダニエラ=daniela ダニエル=daniel ダリオ=dario ダレン=darren ダン=dan チェイス=chase チャック=chuck チャド=chad チャーリー=charlie チャールズ=charles チョン=chung
ティエリー=thierry ティボー=thibaut ティム=tim ティモシー=timothy テイラー=taylor テッド=ted ディック=dick ディラン=dylan ディーン=dean デイビッド=david デイブ=dave
デイヴィッド=david デス=des デニス=denis デビッド=david デルフィーヌ=delphine デービッド=david デーブ=dave トゥヒン=tuhin トッド=todd トニー=tony トビー=toby トマ=thomas
トム=tom トラビス=travis トリスタン=tristan トルステン=torsten トーマス=thomas ドナルド=donald ドニ=denis ドミトリー=dmitry ドミニク=dominic ドリュー=drew ドロール=dror
ドン=don ナイジェル=nigel ナターシャ=natasha ナビーン=naveen ナンシー=nancy ニキータ=nikita ニコラ=nicolas ニコラス=nicholas ニコロ=niccolo ニック=nick ニール=neil
ネイサン=nathan ネイト=nate ノーム=noam ハビエル=javier ハリー=harry ハワード=howard ハン=han ハンス=hans ハンナ=hannah バイロン=byron バティスト=baptiste
バラジ=balaji バルン=varun バレリー=valerie バンジャマン=benjamin パク=park パスカル=pascal パット=pat パトリック=patrick パーカー=parker ヒューゴ=hugo ビクター=victor
ビジェイ=vijay ビベック=vivek ビョルン=bjorn ビル=bill ビンス=vince ビンセント=vincent ピエール=pierre ピユシュ=piyush ピョートル=piotr ピーター=peter ピート=pete
ファム=pham フィリップ=philippe フィル=phil フェリックス=felix フォルカー=volker フォレスト=forrest フランク=frank フランシス=francis フランソワ=francois
フランチェスカ=francesca フランチェスコ=francesco フレッド=fred フレデリック=frederic ブノワ=benoit ブライアン=brian ブラッド=brad ブランドン=brandon ブリュノ=bruno
ブルース=bruce ブレイク=blake ブレット=brett ブレンダン=brendan ブレント=brent ヘレン=helen ヘンリー=henry ベス=beth ベルトラン=bertrand ベルナール=bernard
ベルンハルト=bernhard ベン=ben ベンジャミン=benjamin ベンヤミン=benjamin ペドロ=pedro ペーター=peter ホセ=jose ボイチェフ=wojciech ボビー=bobby ボブ=bob ボリス=boris
ポール=paul マイク=mike マイケル=michael マイルス=miles マイルズ=miles マシュー=matthew マチュー=matthieu マチルド=mathilde マックス=max マット=matt マティアス=mathias
マテオ=mateo マニュエル=manuel マヌ=manu マリア=maria マリオ=mario マルク=marc マルクス=markus マルコ=marco マルセル=marcel マルタン=martin マルティン=martin
マーガレット=margaret マーク=mark マージョリー=marjorie マーティン=martin ミゲル=miguel ミシェル=michelle ミッチ=mitch ミテシュ=mitesh ミラン=milan ムハンマド=mohammed
メアリー=mary メラニー=melanie メレディス=meredith モハメド=mohamed モリー=molly モー=mo ヤン=jan ヨアヒム=joachim ヨアブ=yoav ヨッシ=yossi ヨナス=jonas
ヨハネス=johannes ライアン=ryan ラジェシュ=rajesh ラジャ=raja ラジーブ=rajeev ラッセル=russell ラファエル=raphael ラフル=rahul ラミ=rami ラリー=larry ラルフ=ralf
ランド=rand ラージ=raj ラース=lars リサ=lisa リシ=rishi リズ=liz リチャード=richard リック=rick リッチ=rich リャン=liang リュック=luc リンダ=linda リー=lee ルイス=luis
ルカ=luca ルノー=renaud ルーカス=lucas ルーク=luke ルーベン=ruben レイ=ray レイチェル=rachel レックス=lex レベッカ=rebecca レミ=remi ロイ=roy ロジャー=roger ロス=ross
ロドリゴ=rodrigo ロドルフ=rodolphe ロナルド=ronald ロバート=robert ロヒット=rohit ロビン=robin ロブ=rob ロベルト=roberto ロマン=romain ロリ=lori ロン=ron
ローガン=logan ローラ=laura ローラン=laurent ローリー=laurie ロール=laure ローレンス=lawrence ヴァス=vas ヴァレリー=valerie ヴァンサン=vincent ヴィンセント=vincent
ヴィヴェク=vivek ヴォイチェフ=wojciech
"""
_FAMILIES = """
アグラワル=agrawal アジズ=aziz アダニ=adani アダムス=adams アダムズ=adams アトキンス=atkins アドラー=adler アボット=abbott アモデイ=amodei アルトマン=altman
アレクサンダー=alexander アレン=allen アンゲロフ=anguelov アンダーソン=anderson アンバニ=ambani アーメド=ahmed イブラヒム=ibrahim ウィリアムズ=williams
ウィリアムソン=williamson ウィルソン=wilson ウェイ=wei ウェブスター=webster ウェルズ=wells ウォルシュ=walsh ウォレス=wallace ウォン=wong ウッド=wood ウルフ=wolf ウー=wu
エドワーズ=edwards エバンス=evans エマニュエル=emanuel エリクソン=erickson エリソン=ellison オグンレシ=ogunlesi オーキンクロス=auchincloss カッツ=katz カプラン=kaplan
カーツワイル=kurzweil カーティス=curtis カーン=khan ガジ=ghazi ガスリー=guthrie キム=kim キング=king ギブソン=gibson ギャロウェイ=galloway クォン=kwon クシュナー=kushner
クック=cook クマール=kumar クライン=klein クラバ=klaba クラーク=clark クリアン=kurian クリシュナン=krishnan クリントン=clinton クルカルニ=kulkarni クレイマー=kramer
グエン=nguyen グオ=guo グッドマン=goodman グプタ=gupta グラハム=graham グロス=gross グー=gu ケイン=caine ケリー=kelly ゲイツ=gates ゲッツ=goetz ゲラン=guerin
コックス=cox コリンズ=collins コンウェイ=conway コンラッド=conrad コーエン=cohen コールマン=coleman ゴパラン=gopalan ゴメス=gomez ゴヤル=goyal ゴールドスタイン=goldstein
ゴールドバーグ=goldberg サックス=sacks サムナー=sumner サリバン=sullivan サンカー=sankar サンガー=sanger サンダース=sanders サンチェス=sanchez ザポルスキー=zapolsky
シェリダン=sheridan シャルマ=sharma シャー=shah シュルツ=schultz シュルマン=schulman シュワルツ=schwartz シュー=xu シルバー=silver シルバーマン=silverman シン=singh
シンガー=singer シンハ=sinha シー=shih ジェイコブス=jacobs ジェイン=jain ジェニングス=jennings ジャ=jha ジャオ=zhao ジャクソン=jackson ジャン=zhang ジュリア=julia
ジュー=zhu ジョブズ=jobs ジョンソン=johnson ジョーンズ=jones スコット=scott スタイン=stein スミス=smith スリニバサン=srinivasan スレーター=slater スワンソン=swanson スー=su
ゼルニック=zelnick ゼン=zeng ソトマイヨール=sotomayor ソロモン=solomon ソーンダース=saunders タネジャ=taneja タン=tan ダン=dunn チェン=chen チャン=zhang
チャンドラセカラン=chandrasekaran チョイ=choi チー=chi ツァイ=tsai ツェン=tseng ティール=thiel テイラー=taylor テオ=teo ディーン=dean デイビス=davis デオ=deo
デサンティス=desantis デル=dell トランプ=trump トン=tong トンプソン=thompson トーマス=thomas ドレッサー=dresser ナラヤナン=narayanan ニュートン=newton ニューマン=newman
ノーラン=nolan ハオ=hao ハビブ=habib ハリス=harris ハワード=howard ハースト=hurst バザン=bazin バレット=barrett バレンベリ=wallenberg バンサル=bansal
バーグマン=bergman バーマ=verma パウエル=powell パターソン=patterson パテル=patel パディーヤ=padilla パニグラヒ=panigrahi パレク=parekh パワー=power ヒル=hill
ヒルトン=hilton ビスワス=biswas ファリド=farid ファン=huang ファーガソン=ferguson フアン=huang フィッシュ=fish フィールド=field フェラーリ=ferrari フォスター=foster
フォックス=fox フッド=hood フリードマン=friedman フレイ=frey フレイザー=fraser フレイタス=freitas フローレンス=florence ブオン=vuong ブッシュ=busch ブライソン=bryson
ブラウン=brown ブルックス=brooks ブルー=blue ブレア=blair ブレイディ=brady プラカシュ=prakash プラサド=prasad プラット=pratt プラットナー=plattner プレムジ=premji
ベイカー=baker ベーカー=baker ペイジ=page ペリー=perry ペレス=perez ペン=peng ホアン=huang ホワイト=white ホー=ho ホーガン=hogan ボロレ=bollore ボンパール=bompard
マクマホン=mcmahon マグラス=mcgrath マコーミック=mccormick マスク=musk マリク=malik マルタン=martin マルホトラ=malhotra マン=mann マー=ma マーカス=marcus マーシュ=marsh
マーティン=martin マードック=murdoch マーフィー=murphy ミシェル=michel ミスラ=misra ミダ=midha ミッチェル=mitchell ミュラー=muller ミューラー=mueller ミラー=miller
ミークス=meeks ムーア=moore メノン=menon メロートラ=mehrotra モハン=mohan モファット=moffatt ヤン=yang ヤング=young ユベール=hubert ユー=yu ライト=wright ラオ=rao
ラガバン=raghavan ラッセル=russell ラドフォード=radford ラマン=raman ランガン=rangan リウ=liu リャン=liang リュー=liu リン=lin リンチ=lynch リー=lee リード=reed
リーブス=reeves ルタイヨー=retailleau ルッソ=russo ルモワン=lemoine ルー=lu レイン=raine レビン=levine レビンソン=levinson レモン=remont ロイ=roy ロジャース=rogers
ロドリゲス=rodriguez ロバーツ=roberts ロビンソン=robinson ローズ=rose ワイス=weiss ワインバーグ=weinberg ワン=wang ング=ng ヴァルマ=verma
"""
GIVEN: dict[str, str] = dict(pair.split("=") for pair in _GIVEN.split())
"""First names by how Japanese writes them."""
FAMILIES: dict[str, str] = dict(pair.split("=") for pair in _FAMILIES.split())
"""The same of family names."""
