"""Small studies, written as who said what where."""

from collections.abc import Sequence

from perspectieven.tables import CODINGS, TURNS, make_table

PERSPECTIVES = ["ouders", "jeugdigen"]
OF = {"o": "ouders", "j": "jeugdigen", "p": "professionals"}


def said(*people: str):
    """Return codings and turns of people who each speak one turn of 100 words in each of their conversations.

    A person is "transcript name mention mention ...": the name's first letter is the perspective (o, j, p; i for an
    interviewer), a mention is a theme, with "?" behind it where a question prompted it and "@school" where it is the
    view of another. A name may be followed by ":" and a number of words. One name is one person.

    >>> codings, turns = said("a o1 ERB ERB?", "a j1:50")
    >>> codings[["turn_index", "code", "prompted"]].values.tolist()
    [[0, 'ERB-X', False], [0, 'ERB-X', True]]
    >>> turns["n_words"].tolist()
    [100, 50]
    """
    turns: list[dict[str, object]] = []
    codings: list[dict[str, object]] = []
    for line in people:
        transcript_id, who, *mentions = line.split()
        name, _, words = who.partition(":")
        place = {"transcript_id": transcript_id, "turn_index": sum(t["transcript_id"] == transcript_id for t in turns)}
        asks = name.startswith("i")
        turns.append(
            place
            | {
                "speaker": name,
                "perspective": "" if asks else OF[name[0]],
                "role": "interviewer" if asks else "participant",
                "n_words": int(words or 100),
            }
        )
        for at, mention in enumerate(mentions):
            theme, other, reporter = mention.removesuffix("?").partition("@")
            codings.append(
                place
                | {
                    "start_char": at,
                    "theme": theme,
                    "code": f"{theme}-X",
                    "term": f"L:{theme.lower()}",
                    "stance": "affirmed",
                    "voice": "other" if other else "own",
                    "attributed_to": reporter,
                    "prompted": mention.endswith("?"),
                }
            )
    return make_table(codings, CODINGS), make_table(turns, TURNS)


def interviews(*sides: tuple[str, Sequence[int]], theme: str = "ERB", words: int = 100):
    """Return codings and turns of people who each have a conversation of their own, and so many mentions each.

    >>> codings, turns = interviews(("o", [2, 0]), ("j", [1]))
    >>> turns["speaker"].tolist(), codings["transcript_id"].tolist()
    (['o1', 'o2', 'j1'], ['o1', 'o1', 'j1'])
    """
    return said(
        *(
            f"{letter}{at} {letter}{at}:{words} {' '.join([theme] * n)}"
            for letter, counts in sides
            for at, n in enumerate(counts, start=1)
        )
    )


EMPTY = make_table([], CODINGS), make_table([], TURNS)
