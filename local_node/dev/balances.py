"""Storage changes that set the balances of accounts.

Issuance is adjusted, so that the chain's own sums hold afterwards.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from btsdk.errors import UsageError
from btsdk.metadata import Metadata
from local_node.chain.view import StateView
from local_node.dev.settings import Changes

_ISSUANCES = (("Balances", "TotalIssuance"), ("SubtensorModule", "TotalIssuance"))
"""The total issuance of TAO; the second is Subtensor's own count."""

_U64_MAX = 2**64 - 1


def free(metadata: Metadata, state: StateView, account: bytes) -> int:
    """An account's free balance in rao."""
    item = metadata.storage("System", "Account")
    return int(item.as_the_chain_reads(state.get(item.key(account)))["data"]["free"])


def changes_for(metadata: Metadata, state: StateView, wanted: Mapping[bytes, int]) -> Changes:
    """The storage changes that set each account's free balance, in rao.

    Raises `UsageError` for an amount that no account can have.
    """
    least = int(metadata.pallet("Balances").constant("ExistentialDeposit"))
    item = metadata.storage("System", "Account")
    changes: Changes = {}
    difference = 0
    for account, amount in wanted.items():
        if amount > _U64_MAX:
            raise UsageError(f"a balance of {amount} rao does not fit into 64 bits")
        if amount and amount < least:
            raise UsageError(f"a balance must be 0, or at least {least} rao; not {amount}")
        key = item.key(account)
        info = item.as_the_chain_reads(state.get(key))
        difference += amount - info["data"]["free"]
        info["data"]["free"] = amount
        changes[key] = item.encode(_provided(info)) if _is_kept(info) else None
    for pallet, name in _ISSUANCES:
        if pallet in metadata.pallets and name in metadata.pallet(pallet).storage:
            issued = metadata.storage(pallet, name)
            total = issued.as_the_chain_reads(state.get(issued.key())) + difference
            if total > _U64_MAX:
                raise UsageError(
                    f"with these balances {pallet}.{name} would be {total}, which exceeds 64 bits"
                )
            changes[issued.key()] = issued.encode(max(total, 0))
    return changes


def _provided(info: dict[str, Any]) -> dict[str, Any]:
    """An account with a balance exists because of it: it has one provider at least."""
    return {**info, "providers": max(info["providers"], 1)}


def _is_kept(info: dict[str, Any]) -> bool:
    """Whether an account must be kept without a balance."""
    data = info["data"]
    return bool(
        data["free"]
        or data["reserved"]
        or info["nonce"]
        or info["consumers"]
        or info["sufficients"]
    )
