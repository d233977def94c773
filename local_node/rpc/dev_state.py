"""`dev_*`, state changes: storage, balances, impersonation, scaffolds, dumps.

Amounts are rao, as numbers or as digits in a string; results are strings, since JavaScript's
integers end at nine million TAO.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from btsdk.errors import AddressError, DecodeError
from btsdk.keys import ss58
from local_node.chain.errors import ValidityError
from local_node.rpc.context import Rpc, client_failure
from local_node.rpc.dev import U32_MAX, parts, ref_json, usable, whole
from local_node.rpc.errors import invalid_params
from local_node.rpc.methods import Namespace
from local_node.rpc.wire import hex_of, optional_hex, read_bytes, read_optional_hash

if TYPE_CHECKING:
    from local_node.dev.dry_runs import ControlDryRun

# The implementations are imported by the methods, to keep the start of every process short.

METHODS = Namespace(unsafe=True)

FAUCET_RAO = 1_000 * 10**9
"""The faucet's default amount."""

_MOST_RAO = 2**64 - 1
_ADDRESS_BYTES = 32
_DIGITS = re.compile(r"[0-9]{1,20}")
"""The digits of the largest amount."""


@METHODS.method("dev_setStorage")
def set_storage(rpc: Rpc, values: Any, blockHash: Any = None) -> str:
    """Write storage: a list of raw pairs, or `{Pallet: {Item: value or [[keys, value], …]}}`.

    It is written in an otherwise empty block on top of the head; returns its hash. `blockHash`
    exists for chopsticks' clients and must be the head.
    """
    at = read_optional_hash(blockHash, "blockHash")
    if at is not None and at != rpc.chain.best.hash:
        raise invalid_params(
            "blockHash: storage is written on top of the head; call dev_setHead first"
        )
    return hex_of(usable(rpc.control.set_storage, values).hash)


@METHODS.method("dev_setBalance")
def set_balance(rpc: Rpc, account: Any, amount: Any) -> str:
    """Set an account's free balance; returns the hash of the block that has it."""
    block = usable(rpc.control.set_balance, _account(account), _rao(amount))
    return hex_of(block.hash)


@METHODS.method("dev_faucet")
def faucet(rpc: Rpc, account: Any, amount: Any = None) -> str:
    """Add to an account's balance out of nothing, 1,000 TAO by default; returns the new balance."""
    wanted = FAUCET_RAO if amount is None else _rao(amount)
    return str(usable(rpc.control.faucet, _account(account), wanted))


@METHODS.method("dev_impersonate")
def impersonate(rpc: Rpc, account: Any, enabled: Any = None) -> list[str]:
    """Accept `0xdeadbeefcdcd…cd` as this account's sr25519 signature, or (`enabled` false) no
    longer; returns all impersonated accounts."""
    if enabled is not None and type(enabled) is not bool:
        raise invalid_params("enabled must be true or false")
    change = rpc.control.stop_impersonating if enabled is False else rpc.control.impersonate
    change(_account(account))
    return [ss58.encode(each) for each in sorted(rpc.chain.impersonation.accounts)]


@METHODS.method("dev_dryRun")
def dry_run(rpc: Rpc, extrinsic: Any, at: Any = None, raw: Any = None) -> dict[str, Any]:
    """The effects of an extrinsic, if it were the next one: given in hex, or as `{"call",
    "address"}` for a call of any account. With `raw`, changes are raw pairs."""
    if isinstance(extrinsic, dict) and "extrinsic" in extrinsic:
        return dry_run(rpc, **parts(extrinsic, "extrinsic", "at", "raw"))
    from local_node.dev.settings import described  # noqa: PLC0415

    block = read_optional_hash(at, "at")
    result = _dry_run(rpc, extrinsic, block)
    if raw:
        pairs = [[hex_of(key), optional_hex(value)] for key, value in result.changes.items()]
        return {"outcome": hex_of(result.outcome), "storageDiff": sorted(pairs)}
    return {
        "outcome": hex_of(result.outcome),
        "result": _outcome(rpc, result.outcome),
        "changes": described(rpc.control.metadata, result.changes),
    }


@METHODS.method("dev_scaffold")
def scaffold(rpc: Rpc, scaffold: Any) -> dict[str, Any]:
    """Build accounts, subnets, neurons, stakes and weights from TOML, or from its structure."""
    from local_node.dev.scaffold import build, parse_scaffold, read_scaffold  # noqa: PLC0415

    read = read_scaffold if isinstance(scaffold, str) else parse_scaffold
    built = usable(build, rpc.control, usable(read, scaffold))
    return {"netuids": list(built.netuids), "head": ref_json(built.head)}


@METHODS.method("dev_dump")
def dump(rpc: Rpc, first: Any = None) -> dict[str, Any]:
    """The chain as a document: its blocks, clock and pool. With `first`, only the blocks of one
    part from that number on, and under `next` the first number of the next part."""
    if first is not None and not whole(first, 0, U32_MAX):
        raise invalid_params("first: expected a block number")
    return rpc.control.dump(first)


@METHODS.method("dev_load")
def load(rpc: Rpc, document: Any) -> dict[str, Any]:
    """Bring the chain to the head of a dump with the same genesis; returns the head."""
    return ref_json(usable(rpc.control.load, document))


def _dry_run(rpc: Rpc, wanted: Any, at: bytes | None) -> ControlDryRun:
    if not isinstance(wanted, dict):
        return rpc.control.dry_run(read_bytes(wanted, "extrinsic"), at)
    given = parts(wanted, "call", "address")
    call = read_bytes(given.get("call"), "call")
    return rpc.control.dry_run_as(_account(given.get("address")), call, at)


def _outcome(rpc: Rpc, outcome: bytes) -> Any:
    """`"ok"`, or the error."""
    from local_node.dev.values import to_json  # noqa: PLC0415

    if outcome == b"\x00\x00":
        return "ok"
    if outcome[:1] == b"\x01":
        return {"invalid": ValidityError.decode(outcome, 1).text}
    registry = rpc.control.metadata.registry
    try:
        error = registry.decode(registry.find("sp_runtime::DispatchError"), outcome[2:])
    except DecodeError as failure:
        raise client_failure(failure) from failure
    match error:
        case ("Module", {"index": int(pallet), "error": bytes(code)}):
            found = rpc.control.metadata.error(pallet, code)
            return {"failed": f"{found.pallet}.{found.name}"}
    return {"failed": to_json(error)}


def _account(value: Any) -> bytes:
    """An account by its ss58 address of any network, or as 32 bytes in hex."""
    if not isinstance(value, str):
        raise invalid_params("expected an account: an ss58 address, or 32 bytes in hex")
    if value.startswith("0x"):
        data = read_bytes(value, "account")
        if len(data) == _ADDRESS_BYTES:
            return data
        raise invalid_params(f"an account must have 32 bytes, not {len(data)}")
    try:
        return ss58.decode(value, None)
    except AddressError as error:
        raise invalid_params(str(error)) from None


def _rao(value: Any) -> int:
    amount = int(value) if isinstance(value, str) and _DIGITS.fullmatch(value) else value
    if not whole(amount, 0, _MOST_RAO):
        raise invalid_params(
            "an amount must be a whole number of rao, as a number or a string of digits"
        )
    return int(amount)
