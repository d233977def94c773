"""The chain file of a fork: created from a remote's block, or opened again.

A fork is complete once its file holds its origin. An incomplete one is started again, since it
holds nothing but the remote's data.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from btsdk.errors import ChainFileError, ProtocolError, UsageError
from btsdk.hexadecimal import from_hex
from btsdk.keys.hashing import blake2_256
from btsdk.metadata import Metadata, decode_metadata
from btsdk.networks import resolve
from btsdk.well_known_keys import CODE
from chain_spec import chains
from chain_spec.chains import ChainSpec
from chain_spec.profile import Profile
from local_node.chain.block import Block, BlockRef, Header
from local_node.chain.chain import Chain
from local_node.chain.modes import Manual
from local_node.chain.runtimes import compiled
from local_node.fork.errors import BadProof, RuntimeDiffers, UnknownRemoteBlock
from local_node.fork.http import SCHEMES
from local_node.fork.options import Fork
from local_node.fork.prefetch import what_blocks_read, what_is_named
from local_node.fork.remote import Remote
from local_node.fork.spec import describe
from local_node.fork.store import ForkStore
from local_node.runtime.boundary import is_compiled
from local_node.state import notes
from local_node.state.companions import companions
from local_node.state.origin import ForkOrigin
from local_node.state.store import Store

_BEGUN: Final = "fork_begun"


def prepare(path: Path, fork: Fork) -> None:
    """Make the file that fork: created if there is no file, otherwise as it is.

    Raises `TransportError` if the remote cannot be reached, `UnknownRemoteBlock`, `StatePruned`,
    `RuntimeDiffers`, and `ChainFileError` if the file holds something else.
    """
    found = _noted(path) if path.exists() else None
    if found is not None:
        _go_on(path, found, fork)
        return
    _erase(path)
    try:
        _, store = begin(path, fork)
    except BaseException:
        _erase(path)
        raise
    store.close()


def begin(path: Path | None, fork: Fork) -> tuple[ChainSpec, ForkStore]:
    """A new fork, in a file or in memory, with its spec."""
    url = endpoint_of(fork.url)
    remote = Remote(url, proxy=fork.proxy)
    try:
        genesis, base = _blocks(remote, fork.at)
        origin = _origin(remote, genesis, base.header)
        store = ForkStore(path, origin, remote)
    except BaseException:
        remote.close()
        raise
    try:
        store.set_notes({_BEGUN: b""})
        store.begin(genesis, base)
        spec = _furnish(store, remote, fork)
        store.set_notes({notes.SPEC: spec.text.encode(), notes.FORK: origin.encode()})
    except BaseException:
        store.close()
        raise
    return spec, store


def reopen(path: Path) -> tuple[ChainSpec, ForkStore]:
    """The fork in a file; its remote is asked on demand."""
    with _peeking(path) as store:
        note, text = store.note(notes.FORK), store.note(notes.SPEC)
    if note is None or text is None:
        raise ChainFileError(str(path), "is not a fork")
    return chains.parse(text.decode(), str(path)), ForkStore(path, ForkOrigin.decode(note))


def endpoint_of(url: str) -> str:
    """The endpoint of a network's name or url; raises `UsageError`."""
    if url.startswith(SCHEMES):
        return url
    network = resolve(url)
    if not network.endpoints:
        raise UsageError(
            f"{url!r} is the local chain, not a network to fork",
            hint="Give a network, such as finney, or the ws:// endpoint of a node.",
        )
    return network.endpoints[0]


def _erase(path: Path) -> None:
    for each in (path, *companions(path)):
        each.unlink(missing_ok=True)


# A new fork


def _blocks(remote: Remote, at: int | str | None) -> tuple[Header, Block]:
    first = remote.hash_at(0)
    genesis = None if first is None else remote.header(first)
    if genesis is None:
        raise UnknownRemoteBlock(remote.url, 0)
    block_hash = _named(remote, at)
    base = None if block_hash is None else remote.block(block_hash)
    if base is None:
        raise UnknownRemoteBlock(remote.url, "" if at is None else at)
    return genesis, base


def _named(remote: Remote, at: int | str | None) -> bytes | None:
    if at is None:
        return remote.finalized()
    if isinstance(at, int):
        return remote.hash_at(at)
    try:
        return from_hex(at)
    except ValueError:
        raise UsageError(f"{at!r} is neither the number nor the hash of a block") from None


