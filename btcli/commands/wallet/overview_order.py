"""The order of neurons in `wallet overview`: by a column, within each subnet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from btcli.accounts.wallet_neurons import WalletNeuron
from btsdk.errors import UsageError

_ORDERS: dict[str, Callable[[WalletNeuron], Any]] = {
    "uid": lambda row: row.neuron.uid,
    "coldkey": lambda row: row.key.wallet.lower(),
    "hotkey": lambda row: (row.key.name or row.key.address).lower(),
    "active": lambda row: row.neuron.active,
    "stake": lambda row: row.neuron.alpha_stake.rao,
    "rank": lambda row: row.neuron.rank,
    "trust": lambda row: row.neuron.trust,
    "consensus": lambda row: row.neuron.consensus,
    "incentive": lambda row: row.neuron.incentive,
    "dividends": lambda row: row.neuron.dividends,
    "emission": lambda row: row.neuron.emission.rao,
    "vtrust": lambda row: row.validator_trust,
    "vpermit": lambda row: row.neuron.validator_permit,
    "updated": lambda row: row.updated,
    "axon": lambda row: ("", 0) if (axon := row.neuron.axon) is None else (axon.ip, axon.port),
    "hotkey_ss58": lambda row: row.key.address,
}
_ALIASES = {
    "wallet": "coldkey", "permit": "vpermit", "validator_permit": "vpermit",
    "validator_trust": "vtrust", "address": "hotkey_ss58", "ss58": "hotkey_ss58",
}  # fmt: skip
_DIRECTIONS = {
    "asc": False, "ascending": False, "desc": True, "descending": True, "reverse": True,
}  # fmt: skip


def check(by: str | None, direction: str | None) -> None:
    """Raise `UsageError` for an unknown column or direction."""
    if by is not None and _plain(by) not in _ORDERS:
        names = ", ".join(_ORDERS)
        raise UsageError(f"neurons cannot be sorted by {by!r}", hint=f"One of: {names}.")
    if direction is not None and direction.lower() not in _DIRECTIONS:
        raise UsageError(
            f"unknown sort order {direction!r}", hint="One of: ascending (asc), descending (desc)."
        )


def ranked(
    rows: Sequence[WalletNeuron], by: str | None, direction: str | None
) -> list[WalletNeuron]:
    """The rows of each subnet in the order; subnets always ascend."""
    key = _ORDERS["uid" if by is None else _plain(by)]
    ordered = sorted(rows, key=key, reverse=_DIRECTIONS[(direction or "asc").lower()])
    return sorted(ordered, key=lambda row: row.netuid)


def _plain(name: str) -> str:
    plain = name.strip().lower().replace("-", "_").replace(" ", "_")
    return _ALIASES.get(plain, plain)
