"""Which line of a YAML file does a value come from?

Configuration is YAML 1.2 (`no` is a word, `1:30` is text) and is read into plain
data together with the place of every entry, so that whatever is wrong later can be
said as `wave.yaml:7:13: shops[0].url: ...`. Files are small and written by people:
large files, expanding aliases, own tags and keys given twice are refused.
"""

from __future__ import annotations

import math
import re
import warnings
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, ReusedAnchorWarning, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from auditor.errors import ConfigError

MAX_BYTES = 1_000_000
MAX_VALUES = 200_000
"""Values after aliases are written out; a bomb reaches it at once, a long list of shops never."""
MAX_DEPTH = 30

Place = tuple[str | int, ...]
"""The way to a value: ("shops", 0, "url")."""

_CORE = "tag:yaml.org,2002:"
_INT = re.compile(r"[-+]?[0-9]+|0x[0-9a-fA-F]+|0o[0-7]+")
_TRUE, _FALSE = ("true", "True", "TRUE"), ("false", "False", "FALSE")


class EntryError(ConfigError):
    """A ConfigError that also knows the column."""

    def __init__(self, problem: str, *, path: str, line: int, column: int, entry: str = "") -> None:
        super().__init__(problem, path=path, line=line, entry=entry)
        self.column = column
        self.args = (": ".join(part for part in (f"{path}:{line}:{column}", entry, problem) if part),)


@dataclass(frozen=True, kw_only=True)
class Document:
    """A configuration file as plain data, with the line of every entry."""

    path: str
    data: Any
    body: bytes
    """The file's bytes: their hash is its identity."""
    marks: dict[Place, tuple[int, int]] = field(default_factory=dict)
    """(line, column) of each value, from 1; of a key under (*place, "key ", name)."""

    def error(self, place: Place, problem: str, *, at_key: bool = False) -> EntryError:
        """A ConfigError that points at an entry, or at the nearest one around it that exists."""
        known = place
        if at_key and place and (key := (*place[:-1], "key ", place[-1])) in self.marks:
            known = key
        while known not in self.marks and known:
            known = known[:-1]
        line, column = self.marks.get(known, (1, 1))
        return EntryError(problem, path=self.path, line=line, column=column, entry=self._words(place))

    def _words(self, place: Place) -> str:
        """`criteria[3].weight (generous_returns)`."""
        words, name, here = "", "", self.data
        for part in place:
            words += f"[{part}]" if isinstance(part, int) else f".{part}" if words else str(part)
            try:
                here = here[part]
            except (KeyError, IndexError, TypeError):
                break
            if isinstance(here, dict) and isinstance(here.get("id"), str):
                name = here["id"]
        return f"{words} ({name})" if name and len(place) > 1 else words


def read_yaml(path: Path) -> Document:
    """The contents of a configuration file, with places.

    Raises: ConfigError when there is no such file, or it is not one plain UTF-8 YAML document.
    """
    shown = str(path)
    try:
        if path.is_file() and path.stat().st_size > MAX_BYTES:
            raise ConfigError(f"the file is larger than {MAX_BYTES // 1_000_000} MB", path=shown)
        body = path.read_bytes()
    except FileNotFoundError:
        raise ConfigError("there is no such file", path=shown) from None
    except OSError as error:
        raise ConfigError(f"cannot be read ({error.strerror or error})", path=shown) from error
    return parse_yaml(body, shown)


def parse_yaml(body: bytes, shown: str) -> Document:
    """The same for bytes that were read already; `shown` is the name used in messages."""
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        raise ConfigError("is not UTF-8 text", path=shown, line=line) from None
    if _opens_too_many(text):
        raise ConfigError("lists and entries are nested too deeply", path=shown)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ReusedAnchorWarning)  # the later one counts, as YAML says
            root = YAML(typ="safe", pure=True).compose(text)
    except RecursionError:
        raise ConfigError("lists and entries are nested too deeply", path=shown) from None
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise EntryError(_plain(error), path=shown, line=line, column=column) from None
    except YAMLError as error:
        raise ConfigError(str(error).splitlines()[0], path=shown) from None
    if root is None:
        raise ConfigError("the file is empty", path=shown)
    reader = _Reader(shown)
    return Document(path=shown, data=reader.value(root, ()), body=body, marks=reader.marks)


