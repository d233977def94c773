"""Operations: what a user wants done, as small frozen values. A module each.

    raw                           any call by its names; `Sudo` around another operation
    batch                         several operations in one extrinsic
    transfer                      Transfer, TransferAll
    add_stake, remove_stake       with a price limit, or all there is
    recycle_register              registration for TAO
    pow_register, faucet          what takes a proof of work; `search` finds it
    create_subnet, start_subnet
    checks                        what several of them look at before anything is signed

Each builds a call for the one door (`btsdk.tx`), and says in words what it will do and what may
surprise. None of them sends anything.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from btsdk.ops.add_stake import AddStake
    from btsdk.ops.batch import Batch
    from btsdk.ops.create_subnet import CreateSubnet, SubnetIdentity
    from btsdk.ops.faucet import Faucet
    from btsdk.ops.pow_register import PowRegister
    from btsdk.ops.raw import RawCall, Sudo
    from btsdk.ops.recycle_register import RecycleRegister
    from btsdk.ops.remove_stake import RemoveStake
    from btsdk.ops.start_subnet import StartSubnet
    from btsdk.ops.transfer import Transfer, TransferAll

_MODULES = {
    "AddStake": "add_stake",
    "Batch": "batch",
    "CreateSubnet": "create_subnet",
    "Faucet": "faucet",
    "PowRegister": "pow_register",
    "RawCall": "raw",
    "RecycleRegister": "recycle_register",
    "RemoveStake": "remove_stake",
    "StartSubnet": "start_subnet",
    "SubnetIdentity": "create_subnet",
    "Sudo": "raw",
    "Transfer": "transfer",
    "TransferAll": "transfer",
}

__all__ = [
    "AddStake",
    "Batch",
    "CreateSubnet",
    "Faucet",
    "PowRegister",
    "RawCall",
    "RecycleRegister",
    "RemoveStake",
    "StartSubnet",
    "SubnetIdentity",
    "Sudo",
    "Transfer",
    "TransferAll",
]


def __getattr__(name: str) -> Any:
    if name in _MODULES:
        return getattr(import_module(f"btsdk.ops.{_MODULES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
