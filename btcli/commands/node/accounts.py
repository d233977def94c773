"""List the development accounts of the local chain, with their balances.

Their secrets are public: use them for tests only. `btcli wallet create --uri //Alice` creates a
wallet with such a key.
"""

from __future__ import annotations

from typing import TypedDict

from btcli import options
from btcli.command import command
from btcli.commands.node import local_chain
from btcli.context import Context
from btcli.output import Result
from btcli.render.blocks import Table
from btsdk.keys import Keypair
from local_node.process.node_info import DEVELOPERS, Funded


class AccountsData(TypedDict):
    """The result of `node accounts`."""

    accounts: list[local_chain.FundedDocument]
    block: int
    chain_file: str


@command(options.output, data=AccountsData)
def run(
    context: Context, chain: options.ChainOption = None, chain_file: options.ChainFileOption = None
) -> Result:
    path = local_chain.file_of(chain, chain_file)
    secrets = [f"//{name}" for name in DEVELOPERS]
    addresses = [Keypair.from_uri(secret).ss58_address for secret in secrets]
    with context.local_client(path) as client:
        view = client.head()
        held = view.balances(addresses)
    found = [
        Funded(address, secret, held[address].free)
        for address, secret in zip(addresses, secrets, strict=True)
    ]
    data = {
        "accounts": [account.document() for account in found],
        "block": view.number,
        "chain_file": str(path),
    }
    return Result(data, (_table(found),))


def _table(accounts: list[Funded]) -> Table:
    return Table(
        ("secret", "address", "free"),
        [(one.secret or "", one.address, f"{one.amount:,}") for one in accounts],
        title="Development accounts (their secrets are public: for tests only)",
        right=frozenset({"free"}),
    )
