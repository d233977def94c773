"""Tables of a wallet's neurons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from btcli.render.blocks import Table
from btsdk.reads.neurons import SCORE_MAX

if TYPE_CHECKING:
    from btcli.accounts.wallet_neurons import WalletNeuron

_COLUMNS = (
    "subnet", "uid", "wallet", "hotkey", "stake", "emission", "incentive", "dividends", "permit",
    "updated", "active", "consensus", "validator trust", "trust", "rank", "axon", "address",
)  # fmt: skip
_RIGHT = frozenset(
    {"subnet", "uid", "stake", "emission", "incentive", "dividends", "updated", "consensus",
     "validator trust", "trust", "rank"}
)  # fmt: skip


def wallet_neuron_table(rows: Sequence[WalletNeuron], *, every: bool, owner: str) -> Table:
    """A row for each neuron. Stake and emission are in the subnet's alpha, scores from 0 to 1, the
    last update in blocks ago."""
    return Table(
        _COLUMNS if every else tuple(name for name in _COLUMNS if name != "wallet"),
        [_cells(row, every=every) for row in rows],
        title=f"Neurons of {owner}",
        right=_RIGHT,
        spare=("incentive", "dividends", "permit", "updated", *_COLUMNS[10:]),
        empty=f"No neurons of {owner} were found. Register a hotkey: `btcli subnets register`.",
    )


def _cells(row: WalletNeuron, *, every: bool) -> tuple[str, ...]:
    neuron, key = row.neuron, row.key
    return (
        str(row.netuid),
        str(neuron.uid),
        *((key.wallet,) if every else ()),
        key.name or f"{key.address[:6]}…{key.address[-4:]}",
        f"{neuron.alpha_stake:,.4}",
        f"{neuron.emission:,.4}",
        _score(neuron.incentive),
        _score(neuron.dividends),
        "yes" if neuron.validator_permit else "no",
        f"{row.updated:,}",
        "yes" if neuron.active else "no",
        _score(neuron.consensus),
        _score(row.validator_trust),
        _score(neuron.trust),
        _score(neuron.rank),
        "none" if neuron.axon is None else f"{neuron.axon.ip}:{neuron.axon.port}",
        key.address,
    )


def _score(value: int) -> str:
    return f"{value / SCORE_MAX:.4f}"
