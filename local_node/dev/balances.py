"""What an account has, as if somebody had given or taken it.

Issuance follows, so that the chain's own sums hold afterwards.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from btsdk.errors import UsageError
from btsdk.metadata import Metadata
from local_node.chain.view import StateView
from local_node.dev.settings import Changes

_ISSUANCES = (("Balances", "TotalIssuance"), ("SubtensorModule", "TotalIssuance"))
"""Where the chain counts its TAO; the second is Subtensor's own count."""

_U64_MAX = 2**64 - 1


def free(metadata: Metadata, state: StateView, account: bytes) -> int:
    """An account's free balance in rao."""
    item = metadata.storage("System", "Account")
    return int(item.as_the_chain_reads(state.get(item.key(account)))["data"]["free"])


def changes_for(metadata: Metadata, state: StateView, wanted: Mapping[bytes, int]) -> Changes:
    """The storage that gives each account this free balance, in rao.

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
            raise UsageError(f"an account holds nothing, or at least {least} rao; not {amount}")
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
                raise UsageError(f"with that, {pallet}.{name} would be {total}: 64 bits end before")
            changes[issued.key()] = issued.encode(max(total, 0))
    return changes


def _provided(info: dict[str, Any]) -> dict[str, Any]:
    """An account with a balance exists by it: one provider at least."""
    return {**info, "providers": max(info["providers"], 1)}


def _is_kept(info: dict[str, Any]) -> bool:
    """Whether there is more to an account than the balance that has gone."""
    data = info["data"]
    return bool(
        data["free"]
        or data["reserved"]
        or info["nonce"]
        or info["consumers"]
        or info["sufficients"]
    )
