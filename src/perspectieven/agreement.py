"""Agreement: how the machine's codings compare with those of people, on the same turns."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from perspectieven.errors import Fault, TableError

HUMAN_COLUMNS = ("transcript_id", "turn_index", "coder", "codes")
JUDGED_COLUMNS = ("transcript_id", "turn_index", "code", "hit", "right", "firm", "stance_right")
NONE = "GEEN"
POLARITIES: Mapping[str, str] = {"aff": "affirmed", "neg": "negated", "hyp": "hypothetical", "oth": "other"}


@dataclass(frozen=True, slots=True)
class Agreement:
    """How machine codings compare with two or more coders, per turn and code.

    Attributes
    ----------
    n_turns : int
        Turns that every coder coded.
    n_hits, n_right : int
        Codes that the machine gave to a turn, and those that at least one coder gave too, in doubt or not.
    n_firm, n_found : int
        Codes that every coder gave to a turn without doubt, and those that the machine gave too.
    n_stance_right : int
        Of `n_found`, those with the stance or voice of at least one coder.
    """

    n_turns: int
    n_hits: int
    n_right: int
    n_firm: int
    n_found: int
    n_stance_right: int

    @classmethod
    def of(cls, judged: pd.DataFrame) -> "Agreement":
        """Count what `judge_codings` gave, or a part of it."""
        hit, firm = judged["hit"], judged["firm"]
        return cls(
            int((judged["code"] == "").sum()),
            int(hit.sum()),
            int((hit & judged["right"]).sum()),
            int(firm.sum()),
            int((firm & hit).sum()),
            int((firm & judged["stance_right"]).sum()),
        )

    @property
    def precision(self) -> float:
        """Share of hits that a coder finds defensible; missing where there are none."""
        return _share(self.n_right, self.n_hits)

    @property
    def recall(self) -> float:
        """Share of firm codes that were found; missing where there are none."""
        return _share(self.n_found, self.n_firm)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 / (1 / self.precision + 1 / self.recall) if self.precision and self.recall else float("nan")

    @property
    def stance(self) -> float:
        """Share of found firm codes with the right stance or voice; missing where there are none."""
        return _share(self.n_stance_right, self.n_found)


def measure_agreement(codings: pd.DataFrame, human: pd.DataFrame) -> Agreement:
    """Measure machine codings against coders; parameters and errors are those of `judge_codings`.

    Examples
    --------
    >>> import perspectieven as pv
    >>> codings = pv.code_texts(["Dat hoort erbij.", "Ik maak me geen zorgen."], pv.read_lexicon("normaliseren"))
    >>> human = pd.DataFrame(
    ...     [("texts", 0, "a", "ERB-HOORTERBIJ:aff"), ("texts", 0, "b", "ERB-HOORTERBIJ:aff?"),
    ...      ("texts", 1, "a", "GRE-ZORGEN:neg"), ("texts", 1, "b", "GRE-ZORGEN:neg;HGZ-ZELF:aff")],
    ...     columns=["transcript_id", "turn_index", "coder", "codes"],
    ... )
    >>> measure_agreement(codings, human)
    Agreement(n_turns=2, n_hits=2, n_right=2, n_firm=1, n_found=1, n_stance_right=1)
    """
    return Agreement.of(judge_codings(codings, human))


def judge_codings(codings: pd.DataFrame, human: pd.DataFrame) -> pd.DataFrame:
    """Lay machine codings beside those of coders.

    Parameters
    ----------
    codings : DataFrame
        Schema `tables.CODINGS`; codings of turns that were not coded by every coder are left out.
    human : DataFrame
        One row per turn and coder: transcript_id, turn_index, coder, codes. `codes` is ``CODE:pol`` separated by
        ``;``, or ``GEEN``; pol is aff, neg, hyp or oth, with a ``?`` behind it for doubt.

    Returns
    -------
    DataFrame
        One row per turn that every coder coded (its code is empty), and one per turn and code that the machine or every
        coder gave: transcript_id, turn_index, code, hit (the machine gave it), right (a coder gave it, in doubt or
        not), firm (every coder gave it, without doubt), stance_right (it is a hit with the stance or voice of a coder).

    Raises
    ------
    TableError
        With every row of `human` that is not written so.
    """
    by_coder = _parse(human)
    turns = set.intersection(*(set(given) for given in by_coder.values())) if by_coder else set()
    said: dict[tuple[tuple[str, int], str], set[str]] = {}
    for row in codings.to_dict("records"):
        turn = (str(row["transcript_id"]), int(row["turn_index"]))
        if turn in turns:
            stance = "other" if row["voice"] == "other" else str(row["stance"])
            said.setdefault((turn, str(row["code"])), set()).add(stance)
    rows: list[tuple[str, int, str, bool, bool, bool, bool]] = []
    for turn in sorted(turns):
        given = [by_coder[coder][turn] for coder in by_coder]
        firm = {code for code in set.intersection(*map(set, given)) if not any(marks[code][1] for marks in given)}
        rows.append((*turn, "", False, False, False, False))
        for code in sorted(firm | {code for place, code in said if place == turn}):
            stances = {marks[code][0] for marks in given if code in marks}
            heard = said.get((turn, code), set())
            rows.append((*turn, code, bool(heard), bool(stances), code in firm, bool(heard & stances)))
    return pd.DataFrame(rows, columns=list(JUDGED_COLUMNS))


def _parse(human: pd.DataFrame) -> dict[str, dict[tuple[str, int], dict[str, tuple[str, bool]]]]:
    """Return per coder and turn the codes with their polarity and doubt."""
    missing = [name for name in HUMAN_COLUMNS if name not in human.columns]
    if missing:
        raise TableError(
            Fault("human codings", "", f"has no column {', '.join(missing)}; use {', '.join(HUMAN_COLUMNS)}")
        )
    faults: list[Fault] = []
    by_coder: dict[str, dict[tuple[str, int], dict[str, tuple[str, bool]]]] = {}
    for number, row in enumerate(human.to_dict("records"), start=1):
        turn = (str(row["transcript_id"]), int(row["turn_index"]))
        given = by_coder.setdefault(str(row["coder"]), {}).setdefault(turn, {})
        for mark in str(row["codes"]).split(";"):
            code, colon, polarity = mark.strip().partition(":")
            if code == NONE and not colon:
                continue
            if polarity.rstrip("?") not in POLARITIES:
                what = (
                    f'"{mark}" is no CODE:pol; pol is one of {", ".join(POLARITIES)}, with ? for doubt, or write {NONE}'
                )
                faults.append(Fault("human codings", f"row {number}", what))
                continue
            given[code] = (POLARITIES[polarity.rstrip("?")], polarity.endswith("?"))
    if faults:
        raise TableError(faults)
    return by_coder


def _share(part: int, whole: int) -> float:
    return part / whole if whole else float("nan")
