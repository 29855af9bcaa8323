"""Measure what hostile and enormous files cost: seconds and peak memory of each, and whether it is read or refused.

    python benchmarks/fuzz/bounds.py            all of it, as a table in Markdown
    python benchmarks/fuzz/bounds.py --only zip-bomb

Memory is what the process has at its peak, less what it has before the file is opened.
"""

import argparse
import io
import multiprocessing
import resource
import time
import zipfile
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory

from seeds import CHAT, EAF, TEXTGRID, VTT, make_seeds

from perspectieven.errors import PerspectievenError
from perspectieven.reading import read_source
from perspectieven.reading.source import LARGEST_MARKUP, LARGEST_TEXT

WORDS = b"dat hoort er gewoon bij, "
LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
DOCTYPES = {
    "billion laughs": f'<!DOCTYPE x [<!ENTITY a0 "ha">{LAUGHS}]>',
    "quadratic blowup": f'<!DOCTYPE x [<!ENTITY a9 "{"ha" * 50_000}">]>',
    "external entity": '<!DOCTYPE x [<!ENTITY a9 SYSTEM "file:///etc/hostname">]>',
}
ARCHIVES = {".docx": "word/document.xml", ".odt": "content.xml", ".xlsx": "xl/worksheets/sheet1.xml"}


def main() -> None:
    """Measure all cases and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--only", default="", help="cases with this in their name")
    only = parser.parse_args().only
    print("| file | MB | outcome | seconds | peak MB |\n|---|---|---|---|---|")
    for name, suffix, make in iter_cases():
        if only in name:
            with TemporaryDirectory() as folder:
                path = Path(folder, f"x{suffix}")
                path.write_bytes(make())
                outcome, seconds, peak = measure(path)
                size = path.stat().st_size / 1e6
                print(f"| {name} | {size:.1f} | {outcome} | {seconds:.1f} | {peak / 1e6:.0f} |", flush=True)


def iter_cases() -> Iterator[tuple[str, str, Callable[[], bytes]]]:
    """Give the name, the ending and the maker of each file."""
    plain = (".txt", ".vtt", ".srt", ".sbv", ".csv", ".rtf", ".cha", ".md")
    for suffix in (*plain, ".json", ".eaf", ".textgrid", ".xml"):
        size = LARGEST_TEXT if suffix in plain else LARGEST_MARKUP
        yield f"one line of {size / 1e6:.0f} MB {suffix}", suffix, lambda s=suffix, n=size: one_line(s, n)
    for suffix in (".txt", ".rtf"):
        yield f"one line of 200 MB {suffix}", suffix, lambda s=suffix: one_line(s, 200_000_000)
    for suffix, part in ARCHIVES.items():
        yield f"zip-bomb {suffix}", suffix, lambda s=suffix, p=part: repack(s, {p: bytes(600_000_000)})
        yield (
            f"zip-bomb, false size {suffix}",
            suffix,
            lambda s=suffix, p=part: understate(repack(s, {p: bytes(600_000_000)})),
        )
        yield (
            f"{LARGEST_MARKUP / 1e6:.0f} MB of words {suffix}",
            suffix,
            lambda s=suffix, p=part: repack(s, {p: widen(s, p)}),
        )
        for attack, doctype in DOCTYPES.items():
            yield (
                f"{attack} {suffix}",
                suffix,
                lambda s=suffix, p=part, d=doctype: repack(s, {p: declare(part_of(s, p), d)}),
            )
    for suffix in (".eaf", ".xml"):
        for attack, doctype in DOCTYPES.items():
            yield f"{attack} {suffix}", suffix, lambda s=suffix, d=doctype: declare(make_seeds(s)[0], d)


def one_line(suffix: str, size: int) -> bytes:
    """Make a sound file of this size whose text is one line."""
    before, after = {
        ".vtt": (VTT.encode() + b"\n\n00:00:07.000 --> 00:00:08.000\n", b"\n"),
        ".srt": (b"1\n00:00:01,000 --> 00:00:02,000\n", b"\n"),
        ".sbv": (b"0:00:01.000,0:00:02.000\n", b"\n"),
        ".json": (b'{"segments": [{"start": 0, "end": 1, "text": "', b'"}]}'),
        ".csv": (b'speaker;text\nMoeder;"', b'"\n'),
        ".rtf": (rb"{\rtf1\ansi ", b"}"),
        ".cha": (CHAT.partition("*INV")[0].encode() + b"*INV:\t", b" .\n@End\n"),
        ".eaf": tuple(part.encode() for part in EAF.split("Hoe gaat het?")),
        ".textgrid": tuple(part.encode() for part in TEXTGRID.split('""gaat"" het?')),
        ".xml": tuple(part.encode() for part in make_seeds(".xml")[1].decode().split("Bravo!")),
    }.get(suffix, (b"Moeder: ", b""))
    line = WORDS * ((size - len(before) - len(after)) // len(WORDS))
    return (before + line + after).ljust(size)


def part_of(suffix: str, part: str) -> bytes:
    """Give one part of a sound zip file."""
    with zipfile.ZipFile(io.BytesIO(make_seeds(suffix)[0])) as archive:
        return archive.read(part)


def repack(suffix: str, new: dict[str, bytes]) -> bytes:
    """Make a sound zip file with other parts."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(make_seeds(suffix)[0])) as archive,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as other,
    ):
        for name in archive.namelist():
            other.writestr(name, new.get(name) or archive.read(name))
    return file.getvalue()


