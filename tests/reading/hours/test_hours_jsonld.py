"""schema.org hours, as the standard says and as shops write them."""

from typing import Any

import pytest

from auditor.reading.hours import read_hours_jsonld

SPEC = "openingHoursSpecification"


def _spec(days: Any, opens: Any, closes: Any) -> dict[str, Any]:
    return {"@type": "OpeningHoursSpecification", "dayOfWeek": days, "opens": opens, "closes": closes}


WEEK = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]


@pytest.mark.parametrize(
    ("node", "value"),
    [
        ({"openingHours": "Mo-Fr 09:00-17:00"}, "Mo-Fr 09:00-17:00"),
        ({"openingHours": ["Mo-Fr 09:00-17:00", "Sa 10:00-14:00"]}, "Mo-Fr 09:00-17:00; Sa 10:00-14:00"),
        ({"openingHours": "Mo-Fr 09:00-17:00, Sa 10:00-14:00"}, "Mo-Fr 09:00-17:00; Sa 10:00-14:00"),
        ({"openingHours": "Mo-Su 00:00-23:59"}, "24/7"),
        ({"openingHours": "Mo-Fr"}, None),
        ({"openingHours": "on request"}, None),
        ({SPEC: _spec(WEEK, "09:00", "17:00")}, "Mo-Fr 09:00-17:00"),
        ({SPEC: _spec("https://schema.org/Monday", "9:00", "17:30:00")}, "Mo 09:00-17:30"),
        ({SPEC: _spec(["Montag", "Dienstag"], "09:00", "17:00")}, "Mo-Tu 09:00-17:00"),
        ({SPEC: _spec(["понедельник"], "09:00", "17:00")}, "Mo 09:00-17:00"),
        ({SPEC: _spec(None, "00:00", "23:59")}, "24/7"),
        ({SPEC: [_spec(WEEK, "9:00 AM", "5:00 PM"), _spec("Sunday", "-", "–")]}, "Mo-Fr 09:00-17:00"),
        ({SPEC: [_spec(WEEK, "09:00", "17:00"), _spec("PublicHolidays", "00:00", "00:00")]},
         "Mo-Fr 09:00-17:00; PH closed"),
        ({SPEC: _spec(["Someday"], "09:00", "17:00")}, None),
        ({SPEC: _spec(WEEK, "09:00", None)}, None),
        ({SPEC: _spec(WEEK, "17:00", "09:00")}, None),
        ({SPEC: [{**_spec(WEEK, "09:00", "13:00"), "validFrom": "2026-12-24"}]}, None),
        ({SPEC: [_spec("Monday", "09:00", "12:00"), _spec("Monday", "13:00", "17:00")]},
         "Mo 09:00-12:00,13:00-17:00"),
        ({SPEC: [_spec("Monday", "09:00", "14:00"), _spec("Monday", "13:00", "17:00")]}, None),
    ],
)  # fmt: skip
def test_schema_org_hours(node: dict[str, Any], value: str | None) -> None:
    (reading,) = read_hours_jsonld([node])
    assert reading.value == value
    assert reading.quote
    assert bool(reading.because) == (value is None)


def test_a_contact_points_hours_are_those_of_service() -> None:
    point = {
        "@type": "ContactPoint",
        "contactType": "customer service",
        "hoursAvailable": _spec(WEEK, "08:00", "18:00"),
    }
    (reading,) = read_hours_jsonld([{"@type": "Organization", "contactPoint": [point]}])
    assert (reading.channel, reading.value) == ("service", "Mo-Fr 08:00-18:00")


def test_a_stores_hours_are_labelled_so() -> None:
    store = {"@type": ["Store", "LocalBusiness"], "openingHours": "Mo-Sa 10:00-20:00"}
    assert [r.channel for r in read_hours_jsonld([store])] == ["store"]
    online = {"@type": "OnlineStore", "openingHours": "Mo-Sa 10:00-20:00"}
    assert [r.channel for r in read_hours_jsonld([online])] == [""]
