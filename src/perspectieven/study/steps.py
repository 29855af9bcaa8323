"""The steps that change or judge what is on disk: checking a study, and coding it."""

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from perspectieven.errors import Fault, PerspectievenError
from perspectieven.lexicon import Lexicon
from perspectieven.reading import SpeakerList
from perspectieven.study.duplicates import find_duplicates
from perspectieven.study.engines import check_engine, choose_engine
from perspectieven.study.gaps import Labels, describe_gaps
from perspectieven.study.inputs import NAMES, SPEAKERS, list_transcripts, read_transcripts
from perspectieven.study.manifest import digest_file, digest_of, package_digest, package_versions, seal_file
from perspectieven.study.pseudonymising import Mask, make_masks, make_wanted
from perspectieven.study.work import Tools, digest_tools
from perspectieven.transcript import Transcript

if TYPE_CHECKING:
    from perspectieven.study.study import Study


def read_study(study: "Study") -> tuple[tuple[Transcript, ...], tuple[Fault, ...]]:
    """Read every transcript, with every speaker known, and what is remarkable in them."""
    return read_transcripts(
        study.transcript_paths,
        study.raw / SPEAKERS,
        columns=study.settings.columns,
        repair=study.settings.repair_encoding,
        perspectives=study.perspectives,
    )


def check_study(study: "Study") -> tuple[str, ...]:
    """Check settings, lexicon, transcripts and speakers, all in one go; see `Study.check`."""
    faults: list[Fault] = []
    transcripts: tuple[Transcript, ...] = ()
    remarks: tuple[Fault, ...] = ()
    try:
        transcripts, remarks = read_study(study)
    except PerspectievenError as error:
        faults += error.faults
    try:
        _ = study.lexicon
    except PerspectievenError as error:
        faults += error.faults
    if faults:
        raise PerspectievenError(faults)
    notes = [*describe_gaps(study.speakers(), {t.id: Labels.of(t.labels) for t in transcripts})]
    notes += map(str, remarks)
    notes += (
        f"{one} and {other}: {share:.0%} of the shorter is in the other too; is one of them there twice?"
        for one, other, share in find_duplicates(transcripts)
    )
    if not transcripts:
        notes.append("data/raw: no transcripts yet")
    return tuple(notes)


def code_study(
    study: "Study", *, jobs: int, engine: str, scheduler: str | None, on_done: Callable[[str], None]
) -> None:
    """Code every transcript and write turns, codings and manifest to data/coded; see `Study.code`."""
    engine = check_engine(engine, scheduler=scheduler)
    settings = study.settings
    paths, faults = list_transcripts(study.raw, ignore=settings.ignore)
    try:
        lexicon, speakers = study.lexicon, study.speakers()
    except PerspectievenError:
        check_study(study)  # what is wrong with the transcripts is told as well
        raise
    made_from = describe_inputs(study, paths, lexicon)
    if not faults and study.coded.is_fresh(made_from):
        for path in paths:
            on_done(path.stem)
        return
    with study.coded.alone():
        if not faults and study.coded.is_fresh(made_from):  # by the process that was waited for
            return
        hides = settings.pseudonyms
        study.coded.code(
            paths,
            speakers,
            Tools(lexicon, settings.columns, digest_tools(lexicon.digest), hides, settings.repair_encoding),
            masks=_make_masks(study, paths, speakers, jobs=jobs) if hides else {},
            made_from=made_from,
            engine=lambda size: choose_engine(engine, jobs=jobs, scheduler=scheduler, size=size),
            faults=faults,
            on_done=on_done,
        )


def _make_masks(study: "Study", paths: Sequence[Path], speakers: SpeakerList, *, jobs: int) -> Mapping[str, Mask]:
    settings = study.settings
    return make_masks(
        paths,
        make_wanted(study.raw, speakers, settings),
        key=study.root / settings.key,
        columns=settings.columns,
        repair=settings.repair_encoding,
        jobs=jobs,
    )


def describe_inputs(study: "Study", paths: Sequence[Path], lexicon: Lexicon) -> dict[str, object]:
    """Return all that turns and codings depend on: while it stays the same, so do they."""
    settings, speakers, names = study.settings, study.raw / SPEAKERS, study.raw / NAMES
    digests, seals = {}, list[str]()
    for path in paths:
        if os.access(path, os.R_OK):
            digests[path.relative_to(study.raw).as_posix()], own = seal_file(path)
            seals.append(own)
    seal = digest_of("".join(seals))
    return {
        "columns": repr(settings.columns),
        "inputs": digests,
        "lexicon": {"name": lexicon.name, "version": lexicon.version, "digest": lexicon.digest},
        "package": package_digest(),
        "perspectives": list(study.perspectives),
        "privacy": {
            "ages": settings.ages,
            "keep": list(settings.keep),
            "largest_place": settings.largest_place,
            "names": _digest_sealed(names, seal),
            "pseudonyms": settings.pseudonyms,
        },
        "repair_encoding": settings.repair_encoding,
        "seed": settings.seed,
        "speakers": _digest_sealed(speakers, seal),
        "versions": package_versions(),
    }


def _digest_sealed(path: Path, seal: str) -> str:
    """Return a digest of a file with names, which somebody without the transcripts cannot find by trying."""
    return digest_of(f"{seal} {digest_file(path)}") if path.is_file() else ""
