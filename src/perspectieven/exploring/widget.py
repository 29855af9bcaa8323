"""The widget of `study.explore()`: choices on top, quotes below, and the terms of a code to change."""

import html
from collections.abc import Mapping
from typing import Any, Final

import ipywidgets  # type: ignore[import-untyped]  # ipywidgets has no types
import pandas as pd

from perspectieven.exploring.changes import Change
from perspectieven.exploring.explorer import MAX_QUOTES, STANCES, Explorer
from perspectieven.exploring.marking import join_lines, mark_lines
from perspectieven.matching.find import SIGNS_ALONE

WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "nl": {
        "item": "Thema of code",
        "perspective": "Perspectief",
        "stance": "Houding",
        "all": "alle",
        "affirmed": "bevestigd",
        "negated": "ontkend",
        "hypothetical": "als mogelijkheid",
        "terms": "Termen",
        "try": "Probeer",
        "undo": "Terug naar de termen van de studie",
        "found": "{n} coderingen: {shown} hieronder",
        "beyond": "; {n} passen er niet bij (hoogstens {most}, van zo veel mogelijk mensen)",
        "hidden": "; {n} worden niet geciteerd (geen toestemming, of een beurt met iets dat alleen het team ziet)",
        "as_it_is": "Verander een term (een op elke regel) om te zien wat dat in de hele studie verandert. Een gewoon "
        "woord telt in al zijn vormen. Op schijf verandert niets.",
        "for_codes": "Kies een code om te zien wat een andere term verandert.",
        "before": "nu",
        "after": "dan",
        "new": "nieuw",
        "lost": "weg",
        "changed": "anders",
        "speakers": "sprekers",
        "new_passages": "Nieuw ({n})",
        "lost_passages": "Weg ({n})",
        "changed_passages": "Zelfde vermelding, meer of minder woorden ({n})",
        "by_signs": ", waarvan {n} door aanwijzingen, zonder term",
        "signs": "Ook zonder term vindt het lexicon een code waar genoeg aanwijzingen samenkomen: woorden die met die "
        "code samengaan. Die veranderen niet mee met de termen.",
        "not_shown": "{n} niet getoond: geen toestemming om te citeren, of te veel om te tonen.",
    },
    "en": {
        "item": "Theme or code",
        "perspective": "Perspective",
        "stance": "Stance",
        "all": "all",
        "affirmed": "affirmed",
        "negated": "negated",
        "hypothetical": "as a possibility",
        "terms": "Terms",
        "try": "Try",
        "undo": "Back to the terms of the study",
        "found": "{n} codings: {shown} below",
        "beyond": "; {n} do not fit ({most} at most, of as many people as possible)",
        "hidden": "; {n} are not quoted (no consent, or a turn with something that only the team sees)",
        "as_it_is": "Change a term (one on each line) to see what that changes in the whole study. A plain word counts "
        "in all its forms. Nothing changes on disk.",
        "for_codes": "Choose a code to see what another term changes.",
        "before": "now",
        "after": "then",
        "new": "new",
        "lost": "gone",
        "changed": "changed",
        "speakers": "speakers",
        "new_passages": "New ({n})",
        "lost_passages": "Gone ({n})",
        "changed_passages": "Same mention, more or fewer words ({n})",
        "by_signs": ", {n} of them by signs, without a term",
        "signs": "Without a term, too, the lexicon finds a code where enough signs come together: words that go with "
        "that code. They do not change with the terms.",
        "not_shown": "{n} not shown: no consent to quote, or too many to show.",
    },
}

_WIDE = {"width": "100%"}
_READABLE = "white-space:pre-wrap;word-break:normal;line-height:1.4"


