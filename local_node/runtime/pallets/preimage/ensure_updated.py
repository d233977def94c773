"""`Preimage.ensure_updated`: give tickets to entries from before tickets."""

from __future__ import annotations

from chain_spec.pallets import preimage as declared
from local_node.runtime.frame import Context, Origin, PostDispatch, ensure, ensure_signed
from local_node.runtime.pallets.preimage import store

MOST = 1024


def ensure_updated(ctx: Context, origin: Origin, hashes: list[bytes]) -> PostDispatch:
    """Free if at least nine in ten needed the update."""
    ensure_signed(origin)
    ensure(hashes, declared.errors.TooFew)
    ensure(len(hashes) <= MOST, declared.errors.TooMany)
    updated = sum(store.update(ctx, key) for key in hashes)
    return PostDispatch(pays=updated * 10 < len(hashes) * 9)
