"""Data that neurons publish on a subnet, plain or sealed until a round of the beacon."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from btsdk.descriptors.inputs import Account
from btsdk.errors import DecodeError
from btsdk.integers import netuid_of
from btsdk.keys import ss58
from btsdk.rpc.effects import Program
from btsdk.scale.primitives import compact_read
from btsdk.state.block_context import BlockContext
from btsdk.state.query import storage, storage_map
from btsdk.storage import commitments as items
from btsdk.units import Tao

if TYPE_CHECKING:
    from btsdk.descriptors import values as v

_PLAIN = ("Raw", "BigRaw")


@dataclass(frozen=True)
class CommitmentField:
    """A field of a commitment. `kind` is `Raw`, `TimelockEncrypted` (`data` is the ciphertext, and
    `reveal_round` its round), the name of a hash, or `ResetBondsFlag`, which has no data."""

    kind: str
    data: bytes
    reveal_round: int | None = None


@dataclass(frozen=True)
class Commitment:
    """The commitment of a hotkey, made at `block`."""

    hotkey: str
    netuid: int
    block: int
    deposit: Tao
    fields: tuple[CommitmentField, ...]

    @property
    def data(self) -> bytes | None:
        """The plain data; None if all of it is sealed."""
        return next((field.data for field in self.fields if field.kind == "Raw"), None)

    @property
    def text(self) -> str | None:
        """The plain data as text; None if there is none, or it is no UTF-8."""
        return None if self.data is None else _text(self.data)

    @property
    def reveal_round(self) -> int | None:
        """The round that opens the first sealed field; None if nothing is sealed."""
        return next((one.reveal_round for one in self.fields if one.reveal_round is not None), None)


@dataclass(frozen=True)
class RevealedCommitment:
    """Data that was sealed, revealed by the chain at `block`."""

    data: bytes
    block: int

    @property
    def text(self) -> str | None:
        """The data as text; None if it is no UTF-8."""
        return _text(self.data)


def commitment(at: BlockContext, netuid: int, hotkey: Account) -> Program[Commitment | None]:
    """The commitment of a hotkey on a subnet; None without one."""
    netuid = netuid_of(netuid)
    value = yield from storage(at, items.CommitmentOf, netuid, hotkey)
    if value is None:
        return None
    key = items.CommitmentOf.key(at.metadata, netuid, hotkey)
    _, account = items.CommitmentOf.decode_key(at.metadata, key)
    return _commitment(netuid, account, value)


def commitments(at: BlockContext, netuid: int) -> Program[dict[str, Commitment]]:
    """The commitments of a subnet by hotkey."""
    netuid = netuid_of(netuid)
    entries = yield from storage_map(at, items.CommitmentOf, netuid)
    found = [_commitment(netuid, who, value) for (_, who), value in entries if value is not None]
    return {one.hotkey: one for one in found}


def revealed_commitments(
    at: BlockContext, netuid: int, hotkey: Account
) -> Program[tuple[RevealedCommitment, ...]]:
    """What the chain has revealed of a hotkey on a subnet, the oldest first; it keeps ten."""
    return _revealed((yield from storage(at, items.RevealedCommitments, netuid_of(netuid), hotkey)))


def all_revealed_commitments(
    at: BlockContext, netuid: int
) -> Program[dict[str, tuple[RevealedCommitment, ...]]]:
    """What the chain has revealed on a subnet, by hotkey."""
    entries = yield from storage_map(at, items.RevealedCommitments, netuid_of(netuid))
    return {ss58.encode(who): _revealed(value) for (_, who), value in entries}


def _commitment(netuid: int, account: bytes, value: v.Registration) -> Commitment:
    return Commitment(
        hotkey=ss58.encode(account),
        netuid=netuid,
        block=value["block"],
        deposit=Tao.from_rao(value["deposit"]),
        fields=tuple(map(_field, value["info"]["fields"])),
    )


def _field(value: Any) -> CommitmentField:
    match value:
        case (str(kind), {"encrypted": bytes(data), "reveal_round": int(number)}):
            return CommitmentField(kind, data, number)
        case (str(kind), bytes(data)) if kind.startswith(_PLAIN):
            return CommitmentField("Raw", data)
        case (str(kind), bytes(data)):
            return CommitmentField(kind, data)
    return CommitmentField(str(value), b"")


def _revealed(value: list[tuple[bytes, int]] | None) -> tuple[RevealedCommitment, ...]:
    return tuple(RevealedCommitment(_content(data), block) for data, block in value or ())


def _content(data: bytes) -> bytes:
    """Revealed data without the length in front of it, which Bittensor's clients seal with it."""
    try:
        length, start = compact_read(data, 0)
    except DecodeError:
        return data
    return data[start:] if length == len(data) - start else data


def _text(data: bytes) -> str | None:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return None
