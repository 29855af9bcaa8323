"""Keyness: words outside the lexicon that one perspective uses more, or less, than the others."""

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy.sparse import coo_array
from scipy.special import xlogy

from perspectieven.comparison.layout import order_table
from perspectieven.comparison.wording import refuse_small
from perspectieven.dutch.words import split_words
from perspectieven.tables import TURNS, Schema, make_table
from perspectieven.themes import join_turns

KEYNESS = Schema(
    "keyness",
    "one perspective x word",
    {
        "perspective": "str",
        "word": "str",
        "n": "int64",
        "n_others": "int64",
        "n_words": "int64",
        "n_words_others": "int64",
        "n_speakers": "int64",
        "n_speakers_others": "int64",
        "per_1000_words": "float64",
        "per_1000_words_others": "float64",
        "g2": "float64",
        "log_ratio": "float64",
        "log_odds": "float64",
        "z": "float64",
        "withheld": "bool",
        "reason": "str",
    },
    ("perspective", "word"),
)

FUNCTION_WORDS = frozenset(
    # articles, pronouns and determiners
    "de het een 't 'n ik je jij jou jouw u uw hij hem z'n ze zij haar d'r we wij ons onze jullie hun hen mij me "
    "mijn m'n zich men dit dat deze die wie wat welke elk elke ieder iedere iets niets iemand niemand alles alle "
    "zelf er ie "
    # prepositions
    "aan achter af bij binnen boven buiten door in langs met na naar naast om onder op over per rond sinds te "
    "tegen ten ter tijdens tot tussen uit van vanaf vanuit via volgens voor zonder "
    # conjunctions
    "als dan en dus maar of omdat terwijl toen totdat want wanneer zodat hoewel indien mits nadat voordat doordat "
    # auxiliaries
    "ben bent is was waren geweest zijn wordt worden word werd werden geworden heb hebt heeft hebben had hadden "
    "gehad kan kun kunt kunnen kon konden moet moeten moest moesten mag mogen mocht mochten wil wilt willen wou "
    "wilde wilden zal zul zult zullen zou zouden ga gaat gaan ging gingen "
    # adverbs and particles
    "al ook nog wel niet geen zo toch even eens gewoon eigenlijk echt heel erg meer veel nu hier daar waar hoe "
    "waarom ja nee eh ehm uh uhm hè he hoor ofzo zeg nou soort".split()
)
"""Words with a task in the sentence instead of a content of their own; for those who want these left out."""

_IN_BRACKETS = re.compile(r"\[[^\[\]\n]*\]")


