"""A seed in, made-up Japanese news about AI companies out: varied, of an exact length, each with its own title and address.

Names and figures stand about as densely as in the samples of seeds/ and tests/gold/ (see `python -m benchmarks.texts`).
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from pipeline.records import Document

ALERTING = ("Stargate", "DeepSeek")
"""Names that a rule of seeds/rules.yaml waits for."""
ALERTS = 0.1
"""Share of documents that hold one of them, where not all do."""
TOLD = 0.4
"""Share of sentences that tell of names and figures; the others are asides."""

_COMPANIES = (
    "OpenAI", "Anthropic", "グーグル", "マイクロソフト", "ソフトバンクグループ", "エヌビディア", "Mistral AI", "メタ・プラットフォームズ",
    "アマゾン・ドット・コム", "xAI", "オラクル", "テスラ", "アップル", "インテル", "AMD", "ブロードコム", "TSMC", "サムスン電子", "SKハイニックス",
    "アリババ", "テンセント", "バイドゥ", "バイトダンス", "ファーウェイ", "Sakana AI", "Preferred Networks", "NTT", "KDDI", "富士通", "日立製作所",
    "Cohere", "Stability AI", "Hugging Face", "Perplexity AI", "CoreWeave", "Databricks", "Scale AI", "セールスフォース", "IBM", "デル",
)  # fmt: skip
_PEOPLE = (
    "サム・アルトマン氏", "ダリオ・アモデイ氏", "孫正義氏", "ジェンスン・フアン氏", "サティア・ナデラ氏", "スンダー・ピチャイ氏", "イーロン・マスク氏",
    "マーク・ザッカーバーグ氏", "デミス・ハサビス氏", "ヤン・ルカン氏", "イリヤ・サツケバー氏", "担当の幹部", "創業者の一人", "広報担当者",
)  # fmt: skip
_MODELS = (
    "GPT-4o", "GPT-4", "Claude 3.5 Sonnet", "Gemini 2.0 Flash", "Llama 3", "Mistral Large", "o3-mini", "Grok 3", "Qwen2.5", "ChatGPT",
)  # fmt: skip
_CITIES = (
    "東京",
    "大阪",
    "札幌",
    "福岡",
    "テキサス州",
    "アリゾナ州",
    "パリ",
    "ロンドン",
    "シンガポール",
    "ソウル",
    "台湾",
    "インド",
)
_FIELDS = (
    "医療", "金融", "製造", "教育", "物流", "農業", "自動運転", "創薬", "広告", "防災", "ロボット", "半導体設計", "翻訳", "顧客対応",
)  # fmt: skip
_MONEY = (
    "{n}億ドル",
    "約{n}億ドル",
    "{n}億円",
    "最大{n}億ドル",
    "{n}億から{m}億ドル",
    "{n}兆円",
    "{n}00万ドル",
    "{n}億ユーロ",
    "{n}億ドル以上",
)
_OPENERS = (
    "",
    "",
    "",
    "また、",
    "さらに、",
    "同じ日に、",
    "これに先立ち、",
    "業界紙によれば、",
    "報告書によると、",
    "このうち、",
)
_TOLD = (
    "{company}は{date}、{city}で進める{field}向けの事業に{money}を投じると発表した。",
    "{company}の{year}年の売上高は{money}となり、前の年から{rate}%増えた。",
    "{person}は取材に対し、{model}の利用者が{n}万人を超えたと明らかにした。",
    "{company}は{model}の料金を{rate}%引き下げ、{field}の現場での利用を広げる考えだ。",
    "関係者によると、{company}は{money}の資金調達に向けて{other}と協議している。",
    "{company}の企業価値は{money}と評価されており、{other}との差は縮まりつつある。",
    "{city}に建てるデータセンターの電力は{n}メガワットに達し、{company}が運営を受け持つ。",
    "{person}は「{field}の仕事は数年のうちに大きく変わる」と述べ、{company}の計画を擁護した。",
    "{company}は{other}から画像処理半導体を{n}万個購入する契約を結んだという。",
    "{model}は{field}の試験で{rate}%の正答率を示し、これまでの成績を上回った。",
    "{company}と{other}は{field}の分野で提携し、{date}から共同で研究を始める。",
    "{year}年度の設備投資は{money}を見込み、その多くが計算資源の確保に充てられる。",
    "{company}は従業員の{rate}%にあたる{n}00人を{field}の部門に移す。",
    "{person}が率いる研究班は{n}0億パラメーターのモデルを鍛え終え、結果を論文にまとめた。",
)
_ASIDES = (
    "もっとも、{field}の専門家のあいだでは慎重な見方が根強い。",
    "{city}の住民への説明会では、水の使用量や騒音を心配する声が相次いだ。",
    "背景には、{field}をめぐる競争が一段と激しくなっていることがある。",
    "学習に使うデータの権利をどう守るかという問いには、まだ答えが出ていない。",
    "市場の反応は落ち着いており、{date}の株価はほとんど動かなかった。",
    "規制当局は{field}での利用について、近く指針をまとめる見通しだ。",
    "一方で、{other}は同じ時期に静かに準備を進めていた。",
    "現場の担当者は「使い始めてから残業が目に見えて減った」と話す。",
    "{company}の広報は、この件についてのコメントを控えた。",
    "{city}では若い技術者が集まり、夜遅くまで議論を続けている。",
    "とはいえ、採算がいつ取れるのかを問う投資家は少なくない。",
    "{field}に詳しい大学教授は、技術よりも人材の不足が課題だと指摘する。",
)
_ALERTED = (
    "{name}をめぐる動きも、{company}の判断に影を落としている。",
    "{person}は{name}に触れ、「{field}の前提を変えた」と語った。",
    "OpenAIとソフトバンクグループが関わる{name}の話題は、{city}でも大きく報じられた。",
)
_EPOCH = datetime(2025, 1, 1, tzinfo=UTC)


def documents(
    count: int, length: int, seed: int, alerts: float = ALERTS, prefix: str = "b"
) -> Iterator[Document]:
    """`count` documents of `length` characters; a share of `alerts` names one of ALERTING."""
    choose = random.Random(seed)
    for number in range(count):
        name = choose.choice(ALERTING) if choose.random() < alerts else None
        yield _document(f"{prefix}{number:06}", _text(choose, length, name), choose)


def _document(mark: str, text: str, choose: random.Random) -> Document:
    url = f"https://example.com/{mark}"
    title = f"{choose.choice(_FIELDS)}と人工知能、{choose.choice(_CITIES)}からの報告 {mark}"
    return Document(
        doc_id=hashlib.sha256(url.encode()).hexdigest()[:32],
        revision=hashlib.sha256(f"{title}\n{text}".encode()).hexdigest()[:32],
        source="benchmark",
        kind="article",
        title=title,
        text=text,
        url=url,
        lang="ja",
        collected_at=datetime.now(UTC),
        published_at=_EPOCH + timedelta(seconds=choose.randrange(30_000_000)),
    )


def _text(choose: random.Random, length: int, name: str | None) -> str:
    cast = choose.sample(_COMPANIES, 6)  # a report speaks of a few companies, not of all
    said = [] if name is None else [_filled(choose, choose.choice(_ALERTED), cast).replace("{name}", name)]
    while sum(map(len, said)) < length:
        told = choose.random() < TOLD
        opener = choose.choice(_OPENERS) if told else ""
        sentence = _filled(choose, opener + choose.choice(_TOLD if told else _ASIDES), cast)
        said.append(sentence + "\n\n" * (choose.random() < 0.2))
    return "".join(said)[: length - 1] + "。"


def _filled(choose: random.Random, form: str, cast: list[str]) -> str:
    company, other = choose.sample(cast, 2)
    amount, more = sorted(choose.sample(range(2, 900), 2))
    words = {
        "company": company,
        "other": other,
        "person": choose.choice(_PEOPLE),
        "model": choose.choice(_MODELS),
        "city": choose.choice(_CITIES),
        "field": choose.choice(_FIELDS),
        "date": f"{choose.randint(1, 12)}月{choose.randint(1, 28)}日",
        "year": str(choose.randint(2019, 2027)),
        "rate": str(choose.randint(2, 95)),
        "n": str(amount),
        "money": choose.choice(_MONEY).format(n=amount, m=more),
        "name": "{name}",
    }
    return form.format(**words)


def main() -> None:
    """How densely names and figures stand in these texts."""
    from pathlib import Path

    from pipeline.extract.read import load_extractor

    extractor = load_extractor(Path("seeds/catalogue"))
    made = list(documents(200, 2000, seed=1))
    found = [extractor.extract(one) for one in made]
    print(made[0].title, made[0].text, sep="\n")
    for what, sizes in (
        ("names", [len(one.mentions) for one in found]),
        ("figures", [len(one.figures) for one in found]),
    ):
        print(f"{what} a document: {sum(sizes) / len(sizes):.1f}")


if __name__ == "__main__":
    main()
