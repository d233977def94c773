"""The cache of runtimes: metadata by chain, endpoint and code, and its RFC-0078 hash.

A runtime is identified by the hash of its code (`state_getStorageHash(":code")`), not by its spec
version: two builds of one version may differ. Both that hash and the metadata are unverified
answers of one endpoint, and must not be used for another endpoint's chain. The cache key is
therefore genesis hash, network or endpoint, and code hash.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol, TypeVar

from btsdk import forks
from btsdk.errors import DecodeError, IncompatibleItem
from btsdk.keys.hashing import blake2_256
from btsdk.metadata import Metadata, decode_metadata
from btsdk.metadata.cache import Note

_T = TypeVar("_T")

_KEPT = 8

CHECK = "CheckMetadataHash"
"""The extension by which a chain verifies the metadata that a signature was made with
(RFC-0078)."""

TOKEN, DECIMALS = "TAO", 9
"""Compiled into the hash of every Subtensor runtime (`runtime/build.rs`), whatever a node's
`system_properties` say: those of the test network name another token."""


class Cache(Protocol):
    """A persistent cache of bytes (`btsdk.metadata.cache.MetadataCache`)."""

    def load(self, key: bytes) -> bytes | None:
        """The bytes under a key of 32 bytes; None if there are none."""

    def save(self, key: bytes, data: bytes) -> object:
        """Store bytes under a key."""

    def remove(self, key: bytes) -> None:
        """Delete the bytes under a key."""

    def note(self, key: bytes, note: Note) -> None:
        """Record whose metadata is stored under a key."""


class Origin(NamedTuple):
    """The source of metadata: the chain's genesis hash, and the network or endpoint."""

    genesis: str = ""
    label: str = ""


@dataclass(frozen=True)
class Runtime:
    """One runtime: its metadata, and the versions that signatures commit to.

    `content` is the hash of the metadata's bytes. `fresh` means that they were just fetched, not
    cached.
    """

    metadata: Metadata
    code_hash: str
    spec_name: str
    spec_version: int
    transaction_version: int
    content: bytes = b""
    fresh: bool = False

    @property
    def verifies(self) -> bool:
        """Whether the chain can verify the metadata that a signature was made with."""
        return any(one.identifier == CHECK for one in self.metadata.extrinsic.extensions)


class Known(NamedTuple):
    """Metadata, and the hash of its bytes."""

    metadata: Metadata
    content: bytes


class Kept:
    """The metadata that the clients of a process share: the newest in memory, more in the cache
    folder.

    Equal bytes are decoded once, whichever endpoint sent them.
    """

    def __init__(self, cache: Cache | None = None) -> None:
        self._cache = cache
        self._by_key: OrderedDict[bytes, Known] = OrderedDict()
        self._by_content: OrderedDict[bytes, Known] = OrderedDict()
        self._hashes: OrderedDict[bytes, bytes] = OrderedDict()
        self._lock = forks.lock()

    def find(self, key: bytes) -> Known | None:
        """Metadata from memory or from the cache folder."""
        with self._lock:
            known = self._by_key.get(key)
        if known is None and self._cache is not None:
            data = self._cache.load(key)
            try:
                known = None if data is None else self.decoded(data)
            except DecodeError:
                return None
        if known is not None:
            self._remember(self._by_key, key, known)
        return known

    def add(self, key: bytes, data: bytes) -> Known:
        """Decode metadata and store it."""
        known = self.decoded(data)
        if self._cache is not None:
            self._cache.save(key, data)
        self._remember(self._by_key, key, known)
        return known

    def remove(self, key: bytes) -> None:
        """Delete metadata, also on disk."""
        with self._lock:
            self._by_key.pop(key, None)
        if self._cache is not None:
            self._cache.remove(key)

    def note(self, key: bytes, note: Note) -> None:
        """Record on disk whose metadata it is."""
        if self._cache is not None:
            self._cache.note(key, note)

    def hash_of(self, key: bytes, compute: Callable[[], bytes]) -> bytes:
        """A metadata hash, computed once: that takes some 50 ms, reading it back under one."""
        with self._lock:
            found = self._hashes.get(key)
        if found is None and self._cache is not None:
            found = self._cache.load(key)
        if found is None or len(found) != 32:
            found = compute()
            if self._cache is not None:
                self._cache.save(key, found)
        self._remember(self._hashes, key, found)
        return found

    def decoded(self, data: bytes) -> Known:
        """Decode without storing it under a key."""
        content = blake2_256(data)
        with self._lock:
            known = self._by_content.get(content)
        if known is None:
            known = Known(decode_metadata(data), content)
        self._remember(self._by_content, content, known)
        return known

    def _remember(self, held: OrderedDict[bytes, _T], key: bytes, value: _T) -> None:
        with self._lock:
            held[key] = value
            held.move_to_end(key)
            while len(held) > _KEPT:
                held.popitem(last=False)


@dataclass
class Runtimes:
    """The runtimes of one client. `origin` is its current source."""

    kept: Kept = field(default_factory=Kept)
    origin: Callable[[], Origin] = Origin

    def find(self, code_hash: str) -> Known | None:
        """Cached metadata of the current endpoint."""
        return self.kept.find(_key(self.origin(), code_hash))

    def add(self, code_hash: str, data: bytes, asked: Origin) -> Known:
        """Decode the endpoint's metadata and store it.

        `asked` is the source of the request: if the endpoint has changed since, the source of the
        answer is uncertain and nothing is stored.
        """
        if asked != self.origin():
            return self.kept.decoded(data)
        key = _key(asked, code_hash)
        known = self.kept.add(key, data)
        self.kept.note(key, Note(*asked))
        return known

    def signed(self, runtime: Runtime, *, verified: bool) -> None:
        """Record that a signature was made with this metadata, and whether the chain verified
        it."""
        origin = self.origin()
        note = Note(*origin, "verified" if verified else "unverified")
        self.kept.note(_key(origin, runtime.code_hash), note)

    def forget(self, runtime: Runtime) -> None:
        """Drop metadata that the chain has proven wrong; it is fetched again."""
        self.kept.remove(_key(self.origin(), runtime.code_hash))

    def metadata_hash(self, runtime: Runtime) -> bytes:
        """The metadata hash for signatures: the chain refuses one made with other metadata."""
        facts = f"{runtime.spec_name}\0{runtime.spec_version}\0{TOKEN}\0{DECIMALS}".encode()
        return self.kept.hash_of(
            blake2_256(b"RFC-0078" + runtime.content + facts), lambda: computed_hash(runtime)
        )


def computed_hash(runtime: Runtime) -> bytes:
    """The metadata hash of a runtime (RFC-0078), computed anew."""
    from btsdk.metadata.digest import metadata_hash  # noqa: PLC0415  # start-up: mostly in the cache

    return metadata_hash(
        runtime.metadata,
        spec_version=runtime.spec_version,
        spec_name=runtime.spec_name,
        base58_prefix=_prefix(runtime.metadata),
        decimals=DECIMALS,
        token_symbol=TOKEN,
    )


def _prefix(metadata: Metadata) -> int:
    """The ss58 prefix, from the metadata as in the runtime's build."""
    try:
        return int(metadata.pallet("System").constant("SS58Prefix"))
    except IncompatibleItem:
        return 42


def _key(origin: Origin, code_hash: str) -> bytes:
    parts = (origin.genesis, origin.label, code_hash)
    return blake2_256("\0".join(parts).encode())
