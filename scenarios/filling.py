"""Filling in a checkout's screen, as a new customer who gives no more than is asked."""

from __future__ import annotations

from dataclasses import replace

from auditor.lexicon import fold
from auditor.pages.choices import Group, boxes_to_change, needs_card, pick, radio_groups
from auditor.pages.fields import ADDRESS_KINDS, Field, read_fields
from auditor.pages.options import open_questions
from auditor.reading.methods import load_methods
from auditor.snapshot import Control, Option, Snapshot
from scenarios.eyes import Look
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


async def fill_screen(shopper: Shopper, done: set[str]) -> set[int]:
    """Fill in all that the screen asks for; gives the forms (by index) that were touched.

    done: what was tried on this screen, kept by the caller so that nothing is pressed to and fro.
    Raises: VisitError guard_refused, budget, crashed, timeout.
    """
    forms: set[int] = set()
    for _ in range(PASSES):
        look = await shopper.look()
        acted = await _boxes(shopper, look, done) or await _country_first(shopper, look, done, forms)
        if not acted:
            acted = await _texts(shopper, look, done, forms) or await _lists(shopper, look, done, forms)
        if not acted:
            acted = await _radios(shopper, look, done, forms)
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
    missing += [c.words for c, why in boxes_to_change(snapshot, lexicon) if why in ("terms_box", "required")]
    return missing


def _has_answer(control: Control, shopper: Shopper) -> bool:
    if control.tag in ("input", "textarea"):
        return bool(control.value.strip())
    return not _is_unanswered(control, shopper)


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


def _name(control: Control) -> str:
    return f"{control.tag}|{control.field_name}|{control.words}|{control.path}|{control.section}"


async def _boxes(shopper: Shopper, look: Look, done: set[str]) -> bool:
    for control, why in boxes_to_change(look.snapshot, shopper.lexicon):
        key = f"box {_name(control)}"
        if key in done:
            continue
        done.add(key)
        await shopper.click(
            look, control, intent=why, counts=why in ("terms_box", "required", "same_address")
        )
        return True
    return False


async def _country_first(shopper: Shopper, look: Look, done: set[str], forms: set[int]) -> bool:
    """The country decides which other fields there are."""
    for field in _askable(look.snapshot, shopper):
        if field.kind == "country" and await _choose_entry(
            shopper, look, field, done, country_names(shopper.persona.country), forms
        ):
            return True
    return False


async def _texts(shopper: Shopper, look: Look, done: set[str], forms: set[int]) -> bool:
    fields = _askable(look.snapshot, shopper)
    kinds = {f.kind for f in fields}
    acted = False
    for field in fields:
        control = field.control
        if control.tag == "select" or (control.role == "combobox" and control.tag != "input"):
            continue
        if not _wanted(field, shopper):
            continue
        key = f"text {_name(control)}"
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


async def _lists(shopper: Shopper, look: Look, done: set[str], forms: set[int]) -> bool:
    """Lists whose entry still has to be chosen: region, title, parcel locker, ..."""
    for field in _askable(look.snapshot, shopper):
        control = field.control
        if (
            field.kind == "country"
            or (field.kind in _OPTIONAL and not field.required)
            or not (control.tag == "select" or (control.role == "combobox" and control.tag != "input"))
        ):
            continue
        wanted = (shopper.persona.region,) if field.kind == "region" else ()
        if _is_unanswered(control, shopper) or (field.kind == "region" and control.tag == "select"):
            if await _choose_entry(shopper, look, field, done, wanted, forms):
                return True
    return False


def _is_unanswered(control: Control, shopper: Shopper) -> bool:
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


async def _choose_entry(
    shopper: Shopper, look: Look, field: Field, done: set[str], wanted: tuple[str, ...], forms: set[int]
) -> bool:
    control = field.control
    key = f"list {_name(control)} {len(control.options)}"
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


async def _radios(shopper: Shopper, look: Look, done: set[str], forms: set[int]) -> bool:
    methods = load_methods(*shopper.lexicon.languages)
    for group in radio_groups(look.snapshot, shopper.lexicon):
        answer = pick(group, shopper.lexicon, methods)
        if answer is None:
            continue
        key = f"radio {_name(answer)} {answer.value}"
        if key in done:
            continue
        done.add(key)
        # Where something is chosen already, a customer need not choose; only we shun what asks for a card.
        await shopper.click(look, answer, intent=f"{group.kind}_choice", counts=group.chosen is None)
        await _see_chosen(shopper, answer, group)
        if answer.form >= 0:
            forms.add(answer.form)
        return True
    return await _other_questions(shopper, look, done)


async def _see_chosen(shopper: Shopper, answer: Control, group: Group) -> None:
    """See that a radio is chosen; a list that was redrawn under the press is pressed again."""
    for _ in range(2):
        look = await shopper.look()
        now = next(
            (
                c
                for g in radio_groups(look.snapshot, shopper.lexicon)
                for c in g.members
                if c.words == answer.words and c.path == answer.path
            ),
            None,
        )
        if now is None or now.checked:
            return
        await shopper.moment(0.5)
        look = await shopper.look()
        again = next(
            (
                c
                for c in look.snapshot.controls
                if c.role == "radio" and c.words == answer.words and c.visible
            ),
            None,
        )
        if again is None or again.checked:
            return
        await shopper.click(look, again, intent=f"{group.kind}_choice", counts=False)


async def _other_questions(shopper: Shopper, look: Look, done: set[str]) -> bool:
    """Choices made of cards or buttons, where the page asks for one and none is taken."""
    for question in open_questions(look.snapshot, shopper.lexicon):
        if question.control is not None or not question.answers or question.answers[0].role == "radio":
            continue
        if not any(shopper.lexicon.matches(i, question.label) for i in ("shipping_method", "payment_method")):
            continue
        answer = question.answers[0]
        key = f"card {_name(answer)}"
        if key in done:
            continue
        done.add(key)
        await shopper.click(look, answer, intent="choice")
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
    for field in _askable(look.snapshot, shopper):
        control = field.control
        if not (control.invalid or control.error) or control.tag == "select":
            continue
        others = shopper.persona.alternatives(field.kind)
        count = tries.get(_name(control), 0)
        if count >= len(others):
            continue
        tries[_name(control)] = count + 1
        await shopper.type(
            look, control, others[count], intent=f"field_{field.kind}", settle=False, counts=False
        )
        changed = True
    if changed:
        await shopper.rest()
    return changed


def with_payment(shopper: Shopper, snapshot: Snapshot) -> None:
    """Remember that a way to pay was chosen on this screen."""
    groups = radio_groups(snapshot, shopper.lexicon)
    if any(g.kind == "payment" and g.chosen is not None for g in groups):
        shopper.progress = replace(shopper.progress, paid=True)
