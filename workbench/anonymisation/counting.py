"""Numbers as people write them, for patterns. Pure."""

UNITS = r"one|two|three|four|five|six|seven|eight|nine"
TENS = r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
TEENS = r"ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
WORDS = rf"(?:(?:{TENS})(?:[- ](?:{UNITS}))?|{UNITS}|{TEENS})"
#: One number of at most three figures, or in words.
N = rf"(?:\d{{1,3}}(?:\.5|½)?|{WORDS})"
