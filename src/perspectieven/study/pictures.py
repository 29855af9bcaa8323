"""The figures of a report, in the order of the questions that a reader has, each with the table that it shows."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from perspectieven.figures import (
    Drawing,
    Provenance,
    list_quotes,
    plot_cooccurrence,
    plot_correspondence,
    plot_differences,
    plot_heatmap,
    plot_orientations,
    plot_positions,
    plot_questions,
    plot_rates,
    plot_saturation,
    plot_sets,
    plot_shared,
    plot_spontaneity,
    plot_voices,
    write_figure,
)
from perspectieven.figures.pages import Size
from perspectieven.figures.provenance import Quotes, identify_quotes
from perspectieven.reports import FigureFile
from perspectieven.reports.captions import describe_figure
from perspectieven.reports.items import list_holders, list_items, name_marks, name_sets
from perspectieven.reports.pairs import find_decided
from perspectieven.study.manifest import digest_of, package_versions, read_manifest
from perspectieven.study.sharing import keep_agreed

if TYPE_CHECKING:
    from perspectieven.study.study import Study

N_PANELS = 6
SIZES: tuple[Size, ...] = ("paper", "class")
"""Beside that of a screen."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure, and the table that it shows."""

    name: str
    figure: Drawing
    table: pd.DataFrame = field(repr=False)
    row: str
    of: str = ""


def write_pictures(
    study: "Study", tables: Mapping[str, pd.DataFrame], folder: Path
) -> tuple[tuple[FigureFile, ...], tuple[Path, ...]]:
    """Write every figure of a report with its table, in three sizes, and where it comes from.

    A conversation by itself (`plot_timeline`) is not among them: it is of one person.

    Parameters
    ----------
    study : Study
        As it may be shown: `Study.shareable`.
    tables : mapping
        From `reporting.make_tables`.

    Returns
    -------
    tuple of FigureFile, tuple of Path
        The figures in their order; and all files that were written.
    """
    language, agreed = study.settings.language, _agreed(study)
    provenance = _provenance(study, agreed)
    figures: list[FigureFile] = []
    written: list[Path] = []
    for picture in _draw(study, tables):
        name = f"{picture.name}_{picture.of}" if picture.of else picture.name
        quotes = _list_other_quotes(study, agreed, tables["shared_codes"], picture.name)
        known = provenance if quotes is None else replace(provenance, quotes=quotes)
        paths = write_figure(
            picture.figure, picture.table, folder, name, provenance=known, row=picture.row, sizes=SIZES
        )
        who = study.labels.get(picture.of, picture.of)
        question, title, caption = describe_figure(picture.name, who=who, language=language)
        svg, csv = (folder / f"{name}.{kind}" for kind in ("svg", "csv"))
        figures.append(FigureFile(name, title, caption, svg, csv, picture.figure.alt, question))
        written += paths
    return tuple(figures), tuple(written)


def _draw(study: "Study", tables: Mapping[str, pd.DataFrame]) -> Iterator[Picture]:
    said: dict[str, Any] = {"labels": study.labels, "language": study.settings.language}
    counts, cautions = tables["theme_counts"], tables["cautions"]
    shown = [p for p in study.perspectives if p in set(counts["perspective"].cat.categories)]
    pair = "one perspective x theme"
    rates = tables["rates"]
    decided = frozenset(find_decided(tables["differences"])["theme"].astype(str))
    yield Picture("aandelen", plot_rates(rates, cautions=cautions, first=decided, **said), rates, pair)
    yield Picture("warmtekaart", plot_heatmap(rates, **said), rates, pair)
    yield Picture("vragen", plot_questions(tables["questions"], **said), tables["questions"], "one question x group")
    orientations = tables["orientations"]
    yield Picture("orientatie", plot_orientations(orientations, **said), orientations, "one perspective x orientation")
    voices = tables["voices"]
    yield Picture("stemmen", plot_voices(voices, **said), voices, "one perspective x holder x stance")
    yield Picture("spontaan", plot_spontaneity(tables["spontaneity"], **said), tables["spontaneity"], pair)
    yield Picture("gedeeld", plot_shared(tables["shared"], shown, **said), tables["shared"], "one theme")
    codes = tables["shared_codes"]
    yield Picture("begrippen", plot_sets(codes, shown, **said), codes, "one code")
    differences = tables["differences"]
    figure = plot_differences(differences, cautions=cautions, **said)
    yield Picture("verschillen", figure, differences, "one theme x pair of perspectives")
    places = tables["correspondence"]
    yield Picture("kaart", plot_correspondence(places, **said), places, "one point x dimension")
    together = tables["cooccurrence"]
    for name in shown:
        own = together[(together["perspective"] == name) & (together["reach"] == "turn")].reset_index(drop=True)
        yield Picture("samen", plot_cooccurrence(own, perspective=name, **said), own, "one pair of themes", of=name)
    themes = _choose_busiest(study, counts)
    positions = tables["positions"][tables["positions"]["theme"].isin(themes)]
    figure = plot_positions(positions, themes=themes, **said)
    yield Picture("verloop", figure, positions, "one perspective x theme x part of the conversation")
    saturation = tables["saturation"]
    yield Picture("verzadiging", plot_saturation(saturation, **said), saturation, "one number of conversations")


