"""Modality: the figures of a text in, whether each is asserted, reported, planned or denied out.

Each sentence is searched for cues once. A cue bears on the figures behind it (`plans to spend $65 billion`), before it
(`400億ドルを投じる計画`), or in all of the sentence (`according to people familiar with it`), as far as its clause goes: not
over `, which`, `but`, が、, nor over a verb that tells of something done. Of several denied wins over planned over reported,
unless the reported one stands nearer, in another clause than the plan.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from pipeline.extract.contexts.calendar_words import narrowed
from pipeline.extract.sentences import Sentences
from pipeline.records import Modality

Place = tuple[int, int]
"""[start, end) of a figure."""

_FAR = 160
"""Characters between a figure and the cue of its clause at most."""
_NEAR = 30
"""Characters behind a figure in which a noun makes a plan of it: a $500 billion plan."""
_ORDER: tuple[Modality, ...] = ("denied", "planned", "reported")

_Side = Literal["behind", "before", "near", "all"]
"""Which figures a cue bears on: those behind it, those before it, those just before it, those of its whole sentence."""


class _Rule(NamedTuple):
    modality: Modality
    side: _Side
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Cue:
    start: int
    end: int
    modality: Modality
    side: _Side


def _rules(*rules: tuple[Modality, _Side, str]) -> list[_Rule]:
    return [_Rule(modality, side, re.compile(pattern, re.IGNORECASE)) for modality, side, pattern in rules]


_ACTS = (
    "(?:投資|出資|調達|拠出|建設|整備|削減|解雇|購入|買収|倍増|導入|増産|発行|融資|新設|増強|配備|設置|追加)す(?:る|べく)"
    "|投じる|充てる|支払う|払い込む|増やす|引き上げる|引き下げる|減らす|注ぐ|振り向ける|設ける|買い取る|広げる"
)
_RULES: dict[str, list[_Rule]] = {
    "ja": _rules(
        ("denied", "before", r"否定(?:し|す[るれ])|打ち消し|事実ではな|事実無根|(?<!だけ)(?<!わけ)ではないと|(?:こと|計画|予定|事実)は(?:一切)?な(?:い|かった)(?:と|。)"
         r"|誤りだと|うそだと|嘘だと|一蹴|反論し"),
        ("denied", "near", r"\A(?:もの|規模|台|超)?(?:では|じゃ)な[いく]"),
        ("planned", "before", r"計画(?!経済)|予定|目指|見込[みむん]|見通し|方針|考え(?:だ|です|を(?:示|明)|で(?:、|ある)|。)|検討|構想|想定|予想|予測|目標|つもり|したい|意向"
         r"|かもしれ|可能性|交渉|協議|になる(?:だろう|見)|だろう|でしょう|約束し|公約|めど|図る"),
        ("planned", "before", rf"(?:{_ACTS})(?:。|、|\Z|」|と(?:し|発表|述べ|語|話|表明|明|説|の|い|伝|報|み)|「|ことを?|[一-龠])"),
        ("planned", "before", r"(?:[一-龠]|化)へ\s*\Z"),
        ("reported", "before", r"[一-龠]か\s*\Z"),
        ("planned", "before", r"(?:になる|に達する|を?超える)(?:」|と(?:し|述べ|語|話|見|み|の(?:見|予)|予|主張|強調))"),
        ("planned", "behind", r"(?:計画|予定|構想)(?:で|に)は|(?:計画|目標|見通し|予想|見込み)(?:は|として|額)|今後|向こう\d|将来的?に|来年|来期|再来年|年内に|[年月日末期度]までに|(?:年度|年|月)中に"),
        ("reported", "all", r"に(?:よると|よれば)|関係者|消息筋|(?:報道|推計|推定|試算|調べ|情報|噂|うわさ|話)では|報じ|と伝え|伝えられ"),
        ("reported", "before", r"[とにもで](?:み|見)(?:られ|る(?:。|、|\Z)|ている)|とされ(?:る|て|た)|らしい|(?<!かの)(?<!この)(?<!その)よう(?:だ|です)(?!った)|[いたるだ]そう(?:だ|です)(?:。|\Z|が)|という(?:。|話|噂|情報|報道|指摘|推計)"
         r"|模様|推定|試算|推計|と(?:も)?(?:言|い)われ|主張|噂|うわさ|報道"),
    ),
    "en": _rules(
        ("denied", "behind", r"\b(?:den(?:y|ied|ies|ying)|dismiss(?:ed|es|ing)|disput(?:ed|es|ing)|refut(?:ed|es|ing)"
         r"|reject(?:s|ed|ing) (?:the |a |any )?(?:reports?|claims?|suggestions?|idea|notion)|(?:no|without) (?:plans?|intention) (?:to|of)"
         r"|not (?:true|correct|accurate) that|(?:not|never) (?:planning|going|seeking|looking) to|not (?:considering|in talks))\b"),
        ("denied", "before", r"\b(?:is|was|are|were|as) [\"“]?(?:not true|false|untrue|incorrect|inaccurate|wrong|baseless|unfounded|fake)\b"
         r"|\b(?:denied|dismissed|disputed|refuted) (?:by|as|it|this|that|the (?:report|claim|figure|number|rumou?r)s?)\b|\b(?:it|that|this|company) (?:has )?(?:denie[sd]|disputed)\b"),
        ("planned", "behind", r"\b(?:plan(?:s|ned|ning)?(?: to| on| for|\b)|(?-i:will)|would|could|(?-i:may|might)|aim(?:s|ed|ing)?|intend(?:s|ed|ing)?|expect(?:s|ed|ing)?|hop(?:es?|ed|ing)"
         r"|want(?:s|ed)?|seek(?:s|ing)?|sought|look(?:s|ing) to|in talks|negotiating|consider(?:s|ing)|weighing|explor(?:es|ing)"
         r"|set to|due to|about to|poised to|on track|scheduled|slated|to be|prepar(?:es|ing) to|going to|pledg(?:es|ed|ing)|promis(?:es|ed|ing)|vow(?:s|ed)|commit(?:s|ted|ting)"
         r"|agree(?:s|d) to|forecasts?|project(?:s|ed|ing)|predict(?:s|ed)?|target(?:s|ed|ing)?|goals?|outlook|guidance|proposed?|proposes|upcoming|sees|should|by 20[2-9]\d)\b|'ll\b"),
        ("planned", "before", r"\b(?:is|are|was|were|been) (?:planned|expected|scheduled|due|slated|targeted|projected|budgeted|earmarked|being considered|under discussion)\b"),
        ("planned", "near", r"\A[- ](?:[\w'’-]+ ){0,3}?(?:plans?|targets?|goals?|pledges?|commitments?|proposals?|ambitions?|(?:by|through) 20[2-9]\d|over the next|in the next)\b"),
        ("reported", "all", r"\baccording to\b|\breportedly\b|\ballegedly\b|\b(?:sources?|people|person|insiders?) (?:familiar|close|briefed|with (?:direct )?knowledge|sa(?:y|id)|told)\b"
         r"|\b(?:Reuters|Bloomberg|Financial Times|FT|Wall Street Journal|WSJ|New York Times|The Information|CNBC|Nikkei|Axios|TechCrunch|AFP|media|newspapers?|local press)"
         r" (?:has |have |had |first |also |previously )*(?:report(?:s|ed)?|sa(?:ys?|id)|wrote|writes)\b|\breports? (?:say|said|suggests?|suggested|indicates?|claim(?:s|ed)?)\b|\breported (?:that|on|by)\b"),
        ("reported", "behind", r"\b(?:estimat(?:e[sd]?|ing)|claims?|claimed|alleg(?:es|ed)|rumou?red|(?:is|are|was|were) (?:said|believed|thought|understood|reported|estimated|rumou?red) to|said to (?:be|have)"
         r"|(?:reports?|rumou?rs?) (?:of|that)|appears? to|seems? to)\b"),
        ("reported", "near", r"\A,? (?:[\w'’-]+ ){0,2}?(?:is|are|was|were)? ?(?:reported|estimated|rumou?red)\b"),
    ),
    "fr": _rules(
        ("denied", "behind", r"\b(?:dément(?:i|ie|is|ent)?|démentait|ni(?:e|é|ent|ait)|réfut\w+|contest(?:e|é|ent|ait)|récus\w+|rejett?\w* (?:les|des|ces) (?:informations|rumeurs)"
         r"|(?:n'a|n'ont|n'avait|sans) (?:pas |aucune )?(?:l')?intention|aucun projet)\b"),
        ("denied", "before", r"\b(?:est|était|sont|étaient|serait) (?:«\s)?(?:fau(?:x|sse)s?|inexacte?s?|infondée?s?|erronée?s?)\b|\b(?:que|qu')[^,.;]{1,40}\b(?:dément|conteste|nie)\b"
         r"|\b(?:a|ont|été) démentie?s?\b"),
        ("planned", "behind", r"\b(?:prévoi\w+|prévue?s?|envisag\w+|compte(?:nt|r)? (?=[\w' ]{0,12}[\w]+(?:er|ir|re)\b)|devrai\w+|pourrai\w+|voudrai\w+|souhait\w+|va (?=\w+(?:er|ir|re)\b)|vont (?=\w+(?:er|ir|re)\b)"
         r"|ambitionn\w+|vis(?:e|ent|ait|ant)\b|projett?\w+|projets? (?=d)|plans? (?=d)|veu(?:t|lent)|voulait|espèr\w+|espér\w+|en (?:pourparlers|négociations?|discussions?)|négoci\w+|discut\w+"
         r"|s'engag\w+|s'est engagée?|promet\w*|(?:a|ont|avait) promis|objectifs?|table(?:nt)? sur|d'ici|cherch\w+ à|s'apprête\w*|prépar\w+|attend(?:ue?s?|ent)?|prévisions?|étudi\w+|doi(?:t|vent)"
         r"|(?!opéra|caméra)\w{2,}(?:era|eront|ira|iront|dra|dront|tra|tront|rra|rront)|(?!environs)\w{2,}(?:erons|irons|drons|trons)|\w{2,}(?:erai|irai|drai)|aur(?:a|ont|ons)|ser(?:a|ont|ons))\b"),
        ("planned", "before", r"\b(?:est|sont|était|étaient|a été) (?:prévu|attendu|programmé|envisagé|à l'étude|en discussion)\w*|\b(?:seront|sera|seraient) \w+"),
        ("planned", "near", r"\A (?:[\w'’-]+ ){0,6}?(?:d'ici|à l'horizon|sont prévu)"),
        ("reported", "all", r"\b(?:selon|d'après|à en croire|sources? proches?|croi(?:t|ent) savoir|rapport(?:e|ent|é)(?= que| qu'|,|\.)|rapportai\w+)\b"),
        ("reported", "behind", r"\b(?!(?:devrai|pourrai|voudrai|souhaiterai|aimerai)|(?:por|re|ex|at|abs|dis|con|sous|ret)?trait\b)\w{2,}rai(?:t|ent)\b"
         r"|\b(?:estim(?:e|ent|ée?s?|ait)|prétend\w*|supposée?s?|présumée?s?|rumeurs?|semble(?:nt|rait)?)\b"),
        ("reported", "near", r"\A,? (?:[\w'’-]+ ){0,3}?(?:selon|estime\w*)\b"),
    ),
}  # fmt: skip

_TURN = {
    "ja": re.compile(r"[たるいだ](?:が|ものの|けれども?|一方で?|のに対し(?:て)?)、|一方、|。(?!」)|ており、|ていて、|(?:中|なか)で、|[いきしちにみりぎじびえけせてねめれげべ]、[^、。「」]{1,14}?は(?!、)"),
    "en": re.compile(
        r"[;]|[.!?][\"”]?\s|(?:,\s|\s)(?:but|while|whereas|although|though|after|because|having)\s|,\s(?:of which|which|who|where|whose|when|as)\s"
        r"|(?:,\s|\s)and\s(?:(?:has|had|have|it|he|she|is|was|were|already|now|lost|made|spent|earned|paid|sold|bought|grew|rose|fell|held|employs|posted)\b|(?!need|feed|exceed|speed|seed)\w{2,}ed\b)"
        r"|,\s(?:lost|made|spent|earned|paid|sold|bought|grew|rose|fell|held|has|had|is|was|employs|(?!need|feed|exceed|speed|seed)\w{3,}ed)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"[;]|[.!?]\s|(?:,\s|\s)(?:mais|(?:tandis|alors|bien|parce) que?|après|car)\b|,\s(?:qui|que|dont|où)\s"
        r"|(?:,\s|\s)(?:et|puis)\s(?:(?:il|elle|le groupe|l'entreprise|a|ont|est|sont|emploie|compte déjà|avait)\b)|,\s(?:a|ont|est|emploie|vaut|perd|affiche|avait|était)\s",
        re.IGNORECASE,
    ),
}  # fmt: skip
"""Between a cue and a figure: another clause begins, the cue does not reach over it."""
_DONE = re.compile(
    r"(?:[しっいきちりえけせてれめび]た|[んい]だ|された|だった|であった)(?!と|。|い|ら|め|り|が、|との|もの|」|模様|よう|そう|か|う|だ|計画|予定|見|場合|は?ず)"
)
"""Between a Japanese figure and the plan of its clause: what is done already."""
_SAYS = re.compile(r"」|と(?:述べ|語|話|発表|明|表明|説|強調|主張|し|の|報|伝)")
_PAST = re.compile(r"[^、。](?:た|だった|でした|ました)(?:。|が、|\s*\Z|と)")
_IS, _LASTS = re.compile(r"(?:[^\W\d_]{1,4})?(?<!間)で、"), re.compile(r"[年月週日間分]\Z")
"""社員は41人で、…: that much is so already, but 4年間で、… belongs to the plan."""
_WAS = re.compile(
    r"\b(?:up|down|rose|fell|grew|increase[sd]?|raise[sd]?|double[sd]?|compared|spending|\w+) (?:from|with)(?: (?:about|around|roughly|just|the))?\s*\Z"
    r"|\b(?:against|versus|vs\.?|more than the|than the|contre|au lieu de|par rapport aux?|de plus que les)(?: (?:about|around|environ|près de))?\s*\Z",
    re.IGNORECASE,
)
_WAS_BEHIND = re.compile(r"から|と比べ|に対し|より")
"""Around a figure that others are compared with: it is there already, whatever is planned."""


def modalities_of(text: str, lang: str, figures: Sequence[Place], sentences: Sentences) -> list[Modality]:
    """The modality of each figure of a text; the figures sorted by start, the modalities in their order."""
    found: list[Modality] = []
    plain = narrowed(text) if figures else ""
    here: tuple[int, str, list[_Cue]] | None = None
    for start, end in figures:
        low, high = sentences.around(start)
        if here is None or here[0] != low:
            sentence = plain[low:high]
            here = low, sentence, _cues(sentence, lang)
        found.append(_modality(here[1], lang, here[2], (start - low, end - low)))
    return found


def _cues(sentence: str, lang: str) -> list[_Cue]:
    """The cues of a sentence in order, without those that only count just behind a figure."""
    found = [
        _Cue(match.start(), match.end(), rule.modality, rule.side)
        for rule in _RULES.get(lang, ())
        if rule.side != "near"
        for match in rule.pattern.finditer(sentence)
    ]
    return sorted(found, key=lambda cue: cue.start)


def _modality(sentence: str, lang: str, cues: Sequence[_Cue], figure: Place) -> Modality:
    if lang not in _RULES:
        return "asserted"
    nearest: dict[Modality, _Cue] = {}
    for cue in cues:
        if _bears(sentence, lang, cue, figure) and (
            cue.modality not in nearest or _gap(cue, figure) < _gap(nearest[cue.modality], figure)
        ):
            nearest[cue.modality] = cue
    behind = sentence[figure[1] : figure[1] + _NEAR]
    beside = {rule.modality for rule in _RULES[lang] if rule.side == "near" and rule.pattern.match(behind)}
    if "denied" in nearest or "denied" in beside:
        return "denied"
    plan, report = nearest.get("planned"), nearest.get("reported")
    if plan and report and "planned" not in beside and _between(sentence, plan, report, figure):
        return "reported"
    return next((one for one in _ORDER if one in nearest or one in beside), "asserted")


def _bears(sentence: str, lang: str, cue: _Cue, figure: Place) -> bool:
    """Whether the figure stands where the cue says something about it."""
    if cue.side == "all":
        low, high = (cue.end, figure[0]) if cue.end <= figure[0] else (figure[1], cue.start)
        return ";" not in sentence[low:high] and (lang != "ja" or "。" not in sentence[low:high].rstrip("」"))
    if cue.side == "behind":
        low, high = cue.end, figure[0]
    else:
        low, high = figure[1], cue.start
    if not 0 <= high - low <= _FAR:
        return False
    if (turn := _TURN[lang].search(sentence, low, high)) and not (
        cue.modality == "denied" and cue.side == "before" and turn[0].startswith(",")
    ):
        return False
    if cue.modality != "planned":
        return True
    if lang == "ja" and cue.side == "behind":
        ends = [match.start() for rule in (_TURN[lang], _SAYS) if (match := rule.search(sentence, figure[1]))]
        return not _PAST.search(sentence, figure[1], min(ends, default=len(sentence) - 1) + 1)
    if lang == "ja":
        if _IS.match(sentence, figure[1]) and not _LASTS.search(sentence, figure[0], figure[1]):
            return False
        return not _DONE.search(sentence, low, high) and not _WAS_BEHIND.match(sentence, figure[1])
    ranged = " to " in sentence[figure[0] : figure[1]]
    return ranged or not _WAS.search(sentence, max(0, figure[0] - 40), figure[0])


def _between(sentence: str, plan: _Cue, report: _Cue, figure: Place) -> bool:
    """Whether the report stands nearer to the figure than the plan, with a comma between them."""
    if _gap(report, figure) >= _gap(plan, figure):
        return False
    low, high = sorted((plan, report), key=lambda cue: cue.start)
    return bool(re.search(r"[,、]", sentence[low.end : high.start]))


def _gap(cue: _Cue, figure: Place) -> int:
    return max(figure[0] - cue.end, cue.start - figure[1], 0)
