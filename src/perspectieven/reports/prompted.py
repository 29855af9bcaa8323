"""What was said because it was asked: themes, and codes that a theme hides."""

from collections.abc import Sequence

import pandas as pd

from perspectieven.reports.shown import Shown


def tell_prompted(shown: Shown) -> str:
    """Return the headline of who mentions what unasked.

    It names the themes that were mainly prompted (`comparison.spontaneity`), each with the code that most of that was
    about; then codes of which most mentions were prompted within a theme of which that is not so, of at least as many
    speakers as make a group. The number is that of mentions.
    """
    said = shown.rows(shown.table("spontaan"))
    if said.empty or not said["n_speakers_coded"].sum():
        return ""
    themes, codes = find_prompted(shown), _read_codes(shown)
    items = [_tell_theme(shown, codes, said, perspective, theme) for perspective, theme in themes]
    hidden = codes[2 * codes["n_prompted"] > codes["n_coded"]].sort_values("n_prompted", ascending=False, kind="stable")
    items += [
        _tell(shown, row["perspective"], row["label"], row["n_prompted"], row["n_coded"])
        for row in hidden[hidden["n_speakers_coded"] >= shown.report.min_group].to_dict("records")
        if (row["perspective"], row["theme"]) not in themes
    ]
    if not items:
        return shown.words["headline_unprompted"]
    return shown.words["headline_prompted"].format(items=shown.name_some(items))


def find_prompted(shown: Shown) -> Sequence[tuple[str, str]]:
    """Return the perspectives and themes where most was prompted; none where no figure tells of it."""
    said = shown.rows(shown.table("spontaan"))
    if said.empty:
        return ()
    prompted = said[said["mainly_prompted"].astype(bool)]
    return tuple(zip(prompted["perspective"].astype(str), prompted["theme"].astype(str), strict=True))


def rate_unasked(shown: Shown, perspective: str, theme: str) -> float:
    """Return how often a group mentions a theme of its own accord, per 1,000 words."""
    counts = shown.report.theme_counts
    (row,) = counts[(counts["perspective"] == perspective) & (counts["theme"] == theme)].to_dict("records")
    return 1000 * float(row["n_coded"] - row["n_prompted"]) / float(row["n_words"])


def _read_codes(shown: Shown) -> pd.DataFrame:
    """Return the counts of the codes of the themes that are shown, each with its theme and label."""
    codes = {code.id: code for code in shown.report.lexicon.codes if code.theme in shown.themes}
    counts = shown.report.code_counts.astype({"perspective": str, "code": str})
    counts = counts[counts["code"].isin(list(codes)) & counts["perspective"].isin(list(shown.perspectives))]
    known = {name: [getattr(codes[code], name) for code in counts["code"]] for name in ("theme", "label")}
    return counts.assign(**known)


def _tell_theme(shown: Shown, codes: pd.DataFrame, said: pd.DataFrame, perspective: str, theme: str) -> str:
    """Tell of one theme how much was prompted, and of which code most of that was, if most was of one."""
    (row,) = said[(said["perspective"] == perspective) & (said["theme"] == theme)].to_dict("records")
    own = codes[(codes["perspective"] == perspective) & (codes["theme"] == theme)]
    most = own.sort_values("n_prompted", ascending=False, kind="stable").head(1)
    about = ""
    if len(own) > 1 and 2 * most["n_prompted"].item() > row["n_prompted"]:
        about = shown.words["headline_prompted_code"].format(code=most["label"].item(), n=most["n_prompted"].item())
    return _tell(shown, perspective, shown.short(theme), row["n_prompted"], row["n_coded"], about)


def _tell(shown: Shown, perspective: str, what: str, n_prompted: int, n_coded: int, about: str = "") -> str:
    known = {"who": shown.who(perspective), "what": what, "n": shown.of(n_prompted, n_coded), "about": about}
    return shown.words["headline_prompted_item"].format(**known)
