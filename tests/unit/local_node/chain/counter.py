"""A tiny runtime at the real boundary: proof that the host knows no pallet, and its test bench.

Accounts are single bytes. An extrinsic adds a number to a sum: `account, nonce u32, amount u32,
priority u32, lifetime u32`. It must come in the order of its account's nonces. Some amounts do
something special. The only inherent sets the time.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from btsdk.errors import ScaleError
from btsdk.keys.keypair import Keypair
from btsdk.scale.primitives import compact_encode, compact_read
from local_node.chain.block import Header, decode_body
from local_node.runtime.boundary import Externalities, RuntimePanic, UnknownEntry
from local_node.runtime.version import api_id

PANICS = 666
FAILS_IN_DISPATCH = 13
TOO_MUCH = 1_000_000
ROOM = 100
SLOT_MS = 250
ONE = Keypair.from_uri("//One").public_key

OK = b"\x00"
CALL, PAYMENT, FUTURE, STALE, EXHAUSTS = (b"\x01\x00" + bytes([n]) for n in (0, 1, 2, 3, 6))
UNKNOWN = b"\x01\x01\x00"


class Spec:
    """The chain spec of a counter."""

    def __init__(self, chain: str = "counter", **genesis: Any) -> None:
        self.id = chain
        self.genesis: Mapping[str, Any] = genesis


def u32(number: int) -> bytes:
    return number.to_bytes(4, "little")


def read_u32(data: bytes | None) -> int:
    return int.from_bytes(data or b"", "little")


def with_length(data: bytes) -> bytes:
    return compact_encode(len(data)) + data


def add(account: int, nonce: int, amount: int, priority: int = 1, lifetime: int = 64) -> bytes:
    """An extrinsic that adds `amount` to the sum."""
    body = bytes([1, account]) + u32(nonce) + u32(amount) + u32(priority) + u32(lifetime)
    return with_length(body)


def set_time(timestamp: int) -> bytes:
    return with_length(b"\x00" + timestamp.to_bytes(8, "little"))


class CounterRuntime:
    """With `aura` it has slots, sealed by `//One`; `calls` counts what the host asked for."""

    def __init__(self, *, aura: bool = True, code: bytes = b"counter 1") -> None:
        self.aura = aura
        self.code = code
        self.calls: dict[str, int] = {}
        self.applied: list[bytes] = []

    def call(self, entry: str, args: bytes, ext: Externalities) -> bytes:
        self.calls[entry] = self.calls.get(entry, 0) + 1
        handlers: dict[str, Callable[[bytes, Externalities], bytes]] = {
            "Core_version": self.version,
            "Core_initialize_block": self.initialize,
            "Core_execute_block": self.execute,
            "BlockBuilder_inherent_extrinsics": self.inherents,
            "BlockBuilder_apply_extrinsic": self.apply,
            "BlockBuilder_finalize_block": self.finalize,
            "TaggedTransactionQueue_validate_transaction": self.validate,
            "GenesisBuilder_build_state": self.genesis,
            "Metadata_metadata": lambda args, ext: with_length(b"meta of " + self.code),
        }
        if self.aura:
            handlers["AuraApi_slot_duration"] = lambda args, ext: SLOT_MS.to_bytes(8, "little")
            handlers["AuraApi_authorities"] = lambda args, ext: compact_encode(1) + ONE
        if entry not in handlers:
            raise UnknownEntry(entry)
        try:
            return handlers[entry](args, ext)
        except ScaleError as error:
            raise RuntimePanic(entry, str(error)) from error

    def version(self, args: bytes, ext: Externalities) -> bytes:
        names = ["Core", "BlockBuilder", *(["AuraApi"] if self.aura else [])]
        apis = compact_encode(len(names)) + b"".join(api_id(name) + u32(1) for name in names)
        name = with_length(b"counter")
        return name + name + u32(1) + u32(7) + u32(1) + apis + u32(1) + b"\x01"

    def genesis(self, args: bytes, ext: Externalities) -> bytes:
        length, at = compact_read(args, 0)
        config = json.loads(args[at : at + length])
        if "sum" in config and config["sum"] < 0:
            return b"\x01" + with_length(b"the sum cannot be negative")
        ext.set(b":code", self.code)
        ext.set(b"sum", u32(config.get("sum", 0)))
        return OK

    def initialize(self, args: bytes, ext: Externalities) -> bytes:
        header = Header.decode(args)
        ext.clear_prefix(b"extrinsic ")
        ext.delete(b"events")
        ext.set(b"header", args)
        ext.set(b"block " + u32(header.number - 1), header.parent_hash)
        return b"\x00"

    def inherents(self, args: bytes, ext: Externalities) -> bytes:
        count, at = compact_read(args, 0)
        data = {}
        for _ in range(count):
            key = args[at : at + 8]
            length, at = compact_read(args, at + 8)
            data[key] = args[at : at + length]
            at += length
        assert (b"auraslot" in data) == self.aura
        return compact_encode(1) + set_time(int.from_bytes(data[b"timstap0"], "little"))

    def apply(self, args: bytes, ext: Externalities) -> bytes:
        body = self.body(args)
        if body[0] == 0:
            ext.set(b"now", body[1:])
            return self.note(args, ext)
        error = self.check(body, ext, in_block=True)
        if error != OK:
            return error
        self.applied.append(args)
        account, amount = body[1:2], read_u32(body[6:10])
        ext.set(b"nonce " + account, u32(read_u32(body[2:6]) + 1))
        if amount == PANICS:
            ext.begin()
            ext.set(b"sum", b"panic")
            raise RuntimePanic("BlockBuilder_apply_extrinsic", "amount is 666")
        self.note(args, ext)
        if amount == FAILS_IN_DISPATCH:
            return b"\x00\x01\x02"
        ext.set(b"sum", u32(read_u32(ext.get(b"sum")) + amount))
        ext.append(b"events", u32(amount))
        return b"\x00\x00"

    def note(self, extrinsic: bytes, ext: Externalities) -> bytes:
        index = len(self.noted(ext))
        ext.set(b"extrinsic " + index.to_bytes(4, "big"), extrinsic)
        return b"\x00\x00"

    def noted(self, ext: Externalities) -> list[bytes]:
        found, prefix = [], b"extrinsic "
        key = ext.next_key(prefix)
        while key is not None and key.startswith(prefix):
            found.append(ext.get(key) or b"")
            key = ext.next_key(key)
        return found

    def finalize(self, args: bytes, ext: Externalities) -> bytes:
        header = Header.decode(ext.get(b"header") or b"")
        extrinsics_root = ext.ordered_root(self.noted(ext))
        ext.delete(b"header")
        return Header(
            header.parent_hash, header.number, ext.root(), extrinsics_root, header.digest
        ).encode()

    def execute(self, args: bytes, ext: Externalities) -> bytes:
        header, at = Header.read(args)
        blank = Header(header.parent_hash, header.number, bytes(32), bytes(32), header.digest)
        self.initialize(blank.encode(), ext)
        for extrinsic in decode_body(args[at:]):
            if self.apply(extrinsic, ext)[:1] != OK:
                raise RuntimePanic("Core_execute_block", "an extrinsic is not valid")
        if self.finalize(b"", ext) != header.encode():
            raise RuntimePanic("Core_execute_block", "the header does not hold")
        return b""

    def validate(self, args: bytes, ext: Externalities) -> bytes:
        body = self.body(args[1:-32])
        error = self.check(body, ext, in_block=False)
        if error != OK:
            return error
        account, nonce = body[1:2], read_u32(body[2:6])
        requires = [] if nonce == self.next_nonce(account, ext) else [account + u32(nonce - 1)]
        priority, lifetime = read_u32(body[10:14]), read_u32(body[14:18])
        tags = compact_encode(len(requires)) + b"".join(map(with_length, requires))
        provides = compact_encode(1) + with_length(account + u32(nonce))
        return (
            b"\x00"
            + priority.to_bytes(8, "little")
            + tags
            + provides
            + (lifetime.to_bytes(8, "little") + b"\x01")
        )

    def check(self, body: bytes, ext: Externalities, *, in_block: bool) -> bytes:
        if body[0] != 1 or len(body) != 18:
            return CALL
        account, nonce, amount = body[1:2], read_u32(body[2:6]), read_u32(body[6:10])
        if account == b"\xff":
            return UNKNOWN
        if amount > TOO_MUCH:
            return PAYMENT
        if nonce < self.next_nonce(account, ext):
            return STALE
        if in_block and nonce > self.next_nonce(account, ext):
            return FUTURE
        if in_block and len(self.noted(ext)) > ROOM:
            return EXHAUSTS
        return OK

    def next_nonce(self, account: bytes, ext: Externalities) -> int:
        return read_u32(ext.get(b"nonce " + account))

    def body(self, extrinsic: bytes) -> bytes:
        length, at = compact_read(extrinsic, 0)
        if length == 0 or at + length != len(extrinsic):
            raise RuntimePanic("decoding", "not an extrinsic")
        return extrinsic[at:]
