"""The JSON forms of the wire: hex strings, headers, blocks, versions.

Readers convert the parameters of clients and raise `RpcFailure` -32602 for anything else; writers
match Substrate's node exactly.
"""

from __future__ import annotations

from typing import Any, Final

from btsdk.errors import AddressError
from btsdk.hexadecimal import from_hex
from btsdk.keys import ss58
from local_node.chain.block import Block, Header
from local_node.rpc.errors import invalid_params
from local_node.runtime.version import RuntimeVersion

_HIGHEST: Final = (1 << 32) - 1
"""Block numbers have 32 bits."""


def hex_of(data: bytes) -> str:
    return "0x" + data.hex()


def optional_hex(data: bytes | None) -> str | None:
    return None if data is None else hex_of(data)


def read_bytes(value: Any, name: str) -> bytes:
    """Bytes from `0x…`; the prefix may be missing, as old clients omit it."""
    if not isinstance(value, str):
        raise invalid_params(f"{name}: expected a hex string, got {type(value).__name__}")
    try:
        return from_hex(value)
    except ValueError:
        raise invalid_params(f"{name}: {value[:80]!r} is not a hex string") from None


def read_hash(value: Any, name: str) -> bytes:
    data = read_bytes(value, name)
    if len(data) != 32:
        raise invalid_params(f"{name}: expected 32 bytes, got {len(data)}")
    return data


def read_text(value: Any, name: str) -> str:
    if not isinstance(value, str):
        raise invalid_params(f"{name}: expected a string, got {type(value).__name__}")
    return value


def read_optional_hash(value: Any, name: str = "hash") -> bytes | None:
    return None if value is None else read_hash(value, name)


def read_keys(value: Any, name: str = "keys") -> list[bytes]:
    if not isinstance(value, list):
        raise invalid_params(f"{name}: expected a list of storage keys")
    return [read_bytes(item, name) for item in value]


def read_account(value: Any, name: str) -> bytes:
    """An account from its ss58 address."""
    if not isinstance(value, str):
        raise invalid_params(f"{name}: expected an ss58 address")
    try:
        return ss58.decode(value)
    except AddressError as error:
        raise invalid_params(f"{name}: {error}") from None


def read_number(value: Any, name: str) -> int:
    """A block number, as a JSON number or as the hex string that some clients send."""
    if isinstance(value, str):
        try:
            value = int(value, 16 if value.startswith("0x") else 10)
        except ValueError:
            raise invalid_params(f"{name}: {value[:40]!r} is not a number") from None
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise invalid_params(f"{name}: expected a number")
    if value > _HIGHEST:
        raise invalid_params(f"{name}: there is no block above {_HIGHEST}")
    return value


def header_json(header: Header) -> dict[str, Any]:
    return {
        "parentHash": hex_of(header.parent_hash),
        "number": hex(header.number),
        "stateRoot": hex_of(header.state_root),
        "extrinsicsRoot": hex_of(header.extrinsics_root),
        "digest": {"logs": [hex_of(item.encode()) for item in header.digest]},
    }


def block_json(block: Block) -> dict[str, Any]:
    return {
        "block": {
            "header": header_json(block.header),
            "extrinsics": [hex_of(extrinsic) for extrinsic in block.extrinsics],
        },
        "justifications": None,
    }


def version_json(version: RuntimeVersion) -> dict[str, Any]:
    return {
        "specName": version.spec_name,
        "implName": version.impl_name,
        "authoringVersion": version.authoring_version,
        "specVersion": version.spec_version,
        "implVersion": version.impl_version,
        "apis": [[hex_of(api), number] for api, number in version.apis],
        "transactionVersion": version.transaction_version,
        "stateVersion": version.system_version,
    }
