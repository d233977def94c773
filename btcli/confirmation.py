"""The confirmation before a transaction is signed.

A transaction that the chain is certain to refuse costs its fee and has no effect, so it needs a
confirmation of its own: `--no-prompt` confirms any other transaction, `--force` also this one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btcli.context import Context
from btcli.failures import PredictedRefusal
from btsdk.tx.hints import hint_for

if TYPE_CHECKING:
    from btsdk.tx.prepare import Preview


def confirm_submission(context: Context, preview: Preview) -> None:
    """Ask whether to sign and submit. Raises `Declined`, `NeedsConfirmation`, or `PredictedRefusal`
    if prompts are disabled and `--force` is not given."""
    if not preview.refusals:
        context.confirm("Sign and submit?")
    elif context.choices.force and (context.choices.no_prompt or context.output.as_json):
        return
    elif context.may_prompt or context.choices.decline:
        context.confirm("The chain will refuse this. Sign and submit it anyway?")
    else:
        raise _refusal(preview)


def _refusal(preview: Preview) -> PredictedRefusal:
    first = preview.refusals[0]
    reasons = "; ".join(one.reason for one in preview.refusals)
    hint = hint_for(first.code)
    forced = "Nothing was signed. Use --force to submit it anyway."
    return PredictedRefusal(
        first.code,
        f"the chain would refuse this ({first.code}): {reasons}",
        hint=f"{hint} {forced}" if hint else forced,
    )
