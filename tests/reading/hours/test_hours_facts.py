"""What an opening_hours string comes to, and how much demand it covers."""

import pytest

from auditor.reading.hours import HoursFacts, hours_facts
from auditor.reading.hours_demand import AFTER_HOURS_54, CURVES, demand_cover


@pytest.mark.parametrize(
    ("value", "facts"),
    [
        ("24/7", (168.0, True, True, True, None, True)),
        ("Mo-Fr 09:00-17:00", (40.0, False, False, False, None, False)),
        ("Mo-Fr 09:00-17:29", (42.42, False, False, False, None, False)),
        ("Mo-Fr 09:00-17:30", (42.5, True, False, False, None, False)),
        ("Mo-Fr 09:00-18:00; PH closed", (45.0, True, False, False, False, False)),
        ("Mo-Su 10:00-12:00; PH 10:00-12:00", (14.0, False, True, True, True, False)),
        ("Sa 20:00-24:00", (4.0, False, True, False, None, False)),
        ("no hours at all", (0.0, False, False, False, None, False)),
        ("", (0.0, False, False, False, None, False)),
    ],
)
def test_facts_follow_from_the_string(
    value: str, facts: tuple[float, bool, bool, bool, bool | None, bool]
) -> None:
    per_week, evening, saturday, sunday, holidays, always = facts
    assert hours_facts(value, "DE") == HoursFacts(
        per_week=per_week, evening=evening, saturday=saturday, sunday=sunday, holidays=holidays, always=always
    )


@pytest.mark.parametrize("curve", CURVES.values(), ids=CURVES)
def test_round_the_clock_covers_all_demand_and_no_hours_none(curve: object) -> None:
    assert demand_cover("24/7", curve) == 1.0  # type: ignore[arg-type]
    assert demand_cover("nonsense", curve) == 0.0  # type: ignore[arg-type]


def test_office_hours_cover_what_is_left_beside_evenings_and_weekends() -> None:
    assert demand_cover("Mo-Fr 07:00-17:00", AFTER_HOURS_54) == pytest.approx(0.46)


def test_longer_hours_never_cover_less() -> None:
    covers = [demand_cover(f"Mo-Fr 09:00-{hour}:00") for hour in range(10, 25)]
    assert covers == sorted(covers)
