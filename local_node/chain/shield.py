"""The author's side of shielded extrinsics: a new key announced in each block, and its use.

An extrinsic sealed to the key of block B is opened in block B + 3, by the runtime, with the private
key that this module holds. No key is stored: each is derived from a secret of the chain file and
the hash of the announcing block's parent. So a restart loses none, a block made again after a
revert announces the same one, and replaying blocks needs none.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from importlib import import_module
from os import urandom
from typing import Final, NamedTuple

from btsdk.scale.primitives import compact_encode, compact_read
from btsdk.shield import ENCAPSULATED_BYTES, key_hash
from local_node.chain.block import Header
from local_node.chain.history import History
from local_node.chain.host import Host, HostExternalities
from local_node.runtime.boundary import RuntimePanic, UnknownEntry
from local_node.runtime.version import SHIELD_API, RuntimeVersion
from local_node.state.cache import Cache
from local_node.state.store import State, Store

TURN: Final = 3
"""The distance in blocks from the announcement of a key to its use, with a single authority."""

_API_VERSION: Final = 1
_SEARCHED: Final = 32
"""How many blocks back a key is searched: several rounds of authorities that take turns."""
_SECRET_NOTE: Final = "shield_secret"
_SECRET_BYTES: Final = 32
_SEED_BYTES: Final = 64
_TAG_BYTES: Final = 16


class ShieldKeys:
    """The keys of one chain's author, by the hash of the parent of the announcing block."""

    def __init__(self, store: Store, history: History) -> None:
        self._store = store
        self._history = history
        self._secret: bytes | None = None
        self._public: Cache[bytes, bytes] = Cache(2 * _SEARCHED)

    def announced_on(self, parent_hash: bytes) -> bytes:
        """The public key that a block on this parent announces."""
        found = self._public.get(parent_hash)
        if found is None:
            found = _public_key(self._seed(parent_hash))
            self._public.put(parent_hash, found)
        return found

    def age(self, name: bytes, parent: Header) -> int | None:
        """How many blocks before a block on `parent` the key of this hash was announced; None for a
        foreign key."""
        for age, block_hash in enumerate(self._back(parent)):
            if key_hash(self.announced_on(block_hash)) == name:
                return age
        return None

    def private_key(self, name: bytes, parent: Header) -> bytes | None:
        """The private key of this hash, in the expanded form that the runtime takes."""
        for block_hash in self._back(parent):
            if key_hash(self.announced_on(block_hash)) == name:
                return _private_key(self._seed(block_hash))
        return None

    def _back(self, parent: Header) -> Iterator[bytes]:
        """The parent hashes that keys were derived from, newest first."""
        header: Header | None = parent
        for _ in range(_SEARCHED):
            if header is None:
                return
            yield header.hash
            header = self._history.header(header.parent_hash)

    def _seed(self, parent_hash: bytes) -> bytes:
        if self._secret is None:
            self._secret = self._store.note(_SECRET_NOTE)
        if self._secret is None:
            self._secret = urandom(_SECRET_BYTES)
            self._store.set_notes({_SECRET_NOTE: self._secret})
        return blake2b(parent_hash, key=self._secret, digest_size=_SEED_BYTES).digest()


class Sealed(NamedTuple):
    """A candidate that seals another extrinsic: its parts in the runtime's encoding, and the length
    of the extrinsic inside."""

    key_hash: bytes
    parts: bytes
    inner: int


class Opener:
    """Finds sealed extrinsics among the candidates for one block, and opens those that are due.

    Whether one is due is asked on the state of the parent, as Subtensor's author does. All other
    calls run in the block under construction: only there is the parent's hash stored, and where
    finality is instant an extrinsic's era may begin with the parent.

    It calls `ShieldApi` as 425 declares it (version 1). Under a runtime with another version or
    without the API, an envelope is an extrinsic like any other.
    """

    def __init__(
        self,
        host: Host,
        ext: HostExternalities,
        state: State,
        parent: Header,
        keys: ShieldKeys,
        version: RuntimeVersion,
    ) -> None:
        self._speaks = (SHIELD_API, _API_VERSION) in version.apis
        self._host = host
        self._ext = ext
        self._state = state
        self._parent = parent
        self._keys = keys

    def look(self, extrinsic: bytes) -> Sealed | None:
        """The sealed extrinsic in a candidate; None for any other candidate.

        An extrinsic too short for an encapsulated secret is not sealed.
        """
        if not self._speaks or len(extrinsic) < ENCAPSULATED_BYTES:
            return None
        parts = self._ask("try_decode_shielded_tx", extrinsic)
        return None if parts is None else _sealed(parts)

    def is_due(self, sealed: Sealed) -> bool:
        """Whether this block's author holds the key; otherwise the extrinsic stays in the pool."""
        entry = "ShieldApi_is_shielded_using_current_key"
        return self._host.call(entry, sealed.key_hash, self._state) == b"\x01"

    def is_coming(self, sealed: Sealed) -> bool:
        """Whether a coming block will open it."""
        age = self._keys.age(sealed.key_hash, self._parent)
        return age is not None and age < TURN

    def open(self, sealed: Sealed) -> bytes | None:
        """The extrinsic inside; None if the key is foreign or does not open it."""
        key = self._keys.private_key(sealed.key_hash, self._parent)
        if key is None:
            return None
        return self._ask("try_unshield_tx", compact_encode(len(key)) + key + sealed.parts)

    def _ask(self, method: str, args: bytes) -> bytes | None:
        """The answer of an optional entry point; its writes are discarded."""
        depth = self._ext.depth
        self._ext.begin()
        try:
            answer = self._host.run(f"ShieldApi_{method}", args, self._ext)
        except (RuntimePanic, UnknownEntry):
            return None
        finally:
            while self._ext.depth > depth:
                self._ext.rollback()
        return answer[1:] if answer[:1] == b"\x01" else None


def _sealed(parts: bytes) -> Sealed:
    """Key hash (16) ‖ encapsulated secret ‖ sealed extrinsic ‖ nonce; lengths before the middle."""
    length, at = compact_read(parts, 16)
    length, _ = compact_read(parts, at + length)
    return Sealed(parts[:16], parts, max(length - _TAG_BYTES, 0))


def _public_key(seed: bytes) -> bytes:
    # The fast library of the two; it has no expanded private keys.
    from cryptography.hazmat.primitives.asymmetric import mlkem  # noqa: PLC0415 - for authors only

    return mlkem.MLKEM768PrivateKey.from_seed_bytes(seed).public_key().public_bytes_raw()


def _private_key(seed: bytes) -> bytes:
    kem = import_module("kyber_py.ml_kem").ML_KEM_768  # only for blocks that open something
    expanded: bytes = kem.key_derive(seed)[1]
    return expanded
