"""Headlines: what is to be seen in a figure, in one sentence that its table bears out.

To add one: write a function from `Shown` to a sentence and name it in `HEADLINES`; a figure without one is headed by
its title. A sentence claims a difference only where it is decided (see `pairs.find_decided`), and says so where
nothing was tested.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from perspectieven.reports.frequent import tell_most_frequent
from perspectieven.reports.pairs import SIGNIFICANT, find_apart, find_decided
from perspectieven.reports.prompted import tell_prompted
from perspectieven.reports.shown import N_NAMED, Shown
from perspectieven.reports.texts import WORDS
from perspectieven.reports.words import format_number, format_percent


def write_headline(shown: Shown, figure: str, title: str) -> str:
    """Return the headline of a figure, by its name; of one without a headline its title."""
    name, _, perspective = figure.partition("_")
    if name == "samen" and perspective in shown.perspectives:
        return _together(shown, perspective) or title
    return (HEADLINES[figure](shown) if figure in HEADLINES else "") or title


def _shares(shown: Shown) -> str:
    counts = shown.rows(shown.report.theme_counts)
    totals = counts.groupby("theme", observed=True, sort=False)[["n_speakers_coded", "n_speakers"]].sum()
    totals = totals[totals["n_speakers_coded"] > 0].sort_values("n_speakers_coded", ascending=False, kind="stable")
    if totals.empty:
        return shown.words["headline_no_one"]
    items = [
        shown.words["headline_shares_item"].format(theme=shown.themes[str(theme)], n=shown.of(coded, everyone))
        for theme, coded, everyone in totals.head(N_NAMED).itertuples()
    ]
    return shown.words["headline_shares"].format(themes=shown.join(items))


def _orientation(shown: Shown) -> str:
    w, language = shown.words, shown.report.language
    counts = shown.rows(shown.report.orientation_counts).dropna(subset="share_per_speaker")
    largest = counts.sort_values("share_per_speaker", kind="stable").groupby("perspective", observed=True).tail(1)
    largest = largest.set_index(largest["perspective"].astype(str))
    there = [perspective for perspective in shown.perspectives if perspective in largest.index]
    if not there:
        return w["headline_no_one"]
    named = {p: WORDS[language][str(largest.loc[p, "orientation"])] for p in there}
    shares = {p: float(largest.loc[p, "share_per_speaker"]) for p in there}  # type: ignore[arg-type]
    if len(set(named.values())) == 1 and len(there) == len(shown.perspectives):
        low, high = (format_percent(share, language=language) for share in (min(shares.values()), max(shares.values())))
        return w["headline_orientation_same"].format(orientation=named[there[0]], low=low, high=high)
    items = [
        w["headline_orientation_item"].format(
            who=shown.who(p), orientation=named[p], share=format_percent(shares[p], language=language)
        )
        for p in there
    ]
    return w["headline_orientation"].format(items=shown.join(items))


def _shared(shown: Shown) -> str:
    shared = shown.report.shared[shown.report.shared["theme"].isin(list(shown.themes))]
    alone = shared[shared["shared_by"].isin(list(shown.perspectives))]
    names = [
        shown.words["headline_shared_item"].format(who=shown.who(p), theme=shown.short(str(theme)))
        + shown.caution_alone(str(theme), p)
        for theme, p in zip(alone["theme"], alone["shared_by"], strict=True)
    ]
    return _say_shared(shown, shared["shared_by"], "themes", names)


def _concepts(shown: Shown) -> str:
    table = shown.table("begrippen")
    return _say_shared(shown, table["shared_by"].fillna(""), "codes") if len(table) else ""


def _say_shared(shown: Shown, shared_by: Iterable[str], what: str, names: Sequence[str] = ()) -> str:
    """Say how many themes or codes all groups share, and how many one group has to itself: by name where few."""
    holders = [len(set(names.split(" + ")) & set(shown.perspectives)) for names in shared_by]
    everyone, alone = holders.count(len(shown.perspectives)), holders.count(1)
    if len(shown.perspectives) < 2:
        return ""
    named = shown.join(names) if alone == len(names) and 0 < alone <= N_NAMED else ""
    return shown.words["headline_shared"].format(
        n=everyone,
        total=len(holders),
        what=shown.words[what],
        groups=len(shown.perspectives),
        alone=named or alone or shown.words["headline_nothing"],
    )


def _positions(shown: Shown) -> str:
    """Name what a group says mostly in one part of a conversation: that part's interval lies above all others."""
    positions = shown.rows(shown.table("verloop"))
    if positions.empty or not positions["n_coded"].sum():
        return ""
    items = []
    for (perspective, theme), parts in positions.groupby(["perspective", "theme"], sort=False):
        peak, *others = parts.sort_values("per_1000_words", ascending=False, kind="stable").to_dict("records")
        if others and all(peak["low"] > other["high"] for other in others):
            known = {"who": shown.who(str(perspective)), "theme": shown.short(str(theme)), "part": peak["part"]}
            items.append(shown.words["headline_positions_item"].format(**known))
    if not items:
        return shown.words["headline_positions_none"]
    said = shown.name_some(items)
    return shown.words["headline_positions"].format(parts=int(positions["part"].max()), items=said)


