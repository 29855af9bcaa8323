"""From a coded study to what people read: tables, figures, the page, and the notebooks as pages."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from perspectieven.figures import (
    Drawing,
    plot_differences,
    plot_heatmap,
    plot_orientations,
    plot_positions,
    plot_shared,
    plot_shares,
    write_figure,
)
from perspectieven.reading.lexicon import read_measured
from perspectieven.reports import FigureFile, Report, write_report
from perspectieven.reports.captions import CAPTIONS
from perspectieven.study.manifest import digest_file, package_versions, write_manifest
from perspectieven.themes import count_shared
from perspectieven.writing import write_text

if TYPE_CHECKING:
    from perspectieven.study.study import Study

N_REPORT_STEPS = 4
N_PANELS = 6


def write_reports(study: "Study", *, on_done: Callable[[str], None]) -> Path:
    """Write everything under reports; return reports/index.html."""
    tables = _tables(study)
    written = [_write_table(study.reports / "tables", name, table) for name, table in tables.items()]
    on_done("tables")
    figures = _write_figures(study.shareable(), tables)
    written += [
        path for figure in figures for path in (figure.svg_path, figure.svg_path.with_suffix(".png"), figure.csv_path)
    ]
    on_done("figures")
    page = write_report(_report(study, tables, figures), study.reports / "index.html")
    on_done("page")
    _keep_notebooks(study)
    on_done("notebooks")
    made = {str(path.relative_to(study.reports).as_posix()): digest_file(path) for path in (*written, page)}
    write_manifest(study.reports / "manifest.json", {"outputs": made, "versions": package_versions()})
    return page


def _keep_notebooks(study: "Study") -> None:
    """Run the notebooks of the study and keep each as a page; Jupyter is only imported where there are any."""
    notebooks = sorted((study.root / "notebooks").glob("*.ipynb"))
    for stale in (study.reports / "notebooks").glob("*.html"):
        stale.unlink()
    if not notebooks:
        return
    from perspectieven.reports.notebooks import as_html, run_notebook

    for notebook in notebooks:
        run = run_notebook(notebook, folder=study.root)
        write_text(study.reports / "notebooks" / f"{notebook.stem}.html", as_html(run, title=notebook.stem))


def _tables(study: "Study") -> dict[str, pd.DataFrame]:
    """Return every table as it may leave the team: groups below the minimum size are not in it."""
    small = study.small_groups()
    shown = study.shareable()
    counts = _without(small, shown.theme_counts("theme"))
    return {
        "theme_counts": counts,
        "code_counts": _without(small, shown.theme_counts("code")),
        "orientations": _without(small, shown.orientations()),
        "positions": _without(small, shown.positions()),
        "differences": shown.differences("theme"),
        "code_differences": shown.differences("code"),
        "shared": count_shared(counts),
    }


def _without(small: frozenset[str], table: pd.DataFrame) -> pd.DataFrame:
    kept = table[~table["perspective"].isin(small)].reset_index(drop=True)
    return kept.assign(perspective=kept["perspective"].cat.remove_categories(sorted(small)))


def _write_table(folder: Path, name: str, table: pd.DataFrame) -> Path:
    return write_text(folder / f"{name}.csv", table.to_csv(index=False, lineterminator="\n", float_format="%.6g"))


def _write_figures(study: "Study", tables: dict[str, pd.DataFrame]) -> tuple[FigureFile, ...]:
    language, labels = study.settings.language, study.labels
    shown = [p for p in study.perspectives if p in set(tables["theme_counts"]["perspective"].cat.categories)]
    speakers = tables["theme_counts"].groupby("theme", observed=False)["n_speakers_coded"].sum()
    busiest = set(speakers.sort_values(ascending=False, kind="stable").index[:N_PANELS])
    themes = [theme for theme in study.lexicon.theme_ids if theme in busiest]
    positions = tables["positions"][tables["positions"]["theme"].isin(themes)]
    drawn: dict[str, tuple[Drawing, pd.DataFrame]] = {
        "aandelen": (plot_shares(tables["theme_counts"], labels=labels, language=language), tables["theme_counts"]),
        "warmtekaart": (plot_heatmap(tables["theme_counts"], labels=labels, language=language), tables["theme_counts"]),
        "orientatie": (
            plot_orientations(tables["orientations"], labels=labels, language=language),
            tables["orientations"],
        ),
        "gedeeld": (plot_shared(tables["shared"], shown, labels=labels, language=language), tables["shared"]),
        "verloop": (plot_positions(positions, themes=themes, labels=labels, language=language), positions),
        "verschillen": (
            plot_differences(tables["differences"], labels=labels, language=language),
            tables["differences"],
        ),
    }
    figures = []
    for name, (figure, table) in drawn.items():
        svg, _, csv = write_figure(figure, table, study.reports / "figures", name)
        title, caption = CAPTIONS[language][name]
        figures.append(FigureFile(name, title, caption, svg, csv, figure.alt))
    return tuple(figures)


def _report(study: "Study", tables: dict[str, pd.DataFrame], figures: tuple[FigureFile, ...]) -> Report:
    return Report(
        title=study.settings.title,
        language=study.settings.language,
        perspectives=study.settings.perspectives,
        lexicon=study.lexicon,
        turns=study.turns(),
        codings=study.codings(),
        theme_counts=study.theme_counts("theme"),
        code_counts=study.theme_counts("code"),
        differences=tables["differences"],
        orientation_counts=study.orientations(),
        shared=tables["shared"],
        figures=figures,
        quotable=study.quotable(),
        min_group=study.settings.min_group,
        withheld_codes=frozenset(study.settings.withheld_codes),
        manifest=_manifest(study),
        notes=_notes(study),
    )


def _manifest(study: "Study") -> dict[str, str]:
    lexicon = study.lexicon
    return {
        "lexicon": f"{lexicon.name} {lexicon.version} ({lexicon.digest[:12]})",
        "seed": str(study.settings.seed),
        **package_versions(),
    }


def _notes(study: "Study") -> tuple[str, ...]:
    """Say how well the lexicon does on text that it was not made from."""
    measured = read_measured(study.lexicon_source, study.lexicon.digest)
    language = study.settings.language
    if measured is None:
        return (_NOT_MEASURED[language],)
    percent = {name: f"{100 * measured[name]:.0f}%" for name in ("precision", "recall", "stance")}
    return (_MEASURED[language].format(**measured | percent),)


_NOT_MEASURED = {
    "nl": "Van dit lexicon is niet gemeten hoe goed het doet op gesprekken waar het niet van gemaakt is. Lees zelf "
    "een steekproef na.",
    "en": "It has not been measured how well this lexicon does on conversations it was not made from. Read a sample "
    "yourself.",
}
_MEASURED = {
    "nl": "Gemeten op {n_turns} beurten uit onafhankelijk geschreven, verzonnen gesprekken die twee mensen blind "
    "hebben gecodeerd: van wat het lexicon vindt, vond ten minste een van beiden {precision} verdedigbaar "
    "({n_hits} treffers), en van wat beiden zeker vonden, vindt het lexicon {recall} ({n_firm} codes). Houding "
    "en stem klopten bij {stance} daarvan. Er wordt dus veel gemist, en ongeveer een kwart van de treffers "
    "vraagt om een lezer. Gebruik getallen als aanleiding om te lezen, niet als uitkomst.",
    "en": "Measured on {n_turns} turns of independently written, invented conversations that two people coded blind: "
    "of what the lexicon finds, at least one of them found {precision} defensible ({n_hits} hits), and of what "
    "both were sure of, the lexicon finds {recall} ({n_firm} codes). Stance and voice were right in {stance} "
    "of those. So much is missed, and about a quarter of the hits want a reader. Take numbers as a reason to read, "
    "not as a result.",
}
