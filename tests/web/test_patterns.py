def test_every_component_stands_on_one_public_page(anonymous):
    page = anonymous.open("/patterns")

    families = {heading.text for heading in page.select("h2[id^=p-]")}
    assert {"Standing", "Fields", "Table", "Mark and thread", "Rating", "Charts"} <= families


def test_a_failed_form_keeps_what_was_typed_and_leads_to_the_field(anonymous):
    page = anonymous.open("/patterns")

    day = page.select_one("#day")
    assert day["value"] == "30 November"
    assert day["aria-invalid"] == "true"
    assert "not happened yet" in page.select_one(f"#{day['aria-describedby']}").text
    assert page.select_one(".summary a[href='#day']")
