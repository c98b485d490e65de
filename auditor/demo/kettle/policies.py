"""What Kettle & Crumb promises: help categories with questions and answers, delivery and payment."""

from __future__ import annotations

from dataclasses import dataclass

PHONE = "0117 496 0142"
PHONE_LINK = "+441174960142"
EMAIL = "hello@kettleandcrumb.example"
FREE_FROM_PENCE = 7500


@dataclass(frozen=True, kw_only=True)
class Option:
    """One way to deliver or to pay."""

    key: str
    name: str
    text: str
    pence: int = 0


DELIVERIES = (
    Option(key="standard", name="Standard delivery", text="3 to 5 working days, Royal Mail", pence=395),
    Option(key="next-day", name="Next day delivery", text="Order before 2pm, Monday to Thursday", pence=695),
    Option(key="nominated", name="Nominated day", text="Choose a weekday, tracked courier", pence=795),
)

PAYMENTS = (
    Option(key="paypal", name="PayPal", text="You confirm the payment with PayPal after placing the order."),
    Option(
        key="card",
        name="Debit or credit card",
        text="Our payment partner asks for your card on the next page.",
    ),
    Option(key="bank", name="Pay by bank", text="Approve the transfer in your banking app."),
)

QUESTIONS: dict[str, tuple[tuple[str, str], ...]] = {
    "Delivery": (
        (
            "How much does delivery cost?",
            "Standard delivery is £3.95, free on orders over £75. Next day is £6.95, a nominated day £7.95.",
        ),
        ("How long will my order take?", "Standard orders arrive within 3 to 5 working days."),
        ("Do you deliver outside the UK?", "Not at the moment. We deliver to all addresses in the UK."),
        (
            "Can I follow my parcel?",
            "Yes. We e-mail a tracking link as soon as your parcel has left our warehouse.",
        ),
    ),
    "Returns & refunds": (
        (
            "How long do I have to return something?",
            "30 days from the day it arrives, unused and in its packaging.",
        ),
        (
            "Do I pay for the return?",
            "No. Returns are free with the prepaid label that you print from our returns portal.",
        ),
        ("When will I get my money back?", "Within 5 working days of your parcel reaching us."),
    ),
    "Orders & payment": (
        (
            "Which ways of paying do you take?",
            "PayPal, debit and credit cards, and Pay by bank. Nothing is taken before you place the order.",
        ),
        ("Do I need an account?", "No, you can always check out as a guest."),
        (
            "Can I change an order?",
            "Call us within an hour of ordering; after that we have usually packed it.",
        ),
    ),
    "Products & care": (
        ("Is stoneware dishwasher safe?", "Yes, all our stoneware is. Carbon steel and wood are not."),
        ("How do I oil a wooden board?", "A thin coat of food-safe oil every few weeks; leave it overnight."),
        ("Do you sell spare parts?", "Glasses, seals and handles, yes. Write to us with the product name."),
    ),
}

REVIEWS = (
    ("Exactly as pictured", "Well made and beautifully packed. In daily use ever since.", "Imogen, Bath"),
    ("A keeper", "Heavier than I expected, in the best way. Bought a second one.", "Callum, Leeds"),
    ("Lovely thing", "Arrived within three days and feels like it will outlive me.", "Priya, Cardiff"),
    ("Good value", "Does what it should, looks handsome on the shelf. Would order again.", "Howard, York"),
    ("Very pleased", "Small mark on the base, and customer service sent a new one at once.", "Aoife, Derry"),
)  # fmt: skip