def measure_keyness(
    codings: pd.DataFrame,
    turns: pd.DataFrame,
    *,
    perspectives: Sequence[str],
    min_speakers: int = 3,
    without: Collection[str] = (),
    min_group: int = 3,
    language: str = "nl",
) -> pd.DataFrame:
    """Measure which words mark a perspective against the others, beside those that the lexicon found.

    One row per perspective x word that at least `min_speakers` use, on the side that uses it more: what one person
    says often, or a name, marks no group. Words are in lower case. Left out are words that are part of a coding, there
    where they are, and what stands in square brackets: pseudonyms and remarks of whoever wrote it down.

    Parameters
    ----------
    codings, turns, perspectives
        As in `themes.count_themes`. The others are all of `perspectives` but the one in the row.
    min_speakers : int
    without : collection of str
        Words that are left out, such as `FUNCTION_WORDS`; by default none, as how people speak can be a mark too.
    min_group, language
        As in `rates.measure_rates`. A perspective with fewer speakers has one row, without a word, and is none of the
        others either. So does one that has no others left.

    Returns
    -------
    DataFrame
        Schema `KEYNESS`, per perspective the highest ``z`` first. Of all measures more than 0 is more than the others.

        - ``g2``: Dunning's log-likelihood ratio, with a sign; how sure that there is a difference, of words.
        - ``log_ratio``: how often the rate has to double to go from the others' to this one; how large it is. A word
          that one side never uses counts half there.
        - ``log_odds`` and ``z``: the difference of log-odds, drawn to nought by a prior, and divided by its standard
          error. The prior is the words of all together, worth as many as one speaker says on average.

        ``n_words`` are the words that are counted, which is not all that is said. As people repeat themselves, the
        words of one person are no independent draws: ``g2`` and ``z`` rank words and test nothing.

    Notes
    -----
    Sources: T. Dunning, Computational Linguistics 19 (1993), 61-74; A. Hardie, Log Ratio: an informal introduction
    (CASS, Lancaster University, 2014); B. L. Monroe, M. P. Colaresi & K. M. Quinn, Political Analysis 16 (2008),
    372-403, with the informative prior of section 3.5.1 (theirs is worth the words of a party on a day), and with the
    variance of the log-odds in full, as the shorter one makes too much of the most frequent words.

    Examples
    --------
    >>> from perspectieven.tables import CODINGS, TURNS, make_table
    >>> said = {"ouders": "de wachtlijst [Meisje-1]", "jeugdigen": "de game"}
    >>> rows = [{"transcript_id": f"{p}{at}", "speaker": f"{p}{at}", "perspective": p, "role": "participant",
    ...          "text": text} for p, text in said.items() for at in range(3)]
    >>> table = measure_keyness(make_table([], CODINGS), make_table(rows, TURNS), perspectives=list(said))
    >>> table[["perspective", "word", "n", "n_others", "log_ratio", "z"]].round(2)
      perspective        word  n  n_others  log_ratio     z
    0      ouders  wachtlijst  3         0       2.58  1.51
    1      ouders          de  3         3       0.00  0.00
    2      ouders        game  0         3      -2.58 -1.51
    3   jeugdigen        game  3         0       2.58  1.51
    4   jeugdigen          de  3         3       0.00  0.00
    5   jeugdigen  wachtlijst  0         3      -2.58 -1.51
    """
    spoken = turns[(turns["role"] == "participant") & turns["perspective"].isin(list(perspectives))]
    n_people = spoken.groupby("perspective")["speaker"].nunique()
    reasons = {
        name: refuse_small(int(n_people.get(name, 0)), min_group=min_group, language=language) for name in perspectives
    }
    compared = [name for name in perspectives if not reasons[name]]
    if len(compared) == 1:
        # It is the others that are too few.
        reasons[compared.pop()] = refuse_small(0, min_group=min_group, language=language)
    usage = _count_usage(join_turns(codings, turns), spoken[spoken["perspective"].isin(compared)], compared, without)
    n_speakers = sum(int(n_people[name]) for name in compared)
    withheld = [{"perspective": name, "withheld": True, "reason": reason} for name, reason in reasons.items() if reason]
    tables = [make_table(withheld, KEYNESS)] + [
        _compare_usage(usage, at, n_speakers=n_speakers, min_speakers=min_speakers).assign(perspective=name)
        for at, name in enumerate(compared)
    ]
    table = order_table(pd.concat(tables), KEYNESS, perspectives=perspectives)
    return table.sort_values(["perspective", "z", "word"], ascending=[True, False, True], ignore_index=True)


def likelihood_ratio(n: np.ndarray, n_others: np.ndarray) -> np.ndarray:
    """Return Dunning's G2 of each word, negative where the others use it more; its words against all other words.

    >>> likelihood_ratio(np.array([10, 90]), np.array([10, 190])).round(2)
    array([ 2.54, -2.54])
    """
    observed = np.array([[n, n_others], [n.sum() - n, n_others.sum() - n_others]], dtype=float)
    whole = observed.sum(axis=(0, 1))
    expected = observed.sum(axis=1, keepdims=True) * observed.sum(axis=0, keepdims=True) / whole
    ratios = np.divide(observed, expected, out=np.ones_like(observed), where=expected > 0)
    signed: np.ndarray = 2 * xlogy(observed, ratios).sum(axis=(0, 1)) * np.sign(observed[0, 0] - expected[0, 0])
    return signed


def log_ratio(n: np.ndarray, n_others: np.ndarray) -> np.ndarray:
    """Return Hardie's log ratio of each word: the base-2 logarithm of the ratio of two rates; 0 counts as a half.

    >>> log_ratio(np.array([8, 0, 92]), np.array([2, 8, 90])).round(2)
    array([ 2.  , -4.  ,  0.03])
    """
    rates = np.where(n > 0, n, 0.5) / n.sum(), np.where(n_others > 0, n_others, 0.5) / n_others.sum()
    ratio: np.ndarray = np.log2(rates[0] / rates[1])
    return ratio


