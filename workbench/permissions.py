"""The page of permissions: who holds what, in the words of the policy's rules. Pure."""

from workbench.policy import RULES, Permission, Rule

HEAD = """# Permissions

Written from `workbench/policy.py` by `workbench permissions`; `workbench permissions --check` says
whether it still fits. Any one line is enough; whatever is not granted here is refused.

| permission | who holds it |
|---|---|
"""


def permissions_page() -> str:
    """The whole page, permission by permission."""
    return HEAD + "".join(_line(permission) for permission in Permission)


def _line(permission: Permission) -> str:
    return f"| `{permission}` | {'<br>'.join(_said(rule) for rule in RULES[permission])} |\n"


def _said(rule: Rule) -> str:
    return f"{(rule.__doc__ or '').strip()} (`{rule.__name__}`)"
