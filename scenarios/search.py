"""A customer searches: by exact title, with a typo, by type, for help, and for nonsense."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from auditor.errors import VisitError
from auditor.lexicon import fold
from auditor.models import Choice
from auditor.pages.products import is_product_page, product_cards, same_title
from auditor.pages.ranking import choose
from auditor.pages.results import choose_search_box, read_results
from auditor.snapshot import Control, Snapshot
from scenarios.finding import reach_product
from scenarios.shopper import Shopper

NONSENSE = "xqzvkwjy"


async def walk(shopper: Shopper) -> None:
    """Search five times and keep what each search leads to."""
    await reach_product(shopper)
    title, url = shopper.known.product_title, shopper.known.product_url
    home = await shopper.open(shopper.shop.url)
    kind_word = shopper.shop.look_for[0] if shopper.shop.look_for else type_word(home, title)
    queries = [
        ("exact", title),
        ("typo", with_typo(title)),
        ("type", kind_word),
        ("nonproduct", help_word(shopper)),
        ("nonsense", NONSENSE),
    ]
    for kind, query in queries:
        try:
            await search_for(shopper, query, kind=kind, title=title, product_url=url)
        except VisitError as error:
            if error.code not in ("element_not_found", "unverified", "timeout"):
                raise
            if kind == "exact":
                await shopper.keep("looked", **{"for": "search"})
                outcome = "not_found" if error.code == "element_not_found" else error.code
                shopper.recorder.end("search", outcome, error.detail)
                if error.code == "element_not_found":
                    return
            shopper.recorder.end(f"search_{kind}", error.code, error.detail)
            await shopper.open(shopper.shop.url)


async def search_for(shopper: Shopper, query: str, *, kind: str, title: str, product_url: str) -> None:
    """One search from whatever page we are on; keeps the results."""
    clicks = await show_search_box(shopper)
    look = await shopper.look()
    choice = choose_search_box(look.snapshot, shopper.lexicon)
    if choice is None:
        raise shopper.lost("the search box")
    before = look.snapshot
    box = look.snapshot.controls[choice.best.i]
    await shopper.type(look, box, query, intent="search_box", leave=False)
    suggested = (await shopper.look()).snapshot
    if kind == "exact" and _shows_more(before, suggested):
        await shopper.keep("search_suggestions", query=query)
    look = await shopper.look()
    again = choose_search_box(look.snapshot, shopper.lexicon)
    box = look.snapshot.controls[again.best.i] if again else box
    if fold(box.value) != fold(query):
        await shopper.type(look, box, query, intent="search_box", leave=False)
    await shopper.search(look, box)
    after = await _answered(shopper, before, query)
    if after is None and (await shopper.look()).snapshot.url != before.url:
        after = (await shopper.look()).snapshot  # an answer without products, and without saying so
    if after is None:
        await shopper.press(
            lambda s: choose(s, "search_submit", shopper.lexicon, among=_beside(s, shopper)),
            lambda _, a: "the page answers" if _is_answer(before, a, query, shopper) else "",
            intent="search_submit",
            tries=2,
            patience=2.0,
        )
        after = (await shopper.look()).snapshot
    await shopper.keep(
        "search_results", query=query, kind=kind, title=title, product_url=product_url, clicks=clicks + 1
    )
    shopper.reached(f"search_{kind}")
    if kind == "exact":
        results = read_results(after, shopper.lexicon, query)
        if results.cards or results.hits or is_product_page(after, shopper.lexicon, title):
            shopper.reached("search")
        else:
            shopper.recorder.end("search", "unverified", f"a search for “{query}” showed no products")


async def show_search_box(shopper: Shopper) -> int:
    """Make the search box visible, by its icon where it hides; gives the clicks it took.

    Raises: VisitError element_not_found.
    """
    look = await shopper.look()
    if choose_search_box(look.snapshot, shopper.lexicon) is not None:
        return 0

    def toggle(snapshot: Snapshot) -> Choice | None:
        top = [c for c in snapshot.controls if c.landmark not in ("footer",)]
        return choose(snapshot, "search_toggle", shopper.lexicon, among=top)

    await shopper.press(
        toggle,
        lambda _, a: "a search box appeared" if choose_search_box(a, shopper.lexicon) else "",
        intent="search_toggle",
        tries=3,
        patience=2.0,
    )
    return 1


async def _answered(shopper: Shopper, before: Snapshot, query: str) -> Snapshot | None:
    return await shopper.watch(before, lambda b, a: "yes" if _is_answer(b, a, query, shopper) else "", 3.0)


def _is_answer(before: Snapshot, after: Snapshot, query: str, shopper: Shopper) -> bool:
    """Whether the page answers the query: products, or a word that there are none, and both are new."""
    results = read_results(after, shopper.lexicon, query)
    if not results.cards and not results.hits and not results.says_none:
        return after.url != before.url and is_product_page(after, shopper.lexicon, query)
    if after.url != before.url:
        return results.echoes_query or bool(results.cards or results.hits)
    changed = _card_titles(after, shopper) != _card_titles(before, shopper)
    fresh_none = results.says_none and not read_results(before, shopper.lexicon, query).says_none
    return (changed and results.echoes_query) or fresh_none


def _card_titles(snapshot: Snapshot, shopper: Shopper) -> tuple[str, ...]:
    return tuple(c.title for c in product_cards(snapshot, shopper.lexicon))


def _shows_more(before: Snapshot, after: Snapshot) -> bool:
    known = {b.text for b in before.blocks if b.visible}
    return sum(1 for b in after.blocks if b.visible and b.text not in known) > 0


def _beside(snapshot: Snapshot, shopper: Shopper) -> Sequence[Control]:
    """The controls around the search box: of its form, or right behind it."""
    choice = choose_search_box(snapshot, shopper.lexicon)
    if choice is None:
        return snapshot.controls
    box = snapshot.controls[choice.best.i]
    return [
        c for c in snapshot.controls if (box.form >= 0 and c.form == box.form) or box.i < c.i <= box.i + 3
    ]


def with_typo(title: str) -> str:
    """The title with two letters swapped in the middle of its longest word: one slip of a finger.

    Example: "Stoneware mug" -> "Stonweare mug".
    """
    words = title.split()
    longest = max(words, key=len)
    if len(longest) < 4:
        return title + "x"
    middle = len(longest) // 2
    for at in (*range(middle, len(longest) - 1), *range(middle - 1, 0, -1)):
        if longest[at] != longest[at + 1]:
            swapped = longest[:at] + longest[at + 1] + longest[at] + longest[at + 2 :]
            return " ".join(swapped if w == longest else w for w in words)
    return title + "x"


def type_word(page: Snapshot, title: str) -> str:
    """A word that names a type of product here: one that several titles share, else the title's longest."""
    from auditor.lexicon import load_lexicon

    cards = product_cards(page, load_lexicon(page.lang))
    words = Counter(w for c in cards for w in set(fold(c.title).split()) if len(w) >= 4)
    shared = [w for w, n in words.most_common(5) if n >= 2 and not same_title(w, title)]
    return shared[0] if shared else max(fold(title).split(), key=len)


def help_word(shopper: Shopper) -> str:
    """What a customer types who wants to send something back."""
    return shopper.lexicon.intents["returns"].phrases[0]
