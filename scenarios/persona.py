"""Who the shopper is: a synthetic customer with a valid address of the shop's country."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import phonenumbers
from babel import Locale
from babel.core import get_global

from auditor.lexicon import known_languages, load_yaml

MAIL = "mystery.shopper@example.com"
"""A reserved domain: nobody receives it. Example.com rather than .example, since real shops refuse
top-level domains of more than four letters."""

_DEFAULT = "GB"


@dataclass(frozen=True, kw_only=True, slots=True)
class Persona:
    """A synthetic customer; nothing of it belongs to anybody."""

    country: str
    first_name: str
    last_name: str
    street: str
    house_number: str
    city: str
    postcode: str
    region: str
    phone: str
    """National format."""
    phone_international: str
    email: str = MAIL
    tax_id: str = ""

    def value(self, kind: str) -> str:
        """What this customer writes into a field of this kind; empty where it has nothing to say."""
        values = {
            "email": self.email,
            "email_confirm": self.email,
            "first_name": self.first_name,
            "last_name": self.last_name,
            "full_name": f"{self.first_name} {self.last_name}",
            "phone": self.phone,
            "house_number": self.house_number,
            "street": f"{self.street} {self.house_number}",
            "city": self.city,
            "postcode": self.postcode,
            "region": self.region,
            "birthday": "1980-01-01",
            "vat": self.tax_id,
        }
        return values.get(kind, "")

    def alternatives(self, kind: str) -> tuple[str, ...]:
        """Other ways of writing the same, tried when a shop refuses the first."""
        if kind == "phone":
            digits = "".join(c for c in self.phone_international if c.isdigit())
            national = "".join(c for c in self.phone if c.isdigit())
            return (
                national,
                self.phone_international.replace(" ", ""),
                "+" + digits,
                digits,
                national.lstrip("0"),
            )
        if kind == "postcode":
            bare = "".join(c for c in self.postcode if c.isalnum())
            return (bare, "".join(c for c in bare if c.isdigit()))
        if kind == "birthday":
            return ("01/01/1980", "01.01.1980", "1980")
        if kind == "street":
            return (f"{self.house_number} {self.street}", self.street)
        return ()


@cache
def _addresses() -> dict[str, dict[str, str]]:
    data: dict[str, dict[str, str]] = load_yaml(Path(__file__).parent / "addresses.yaml")
    return data


def persona_for(country: str) -> Persona:
    """The customer for a country (ISO 3166); a British one where the country has none or is not known."""
    code = country.upper() if country.upper() in _addresses() else _DEFAULT
    address = _addresses()[code]
    number = phonenumbers.example_number_for_type(code, phonenumbers.PhoneNumberType.MOBILE)
    number = number or phonenumbers.example_number(code) or phonenumbers.PhoneNumber()
    return Persona(
        country=code,
        first_name=address["first"],
        last_name=address["last"],
        street=address["street"],
        house_number=address["number"],
        city=address["city"],
        postcode=address["postcode"],
        region=address["region"],
        phone=phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL),
        phone_international=phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL),
        tax_id=address.get("tax_id", ""),
    )


def country_name(country: str, language: str) -> str:
    """What a country is called in a language; its code where the language has no name for it."""
    return str(Locale.parse(language).territories.get(country, country))


def usual_language(country: str) -> str:
    """The language most shops of a country speak (CLDR's likely subtags); empty where no country is known."""
    likely = get_global("likely_subtags").get(f"und_{country.upper()}", "") if country else ""
    return str(likely).split("_")[0]


@cache
def country_names(country: str) -> tuple[str, ...]:
    """What a country is called in the languages of our lexicons, for lists of countries."""
    names = []
    for language in known_languages():
        try:
            name = Locale.parse(language).territories.get(country)
        except ValueError:
            continue
        if name:
            names.append(str(name))
    return tuple(dict.fromkeys([country, *names]))
