"""The chain spec of a fork, kept in its file: the remote's name and properties, and no genesis.

Blocks are made on demand. A heartbeat would keep sending requests to the remote.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from chain_spec import chains
from chain_spec.chains import ChainSpec
from chain_spec.features import Feature
from chain_spec.profile import Profile
from local_node.fork.remote import Facts


def describe(facts: Facts, profile: Profile, features: Iterable[Feature]) -> ChainSpec:
    """The spec of a fork; `profile` and `features` are those of the bundled runtime, if it runs."""
    text = json.dumps(
        {
            "name": f"{facts.name} (fork)",
            "id": chains.FORK,
            "chainType": "Development",
            "properties": facts.properties,
            "genesis": {"runtimeGenesis": {"config": {}}},
            "btsdk": {
                "chain": chains.FORK,
                "profile": profile.value,
                "features": sorted(feature.value for feature in features),
                "blocks": {"mode": "on-demand"},
            },
        }
    )
    return chains.parse(text, chains.FORK)
