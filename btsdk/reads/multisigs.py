"""Calls that wait for approvals of a multisig."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from btsdk.constants import multisig as constants
from btsdk.descriptors.inputs import Account
from btsdk.keys import ss58
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import constant, storage, storage_map
from btsdk.storage.multisig import Multisigs
from btsdk.units import Tao

if TYPE_CHECKING:
    from btsdk.descriptors import values as v


@dataclass(frozen=True)
class PendingMultisig:
    """A call with some approvals. `height` and `index` are the block and the extrinsic in it that
    opened it; `depositor` opened it, and can cancel it."""

    address: str
    call_hash: bytes
    height: int
    index: int
    deposit: Tao
    depositor: str
    approvals: tuple[str, ...]

    @property
    def timepoint(self) -> v.Timepoint:
        """Block and extrinsic, as the chain's calls take them."""
        return {"height": self.height, "index": self.index}


@dataclass(frozen=True)
class MultisigConstants:
    """The chain's deposits for an open call, and the most signatories of a multisig."""

    deposit_base: Tao
    deposit_factor: Tao
    max_signatories: int

    def deposit(self, threshold: int) -> Tao:
        """The deposit of the signatory who opens a call."""
        return self.deposit_base + self.deposit_factor * threshold


def multisigs(at: BlockContext, address: Account) -> Program[tuple[PendingMultisig, ...]]:
    """The open calls of a multisig (`multisig_address`)."""
    entries = yield from storage_map(at, Multisigs, address)
    return tuple(
        _pending(account, call_hash, value)
        for (account, call_hash), value in entries
        if value is not None
    )


def multisig(
    at: BlockContext, address: Account, call_hash: bytes
) -> Program[PendingMultisig | None]:
    """One open call of a multisig by the hash of the call; None if there is none."""
    value = yield from storage(at, Multisigs, address, call_hash)
    if value is None:
        return None
    found = Multisigs.decode_key(at.metadata, Multisigs.key(at.metadata, address, call_hash))
    return _pending(found[0], call_hash, value)


def multisig_constants(at: BlockContext) -> Program[MultisigConstants]:
    """The chain's deposits and limit for multisigs."""
    yield from ()
    return MultisigConstants(
        Tao.from_rao(constant(at, constants.DepositBase)),
        Tao.from_rao(constant(at, constants.DepositFactor)),
        constant(at, constants.MaxSignatories),
    )


def _pending(account: bytes, call_hash: bytes, value: v.Multisig) -> PendingMultisig:
    return PendingMultisig(
        address=ss58.encode(account),
        call_hash=call_hash,
        height=value["when"]["height"],
        index=value["when"]["index"],
        deposit=Tao.from_rao(value["deposit"]),
        depositor=ss58.encode(value["depositor"]),
        approvals=tuple(map(ss58.encode, value["approvals"])),
    )
