"""What `multisig approve`, `multisig execute` and `multisig cancel` have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from btcli.accounts.kept_calls import GivenCall
from btcli.commands.multisig.signers import ChosenSet, SetDocument
from btcli.documents import TransactionData
from btcli.output import Result

if TYPE_CHECKING:
    from btcli.transaction import Outcome
    from btsdk.client import View


class MultisigCallData(TransactionData):
    """The result of a command that approves, executes or cancels a call of a multisig."""

    multisig: SetDocument
    call_hash: str
    approvals: Annotated[int, "how many it had before"]


def approvals(view: View, chosen: ChosenSet, call: GivenCall) -> tuple[str, ...]:
    """Who has approved the call; nobody if it is not open."""
    pending = view.multisig(chosen.address, call.call_hash)
    return () if pending is None else pending.approvals


def result(outcome: Outcome, chosen: ChosenSet, call: GivenCall, before: int) -> Result:
    """The result of the command."""
    return outcome.result(multisig=chosen.document(), call_hash=call.hexadecimal, approvals=before)
