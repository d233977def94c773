"""The upgrade of a chain whose last block was made by an older release's runtime.

The value under `:code` names the bundled runtime by the hash of its metadata. If a file's head
names another, the upgrade is put on the chain like any runtime upgrade: a block after which `:code`
is the new one, and in which the runtime's migrations run if its spec version has changed. The
header records it like any patch. This release must be able to read every key and value of the
state; otherwise the file is refused and left untouched.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from btsdk.errors import ChainFileError, ScaleError
from btsdk.well_known_keys import CODE
from chain_spec.identity import CODE_MARK, code_marker
from local_node.chain.block import Block, BlockRef
from local_node.chain.patch import patch_of

if TYPE_CHECKING:
    from chain_spec.chains import ChainSpec
    from chain_spec.runtime import Interface
    from local_node.chain.chain import Chain

_PREFIX_BYTES: Final = 32
_KEEPING: Final = frozenset({"Blake2_128Concat", "Twox64Concat", "Identity"})
"""The hashers that keep the whole key."""


def follow(chain: Chain, spec: ChainSpec, path: Path | None) -> BlockRef | None:
    """Put the upgrade on the chain if it is due; returns its block, or None.

    Raises `ChainFileError` if this release cannot read the state. Code that a developer wrote
    there, which is not a marker of a bundled runtime, is left alone.
    """
    if not is_due(chain, spec):
        return None
    if chain.store.origin is not None:
        raise ChainFileError(
            str(path or "the chain in memory"),
            "is a fork made by another release of btsdk, and not all of its state to see "
            "whether this one can read it",
            hint="Open it with the release that made it, or fork again with --fresh.",
        )
    problem = next(_unreadable(chain, spec.interface), None)
    if problem is not None:
        raise ChainFileError(
            str(path or "the chain in memory"),
            f"was made by another release of btsdk, whose state this one cannot read: {problem}",
            hint="Open it with the release that made it, choose another file with --chain-file, "
            "or start again with `btcli node reset`.",
        )
    return chain.author_block((), only=True, patch={CODE: code_marker(spec.profile, spec.features)})


def is_due(chain: Chain, spec: ChainSpec) -> bool:
    """Whether the best state names a bundled runtime other than this release's."""
    found = chain.state().get(CODE)
    ours = found is not None and found.startswith(CODE_MARK)
    return ours and found != code_marker(spec.profile, spec.features)


def is_upgrade(block: Block) -> bool:
    """Whether a block replaces the previous runtime by another release's."""
    patch = patch_of(block.header)
    code = None if patch is None else patch.changes.get(CODE)
    return code is not None and code.startswith(CODE_MARK)


def _unreadable(chain: Chain, interface: Interface) -> Iterator[str]:
    """The parts of the best state that the declared storage does not fit, in words."""
    from chain_spec.metadata import metadata  # noqa: PLC0415 - slow, and hardly ever wanted

    items = {
        item.prefix: (f"{pallet.name}.{item.name}", item)
        for pallet in metadata(interface).pallets.values()
        for item in pallet.storage.values()
    }
    for key, value in chain.state().items():
        name, item = items.get(key[:_PREFIX_BYTES], ("", None))
        if item is None:
            continue  # of a removed pallet, or of none: it is never read
        try:
            if _KEEPING.issuperset(item.hashers):
                item.decode_key(key)
            item.decode(value)
        except ScaleError as error:
            yield f"{name} (key 0x{key.hex()[:80]}): {error}"
