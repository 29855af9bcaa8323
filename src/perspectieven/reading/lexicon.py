"""Lexicons from YAML: a folder with one file per theme, or the name of one that ships with the package."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import TypeVar

import yaml

from perspectieven.errors import Fault, LexiconError
from perspectieven.lexicon import Code, Lexicon, NotationError, Term, Theme, write_out
from perspectieven.lexicon.codebook import DOMAINS, FACTORS, LEVELS, NEGATIONS, ORIENTATIONS, QUESTIONS
from perspectieven.reading.signs import LEDGER, WEIGHTS, read_signs

Option = TypeVar("Option", bound=str)

SHIPPED = ("normaliseren",)
INDEX = "lexicon.yaml"

_ALL = "alle"
_INDEX_KEYS = {"naam": True, "versie": True, "themas": True, "lijsten": False}
_THEME_KEYS = {"thema": True, "naam": True, "omschrijving": True, "vragen": True, "uit_verslagen": False, "codes": True}
_CODE_KEYS = {
    "code": True,
    "naam": True,
    "definitie": True,
    "wel": True,
    "niet": True,
    "vragen": True,
    "orientatie": True,
    "bij_ontkenning": True,
    "bij_vraag": False,
    "bij_voorwaarde": False,
    "bij_weergave": False,
    "factor": True,
    "niveau": True,
    "domein": True,
    "kerntermen": True,
    "aanvullend": False,
    "uitsluiten": False,
    "voorbeelden": True,
    "bijna_niet": True,
}
_FLAGS = {
    "asked": ("bij_vraag", "telt"),
    "conditional": ("bij_voorwaarde", "telt"),
    "factual": ("bij_weergave", "blijft feit"),
}
"""Fields of a code that may be left out, and the one value that each may have."""


def read_lexicon(source: str | Path) -> Lexicon:
    """Read a lexicon.

    Parameters
    ----------
    source : str or Path
        The name of a shipped lexicon (``"normaliseren"``), or a folder with `lexicon.yaml` and one file per theme.

    Returns
    -------
    Lexicon

    Raises
    ------
    LexiconError
        With every fault of every file, each with its line and what is allowed there.

    Examples
    --------
    >>> lexicon = read_lexicon("normaliseren")
    >>> len(lexicon.themes), len(lexicon.codes), lexicon.n_terms
    (16, 90, 5828)
    """
    folder = Path(source)
    if str(source) in SHIPPED and not folder.is_dir():
        with as_file(files("perspectieven.lexicon") / str(source)) as shipped:
            return _read_once(shipped, _content_of(shipped))
    if not folder.is_dir():
        what = f"is no folder and no shipped lexicon; use one of {', '.join(SHIPPED)} or the path of a folder"
        raise LexiconError(Fault(str(source), "", what))
    return _read_once(folder, _content_of(folder))


def _content_of(folder: Path) -> str:
    """Return a digest of all files of a lexicon, by which it is known whether it must be read again."""
    digest = hashlib.sha256()
    for path in sorted(
        (*folder.glob("*.yaml"), *(folder / name for name in (WEIGHTS, LEDGER) if (folder / name).is_file()))
    ):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


@lru_cache(maxsize=8)
def _read_once(folder: Path, content: str) -> Lexicon:
    del content
    return _read_folder(folder)


def read_measured(source: str | Path, digest: str) -> dict[str, float] | None:
    """Return how a lexicon did on text it was not made from, or None where that was never measured for this digest.

    The numbers are those of `agreement.Agreement`: n_turns, n_hits, precision, n_firm, recall, stance.

    >>> read_measured("normaliseren", "of another lexicon") is None
    True
    """
    folder = files("perspectieven.lexicon") / str(source) if str(source) in SHIPPED else Path(source)
    record = folder / "measured.json"
    if not record.is_file():
        return None
    found = json.loads(record.read_text(encoding="utf-8"))
    return dict(found["unread"]) if found["lexicon_digest"] == digest else None


def _read_folder(folder: Path) -> Lexicon:
    index = _File.open(folder / INDEX)
    fields = index.mapping(index.root, _INDEX_KEYS)
    lists = index.lists(fields, "lijsten")
    themes: list[Theme] = []
    codes: list[Code] = []
    faults = index.faults
    for theme_id, line in index.texts(fields, "themas"):
        path = folder / f"{theme_id}.yaml"
        if not path.is_file():
            index.fault(line, f'theme "{theme_id}" has no file {path.name}; add the file or take the theme out')
            continue
        file = _File.open(path, lists)
        theme, its_codes = _read_theme(file, theme_id)
        faults += file.faults
        themes += theme
        codes += its_codes
    if not faults:
        for path in sorted(folder.glob("*.yaml")):
            if path.name != INDEX and path.stem not in {theme.id for theme in themes}:
                faults.append(
                    Fault(path.name, "", f"is not among the themas of {INDEX}; list it there or remove the file")
                )
    if faults:
        raise LexiconError(faults)
    name, version = index.text(fields, "naam"), index.text(fields, "versie")
    return Lexicon(name, version, tuple(themes), tuple(codes), read_signs(folder))


def _read_theme(file: "_File", theme_id: str) -> tuple[list[Theme], list[Code]]:
    fields = file.mapping(file.root, _THEME_KEYS)
    if fields and (found := file.text(fields, "thema")) not in {theme_id, ""}:
        file.fault(file.line(fields["thema"]), f'thema is "{found}"; the file name says {theme_id}, make them the same')
    theme = Theme(
        id=theme_id,
        label=file.text(fields, "naam"),
        description=file.text(fields, "omschrijving"),
        questions=file.choices(fields, "vragen", QUESTIONS),
        source=file.text(fields, "uit_verslagen"),
    )
    codes = [code for node in file.items(fields, "codes") if (code := _read_code(file, node, theme_id))]
    return [theme], codes


def _read_code(file: "_File", node: yaml.Node, theme_id: str) -> Code | None:
    fields = file.mapping(node, _CODE_KEYS)
    before = len(file.faults)
    code_id = file.text(fields, "code")
    if code_id and not code_id.startswith(f"{theme_id}-"):
        file.fault(file.line(fields["code"]), f'code "{code_id}" is not of this theme; let it begin with {theme_id}-')
    orientation = file.choice(fields, "orientatie", ORIENTATIONS)
    negation = file.choice(fields, "bij_ontkenning", NEGATIONS)
    factor = file.choice(fields, "factor", FACTORS)
    flags = {name: file.flag(fields, field, allowed) for name, (field, allowed) in _FLAGS.items()}
    terms = file.terms(fields, "kerntermen", core=True) + file.terms(fields, "aanvullend", core=False)
    code = {
        "id": code_id,
        "theme": theme_id,
        "label": file.text(fields, "naam"),
        "definition": file.text(fields, "definitie"),
        "include": file.text(fields, "wel"),
        "exclude": file.text(fields, "niet"),
        "questions": file.choices(fields, "vragen", QUESTIONS),
        "levels": file.choices(fields, "niveau", LEVELS, every=_ALL),
        "domains": file.choices(fields, "domein", DOMAINS, every=_ALL),
        "blockers": file.terms(fields, "uitsluiten", core=True),
        "hits": tuple(text for text, _ in file.texts(fields, "voorbeelden")),
        "near_misses": tuple(text for text, _ in file.texts(fields, "bijna_niet")),
    }
    if len(file.faults) > before or orientation is None or negation is None or factor is None:
        return None
    return Code(**code, **flags, terms=terms, orientation=orientation, negation=negation, factor=factor)  # type: ignore[arg-type]


@dataclass
class _File:
    """One YAML file as nodes that know their lines, and the faults found in it so far."""

    path: Path
    root: yaml.Node | None
    word_lists: dict[str, tuple[str, ...]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    @classmethod
    def open(cls, path: Path, word_lists: dict[str, tuple[str, ...]] | None = None) -> "_File":
        if not path.is_file():
            raise LexiconError(Fault(str(path.parent), "", f"has no {path.name}; add it (see docs/lexicon_notatie.md)"))
        try:
            return cls(path, yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader), word_lists or {})
        except UnicodeDecodeError as error:
            raise LexiconError(Fault(path.name, "", "is not UTF-8; save it as UTF-8")) from error
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            what = f"is no valid YAML: {error.problem}; check indentation, quotes and hyphens there"
            raise LexiconError(Fault(path.name, f"line {line}", what)) from error

    @staticmethod
    def line(node: yaml.Node) -> int:
        return int(node.start_mark.line) + 1

    def fault(self, line: int, what: str) -> None:
        self.faults.append(Fault(self.path.name, f"line {line}", what))

    def mapping(self, node: yaml.Node | None, allowed: dict[str, bool]) -> dict[str, yaml.Node]:
        """Return the fields of a mapping; unknown, doubled and missing ones are faults."""
        if not isinstance(node, yaml.MappingNode):
            self.fault(self.line(node) if node else 1, f"needs the fields {', '.join(allowed)}")
            return {}
        fields: dict[str, yaml.Node] = {}
        for key, value in node.value:
            if key.value not in allowed:
                self.fault(self.line(key), f'field "{key.value}" is unknown; use one of {", ".join(allowed)}')
            elif key.value in fields:
                self.fault(self.line(key), f'field "{key.value}" occurs twice; keep one')
            else:
                fields[key.value] = value
        for name, required in allowed.items():
            if required and name not in fields:
                self.fault(self.line(node), f'field "{name}" is missing; add it')
        return fields

    def text(self, fields: dict[str, yaml.Node], name: str) -> str:
        node = fields.get(name)
        if node is None:
            return ""
        if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
            self.fault(self.line(node), f'"{name}" is empty or no text; write one line of text')
            return ""
        return str(node.value)

    def items(self, fields: dict[str, yaml.Node], name: str) -> list[yaml.Node]:
        node = fields.get(name)
        if node is None:
            return []
        if not isinstance(node, yaml.SequenceNode) or not node.value:
            self.fault(self.line(node), f'"{name}" is no list; write one item per line after a hyphen, or leave it out')
            return []
        return list(node.value)

    def texts(self, fields: dict[str, yaml.Node], name: str) -> Iterator[tuple[str, int]]:
        for node in self.items(fields, name):
            if isinstance(node, yaml.ScalarNode) and node.value.strip():
                yield str(node.value), self.line(node)
            else:
                self.fault(self.line(node), f'"{name}" has an item that is no text; put it in quotes')

    def choice(self, fields: dict[str, yaml.Node], name: str, allowed: tuple[Option, ...]) -> Option | None:
        found = self.text(fields, name)
        for option in allowed:
            if option == found:
                return option
        if found:
            self.fault(self.line(fields[name]), f'{name} is "{found}"; use one of {", ".join(allowed)}')
        return None

    def flag(self, fields: dict[str, yaml.Node], name: str, value: str) -> bool:
        return name in fields and self.choice(fields, name, (value,)) is not None

    def choices(
        self, fields: dict[str, yaml.Node], name: str, allowed: tuple[str, ...], *, every: str = ""
    ) -> tuple[str, ...]:
        found = list(self.texts(fields, name))
        if every and [text for text, _ in found] == [every]:
            return ()
        for text, line in found:
            if text not in allowed:
                options = ", ".join((*allowed, every) if every else allowed)
                self.fault(line, f'{name} has "{text}"; use {options}')
        return tuple(text for text, _ in found)

    def lists(self, fields: dict[str, yaml.Node], name: str) -> dict[str, tuple[str, ...]]:
        """Return the named word lists of an index."""
        node = fields.get(name)
        if node is None:
            return {}
        named = self.mapping(node, {str(key.value): True for key, _ in getattr(node, "value", ())})
        return {key: tuple(text for text, _ in self.texts(named, key)) for key in named}

    def terms(self, fields: dict[str, yaml.Node], name: str, *, core: bool) -> tuple[Term, ...]:
        terms: list[Term] = []
        for text, line in self.texts(fields, name):
            try:
                written_out = write_out(text, self.word_lists)
                terms.append(Term(text, core=core, written_out="" if written_out == text else written_out))
            except NotationError as error:
                self.fault(line, f"{name}: {error}")
        notations = [term.notation for term in terms]
        for notation in dict.fromkeys(notations):
            if notations.count(notation) > 1:
                self.fault(self.line(fields[name]), f'{name} has "{notation}" more than once; keep one')
        return tuple(terms)
