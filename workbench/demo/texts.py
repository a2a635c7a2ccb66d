"""Invented formulations and letters: nobody's story, written for the demo."""

Texts = dict[str, str]
"""Section key to what stands in it."""

IPAF_FIRST: Texts = {
    "timing": "Drafted after session 3, shared in session 4.",
    "self": (
        "She takes herself to be somebody who is kept on only while she is of use: the one who "
        "copes, who notices first and asks last."
    ),
    "other": (
        "Others are busy, important and soon burdened. They accept what she offers, and look away "
        "at the moment when she falters."
    ),
    "affect": "A flat resentment, and a tiredness that she feels in her arms.",
    "affect_less_conscious": "Underneath there may be a fear of being left.",
    "circle": (
        "She works out what is wanted, gives more than was asked, and leaves before she can be "
        "refused. Nobody learns what she wants, and so nobody offers it."
    ),
    "episode_one": (
        "She drove across the county to help an older sister move house, told nobody that she had "
        "a fever, and was hurt when nobody asked how she was."
    ),
    "episode_two": (
        "A line manager forgot to thank her in a meeting. She stayed late for a week and then "
        "called in sick for two days. "
        "She chooses friends who are never free and feels proved right."
    ),
    "patient_wording": (
        "You learnt early that being useful keeps people near. It does, and it also keeps them "
        "from knowing you. When it becomes too much you go away quietly, and then it looks as if "
        "nobody had wanted you to stay."
    ),
    "patient_response": "She said: “near” is right, “useful” is what my mother said. We kept both.",
    "aims": "To ask for one thing a week.\nTo stay in the room when she is angry.",
}

IPAF_SECOND: Texts = IPAF_FIRST | {
    "self": (
        "“I am the one who copes”, she says. She takes herself to be somebody who is kept on only "
        "while she is of use: who notices first and asks last."
    ),
    "affect_less_conscious": (
        "Underneath, and nearer since the mid-point review, there is a fear of being left the "
        "moment she asks."
    ),
    "episode_two": (
        "A line manager forgot to thank her in a meeting. She stayed late for a week and then "
        "called in sick for two days, and told nobody why."
    ),
    "function": (
        "If she never asks, she need not find out whether she would be wanted for herself. It "
        "spares her that answer, and it costs her being known."
    ),
    "transference": (
        "She brings me tea-time questions about my week. I feel looked after, and a little "
        "dismissed."
    ),
}

COMMENTS = (
    ("self", "the one who copes", "Whose words are these? If they are hers, lead with them."),
    (
        "affect_less_conscious",
        "Underneath there may be a fear of being left.",
        "“May be”: what have you seen that makes you think so?",
    ),
    (
        "episode_two",
        "She chooses friends who are never free and feels proved right.",
        "This is a pattern, not an episode. Which evening does it come from?",
    ),
    ("other", "soon burdened", "What does she expect to happen once they are?"),
)
"""Section, passage and what a supervisor says of it."""

ANSWER = "They are hers. I have put them first."

LETTER: Texts = {
    "opening": (
        "Dear [first name],\n\nWe have two meetings left, and I said that I would write down how I "
        "have understood our time together. Please keep what fits and tell me what does not."
    ),
    "beginning": (
        "When you first came you were tired in a way that sleep did not mend. You said that you "
        "were the one who copes, and you said it lightly, but it did not sound light. You had been "
        "coping for your sister, for your manager, for anybody who looked busy, and when you could "
        "not, you went home and shut the door.\n\nWe came to think of it as a bargain: be useful "
        "and you will be kept; ask, and you may be dropped. It left you resentful, and more alone "
        "than anybody near you knew."
    ),
    "seen_together": (
        "There was a week in the middle when you did not come, and wrote that all was well. When "
        "you came back you asked about my holiday, so kindly that I felt looked after. I wondered "
        "aloud whether I had become one more person who must not be burdened. You were silent, "
        "then angry, and then you laughed. I think that was the day on which we both saw it."
    ),
    "changed": (
        "You told your sister that you would not come one Saturday, and you did not come. It was "
        "harder than anything in this room, and it was yours: I heard of it only afterwards. Your "
        "mood has lifted, though not every week, and the bad days are no longer a secret."
    ),
    "remains": (
        "Not everything has moved. At work you still answer before the question is finished. There "
        "will be times when the old bargain looks like the only one on offer, and you may notice "
        "it first in your arms. We did not come far with your father, and sixteen meetings may "
        "feel like too few."
    ),
    "ending": (
        "An ending can sound like being dropped. You may want to make it easy for me, or be angry "
        "that it stops when it has begun to help. There is room for that in the time we have."
    ),
    "goodbye": (
        "I have been glad to know you, and not because you coped. I wish you people who can be "
        "asked, and the nerve to ask them.\n\nWith my good wishes,\n\n[therapist]"
    ),
}

CASE_STUDY: Texts = {
    "setting": "A primary-care service in a northern city; sent by the practice counsellor.",
    "patient": "A woman in her thirties with her second episode of low mood.",
    "formulation": "As agreed in session 4: be useful and be kept, ask and be dropped.",
    "course": "Sixteen sessions over five months, one missed, one moved.",
    "relationship": "I was looked after, and slow to notice that I liked it.",
    "outcome": "Both scores fell below the line; she kept a friendship that she had given up.",
    "reflection": "I learnt to hear a kindness as a question.",
}
