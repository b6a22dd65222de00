"""Names that go on in their first words, older names, and plain words that are nobody: [what is linked|to whom], all else is not."""

from __future__ import annotations

import re

import pytest

from pipeline.extract.names.linking import Names

_MARK = re.compile(r"\[([^]|]+)\|([a-z0-9-]+)\]")


def linked(names: Names, marked: str) -> str:
    """The plain text with its links marked."""
    text, end, out = _MARK.sub(r"\1", marked), 0, ""
    for link in names.find(text, []):
        out += f"{text[end : link.start]}[{text[link.start : link.end]}|{link.entity}]"
        end = link.end
    return out + text[end:]


@pytest.mark.parametrize(
    "text",
    [
        "[Talen Energy|talen-energy] signed with [Amazon|amazon]. The contract makes [Talen|talen-energy] rich.",
        "[Universal Music Group|universal-music] settled. Insiders say [Universal|universal-music] will take a stake.",
        "[Andreessen Horowitz|andreessen-horowitz] led the round. [Andreessen|andreessen-horowitz] had passed before.",
        "The reactor, now the [Crane Clean Energy Center|crane-clean-energy-center], is old. They want [Crane|crane-clean-energy-center] by 2027.",
        "[Texas Instruments|texas-instruments] opened a fab. Texas paid for the roads.",
        "[Amazon Web Services|aws] grew; [Amazon|amazon] did not.",
        "[Schneider Electric|schneider-electric] gagne 3 %. [Schneider|schneider-electric] vend du refroidissement.",
        "[Dassault Systèmes|dassault-systemes] perd 1 %. [Dassault|dassault-systemes] a prévenu.",
    ],
)
def test_a_full_name_goes_on_in_its_first_words(names: Names, text: str) -> None:
    assert linked(names, text) == text


@pytest.mark.parametrize(
    "text",
    [
        '[Marc Benioff|marc-benioff] opened with a joke. "We hired too many," [Marc|marc-benioff] said.',
        "My neighbour Marc fixes bicycles. He read that [Marc Andreessen|marc-andreessen] invests.",
        "[Fidji Simo|fidji-simo] rejoint [OpenAI|openai]. [Fidji|fidji-simo] dirigeait [Instacart|instacart].",
        "[Tim Cook|tim-cook] sold shares.",
        "[Salesforce|salesforce] grandit. [Marc Benioff|marc-benioff] jubile ; [Marc|marc-benioff] a tout misé.",
    ],
)
def test_a_first_name_goes_on_for_whom_it_was_introduced(names: Names, text: str) -> None:
    assert linked(names, text) == text


@pytest.mark.parametrize(
    "text",
    [
        "[May Habib|may-habib] runs [Writer AI|writer]. She began when the firm was called [Qordoba|writer].",
        "[Meta|meta] (ex-[Facebook|meta]) et [Kyutai|kyutai], anciennement [Loxo|kyutai], publient.",
    ],
)
def test_an_older_name_is_the_same_firm(names: Names, text: str) -> None:
    assert linked(names, text).replace("Writer|writer] AI", "Writer AI|writer]") == text


@pytest.mark.parametrize(
    "text",
    [
        "Free samples were handed out at the [OpenRouter|openrouter] booth.",
        "Our dog Cerberus barked while [Google|google] called.",
        "Le maire de Nice a reçu [Nvidia|nvidia]. Nice veut un centre de données.",
        "L'être humain reste au centre, assure [Anthropic|anthropic]. Humain, trop humain.",
        "It costs a cent per query, [Nvidia|nvidia] claims, and a cent adds up.",
        "In the chatbot era, a Series B of this size is normal, [OpenAI|openai] says.",
        "Grace, who teaches chemistry, lets pupils use [ChatGPT|chatgpt].",
        "Our street has a bar called Sesame, across from [OpenAI|openai].",
        "They live on Mercury Street, near the Apollo theatre, two blocks from [xAI|xai].",
        "Rue Ampère, place Turing, avenue Pascal : [Google Maps|google-maps] connaît tout.",
    ],
)
def test_a_plain_word_is_nobody(names: Names, text: str) -> None:
    assert linked(names, text) == text


@pytest.mark.parametrize(
    "text",
    [
        "so the big story is [way mo|waymo] going to five more cities and [alphabet|alphabet] is paying for it while [elon|elon-musk]"
        " keeps saying that it is nearly there and [tesla|tesla] has maybe thirty cars on the road in austin with drivers"
        " and the police has an open file on them and i think that tells you everything about who is ahead right now",
        "we had that conversation at dinner you know and my uncle said scale it up and my sister said let us eat and then the"
        " cursor on the tv froze and grandpa fell asleep under a lamp and nobody talked about computers any more that night",
    ],
)
def test_speech_without_capitals_has_names_too(names: Names, text: str) -> None:
    assert linked(names, text) == text