def understate(data: bytes) -> bytes:
    """Make a zip file declare, both times, that what unpacks to 600 MB has 1,000 bytes."""
    true, false = (600_000_000).to_bytes(4, "little"), (1_000).to_bytes(4, "little")
    return data.replace(true, false)


def widen(suffix: str, part: str) -> bytes:
    """Repeat what is said in a document until it is as large as may be read."""
    data = part_of(suffix, part)
    start, end = {
        ".docx": (b"<w:p>", b"</w:p>"),
        ".odt": (b"<text:p>", b"</text:p>"),
        ".xlsx": (b"<row ", b"</row>"),
    }[suffix]
    at = data.index(start)
    stop = data.index(end, at) + len(end)
    times = (LARGEST_MARKUP - 2_000_000 - len(data)) // (stop - at)
    return data[:at] + data[at:stop] * times + data[at:]


def declare(data: bytes, doctype: str) -> bytes:
    """Put a document type in front, and an entity in the first text of some length."""
    head, _, rest = data.rpartition(b"?>") if data.startswith(b"<?xml") else (b"", b"", data)
    prolog = head + b"?>" if head else b""
    at = next(rest.index(word) for word in (b"gaat", b"gezin", b"</sheetData>") if word in rest)
    return prolog + doctype.encode() + rest[:at] + b"&a9;" * 1_000 + rest[at:]


def measure(path: Path) -> tuple[str, float, int]:
    """Read a file in a process of its own: what came of it, the seconds, and the peak of its memory in bytes."""
    context = multiprocessing.get_context("spawn")
    pipe, other = context.Pipe()
    process = context.Process(target=read, args=(path, other))
    process.start()
    other.close()
    try:
        outcome: tuple[str, float, int] = pipe.recv()
    except EOFError:
        outcome = ("ended the process", 0.0, 0)
    process.join()
    return outcome


def read(path: Path, pipe: Connection) -> None:
    """Read a file, within 6 GB; send what came of it."""
    resource.setrlimit(resource.RLIMIT_AS, (6_000_000_000, 6_000_000_000))
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # the peak is measured from here
    before = peak_memory()
    started = time.process_time()
    try:
        n = len(read_source(path).utterances)
        outcome = f"read, {n:,} turn{'s' if n > 1 else ''}"
    except PerspectievenError as error:
        outcome = "refused: " + error.faults[0].what.partition(";")[0]
    except Exception as error:  # what must not be
        outcome = f"{type(error).__name__}!"
    seconds = time.process_time() - started
    pipe.send((outcome, seconds, peak_memory() - before))


def peak_memory() -> int:
    """Give the peak of the memory of this process, in bytes."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return 1024 * int(status.partition("VmHWM:")[2].split()[0])


if __name__ == "__main__":
    main()