def _opens_too_many(text: str) -> bool:
    """True for hundreds of brackets that are never closed, which take a parser seconds to give up on."""
    depth = 0
    for bracket in re.findall(r"[][{}]", text):
        depth += 1 if bracket in "[{" else -1
        if depth > 10 * MAX_DEPTH:
            return True
    return False


def _plain(error: MarkedYAMLError) -> str:
    """What YAML complains about, in words for the person who wrote the file."""
    problem = str(error.problem or error.context or "is not YAML")
    if "\\t" in problem:
        return "a tab stands here; YAML wants spaces"
    if "another document" in problem or "single document" in str(error.context or ""):
        return "a second document begins (`---`); one is expected"
    return f"not readable as YAML: {problem}"


class _Reader:
    """Turns nodes into plain data and remembers where each came from."""

    def __init__(self, shown: str) -> None:
        self.shown = shown
        self.marks: dict[Place, tuple[int, int]] = {}
        self.count = 0

    def value(self, node: Node, place: Place) -> Any:
        self.count += 1
        if self.count > MAX_VALUES:
            raise self.refuse(node, "aliases expand to too much; write the entries out")
        if len(place) > MAX_DEPTH:
            raise self.refuse(node, "lists and entries are nested too deeply")
        self.marks[place] = (node.start_mark.line + 1, node.start_mark.column + 1)
        if isinstance(node, MappingNode):
            return self.mapping(node, place)
        if isinstance(node, SequenceNode):
            self.core(node, "seq")
            return [self.value(child, (*place, n)) for n, child in enumerate(node.value)]
        assert isinstance(node, ScalarNode), node
        return self.scalar(node)

    def mapping(self, node: MappingNode, place: Place) -> dict[str, Any]:
        self.core(node, "map")
        found: dict[str, Any] = {}
        for key_node, child in node.value:
            key = key_node.value
            if not isinstance(key_node, ScalarNode):
                raise self.refuse(key_node, "a key must be a plain word")
            if key in found:
                first = self.marks[(*place, "key ", key)][0]
                raise self.refuse(key_node, f"{key!r} is given twice; first on line {first}")
            self.marks[(*place, "key ", key)] = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
            found[key] = self.value(child, (*place, key))
        return found

    def scalar(self, node: ScalarNode) -> str | int | float | bool | None:
        text: str = node.value
        match str(node.tag or "").removeprefix(_CORE):
            case "null":
                return None
            case "bool" if text in (*_TRUE, *_FALSE):
                return text in _TRUE
            case "int" if _INT.fullmatch(text) and len(text) < 20:
                return int(text, 0) if text[:2] in ("0x", "0o") else int(text)
            case "float":
                return self.number(node, text)
            case "str" | "bool" | "int" | "timestamp":
                return text
        raise self.refuse(node, f"the tag {node.tag} is not used here")

    def number(self, node: ScalarNode, text: str) -> float:
        try:
            number = float(text.replace("_", ""))
        except ValueError:
            number = math.nan
        if not math.isfinite(number):
            raise self.refuse(node, f"{text} is not a number to work with")
        return number

    def core(self, node: Node, kind: str) -> None:
        if str(node.tag or "").removeprefix(_CORE) != kind:
            raise self.refuse(node, f"the tag {node.tag} is not used here")

    def refuse(self, node: Node, problem: str) -> EntryError:
        mark = node.start_mark
        return EntryError(problem, path=self.shown, line=mark.line + 1, column=mark.column + 1)
