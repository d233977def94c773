"""Operations: frozen values that describe one change to the chain. One module each.

Each builds a call for the one door (`btsdk.tx`), and says in words what it will do and what may
surprise. None of them sends anything. The modules without an operation are what several share.

An operation loads when it is first named. Written by `chain_spec.codegen` from the `__all__` of
each module.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from btsdk.ops.add_stake import AddStake
    from btsdk.ops.add_stakes import AddStakes
    from btsdk.ops.batch import Batch, ForceBatch
    from btsdk.ops.commit_timelocked_weights import CommitTimelockedWeights
    from btsdk.ops.commit_weights import CommitWeights, RevealWeights
    from btsdk.ops.create_subnet import CreateSubnet, SubnetIdentity
    from btsdk.ops.faucet import Faucet
    from btsdk.ops.pow_register import PowRegister
    from btsdk.ops.proxied import Announced, ExecuteAnnounced, Proxied
    from btsdk.ops.raw import RawCall, Sudo
    from btsdk.ops.recycle_register import RecycleRegister
    from btsdk.ops.remove_stake import RemoveStake
    from btsdk.ops.remove_stakes import RemoveStakes
    from btsdk.ops.set_weights import SetWeights
    from btsdk.ops.start_subnet import StartSubnet
    from btsdk.ops.transfer import Transfer, TransferAll
    from btsdk.ops.unstake_all import UnstakeAll

_MODULES = {
    "AddStake": "add_stake",
    "AddStakes": "add_stakes",
    "Announced": "proxied",
    "Batch": "batch",
    "CommitTimelockedWeights": "commit_timelocked_weights",
    "CommitWeights": "commit_weights",
    "CreateSubnet": "create_subnet",
    "ExecuteAnnounced": "proxied",
    "Faucet": "faucet",
    "ForceBatch": "batch",
    "PowRegister": "pow_register",
    "Proxied": "proxied",
    "RawCall": "raw",
    "RecycleRegister": "recycle_register",
    "RemoveStake": "remove_stake",
    "RemoveStakes": "remove_stakes",
    "RevealWeights": "commit_weights",
    "SetWeights": "set_weights",
    "StartSubnet": "start_subnet",
    "SubnetIdentity": "create_subnet",
    "Sudo": "raw",
    "Transfer": "transfer",
    "TransferAll": "transfer",
    "UnstakeAll": "unstake_all",
}

__all__ = [
    "AddStake",
    "AddStakes",
    "Announced",
    "Batch",
    "CommitTimelockedWeights",
    "CommitWeights",
    "CreateSubnet",
    "ExecuteAnnounced",
    "Faucet",
    "ForceBatch",
    "PowRegister",
    "Proxied",
    "RawCall",
    "RecycleRegister",
    "RemoveStake",
    "RemoveStakes",
    "RevealWeights",
    "SetWeights",
    "StartSubnet",
    "SubnetIdentity",
    "Sudo",
    "Transfer",
    "TransferAll",
    "UnstakeAll",
]

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name in _MODULES:
            return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
