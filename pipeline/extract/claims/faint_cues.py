"""Faint cues: words near an amount of money that only make likely what it measures, asked where no clear word tells. Data, no logic."""

from __future__ import annotations

import re

from pipeline.extract.claims.metric_cues import by_words
from pipeline.records import Metric

_EN: dict[Metric, str] = {
    "funding": r"\bled the\b|\bbackers?\b|\bventures?\b|\bangels?\b|\bcame from\b|\badded\b|\bstart-?up (?:got|has)\b|\bdonat\w+|\bendow\w+|\btopped up\b|\bbridge\b|\bwrote\b|\bgiven\b|\bsovereign fund\b|\bpension\b|\blenders?\b|\bbanks?\b|\bCapital\b|\bVentures\b",
    "valuation": r"\bpeg(?:s|ged|ging)?\b|\bapprais\w+|\btender offer\b|\bsecondary\b|\bwhole (?:thing|company|firm)\b|\bunicorn\b|\btoday's price\b|\bmarkets? (?:gives?|puts?)\b|\bgo(?:es|ing)? public\b|\bIPO\b|\bcap table\b|\bstands at\b",
    "revenue": r"\bfrom (?:customers|clients|users|subscribers|fees)\b|\bcustomers?\b|\bclients?\b|\border ?books?\b|\b[Oo]rders?\b|\bon the books\b|\bcontracts?\b|\bover a decade\b|\bgross(?:es|ed)?\b|\btakes? in\b|\bbusiness\b|\ba year\b|\bannual\b|\bpipeline\b|\bwill hand\b|\blicen[cs]\w+|\broyalt\w+|\bads?\b|\badvertis\w+|\bsells\b|\bhanded\b|\bbrought\b|\bbuyers\b|\bfees\b",
    "cost": r"\bate\b|\beats?\b|\bsets?\b.{0,12}\bback\b|\bhand over\b|\bordered\b|\bjudge\b|\bjury\b|\bregulator\b|\bcomputing\b|\bcompute\b|\bto (?:run|make|operate|keep)\b|\bupkeep\b|\bdepreciation\b|\boverheads?\b|\bbonus\w*|\bpay package\b|\bwast\w+|\boutlay\b|\bover to\b|\belectricity\b|\b[Ll]awyers?\b|\bswallow\w*|\blights on\b|\btraining\b|\brun of\b|\bsavings?\b|\bsav(?:e|es|ed|ing)\b",
    "price": r"\bshares?\b|\bstock\b|\bbilled\b|\bmonthly\b|\bshelf\b|\bshelves\b|\bstores?\b|\bgadget\b|\bdevice\b|\bbasic\b|\bmodel\b|\bbuyers?\b|\bbox\b|\bkit\b|\blaunch\b",
    "investment": r"\bplants?\b|\bcampus\b|\bfactor(?:y|ies)\b|\bfabs?\b|\bsites?\b|\bbuild(?:s|ing|ings)?\b|\bconstruct\w+|\bplow\b|\bgovernment\b|\bministry\b|\bstate\b|\bplans?\b|\bprogramme?\b|\bscheme\b|\binitiative\b|\bgigawatts?\b|\bmegawatts?\b|\bjobs\b|\bexpansion\b|\bhalls?\b|\bbets?\b|\bwager\w*|\bacres\b",
    "capex": r"\bservers\b|\bequipment\b|\bGPUs\b",
    "profit": r"\bat the bottom\b|\bsurplus\b|\btook home\b|\bkept\b|\bdividends?\b|\bbuybacks?\b",
    "loss": r"\bshed(?:s|ding)?\b|\bshortfall\b|\bhole\b|\bred ink\b|\bevaporat\w+|\bvanish\w+|\beras\w+|\bsquander\w+|\bgone\b",
    "cash": r"\bkitty\b|\brunway\b|\bcoffers\b|\bhoard\b|\bpile\b|\bcushion\b|\bsavings account\b|\bnest egg\b|\bon hand\b|\bto spare\b|\bdry powder\b|\bleft\b|\bleaves\b|\bremain\w*",
}
_FR: dict[Metric, str] = {
    "funding": r"\bramen\w+|\bremet(?:tent)?\b|\bfonds\b|\bactionnaires?\b|\bsout(?:ien|enue?|iennent)\b|\bappui\b|\bparrain\w+|\bdons?\b|\bconvain\w+|\brallong\w+|\brenflou\w+|\brecapitalis\w+|\btour\b|\bmécén\w+|\bVentures\b|\bCapital\b|\bPartners\b|\bbesace\b|\bescarcelle\b|\bbanques?\b",
    "valuation": r"\bestim\w+|\bcot(?:e|ée|ait|ation)\b|\bintroduite?\b|\blicorne\b|\bjaug\w+|\bBourse\b|\bpèser\w*|\bcours\b",
    "revenue": r"\bl['’]an (?:passé|dernier)\b|\bfai[ts]\b|\bfont\b|\bclients?\b|\bcommand\w+|\bcontrats?\b|\bexercice\b|\bmarché\b|\bactivité\b|\bvend\w*|\bannuel\w*|\brécurrent\w*|\bredevances?\b|\blicences?\b|\bpublicit\w+|\bcarnet\b|\bachèter\w+|\bentrer\b|\bchaque année\b|\bvien(?:t|nent) d|\bpar an\b",
    "cost": r"\bmasse salariale\b|\bdemand\w+|\bnécessit\w+|\brequi\w+|\brevient\b|\breviendr\w+|\bcalcul\b|\bélectricité\b|\bnote\b|\bdevra\b|\bdoit\b|\bprocès\b|\btribunal\b|\bjuges?\b|\bpénalit\w+|\blou(?:e|er|é)\b|\blocation\b|\bhébergement\b|\bfrais\b|\brémunér\w+|\bgaspill\w+|\béconomi\w+|\bprimes?\b|\bfont? payer\b",
    "price": r"\bmagasins?\b|\bboutique\b|\bboîtier\b|\bappareil\b|\bgamme\b|\bachèt\w+|\bacheter\b|\bticket\b|\bbillet\b|\bformule\b|\btitre\b|\baction\b",
    "investment": r"\busines?\b|\bcampus\b|\bsites?\b|\bchantiers?\b|\bcentres?\b|\bconstruction\b|\bconstrui\w+|\bemplois\b|\brégion\b|\bpays\b|\b[EÉ]tat\b|\bgouvernement\b|\bministère\b|\bprogramme\b|\bgigawatts?\b|\bmégawatts?\b|\bétal\w+|\btranche\b|\bimplant\w+|\bpari\b|\bmise\b|\baccueill\w+|\bs['’]install\w+|\bengag\w+|\bextension\b",
    "capex": r"\bserveurs\b|\bGPU\b|\béquipements?\b|\bmatériel\b",
    "profit": r"\bgagn\w+|\bexcédent\w*|\bpositif\b|\bdégag\w+|\bdividendes?\b",
    "loss": r"\btrou\b|\brouge\b|\bnégatif\b|\bévapor\w+|\bfumée\b|\benvol\w+|\bvolatilis\w+|\bdisparu\w*|\beffac\w+",
    "cash": r"\breste\w*|\bcoffres?\b|\bmatelas\b|\bbas de laine\b|\bréserves?\b|\bcagnotte\b|\btenir\b|\bbanque\b",
}
_JA: dict[Metric, str] = {
    "funding": r"引っ張|ＶＣ|VC|ベンチャーキャピタル|ファンド|株主|補填|支え|寄付|運転資金|貸し|貸付|音頭|集ま",
    "valuation": r"値打ち|値が|上場|株式市場|見積も|見なさ|ユニコーン|身売り",
    "revenue": r"仕事|顧客|契約|納入|納め|受け取|事業|商売|課金|広告|案件|販売|売って|毎年|が入[るりっ]|入金",
    "cost": r"消え|飛[んぶび]|費用|代が|違約|開発|学習|請求|維持|要[すし]|賃料|食[いうっわ]|電気|光熱|給与|報酬|訴訟|裁判|弁護|節約|浮[いく]",
    "price": r"版|セット|送料|店|買[うえいっ]|購入|終値|始値|株価|会費|1枚|1台|一台",
    "investment": r"工場|建設|建て|建設|新設|拠点|キャンパス|国が|政府|州|県|見込|整備|誘致|計画|増設|入れ|枠",
    "capex": r"サーバー|GPU|設備|増強|データセンター",
    "profit": r"儲け|もうけ|手取り|配当",
    "loss": r"持ち出し|吹き飛|消失|マイナス|穴",
    "cash": r"金庫|懐|蓄え|残高|口座|余裕|残[るりっ]",
}
FAINT: dict[str, list[tuple[Metric, re.Pattern[str]]]] = {
    lang: [(metric, re.compile(by_words(words))) for metric, words in cues.items()]
    for lang, cues in (("en", _EN), ("fr", _FR), ("ja", _JA))
}
