"""The result of `wallet overview`: neurons, and the balances of their wallets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, TypedDict

from btcli.accounts.wallet_neurons import WalletNeuron
from btcli.documents import NeuronDocument, neuron_document
from btcli.output import Result
from btcli.render.blocks import Facts
from btcli.render.neurons import wallet_neuron_table
from btsdk.units import Tao

if TYPE_CHECKING:
    from btsdk.client import View
    from btsdk.wallet import WalletEntry


class WalletNeuronDocument(NeuronDocument):
    """A neuron of a wallet."""

    netuid: int
    wallet: str
    hotkey_name: Annotated[str | None, "null without a file on this machine"]
    rank: int
    trust: int
    consensus: int
    validator_trust: int
    blocks_since_update: int


class WalletFundsDocument(TypedDict):
    """The TAO and the stakes of a wallet."""

    name: str
    ss58: str
    free_tao: str
    staked_value_tao: Annotated[str, "at spot prices"]
    total_tao: str


class OverviewData(TypedDict):
    """The result of `wallet overview`."""

    block: int
    wallets: list[WalletFundsDocument]
    neurons: list[WalletNeuronDocument]
    total_tao: str


def report(
    view: View, wallets: Sequence[WalletEntry], rows: Sequence[WalletNeuron], *, every: bool
) -> Result:
    """The result for the neurons of one wallet, or of all wallets."""
    owners = [(one.name, one.coldkey.public.ss58_address) for one in wallets if one.coldkey.public]
    held = view.portfolio([address for _, address in owners]) if owners else {}
    # Wallets with the same coldkey count once.
    total = sum((one.total for one in held.values()), Tao.zero())
    free = sum((one.balance.free for one in held.values()), Tao.zero())
    staked = sum((one.staked for one in held.values()), Tao.zero())
    data = {
        "block": view.number,
        "wallets": [
            {
                "name": name,
                "ss58": address,
                "free_tao": held[address].balance.free.decimal(),
                "staked_value_tao": held[address].staked.decimal(),
                "total_tao": held[address].total.decimal(),
            }
            for name, address in owners
        ],
        "neurons": [_document(row) for row in rows],
        "total_tao": total.decimal(),
    }
    owner = "all wallets" if every else f"wallet {wallets[0].name}"
    funds = Facts(
        (
            ("free", f"{free:,}"),
            ("staked", f"{staked:,} at spot prices"),
            ("total", f"{total:,}"),
        ),
        title=f"Balance of {owner}",
    )
    return Result(data, (wallet_neuron_table(rows, every=every, owner=owner), funds))


def _document(row: WalletNeuron) -> WalletNeuronDocument:
    return {
        **neuron_document(row.neuron),
        "netuid": row.netuid,
        "wallet": row.key.wallet,
        "hotkey_name": row.key.name,
        "rank": row.neuron.rank,
        "trust": row.neuron.trust,
        "consensus": row.neuron.consensus,
        "validator_trust": row.validator_trust,
        "blocks_since_update": row.updated,
    }
