"""What the commands that change a crowdloan have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from btcli.accounts import known_names
from btcli.commands.crowd import loans
from btcli.context import Context
from btcli.documents import TransactionData
from btcli.output import Result
from btcli.transaction import transact
from btsdk.events.crowdloan import Created

if TYPE_CHECKING:
    from btcli.transaction import Outcome
    from btsdk.client import Client
    from btsdk.tx.operation import Operation


class CrowdloanChangeData(TransactionData):
    """The result of a command that creates or changes a crowdloan."""

    crowdloan_id: Annotated[int | None, "null if the crowdloan is new and was not waited for"]
    crowdloan: Annotated[
        loans.CrowdloanDocument | None, "afterwards; null if it is gone or was not waited for"
    ]


def carry_out(context: Context, client: Client, operation: Operation, number: int | None) -> Result:
    """Submit the operation, and report the crowdloan afterwards; `number` None is a new one."""
    outcome = transact(context, client, operation)
    if number is None:
        number = _created(outcome)
    if outcome.done is None or number is None:
        return outcome.result(crowdloan_id=number, crowdloan=None)
    view = client.at(outcome.done.block_hash)
    loan = view.crowdloan(number)
    if loan is None:
        return outcome.result(crowdloan_id=number, crowdloan=None)
    shown = loans.of_view(view, loan)
    facts = shown.facts(known_names.of_addresses(context))
    return outcome.result(facts, crowdloan_id=number, crowdloan=shown.document())


def _created(outcome: Outcome) -> int | None:
    found = [] if outcome.done is None else list(outcome.done.find(Created))
    return found[0].crowdloan_id if found else None
