"""A study of eleven people that a colleague can read: marked sentences, and what the page says about them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pandas as pd

from perspectieven.coding import coding_id
from perspectieven.comparison import compare_coverage, compare_perspectives, find_cautions, measure_orientations
from perspectieven.comparison.saturation import NEW_INFORMATION
from perspectieven.comparison.spread import SPREAD
from perspectieven.lexicon import Code, Lexicon, Term, Theme
from perspectieven.reports import FigureFile, Report, render_report
from perspectieven.study.sharing import count_withheld
from perspectieven.tables import CODINGS, COMPOSITION, CONVERSATIONS, TURNS, make_table
from perspectieven.themes import count_shared, count_themes

PERSPECTIVES = {"ouders": "Ouders", "jeugdigen": "Jeugdigen", "beleid": "Beleid"}
WITHHELD = frozenset({"GRE-GEHEIM"})
LONG = (
    " ".join(f"woord{n}" for n in range(60))
    + " dat [hoort] er echt [bij] hoor "
    + " ".join(f"slot{n}" for n in range(60))
)

SVG = (
    '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "x" "http://www.w3.org/x.dtd">'
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="10pt" height="5pt">'
    '<metadata>http://example.org/</metadata><script>alert("figuur")</script>'
    '<defs><clipPath id="vak"><rect width="9" height="4"/></clipPath></defs>'
    '<a xlink:href="#citaten.ERB.ouders"><g clip-path="url(#vak)" onclick="alert(1)"><rect/></g></a>'
    '<image href="https://example.org/x.png"/></svg>'
)
CSV = (
    "perspective,theme,speaker,n_coded,share\r\nouders,ERB,spk-o1,4,0.5\r\nbeleid,ERB,spk-b1,7,0.875\r\n"
    "ouders,GRE-GEHEIM,spk-o1,1,0.1\r\n"
)

SAID: tuple[tuple[str, str, str, str], ...] = (
    # speaker, marked sentence, code, stance
    ("spk-o1", "Dat [hoort] er toch [bij].", "ERB-HOORT", "affirmed"),
    ("spk-o2", "Het [hoort] er niet [bij].", "ERB-HOORT", "negated"),
    ("spk-o3", "Het is een [fase] <script>alert('x')</script> & meer.", "ERB-FASE", "affirmed"),
    ("spk-o4", LONG, "ERB-HOORT", "affirmed"),
    ("spk-o4", "Ik maak me [zorgen] \N{OPEN HANDS SIGN} echt.", "GRE-ZORG", "affirmed"),
    ("spk-o1", "Hij werd [geslagen] en dat was het.", "GRE-GEHEIM", "affirmed"),
    ("spk-j1", "Het is maar een [fase].", "ERB-FASE", "hypothetical"),
    ("spk-j2", "Niemand had [zorgen].", "GRE-ZORG", "negated"),
    ("spk-j3", "Ik zeg niks.", "", ""),
    ("spk-b1", "Beleid zonder [zorgen].", "GRE-ZORG", "affirmed"),
    ("spk-b2", "Beleid is een [fase].", "ERB-FASE", "affirmed"),
)
QUOTABLE = frozenset({"spk-o1", "spk-o3", "spk-o4", "spk-j1", "spk-b1"})
CONVERSATIONS_HELD = (
    ("gesprek-b-2024", "2019-01-01", "beleid", 2, 3),
    ("gesprek-j-2024", "", "jeugdigen", 3, 4),
    ("gesprek-o-2024", "2024-03-09", "ouders", 4, 7),
)
COMPOSED = (
    ("ouders", "municipality", "Duinrade", 3, False),
    ("ouders", "municipality", "", 0, True),
    ("jeugdigen", "knowledge", "", 3, False),
    ("beleid", "knowledge", "praktijk", 3, False),
)
_OF = {"o": "ouders", "j": "jeugdigen", "b": "beleid"}


def lexicon() -> Lexicon:
    themes = (
        Theme("ERB", "Erbij horen", "Wat erbij hoort.", ("2",)),
        Theme("GRE", "De grens", "Wanneer het meer is.", ("2",)),
    )
    codes = (
        _code("ERB-HOORT", "Het hoort erbij", ("1", "2")),
        _code("ERB-FASE", "Een fase", ("2", "4")),
        _code("GRE-ZORG", "Zorgen", ("2",)),
        _code("GRE-GEHEIM", "Onveilig", ("2",)),
    )
    return Lexicon("klein", "1", themes, codes)


def unmark(marked: str) -> tuple[str, str]:
    """Return the sentence without marks, and the column ``parts`` that the marks stand for."""
    text, parts = "", []
    for piece in marked.split("["):
        inside, closed, outside = piece.partition("]")
        if closed:
            parts.append(f"{len(text)}:{len(text) + len(inside)}")
        text += inside + outside
    assert marked.count("[") == marked.count("]") == len(parts)
    return text, " ".join(parts)


def tables(said: Sequence[tuple[str, str, str, str]] = SAID) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return (turns, codings); each perspective has its own conversation, which the interviewer opens."""
    turns: list[dict[str, object]] = []
    codings: list[dict[str, object]] = []
    for letter, perspective in _OF.items():
        transcript_id = f"gesprek-{letter}-2024"
        opening = {"speaker": "spk-int", "role": "interviewer", "text": "En hoe was dat?", "n_words": 4}
        here = [s for s in said if s[0].startswith(f"spk-{letter}")]
        turns += [{"transcript_id": transcript_id, "turn_index": 0} | opening] * bool(here)
        for index, (speaker, marked, code, stance) in enumerate(here, start=1):
            text, parts = unmark(marked)
            place = {"transcript_id": transcript_id, "turn_index": index}
            who = {"speaker": speaker, "perspective": perspective, "role": "participant"}
            turns.append(place | who | {"text": text, "n_words": len(text.split())})
            if code:
                codings.append(place | coding(text, parts, code, stance, transcript_id, index))
    return make_table(turns, TURNS), make_table(codings, CODINGS)


