"""Captions: a WebVTT or SRT file in, the transcript that its lines make up out, with the second and speaker of each piece."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from pipeline.collect.cues import Cue, read_cues
from pipeline.collect.declared import language_code
from pipeline.collect.feeds import Feed
from pipeline.collect.found import Found, Meta, Said
from pipeline.collect.html_text import fold
from pipeline.collect.labels import turn_of, usual_labels
from pipeline.collect.rolling import unrolled

PAUSE = 2.0
"""Seconds of silence behind a sentence after which a new paragraph begins."""
LONG = 600
"""Characters of a paragraph after which the next sentence begins another."""
UNPUNCTUATED = 400
"""Characters for each end of a sentence, on average, above which a file is written without them (as machines do) …"""
BREATH, LINE = 0.8, 160
"""… and paragraphs end at a pause of BREATH seconds, or with the cue that makes them longer than LINE characters."""

_RUBY = re.compile(r"<rt\b[^<>]*>.*?(?:</rt>|(?=</ruby>)|\Z)|</?ruby[^<>]*>", re.I)
_VOICE = re.compile(r"<v(?:\.[\w.-]+)?[ \t]+([^<>]+)>", re.I)
_NEXT_VOICE = re.compile(r"(?<=\S)\s*(?:>>>?|≫|＞＞)\s*")
_TAG = re.compile(
    r"</?(?:c|i|b|u|s|v|lang|font|span|em|strong)(?:[.\s][^<>]*)?>|<[\d:.,]+>|\{\\[^{}]*\}", re.I
)
_BREAK = re.compile(r"<br\s*/?>|\\N", re.I)
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
# What is heard and is not said.
_SOUND = re.compile(
    r"[\[(（【［](?:(?:[\w\s]{0,20}\s)?(?:music|applause|laughter|laughs?|laughing|cheering|cheers|inaudible|silence|noise|sighs?|crosstalk|"
    r"foreign|musique|applaudissements|rires?|inaudible|bruits?|silence)(?:\s[\w\s]{0,20})?|"
    r"[^\[\](（）)【】]{0,8}(?:音楽|拍手|笑い?声?|笑い|歓声|無音|聞き取り不能|BGM)[^\[\](（）)【】]{0,4})[\])）】］]|[♪♫♬♩]+",
    re.I,
)
_WIDE = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
_ENDED = re.compile(r"[.!?。！？…‥][\"”’»)」』）\]]*\Z")
_ENDS = re.compile(r"[.!?。！？](?=[\s\"”’»)」』）]|\Z|[^\x00-\xff])")
# Japanese captions leave the full stop out; these endings show that a sentence is over.
_ENDED_JA = re.compile(
    r"(?:です|ます|ました|でした|ません|でしょう|ましょう|ください|である|のだ|だった)(?:ね|よ|か|よね|が)?\Z(?<!が)"
)
_YOUTUBE = re.compile(r"(.+?)\s*\[([\w-]{11})\](?:\.[A-Za-z]{2,3}(?:-[\w-]+)?)?")
_LANGUAGE = re.compile(r".\.([A-Za-z]{2,3}(?:-[A-Za-z]{2,4})?)(?:-orig)?\Z")


def read_captions(text: str, name: str, path: Path | None = None) -> Feed:
    """The transcript, a feed of one; lines must end in \\n, `name` is what errors call the file.

    path: of a local file, whose name often tells the language (talk.ja.srt) and, as yt-dlp writes it, title and video.
    Raises Rejected where there are no captions.
    """
    cues = read_cues(text, name)
    clean = [Cue(cue.start, cue.end, list(_lines(cue))) for cue in cues.shown]
    said = list(_said(unrolled(clean)))
    body = "".join(f"{before}{one.text}" for before, one in zip(_joints(said), said, strict=True))
    stem = path.stem if path else ""
    video = _YOUTUBE.fullmatch(stem)
    named = _LANGUAGE.search(stem)
    meta: Meta = {"video": f"https://www.youtube.com/watch?v={video[2]}"} if video else {}
    found = Found(
        text=body,
        kind="transcript",
        title=video[1] if video else "",
        lang=(language_code(named[1]) if named else None) or cues.lang,
        meta=meta,
        said=tuple(said),
    )
    notes = []
    if cues.broken:
        notes.append(
            f"holds broken times ({cues.broken}), the text below them was taken as of the time before"
        )
    return Feed([found], notes=notes)


def _lines(cue: Cue) -> Iterator[str]:
    """The lines of a cue as they are read: a line for each voice, its name before it as a label."""
    for raw in cue.lines:
        line = _BREAK.sub("\n", _RUBY.sub("", raw))
        line = _VOICE.sub(lambda voice: f"\n\x01{voice[1].strip()}\x02", line)
        line = _NEXT_VOICE.sub("\n>> ", html.unescape(_TAG.sub("", line)).replace("\xa0", " "))
        for part in line.split("\n"):
            label, mark, words = part.rpartition("\x02")
            shown = fold(_SOUND.sub(" ", _UNSEEN.sub("", words)))
            if shown:
                yield f"{label}{mark}{shown}"


def _said(cues: Sequence[Cue]) -> Iterator[Said]:
    """A piece for each cue, and for each turn in it."""
    usual = usual_labels(line for cue in cues for line in cue.lines)
    speaker = ""
    for cue in cues:
        parts: list[tuple[bool, str, list[str]]] = []
        for line in cue.lines:
            turn = turn_of(line, usual)
            if turn.speaker is not None:
                speaker = turn.speaker
            if not parts or turn.speaker is not None:
                parts.append((turn.speaker is not None, speaker, []))
            if turn.words:
                parts[-1][2].append(turn.words)
        for begins, who, words in parts:
            text = words[0] if words else ""
            for more in words[1:]:
                text += _between(text, more) + more
            if text:
                yield Said(text, cue.start, cue.end, who, turn=begins)


def _joints(said: Sequence[Said]) -> Iterator[str]:
    """What stands before each piece: nothing, a space, or the end of a paragraph."""
    written = " ".join(one.text for one in said)
    plain = len(written) > UNPUNCTUATED * len(_ENDS.findall(written))
    length = 0
    for before, one in zip((None, *said), said, strict=False):
        joint = ""
        if before is not None:
            ends = _ends_paragraph(before, one, length, plain=plain)
            joint = "\n" if ends else _between(before.text, one.text)
        length = len(one.text) if joint == "\n" else length + len(joint) + len(one.text)
        yield joint


def _between(text: str, more: str) -> str:
    """What joins two lines: nothing beside a Japanese character."""
    return "" if _WIDE.match(text[-1]) or _WIDE.match(more[0]) else " "


def _ends_paragraph(before: Said, one: Said, length: int, *, plain: bool) -> bool:
    pause = one.start - before.end
    ended = bool(_ENDED.search(before.text) or (plain and _ENDED_JA.search(before.text)))
    if one.turn or (ended and (pause >= PAUSE or length > LONG)):
        return True
    return plain and (ended or pause >= BREATH or length > LINE)
