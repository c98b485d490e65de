"""Choosing in a checkout: boxes, radios, cards; each choice is seen to be taken."""

from __future__ import annotations

from dataclasses import replace

from auditor.counting_choices import choice_sets
from auditor.pages.choices import Group, boxes_to_change, pick, radio_groups
from auditor.reading.methods import load_methods
from auditor.snapshot import Control, Snapshot
from scenarios.eyes import Look
from scenarios.shopper import Shopper


def name_of(control: Control) -> str:
    """What tells a control from its neighbours, from one look to the next."""
    return f"{control.tag}|{control.field_name}|{control.words}|{control.path}|{control.section}"


async def press_boxes(shopper: Shopper, look: Look, done: set[str]) -> bool:
    """Tick or untick one box that needs it; True when one was pressed."""
    for control, why in boxes_to_change(look.snapshot, shopper.lexicon):
        key = f"box {name_of(control)}"
        if key in done:
            continue
        done.add(key)
        await shopper.click(
            look, control, intent=why, counts=why in ("terms_box", "required", "same_address")
        )
        return True
    return False


async def choose_one_of(shopper: Shopper, look: Look, done: set[str], forms: set[int]) -> bool:
    """Choose one answer of a group that needs one; True when something was pressed."""
    methods = load_methods(*shopper.lexicon.languages)
    for group in radio_groups(look.snapshot, shopper.lexicon):
        answer = pick(group, shopper.lexicon, methods)
        if answer is None:
            continue
        key = f"radio {name_of(answer)} {answer.value}"
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
    """Ways to pay and to deliver that are cards, tabs or buttons: press one, where none is taken."""
    for group in card_groups(look.snapshot, shopper):
        answer = pick(group, shopper.lexicon, load_methods(*shopper.lexicon.languages))
        if answer is None:
            continue
        key = f"card {name_of(answer)}"
        if key in done:
            continue
        done.add(key)
        await shopper.click(look, answer, intent=f"{group.kind}_choice", counts=group.chosen is None)
        return True
    return False


def card_groups(snapshot: Snapshot, shopper: Shopper) -> list[Group]:
    """Choices of payment and delivery that are no radios: pressed states, or alike buttons that name methods.

    The controls themselves must name the methods: a "Change" beside a chosen one is no choice.
    """
    methods = load_methods(*shopper.lexicon.languages)
    sets: list[list[Control]] = [
        [replace(o.control, checked=o.chosen) for o in s.offers]
        for s in choice_sets(snapshot, shopper.lexicon)
        if s.topic in ("payment", "delivery")
    ]
    alike: dict[str, list[Control]] = {}
    for c in snapshot.controls:
        if c.visible and c.role in ("button", "generic") and not c.submits and c.landmark in ("", "main"):
            alike.setdefault(c.path, []).append(replace(c, checked=bool(c.checked or c.current)))
    groups: dict[str, Group] = {}
    for members in (*sets, *alike.values()):
        if len(members) < 2 or any(m.role in ("radio", "combobox", "link") for m in members):
            continue
        pays = sum(bool(methods.payment_kinds(m.words)) for m in members)
        ships = sum(bool(methods.delivery_kinds(m.words)) for m in members)
        kind = "payment" if pays >= ships else "shipping"
        if max(pays, ships) * 2 > len(members):
            groups.setdefault(kind, Group(kind=kind, label="", members=tuple(members)))
    return list(groups.values())
