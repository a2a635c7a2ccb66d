"""An amount written so that nothing of it is lost. Pure."""

from fractions import Fraction

THOUSAND = 1000


def exact(amount: Fraction) -> str:
    """An amount as a decimal where that is exact, else as a fraction: 17.5, or 100/3."""
    if THOUSAND % amount.denominator:
        return str(amount)
    whole, thousandths = divmod(amount * THOUSAND, THOUSAND)
    return f"{whole}.{int(thousandths):03}".rstrip("0").rstrip(".")
