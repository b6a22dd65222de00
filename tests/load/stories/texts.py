"""Made-up news that several sites bring: the same, edited, cut, translated; and what is like it and is not the same."""

from __future__ import annotations

EN = """
Nordwind AI said on Tuesday it had raised 6.6 billion dollars in a round that values the company at 157 billion dollars,
one of the largest private financings ever made. The money will pay for data centres in Norway and Portugal, chief
executive Ingrid Solberg told reporters in Oslo. The round was led by Thrive Harbor with 1.3 billion dollars, and several
pension funds took part. Nordwind expects revenue of 3.7 billion dollars this year and a loss of about 5 billion dollars,
according to a letter to investors. Weekly users of its assistant have passed 250 million, up from 100 million a year ago.
Analysts at Kestrel Research called the price ambitious but said that demand for computing showed no sign of slowing down.
The company was founded in 2016 by four researchers of the university of Bergen and now employs 1,700 people worldwide.
"""
JA = """
ノルドウィンドAIは火曜日、66億ドルを調達し、企業価値が1570億ドルに達したと発表した。未公開企業の資金調達としては過去最大級となる。
調達した資金はノルウェーとポルトガルのデータセンター建設に充てると、イングリッド・ソルベルグ最高経営責任者がオスロで記者団に語った。
主導したのはスライブ・ハーバーで、13億ドルを投じた。複数の年金基金も加わった。投資家への書簡によると、今年の売上高は37億ドル、
損失は約50億ドルを見込む。対話サービスの週間利用者は2億5000万人を超え、1年前の1億人から大きく伸びた。ケストレル・リサーチの
アナリストは、価格は強気だが計算資源の需要に衰えは見えないと述べた。同社は2016年にベルゲン大学の4人の研究者が設立し、現在は世界で1700人を雇用する。
"""
FR = """
Nordwind AI a annoncé mardi avoir levé 6,6 milliards de dollars lors d'un tour de table qui valorise l'entreprise à 157
milliards de dollars, l'un des plus importants financements privés jamais réalisés. L'argent financera des centres de
données en Norvège et au Portugal, a déclaré à Oslo la directrice générale Ingrid Solberg. Le tour a été mené par Thrive
Harbor, qui apporte 1,3 milliard de dollars, et plusieurs fonds de pension y ont participé. Nordwind prévoit un chiffre
d'affaires de 3,7 milliards de dollars cette année et une perte d'environ 5 milliards, selon une lettre aux investisseurs.
Son assistant compte plus de 250 millions d'utilisateurs par semaine, contre 100 millions il y a un an. Les analystes de
Kestrel Research jugent le prix ambitieux, mais ne voient aucun signe de ralentissement de la demande de calcul.
"""
OTHER_EN = """
Investors in Nordwind AI are asking when the company will go public. The assistant's maker, valued at 157 billion dollars
last month, has told banks that it sees no hurry, three people who know of the talks said. Its chief executive Ingrid
Solberg wants to finish the data centres in Norway first, which run late because transformers cannot be had. Rivals are
further along: two of them have filed papers in New York since spring. A listing would let early employees sell shares for
which there is no market now, and would show for the first time what the computing contracts of the company really cost.
"""
OTHER_JA = """
ノルドウィンドAIはいつ上場するのか、投資家の関心が高まっている。先月1570億ドルと評価された同社は、急ぐ理由はないと銀行団に伝えたという。
ソルベルグ最高経営責任者は、変圧器の不足で遅れているノルウェーのデータセンターの完成を優先する考えだ。競合2社は春以降、米国で上場を申請した。
上場すれば初期の社員が株式を売却できるようになり、計算資源の契約に実際いくらかかっているのかも初めて明らかになる。市場では来年秋との見方が多い。
"""
OTHER_FR = """
Les investisseurs de Nordwind AI se demandent quand l'entreprise entrera en Bourse. Valorisée 157 milliards de dollars le
mois dernier, elle a fait savoir aux banques que rien ne pressait, selon trois personnes au courant des discussions. Sa
directrice générale veut d'abord achever les centres de données de Norvège, retardés par le manque de transformateurs.
Deux concurrents ont déposé leur dossier à New York depuis le printemps, et les premiers employés voudraient vendre.
"""
FOOTER = """
You are reading this letter because you subscribed on our site; you can leave the list at any time with the link below.
We are three people who read the papers of the field so that you need not, and we pay for servers and coffee from what our
readers give. If somebody has forwarded it to you, subscribe for yourself, tell a friend, or write back: we answer to all.
"""


def edited(text: str, lang: str) -> str:
    """As an editor leaves an agency's text: another beginning, a sentence less at the end, a word changed here and there."""
    if lang == "ja":
        return (
            "【オスロ=共同】"
            + text.strip().replace("発表した", "明らかにした").replace("複数の", "いくつかの")[:-30]
        )
    changed = (
        text.strip()
        .replace(" said ", " announced ", 1)
        .replace("several", "a number of")
        .replace("mardi ", "")
    )
    return f"OSLO (Agence) — {changed[: int(len(changed) * 0.93)]}"


_PRICED = (
    "The small model for phones and watches, without any tools of its own, is sold at",
    "The medium model that most shops and call centres use for their chats costs",
    "For the large one, with the long memory and the slow but careful answers, you pay",
    "Pictures are read by the vision model, and a page of a scanned book counts as much as",
    "Speech in forty languages, with speakers told apart, is written down for",
    "Vectors for search, which everybody needs and nobody talks about, are down to",
    "Whoever can wait until the night gets the batch tariff, which stands today at",
    "Contracts of a thousand pages fit into the long context, for which they ask",
    "The model that thinks before it speaks is still the dearest of the whole list with",
    "And last year's model, which will be switched off at Christmas, remains at",
)


def price_list(day: int) -> str:
    """A form that is filled in anew every day."""
    rows = (
        f"{text} {day * 7 + number * 31}.{(day * 13 + number * 7) % 90 + 10} dollars."
        for number, text in enumerate(_PRICED)
    )
    return (
        "Prices of hosted models as we have read them on the pages of the providers this morning. "
        + " ".join(rows)
    )
