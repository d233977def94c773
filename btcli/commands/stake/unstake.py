"""The orders of `stake remove`: amounts, everything, everything to root, or an interactive choice.

By default each stake is sold on its own, within the price limit of its subnet. The chain's calls
that sell all stake of a hotkey have no price limit: they serve `--unsafe` and
`--unstake-all-alpha`.
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
    """What to unstake: `amount` in alpha as typed, or "all"; `requested` is None to ask."""

    amount: str
    requested: targets.TargetOptions | None
    to_root: bool = False
    at_any_price: bool = False

    def order(self, context: Context, view: View) -> Order:
        """The order for the current stakes."""
        held = holdings(view, proxy_account.coldkey(context))
        if self.requested is None:
            return removal(context, view, interactive.chosen(context, held))
        if self.at_any_price or self.to_root:
            return _emptying(self.requested, held, to_root=self.to_root)
        found = targets.to_unstake_from(context, self.requested, held)
        return removal(context, view, [(target, self.amount) for target in found])


def asked(
    context: Context, amount: str | None, everything: bool, to_root: bool, interactive: bool
) -> UnstakeRequest:
    """Read the options; raises `UsageError` if they contradict each other."""
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
    """Check that the amount is above 0, before anything is opened."""
    named = targets.netuids(context, needed=True) or (1,)
    check_alpha(Alpha.parse(text, named[0]), named[0])


def _check_alone(context: Context, amounts: bool) -> None:
    choices = context.choices
    hotkeys = choices.include_hotkeys or choices.exclude_hotkeys or choices.all_hotkeys
    if amounts or hotkeys or choices.netuids or choices.all_netuids:
        raise UsageError(
            "--interactive prompts for hotkeys, subnets and amounts: omit their options"
        )
    context.require_prompt()


def _check_to_root(context: Context, amounts: bool) -> None:
    choices = context.choices
    if amounts:
        raise UsageError("--unstake-all-alpha cannot be combined with --amount or --unstake-all")
    if choices.netuids:
        raise UsageError(
            "--unstake-all-alpha sells on every subnet and cannot be limited to some",
            hint="For some subnets, use --netuids 1,2 --unstake-all.",
        )
    if choices.safe_staking or choices.tolerance is not None or choices.allow_partial_stake:
        raise UsageError("--unstake-all-alpha has no price limit: omit the price options")


def removal(context: Context, view: View, wanted: Sequence[tuple[Target, str]]) -> Order:
    """The order to unstake amounts from targets, each within the price limit of its subnet."""
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
    """Unstake everything from the hotkeys on every subnet, with the chain's own call."""
    hotkeys = targets.staked_hotkeys(requested, held)
    emptied = [UnstakeAll(hotkey, to_root) for hotkey in hotkeys]
    chosen = [Target(hotkey, EVERY) for hotkey in hotkeys]
    return Order(emptied[0] if len(emptied) == 1 else ForceBatch(emptied), chosen)
