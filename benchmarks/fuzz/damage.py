"""Damage to a file: what a bad disk, a bad program or a bad person does to it."""

import io
import zipfile
from collections.abc import Callable, Sequence
from random import Random

LARGEST = 2_000_000
"""Bytes: a file that damage would make larger than this is cut off."""

_OPENERS = (
    *(b"<a>", b"<p>", b"<text:p>", b"<text:span>", b"<w:p>", b"<w:tbl><w:tr><w:tc>", b"<al>", b"<u>", b"<speech>"),
    *(
        b"<v Noor>",
        b"<i>",
        b"<00:00:01.000>",
        b"{",
        b"[",
        b"(",
        b'"',
        b"{\\shptxt ",
        b"{\\b ",
        b"\\itap9 ",
        b"> ",
        b"- ",
    ),
    *(
        b"[[",
        b'{"a":',
        b'{"segments":[',
        b"**",
        b"![",
        b"<!--",
        b"|",
        b"Noor: ",
        b"*INV:\t",
        b"+",
        b"&-",
        b"<< ",
        b"[ /",
    ),
)
_SIGNS = (
    *(b"\x00", b"\r", b"\n", b"\n\n", b"\t", b"\xff\xfe", b"\xef\xbb\xbf", b"\xc3", b"\xed\xa0\x80", b"\x15", b"\x0c"),
    *(b"-->", b"00:00:01.000 --> 00:00:02.000", b"99:99:99,999", b"-1", b"0", b"1e999", b"9" * 400, b"NaN", b"null"),
    *(
        b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
        b"&b;",
        b"&#0;",
        b"&#x110000;",
        b"]]>",
        b"<?xml?>",
        b"\\u-1?",
        b"\\bin9 ",
        b"\\uc9",
    ),
    *(
        b"WEBVTT",
        b"NOTE",
        b"STYLE",
        b"@Participants:\t",
        b"%mor:\t",
        b'""',
        b";",
        b",",
        b":",
        b"\\ud800",
        b"\xc3\x83\xc2\xab",
    ),
)


def damage(seeds: Sequence[bytes], random: Random) -> bytes:
    """Return one of the seeds, damaged one to six times; of a zip file mostly what is inside."""
    data = random.choice(seeds)
    inside = data.startswith(b"PK") and random.random() < 0.8
    return _damage_inside(data, random) if inside else _damage_bytes(data, seeds, random)


def _damage_bytes(data: bytes, seeds: Sequence[bytes], random: Random) -> bytes:
    for _ in range(random.randint(1, 6)):
        data = random.choice(_WAYS)(data, seeds, random)[:LARGEST]
    return data


def _damage_inside(data: bytes, random: Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    likely = [name for name in parts if name.endswith((".xml", ".rels"))]
    for name in random.sample(likely, min(len(likely), random.randint(1, 2))):
        parts[name] = _damage_bytes(parts[name], list(parts.values()), random)
    if random.random() < 0.1:
        parts.pop(random.choice(list(parts)))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(f"../{name}" if random.random() < 0.01 else name, part)
    return file.getvalue()


def _flip(data: bytes, _: Sequence[bytes], random: Random) -> bytes:
    flipped = bytearray(data)
    for _number in range(random.randint(1, 8) if data else 0):
        flipped[random.randrange(len(data))] ^= 1 << random.randrange(8)
    return bytes(flipped)


def _truncate(data: bytes, _: Sequence[bytes], random: Random) -> bytes:
    at = random.randint(0, len(data))
    return data[:at] if random.random() < 0.7 else data[at:]


def _splice(data: bytes, seeds: Sequence[bytes], random: Random) -> bytes:
    other = random.choice(seeds)
    return data[: random.randint(0, len(data))] + other[random.randint(0, len(other)) :]


def _duplicate(data: bytes, _: Sequence[bytes], random: Random) -> bytes:
    start, end = sorted(random.randint(0, len(data)) for _ in range(2))
    end = min(end, start + 2000)
    times = random.choice((1, 2, 5, 100, 3000))
    return data[:end] + data[start:end] * min(times, LARGEST // max(end - start, 1)) + data[end:]


def _remove(data: bytes, _: Sequence[bytes], random: Random) -> bytes:
    at = random.randint(0, len(data))
    return data[:at] + data[at + random.choice((1, 2, 10, 100)) :]


def _insert(data: bytes, new: bytes, random: Random) -> bytes:
    at = random.randint(0, len(data))
    return data[:at] + new + data[at:]


def _insert_sign(data: bytes, _: Sequence[bytes], random: Random) -> bytes:
    return _insert(data, random.choice(_SIGNS), random)


def _insert_unicode(data: bytes, _: Sequence[bytes], random: Random) -> bytes:
    signs = "".join(
        chr(random.choice((0x80, 0x300, 0x2000, 0xFE00, 0x1F600)) + random.randrange(256)) for _ in range(9)
    )
    return _insert(data, signs.encode("utf-8"), random)


def _nest(data: bytes, _: Sequence[bytes], random: Random) -> bytes:
    return _insert(data, random.choice(_OPENERS) * random.choice((2, 40, 200, 2000, 60_000)), random)


_WAYS: tuple[Callable[[bytes, Sequence[bytes], Random], bytes], ...] = (
    *(_flip, _truncate, _splice, _duplicate, _remove, _insert_sign, _insert_sign, _insert_unicode, _nest),
)
