"""Slips: [what was heard|who was meant] in garbled transcripts in English and French, and look-alikes in clean texts."""

from __future__ import annotations

import re

import pytest

from pipeline.extract.names.linking import Names

_MARK = re.compile(r"\[([^]|]+)\|([a-z0-9-]+)\]")


def marked(names: Names, text: str) -> str:
    """The text with the marks that the program sets, at the places of `text` and wherever it heard a name."""
    plain = _MARK.sub(r"\1", text)
    places, shift = set(), 0
    for match in _MARK.finditer(text):
        places.add(match.start() - shift)
        shift += len(match[0]) - len(match[1])
    out, end = "", 0
    for link in names.find(plain, []):
        if link.method == "phonetic" or link.start in places:
            out += f"{plain[end : link.start]}[{plain[link.start : link.end]}|{link.entity}]"
            end = link.end
    return out + plain[end:]


@pytest.mark.parametrize(
    "text",
    [
        "And then [Grock 4|grok-4] against [Jemini 2.5 Pro|gemini-2-5-pro]. [Cerebrus|cerebras] runs [Misstral|mistral-ai].",
        "He left [Deep Mined|google-deepmind] in spring. [Demmis Hassabis|demis-hassabis] wished him well, and [Sequoya|sequoia]"
        " called, then [Andreeson Horowitz|andreessen-horowitz].",
        "We met [Clement Delong|clement-delangue] of [Hugging Phase|hugging-face]. OpenAI and Google were there.",
        "[Boston Dynamix|boston-dynamics] showed Atlas and [Unitri|unitree] sells one. Nvidia makes the brain.",
        "Chips: [Samba Nova|sambanova] is for sale and [Tens Torrent|tenstorrent] is not. [Jim Kellar|jim-keller] runs it.",
        "So [Cruzo|crusoe] builds it, [Moobadalla|mubadala] pays and [Temasec|temasek] too, said Oracle.",
        "[Satia Nadella|satya-nadella] of Microsoft and [Sundar Pitchai|sundar-pichai] of Google agreed.",
        "En France, [Lightonne|lighton] entre en bourse, [Giskarde|giskard] recrute et [Doctolibe|doctolib] rachète.",
        "Chez nous, [Soitek|soitec] souffre, les puces de [T S M Cé|tsmc] montent et [Safranne|safran] attend.",
        "Le nouveau [Géminy 2.5 Pro|gemini-2-5-pro] est sorti, et [Clode|claude] aussi, dit [Dario Amodé|dario-amodei].",
        "Le fonds [Andressen Horovitz|andreessen-horowitz] suit [Général Catalyste|general-catalyst] dans la levée.",
        "Le [Chat J'ai pété|chatgpt] d'OpenAI, le [Couène 3|qwen-3] d'Alibaba et les puces de [Foxconne|foxconn].",
    ],
)
def test_a_careful_reader_knows_who_was_meant(names: Names, text: str) -> None:
    assert marked(names, text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Senator Warren asked the operator whether a cent would do. OpenAI, Nvidia and Google did not reply.",
        "Start-up Anthropia, based in Lyon, competes with Mistralis and with Databrick GmbH. OpenAI is a customer.",
        "Nvidio Systems, a new company from Austin, buys from Nvidia. Its backer is Sequel Ventures.",
        "Claudia Morris told Grace that Cody and Harper were late. OpenAI, Nvidia and Microsoft paid.",
        "Daniel Altman, Alexandra Song and Denise Hassan are no people of OpenAI or of Meta.",
        "L'opérateur a coupé la ligne, dit OpenAI à Google et à Mistral AI. Un cent, deux cents.",
        "La jeune pousse Anthropéa vend des capteurs à OpenAI. Sa rivale Mistralia vend des éoliennes.",
        "Dans ce tableau de Clode Monet, dit OpenAI à Google et à Anthropic, il y a des nénuphars.",
        "La centrale de Jülich et les gens de Marignane attendent Google, Microsoft et Amazon.",
    ],
)
def test_a_look_alike_of_a_clean_text_is_left_alone(names: Names, text: str) -> None:
    assert marked(names, text) == text


EDITED = (
    "OpenAI and Google announced results on Tuesday, and both said that demand for their models had grown. Microsoft, which rents"
    " out data centers, said that it would build two more in Ohio, while Amazon expects to open another in Indiana next spring."
    " Analysts at Goldman Sachs called the figures solid, although they noted that spending had grown faster than revenue. Nvidia"
    " sells most of the chips that are used there, and AMD hopes to win a larger share of the market in the coming year. {} has"
    " raised money as well, and so have others of its size. Investors in New York took the news calmly, and shares rose a little."
)


@pytest.mark.parametrize("name", ["Nuscaile", "Groqk", "Olivier Blumme", "Solstyce"])
def test_in_an_edited_text_a_name_like_another_is_a_new_one(names: Names, name: str) -> None:
    text = EDITED.format(name)
    assert not [link for link in names.find(text, []) if link.method == "phonetic"]


def test_an_edited_text_may_have_a_typing_error(names: Names) -> None:
    text = EDITED.format("Antropic, the maker of Claude,")
    assert "anthropic" in {link.entity for link in names.find(text, []) if link.method == "phonetic"}
