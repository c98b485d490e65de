"""The snapshot of saved HTML, without a browser.

Gives the same type as `scenarios/look.js`, so that spiders, tests and choosers share
everything behind it. What only a layout can tell is guessed from the markup: hidden
attributes, inline styles and the few class names that every toolkit uses for hiding.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urljoin

import lxml.html
from lxml import etree
from lxml.html import soupparser

from auditor.pages.prices import PRICE
from auditor.pages.words import words_of
from auditor.snapshot import Block, Control, Form, Frame, Item, Option, Snapshot

MAX_CONTROLS = 3000
MAX_BLOCKS = 6000

_BLOCKS = frozenset(
    "address article aside blockquote body button caption dd details dialog div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hr label legend li main nav ol option p pre section select "
    "summary table tbody textarea tfoot thead tr ul".split()
)
_SKIP = frozenset(
    "script style noscript template head link meta svg canvas iframe frame object embed video audio map "
    "select datalist".split()
)
_LANDMARK = {"header": "header", "nav": "nav", "main": "main", "aside": "aside", "footer": "footer"}
_LANDMARK_ROLE = {
    "banner": "header",
    "navigation": "nav",
    "main": "main",
    "complementary": "aside",
    "contentinfo": "footer",
}
_ROLES = frozenset(
    "button link textbox searchbox checkbox radio combobox listbox option spinbutton tab switch".split()
)
_HIDING = frozenset("hidden d-none hide sr-only visually-hidden screen-reader-text is-hidden".split())
_STYLE_HIDES = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_GLUED = re.compile(r"([^\W\d_])([€$£¥₹₽₺₴₪₩฿]\s?\d)")
_DEPTH = 200
_PATIENT = 300_000
"""Bytes that the patient parser (BeautifulSoup, fifteen times slower) is given."""


def snapshot_from_html(html: str | bytes, url: str) -> Snapshot:
    """What a customer could read and press on this page, as far as the markup tells.

    Never raises on any input: a document that cannot be parsed gives an empty snapshot.
    """
    root = _parse(html)
    if root is None:
        return Snapshot(url=url)
    return _Builder(root, url).build()


def _parse(html: str | bytes) -> Any:
    data = html.encode("utf-8", "replace") if isinstance(html, str) else html
    parser = lxml.html.HTMLParser(encoding="utf-8" if isinstance(html, str) else None)
    try:
        return lxml.html.document_fromstring(data.replace(b"\0", b""), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return _rescued(data)


def _rescued(data: bytes) -> Any:
    """The tree of markup that the fast parser gives up on, by the patient one; None when there is nothing."""
    try:
        return soupparser.fromstring(data[:_PATIENT], features="html.parser")
    except (etree.LxmlError, ValueError, AssertionError, RecursionError, LookupError):
        return None


@dataclass(frozen=True)
class _State:
    visible: bool = True
    landmark: str = ""
    live: bool = False
    closed: bool = False


class _Builder:
    """Walks the tree once, in reading order."""

    def __init__(self, root: Any, url: str) -> None:
        self.root, self.url = root, url
        base = root.find(".//base[@href]")
        self.base = (_join(url, base.get("href")) or url) if base is not None else url
        self.controls: list[Control] = []
        self.blocks: list[Block] = []
        self.forms: list[Form] = []
        self.frames: list[Frame] = []
        self._ids = {el.get("id"): el for el in reversed(list(root.iter())) if el.get("id")}
        self._form_index: dict[Any, int] = {}
        self._buffer: list[str] = []
        self._holder: tuple[Any, _State] | None = None
        self._section = ""
        self._truncated = False
        self._labels = {
            label.get("for"): label
            for label in root.iter("label")
            if isinstance(label.tag, str) and label.get("for")
        }

    def build(self) -> Snapshot:
        body = self.root.find("body")
        if body is None:
            body = self.root
        self._visit(body, _State(), 0)
        self._flush()
        root = self.root
        return Snapshot(
            url=self.url,
            title=fold_space(root.findtext(".//title") or "")[:300],
            lang=root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "",
            controls=tuple(self.controls),
            blocks=tuple(self.blocks),
            forms=tuple(self.forms),
            frames=tuple(self.frames),
            items=tuple(_items(root, self.base)),
            jsonld=tuple(
                s.text_content()[:100_000]
                for s in root.iter("script")
                if (s.get("type") or "") == "application/ld+json"
            )[:30],
            meta=tuple(
                (m.get("name") or m.get("property") or "", (m.get("content") or "")[:500])
                for m in root.iter("meta")
                if m.get("name") or m.get("property")
            )[:100],
            hreflang=tuple(
                (link.get("hreflang"), _join(self.base, link.get("href") or ""))
                for link in root.iter("link")
                if link.get("hreflang")
            )[:60],
            scripts=tuple(_join(self.base, s.get("src")) for s in root.iter("script") if s.get("src"))[:150],
            truncated=self._truncated,
        )

    # --- the walk ---

    def _visit(self, el: Any, parent: _State, depth: int) -> None:
        if depth > _DEPTH or not isinstance(el.tag, str):
            self._truncated = self._truncated or depth > _DEPTH
            return
        tag = el.tag.lower()
        state = _inherit(el, tag, parent)
        if tag in ("iframe", "frame"):
            self.frames.append(
                Frame(
                    src=_join(self.base, el.get("src") or "")[:500],
                    name=fold_space(f"{el.get('name') or ''} {el.get('title') or ''}"),
                    visible=state.visible,
                )
            )
        is_block = tag in _BLOCKS
        before = self._holder
        if is_block or tag == "br":
            self._flush()
        if is_block:
            self._holder = (el, state)
        if _is_control(el, tag):
            self._add_control(el, tag, state)
        if tag in ("td", "th"):
            self._buffer.append("\t")
        if tag not in _SKIP:
            self._text(el.text)
            for child in el:
                self._visit(child, state, depth + 1)
                self._text(child.tail)
        if is_block:
            self._flush()
            self._holder = before

    def _text(self, text: str | None) -> None:
        if text:
            self._buffer.append(text[:5000])

    def _flush(self) -> None:
        raw, self._buffer = "".join(self._buffer), []
        text = "\t".join(cell for part in raw.split("\t") if (cell := fold_space(part)))
        if not text or self._holder is None:
            return
        if len(self.blocks) >= MAX_BLOCKS:
            self._truncated = True
            return
        el, state = self._holder
        tag = el.tag.lower()
        level = int(tag[1]) if re.fullmatch(r"h[1-6]", tag) else 2 if el.get("role") == "heading" else 0
        near = [el, *([el.getparent()] if el.getparent() is not None else [])]
        block = Block(
            text=text[:4000],
            tag=tag,
            level=level,
            landmark=state.landmark,
            visible=state.visible,
            live=state.live,
            tokens=fold_space(" ".join(_id_class(n) for n in near))[:160],
        )
        if level and state.visible:
            self._section = block.text
        self.blocks.append(block)

    # --- controls ---

    def _add_control(self, el: Any, tag: str, state: _State) -> None:
        kind = (el.get("type") or ("text" if tag == "input" else "submit" if tag == "button" else "")).lower()
        if tag == "input" and kind == "hidden":
            return
        if len(self.controls) >= MAX_CONTROLS:
            self._truncated = True
            return
        role = _role(el, tag, kind)
        field = tag in ("input", "select", "textarea") and role != "button"
        text = "" if tag in ("input", "select", "textarea") else _inner_text(el)[:300]
        label_el = self._label_of(el) if field else None
        label = _text_without_fields(label_el) if label_el is not None else ""
        if not label and field and not el.get("aria-label"):
            label = (
                _text_before(el)
                if kind not in ("radio", "checkbox")
                else fold_space(el.tail or "") or _text_before(el)
            )
        pressed = el.get("value") or "" if role == "button" and tag == "input" else ""
        alternatives = " ".join(
            n.get("alt") or n.get("aria-label") or ""
            for n in el.iter()
            if n is not el and isinstance(n.tag, str)
        )
        name = next(
            (
                fold_space(t)
                for t in (
                    el.get("aria-label"),
                    self._by_ids(el.get("aria-labelledby")),
                    label,
                    el.get("alt"),
                    pressed,
                    text,
                    alternatives,
                    el.get("title"),
                    el.get("placeholder"),
                )
                if t and fold_space(t)
            ),
            "",
        )
        form = self._ids.get(el.get("form")) if el.get("form") else _closest(el, "form")
        row, price = _row(el, text or label)
        star = bool(re.search(r"[*＊]\s*:?$", label)) or "*" in (el.get("placeholder") or "")
        self.controls.append(
            Control(
                i=len(self.controls),
                tag=tag,
                role=role,
                name=name[:300],
                text=text,
                type=kind,
                label=label[:200],
                placeholder=fold_space(el.get("placeholder") or "")[:120],
                title=fold_space(el.get("title") or "")[:120],
                autocomplete=(el.get("autocomplete") or "").lower()[:60],
                href=_join(self.base, el.get("href") or "")[:1000]
                if tag == "a" and el.get("href") is not None
                else "",
                value=_value(el, tag)[:200],
                tokens=_tokens(el)[:400],
                field_name=(el.get("name") or "")[:80],
                around=fold_space(" ".join(_id_class(n) for n in _ancestors(el, 3)))[:300],
                form=self._form(form) if form is not None else -1,
                submits=form is not None
                and ((tag == "button" and kind == "submit") or kind in ("submit", "image")),
                landmark=state.landmark,
                visible=state.visible,
                enabled=el.get("disabled") is None and el.get("aria-disabled") != "true",
                required=field
                and (el.get("required") is not None or el.get("aria-required") == "true" or star),
                checked=_checked(el, kind),
                expanded=_flag(el.get("aria-expanded")),
                current=(el.get("aria-current") or "false") != "false"
                or bool({"active", "current", "selected"} & set((el.get("class") or "").lower().split())),
                invalid=el.get("aria-invalid") == "true",
                options=_options(el) if tag == "select" else (),
                group=_group(el, role),
                section=self._section[:120],
                row=row,
                price_near=price,
                path=_path(el),
                pattern=(el.get("pattern") or "")[:200],
                inputmode=el.get("inputmode") or "",
                min=el.get("min") or "",
                max=el.get("max") or "",
                minlength=_int(el.get("minlength")),
                maxlength=_int(el.get("maxlength")),
            )
        )

    def _label_of(self, el: Any) -> Any:
        found = self._labels.get(el.get("id")) if el.get("id") else None
        return found if found is not None else _closest(el, "label")

    def _by_ids(self, ids: str | None) -> str:
        if not ids:
            return ""
        parts = [self._ids.get(i) for i in ids.split()[:20]]
        return fold_space(" ".join(p.text_content() for p in parts if p is not None))

    def _form(self, form: Any) -> int:
        if form not in self._form_index:
            self._form_index[form] = len(self.forms)
            action = form.get("action")
            self.forms.append(
                Form(
                    action=_join(self.base, action)[:500] if action is not None else self.url,
                    method=(form.get("method") or "get").lower(),
                    tokens=fold_space(
                        f"{_id_class(form)} {words_of(form.get('action') or '')} {form.get('role') or ''}"
                    )[:200],
                    landmark=next((_LANDMARK[a.tag] for a in _ancestors(form, 20) if a.tag in _LANDMARK), ""),
                )
            )
        return self._form_index[form]


# --- helpers on elements ---


def fold_space(text: str) -> str:
    """Text with white space folded, invisible marks removed, and prices as words of their own."""
    return " ".join(_GLUED.sub(r"\1 \2", re.sub("[\u200b\u00ad\ufeff]", "", text)).split())


def _inherit(el: Any, tag: str, parent: _State) -> _State:
    classes = set((el.get("class") or "").lower().split())
    hidden = (
        el.get("hidden") is not None
        or bool(_STYLE_HIDES.search(el.get("style") or ""))
        or bool(classes & _HIDING)
        or ("collapse" in classes and not classes & {"show", "in"})
        or (parent.closed and tag != "summary")
        or (tag == "dialog" and el.get("open") is None)
    )
    role = (el.get("role") or "").lower()
    mark = _LANDMARK_ROLE.get(role) or (_LANDMARK.get(tag, "") if role in ("", "presentation") else "")
    if mark in ("header", "footer") and parent.landmark == "main":
        mark = ""
    if mark == "nav" and parent.landmark in ("header", "footer"):
        mark = ""  # a menu in the foot of the page is the foot
    return replace(
        parent,
        visible=parent.visible and not hidden,
        landmark=mark or parent.landmark,
        live=parent.live or role in ("alert", "status") or el.get("aria-live") in ("polite", "assertive"),
        closed=tag == "details" and el.get("open") is None,
    )


def _is_control(el: Any, tag: str) -> bool:
    if tag == "a":
        return el.get("href") is not None or el.get("onclick") is not None or el.get("role") is not None
    return (
        tag in ("button", "input", "select", "textarea", "summary")
        or (el.get("role") or "").lower() in _ROLES
        or el.get("onclick") is not None
        or el.get("contenteditable") in ("", "true")
    )


def _role(el: Any, tag: str, kind: str) -> str:
    role = (el.get("role") or "").lower().split(" ")[0]
    if role in _ROLES:
        return role
    simple = {"button": "button", "summary": "button", "select": "combobox", "textarea": "textbox"}
    if tag in simple:
        return simple[tag]
    if tag == "a":
        return "link" if el.get("href") is not None else "generic"
    if tag == "input":
        inputs = {
            "submit": "button",
            "button": "button",
            "image": "button",
            "reset": "button",
            "checkbox": "checkbox",
            "radio": "radio",
            "file": "file",
            "search": "searchbox",
            "number": "spinbutton",
            "range": "generic",
        }
        return inputs.get(kind, "textbox")
    return "textbox" if el.get("contenteditable") is not None else "generic"


def _id_class(el: Any) -> str:
    return words_of(f"{el.get('id') or ''} {_classes(el)}")


def _classes(el: Any) -> str:
    """Class names without utility variants ("disabled:opacity-50"), which say nothing of what is."""
    return " ".join(c for c in (el.get("class") or "").split() if not re.search(r"[:\[\]@!]", c))


def _tokens(el: Any) -> str:
    parts = [
        el.get("id"),
        _classes(el),
        el.get("name"),
        el.get("rel"),
        el.get("formaction"),
        el.get("aria-controls"),
    ]
    for key, value in el.attrib.items():
        if str(key).startswith("data-") and len(key) < 40:
            parts += [key[5:], value if len(value) < 40 else ""]
    icons = [n for n in el.iter("svg", "i", "img", "use", "span") if n is not el][:3]
    for icon in icons:
        parts += [_classes(icon), icon.get("data-icon"), (icon.get("href") or "")[-40:]]
        parts.append((icon.get("src") or "").rsplit("/", 1)[-1][:40])
    return fold_space(words_of(" ".join(p for p in parts if p)))


def _ancestors(el: Any, count: int) -> list[Any]:
    found: list[Any] = []
    for node in el.iterancestors():
        if len(found) == count or node.tag == "body":
            break
        found.append(node)
    return found


def _closest(el: Any, tag: str) -> Any:
    return next(el.iterancestors(tag), None)


def _inner_text(el: Any, most: int = 20_000) -> str:
    """The element's text, up to a length: whoever asks for a row's text stops reading at a page's."""
    parts: list[str] = []
    length = 0

    def collect(node: Any, depth: int) -> None:
        nonlocal length
        if (
            depth > 40
            or length > most
            or not isinstance(node.tag, str)
            or node.tag.lower() in ("script", "style", "noscript", "template", "svg")
        ):
            return
        parts.append(node.text or "")
        length += len(parts[-1])
        for child in node:
            collect(child, depth + 1)
            if length > most:
                return
            parts.append(" " if isinstance(child.tag, str) and child.tag in _BLOCKS else "")
            parts.append(child.tail or "")
            length += len(parts[-1])

    collect(el, 0)
    return fold_space("".join(parts))


