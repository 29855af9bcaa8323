"""One code as a page that a participant can read."""

import textwrap
from collections.abc import Iterable

from perspectieven.lexicon.codebook import Code, Lexicon

WIDTH = 88


def describe_code(lexicon: Lexicon, code_id: str) -> str:
    """Return the codebook page of a code, in Dutch, as plain text.

    Raises
    ------
    LexiconError
        If there is no such code.

    Examples
    --------
    >>> from perspectieven.reading.lexicon import read_lexicon
    >>> print(describe_code(read_lexicon("normaliseren"), "VOO-HUISARTS").splitlines()[0])
    VOO-HUISARTS  Huisartsenpraktijk en POH-jeugd
    """
    code = lexicon.code(code_id)
    theme = next(theme for theme in lexicon.themes if theme.id == code.theme)
    head = f"{code.id}  {code.label}"
    fields = [
        ("Thema", f"{theme.id}, {theme.label}"),
        ("Definitie", code.definition),
        ("Wel", code.include),
        ("Niet", code.exclude),
        ("Vragen", ", ".join(code.questions)),
        ("Oriëntatie", f"{code.orientation}; bij ontkenning: {code.negation}" + _asked(code)),
        ("Factor", code.factor),
        ("Niveau", ", ".join(code.levels) or "alle"),
        ("Domein", ", ".join(code.domains) or "alle"),
    ]
    lines = [head, "=" * len(head), "", *(line for name, text in fields for line in _field(name, text)), ""]
    lines += _list("Kerntermen", (t.notation for t in code.terms if t.core))
    lines += _list("Aanvullend", (t.notation for t in code.terms if not t.core))
    lines += _list("Uitsluiten", (t.notation for t in code.blockers))
    lines += _list("Wel gecodeerd", _wrapped(code.hits))
    lines += _list("Bijna, maar niet", _wrapped(code.near_misses))
    return "\n".join(lines).rstrip() + "\n"


def _asked(code: Code) -> str:
    return "; een vraag telt als bevestigd" if code.asked else ""


def _field(name: str, text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=f"{name:<12}", subsequent_indent=" " * 12)


def _list(name: str, items: Iterable[str]) -> list[str]:
    found = list(items)
    if not found:
        return []
    return [f"{name} ({len(found)})", *(f"  - {item}" for item in found), ""]


def _wrapped(texts: Iterable[str]) -> Iterable[str]:
    return ("\n    ".join(textwrap.wrap(text, WIDTH - 4)) for text in texts)
