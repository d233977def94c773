"""A runtime on an in-memory state, for the tests of pallets: blocks, signed extrinsics, events.

`fresh_context()` is the quick way for a pallet's unit tests: a `Context` at block 1 with the
genesis of a chain. `Node` drives the real executive through its entry points.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Any

from btsdk.keys import Keypair
from btsdk.keys.hashing import blake2_256
from btsdk.keys.signer import Crypto
from btsdk.keys.verifying import verify
from btsdk.scale.primitives import compact_encode
from chain_spec.features import Feature
from chain_spec.pallets import balances, system
from chain_spec.profile import Profile
from chain_spec.runtime import OUTER_CALL, SIGNED_EXTRA, Interface, build
from chain_spec.types.substrate import Header
from local_node.runtime.bundled import PALLETS, runtime
from local_node.runtime.executive import Executive
from local_node.runtime.frame import Context, RuntimePallet
from local_node.state.overlay import Overlay
from local_node.state.trie_building import Builder, ordered_root

ALICE = Keypair.from_uri("//Alice")
BOB = Keypair.from_uri("//Bob")
CHARLIE = Keypair.from_uri("//Charlie")
DAVE = Keypair.from_uri("//Dave")
ONE = Keypair.from_uri("//One")

TAO = 1_000_000_000

FEATURES = {
    "dev": frozenset({Feature.FAUCET, Feature.POW, Feature.GOVERNANCE}),
    "fast": frozenset({Feature.FAUCET}),
    "local": frozenset({Feature.FAUCET}),
}
PROFILES = {"dev": Profile.FAST, "fast": Profile.FAST, "local": Profile.SLOW}


class Dictionary:
    """A backend that holds what it was given."""

    def __init__(self, data: Mapping[bytes, bytes]) -> None:
        self._data = dict(data)
        self._keys = sorted(self._data)

    def get(self, key: bytes) -> bytes | None:
        return self._data.get(key)

    def items_after(self, key: bytes, count: int) -> list[tuple[bytes, bytes]]:
        at = bisect_right(self._keys, key)
        return [(found, self._data[found]) for found in self._keys[at : at + count]]


class MemoryExternalities(Overlay):
    """An overlay over a dictionary, with the host functions; counts signature checks."""

    def __init__(self, data: Mapping[bytes, bytes] | None = None) -> None:
        self.below = dict(data or {})
        super().__init__(Dictionary(self.below))
        self.verified = 0

    def state(self) -> dict[bytes, bytes]:
        """Every key and value as they are now."""
        merged: dict[bytes, bytes | None] = {**self.below, **self.changes()}
        return {key: value for key, value in sorted(merged.items()) if value is not None}

    def root(self) -> bytes:
        items = [(key.hex(), value) for key, value in self.state().items()]
        return Builder(lambda _: _nothing()).from_scratch(items).root

    def verify(
        self, signature: bytes, message: bytes, public_key: bytes, crypto: Crypto = "sr25519"
    ) -> bool:
        self.verified += 1
        return verify(signature, message, public_key, crypto)

    def ordered_root(self, items: Sequence[bytes]) -> bytes:
        return ordered_root(items)


def _nothing() -> Any:
    raise AssertionError("a new trie has no old nodes")


def default_genesis() -> dict[str, Any]:
    """Alice, Bob and Charlie rich, Dave with little; Alice is sudo and One is the author."""
    return {
        "balances": {
            "balances": [
                [ALICE.ss58_address, 1_000_000 * TAO],
                [BOB.ss58_address, 1_000_000 * TAO],
                [CHARLIE.ss58_address, 1_000_000 * TAO],
                [DAVE.ss58_address, 2_000 * TAO],
            ]
        },
        "aura": {"authorities": [ONE.ss58_address]},
        "grandpa": {"authorities": [[ONE.ss58_address, 1]]},
        "sudo": {"key": ALICE.ss58_address},
    }


class Node:
    """The executive on a state in memory. Blocks are made by hand: `begin`, `apply`, `end`."""

    def __init__(
        self,
        chain: str = "dev",
        genesis: Mapping[str, Any] | None = None,
        pallets: Sequence[RuntimePallet] = PALLETS,
    ) -> None:
        self.interface: Interface = build(PROFILES[chain], FEATURES[chain])
        self.executive = (
            runtime(self.interface) if pallets is PALLETS else Executive(self.interface, pallets)
        )
        self.ext = MemoryExternalities()
        spec = default_genesis() if genesis is None else genesis
        text = json.dumps(spec).encode()
        answer = self.call("GenesisBuilder_build_state", text)
        assert answer == ("Ok", ()), answer
        self.slot = 0
        header = {
            "parent_hash": bytes(32),
            "number": 0,
            "state_root": self.ext.root(),
            "extrinsics_root": ordered_root([]),
            "digest": {"logs": []},
        }
        self.genesis_hash = self.header_hash(header)
        self.best = (0, self.genesis_hash)

    def call(self, entry: str, *values: Any) -> Any:
        """An entry point, with its arguments encoded and its answer decoded as it declares."""
        api, _, method = entry.partition("_")
        shape = self.interface.apis[api].methods[method]
        kinds = shape.inputs.values()
        args = b"".join(
            self.interface.codec(kind).encode(value)
            for kind, value in zip(kinds, values, strict=True)
        )
        answer = self.executive.call(entry, args, self.ext)
        return self.interface.codec(shape.output).decode(answer)

    def header_hash(self, header: Mapping[str, Any]) -> bytes:
        return blake2_256(self.interface.codec(Header).encode(header))

    # -- blocks -----------------------------------------------------------------------------------

    def begin(self, *, inherents: bool = True) -> None:
        """Begin the next block, with its timestamp."""
        self.slot += 1
        number, parent = self.best
        digest = {"logs": [("PreRuntime", (b"aura", self.slot.to_bytes(8, "little")))]}
        header = {
            "parent_hash": parent,
            "number": number + 1,
            "state_root": bytes(32),
            "extrinsics_root": bytes(32),
            "digest": digest,
        }
        self.call("Core_initialize_block", header)
        if inherents:
            for extrinsic in self.inherents():
                assert self.apply(extrinsic) == ("Ok", ("Ok", ()))

    def inherents(self) -> list[bytes]:
        now = self.slot * self.interface.profile.slot_duration
        data = {"data": [(b"timstap0", now.to_bytes(8, "little"))]}
        found: list[bytes] = self.call("BlockBuilder_inherent_extrinsics", data)
        return found

    def apply(self, extrinsic: bytes) -> Any:
        """Apply an extrinsic, given without its length prefix."""
        return self.call("BlockBuilder_apply_extrinsic", extrinsic)

    def end(self) -> dict[str, Any]:
        """End the block; its header."""
        header: dict[str, Any] = self.call("BlockBuilder_finalize_block")
        self.best = (header["number"], self.header_hash(header))
        return header

    def block(self, *extrinsics: bytes) -> list[Any]:
        """A whole block of these extrinsics; how each went."""
        self.begin()
        results = [self.apply(extrinsic) for extrinsic in extrinsics]
        self.end()
        return results

    # -- extrinsics -------------------------------------------------------------------------------

    def sign(
        self,
        signer: Keypair,
        call: Any,
        *,
        nonce: int | None = None,
        tip: int = 0,
        era: Any = "Immortal",
        mode: str = "Disabled",
        metadata_hash: bytes | None = None,
        era_hash: bytes | None = None,
        genesis_hash: bytes | None = None,
        spec_version: int | None = None,
    ) -> bytes:
        """A signed extrinsic without its length prefix."""
        codec = self.interface.codec
        nonce = self.nonce(signer) if nonce is None else nonce
        call_data = codec(OUTER_CALL).encode(call)
        extra = ((), (), (), (), era, nonce, (), tip, (), (), (), (), {"mode": mode})
        extra_data = codec(SIGNED_EXTRA).encode(extra)
        additional = (
            (self.interface.spec_version if spec_version is None else spec_version).to_bytes(
                4, "little"
            )
            + (1).to_bytes(4, "little")
            + (genesis_hash or self.genesis_hash)
            + (era_hash or self.genesis_hash)
            + (b"\x00" if metadata_hash is None else b"\x01" + metadata_hash)
        )
        payload = call_data + extra_data + additional
        signature = signer.sign(blake2_256(payload) if len(payload) > 256 else payload)
        return b"\x84\x00" + signer.public_key + b"\x01" + signature + extra_data + call_data

    def nonce(self, who: Keypair) -> int:
        found: int = self.call("AccountNonceApi_account_nonce", who.public_key)
        return found

    def validate(self, extrinsic: bytes, source: str = "External") -> Any:
        """What the pool is told of an extrinsic."""
        return self.call(
            "TaggedTransactionQueue_validate_transaction", source, extrinsic, self.best[1]
        )

    # -- what is in the state ---------------------------------------------------------------------

    def context(self) -> Context:
        return self.executive.context(self.ext)

    def free(self, who: Keypair) -> int:
        amount: int = self.context().get(system.storage.Account, who.public_key)["data"]["free"]
        return amount

    def issuance(self) -> int:
        return self.context().get(balances.storage.TotalIssuance)

    def events(self) -> list[tuple[str, str, Any]]:
        """Pallet, name and fields of the events of the block so far."""
        return decoded_events(self.context())


def decoded_events(ctx: Context) -> list[tuple[str, str, Any]]:
    """Pallet, name and fields of the events in the state."""
    ctx.flush()
    found = []
    for record in ctx.get(system.storage.Events):
        pallet, inner = record["event"]
        name, fields = (inner, None) if isinstance(inner, str) else inner
        found.append((pallet, name, fields))
    return found


def fresh_context(
    chain: str = "dev",
    genesis: Mapping[str, Any] | None = None,
    pallets: Sequence[RuntimePallet] = PALLETS,
    block: int = 1,
) -> Context:
    """A context at `block` on the genesis of a chain, for the unit tests of pallets.

    Events are deposited with the phase of extrinsic 0; read them with `decoded_events`.
    """
    node = Node(chain, genesis, pallets)
    ctx = node.context()
    ctx.set(system.storage.Number, block)
    ctx.set(system.storage.ExecutionPhase, ("ApplyExtrinsic", 0))
    ctx.put(system.storage.BlockHash, 0, node.genesis_hash)
    return ctx


def with_length(content: bytes) -> bytes:
    """The whole encoding of an extrinsic."""
    return compact_encode(len(content)) + content
