"""`system_*` and `account_*`: the identity of the node, and the next nonce of an account."""

from __future__ import annotations

from typing import Any

from local_node.rpc.context import Rpc
from local_node.rpc.errors import DECODE_ERROR, UNSAFE_METHOD, RpcFailure, unsafe_method
from local_node.rpc.methods import Namespace
from local_node.rpc.opaque import BadOpaque, opaque
from local_node.rpc.state import panicked, runtime_error, runtime_query
from local_node.rpc.wire import hex_of, read_account, read_bytes, read_optional_hash
from local_node.runtime.boundary import RuntimePanic

METHODS = Namespace()


@METHODS.method("system_name")
def name(rpc: Rpc) -> str:
    return rpc.identity.name


@METHODS.method("system_version")
def version(rpc: Rpc) -> str:
    """The version of this distribution."""
    # imported here: 30 ms, for this method alone
    from importlib.metadata import PackageNotFoundError  # noqa: PLC0415
    from importlib.metadata import version as installed  # noqa: PLC0415

    try:
        return installed("btsdk")
    except PackageNotFoundError:
        return "unknown"


@METHODS.method("system_chain")
def chain(rpc: Rpc) -> str:
    return rpc.identity.chain_name


@METHODS.method("system_chainType")
def chain_type(rpc: Rpc) -> str:
    return rpc.identity.chain_type


@METHODS.method("system_properties")
def properties(rpc: Rpc) -> dict[str, Any]:
    return dict(rpc.identity.properties)


@METHODS.method("system_health")
def health(rpc: Rpc) -> dict[str, Any]:
    """Constant: the node has no peers and no blocks to sync."""
    return {"peers": 0, "isSyncing": False, "shouldHavePeers": False}


@METHODS.method("system_peers", unsafe=True)
def peers(rpc: Rpc) -> list[Any]:
    return []


@METHODS.method("system_nodeRoles")
def node_roles(rpc: Rpc) -> list[str]:
    return ["Authority"]


@METHODS.method("system_localPeerId")
def local_peer_id(rpc: Rpc) -> str:
    """A placeholder: there is no network, and the identity has no key. In base58, as clients
    expect."""
    return "12D3KooWDevelopmentNodeWithoutANetwork"


@METHODS.method("system_localListenAddresses")
def local_listen_addresses(rpc: Rpc) -> list[str]:
    return []


@METHODS.method("system_syncState")
def sync_state(rpc: Rpc) -> dict[str, int]:
    best = rpc.chain.best.number
    return {"startingBlock": best, "currentBlock": best, "highestBlock": best}


@METHODS.method("system_accountNextIndex", "account_nextIndex")
def account_next_index(rpc: Rpc, account: Any) -> int:
    """The nonce of the account's next extrinsic, after those in the pool."""
    who = read_account(account, "account")
    entry = "AccountNonceApi_account_nonce"
    answer = runtime_query(rpc, entry, who, None, "Unable to query nonce.")
    nonce = int.from_bytes(answer, "little")
    while rpc.chain.pool.provides(who + nonce.to_bytes(4, "little")):
        nonce += 1
    return nonce


@METHODS.method("system_dryRun", "system_dryRunAt", unsafe=True)
def dry_run(rpc: Rpc, extrinsic: Any, at: Any = None) -> str:
    """The `ApplyExtrinsicResult` of an extrinsic in a block on top of `at`; nothing is kept."""
    data, block_hash = read_bytes(extrinsic, "extrinsic"), read_optional_hash(at, "at")
    try:
        whole = opaque(data)
    except BadOpaque as error:
        raise RpcFailure(DECODE_ERROR, "Unable to dry run extrinsic", error.display) from error
    try:
        rpc.state(block_hash)
        return hex_of(rpc.chain.dry_run(whole, block_hash))
    except RuntimePanic as error:
        raise runtime_error(panicked(error), "Unable to dry run extrinsic.") from error
    except RpcFailure as failure:
        raise runtime_error(failure, "Unable to dry run extrinsic.") from failure


@METHODS.method("system_addReservedPeer", unsafe=True)
def add_reserved_peer(rpc: Rpc, peer: Any) -> None:
    raise RpcFailure(UNSAFE_METHOD, "This node has no network")


@METHODS.method("system_removeReservedPeer", unsafe=True)
def remove_reserved_peer(rpc: Rpc, peer_id: Any) -> None:
    raise RpcFailure(UNSAFE_METHOD, "This node has no network")


@METHODS.method("system_reservedPeers")
def reserved_peers(rpc: Rpc) -> list[str]:
    return []


@METHODS.method("offchain_localStorageGet", unsafe=True)
def local_storage_get(rpc: Rpc, kind: Any, key: Any) -> None:
    """Null: no offchain worker runs here, so nothing is stored."""
    read_bytes(key, "key")


@METHODS.method("offchain_localStorageSet", unsafe=True)
def local_storage_set(rpc: Rpc, kind: Any, key: Any, value: Any) -> None:
    """Refused, as by a node that does not allow unsafe methods."""
    raise unsafe_method()
