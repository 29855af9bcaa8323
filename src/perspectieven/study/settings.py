"""The settings of a study, from `study.toml`."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from perspectieven.errors import Fault, StudyError
from perspectieven.reading import Columns

FILE = "study.toml"
KEY = "data/sleutel.bin"
_WITHHELD = ("GRE-VEILIGHEID",)
LANGUAGES = ("nl", "en")
LONGEST_NOTICE = 200
"""Characters that fit the head of a slide."""

_TOP = {
    "title": str,
    "notice": str,
    "language": str,
    "lexicon": str,
    "seed": int,
    "perspectives": list,
    "privacy": dict,
    "transcripts": dict,
    "exercise": dict,
}
_PERSPECTIVE = {"id": str, "label": str}
_PRIVACY = {
    "min_group": int,
    "withheld_codes": list,
    "pseudonyms": bool,
    "largest_place": int,
    "ages": bool,
    "keep": list,
    "key": str,
    "speaker_numbers": bool,
}
_TRANSCRIPTS = {"ignore": list, "repair_encoding": bool, "columns": dict}
_EXERCISE = {"coders": str}
_COLUMNS = {"text": (str, list), "speaker": str, "start_s": str, "end_s": str}


@dataclass(frozen=True, slots=True)
class Settings:
    """What a study has decided.

    Attributes
    ----------
    perspectives : mapping of str to str
        Perspective id to label; their order is the order of every table and figure.
    notice : str
        What a reader must know first, one sentence or two: stands at the head of every report, in every format.
    lexicon : str
        Name of a shipped lexicon, or a path relative to the study.
    seed : int
        For everything that draws at random.
    min_group : int
        Smaller groups of speakers are withheld from comparisons and reports.
    withheld_codes : tuple of str
        Codes shown to the researcher and never in a report.
    pseudonyms : bool
        Whether names and numbers that identify somebody are replaced before anything is written.
    largest_place : int
        Places with more inhabitants than this are not replaced.
    ages : bool
        Whether ages are replaced too.
    keep : tuple of str
        Words that are not replaced, whatever they look like.
    key : str
        Where the encrypted key of the pseudonyms is kept, relative to the study; never inside data/coded or reports.
    speaker_numbers : bool
        Whether a report says, by a number, which quotes are of one speaker.
    ignore : tuple of str
        Names of files in data/raw that are no transcripts.
    columns : Columns
        Which column of a table holds what.
    repair_encoding : bool
        Whether UTF-8 that was encoded twice is repaired when a transcript is read.
    coders : str
        Who coded turns for the key of an exercise, as *De sleutel is van ...* goes on; empty for people.
    """

    title: str
    perspectives: Mapping[str, str]
    notice: str = ""
    language: str = "nl"
    lexicon: str = "normaliseren"
    seed: int = 0
    min_group: int = 3
    withheld_codes: tuple[str, ...] = _WITHHELD
    pseudonyms: bool = True
    largest_place: int = 100_000
    ages: bool = False
    keep: tuple[str, ...] = ()
    key: str = KEY
    speaker_numbers: bool = False
    ignore: tuple[str, ...] = ()
    columns: Columns = field(default_factory=Columns)
    repair_encoding: bool = False
    coders: str = ""

    @classmethod
    def withheld_by_default(cls) -> tuple[str, ...]:
        """Return the codes that are withheld where a study says nothing about it."""
        return _WITHHELD


def read_settings(root: Path) -> Settings:
    """Read the settings of the study in a folder.

    Raises
    ------
    StudyError
        With every fault of the file, and what is allowed.
    """
    path = root / FILE
    if not path.is_file():
        what = f"no {FILE} here; go to the folder of a study, or make one with: perspectieven new DIR"
        raise StudyError(Fault(str(root), "", what))
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        raise StudyError(Fault(FILE, "", f"is no valid TOML: {error}; check quotes, brackets and = there")) from error
    except UnicodeDecodeError as error:
        raise StudyError(Fault(FILE, "", "is not UTF-8; save it as UTF-8")) from error
    faults = _check(found)
    if faults:
        raise StudyError(faults)
    privacy, transcripts = found.get("privacy", {}), found.get("transcripts", {})
    given: dict[str, Any] = {name: found[name] for name in ("language", "lexicon", "seed") if name in found}
    given |= {name: tuple(value) if isinstance(value, list) else value for name, value in privacy.items()}
    columns: dict[str, Any] = {
        k: tuple(v) if isinstance(v, list) else v for k, v in transcripts.get("columns", {}).items()
    }
    return Settings(
        title=found["title"],
        perspectives={p["id"]: p["label"] for p in found["perspectives"]},
        notice=found.get("notice", "").strip(),
        ignore=tuple(transcripts.get("ignore", ())),
        columns=Columns(**columns),
        repair_encoding=transcripts.get("repair_encoding", False),
        coders=found.get("exercise", {}).get("coders", "").strip(),
        **given,
    )


def _check(found: dict[str, Any]) -> list[Fault]:
    faults = _check_keys(found, _TOP, "")
    for name in ("title", "perspectives"):
        if not found.get(name):
            faults.append(Fault(FILE, name, "is missing or empty; add it (see perspectieven new --help)"))
    faults += _check_notice(found.get("notice", ""))
    if found.get("language", "nl") not in LANGUAGES:
        faults.append(Fault(FILE, "language", f'is "{found["language"]}"; use one of {", ".join(LANGUAGES)}'))
    perspectives = found.get("perspectives", [])
    for number, perspective in enumerate(perspectives if isinstance(perspectives, list) else [], start=1):
        place = f"perspectives, number {number}"
        if not isinstance(perspective, dict):
            faults.append(Fault(FILE, place, 'is no table; write [[perspectives]] with id = "..." and label = "..."'))
            continue
        faults += _check_keys(perspective, _PERSPECTIVE, place)
        missing = [name for name in _PERSPECTIVE if not perspective.get(name)]
        faults += [Fault(FILE, place, f"has no {name}; add it") for name in missing]
    ids = (
        [p["id"] for p in perspectives if isinstance(p, dict) and isinstance(p.get("id"), str)]
        if isinstance(perspectives, list)
        else []
    )
    faults += [
        Fault(FILE, "perspectives", f'id "{name}" occurs more than once; give each its own')
        for name in dict.fromkeys(ids)
        if ids.count(name) > 1
    ]
    privacy = found.get("privacy")
    in_privacy = privacy if isinstance(privacy, dict) else {}
    for name, value, least in (
        ("seed", found.get("seed"), 0),
        ("privacy.min_group", in_privacy.get("min_group"), 1),
        ("privacy.largest_place", in_privacy.get("largest_place"), 0),
    ):
        if isinstance(value, int) and value < least:
            faults.append(Fault(FILE, name, f"is {value}; use a whole number from {least}"))
    for name, allowed in (("privacy", _PRIVACY), ("transcripts", _TRANSCRIPTS), ("exercise", _EXERCISE)):
        if isinstance(found.get(name), dict):
            faults += _check_keys(found[name], allowed, name)
    key = in_privacy.get("key", KEY)
    if isinstance(key, str) and _is_shared(key):
        faults.append(Fault(FILE, "privacy.key", "is where results are; keep the key outside data/coded and reports"))
    transcripts = found.get("transcripts")
    if isinstance(transcripts, dict) and isinstance(transcripts.get("columns"), dict):
        faults += _check_keys(transcripts["columns"], _COLUMNS, "transcripts.columns")
    return faults


def _check_notice(notice: object) -> list[Fault]:
    """Check that a notice fits the head of a page or a slide, and has something in it."""
    if not isinstance(notice, str):
        return []
    if notice != "" and not notice.strip():
        return [Fault(FILE, "notice", "is blank; write a sentence, or leave the line out")]
    if "\n" in notice.strip() or len(notice) > LONGEST_NOTICE:
        what = f"has {len(notice)} characters; write at most {LONGEST_NOTICE}, on one line"
        return [Fault(FILE, "notice", what)]
    return []


def _is_shared(path: str) -> bool:
    """Say whether a path, relative to the study, is among what may be passed on, in large letters or small."""
    inside = Path(os.path.normpath(path).lower()).parts
    return inside[:2] == ("data", "coded") or inside[:1] in (("reports",), ("notebooks",))


def _check_keys(table: dict[str, Any], allowed: Mapping[str, Any], place: str) -> list[Fault]:
    """Check names and types of the settings in a table."""
    faults = []
    for name, value in table.items():
        where = f"{place}.{name}" if place else name
        if name not in allowed:
            faults.append(Fault(FILE, where, f"is unknown; use one of {', '.join(allowed)}"))
        elif not isinstance(value, allowed[name]) or (isinstance(value, bool) and allowed[name] is not bool):
            wanted = getattr(allowed[name], "__name__", "text or list")
            faults.append(Fault(FILE, where, f"is a {type(value).__name__}; make it a {wanted}"))
    return faults
