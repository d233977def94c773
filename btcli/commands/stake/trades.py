"""Orders to add or remove stakes, and their results.

A single trade is one call. Several trades go into one `force_batch`: they are shown, confirmed and
paid together, a failure does not affect the others, and each part is reported.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated, Any, Literal

from btcli import trade
from btcli.accounts import proxy_account
from btcli.commands.stake import targets
from btcli.commands.stake.targets import EVERY, Target
from btcli.commands.stake.trade_report import TradeResult, ordered_amounts, trades
from btcli.context import Context
from btcli.documents import PartDocument, TradedDocument, TransactionData, part_document
from btcli.failures import Failure, failure_of, parts_failure
from btcli.output import Result
from btcli.render.blocks import Facts
from btcli.render.stakes import part_table
from btcli.terminal.block import Block
from btcli.transaction import Outcome, transact
from btsdk.errors import UsageError
from btsdk.ops import AddStake, AddStakes
from btsdk.storage.subtensor import NetworksAdded, SubtokenEnabled
from btsdk.units import Alpha, Tao

if TYPE_CHECKING:
    from btsdk.client import Client, View
    from btsdk.tx.operation import Operation
    from btsdk.tx.receipt import Receipt

TaoOrAll = Tao | Literal["all"]


class StakeData(TransactionData, TradedDocument):
    """The result of `stake add` and `stake remove`; null beside `parts` for several trades."""

    netuid: Annotated[int | None, "null for several trades, like all amounts here"]
    hotkey: str | None
    stake_alpha: Annotated[str | None, "the stake after the trade"]
    parts: Annotated[list[PartDocument], "in the order of the preview"]


_SINGLE = ("netuid", "hotkey", "stake_alpha", *TradedDocument.__annotations__)
"""The fields that `StakeData` repeats for a single trade."""


@dataclass(frozen=True)
class TradePart:
    """The result for one target; `done` is None if nothing was sent or waited for."""

    target: Target
    done: bool | None = None
    failure: Failure | None = None
    events: tuple[str, ...] = ()
    traded: TradeResult | None = None


@dataclass(frozen=True)
class Order:
    """An operation and the targets of its parts, in the same order."""

    operation: Operation
    targets: Sequence[Target]

    def carry_out(self, context: Context, client: Client) -> Result:
        """Submit the operation through `transact`, and report each part."""
        outcome = transact(context, client, self.operation)
        parts = _parts(self.targets, outcome.done)
        held: targets.Holdings | None = None
        if outcome.done is not None:
            coldkey = proxy_account.coldkey(context)
            parts = _with_trades(parts, outcome, coldkey)
            held = holdings(client.at(outcome.done.block_hash), coldkey)
        return _result(outcome, parts, held)


def add_order(
    context: Context, view: View, requested: targets.TargetOptions, amount: TaoOrAll
) -> Order:
    """An order to stake `amount` on each hotkey and subnet; "all" is split evenly."""
    chosen = targets.to_stake_on(context, requested, _open_netuids(context, view, requested))
    limits = trade.limits(context, view, netuids_of(chosen), buying=True)
    stakes = []
    for target in chosen:
        netuid = netuid_of(target)
        limit = limits[netuid]
        stakes.append(AddStake(target.hotkey, netuid, amount, limit.price, limit.allow_partial))
    return Order(stakes[0] if len(stakes) == 1 else AddStakes(stakes), chosen)


def holdings(view: View, coldkey: str) -> targets.Holdings:
    """The stakes of a coldkey, ordered by subnet."""
    found = sorted(view.stakes(coldkey), key=lambda stake: (stake.netuid, stake.hotkey))
    return {(stake.hotkey, stake.netuid): stake.amount for stake in found}


def _open_netuids(context: Context, view: View, requested: targets.TargetOptions) -> list[int]:
    """For `--all-netuids`: all subnets that are open for staking; prints the others."""
    if requested.netuids is not None:
        return []
    known = {netuid for (netuid,), there in view.storage_map(NetworksAdded) if there}
    opened = {netuid for (netuid,), is_open in view.storage_map(SubtokenEnabled) if is_open}
    found = sorted(known & opened)
    if closed := sorted(known - opened):
        named = ", ".join(str(netuid) for netuid in closed)
        context.output.say(f"Skipped subnet {named}: not open for staking.")
    if not found:
        raise UsageError("no subnet of this chain is open for staking")
    return found


def _parts(chosen: Sequence[Target], receipt: Receipt | None) -> list[TradePart]:
    if receipt is None:
        return [TradePart(target) for target in chosen]
    if len(chosen) == 1:  # no batch: a failure would have raised
        names = tuple(f"{event.pallet}.{event.name}" for event in receipt.events)
        return [TradePart(chosen[0], True, None, names)]
    found = []
    for target, part in zip(chosen, receipt.parts, strict=True):
        failure = None if part.error is None else failure_of(part.error)
        names = tuple(f"{event.pallet}.{event.name}" for event in part.events)
        found.append(TradePart(target, failure is None, failure, names))
    return found


def _with_trades(parts: list[TradePart], outcome: Outcome, coldkey: str) -> list[TradePart]:
    """Add trade results to the completed parts."""
    if outcome.done is None:
        return parts
    amounts = ordered_amounts(outcome.plan.draft.call)
    pairs = list(zip(parts, amounts, strict=True))
    done = [(part.target, amount) for part, amount in pairs if part.done]
    found = iter(trades(outcome.done, coldkey, done))
    return [replace(part, traded=next(found)) if part.done else part for part in parts]


def _result(outcome: Outcome, parts: list[TradePart], held: targets.Holdings | None) -> Result:
    now = [_stake_now(part.target, held) for part in parts]
    only: Mapping[str, Any] = part_document(parts[0], now[0]) if len(parts) == 1 else {}
    data: dict[str, Any] = {name: only.get(name) for name in _SINGLE}
    data["parts"] = [part_document(part, stake) for part, stake in zip(parts, now, strict=True)]
    blocks = _blocks(parts, now) if held is not None else ()
    result = outcome.result(*blocks, **data)
    failed = [part.failure for part in parts if part.failure is not None]
    if not failed or outcome.receipt is None:
        return result
    failure = parts_failure(failed, len(parts), outcome.receipt)
    return Result(result.data, result.blocks, failure)


def _blocks(parts: list[TradePart], now: list[Alpha | None]) -> tuple[Block, ...]:
    if len(parts) > 1:
        return (part_table(parts, now),)
    target, traded = parts[0].target, parts[0].traded
    rows = list(traded.facts()) if traded is not None else []
    if now[0] is None:
        return (Facts((*rows, ("emptied", _named(target)))),)
    return (Facts((*rows, ("stake now", f"{now[0]:,} on {_named(target)}"))),)


def _stake_now(target: Target, held: targets.Holdings | None) -> Alpha | None:
    if held is None or target.netuid is EVERY:
        return None
    nothing = Alpha.from_rao(0, target.netuid)
    return held.get((target.hotkey, target.netuid), nothing)


def _named(target: Target) -> str:
    where = "every subnet" if target.netuid is EVERY else f"subnet {target.netuid}"
    return f"{target.hotkey}, {where}"


def netuids_of(chosen: Sequence[Target]) -> list[int]:
    """The subnets of the targets, each once."""
    return list(dict.fromkeys(netuid_of(target) for target in chosen))


def netuid_of(target: Target) -> int:
    """The subnet of a target; raises `UsageError` for every subnet."""
    if target.netuid is None:
        raise UsageError("no subnet given")
    return target.netuid
