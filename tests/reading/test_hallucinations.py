"""Loops and credits that a recogniser makes up are found; what people say is left in peace."""

import time

import pytest

from perspectieven.errors import Fault
from perspectieven.reading.hallucinations import find_hallucinations
from perspectieven.reading.source import Utterance
from perspectieven.transcript import DOCUMENT

CREDIT = "the credit or goodbye of a subtitled video, {}, likely made up by the recogniser; {}"
LOOP = "the same {} in a row, likely made up by the recogniser; {}"
CHECK = "listen there, and correct or remove what nobody said"


def said(*texts: str, gap_s: float = 0.0) -> list[Utterance]:
    """One utterance per text, five seconds each."""
    length_s = 5.0 + gap_s
    return [Utterance(DOCUMENT, text, at * length_s, at * length_s + 5.0) for at, text in enumerate(texts)]


def whats(*texts: str, gap_s: float = 0.0) -> list[str]:
    return [fault.what for fault in find_hallucinations(said(*texts, gap_s=gap_s), "gesprek.json")]


@pytest.mark.parametrize(
    "text",
    [
        "Ondertitels ingediend door de Amara.org gemeenschap",
        "Ondertiteld door de Amara.org-gemeenschap.",
        "ONDERTITELING DOOR AMARA.ORG",
        "TV GELDERLAND 2021",
        "Ondertiteling TV Gelderland 2023",
        "Ondertiteling door Karin de Vries",
        "Ondertiteling NPO",
        "Sous-titres réalisés par la communauté d'Amara.org",
        "Untertitel im Auftrag des ZDF für funk, 2017",
        "Sous-titrage ST' 501",
        "Subtitles by the Amara.org community",
        "www.mooji.org",
    ],
)
def test_a_credit_is_found_wherever_it_stands(text: str) -> None:
    expected = [CREDIT.format("1 time", CHECK)]
    assert whats(text) == expected
    assert whats(f"Zij vindt dat wel prima. {text}", "Ja, dat denk ik ook.") == expected


def test_a_credit_behind_words_without_a_full_stop() -> None:
    assert whats("en toen was hij weer thuis TV GELDERLAND 2021", "Ja, dus.") == [CREDIT.format("1 time", CHECK)]


def test_credits_that_follow_each_other_are_told_once() -> None:
    credit = "Ondertiteling door de Amara.org gemeenschap"
    faults = find_hallucinations(said("Dat was het.", credit, credit, "Ja.", "Nee.", credit), "gesprek.json")
    assert faults == (
        Fault("gesprek.json", "00:00:05-00:00:15", CREDIT.format("2 times", CHECK)),
        Fault("gesprek.json", "00:00:25-00:00:30", CREDIT.format("1 time", CHECK)),
    )


GOODBYES = ["Bedankt voor het kijken!", "Dank u wel voor het kijken naar deze video.", "Tot de volgende aflevering."]


@pytest.mark.parametrize("text", GOODBYES)
def test_a_goodbye_is_found_at_silence(text: str) -> None:
    expected = [CREDIT.format("1 time", CHECK)]
    assert whats("Dat weet ik niet.", text, "Hij wel.") == expected
    assert whats("Dat weet ik niet.", f"Nee. {text}", "Hij wel.", gap_s=2.0) == expected
    assert whats("Dat weet ik niet.", f"{text} Nee.", "Hij wel.", gap_s=2.0) == expected
    assert whats(f"Dat weet ik niet. {text}") == expected


@pytest.mark.parametrize("text", GOODBYES)
def test_a_goodbye_in_the_middle_of_talk_is_left_in_peace(text: str) -> None:
    assert whats("Dat weet ik niet.", f"Nee. {text}", "Hij wel.", gap_s=1.9) == []
    assert whats("Dat weet ik niet.", f"Nee. {text} Ja.", "Hij wel.", gap_s=9) == []


@pytest.mark.parametrize(
    "text",
    [
        "Hij zei: bedankt voor het kijken naar mijn tekening.",
        "Ik zet de ondertiteling door mijn zus altijd aan.",
        "Wij waren in 2021 op TV Gelderland met de school.",
        "Tot de volgende keer.",
        "Bedankt voor het kijken naar die foto's van vroeger.",
        "Bedankt.",
        "Ik heb me geabonneerd op zijn kanaal.",
        "Ja, ja, ja, ja, ja, ja, ja.",
        "Dat weet ik niet, dat weet ik niet, dat weet ik niet.",
        "",
        "...",
    ],
)
def test_what_people_say_is_left_in_peace(text: str) -> None:
    assert whats(text) == []


@pytest.mark.parametrize(
    ("text", "times", "is_loop"),
    [
        ("ja", 9, False),
        ("ja", 10, True),
        ("heel goed", 4, False),
        ("heel goed", 5, True),
        ("dat is zo", 3, False),
        ("dat is zo", 4, True),
        ("en dan ga je weer naar huis", 3, False),
        ("en dan ga je toch weer naar huis", 3, True),
    ],
)
def test_when_words_that_come_back_are_a_loop(text: str, times: int, *, is_loop: bool) -> None:
    n = len(text.split())
    expected = [LOOP.format(f"{'word' if n == 1 else f'{n} words'} {times} times", CHECK)] if is_loop else []
    assert whats(f"Kijk, {', '.join([text] * times)}. Dus.") == expected
    assert whats("Kijk.", *[text.capitalize() + "."] * times, "Dus.") == expected


def test_a_loop_has_the_time_of_the_utterances_that_it_is_in() -> None:
    faults = find_hallucinations(said("Goed.", *["Dan gaan we verder."] * 6, "Ja, hoor."), "gesprek.json")
    assert faults == (Fault("gesprek.json", "00:00:05-00:00:35", LOOP.format("4 words 6 times", CHECK)),)


def test_without_times_utterances_are_counted() -> None:
    silent = [Utterance("Moeder", "Ja."), Utterance("Moeder", "TV Gelderland 2021"), Utterance("Moeder", "Nee.")]
    assert [fault.place for fault in find_hallucinations(silent, "gesprek.json")] == ["utterance 2"]
    loop = [Utterance("Moeder", "Ja."), *[Utterance("Moeder", "Dat is zo.")] * 4]
    assert [fault.place for fault in find_hallucinations(loop, "gesprek.json")] == ["utterances 2-5"]


def test_no_utterances() -> None:
    assert find_hallucinations([], "gesprek.json") == ()


def test_a_row_of_signs_does_not_slow_the_search() -> None:
    said = [Utterance("Moeder", "Ja " + "!" * 300_000 + " nee", 0.0, 3.0)]
    started = time.process_time()
    assert find_hallucinations(said, "gesprek.vtt") == ()
    assert time.process_time() - started < 5
