"""From a coded study to what people read: tables, figures, the page, and the notebooks as pages."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from perspectieven.reading.lexicon import read_measured
from perspectieven.reports import FigureFile, Report, write_report
from perspectieven.study.manifest import digest_file, package_versions, write_manifest
from perspectieven.study.pictures import write_pictures
from perspectieven.themes import count_shared
from perspectieven.writing import write_text

if TYPE_CHECKING:
    from perspectieven.study.study import Study

N_REPORT_STEPS = 4

PAGES: Mapping[str, str] = {
    "html": "index.html",
    "docx": "report.docx",
    "pdf": "report.pdf",
    "slides": "slides.html",
}
"""What a report can be written as, and its file in reports."""


def write_reports(
    study: "Study", *, on_done: Callable[[str], None], formats: Sequence[str] = ("html",)
) -> tuple[Path, ...]:
    """Write tables, figures and the report in each of the formats (see `PAGES`); return the files of the report.

    The notebooks are kept as pages where the report itself is a page (``html``).
    """
    tables = _tables(study)
    written = [_write_table(study.reports / "tables", name, table) for name, table in tables.items()]
    on_done("tables")
    figures, pictures = write_pictures(study.shareable(), tables, study.reports / "figures")
    written += pictures
    on_done("figures")
    report = _report(study, tables, figures)
    pages = tuple(_write_page(report, name, study.reports / PAGES[name]) for name in dict.fromkeys(formats))
    on_done("page")
    if "html" in formats:
        _keep_notebooks(study)
    on_done("notebooks")
    made = {str(path.relative_to(study.reports).as_posix()): digest_file(path) for path in (*written, *pages)}
    write_manifest(study.reports / "manifest.json", {"outputs": made, "versions": package_versions()})
    return pages


def _write_page(report: Report, name: str, path: Path) -> Path:
    """Write a report in one format; the library of a format is only imported for that format."""
    if name == "html":
        return write_report(report, path)
    if name == "slides":
        from perspectieven.reports.slides import write_slides

        return write_slides(report, path)
    from perspectieven.reports.document import describe_document

    document = describe_document(report)
    if name == "docx":
        from perspectieven.reports.word_file import write_docx

        return write_docx(document, path)
    from perspectieven.reports.pdf_file import write_pdf

    return write_pdf(document, path)


def _keep_notebooks(study: "Study") -> None:
    """Run the notebooks of the study and keep each as a page; Jupyter is only imported where there are any."""
    for stale in (study.reports / "notebooks").glob("*.html"):
        stale.unlink()
    if not any((study.root / "notebooks").glob("*.ipynb")):
        return
    from perspectieven.study.notebooks import run_notebooks

    run_notebooks(study)


def _tables(study: "Study") -> dict[str, pd.DataFrame]:
    """Return every table as it may leave the team: groups below the minimum size are not in it."""
    small = study.small_groups()
    shown = study.shareable()
    statistics = shown.statistics
    counts, code_counts = (_without(small, shown.theme_counts(by)) for by in ("theme", "code"))
    return {
        "theme_counts": counts,
        "code_counts": code_counts,
        "rates": _without(small, statistics.rates()),
        "questions": _without(small, shown.questions()),
        "orientations": _without(small, shown.orientations()),
        "voices": _without(small, statistics.voices()),
        "spontaneity": _without(small, statistics.spontaneity()),
        "positions": _without(small, statistics.positions()),
        "shared": count_shared(counts),
        "shared_codes": count_shared(code_counts, by="code"),
        "differences": shown.differences("theme"),
        "code_differences": shown.differences("code"),
        "cautions": statistics.cautions("theme"),
        "coverage_ratios": statistics.coverage_ratios(),
        "correspondence": _without(small, statistics.correspondence()),
        "cooccurrence": _without(small, statistics.cooccurrence()),
        "spread": _without(small, statistics.spread()),
        "saturation": _without(small, statistics.saturation()),
        "new_information": _without(small, statistics.new_information()),
    }


def _without(small: frozenset[str], table: pd.DataFrame) -> pd.DataFrame:
    kept = table[~table["perspective"].isin(small)].reset_index(drop=True)
    if not isinstance(kept["perspective"].dtype, pd.CategoricalDtype):
        return kept
    there = [name for name in kept["perspective"].cat.categories if name in small]
    return kept.assign(perspective=kept["perspective"].cat.remove_categories(there))


def _write_table(folder: Path, name: str, table: pd.DataFrame) -> Path:
    return write_text(folder / f"{name}.csv", table.to_csv(index=False, lineterminator="\n", float_format="%.6g"))


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
        cautions=tables["cautions"],
        coverage_ratios=tables["coverage_ratios"],
        orientation_counts=study.orientations(),
        shared=tables["shared"],
        shared_codes=tables["shared_codes"],
        new_information=tables["new_information"],
        spread=tables["spread"],
        conversations=study.conversations(),
        composition=study.composition(),
        withheld=study.withholding(),
        figures=figures,
        quotable=study.quotable(),
        min_group=study.settings.min_group,
        withheld_codes=frozenset(study.settings.withheld_codes),
        speaker_numbers=study.settings.speaker_numbers,
        notice=study.settings.notice,
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
    percent = {name: round(100 * measured[name]) for name in ("precision", "recall", "stance")}
    rest = {"wrong": 100 - percent["precision"], "missed": 100 - percent["recall"]}
    told = {name: f"{number}%" for name, number in (percent | rest).items()}
    return (_MEASURED[language].format(**measured | told),)


_NOT_MEASURED = {
    "nl": "Van dit lexicon is niet gemeten hoe goed het doet op gesprekken waar het niet van gemaakt is. Lees zelf "
    "een steekproef na.",
    "en": "It has not been measured how well this lexicon does on conversations it was not made from. Read a sample "
    "yourself.",
}
_MEASURED = {
    "nl": "Gemeten op {n_turns} beurten uit onafhankelijk geschreven, verzonnen gesprekken die twee taalmodellen blind "
    "hebben gecodeerd: van wat het lexicon vindt, vond ten minste een van beiden {precision} verdedigbaar "
    "({n_hits} treffers), en van wat beiden zeker vonden, vindt het lexicon {recall} ({n_firm} codes). Houding "
    "en stem klopten bij {stance} daarvan. Het mist dus {missed} van wat beiden zeker vonden, en {wrong} van wat het "
    "vindt, vond geen van beiden verdedigbaar. Gebruik getallen als aanleiding om te lezen, niet als uitkomst.",
    "en": "Measured on {n_turns} turns of independently written, invented conversations that two language models coded "
    "blind: of what the lexicon finds, at least one of them found {precision} defensible ({n_hits} hits), and of what "
    "both were sure of, the lexicon finds {recall} ({n_firm} codes). Stance and voice were right in {stance} "
    "of those. So it misses {missed} of what both were sure of, and {wrong} of what it finds, neither of them found "
    "defensible. Take numbers as a reason to read, not as a result.",
}
