"""Block 0, built by the runtime from a chain spec.

The runtime writes the genesis state through the externalities, as any other state; the header has
no parent, no extrinsics and no digest, so the genesis hash depends on spec and runtime alone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple, Protocol

from btsdk.errors import ChainFileError, ChainSpecError, UsageError
from btsdk.hexadecimal import from_hex
from btsdk.keys.hashing import blake2_256
from btsdk.scale.primitives import compact_encode, compact_read
from btsdk.well_known_keys import CODE
from local_node.chain.block import ZERO_HASH, Block, Header, encode_body
from local_node.chain.host import Host, HostExternalities
from local_node.runtime.boundary import RuntimePanic, is_compiled
from local_node.runtime.version import RuntimeVersion
from local_node.state.store import Store, StoredBlock
from local_node.state.trie import EMPTY_ROOT, ordered_root

_SPEC_NOTE = "spec"
_CODE_NOTE = "genesis_code"
_NO_PRESET = b"\x00"
"""`None`: the runtime's default configuration."""


class Spec(Protocol):
    """What the host needs of a chain spec."""

    @property
    def id(self) -> str:
        """The chain's name in file names and messages."""

    @property
    def genesis(self) -> Mapping[str, Any]:
        """The genesis configuration, as JSON values."""


class _Fingerprint(NamedTuple):
    """The identity of the spec that a file was made from."""

    chain: str
    config: bytes

    def encode(self) -> bytes:
        return self.config + self.chain.encode()

    @classmethod
    def decode(cls, data: bytes) -> _Fingerprint:
        return cls(data[32:].decode(), data[:32])


def write_genesis(spec: Spec, store: Store, host: Host, code: bytes | None = None) -> None:
    """Make block 0 and store it as the head of an empty store.

    `code` is the compiled runtime of the genesis, if there is one.
    """
    ext = host.externalities(store.state(EMPTY_ROOT))
    layout = 1
    try:
        if "raw" in spec.genesis:
            place_raw(spec, ext)
        else:
            _build(spec, host, ext, code)
        if code is not None:
            ext.set(CODE, code)
            layout = RuntimeVersion.decode(host.run("Core_version", b"", ext)).state_layout
    except RuntimePanic as panic:
        raise UsageError(f"chain spec {spec.id}: {panic.reason}") from panic
    root = ext.root(layout)
    block = Block(Header(ZERO_HASH, 0, root, ordered_root(())), ())
    fingerprint = _Fingerprint(spec.id, blake2_256(_config(spec)))
    notes = {_SPEC_NOTE: fingerprint.encode()}
    if code is not None:
        notes[_CODE_NOTE] = blake2_256(code)
    store.commit(stored(block), ext.update(), ext.changes(), notes)


def _build(spec: Spec, host: Host, ext: HostExternalities, code: bytes | None) -> None:
    """Let the runtime build its state from the spec's configuration.

    A compiled runtime has no defaults for missing parts of a configuration, so the spec's is merged
    into the runtime's own default.
    """
    config = _config(spec)
    if code is not None:
        config = _over_default(spec, host, ext)
    answer = host.run("GenesisBuilder_build_state", compact_encode(len(config)) + config, ext)
    if answer[:1] != b"\x00":
        length, at = compact_read(answer, 1)
        raise UsageError(f"chain spec {spec.id}: {answer[at : at + length].decode()}")


def _over_default(spec: Spec, host: Host, ext: HostExternalities) -> bytes:
    answer = host.run("GenesisBuilder_get_preset", _NO_PRESET, ext)
    if answer[:1] != b"\x01":
        return _config(spec)
    length, at = compact_read(answer, 1)
    config = merge_patch(json.loads(answer[at : at + length]), spec.genesis)
    return json.dumps(config, separators=(",", ":"), sort_keys=True).encode()


def merge_patch(target: Any, patch: Any) -> Any:
    """`patch` merged into `target` by RFC 7396: None removes, objects are merged."""
    if not isinstance(patch, Mapping):
        return patch
    merged = dict(target) if isinstance(target, Mapping) else {}
    for name, value in patch.items():
        if value is None:
            merged.pop(name, None)
        else:
            merged[name] = merge_patch(merged.get(name), value)
    return merged


def place_raw(spec: Spec, ext: HostExternalities) -> None:
    """Write a raw genesis to the state: the top trie and default child tries."""
    raw = spec.genesis["raw"]
    for key, value in raw.get("top", {}).items():
        ext.set(_bytes(spec, key), _bytes(spec, value))
    for storage_key, items in raw.get("childrenDefault", {}).items():
        child = ext.child(_bytes(spec, storage_key))
        for key, value in items.items():
            child.set(_bytes(spec, key), _bytes(spec, value))


def _bytes(spec: Spec, text: Any) -> bytes:
    try:
        return from_hex(text)
    except ValueError:
        raise ChainSpecError(spec.id, "its raw genesis holds a value that is not hex") from None


def expect_code(code: bytes, spec: Spec, store: Store) -> None:
    """Raises `ChainFileError` if the chain began with a compiled runtime other than `code`."""
    if not began_with(code, store):
        raise ChainFileError(
            str(store.path or "the chain in memory"),
            f"holds chain {spec.id!r} with a different runtime",
            hint="Open it without a runtime, choose another file with --chain-file, "
            "or start again with `btcli node reset`.",
        )


def began_with(code: bytes, store: Store) -> bool:
    """Whether `code` is the compiled runtime with which the chain began."""
    return store.note(_CODE_NOTE) == blake2_256(code)


def began_compiled(store: Store) -> bool:
    """Whether the chain began with a compiled runtime."""
    if store.note(_CODE_NOTE) is not None:
        return True
    genesis = store.hash_at(0)
    root = None if genesis is None else store.state_root(genesis)
    return root is not None and is_compiled(store.get(root, CODE))


def genesis_code(spec: Spec, store: Store) -> bytes | None:
    """The compiled runtime with which a chain began; None if that was the bundled one, or if it is
    neither in the spec nor in a state that is kept."""
    genesis = store.hash_at(0)
    roots = [None if genesis is None else store.state_root(genesis), store.state_root(store.head)]
    found = [getattr(spec, "code", None), *(store.get(root, CODE) for root in roots if root)]
    return next((code for code in found if code is not None and began_with(code, store)), None)


def expect_spec(spec: Spec, store: Store) -> None:
    """Raises `ChainFileError` if the store was made from another spec."""
    noted = store.note(_SPEC_NOTE)
    found = _Fingerprint.decode(noted or bytes(32))
    if found == _Fingerprint(spec.id, blake2_256(_config(spec))):
        return
    what = "another version of" if found.chain == spec.id else f"chain {found.chain!r}, not"
    raise ChainFileError(
        str(store.path or "the chain in memory"),
        f"holds {what} chain {spec.id!r}",
        hint="Choose another file with --chain-file, or start again with `btcli node reset`.",
    )


def stored(block: Block) -> StoredBlock:
    """The stored form of a block."""
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