def _origin(remote: Remote, genesis: Header, base: Header) -> ForkOrigin:
    proofs = _gives_proofs(remote, base)
    return ForkOrigin(remote.url, base.number, base.hash, genesis.hash, base.state_root, proofs)


def _gives_proofs(remote: Remote, base: Header) -> bool:
    """Whether the remote gives proofs; raises `BadProof` if they are not of the base's state."""
    try:
        proof = remote.proof([CODE], base.ref)
    except ProtocolError:
        return False
    if base.state_root not in map(blake2_256, proof):
        raise BadProof(remote.url, f"its proof is not of the state of block {base.number}")
    return True


def _furnish(store: ForkStore, remote: Remote, fork: Fork) -> ChainSpec:
    """Choose the runtime and prefetch; returns the spec of the fork."""
    at = BlockRef(store.origin.hash, store.origin.number)
    metadata = decode_metadata(remote.metadata(at))
    code = store.get(_base_root(store), CODE)
    facts = remote.facts()
    if fork.remote_runtime and is_compiled(code):
        compiled(facts.name)  # raises if the extra is not installed
        _bring(store, metadata, fork)
        return describe(facts, Profile.SLOW, ())
    from local_node.fork.agreement import marker, nearest  # noqa: PLC0415 - it loads the runtime

    interface, differences = nearest(remote.spec_version(at), metadata)
    if differences:
        raise RuntimeDiffers(store.origin.url, differences, has_own=is_compiled(code))
    spec = describe(facts, interface.profile, interface.features)
    _bring(store, metadata, fork)
    if code != marker(interface):
        _put_code(spec, store, marker(interface))
    return spec


def _bring(store: ForkStore, metadata: Metadata, fork: Fork) -> None:
    what_blocks_read(store, metadata)
    what_is_named(store, metadata, fork.prefetch)


def _put_code(spec: ChainSpec, store: ForkStore, code: bytes) -> None:
    """Write the bundled runtime's marker under `:code`, in a block whose header records it: the
    state of the base stays the remote's."""
    from local_node.runtime.bundled import runtime  # noqa: PLC0415 - it declares the whole chain

    chain = Chain.open(spec, store, runtime=runtime(spec.interface), mode=Manual())
    chain.author_block((), only=True, patch={CODE: code})


def _base_root(store: Store) -> bytes:
    root = store.state_root(store.head)
    assert root is not None, "its state was just put there"
    return root


# An existing fork


def _noted(path: Path) -> ForkOrigin | None:
    """The origin in the file; None if the file holds an incomplete fork."""
    with _peeking(path) as store:
        note, begun, is_empty = store.note(notes.FORK), store.note(_BEGUN), store.is_empty
    if note is not None:
        return ForkOrigin.decode(note)
    if begun is None and not is_empty:
        raise ChainFileError(
            str(path),
            "holds a chain that is not a fork",
            hint="Choose another file with --chain-file, or replace it by the fork with --fresh.",
        )
    return None


@contextmanager
def _peeking(path: Path) -> Iterator[Store]:
    store = Store(path)
    try:
        yield store
    finally:
        store.close()


def _go_on(path: Path, found: ForkOrigin, fork: Fork) -> None:
    """The file must be a fork of the requested block; its endpoint may change."""
    _expect(path, found, fork)
    url = endpoint_of(fork.url)
    if url == found.url and not fork.prefetch:
        return
    remote = Remote(url, found.genesis, proxy=fork.proxy)
    with closing(ForkStore(path, found._replace(url=url), remote)) as store:
        if url != found.url:
            if remote.hash_at(found.number) != found.hash:
                raise _other(path, found)
            store.set_notes({notes.FORK: store.origin.encode()})
        if fork.prefetch:
            at = BlockRef(found.hash, found.number)
            what_is_named(store, decode_metadata(remote.metadata(at)), fork.prefetch)


def _expect(path: Path, found: ForkOrigin, fork: Fork) -> None:
    wanted = fork.at
    if wanted is None or wanted == found.number:
        return
    if isinstance(wanted, str) and wanted.lower().removeprefix("0x") == found.hash.hex():
        return
    raise _other(path, found)


def _other(path: Path, found: ForkOrigin) -> ChainFileError:
    return ChainFileError(
        str(path),
        f"holds a fork of block {found.number} (0x{found.hash.hex()}) of {found.url}, "
        "not of the requested block",
        hint="Choose another file with --chain-file, or start again with --fresh.",
    )
