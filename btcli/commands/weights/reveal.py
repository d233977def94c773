"""Reveal weights that were committed by a hash.

Without --uids, --weights and --salt it reveals the oldest open commitment of the hotkey whose salt
was kept by `weights commit`.
"""

from __future__ import annotations

from typing import Annotated

from btcli import options
from btcli.command import command
from btcli.commands.weights import revealing, rows
from btcli.context import Context
from btcli.documents import TransactionData
from btcli.output import Result
from btcli.transaction import transact


class RevealData(TransactionData):
    """The result of `weights reveal`."""

    netuid: int
    mechanism: int
    uids: list[int]
    weights: Annotated[list[int], "of 65,535"]


@command(options.hotkey, *options.TRANSACTING, data=RevealData)
def run(
    context: Context,
    netuid: options.NetuidOption,
    uids: rows.UidsOption = None,
    weights: rows.WeightsOption = None,
    salt: rows.SaltOption = None,
    salt_file: revealing.FileOption = None,
    mechanism: options.MechanismOption = 0,
    version_key: rows.VersionKeyOption = None,
) -> Result:
    numbers = rows.whole_numbers(salt, "salt number")
    row = None
    if uids or weights or numbers:
        row = rows.given_row(context, uids, weights)
    request = revealing.request(netuid, mechanism, row, numbers, version_key, salt_file)
    with context.client() as client:
        operation, path = revealing.found(context, client, request)
        outcome = transact(context, client, operation, "hotkey")
        if outcome.receipt is not None and path is not None:
            path.unlink(missing_ok=True)
    shown = operation.row
    return outcome.result(
        netuid=netuid, mechanism=mechanism, uids=list(shown.uids), weights=list(shown.values)
    )
