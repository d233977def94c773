"""A remote that is asked."""

from __future__ import annotations

from local_node.chain.chain import Chain
from local_node.state.origin import ForkOrigin


def origin_of(chain: Chain, url: str) -> ForkOrigin:
    best = chain.best
    return ForkOrigin(url, best.number, best.hash, chain.genesis_hash, chain.state().root, True)
