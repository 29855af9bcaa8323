"""The door to spaCy: a pipeline component that puts codings on a Doc, for displaCy, matchers and trained models."""

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from perspectieven.coding import code_texts
from perspectieven.lexicon import Lexicon
from perspectieven.reading.lexicon import read_lexicon

SPANS_KEY = "perspectieven"


class CodingComponent:
    """Codes a Doc; each part of a mention becomes a span with the code as its label, whole tokens only.

    The group's ``attrs["codings"]`` holds one dictionary per span, with the columns of `tables.CODINGS`.
    """

    def __init__(self, lexicon: Lexicon, spans_key: str = SPANS_KEY) -> None:
        self.lexicon = lexicon
        self.spans_key = spans_key

    def __call__(self, doc: Doc) -> Doc:
        """Put the codings of the text of a Doc on it."""
        spans, rows = [], []
        for row in code_texts([doc.text], self.lexicon).to_dict("records"):
            for part in str(row["parts"]).split():
                start, end = (int(char) for char in part.split(":"))
                span = doc.char_span(start, end, label=str(row["code"]), alignment_mode="expand")
                if span is not None:
                    spans.append(span)
                    rows.append(row)
        doc.spans[self.spans_key] = SpanGroup(doc, name=self.spans_key, spans=spans, attrs={"codings": rows})
        return doc


@Language.factory("perspectieven", default_config={"lexicon": "normaliseren", "spans_key": SPANS_KEY})
def make_component(nlp: Language, name: str, lexicon: str, spans_key: str) -> CodingComponent:
    """Make the component; `lexicon` is the name of a shipped lexicon or the path of a folder.

    Examples
    --------
    >>> import spacy
    >>> nlp = spacy.blank("nl")
    >>> component = nlp.add_pipe("perspectieven")
    >>> doc = nlp("Ze stelden ons echt gerust.")
    >>> [(span.text, span.label_) for span in doc.spans["perspectieven"]]
    [('stelden', 'HPR-GERUST'), ('gerust', 'HPR-GERUST')]
    """
    return CodingComponent(read_lexicon(lexicon), spans_key)
