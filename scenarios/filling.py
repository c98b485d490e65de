"""Filling in a checkout's screen, as a new customer who gives no more than is asked."""

from __future__ import annotations

from dataclasses import replace

from auditor.lexicon import fold
from auditor.pages.choices import boxes_to_change, needs_card, radio_groups
from auditor.pages.fields import ADDRESS_KINDS, PERSONAL_KINDS, Field, read_fields
from auditor.pages.states import error_texts
from auditor.reading.methods import load_methods
from auditor.snapshot import Control, Snapshot
from scenarios.choosing import card_groups, choose_one_of, name_of, press_boxes
from scenarios.eyes import Look
from scenarios.lists import choose_entry, is_unanswered
from scenarios.persona import country_name, country_names
from scenarios.shopper import Shopper

PASSES = 7
"""Looks at one screen: what is filled in may show more to fill in."""

_ALWAYS = frozenset(
    "email email_confirm first_name last_name full_name street house_number city postcode country "
    "phone".split()
)
"""Kinds that are filled in even where nothing says that they are required: many engines never say it."""
_OPTIONAL = frozenset({"salutation", "company", "vat", "birthday", "comment", "address2"})
"""Kinds that are left alone unless they are required."""
_NEVER = frozenset({"search", "coupon", "quantity", "card"})


async def fill_screen(shopper: Shopper, done: set[str], *, generous: bool = False) -> set[int]:
    """Fill in all that the screen asks for; gives the forms (by index) that were touched.

    done: what was tried on this screen, kept by the caller so that nothing is pressed to and fro.
    generous: fill in optional fields too, where a screen did not go on without them.
    Raises: VisitError guard_refused, budget, crashed, timeout.
    """
    forms: set[int] = set()
    for _ in range(PASSES):
        look = await shopper.look()
        acted = await press_boxes(shopper, look, done) or await _country_first(shopper, look, done, forms)
        if not acted:
            acted = await _texts(shopper, look, done, forms, generous) or await _lists(
                shopper, look, done, forms, generous
            )
        if not acted:
            acted = await choose_one_of(shopper, look, done, forms)
        if not acted:
            forms |= _forms_with_answers(look.snapshot)
            return forms
    return forms


def still_asked(snapshot: Snapshot, shopper: Shopper) -> list[str]:
    """What is obligatory on this screen and not there yet, in the page's words."""
    lexicon = shopper.lexicon
    missing = [
        f.control.words or f.kind
        for f in _askable(snapshot, shopper)
        if (f.required and not _has_answer(f.control, shopper)) or f.control.invalid
    ]
    missing += [
        f.control.words or f.kind for f in read_fields(snapshot, lexicon) if f.kind == "card" and f.required
    ]
    missing += [
        g.label or g.kind
        for g in radio_groups(snapshot, lexicon)
        if g.chosen is None and (g.kind in ("payment", "shipping") or any(m.required for m in g.members))
    ]
    missing += [
        g.kind
        for g in card_groups(snapshot, shopper)
        if g.chosen is None and any(m.checked is not None and m.role != "button" for m in g.members)
    ]
    missing += [c.words for c, why in boxes_to_change(snapshot, lexicon) if why in ("terms_box", "required")]
    return missing


def _has_answer(control: Control, shopper: Shopper) -> bool:
    if control.tag in ("input", "textarea"):
        return bool(control.value.strip())
    return not is_unanswered(control, shopper)


def asks_card(snapshot: Snapshot, shopper: Shopper) -> bool:
    """True when the chosen way to pay wants card data."""
    methods = load_methods(*shopper.lexicon.languages)
    chosen = [g.chosen for g in radio_groups(snapshot, shopper.lexicon) if g.kind == "payment"]
    if any(c is not None and needs_card(c, methods) for c in chosen):
        return True
    return any(f.kind == "card" and f.required for f in read_fields(snapshot, shopper.lexicon))


def _askable(snapshot: Snapshot, shopper: Shopper) -> list[Field]:
    """The fields of the checkout's body; those of logins, newsletters and codes are not ours to fill."""
    fields = [
        f
        for f in read_fields(snapshot, shopper.lexicon)
        if f.kind not in _NEVER
        and f.control.landmark not in ("header", "footer", "nav")
        and f.control.enabled
    ]
    logins = {
        f.control.form
        for f in fields
        if f.kind == "password"
        and f.control.form >= 0
        and not any(o.kind in ADDRESS_KINDS for o in fields if o.control.form == f.control.form)
        and not any(c.role == "radio" and c.visible and c.form == f.control.form for c in snapshot.controls)
    }
    lexicon = shopper.lexicon
    return [
        f
        for f in fields
        if f.control.form not in logins
        and not (
            f.kind == "email" and lexicon.matches("newsletter_box", f"{f.control.section} {f.control.words}")
        )
    ]


async def _country_first(shopper: Shopper, look: Look, done: set[str], forms: set[int]) -> bool:
    """The country decides which other fields there are."""
    for field in _askable(look.snapshot, shopper):
        if field.kind == "country" and await choose_entry(
            shopper, look, field, done, country_names(shopper.persona.country), forms
        ):
            return True
    return False


