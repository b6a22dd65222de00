"""Kinds of Japanese counters: nothing in, which things each may count and which words are no counters out (counts_ja.py)."""

from __future__ import annotations

from pipeline.extract.amounts import counts_ja_cues as cues
from pipeline.extract.candidates.word_lists import words_in

PLACES = words_in(
    """
    plant site company building store country city university hospital school office facility
    laboratory startup organization seller supplier manufacturer region model product project service
    """
)
"""What 台, 枚 and 個 never count: 工場では300台が動く."""
ANIMALS = {
    "牛": "cow",
    "豚": "pig",
    "鶏": "chicken",
    "犬": "dog",
    "猫": "cat",
    "馬": "horse",
    "羊": "sheep",
    "魚": "fish",
}
FIRMS = words_in(
    """
    company startup customer client partner supplier manufacturer seller bank publisher investor shareholder organization
    developer user subscriber member operator lab laboratory broadcaster newspaper factory plant lender insurer rival
    """
)
"""What 社 may count."""
LABELLED = words_in(
    """
    language store country site employee user subscriber customer patent member
    developer engineer researcher download follower household partner city joint sensor motor star
    reactor bank university municipality school hospital like voter resident
    seat layer head expert supplier plant data-center clinic startup publisher author channel station skill route airline
    shop restaurant warehouse dealer branch outlet office franchise donor volunteer shareholder investor
    """
)
"""What a bare number behind its name counts."""
WRITTEN = frozenset(("work", "novel", "paper", "article", "book", "story", "poem"))
"""What 編 may count."""
LEAST_BIDDERS, LEAST_PAIRS, LEAST_TRAINING = 10, 100, 8
"""Fewer 者 and 組 are those whom the story is about."""
SCORED = 40
"""Characters before points in which the test may be named."""
LEAST_SIZE, LEAST_PARTED, LEAST_ITEMS = 100_000_000, 10_000, 1000
FLAT = frozenset(("GPU", "TPU", "NPU", "chip", "accelerator", "processor", "wafer"))
"""Machines that 枚 counts."""
WORKED = frozenset(("person-month", "person-day"))
"""Counters that nothing is counted by but work."""
LOOSE = frozenset(("個", "件", "点", "つ", "本", "枚"))
"""Counters of things of any kind."""
SOLID, LETTERS = frozenset("台基機体両隻棟"), frozenset(("字", "文字"))
"""Counters of what can be touched, and of written signs."""
COMPOUNDED = words_in(
    """
    model app agent dataset language country company startup city region municipality university school hospital store plant
    data-center factory facility site bank organization team project product service benchmark task question tool skill
    employee engineer researcher developer customer user partner patent paper article image video robot vehicle satellite
    """
)
"""What is counted by a bare number with の before a compound that ends with it."""
PARTIES = frozenset(
    (
        "partner",
        "customer",
        "team",
        "bank",
        "investor",
        "operator",
        "rival",
        "agency",
        "municipality",
        "ministry",
    )
)
"""Who has what 台, 枚 and 個 count."""
FOLLOWING = frozenset(("follower", "subscriber", "user", "download", "view", "like", "member"))
"""What a bare number right behind its name counts, whatever の leads on to."""
VERSIONED = frozenset(
    (
        "model",
        "app",
        "product",
        "service",
        "game",
        "version",
        "year",
        "series",
        "channel",
        "machine",
        "device",
    )
)
"""What is numbered by versions, so that it goes from 3 to 4 without being more."""
BODIES = frozenset(("robot", "drone", "agent", "satellite", "character"))
"""What 体 counts."""
TESTED, LOOK_ON = 80, 120
"""Characters before in which a test or a trade is named, and behind a headline's number, its maker."""
SHEETS = words_in(
    "image photo card ticket page panel board wafer document poster painting map illustration drawing mask"
)
"""What 枚 counts that a clause names at a distance."""
NO_USERS = frozenset(
    ("person", "employee", "user", "subscriber", "customer", "member", "follower", "visitor")
)
"""Who are told as what they are, even where they use something."""
TELLING = frozenset(("席", "便", "題", "室", "床", "科目"))
"""Counters that tell what they count, whatever stands before: 法人契約は30万席."""
HOUSES = frozenset(
    (
        "校",
        "店",
        "棟",
        "社",
        "施設",
        "カ所",
        "か所",
        "ヶ所",
        "ヵ所",
        "箇所",
        "店舗",
        "拠点",
        "病院",
        "大学",
        "学校",
    )
)
"""Counters of what holds people, who are not what is counted."""
NOT_COUNTER = {
    "者": "数同側達", "人": "前気間物類性格口工事目", "名": "目前", "件": "目", "社": "目内長会員", "台": "目風数頭", "局": "長員面部番", "回": "目転線収答復避", "本": "目当日体部格人気来社物",
    "問": "題いわ屋答", "字": "幕体形画型面は数状", "点": "目数検火", "体": "目制験系力重育温操", "個": "目人別性々", "行": "目動政為", "枚": "目組葉", "種": "目", "報": "告道酬復社じ奨", "部": "分品長門下署屋", "機": "目能関器会種",
    "校": "長目", "心": "配理臓身境的", "芯": "", "錠": "剤前", "題": "目材名意", "店": "長員", "語": "", "便": "利", "戸": "", "床": "", "組": "織合み", "曲": "", "基": "本準礎目構", "株": "価主式", "頭": "目", "両": "者方",
}  # fmt: skip
"""Characters that make another word of a counter."""


def names_something(text: str, start: int, position: int, after: int) -> bool:
    """Whether number and counter are a name, a level or a part: the 5,000台 of an index, 12層のHBM, 1株を4株に."""
    word, near = text[position:after], max(0, start - 24)
    if word == "台":
        return bool(cues.SHARE_INDEX.search(text, near, start))
    if word == "基" and text.startswith(("ではなく", "でなく"), after):
        return True
    if word == "層":
        return bool(cues.HIGH_STACKED.match(text, after))
    return word == "株" and bool(cues.SPLIT.search(text, near, start))
