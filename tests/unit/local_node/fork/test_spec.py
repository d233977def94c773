"""The chain of a remote as the spec of its fork."""

from __future__ import annotations

from chain_spec.features import Feature
from chain_spec.profile import Profile
from local_node import LocalChain
from local_node.fork.remote import Remote
from local_node.fork.spec import describe


def test_it_is_called_a_fork_and_has_no_heartbeat(remote: LocalChain) -> None:
    asked = Remote(remote.serve(), remote.chain.genesis_hash)
    spec = describe(asked.facts(), Profile.FAST, [Feature.FAUCET])
    asked.close()
    assert spec.name.endswith("(fork)")
    assert spec.blocks.heartbeat is None
    assert Feature.FAUCET in spec.interface.features
