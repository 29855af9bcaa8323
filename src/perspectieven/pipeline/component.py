"""The component: Docs in, the same Docs with codings out, many at a time."""

import json
import unicodedata
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import raise_error

from perspectieven.coding import code_texts, coding_id
from perspectieven.errors import Fault, TableError
from perspectieven.pipeline.annotations import SPAN_ATTRIBUTES, SPANS_KEY, Row, put_codings
from perspectieven.reading.lexicon import read_lexicon
from perspectieven.writing import write_text

FILE = "perspectieven.json"
"""What a saved pipeline keeps of the component, in its folder."""

ErrorHandler = Callable[[str, Any, list[Doc], Exception], Any]


class CodingComponent:
    """Codes Docs by their text; every other annotation stays as it is, and none is needed.

    A Doc is coded as `code_texts` codes its text: one turn of somebody, before which nobody asked anything.

    Attributes
    ----------
    source : str
        The name of a shipped lexicon, or the path of a folder.
    lexicon : Lexicon
        As it was read from `source`; another may be put in its place, to see what a changed term does.
    spans_key : str
        The span group with all codings; the other groups are named after the themes.
    """

    def __init__(
        self, source: str = "normaliseren", *, spans_key: str = SPANS_KEY, name: str = "perspectieven"
    ) -> None:
        self.name = name
        self.source = source
        self.lexicon = read_lexicon(source)
        self.spans_key = spans_key
        self._on_error: ErrorHandler = raise_error

    def __call__(self, doc: Doc) -> Doc:
        """Put the codings of the text of a Doc on it.

        Raises
        ------
        TableError
            If the text is not NFC-normalised. A Doc cannot change its text, so that is for who makes the Doc.
        """
        [rows] = self._code([_check_text(doc)])
        return put_codings(doc, rows, self.spans_key)

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:
        """Put codings on many Docs, a batch at a time, in their order; spaCy's error handler gets those it cannot."""
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            sound = [doc for doc in batch if self._is_sound(doc)]
            for doc, rows in zip(sound, self._code(sound), strict=True):
                yield put_codings(doc, rows, self.spans_key)

    def _is_sound(self, doc: Doc) -> bool:
        try:
            _check_text(doc)
        except TableError as error:
            self._on_error(self.name, self, [doc], error)
            return False
        return True

    def _code(self, docs: Sequence[Doc]) -> list[list[Row]]:
        """Return the rows of each Doc, the same whatever else is in the batch."""
        rows: list[list[Row]] = [[] for _ in docs]
        for row in code_texts([doc.text for doc in docs], self.lexicon).to_dict("records"):
            rows[row["turn_index"]].append(_as_only_turn({str(column): value for column, value in row.items()}))
        return rows

    def set_error_handler(self, error_handler: ErrorHandler) -> None:
        """Say what happens to a Doc that cannot be coded; by default the error is raised."""
        self._on_error = error_handler

    def get_error_handler(self) -> ErrorHandler:
        """Return what happens to a Doc that cannot be coded."""
        return self._on_error

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Return where the lexicon is, what it holds (its digest) and the spans key."""
        del exclude
        kept = {"lexicon": self.source, "digest": self.lexicon.digest, "spans_key": self.spans_key}
        return json.dumps(kept, indent=2, ensure_ascii=False).encode()

    def from_bytes(self, content: bytes, *, exclude: Iterable[str] = ()) -> "CodingComponent":
        """Become the component that was saved; warns where its lexicon has changed since."""
        del exclude
        kept = json.loads(content)
        self.source, self.spans_key = kept["lexicon"], kept["spans_key"]
        self.lexicon = read_lexicon(self.source)
        if self.lexicon.digest != kept["digest"]:
            what = "has changed since the pipeline was saved; codings may differ, save it again"
            warnings.warn(f'the lexicon "{self.source}" {what}', stacklevel=2)
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write `to_bytes` into a folder of a saved pipeline."""
        write_text(Path(path) / FILE, self.to_bytes(exclude=exclude).decode())

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> "CodingComponent":
        """Become the component that was saved in a folder, see `from_bytes`."""
        return self.from_bytes((Path(path) / FILE).read_bytes(), exclude=exclude)


def _check_text(doc: Doc) -> Doc:
    if not unicodedata.is_normalized("NFC", doc.text):
        what = 'has a text that is not in NFC; make it with nlp(unicodedata.normalize("NFC", text))'
        raise TableError(Fault("Doc", "", what))
    return doc


def _as_only_turn(row: Row) -> Row:
    own_id = coding_id(row["coder"], row["transcript_id"], 0, row["start_char"], row["end_char"], row["code"])
    return {**row, "turn_index": 0, "coding_id": own_id}


@Language.factory(
    "perspectieven",
    default_config={"lexicon": "normaliseren", "spans_key": SPANS_KEY},
    assigns=["doc.spans", "doc._.codings", *(f"span._.{name}" for name in SPAN_ATTRIBUTES)],
)
def make_component(nlp: Language, name: str, lexicon: str, spans_key: str) -> CodingComponent:
    """Make the component; `lexicon` is the name of a shipped lexicon or the path of a folder.

    Examples
    --------
    >>> import spacy
    >>> nlp = spacy.blank("nl")
    >>> component = nlp.add_pipe("perspectieven", config={"lexicon": "normaliseren"})
    >>> doc = nlp("Ze stelden ons niet echt gerust.")
    >>> [(span.text, span._.code, span._.stance) for span in doc.spans["HPR"]]
    [('stelden', 'HPR-GERUST', 'negated'), ('gerust', 'HPR-GERUST', 'negated')]
    >>> doc._.codings[["matched_text", "code", "orientation"]]
                        matched_text        code       orientation
    0  stelden ons niet echt gerust  HPR-GERUST  problematiserend
    """
    return CodingComponent(lexicon, spans_key=spans_key, name=name)
