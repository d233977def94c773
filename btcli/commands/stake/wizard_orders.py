"""What `stake wizard` does, and the command that does the same."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from typing import TYPE_CHECKING

from btcli.commands.stake import moves, unstake
from btcli.commands.stake.targets import Target
from btcli.commands.stake.wizard_questions import StakeChoice
from btcli.context import Context
from btcli.output import Result
from btsdk.errors import UsageError
from btsdk.ops import MoveStake, SwapStake, TransferStake

if TYPE_CHECKING:
    from btsdk.client import Client
    from btsdk.units import Alpha

_SHARED = (
    "wallet_name", "wallet_path", "network", "chain_file", "proxy", "force_proxy_type", "tolerance",
)  # fmt: skip
"""Options with a value that are repeated if they were given."""


def carry_out(context: Context, client: Client, coldkey: str, choice: StakeChoice) -> Result:
    """Submit it, as the command of its own does."""
    view, netuid, to_netuid = client.head(), choice.netuid, choice.to_netuid
    if choice.verb == "remove":
        wanted = [(Target(choice.hotkey, netuid), choice.amount)]
        return unstake.removal(context, view, wanted).carry_out(context, client)
    limit = moves.limit(context, view, netuid, to_netuid)
    operation = _operation(context, choice, limit)
    receiver, hotkey = coldkey, choice.hotkey
    if choice.verb == "move":
        hotkey = choice.destination
    elif choice.verb == "transfer":
        receiver = choice.destination
    places = (coldkey, choice.hotkey, netuid), (receiver, hotkey, to_netuid)
    return moves.carry_out(context, client, operation, *places)


def _operation(
    context: Context, choice: StakeChoice, limit: Alpha | None
) -> MoveStake | SwapStake | TransferStake:
    origin, to_netuid = choice.netuid, choice.to_netuid
    alpha = moves.alpha_or_all(choice.amount, False, origin)
    if choice.verb == "move":
        return MoveStake(choice.hotkey, origin, choice.destination, to_netuid, alpha, limit)
    if choice.verb == "transfer":
        return TransferStake(choice.destination, choice.hotkey, origin, alpha, to_netuid, limit)
    if limit is None and context.choices.allow_partial_stake:
        raise UsageError("--partial needs a price limit; omit --unsafe")
    partial = limit is not None and bool(context.setting("allow_partial_stake"))
    return SwapStake(choice.hotkey, origin, to_netuid, alpha, limit, partial)


def command_line(context: Context, choice: StakeChoice) -> str:
    """The command that does the same without these questions."""
    words = ["btcli", "stake", choice.verb]
    if choice.verb == "remove":
        words += ["--netuid", str(choice.netuid), "--include-hotkeys", choice.hotkey]
    else:
        words += ["--origin-netuid", str(choice.netuid), "--hotkey", choice.hotkey]
    if choice.destination:
        words += ["--dest", choice.destination]
    if choice.destination_netuid is not None:
        words += ["--dest-netuid", str(choice.destination_netuid)]
    return shlex.join([*words, "--amount", choice.amount, *_given(context, choice)])


def _given(context: Context, choice: StakeChoice) -> Iterator[str]:
    """The shared options that were given to the wizard."""
    choices = context.choices
    for name in _SHARED:
        value = getattr(choices, name)
        if value is not None:
            yield from (f"--{name.replace('_', '-')}", str(value))
    if choices.safe_staking is not None:
        yield "--safe-staking" if choices.safe_staking else "--unsafe"
    if choices.allow_partial_stake and choice.verb in ("swap", "remove"):
        yield "--allow-partial-stake"
    if choices.mev_protection:
        yield "--mev-protection"
