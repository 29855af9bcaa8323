"""Measure how the time of reading grows with the size of a file: twice the size may take twice the time, no more.

    python benchmarks/fuzz/growth.py                                    one sign or phrase repeated, in every format
    python benchmarks/fuzz/growth.py --reader .srt --sizes 1 2 4 8      one reader, up to 8 MB
    python benchmarks/fuzz/growth.py --all                              every line, not only what grows too fast

What backtracks or compares everything with everything shows here, whatever library does it. Each file is read in a
process of its own, for `SECONDS` of processor time at most; what takes `GROWTH` times as long for twice the size goes
wrong, if it takes longer than `NOTICEABLE`.
"""

import argparse
import re
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory

from bounds import part_of, repack
from fuzz import SLOW, Worker
from seeds import CHAT, EAF, TEXTGRID, make_pdf, make_seeds

from perspectieven.errors import PerspectievenError
from perspectieven.reading import SUFFIXES, read_source

SECONDS, NOTICEABLE, GROWTH = 60.0, 0.5, 3.0
REPEATED = (
    *" \t\nxA0-*_<([{\"'.?:;|#>&\\/=+•%@~`é",
    *(" \n", "\t\n", "ja ", "Aa ", "x\t", "van ", "De ", "Van de ", "x-", "x-\n", "-\n", "x: ", "- ja\n", "12 ja\n"),
    *(
        "Noor: ja\n",
        "Noor\n",
        "Noor\tja\n",
        "Noor \u2013 ja\n",
        "1 ",
        "12\n",
        "1\n\n",
        "\n\n12\n",
        "1. ja\n",
        "   5 ja\n",
    ),
    *("00:01 ", "00:01\n", "[00:01] ", "00:01\t", "00:00:01,000 --> 00:00:02,000\n", "0:00:01.000,0:00:02.000\nja\n\n"),
    *(
        "1\n00:00:01,000 --> 00:00:02,000\nja\n\n",
        "<v ",
        "<v x",
        "<c",
        "<i>",
        "</i>",
        "<!--",
        "<!-- -->",
        "{\\",
        "&amp;",
    ),
    *("&x", "[a](", "![", "| x ", "**x", "* x", "-x: y\n", "x: y\n", "---\n", "Vraag 1 ", "Vraag 1\nja\n", 'ja?"'),
    *(
        "ja? ",
        "ja. ",
        "Ã«",
        "amara ",
        "tv gelderland ",
        "bedankt voor het kijken. ",
        "+...",
        "[: ",
        "[/] ",
        "(a)",
        "&=",
    ),
    *(
        "xxx ",
        "*INV:\tja .\n",
        "%mor:\tx\n",
        "↫",
        " .",
        '""',
        "\\u21?",
        "\\b ",
        "\\par ",
        "\\'e9",
        "\\cell ",
        "{}",
        "x;y\n",
    ),
    *(",", "e\u0301"),
)
"""Signs and phrases with which a search can begin in many places."""
EDGES = (("", ""), ("Moeder: ja\nNoor: ", "x\n"), ("---\n", "9"), ("Noor: ja\n00:01", "x"), ("<v", "y"))
ARCHIVES = {
    ".docx": ("word/document.xml", "w:t"),
    ".odt": ("content.xml", "text:p"),
    ".xlsx": ("xl/worksheets/sheet1.xml", "t"),
}


