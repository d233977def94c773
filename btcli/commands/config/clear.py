"""Forget remembered values."""

from __future__ import annotations

from typing import Annotated

from typer import Option

from btcli import config, options
from btcli.command import command
from btcli.config import KEYS
from btcli.context import Context
from btcli.output import Result
from btcli.remembered import result
from btsdk.errors import UsageError


@command(options.output)
def run(
    context: Context,
    everything: Annotated[bool, Option("--all", help="All of them.")] = False,
    network: Annotated[bool, Option("--network", "--chain", help=KEYS["network"])] = False,
    wallet: Annotated[
        bool, Option("--wallet-name", "--name", "-w", help=KEYS["wallet_name"])
    ] = False,
    hotkey: Annotated[bool, Option("--hotkey", "-H", help=KEYS["hotkey"])] = False,
    path: Annotated[bool, Option("--wallet-path", "-p", help=KEYS["wallet_path"])] = False,
    tolerance: Annotated[bool, Option("--tolerance", "--limit", help=KEYS["tolerance"])] = False,
    safe: Annotated[bool, Option("--safe-staking", "--safe", help=KEYS["safe_staking"])] = False,
    partial: Annotated[
        bool, Option("--allow-partial-stake", "--partial", help=KEYS["allow_partial_stake"])
    ] = False,
) -> Result:
    named = (network, wallet, hotkey, path, tolerance, safe, partial)
    forgotten = {key for key, chosen in zip(KEYS, named, strict=True) if chosen}
    if not (forgotten or everything):
        raise UsageError("say what to forget, or --all")
    kept = config.load().items()
    config.save({} if everything else {key: value for key, value in kept if key not in forgotten})
    return result(context)
