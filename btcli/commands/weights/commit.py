"""Commit to weights by a hash, to reveal them later.

The salt is kept in a file until `weights reveal`, which has to be sent in the right epoch. Weights
of `weights set` need no reveal: the chain opens them itself.
"""

from __future__ import annotations

from typing import Annotated

from btcli import options
from btcli.command import command
from btcli.commands.weights import committing, rows
from btcli.context import Context
from btcli.documents import TransactionData
from btcli.output import Result


class CommitData(TransactionData):
    """The result of `weights commit`."""

    netuid: int
    mechanism: int
    uids: list[int]
    weights: Annotated[list[int], "of 65,535, as the chain hashes them"]
    version_key: int
    commit_hash: str
    salt_file: Annotated[str | None, "what `weights reveal` needs; null after a dry run"]


@command(options.hotkey, *options.TRANSACTING, data=CommitData)
def run(
    context: Context,
    netuid: options.NetuidOption,
    uids: rows.UidsOption = None,
    weights: rows.WeightsOption = None,
    salt: rows.SaltOption = None,
    salt_file: committing.NewFileOption = None,
    mechanism: options.MechanismOption = 0,
    version_key: rows.VersionKeyOption = None,
) -> Result:
    row = rows.given_row(context, uids, weights)
    wanted = committing.Wanted(netuid, mechanism, *row, rows.whole_numbers(salt, "salt number"))
    with context.client() as client:
        commit = committing.commitment(client.head(), wanted, version_key)
        return committing.carry_out(context, client, commit, salt_file)
