"""Published figures that a shop's checkout counts are put beside, each with source and year."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Published:
    """One published figure, and what it means to be on either side of it."""

    figure: float
    """The figure itself, in the unit of the measure."""
    is_limit: bool
    """True: at most this many passed; False: the mean of the sites studied."""
    text: str
    """The figure with what it stands for."""
    source: str
    """Publisher, study and year."""
    href: str
    """Where it was published."""


PUBLISHED: dict[str, Published] = {
    "screens": Published(
        figure=5.1,
        is_limit=False,
        text="5.1 on average, from cart to order review",
        source="Baymard Institute, 2024",
        href="https://baymard.com/blog/checkout-flow-average-form-fields",
    ),
    "clicks": Published(
        figure=5,
        is_limit=True,
        text="5 or fewer was a must-have, up to the placed order",
        source="the e-tailing group, 2009–2011",
        href="https://multichannelmerchant.com/ecommerce/nine-merchants-earn-top-marks-in-online-customer-service-study/",
    ),
    "fields_shown": Published(
        figure=11.3,
        is_limit=False,
        text="11.3 on average, on all steps",
        source="Baymard Institute, 2024",
        href="https://baymard.com/blog/checkout-flow-average-form-fields",
    ),
}
"""Only figures that count the same thing as our measure; the others stand alone on purpose: published
checkout times, for one, include the reading and typing of a person, ours are machine time."""


def compared(measure: str, count: float, *, at_least: bool) -> str:
    """How a count stands against the published figure; empty when it cannot be told.

    Why `at_least` matters: a walk that stopped early counted too little, so that only "more" is certain.
    """
    published = PUBLISHED.get(measure)
    if published is None:
        return ""
    if count > published.figure:
        return "over the limit" if published.is_limit else "more than average"
    if at_least:
        return ""
    if published.is_limit:
        return "within the limit"
    return "fewer than average" if count < published.figure else "average"
