"""Choosing from lists in a checkout: selects, and lists made of a button and a popup."""

from __future__ import annotations

from auditor.lexicon import fold
from auditor.pages.fields import Field
from auditor.snapshot import Control, Option
from scenarios.choosing import name_of
from scenarios.eyes import Look
from scenarios.shopper import Shopper


def is_unanswered(control: Control, shopper: Shopper) -> bool:
    """True for a list that still shows its question."""
    if control.tag == "select":
        chosen = next((o for o in control.options if o.selected), None)
        return (
            chosen is None
            or not chosen.value.strip()
            or shopper.lexicon.score("option_missing", chosen.text) >= 0.8
        )
    return not control.value.strip() and not _shows_answer(control, shopper)


def _shows_answer(control: Control, shopper: Shopper) -> bool:
    """True when a list made of a button shows an answer and not its question."""
    text, label = (fold(t).replace("*", "").strip() for t in (control.text, control.label))
    return bool(text) and text != label and not shopper.lexicon.matches("option_missing", control.text)


async def choose_entry(
    shopper: Shopper, look: Look, field: Field, done: set[str], wanted: tuple[str, ...], forms: set[int]
) -> bool:
    """Choose an entry of a list, the wanted one where it is there; True when something was chosen."""
    control = field.control
    key = f"list {name_of(control)} {len(control.options)}"
    if key in done:
        return False
    if control.tag == "select":
        option = _entry(control.options, wanted, shopper)
        if option is None or option.selected:
            return False
        done.add(key)
        await shopper.select(look, control, option.value, option.text, intent=f"field_{field.kind}")
    elif control.role == "combobox" and control.tag != "input":
        if wanted and any(fold(w) == fold(control.text) for w in wanted):
            return False
        done.add(key)
        if not await _choose_from_popup(shopper, look, field, wanted):
            return False
    else:
        return False
    shopper.told(field.kind, "")
    if control.form >= 0:
        forms.add(control.form)
    return True


def _entry(options: tuple[Option, ...], wanted: tuple[str, ...], shopper: Shopper) -> Option | None:
    """The wanted entry by value or words, else the first real one."""
    real = [
        o
        for o in options
        if o.enabled and o.value.strip() and shopper.lexicon.score("option_missing", o.text) < 0.8
    ]
    names = {fold(w) for w in wanted}
    for option in real:
        if fold(option.value) in names or fold(option.text) in names:
            return option
    for option in real:
        if any(len(n) > 3 and (n in fold(option.text) or fold(option.text) in n) for n in names):
            return option
    current = next((o for o in options if o.selected and o.value.strip()), None)
    if wanted and current is not None and current in real:
        return (
            current
            if len(real) > 0 and not names
            else (real[0] if shopper.lexicon.score("option_missing", current.text) >= 0.8 else current)
        )
    return real[0] if real else None


async def _choose_from_popup(shopper: Shopper, look: Look, field: Field, wanted: tuple[str, ...]) -> bool:
    """A list made of a button and a popup: open it, press the entry, see it taken."""
    await shopper.click(look, field.control, intent=f"field_{field.kind}")
    opened = await shopper.look()
    known = {(c.words, c.path) for c in look.snapshot.controls if c.visible}
    entries = [
        c
        for c in opened.snapshot.controls
        if c.visible
        and c.enabled
        and c.role in ("option", "generic", "button", "link")
        and c.text
        and (c.role == "option" or (c.words, c.path) not in known)
    ]
    options = [e for e in entries if e.role == "option"] or entries
    names = {fold(w) for w in wanted}
    chosen = next((e for e in options if fold(e.text) in names), None)
    chosen = chosen or next(
        (e for e in options if any(len(n) > 3 and n in fold(e.text) for n in names)), None
    )
    chosen = chosen or (options[0] if options else None)
    if chosen is None:
        await shopper.key("Escape")
        return False
    await shopper.click(opened, chosen, intent=f"field_{field.kind}")
    return True