def _text_without_fields(label: Any) -> str:
    return fold_space(
        " ".join(
            t
            for t in label.xpath(
                ".//text()[not(ancestor::select) and not(ancestor::textarea) and not(ancestor::script)]"
            )
        )
    )


def _text_before(el: Any) -> str:
    """Short words that stand right before a field: a table cell, a line of text."""
    node = el
    for _ in range(3):
        previous = node.getprevious()
        words = ""
        if previous is not None:
            if previous.tag in ("input", "select", "textarea", "button") or (
                isinstance(previous.tag, str)
                and next(previous.iter("input", "select", "textarea", "button"), None) is not None
            ):
                return ""  # what stands there belongs to another field
            words = fold_space(
                (_inner_text(previous) if isinstance(previous.tag, str) else "") + " " + (previous.tail or "")
            )
        elif node.getparent() is not None:
            words = fold_space(node.getparent().text or "")
        if words:
            return words if len(words) <= 80 else ""
        node = node.getparent()
        if node is None or node.tag in ("form", "body"):
            return ""
    return ""


def _row(el: Any, own: str) -> tuple[str, bool]:
    """Text of the card or row around a control, and whether a price stands in it."""
    row = ""
    for node in _ancestors(el, 6):
        text = _inner_text(node, 1300)  # white space folds to less
        if len(text) > 600 or node.tag == "main" or _many_places(node):
            break
        if not row and len(text) >= len(own) + 4:
            row = text
        if PRICE.search(text):
            return max(row, text, key=len)[:300], True
    return row[:300], bool(PRICE.search(own))


