"""What was on the screen at one moment, as plain data.

One round trip to a page (`scenarios/look.js`) or one parse of saved HTML
(`auditor.pages.static`) gives the same type, so that every chooser and every
check works on both. Boxes are CSS pixels in page coordinates; a snapshot made
from HTML has no boxes, and what cannot be known without a browser is guessed
from the markup (`hidden`, inline styles, types).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pydantic import TypeAdapter

SCHEMA = 1
"""Raised when a field changes its meaning; added fields have defaults."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Box:
    """A rectangle on the page, CSS pixels."""

    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Option:
    """One entry of a select."""

    value: str
    text: str
    enabled: bool = True
    selected: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Control:
    """Something a customer can press, type into or choose from."""

    i: int
    """Index within the snapshot; the browser keeps the same index for the live element."""
    tag: str
    """Lower-case element name."""
    role: str
    """button, link, textbox, searchbox, checkbox, radio, combobox, listbox, option, spinbutton, tab,
    switch, file, or `generic` for an element that only script or a pointer cursor makes pressable."""
    name: str = ""
    """Accessible name: aria, label, alt, value, text, title, placeholder, in this order."""
    text: str = ""
    """Visible text inside the element."""
    type: str = ""
    """The `type` attribute of inputs and buttons."""
    label: str = ""
    """Text of the <label>, or for custom widgets the text that stands for one."""
    placeholder: str = ""
    title: str = ""
    autocomplete: str = ""
    href: str = ""
    """Absolute address of a link; empty where it leads nowhere by itself."""
    value: str = ""
    tokens: str = ""
    """id, class, name, data- attributes and icon names, lower case, split into words by spaces."""
    field_name: str = ""
    """The `name` attribute, as written: radios that share it are one question."""
    around: str = ""
    """The same tokens of the nearest three ancestors."""
    form: int = -1
    """Index into `forms`, or -1."""
    submits: bool = False
    """True for the control that sends its form."""
    landmark: str = ""
    """header, nav, main, aside, footer or empty."""
    dialog: int = -1
    """Index into `dialogs`, or -1."""
    frame: int = 0
    """0 is the page itself; others are same-origin frames."""
    box: Box | None = None
    visible: bool = True
    """Can be seen (by itself or by its label) after scrolling to it."""
    enabled: bool = True
    required: bool = False
    """`required`, `aria-required`, or a star or word for it in the label."""
    checked: bool | None = None
    """For radios, checkboxes, switches and pressed or selected widgets."""
    expanded: bool | None = None
    current: bool = False
    """aria-current or the state words active/current/selected in its class."""
    invalid: bool = False
    error: str = ""
    """Error text tied to this field."""
    options: tuple[Option, ...] = ()
    group: str = ""
    """The question a choice answers: legend, group label or text before it."""
    section: str = ""
    """Nearest heading above."""
    row: str = ""
    """Visible text of the nearest ancestor that is clearly larger than the control (a card, a row)."""
    path: str = ""
    """Structural signature; siblings of one list share it."""
    price_near: bool = False
    """A price stands within the same card or row."""
    covered: bool = False
    """Something else lies on top of its centre, where that could be measured."""
    pattern: str = ""
    minlength: int = -1
    maxlength: int = -1
    min: str = ""
    max: str = ""
    inputmode: str = ""

    @property
    def words(self) -> str:
        """What a customer can read on or beside the control."""
        return " ".join(dict.fromkeys(t for t in (self.name, self.text, self.label) if t))


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """A run of text that stands by itself: a paragraph, a list item, a table row, a heading."""

    text: str
    """White space folded; cells of a table row are joined by tabs."""
    tag: str = ""
    level: int = 0
    """1-6 for headings, else 0."""
    landmark: str = ""
    dialog: int = -1
    frame: int = 0
    visible: bool = True
    """False for text that is in the page but folded away (closed accordion, other tab)."""
    live: bool = False
    """Announced to the customer: role alert or status, or an aria-live region."""
    box: Box | None = None
    tokens: str = ""
    """id and class words of the block and its two ancestors."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Form:
    """A form of the page."""

    action: str = ""
    method: str = "get"
    tokens: str = ""
    landmark: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Dialog:
    """Something that lies over the page: modal, drawer, banner, overlay."""

    i: int
    role: str = ""
    modal: bool = False
    text: str = ""
    tokens: str = ""
    box: Box | None = None
    covers: float = 0.0
    """Share of the window that it covers, 0..1."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Frame:
    """A frame in the page; the contents of foreign ones are not looked at."""

    src: str = ""
    name: str = ""
    same_origin: bool = False
    box: Box | None = None
    visible: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """One microdata item (schema.org in attributes)."""

    type: str
    props: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Snapshot:
    """One page at one moment."""

    url: str
    title: str = ""
    lang: str = ""
    """The html element's lang attribute, as written."""
    controls: tuple[Control, ...] = ()
    blocks: tuple[Block, ...] = ()
    forms: tuple[Form, ...] = ()
    dialogs: tuple[Dialog, ...] = ()
    frames: tuple[Frame, ...] = ()
    items: tuple[Item, ...] = ()
    jsonld: tuple[str, ...] = ()
    """Raw text of each JSON-LD block, however broken."""
    meta: tuple[tuple[str, str], ...] = ()
    """(name or property, content), in order."""
    hreflang: tuple[tuple[str, str], ...] = ()
    """(language, address) of alternates."""
    scripts: tuple[str, ...] = ()
    """Absolute addresses of scripts."""
    progress: tuple[tuple[str, bool], ...] = ()
    """The steps of a progress list, (label, is the current one)."""
    window: tuple[int, int] = (0, 0)
    height: float = 0.0
    truncated: bool = False
    """True when the page was larger than what a look takes in."""
    schema: int = SCHEMA

    @property
    def headings(self) -> tuple[Block, ...]:
        """Visible headings in reading order."""
        return tuple(b for b in self.blocks if b.level and b.visible)

    @property
    def text(self) -> str:
        """Visible text, one block a line."""
        return "\n".join(b.text for b in self.blocks if b.visible)

    def meta_value(self, name: str) -> str:
        """The first content of a meta name or property, or an empty string."""
        return next((content for key, content in self.meta if key == name), "")


@cache
def _adapter() -> TypeAdapter[Snapshot]:
    return TypeAdapter(Snapshot)


def dump_snapshot(snapshot: Snapshot) -> bytes:
    """The snapshot as JSON without fields that hold their default, byte for byte reproducible."""
    return _adapter().dump_json(snapshot, exclude_defaults=True)


def load_snapshot(data: bytes | str) -> Snapshot:
    """The snapshot in saved JSON.

    Raises: pydantic.ValidationError when it is none.
    """
    return _adapter().validate_json(data)


def snapshot_from(data: object) -> Snapshot:
    """The snapshot in decoded JSON, as a browser hands it over."""
    return _adapter().validate_python(data)