def main() -> int:
    """Measure, print what grows too fast, and return 1 if anything does."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "--reader", action="append", choices=sorted(SUFFIXES), help="an ending; all of them if left out"
    )
    parser.add_argument("--sizes", type=float, nargs="+", default=[0.125, 0.25, 0.5], help="in MB, each twice the last")
    parser.add_argument("--all", action="store_true", help="print what is in order too")
    options = parser.parse_args()
    n_wrong = 0
    for suffix in options.reader or sorted(SUFFIXES):
        worker, longest = Worker(work), 0.0
        for name, make in iter_cases(suffix):
            times: list[float] = []
            for size in options.sizes:
                times.append(measure(worker, suffix, make(round(size * 1e6))))
                if times[-1] >= SECONDS:
                    break
            longest = max(longest, times[-1] / options.sizes[len(times) - 1])
            grows = times[-1] >= SECONDS or any(b > max(NOTICEABLE, GROWTH * a) for a, b in pairwise(times))
            n_wrong += grows
            if grows or options.all:
                seconds = " ".join(f"{time:.2f}" for time in times)
                print(f"{suffix:10} {name:60} {seconds}{'  grows too fast' if grows else ''}", flush=True)
        worker.stop()
        print(f"{suffix:10} at most {longest:.1f} s per MB", flush=True)
    return 1 if n_wrong else 0


def iter_cases(suffix: str) -> Iterator[tuple[str, "Maker"]]:
    """Give the name and the maker of each file."""
    for repeated in dict.fromkeys(REPEATED):
        for before, after in EDGES:
            name = f"{before[:8]!r} + {repeated[:20]!r} + {after!r}"
            yield name, Maker(suffix, before, repeated, after)


class Maker:
    """Makes a file of a given size, in which one phrase is repeated where text stands."""

    def __init__(self, suffix: str, before: str, repeated: str, after: str) -> None:
        self._suffix, self._before, self._repeated, self._after = suffix, before, repeated, after

    def __call__(self, size: int) -> bytes:
        """Make it, with this many bytes of text."""
        text = self._before + self._repeated * (size // len(self._repeated.encode())) + self._after
        return carry(self._suffix, text)


def carry(suffix: str, text: str) -> bytes:
    """Put text in a file of this kind, with whatever stands around it there."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    if suffix in ARCHIVES:
        part, tag = ARCHIVES[suffix]
        inside = part_of(suffix, part).decode()
        at = inside.index(">", inside.index(f"<{tag}")) + 1 if f"<{tag}" in inside else None
        if at is None:  # the workbook keeps its words elsewhere
            at = inside.index("<sheetData>") + len("<sheetData>")
            escaped = f'<row r="1"><c r="A1" t="inlineStr"><is><t>{escaped}</t></is></c></row>'
        return repack(suffix, {part: (inside[:at] + escaped + inside[at:]).encode()})
    if suffix == ".pdf":
        return make_pdf(re.sub(r"[\\()]", "", text).split("\n"))
    json = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    before, after = {
        ".vtt": ("WEBVTT\n\n00:07.000 --> 00:08.000\n", "\n"),
        ".srt": ("1\n00:00:01,000 --> 00:00:02,000\n", "\n"),
        ".sbv": ("0:00:01.000,0:00:02.000\n", "\n"),
        ".rtf": ("{\\rtf1 ", "}"),
        ".cha": (CHAT.partition("*INV")[0] + "*INV:\t", " .\n@End\n"),
        ".csv": ("speaker;text\nMoeder;", "\n"),
        ".json": ('{"segments": [{"start": 0, "end": 1, "text": "', '"}]}'),
        ".eaf": EAF.split("Hoe gaat het?"),
        ".textgrid": TEXTGRID.split('""gaat"" het?'),
        ".xml": make_seeds(".xml")[1].decode().split("Bravo!"),
    }.get(suffix, ("", ""))
    shown = json if suffix == ".json" else escaped if suffix in (".eaf", ".xml") else text
    return (before + shown + after).encode()


def measure(worker: Worker, suffix: str, data: bytes) -> float:
    """Have a file read; return the seconds of the processor, at most `SECONDS`."""
    with TemporaryDirectory() as folder:
        path = Path(folder, f"x{suffix}")
        path.write_bytes(data)
        outcome = worker.read(path)
        return SECONDS if outcome == SLOW else float(outcome)


def work(pipe: Connection) -> None:
    """Read the files whose paths come in, and send back the seconds that each takes."""
    while True:
        path = pipe.recv()
        signal.setitimer(signal.ITIMER_PROF, SECONDS)  # ends the process, also inside a regular expression
        started = time.process_time()
        with suppress(PerspectievenError):
            read_source(path)
        pipe.send(time.process_time() - started)


if __name__ == "__main__":
    raise SystemExit(main())
