"""Coding loose texts, in whatever they come: a list, a Series, a generator."""

import unicodedata
from collections.abc import Iterable, Iterator

import pandas as pd

from perspectieven.coding.batches import code_batch, split_batches
from perspectieven.coding.tables import Batch, as_frame
from perspectieven.errors import Fault, TableError
from perspectieven.lexicon import Lexicon

TEXTS = "texts"
"""Transcript id that `code_texts` gives."""


def code_texts(texts: Iterable[str], lexicon: Lexicon) -> pd.DataFrame:
    """Code loose texts, each as one turn of nobody in particular.

    Parameters
    ----------
    texts : iterable of str
        A list, a Series or a generator: texts are taken as they are needed and not kept.

    Returns
    -------
    DataFrame
        Schema `tables.CODINGS`; ``turn_index`` is the position in `texts`.

    Raises
    ------
    TableError
        With the position of everything that is no text, or text that is not NFC-normalised: its offsets would lie.

    Examples
    --------
    >>> import perspectieven as pv
    >>> codings = code_texts(["Dat hoort er toch bij.", "Ik maak me geen zorgen."], pv.read_lexicon("normaliseren"))
    >>> codings[["turn_index", "code", "stance", "orientation"]]
       turn_index            code    stance     orientation
    0           0  ERB-HOORTERBIJ  affirmed  normaliserend
    1           1      GRE-ZORGEN   negated  normaliserend
    """
    if isinstance(texts, str):
        raise TableError(Fault("texts", "", "is one text; give a list of texts, [text]"))
    faults: list[Fault] = []
    done, n_texts = [], 0
    for batch in split_batches(_check(texts, faults), len):
        until = n_texts + len(batch)
        turns = Batch([TEXTS] * len(batch), range(n_texts, until), batch, [False] * len(batch))
        done.append(code_batch(turns, lexicon))
        n_texts = until
    if faults:
        raise TableError(faults)
    return as_frame(done)


def _check(texts: Iterable[object], faults: list[Fault]) -> Iterator[str]:
    """Yield texts, and write down what cannot be one; after the first fault only faults are looked for."""
    for at, text in enumerate(texts):
        if not isinstance(text, str):
            what = f"is a {type(text).__name__}; give text, or leave the position out"
        elif not unicodedata.is_normalized("NFC", text):
            what = 'is not in NFC; give unicodedata.normalize("NFC", text)'
        else:
            if not faults:
                yield text
            continue
        faults.append(Fault("texts", f"position {at}", what))