def _many_places(node: Any) -> bool:
    """True when links to more than three places stand in an element: a list, not a card."""
    places: set[str] = set()
    for link in node.iter("a"):
        place = (link.get("href") or "").split("#")[0]
        if place:
            places.add(place)
            if len(places) > 3:
                return True
    return False


def _group(el: Any, role: str) -> str:
    for node in el.iterancestors():
        if node.tag == "fieldset" or (node.get("role") or "") in ("radiogroup", "group", "listbox"):
            legend = node.find("legend")
            return fold_space(
                node.get("aria-label") or (legend.text_content() if legend is not None else "")
            )[:120]
    if role in ("radio", "checkbox", "option"):
        for node in el.iterancestors():
            for previous in node.itersiblings(preceding=True):
                if isinstance(previous.tag, str) and previous.tag in (
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "p",
                    "legend",
                    "dt",
                ):
                    words = fold_space(previous.text_content())
                    if words and len(words) < 80:
                        return words
            if node.tag == "form":
                break
    return ""


def _path(el: Any) -> str:
    names = []
    for node in (el, *_ancestors(el, 4)):
        first = (node.get("class") or "").split()
        names.append(node.tag + (f".{first[0]}" if first else ""))
    return ">".join(reversed(names))[:200]


def _options(el: Any) -> tuple[Option, ...]:
    return tuple(
        Option(
            value=(o.get("value") if o.get("value") is not None else fold_space(o.text_content()))[:100],
            text=fold_space(o.text_content())[:120],
            enabled=o.get("disabled") is None,
            selected=o.get("selected") is not None,
        )
        for o in list(el.iter("option"))[:300]
    )


