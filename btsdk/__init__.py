"""A typed client SDK for the Bittensor (TAO) chain.

    client      Client, AsyncClient: a chain as an object, pinned views of it, the door for changes
    ops         operations: Transfer, AddStake, RecycleRegister, PowRegister, CreateSubnet, …
    reads       what a chain can be asked
    tx          prepare, preview, sign, submit, follow: the one door
    state       storage and runtime APIs at one block
    pow         proofs of work; wallet: key files
    networks    names of networks; interop: other people's libraries
    drivers     sockets, threads, event loops; rpc: JSON-RPC without them
    calls, storage, apis, events, constants      generated descriptors of what the chain declares
    extrinsic, metadata, scale, sealing, keys, units, errors   the base

Every name here is loaded when it is first used: importing `btsdk` reads no configuration, touches
no file, network or argument, and loads next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from btsdk.client.asyncio import AsyncClient, AsyncView
    from btsdk.client.blocking import Client, View
    from btsdk.errors import (
        BtError,
        ConnectError,
        ConnectionLost,
        DeadlineExceeded,
        DispatchError,
        IncompatibleItem,
        RpcError,
        TransactionDropped,
        TransactionError,
        TransactionExpired,
        TransactionRefused,
        TransportError,
        UsageError,
        WalletError,
    )
    from btsdk.keys import Keypair
    from btsdk.ops import (
        AddStake,
        AddStakes,
        Announced,
        Batch,
        CommitTimelockedWeights,
        CommitWeights,
        CreateSubnet,
        ExecuteAnnounced,
        Faucet,
        ForceBatch,
        PowRegister,
        Proxied,
        RawCall,
        RecycleRegister,
        RemoveStake,
        RemoveStakes,
        RevealWeights,
        SetWeights,
        StartSubnet,
        SubnetIdentity,
        Sudo,
        Transfer,
        TransferAll,
        UnstakeAll,
    )
    from btsdk.units import Alpha, Tao
    from btsdk.wallet import Wallet

_OPERATIONS = (
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
)
_ERRORS = (
    "BtError",
    "ConnectError",
    "ConnectionLost",
    "DeadlineExceeded",
    "DispatchError",
    "IncompatibleItem",
    "RpcError",
    "TransactionDropped",
    "TransactionError",
    "TransactionExpired",
    "TransactionRefused",
    "TransportError",
    "UsageError",
    "WalletError",
)
_HOMES = {
    "AsyncClient": "client",
    "AsyncView": "client",
    "Client": "client",
    "View": "client",
    "Alpha": "units",
    "Tao": "units",
    "Keypair": "keys",
    "Wallet": "wallet",
    **dict.fromkeys(_OPERATIONS, "ops"),
    **dict.fromkeys(_ERRORS, "errors"),
}

__all__ = [
    "AddStake",
    "AddStakes",
    "Alpha",
    "Announced",
    "AsyncClient",
    "AsyncView",
    "Batch",
    "BtError",
    "Client",
    "CommitTimelockedWeights",
    "CommitWeights",
    "ConnectError",
    "ConnectionLost",
    "CreateSubnet",
    "DeadlineExceeded",
    "DispatchError",
    "ExecuteAnnounced",
    "Faucet",
    "ForceBatch",
    "IncompatibleItem",
    "Keypair",
    "PowRegister",
    "Proxied",
    "RawCall",
    "RecycleRegister",
    "RemoveStake",
    "RemoveStakes",
    "RevealWeights",
    "RpcError",
    "SetWeights",
    "StartSubnet",
    "SubnetIdentity",
    "Sudo",
    "Tao",
    "TransactionDropped",
    "TransactionError",
    "TransactionExpired",
    "TransactionRefused",
    "Transfer",
    "TransferAll",
    "TransportError",
    "UnstakeAll",
    "UsageError",
    "View",
    "Wallet",
    "WalletError",
]


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"btsdk.{home}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
