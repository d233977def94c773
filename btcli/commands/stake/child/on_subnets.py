"""The subnets of a `stake child` command, and one operation on each of them in one transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, TypedDict, cast

from typer import Option

from btcli.accounts import selection
from btcli.commands.stake import targets
from btcli.context import Context
from btcli.documents import ErrorDocument
from btcli.failures import Failure, failure_of, parts_failure
from btcli.output import Result
from btcli.transaction import Outcome, transact
from btsdk.errors import UsageError
from btsdk.ops import ForceBatch

if TYPE_CHECKING:
    from btsdk.client import Client, View
    from btsdk.tx.operation import Operation


def subnets(
    netuids: Annotated[
        list[str] | None,
        Option("--netuid", "--netuids", "-n", metavar="N,N,…", help="Netuids of the subnets."),
    ] = None,
    all_netuids: Annotated[
        bool, Option("--all-netuids", "--all", "--allnetuids", help="Use every subnet.")
    ] = False,
) -> None:
    """The subnets."""


class SubnetPartDocument(TypedDict):
    """One of several operations, each on a subnet of its own."""

    netuid: int
    done: Annotated[bool | None, "null if nothing was sent, or without waiting for the block"]
    error: ErrorDocument | None


@dataclass(frozen=True)
class SubnetPart:
    """The outcome on one subnet; `done` is None if nothing was sent or waited for."""

    netuid: int
    done: bool | None = None
    failure: Failure | None = None

    def document(self) -> SubnetPartDocument:
        """The part in JSON."""
        error = None if self.failure is None else self.failure.document()
        return {
            "netuid": self.netuid,
            "done": self.done,
            "error": cast("ErrorDocument | None", error),
        }

    @property
    def word(self) -> str:
        """The outcome, for a cell of a table."""
        return "done" if self.failure is None else self.failure.code


def named(context: Context) -> tuple[int, ...] | None:
    """The named subnets, None for all; asked for if none is named."""
    if context.choices.netuids or context.choices.all_netuids:
        return targets.netuids(context, needed=True)
    missing = UsageError("no subnet given", hint="Use --netuid 1, --netuids 1,2 or --all-netuids.")
    words = selection.listed([context.answer("Netuids (such as 1,2), or all: ", missing)])
    if words == ["all"]:
        return None
    return tuple(dict.fromkeys(targets.netuid_of_text(word) for word in words))


def chosen(netuids: Sequence[int] | None, view: View) -> list[int]:
    """The named subnets; for None all but the root network."""
    return targets.existing_netuids(view) if netuids is None else list(netuids)


def submit(
    context: Context, client: Client, operations: Mapping[int, Operation]
) -> tuple[Outcome, list[SubnetPart]]:
    """Submit the operations, by netuid. A failure of one does not affect the others."""
    if not operations:
        raise UsageError("no subnet remains")
    every = list(operations.values())
    outcome = transact(context, client, every[0] if len(every) == 1 else ForceBatch(every))
    return outcome, _parts(list(operations), outcome)


def with_failure(result: Result, outcome: Outcome, parts: Sequence[SubnetPart]) -> Result:
    """The result, failed in part if a part failed."""
    failed = [part.failure for part in parts if part.failure is not None]
    if not failed or outcome.receipt is None:
        return result
    return Result(result.data, result.blocks, parts_failure(failed, len(parts), outcome.receipt))


def _parts(netuids: Sequence[int], outcome: Outcome) -> list[SubnetPart]:
    receipt = outcome.done
    if receipt is None:
        return [SubnetPart(netuid) for netuid in netuids]
    if len(netuids) == 1:  # no batch: a failure would have raised
        return [SubnetPart(netuids[0], done=True)]
    found = []
    for netuid, part in zip(netuids, receipt.parts, strict=True):
        failure = None if part.error is None else failure_of(part.error)
        found.append(SubnetPart(netuid, failure is None, failure))
    return found