def coding(text: str, parts: str, code: str, stance: str, transcript_id: str, index: int) -> dict[str, object]:
    start, end = int(parts.split(":")[0]), int(parts.split(":")[-1])
    return {
        "coding_id": coding_id("lexicon", transcript_id, index, start, end, code),
        "coder": "lexicon",
        "status": "machine",
        "start_char": start,
        "end_char": end,
        "parts": parts,
        "matched_text": text[start:end],
        "theme": code[:3],
        "code": code,
        "term": "L:x",
        "stance": stance,
        "voice": "own",
        "orientation": "normaliserend",
        "cue": 'negation "niet" before' if stance == "negated" else "no cue",
    }


def make_report(
    turns: pd.DataFrame, codings: pd.DataFrame, *, perspectives: Mapping[str, str] = PERSPECTIVES, **changes: Any
) -> Report:
    """Return the report of a study, its tables counted without the withheld codes."""
    entry = lexicon()
    counted = codings[~codings["code"].isin(WITHHELD) & (codings["status"] != "rejected")]
    order = list(perspectives)
    codes = [code for code in entry.code_ids if code not in WITHHELD]
    theme_counts = count_themes(counted, turns, items=entry.theme_ids, perspectives=order)
    code_counts = count_themes(counted, turns, items=codes, perspectives=order, by="code")
    report = Report(
        title="Een <klein> onderzoek",
        language="nl",
        perspectives=perspectives,
        lexicon=entry,
        turns=turns,
        codings=codings,
        theme_counts=theme_counts,
        code_counts=code_counts,
        differences=compare_perspectives(counted, turns, items=entry.theme_ids, perspectives=order),
        cautions=find_cautions(counted, turns, items=entry.theme_ids, perspectives=order),
        coverage_ratios=compare_coverage(counted, turns, perspectives=order),
        orientation_counts=measure_orientations(counted, turns, perspectives=order),
        shared=count_shared(theme_counts),
        shared_codes=count_shared(code_counts, by="code"),
        new_information=make_table([], NEW_INFORMATION),
        spread=make_table([], SPREAD),
        conversations=make_table(CONVERSATIONS_HELD, CONVERSATIONS),
        composition=make_table(COMPOSED, COMPOSITION),
        withheld=count_withheld(turns, codings, small=("beleid",), withheld=WITHHELD, quotable=QUOTABLE),
        figures=(),
        quotable=QUOTABLE,
        min_group=3,
        withheld_codes=WITHHELD,
        manifest={"Lexicon": "klein 1"},
    )
    return replace(report, **changes)


def small_report(**changes: Any) -> Report:
    return replace(_whole_report(), **changes)


@cache
def _whole_report() -> Report:
    return make_report(*tables())


def write_figure(folder: Path, *, svg: str, csv: str, name: str = "themas", question: str = "") -> FigureFile:
    svg_path, csv_path = folder / f"{name}.svg", folder / f"{name}.csv"
    svg_path.write_text(svg, encoding="utf-8")
    csv_path.write_text(csv, encoding="utf-8")
    figure = FigureFile(name, "Wie noemt wat", "Bijschrift.", svg_path, csv_path, "Twee staven", question)
    figure.class_path.write_text(svg, encoding="utf-8")
    return figure


@dataclass
class Node:
    """One element of a page."""

    tag: str
    attributes: dict[str, str]
    children: list["Node | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def all(self, tag: str = "", **attributes: str) -> list["Node"]:
        """Return the elements below with this tag, and with these words among those of an attribute."""
        found: list[Node] = []
        for child in self.children:
            if isinstance(child, str):
                continue
            wanted = all(word in child.attributes.get(name, "").split() for name, word in attributes.items())
            if child.tag == (tag or child.tag) and wanted:
                found.append(child)
            found += child.all(tag, **attributes)
        return found

    def one(self, id_: str) -> "Node":
        (found,) = self.all(id=id_)
        return found


class _Reader(HTMLParser):
    VOID = frozenset({"meta", "link", "br", "img", "input", "hr"})

    def __init__(self) -> None:
        super().__init__()
        self.open = [Node("page", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if tag not in self.VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Node(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def read_page(report: Report) -> Node:
    """Render a report and return its elements."""
    return parse_page(render_report(report))


def parse_page(text: str) -> Node:
    """Return the elements of a page; every element must be closed in its turn."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    assert len(reader.open) == 1
    return reader.open[0]


def _code(code_id: str, label: str, questions: tuple[str, ...]) -> Code:
    text = (label, f"Definitie van {label}.", "", "")
    return Code(
        code_id, code_id[:3], *text, questions, "normaliserend", "keert om", "n.v.t.", (), (), (Term("L:zorg"),)
    )


def quotes_behind(page: Node, link: Node) -> list[Node]:
    """Return the quotes that a number on the page opens."""
    return [page.one(f"citaat-{number}") for number in link.attributes["data-citaten"].split()]


def difference(theme: str, d: float, low: float, high: float, p: float, **more: object) -> dict[str, object]:
    """Return a row of the table of differences between parents and youth."""
    shares = {"share_a": max(d, 0.0), "share_b": max(-d, 0.0), "difference": d, "low": low, "high": high}
    who = {"theme": theme, "perspective_a": "ouders", "perspective_b": "jeugdigen", "n_a": 4, "n_b": 3}
    return who | shares | {"p_adjusted": p} | more
