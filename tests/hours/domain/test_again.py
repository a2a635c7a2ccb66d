"""What is offered to be logged again."""

from datetime import date, timedelta

from workbench.hours.domain.again import Again, Past, likeliest

TODAY = date(2026, 11, 21)


def past(days, minutes=50, activity="dit_therapy", code="A7"):
    return Past(TODAY - timedelta(days=days), minutes, activity, code)


def test_the_same_weekday_goes_before_the_more_frequent():
    found = likeliest([past(7, code="B2"), past(1), past(2), past(3)], TODAY)

    assert [one.code for one in found] == ["B2", "A7"]


def test_what_was_logged_today_comes_last():
    found = likeliest([past(0), past(7), past(3, 60, "supervision", None)], TODAY)

    assert [one.text for one in found] == ["60 supervision", "50 A7"]


def test_three_are_offered_at_most_and_nothing_old_future_or_ended():
    found = likeliest(
        [past(n, minutes=40 + n) for n in range(1, 6)]
        + [past(61, 10), past(-1, 11), past(1, 12, code="C3")],
        TODAY,
        closed=["C3"],
    )

    assert len(found) == 3
    assert {one.minutes for one in found} <= {41, 42, 43, 44, 45}


def test_its_text_is_what_would_be_typed():
    assert Again(60, "supervision", None).text == "60 supervision"
    assert Again(50, "dit_therapy", "A7").text == "50 A7"
