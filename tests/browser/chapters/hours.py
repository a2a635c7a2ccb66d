"""A trainee logs; a supervisor signs, asks, sends back."""

from datetime import timedelta

from browser.hands import follow, press, reads

from workbench.clock import now

SESSIONS = 4


def open_case(trainee, opened_on):
    trainee.goto("/")
    follow(trainee, "Cases", within=".nav")
    follow(trainee, "Open a case")
    trainee.get_by_label("Code").fill("A7")
    trainee.get_by_label("First contact on").fill(opened_on.isoformat())
    press(trainee, "Open the case")
    reads(trainee, "Case A7")


def record_sessions(trainee):
    """One a week up to the last one, with both totals; the third is missed."""
    for number in range(1, SESSIONS + 1):
        follow(trainee, f"Record session {number}")
        held_on = now().date() - timedelta(weeks=SESSIONS - number, days=1)
        trainee.get_by_label("Day", exact=True).fill(held_on.isoformat())
        if number == SESSIONS - 1:
            trainee.get_by_label("The client").select_option(label="Did not attend")
        else:
            trainee.get_by_label("PHQ-9 total").fill(str(19 - number))
            trainee.get_by_label("GAD-7 total").fill(str(14 - number))
        press(trainee, "Log it")
        reads(trainee, f"session {number}")


def refuse_an_impossible_total(trainee):
    """What was typed stays, and the field says what would be right."""
    follow(trainee, f"Record session {SESSIONS + 1}")
    trainee.get_by_label("PHQ-9 total").fill("28")
    press(trainee, "Log it")
    reads(trainee, "lies between 0 and 27")
    assert trainee.get_by_label("PHQ-9 total").input_value() == "28"


def log_other_time(trainee):
    for kind in ("Supervision of DIT cases", "Teaching"):
        follow(trainee, "Hours", within=".nav")
        follow(trainee, "Log other time")
        trainee.get_by_role("link", name=kind).first.click()
        trainee.get_by_label("Length").fill("1:15")
        press(trainee, "Log it")
        reads(trainee, "Logged 75 min")


def send_everything(trainee):
    """Month by month, as the log offers it."""
    while trainee.get_by_role("button", name="Send ").count():
        trainee.get_by_role("button", name="Send ").first.click()
        reads(trainee, "sent.")
        trainee.goto("/hours")


def give_verdicts(supervisor):
    """Query one, return one, and countersign the rest with one signature."""
    supervisor.goto("/inbox")
    say(supervisor, "Query", "Your question to Mina", "One long session or two?", "Ask")
    say(supervisor, "Return", "Why it goes back to Mina", "It was 50 minutes.", "Return it", nth=1)
    supervisor.get_by_role("button", name="Countersign 3 (").click()
    reads(supervisor, "Countersigned 3 entries")


def say(supervisor, verb, label, words, send, *, nth=0):
    supervisor.get_by_role("button", name=f"{verb} ").nth(nth).click()
    supervisor.get_by_label(label).fill(words)
    press(supervisor, send)


def answer_and_change(trainee):
    """Each verdict is the entry's own: one is answered, one is changed and sent again."""
    trainee.goto("/hours?standing=queried")
    reads(trainee, "One long session or two?")
    trainee.locator("tbody th a").first.click()
    trainee.locator("#words").fill("One, of fifty minutes.")
    press(trainee, "Send your answer")
    trainee.goto("/hours?standing=returned")
    reads(trainee, "It was 50 minutes.")
    trainee.locator("tbody th a").first.click()
    follow(trainee, "Change")
    trainee.get_by_label("Length").fill("50")
    press(trainee, "Keep the change")
    press(trainee, "Send to be countersigned")


def sign_the_rest(supervisor):
    supervisor.goto("/inbox")
    reads(supervisor, "One, of fifty minutes.")
    supervisor.locator("[name=pick]").first.check()
    supervisor.get_by_role("button", name="Countersign 2 (").click()
    reads(supervisor, "Countersigned 2 entries")
    reads(supervisor, "Nothing waits for you")
