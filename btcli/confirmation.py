"""What the chain is certain to refuse is not signed without a yes to that very question.

It would cost its fee and do nothing. `--no-prompt` is a yes to the ordinary question; `--force` is
the one to this.
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
    where nobody is asked and `--force` does not say so."""
    if not preview.refusals:
        context.confirm("Sign and submit this?")
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
    forced = "Nothing was signed. --force submits it anyway."
    return PredictedRefusal(
        first.code,
        f"the chain would refuse this ({first.code}): {reasons}",
        hint=f"{hint} {forced}" if hint else forced,
    )
