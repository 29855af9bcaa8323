"""What stands beside a figure: tables that say what the picture cannot, each with how to read it."""

from collections.abc import Collection, Iterator, Mapping

from perspectieven.reports.pairs import SIGNIFICANT
from perspectieven.reports.report import Report
from perspectieven.reports.texts import WORDS
from perspectieven.reports.view import Beside, Number, Row
from perspectieven.reports.words import format_number, format_p, format_percent


def describe_beside(report: Report, shown: Collection[str]) -> Mapping[str, Beside]:
    """Return, by the name of a figure, the table beside it; a table without rows that are shown is left out."""
    made = {"verzadiging": describe_new(report, shown), "kaart": describe_spread(report, shown)}
    return {name: beside for name, beside in made.items() if beside.rows}


def describe_new(report: Report, shown: Collection[str]) -> Beside:
    """Say what the last conversations brought, beside the curve of saturation: a row per group and run of two."""
    w, language = WORDS[report.language], report.language
    table = report.new_information
    table = table[table["perspective"].isin(list(shown)) & ~table["withheld"].astype(bool) & table["ratio"].notna()]
    sentences = []
    for perspective, own in table.groupby("perspective", observed=True, sort=False):
        last = own.sort_values("n_transcripts").iloc[-1]
        numbers = {name: format_number(last[name], language=language) for name in ("n_transcripts", "n_new", "n_base")}
        ratio = format_percent(last["ratio"], language=language)
        told = w["new_last_one" if last["n_new"] == 1 else "new_last"]
        sentences.append(told.format(who=report.perspectives[str(perspective)], ratio=ratio, **numbers))
    header = tuple(w[f"new_{name}"] for name in ("after", "base", "new", "ratio", "orders"))
    rows = [_row_of_new(row, report) for row in table.to_dict("records")]
    return Beside(w["new"], tuple(sentences), w["new_read"], (w["perspective"], *header), tuple(rows))


def _row_of_new(row: Mapping[object, float], report: Report) -> Row:
    counts = [format_number(row[name], language=report.language) for name in ("n_transcripts", "n_base", "n_new")]
    shares = [format_percent(row[name], language=report.language) for name in ("ratio", "share_saturated")]
    return Row(report.perspectives[str(row["perspective"])], tuple(map(Number, (*counts, *shares))))


def describe_spread(report: Report, shown: Collection[str]) -> Beside:
    """Say, beside the map, how much of what sets speakers apart lies between groups; where each lies is not told."""
    w, language = WORDS[report.language], report.language
    table = report.spread
    table = table[table["perspective"].isin(list(shown)) & table["share_between"].notna()]
    between, within = (
        format_percent(table[f"share_{name}"].sum(), language=language) for name in ("between", "within")
    )
    told = w["spread_all"].format(between=between, within=within)
    if len(table) > 1:
        p = float(table["p"].iloc[0])
        told += w["spread_more" if p < SIGNIFICANT else "spread_chance"].format(p=format_p(p, language=language))
    header = (w["perspective"], w["speakers"], w["mentions"], w["spread_between"], w["spread_within"])
    rows = list(_rows_of_spread(report, table.to_dict("records")))
    return Beside(w["spread"], (told,), w["spread_read"], header, tuple(rows))


def _rows_of_spread(report: Report, records: Collection[Mapping[object, float]]) -> Iterator[Row]:
    for row in records:
        counts = [format_number(row[name], language=report.language) for name in ("n_speakers", "n_coded")]
        shares = [format_percent(row[f"share_{name}"], language=report.language) for name in ("between", "within")]
        yield Row(report.perspectives[str(row["perspective"])], tuple(map(Number, (*counts, *shares))))