async def _texts(shopper: Shopper, look: Look, done: set[str], forms: set[int], generous: bool) -> bool:
    fields = _askable(look.snapshot, shopper)
    kinds = {f.kind for f in fields}
    acted = False
    for field in fields:
        control = field.control
        if control.tag == "select" or (control.role == "combobox" and control.tag != "input"):
            continue
        if not _wanted(field, shopper) and not (generous and field.kind in PERSONAL_KINDS):
            continue
        key = f"text {name_of(control)}"
        text = value_for(field, kinds, shopper)
        if key in done or not text or (control.value.strip() and not control.invalid):
            continue
        done.add(key)
        await shopper.type(look, control, text, intent=f"field_{field.kind}", settle=False)
        shopper.told(field.kind, text)
        if control.form >= 0:
            forms.add(control.form)
        acted = True
    if acted:
        await shopper.rest()
    return acted


def _wanted(field: Field, shopper: Shopper) -> bool:
    if field.kind == "password":
        return shopper.accounts == "create"
    return field.kind in _ALWAYS or field.required


def value_for(field: Field, kinds: set[str], shopper: Shopper) -> str:
    """What the customer writes into a field."""
    persona, kind = shopper.persona, field.kind
    if kind == "street" and "house_number" in kinds:
        return persona.street
    if kind == "full_name" and {"first_name", "last_name"} <= kinds:
        return "" if not field.required else persona.value(kind)
    if kind == "password":
        return PASSWORD
    if kind == "country":
        return country_name(persona.country, shopper.lexicon.language)
    if kind == "address2":
        return "1" if field.required else ""
    if kind in ("comment", "company", "salutation", "unknown"):
        return _plain_answer(field) if field.required else ""
    text = persona.value(kind)
    if kind == "phone" and field.control.type == "number":
        return "".join(c for c in text if c.isdigit())
    if kind == "birthday" and field.control.type != "date":
        return persona.alternatives("birthday")[1]
    return text


PASSWORD = "Mystery-Shopper-2024"  # noqa: S105  # synthetic, for accounts of a customer who does not exist


def _plain_answer(field: Field) -> str:
    return "1" if field.control.role == "spinbutton" else "Test"


async def _lists(shopper: Shopper, look: Look, done: set[str], forms: set[int], generous: bool) -> bool:
    """Lists whose entry still has to be chosen: region, title, parcel locker, ..."""
    for field in _askable(look.snapshot, shopper):
        control = field.control
        if (
            field.kind == "country"
            or (field.kind in _OPTIONAL and not (field.required or generous))
            or not (control.tag == "select" or (control.role == "combobox" and control.tag != "input"))
        ):
            continue
        wanted = (shopper.persona.region,) if field.kind == "region" else ()
        if is_unanswered(control, shopper) or (field.kind == "region" and control.tag == "select"):
            if await choose_entry(shopper, look, field, done, wanted, forms):
                return True
    return False


def _forms_with_answers(snapshot: Snapshot) -> set[int]:
    """Forms in the page's body that hold something filled in or chosen already."""
    return {
        c.form
        for c in snapshot.controls
        if c.form >= 0
        and c.visible
        and c.landmark not in ("header", "footer", "nav")
        and ((c.role in ("textbox", "combobox", "spinbutton") and c.value) or c.checked)
    }


async def mend(shopper: Shopper, tries: dict[str, int]) -> bool:
    """Write refused fields in another way; True when something was changed."""
    look = await shopper.look()
    changed = False
    complaint = fold(" ".join(error_texts(look.snapshot, shopper.lexicon)))
    for field in _askable(look.snapshot, shopper):
        control = field.control
        if control.tag == "select" or not (
            control.invalid or control.error or _is_named(field, complaint, shopper)
        ):
            continue
        others = shopper.persona.alternatives(field.kind)
        count = tries.get(name_of(control), 0)
        if count >= len(others):
            continue
        tries[name_of(control)] = count + 1
        await shopper.type(
            look, control, others[count], intent=f"field_{field.kind}", settle=False, counts=False
        )
        changed = True
    if changed:
        await shopper.rest()
    return changed


def _is_named(field: Field, complaint: str, shopper: Shopper) -> bool:
    """True when a complaint at the head of the page speaks of this field."""
    if not complaint or field.kind not in PERSONAL_KINDS:
        return False
    label = fold(field.control.label).replace("*", "").strip()
    if len(label) > 3 and label in complaint:
        return True
    return field.kind in ("phone", "postcode") and shopper.lexicon.matches(f"field_{field.kind}", complaint)


def with_payment(shopper: Shopper, snapshot: Snapshot) -> None:
    """Remember that a way to pay was chosen on this screen."""
    groups = radio_groups(snapshot, shopper.lexicon)
    if any(g.kind == "payment" and g.chosen is not None for g in groups):
        shopper.progress = replace(shopper.progress, paid=True)
