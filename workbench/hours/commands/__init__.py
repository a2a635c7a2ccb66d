"""What changes the hours log: a trainee logs and amends, a supervisor countersigns."""

from workbench.hours.commands import (
    keeping as keeping,  # whoever changes entries keeps their totals
)
