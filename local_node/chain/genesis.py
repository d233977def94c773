"""Block 0: what the runtime makes of a chain spec.

The runtime writes its genesis state through the externalities, as any other state; the header has
no parent, no extrinsics and no digest, so the genesis hash depends on the spec and runtime alone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple, Protocol

from btsdk.errors import ChainFileError, UsageError
from btsdk.keys.hashing import blake2_256
from btsdk.scale.primitives import compact_encode, compact_read
from local_node.chain.block import ZERO_HASH, Block, Header, encode_body
from local_node.chain.host import Host
from local_node.runtime.boundary import RuntimePanic
from local_node.state.store import Store, StoredBlock
from local_node.state.trie import EMPTY_ROOT, ordered_root

_SPEC_NOTE = "spec"


class Spec(Protocol):
    """What the host needs of a chain spec."""

    @property
    def id(self) -> str:
        """The chain's name in file names and messages."""

    @property
    def genesis(self) -> Mapping[str, Any]:
        """The genesis configuration, in values that JSON has."""


class _Fingerprint(NamedTuple):
    """Which spec a file was made from."""

    chain: str
    config: bytes

    def encode(self) -> bytes:
        return self.config + self.chain.encode()

    @classmethod
    def decode(cls, data: bytes) -> _Fingerprint:
        return cls(data[32:].decode(), data[:32])


def write_genesis(spec: Spec, store: Store, host: Host) -> None:
    """Make block 0 and put it on disk as the head of an empty store."""
    config = _config(spec)
    ext = host.externalities(store.state(EMPTY_ROOT))
    try:
        answer = host.run("GenesisBuilder_build_state", compact_encode(len(config)) + config, ext)
    except RuntimePanic as panic:
        raise UsageError(f"chain spec {spec.id}: {panic.reason}") from panic
    if answer[:1] != b"\x00":
        length, at = compact_read(answer, 1)
        raise UsageError(f"chain spec {spec.id}: {answer[at : at + length].decode()}")
    block = Block(Header(ZERO_HASH, 0, ext.root(), ordered_root(())), ())
    fingerprint = _Fingerprint(spec.id, blake2_256(config))
    store.commit(stored(block), ext.update(), ext.changes(), {_SPEC_NOTE: fingerprint.encode()})


def expect_spec(spec: Spec, store: Store) -> None:
    """Raises `ChainFileError` where the store was made from another spec."""
    noted = store.note(_SPEC_NOTE)
    found = _Fingerprint.decode(noted or bytes(32))
    if found == _Fingerprint(spec.id, blake2_256(_config(spec))):
        return
    what = "another version of" if found.chain == spec.id else f"chain {found.chain!r}, not"
    raise ChainFileError(
        str(store.path or "the chain in memory"),
        f"holds {what} chain {spec.id!r}",
        hint="Name another file with --chain-file, or start again with `btcli node reset`.",
    )


def stored(block: Block) -> StoredBlock:
    """A block as the store keeps it."""
    return StoredBlock(
        block.hash,
        block.header.parent_hash,
        block.number,
        block.header.state_root,
        block.header.encode(),
        encode_body(block.extrinsics),
    )


def _config(spec: Spec) -> bytes:
    return json.dumps(spec.genesis, separators=(",", ":"), sort_keys=True).encode()
