"""Remember values for later commands."""

from __future__ import annotations

from typing import Annotated

from typer import Option

from btcli import config, options
from btcli.command import command
from btcli.context import Context
from btcli.output import Result
from btcli.remembered import checked, result
from btsdk.errors import UsageError


@command(options.wallet_name, options.wallet_path, options.hotkey, options.slippage, options.output)
def run(
    context: Context,
    network: Annotated[
        str | None, Option("--network", "--chain", metavar="NAME|URL", help=config.KEYS["network"])
    ] = None,
) -> Result:
    choices = context.choices
    given = {
        "network": network,
        "wallet_name": choices.wallet_name,
        "hotkey": choices.hotkey,
        "wallet_path": choices.wallet_path,
        "tolerance": choices.tolerance,
        "safe_staking": choices.safe_staking,
        "allow_partial_stake": choices.allow_partial_stake,
    }
    chosen = {key: value for key, value in given.items() if value is not None}
    if not chosen:
        raise UsageError("there is nothing to remember", hint="`btcli config set --help`")
    config.save(config.load() | checked(chosen))
    return result(context)
