"""A lexicon as a card: how much there is in it, theme by theme; its terms only where one asks for them."""

from typing import TYPE_CHECKING

from perspectieven.cards import Card, Table

if TYPE_CHECKING:
    from perspectieven.lexicon.codebook import Lexicon


def lexicon_card(lexicon: "Lexicon") -> Card:
    """Return the card of a lexicon.

    >>> from perspectieven.reading.lexicon import read_lexicon
    >>> lexicon_card(read_lexicon("normaliseren")).facts["thema's"]
    16
    """
    facts = {
        "thema's": len(lexicon.themes),
        "codes": len(lexicon.codes),
        "termen": lexicon.n_terms,
        "uitsluitende termen": sum(len(code.blockers) for code in lexicon.codes),
        "voorbeelden": sum(len(code.hits) + len(code.near_misses) for code in lexicon.codes),
        "met gewogen aanwijzingen": lexicon.signs is not None,
        "vingerafdruk": lexicon.digest[:12],
    }
    rows = []
    for theme in lexicon.themes:
        codes = [code for code in lexicon.codes if code.theme == theme.id]
        rows.append([theme.id, theme.label, len(codes), sum(len(code.terms) for code in codes)])
    heading = ["thema", "naam", "codes", "termen"]
    return Card(f"Lexicon {lexicon.name} {lexicon.version}", facts, [Table("Thema's", heading, rows)])