def _value(el: Any, tag: str) -> str:
    if tag == "select":
        options = _options(el)
        return next((o.value for o in options if o.selected), options[0].value if options else "")
    if tag == "textarea":
        return fold_space(el.text or "")
    return el.get("value") or "" if tag in ("input", "button") else el.get("aria-valuenow") or ""


def _checked(el: Any, kind: str) -> bool | None:
    if kind in ("radio", "checkbox"):
        return el.get("checked") is not None
    return _flag(el.get("aria-checked") or el.get("aria-pressed") or el.get("aria-selected"))


def _flag(text: str | None) -> bool | None:
    return None if text is None else text == "true"


def _int(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 7 else -1


def _join(base: str, href: str) -> str:
    try:
        return urljoin(base, href.strip())
    except ValueError:
        return ""


def _items(root: Any, base: str) -> list[Item]:
    found: list[Any] = []
    for el in root.xpath("//*[@itemscope][@itemtype]")[:60]:
        props = []
        for prop in el.xpath(".//*[@itemprop]")[:80]:
            if next((a for a in prop.iterancestors() if a.get("itemscope") is not None), None) is not el:
                continue
            value = (
                prop.get("content") or prop.get("datetime") or _join(base, prop.get("href") or "")
                if prop.tag in ("meta", "time", "link", "a")
                else prop.get("content") or fold_space(prop.text_content())
            )
            props.append((prop.get("itemprop")[:60], (value or fold_space(prop.text_content()))[:300]))
        found.append(Item(type=el.get("itemtype")[:120], props=tuple(props)))
    return found