def _choose_busiest(study: "Study", counts: pd.DataFrame) -> list[str]:
    """Return the themes that most speakers mention, in the order of the lexicon."""
    speakers = counts.groupby("theme", observed=False)["n_speakers_coded"].sum()
    busiest = set(speakers.sort_values(ascending=False, kind="stable").index[:N_PANELS])
    return [theme for theme in study.lexicon.theme_ids if theme in busiest]


def _agreed(study: "Study") -> pd.DataFrame:
    """Return the codings whose words may be shown, with the perspective of who speaks."""
    places = ["transcript_id", "turn_index"]
    turns = keep_agreed(study.turns(), study.withheld(), quotable=study.quotable())
    return study.codings().merge(turns[[*places, "perspective"]], on=places, validate="m:1")


def _list_other_quotes(study: "Study", agreed: pd.DataFrame, shared_codes: pd.DataFrame, figure: str) -> Quotes | None:
    """Return the quotes behind the marks of a figure where these are of something else than `list_quotes` has."""
    sets = name_sets(shared_codes, study.perspectives)
    marks = name_marks(figure, holders=list_holders(agreed, study.perspectives), sets=dict.fromkeys(sets.values()))
    if marks is None:
        return None
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    items = list_items(agreed, perspectives=study.perspectives, sets=sets)
    ids = identify_quotes(agreed["coding_id"], study.turns())
    for quote, perspective, own in zip(ids, agreed["perspective"], items, strict=True):
        for item in own:
            found[item, str(perspective)].append(str(quote))
    return {(mark, p): tuple(sorted(found[item, p])) for mark, item in marks.items() for p in study.perspectives}


def _provenance(study: "Study", agreed: pd.DataFrame) -> Provenance:
    """Say what all figures are made from; only quotes that may be shown have an id."""
    manifest = read_manifest(study.coded.folder / "manifest.json")
    outputs = manifest.get("outputs")
    digests = outputs if isinstance(outputs, dict) else {}
    made = {name.removesuffix(".csv"): str(digest) for name, digest in digests.items() if name.endswith(".csv")}
    lexicon = study.lexicon
    return Provenance(
        language=study.settings.language,
        notice=study.settings.notice,
        lexicon=lexicon.name,
        lexicon_version=lexicon.version,
        lexicon_digest=lexicon.digest,
        seed=study.settings.seed,
        version=package_versions()["perspectieven"],
        digests=made | {"inputs": _digest_inputs(manifest.get("made_from"))},
        quotes=list_quotes(agreed.drop(columns="perspective"), study.turns()),
    )


def _digest_inputs(made_from: object) -> str:
    """Return one digest of the transcripts and of who speaks in them, with no name of a file in what can be read.

    >>> _digest_inputs({"inputs": {"g1.txt": "ab"}, "speakers": "cd"})[:12]
    '267cd8dbda9c'
    """
    read = made_from if isinstance(made_from, dict) else {}
    return digest_of(json.dumps([read.get("inputs"), read.get("speakers")], sort_keys=True))