def log_odds(n: np.ndarray, n_others: np.ndarray, *, prior: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the difference of log-odds of each word after Monroe and others, and this divided by its standard error.

    Parameters
    ----------
    n, n_others : array of int
        How often each word is used.
    prior : array
        How often it is thought to have been used before, on either side; more than 0.

    Examples
    --------
    >>> delta, z = log_odds(np.array([8, 92]), np.array([2, 98]), prior=np.array([1.0, 9.0]))
    >>> delta.round(3), z.round(3)
    (array([ 1.156, -1.156]), array([ 1.698, -1.698]))
    """
    logs, variance = [], np.zeros(len(n))
    for side in (n, n_others):
        here = side + prior
        rest = side.sum() + prior.sum() - here
        logs.append(np.log(np.divide(here, rest, out=np.full(len(n), np.nan), where=rest > 0)))
        variance += 1 / here + np.divide(1, rest, out=np.full(len(n), np.nan), where=rest > 0)
    delta: np.ndarray = logs[0] - logs[1]
    return delta, delta / np.sqrt(variance)


class _Usage(NamedTuple):
    """Words that are counted: how often, and by how many speakers, per perspective (rows) and word (columns)."""

    words: np.ndarray
    n: np.ndarray
    n_speakers: np.ndarray


def _compare_usage(usage: _Usage, at: int, *, n_speakers: int, min_speakers: int) -> pd.DataFrame:
    """Compare one perspective with all others, word by word."""
    n, by = usage.n[at], usage.n_speakers[at]
    n_others, by_others = usage.n.sum(axis=0) - n, usage.n_speakers.sum(axis=0) - by
    n_words, n_words_others = int(n.sum()), int(n_others.sum())
    table = pd.DataFrame({"word": usage.words, "n": n, "n_others": n_others})
    table = table.assign(n_words=n_words, n_words_others=n_words_others, n_speakers=by, n_speakers_others=by_others)
    table = table.assign(withheld=False, reason="")
    rate, rate_others = n / (n_words or np.nan), n_others / (n_words_others or np.nan)
    table["per_1000_words"], table["per_1000_words_others"] = 1000 * rate, 1000 * rate_others
    measures = ["g2", "log_ratio", "log_odds", "z"]
    table[measures] = np.nan
    if n_words and n_words_others:
        prior = (n + n_others) / n_speakers
        numbers = likelihood_ratio(n, n_others), log_ratio(n, n_others), *log_odds(n, n_others, prior=prior)
        table[measures] = np.column_stack(numbers)
    enough = np.where(rate_others > rate, by_others, by) >= min_speakers
    kept: pd.DataFrame = table.loc[enough]
    return kept


def _count_usage(
    mentions: pd.DataFrame, spoken: pd.DataFrame, perspectives: Sequence[str], without: Collection[str]
) -> _Usage:
    """Count the words of turns that no coding is made of."""
    texts = [_IN_BRACKETS.sub(lambda found: " " * len(found[0]), text) for text in spoken["text"]]
    split, joined = split_words(texts), "".join(f"{text}\n" for text in texts)
    in_coding = np.concatenate([[0], np.cumsum(_cover(mentions, spoken, split.text_starts, len(joined)))])
    free = in_coding[split.ends] == in_coding[split.starts]
    n_per_turn = np.diff(split.sentences[split.texts])
    turn = np.repeat(np.arange(len(texts)), n_per_turn)[free]
    starts, ends = split.starts[free], split.ends[free]
    _, first, word = np.unique(split.spelled[free], return_index=True, return_inverse=True)
    words = np.array([joined[starts[at] : ends[at]].lower() for at in first], dtype=object)
    kept = ~np.isin(words, list(without)) if len(words) else np.zeros(0, dtype=bool)
    person = spoken.groupby(["perspective", "speaker"]).ngroup().to_numpy()
    side = np.zeros((len(perspectives), int(person.max(initial=-1)) + 1), dtype=np.int64)
    side[pd.Index(list(perspectives)).get_indexer(pd.Index(spoken["perspective"])), person] = 1
    shape = (side.shape[1], len(words))
    uses = coo_array((np.ones(len(word), dtype=np.int64), (person[turn], word)), shape=shape).tocsr()
    return _Usage(words[kept], (side @ uses)[:, kept], (side @ (uses > 0))[:, kept])


def _cover(mentions: pd.DataFrame, spoken: pd.DataFrame, text_starts: np.ndarray, size: int) -> np.ndarray:
    """Mark the characters, of all texts after each other, that are part of a coding."""
    places = pd.MultiIndex.from_frame(spoken[list(TURNS.key)])
    turn = places.get_indexer(pd.MultiIndex.from_frame(mentions[list(TURNS.key)]))
    change = np.zeros(size + 1, dtype=np.int64)
    for at, parts, start, end in zip(
        turn, mentions["parts"], mentions["start_char"], mentions["end_char"], strict=True
    ):
        if at < 0:
            continue
        for part in (parts or f"{start}:{end}").split():
            first, last = part.split(":")
            change[text_starts[at] + int(first)] += 1
            change[text_starts[at] + int(last)] -= 1
    return np.cumsum(change)[:-1] > 0
