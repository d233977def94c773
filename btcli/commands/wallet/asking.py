"""Values that are asked for where an option was not given."""

from __future__ import annotations

from btcli.context import Context
from btsdk.errors import UsageError


def asked(context: Context, value: str | None, option: str, question: str) -> str:
    """The value, or the answer to a question. Raises `UsageError` with the option's name if it may
    not be asked, or is not answered."""
    if value is not None:
        return value
    answer = context.output.question(f"{question}: ").strip() if context.may_prompt else ""
    if not answer:
        raise UsageError(f"{option} is missing: {question[0].lower()}{question[1:]}")
    return answer
