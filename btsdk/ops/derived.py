"""Addresses that the chain derives from other ones: multisigs, pure proxies, derivatives, EVM."""

from __future__ import annotations

from collections.abc import Sequence

from btsdk.descriptors.inputs import Account
from btsdk.errors import UsageError
from btsdk.hexadecimal import from_hex
from btsdk.integers import whole
from btsdk.keys import ss58
from btsdk.keys.hashing import blake2_256
from btsdk.reads.accounts import address_of
from btsdk.reads.proxies import PROXY_TYPES, proxy_type_of
from btsdk.scale.primitives import compact_encode

__all__ = ["derivative_address", "evm_mirror_address", "multisig_address", "pure_proxy_address"]

U16_MAX = (1 << 16) - 1
U32_MAX = (1 << 32) - 1
EVM_BYTES = 20


def multisig_address(signatories: Sequence[Account], threshold: int) -> str:
    """The address of a multisig of these signatories, in any order."""
    members = members_of(signatories)
    threshold = whole(threshold, "threshold", 1, len(members))
    accounts = sorted(map(ss58.decode, members))
    entropy = b"modlpy/utilisuba" + compact_encode(len(accounts)) + b"".join(accounts)
    return ss58.encode(blake2_256(entropy + threshold.to_bytes(2, "little")))


def members_of(signatories: Sequence[Account]) -> tuple[str, ...]:
    """The addresses of a multisig's signatories in the chain's order; each one once, at least
    two."""
    if isinstance(signatories, (str, bytes)):
        raise UsageError("signatories is a list of accounts, not one account")
    members = [address_of(account, "a signatory") for account in signatories]
    if len(set(members)) != len(members):
        raise UsageError("a signatory is named twice")
    if len(members) < 2:
        raise UsageError("a multisig has at least two signatories")
    return tuple(sorted(members, key=ss58.decode))


def pure_proxy_address(
    spawner: Account, proxy_type: str, index: int, height: int, ext_index: int
) -> str:
    """The address of the pure proxy that `create_pure` made: `index` is its argument, `height` the
    block, and `ext_index` the number of the extrinsic in that block."""
    entropy = (
        b"modlpy/proxy____"
        + ss58.decode(address_of(spawner, "spawner"))
        + whole(height, "height", 0, U32_MAX).to_bytes(4, "little")
        + whole(ext_index, "ext_index", 0, U32_MAX).to_bytes(4, "little")
        + bytes([PROXY_TYPES.index(proxy_type_of(proxy_type))])
        + whole(index, "index", 0, U16_MAX).to_bytes(2, "little")
    )
    return ss58.encode(blake2_256(entropy))


def derivative_address(account: Account, index: int) -> str:
    """The address of an account's derivative, for which `AsDerivative` acts."""
    number = whole(index, "index", 0, U16_MAX).to_bytes(2, "little")
    entropy = b"modlpy/utilisuba" + ss58.decode(address_of(account, "account")) + number
    return ss58.encode(blake2_256(entropy))


def evm_mirror_address(evm_address: str | bytes) -> str:
    """The ss58 address under which the chain keeps the TAO of an EVM address."""
    return ss58.encode(blake2_256(b"evm:" + evm_address_of(evm_address)))


def evm_address_of(value: str | bytes) -> bytes:
    """The 20 bytes of an EVM address, from bytes or hex text."""
    try:
        data = bytes(value) if isinstance(value, (bytes, bytearray)) else from_hex(value)
    except ValueError:
        data = b""
    if len(data) != EVM_BYTES:
        raise UsageError(
            "an EVM address is 20 bytes, or hex text of 40 digits",
            hint="An ss58 address is not an EVM address.",
        )
    return data
