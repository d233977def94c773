"""What `stake remove` is told to take: amounts, all there is, all of it to root, or what is chosen.

All that is there is sold within the limit of each subnet's price, subnet by subnet. The chain's own
calls for all of a hotkey know no limit: they are used where none is wanted, or none can be had.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from btcli import trade
from btcli.accounts import proxy_account
from btcli.commands.stake import interactive, targets
from btcli.commands.stake.targets import EVERY, Target
from btcli.commands.stake.trades import Order, holdings, netuid_of, netuids_of
from btcli.context import Context
from btsdk.client import View
from btsdk.errors import UsageError
from btsdk.ops import ForceBatch, RemoveStake, RemoveStakes, UnstakeAll
from btsdk.ops.checks import check_alpha
from btsdk.units import Alpha

AlphaOrAll = Alpha | Literal["all"]


@dataclass(frozen=True)
class UnstakeRequest:
    """What to take: `amount` of alpha as it was written, or "all"; `requested` None to be asked."""

    amount: str
    requested: targets.TargetOptions | None
    to_root: bool = False
    at_any_price: bool = False

    def order(self, context: Context, view: View) -> Order:
        """The operation for what is there now."""
        held = holdings(view, proxy_account.coldkey(context))
        if self.requested is None:
            return _removal(context, view, interactive.chosen(context, held))
        if self.at_any_price or self.to_root:
            return _emptying(self.requested, held, to_root=self.to_root)
        found = targets.to_unstake_from(context, self.requested, held)
        return _removal(context, view, [(target, self.amount) for target in found])


def asked(
    context: Context, amount: str | None, everything: bool, to_root: bool, interactive: bool
) -> UnstakeRequest:
    """What the options ask for; raises `UsageError` where that is not one clear thing."""
    if interactive:
        _check_alone(context, amount is not None or everything or to_root)
        return UnstakeRequest("all", None)
    if to_root:
        _check_to_root(context, amount is not None or everything)
        requested = targets.target_options(context, needs_netuid=False)
        return UnstakeRequest("all", requested, to_root=True)
    text = trade.amount_or_all(amount, everything)
    if text != "all":
        _check_amount(context, text)
    requested = targets.target_options(context, needs_netuid=not everything)
    unlimited = not context.setting("safe_staking")
    named = requested.netuids is not None or context.choices.all_netuids
    return UnstakeRequest(text, requested, at_any_price=everything and unlimited and not named)


def _check_amount(context: Context, text: str) -> None:
    """That it is an amount of more than nothing, before anything is opened."""
    named = targets.netuids(context, needed=True) or (1,)
    check_alpha(Alpha.parse(text, named[0]), named[0])


def _check_alone(context: Context, amounts: bool) -> None:
    choices = context.choices
    hotkeys = choices.include_hotkeys or choices.exclude_hotkeys or choices.all_hotkeys
    if amounts or hotkeys or choices.netuids or choices.all_netuids:
        raise UsageError("--interactive asks for hotkeys, subnets and amounts: give none of them")
    context.require_prompt()


def _check_to_root(context: Context, amounts: bool) -> None:
    choices = context.choices
    if amounts:
        raise UsageError("--unstake-all-alpha takes all alpha: give no amount and no --unstake-all")
    if choices.netuids:
        raise UsageError(
            "the chain sells all alpha of a hotkey at once, and not that of chosen subnets",
            hint="For chosen subnets: --netuids 1,2 --unstake-all.",
        )
    if choices.safe_staking or choices.tolerance is not None or choices.allow_partial_stake:
        raise UsageError("the chain sells all alpha of a hotkey at any price: it takes no limit")


def _removal(context: Context, view: View, wanted: Sequence[tuple[Target, str]]) -> Order:
    """The amounts from their targets, each within the limit of its subnet's price."""
    chosen = [target for target, _ in wanted]
    limits = trade.limits(context, view, netuids_of(chosen), buying=False)
    stakes = []
    for target, text in wanted:
        netuid = netuid_of(target)
        limit, alpha = limits[netuid], _alpha(text, netuid)
        partial = limit.allow_partial and alpha != "all"
        stakes.append(RemoveStake(target.hotkey, netuid, alpha, limit.price, partial))
    return Order(stakes[0] if len(stakes) == 1 else RemoveStakes(stakes), chosen)


def _alpha(text: str, netuid: int) -> AlphaOrAll:
    return "all" if text == "all" else Alpha.parse(text, netuid)


def _emptying(requested: targets.TargetOptions, held: targets.Holdings, *, to_root: bool) -> Order:
    """All stake of the hotkeys, on every subnet, by the chain's own call."""
    hotkeys = targets.staked_hotkeys(requested, held)
    emptied = [UnstakeAll(hotkey, to_root) for hotkey in hotkeys]
    chosen = [Target(hotkey, EVERY) for hotkey in hotkeys]
    return Order(emptied[0] if len(emptied) == 1 else ForceBatch(emptied), chosen)
