"""What every group mentions most, as far as intervals tell, and what of it is so because it was asked."""

from collections.abc import Mapping

import pandas as pd

from perspectieven.reports.prompted import find_prompted, rate_unasked
from perspectieven.reports.shown import N_NAMED, Shown


def tell_most_frequent(shown: Shown) -> str:
    """Return the headline of how often themes are mentioned.

    It names what is among the most mentioned of every group where there is such a theme, else what each group mentions
    most; it says that the order is open where intervals overlap, and how often a theme that was mainly prompted is
    mentioned unasked.
    """
    w, rates = shown.words, shown.rows(shown.table("warmtekaart"))
    if rates.empty:
        return ""
    rates = rates[rates["n_coded"] > 0]
    ranked = {p: _find_most(rates[rates["perspective"] == p]) for p in shown.perspectives}
    ranked = {p: most for p, most in ranked.items() if most}
    if not ranked:
        return w["headline_no_one"]
    of_all = [theme for theme in next(iter(ranked.values())) if all(theme in most for most in ranked.values())]
    if of_all and len(ranked) > 1:
        items = [_tell_theme(shown, theme, *(most[theme] for most in ranked.values())) for theme in of_all[:N_NAMED]]
        headline = w["headline_rates_all"].format(items=shown.join(items))
    else:
        items = [
            w["headline_rates_item"].format(who=shown.who(p), themes=shown.join(_tell_themes(shown, most)))
            for p, most in ranked.items()
        ]
        headline = w["headline_rates"].format(items="; ".join(items))
    asked = [
        w["headline_rates_prompted"].format(
            who=shown.who(p),
            theme=shown.short(theme),
            rate=shown.number(ranked[p][theme]),
            unasked=shown.number(rate_unasked(shown, p, theme)),
        )
        for p, theme in find_prompted(shown)
        if theme in ranked.get(p, {})
    ]
    is_open = any(len(most) > 1 for most in ranked.values())
    return headline + (w["headline_rates_open"] if is_open else "") + "".join(asked[:N_NAMED])


def _find_most(rates: pd.DataFrame) -> Mapping[str, float]:
    """Return the rate of the theme that one group mentions most, and of those whose interval overlaps with its own."""
    ordered = rates.dropna(subset=["rate_low"]).sort_values("per_1000_words", ascending=False, kind="stable")
    if ordered.empty:
        return {}
    tied = ordered[ordered["rate_high"] >= ordered["rate_low"].iloc[0]]
    return dict(zip(tied["theme"].astype(str), tied["per_1000_words"].astype(float), strict=True))


def _tell_themes(shown: Shown, most: Mapping[str, float]) -> list[str]:
    return [_tell_theme(shown, theme, rate) for theme, rate in list(most.items())[:N_NAMED]]


def _tell_theme(shown: Shown, theme: str, *rates: float) -> str:
    """Name a theme with how often it is mentioned, of several groups the least and the most."""
    low, high = (shown.number(rate) for rate in (min(rates), max(rates)))
    said = low if low == high else shown.words["range"].format(low=low, high=high)
    return shown.words["headline_rates_theme"].format(theme=shown.short(theme), rates=said)
