"""A typed client SDK for the Bittensor (TAO) chain.

    client      Client, AsyncClient: the clients of a chain, and views pinned to a block
    ops         operations: Transfer, AddStake, RecycleRegister, PowRegister, CreateSubnet, …
    reads       reads of a chain
    tx          transactions: prepare, preview, sign, submit, follow
    state       storage and runtime APIs at one block
    pow         proofs of work; wallet: key files
    networks    names of networks; interop: `substrateinterface`
    drivers     sockets, threads, event loops; rpc: JSON-RPC without them
    codegen     such descriptors for another runtime: `python -m btsdk codegen`
    calls, storage, apis, events, constants      generated descriptors of the chain's interface
    extrinsic, metadata, scale, sealing, keys, units, errors   the base

Every name is loaded on first use: importing `btsdk` reads no configuration, touches no file,
network or argument, and loads almost nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from btsdk.ops import __all__ as _OPERATIONS

if TYPE_CHECKING:
    from btsdk.client import AsyncClient as AsyncClient
    from btsdk.client import AsyncView as AsyncView
    from btsdk.client import Client as Client
    from btsdk.client import View as View
    from btsdk.client.descriptor_files import write_descriptors as write_descriptors
    from btsdk.client.endpoint_latencies import endpoint_latencies as endpoint_latencies
    from btsdk.errors import BtError as BtError
    from btsdk.errors import ConnectError as ConnectError
    from btsdk.errors import ConnectionLost as ConnectionLost
    from btsdk.errors import DeadlineExceeded as DeadlineExceeded
    from btsdk.errors import DispatchError as DispatchError
    from btsdk.errors import IncompatibleItem as IncompatibleItem
    from btsdk.errors import PolicyViolation as PolicyViolation
    from btsdk.errors import RpcError as RpcError
    from btsdk.errors import TransactionDropped as TransactionDropped
    from btsdk.errors import TransactionError as TransactionError
    from btsdk.errors import TransactionExpired as TransactionExpired
    from btsdk.errors import TransactionRefused as TransactionRefused
    from btsdk.errors import TransportError as TransportError
    from btsdk.errors import UsageError as UsageError
    from btsdk.errors import WalletError as WalletError
    from btsdk.keys import Keypair as Keypair
    from btsdk.ops import *  # noqa: F403  # an operation is declared in its own module
    from btsdk.tx.policy import SigningPolicy as SigningPolicy
    from btsdk.units import Alpha as Alpha
    from btsdk.units import Tao as Tao
    from btsdk.wallet import Wallet as Wallet

_ROOMS = {
    "client": ("AsyncClient", "AsyncView", "Client", "View"),
    "client.descriptor_files": ("write_descriptors",),
    "client.endpoint_latencies": ("endpoint_latencies",),
    "errors": (
        "BtError",
        "ConnectError",
        "ConnectionLost",
        "DeadlineExceeded",
        "DispatchError",
        "IncompatibleItem",
        "PolicyViolation",
        "RpcError",
        "TransactionDropped",
        "TransactionError",
        "TransactionExpired",
        "TransactionRefused",
        "TransportError",
        "UsageError",
        "WalletError",
    ),
    "keys": ("Keypair",),
    "ops": _OPERATIONS,
    "tx.policy": ("SigningPolicy",),
    "units": ("Alpha", "Tao"),
    "wallet": ("Wallet",),
}
_HOMES = {name: room for room, names in _ROOMS.items() for name in names}

if not TYPE_CHECKING:  # a type checker takes the imports above, and finds a name that is not there
    __all__ = sorted(_HOMES)

    def __getattr__(name: str) -> Any:
        home = _HOMES.get(name)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"btsdk.{home}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