class ExplorerWidget(ipywidgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """An `Explorer` to click in.

    Attributes
    ----------
    model : Explorer
        What is chosen and found; its tables can be taken on from here.
    """

    def __init__(self, model: Explorer) -> None:
        self.model = model
        words = WORDS[model.language]
        everything = [(words["all"], "")]
        self.item = _choose(words["item"], [(_name(model, item), item) for item in model.items], width="34rem")
        self.perspective = _choose(
            words["perspective"], everything + [(model.labels.get(p, p), p) for p in model.perspectives]
        )
        self.stance = _choose(words["stance"], everything + [(words[stance], stance) for stance in STANCES])
        self.terms = ipywidgets.Textarea(
            description=words["terms"], layout={"width": "32rem", "height": "10rem"}, continuous_update=False
        )
        # clicking it leaves the text area, and that is what sends the terms
        self.retry = ipywidgets.Button(description=words["try"], button_style="primary")
        self.undo = ipywidgets.Button(description=words["undo"], layout={"width": "auto"})
        self.found = ipywidgets.HTML(layout=_WIDE)
        self.changed = ipywidgets.HTML(layout=_WIDE)
        for name in ("item", "perspective", "stance", "terms"):
            # not a link: a link writes the first value back and forth, and each write of terms is a try
            getattr(self, name).value = getattr(model, name)
            getattr(self, name).observe(self._take, names="value")
            model.observe(self._give, names=name)
        self.undo.on_click(self._undo)
        model.observe(self._show_quotes, names="quotes")
        model.observe(self._show_change, names=["change", "problem", "item"])
        self.editing = ipywidgets.HBox([self.terms, ipywidgets.VBox([self.retry, self.undo])])
        self._show_quotes()
        self._show_change()
        super().__init__(
            [
                ipywidgets.HBox([self.item, self.perspective, self.stance], layout={"flex_flow": "row wrap"}),
                self.editing,
                self.changed,
                self.found,
            ]
        )

    def _take(self, change: Any) -> None:
        """Take a choice over from what was clicked."""
        name = next(
            name for name in ("item", "perspective", "stance", "terms") if getattr(self, name) is change["owner"]
        )
        setattr(self.model, name, change["new"])

    def _give(self, change: Any) -> None:
        getattr(self, change["name"]).value = change["new"]

    def _undo(self, _: object) -> None:
        self.model.terms = self.model.own_terms()

    def _show_quotes(self, _: object = None) -> None:
        words, model = WORDS[self.model.language], self.model
        head = words["found"].format(n=model.n_quotes, shown=len(model.quotes))
        for name, n in (("beyond", model.n_beyond), ("hidden", model.n_hidden)):
            head += words[name].format(n=n, most=MAX_QUOTES) if n else ""
        self.found.value = join_lines([html.escape(head), *self._lines(model.quotes)])

    def _show_change(self, _: object = None) -> None:
        words, model = WORDS[self.model.language], self.model
        self.editing.layout.display = None if model.is_code else "none"
        if model.problem:
            self.changed.value = f'<pre role="alert" style="{_READABLE}">{html.escape(model.problem)}</pre>'
        elif model.change is None:
            self.changed.value = f"<p>{html.escape(words['as_it_is' if model.is_code else 'for_codes'])}</p>"
        else:
            self.changed.value = self._describe(model.change)

    def _describe(self, change: Change) -> str:
        words, labels = WORDS[self.model.language], self.model.labels
        heads = [words[name] for name in ("perspective", "before", "after", "new", "lost", "changed", "speakers")]
        rows = [
            [
                labels.get(row["perspective"], row["perspective"]),
                *(row[name] for name in ("n_before", "n_after", "n_new", "n_lost", "n_changed")),
                f"{row['n_speakers_before']} \N{RIGHTWARDS ARROW} {row['n_speakers_after']} / {row['n_speakers']}",
            ]
            for row in change.counts.to_dict("records")
        ]
        lines: list[str] = []
        if any((codings["term"] == SIGNS_ALONE).any() for codings in (change.new, change.changed)):
            lines.append(words["signs"])
        for name, codings in (("new", change.new), ("lost", change.lost), ("changed", change.changed)):
            if name == "changed" and codings.empty:
                continue
            quotes = self.model.quotes_of(codings)
            n_by_signs = int((codings["term"] == SIGNS_ALONE).sum())
            head = words[f"{name}_passages"].format(n=len(codings))
            head += words["by_signs"].format(n=n_by_signs) if n_by_signs else ""
            lines += [f"<b>{head}</b>", *self._lines(quotes)]
            if len(quotes) < len(codings):
                lines.append(words["not_shown"].format(n=len(codings) - len(quotes)))
        return _as_table(heads, rows) + join_lines(lines)

    def _lines(self, quotes: pd.DataFrame) -> list[str]:
        return mark_lines(quotes, labels=self.model.labels, language=self.model.language)


def _choose(label: str, options: list[tuple[str, str]], *, width: str = "14rem") -> Any:
    return ipywidgets.Dropdown(
        description=label, options=options, style={"description_width": "initial"}, layout={"width": width}
    )


def _name(model: Explorer, item: str) -> str:
    label = f"{item} {model.labels.get(item, '')}".strip()
    return label if item in model.lexicon.theme_ids else f"\N{EM SPACE}{label}"


def _as_table(heads: list[str], rows: list[list[object]]) -> str:
    head = "".join(
        f'<th scope="col" style="text-align:left;padding:0 .6rem">{html.escape(name)}</th>' for name in heads
    )
    body = "".join(
        "<tr>" + "".join(f'<td style="padding:0 .6rem">{html.escape(str(cell))}</td>' for cell in row) + "</tr>"
        for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