def _questions(shown: Shown) -> str:
    said = shown.rows(shown.table("vragen"))
    if said.empty:
        return ""
    sums = said.groupby("question", sort=False)[["n_speakers_coded", "n_speakers"]].sum()
    least = sums.sort_values("n_speakers_coded", kind="stable").iloc[0]
    n = shown.of(least["n_speakers_coded"], least["n_speakers"])
    return shown.words["headline_questions"].format(question=least.name, n=n)


def _voices(shown: Shown) -> str:
    said = shown.rows(shown.table("stemmen"))
    if said.empty or not said["n_coded"].sum():
        return ""
    share = float(said.loc[said["holder"] == "own", "n_coded"].sum() / said["n_coded"].sum())
    return shown.words["headline_voices"].format(share=format_percent(share, language=shown.report.language))


def _saturation(shown: Shown) -> str:
    said = shown.rows(shown.table("verzadiging"))
    if said.empty or said["mean_new"].isna().all():
        return ""
    said = said.dropna(subset="mean_new")
    items = []
    for perspective, own in said.groupby("perspective", sort=False):
        last = own.sort_values("n_transcripts")["mean_new"].iloc[-1]
        n = format_number(last, decimals=1, language=shown.report.language)
        items.append(shown.words["headline_saturation_item"].format(who=shown.who(str(perspective)), n=n))
    return shown.words["headline_saturation"].format(items=shown.join(items))


def _map(shown: Shown) -> str:
    spread = shown.rows(shown.report.spread).dropna(subset="share_between")
    if len(spread) < 2:
        return ""
    shares = (spread[f"share_{name}"].sum() for name in ("between", "within"))
    between, within = (format_percent(share, language=shown.report.language) for share in shares)
    return shown.words["headline_map"].format(between=between, within=within)


def _together(shown: Shown, perspective: str) -> str:
    table = shown.table(f"samen_{perspective}")
    if table.empty or not table["n_together"].sum():
        return ""
    who = shown.perspectives[perspective]
    above = table[(table["low"] > 1) & (table["n_speakers_together"] > 1) & (table["p_adjusted"] < SIGNIFICANT)]
    above = above.sort_values("n_speakers_together", ascending=False, kind="stable")
    if above.empty:
        return shown.words["headline_apart"].format(who=who, n=int((table["n_together"] > 0).sum()))
    items = [
        shown.words["headline_together_item"].format(
            a=shown.short(str(row["theme_a"])),
            b=shown.short(str(row["theme_b"])),
            n=row["n_speakers_together"],
        )
        for row in above.head(N_NAMED).to_dict("records")
    ]
    return shown.words["headline_together"].format(who=who, items=shown.join(items))


def _differences(shown: Shown) -> str:
    w = shown.words
    pairs = shown.rows(shown.report.differences, "perspective_a", "perspective_b")
    tested = pairs[~pairs["withheld"].astype(bool)]
    if tested.empty:
        reasons = dict.fromkeys(str(reason) for reason in pairs["reason"] if reason)
        too_few = WORDS[shown.report.language]["too_few"].format(n=shown.report.min_group)
        return w["headline_withheld"].format(why="; ".join(reasons) or too_few)
    decided = find_decided(tested)
    if len(decided):
        first = decided.iloc[0]
        a, b = ("a", "b") if first["difference"] > 0 else ("b", "a")
        numbers = shown.sides(first.to_dict())
        headline = w["headline_decided"].format(
            who=shown.perspectives[str(first[f"perspective_{a}"])],
            other=shown.who(str(first[f"perspective_{b}"])),
            theme=shown.themes[str(first["theme"])],
            a=numbers[a],
            b=numbers[b],
        )
        headline += shown.caution(*(str(first[name]) for name in ("theme", "perspective_a", "perspective_b")))
        more = w["headline_decided_more"].format(n=len(decided) - 1) if len(decided) > 1 else ""
        return headline + more
    apart = int(find_apart(tested).sum())
    return w["headline_maybe"].format(n=apart, total=len(tested)) if apart else w["headline_none"]


HEADLINES: Mapping[str, Callable[[Shown], str]] = {
    "aandelen": _shares,
    "warmtekaart": tell_most_frequent,
    "vragen": _questions,
    "orientatie": _orientation,
    "stemmen": _voices,
    "spontaan": tell_prompted,
    "gedeeld": _shared,
    "begrippen": _concepts,
    "verschillen": _differences,
    "kaart": _map,
    "verloop": _positions,
    "verzadiging": _saturation,
}
"""By the name of a figure."""
