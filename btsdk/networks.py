"""Networks: their names, endpoints and genesis hashes.

`local` is the local chain's file: no port is guessed, so a foreign node on port 9944 is never used
by mistake.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from btsdk.errors import UsageError

FINNEY_GENESIS = "0x2f0555cc76fc2840a25a6ea3b9637146806f1f44b090c175ffde2a7e5ab36c03"
TEST_GENESIS = "0x8f9cf856bf558a14440e75569c9e58594757048d7b3a84b5d25f6bd978263105"


@dataclass(frozen=True)
class Network:
    """A network by name; `genesis` is None if any chain may answer.

    Endpoints are tried in order. Without endpoints it is the local chain.
    """

    name: str
    endpoints: tuple[str, ...] = ()
    genesis: str | None = None

    @property
    def in_process(self) -> bool:
        """Whether the chain is opened from its file."""
        return not self.endpoints


NETWORKS = {
    "local": Network("local"),
    "finney": Network("finney", ("wss://entrypoint-finney.opentensor.ai:443",), FINNEY_GENESIS),
    "test": Network("test", ("wss://test.finney.opentensor.ai:443",), TEST_GENESIS),
    "archive": Network("archive", ("wss://archive.chain.opentensor.ai:443",), FINNEY_GENESIS),
}


def named(genesis: str) -> str | None:
    """The name of the network with this genesis hash; None if it is not known."""
    return next((one.name for one in NETWORKS.values() if one.genesis == genesis), None)


def resolve(network: str, fallbacks: Sequence[str] = ()) -> Network:
    """The network of a name or of a `ws://` or `wss://` endpoint, with further endpoints.

    Raises `UsageError` for anything else.
    """
    found = NETWORKS.get(network)
    if found is None:
        _check(network)
        found = Network(network, (network,))
    for endpoint in fallbacks:
        _check(endpoint)
    if fallbacks and found.in_process:
        raise UsageError(f"{network!r} is the local chain file: it has no other endpoints")
    return replace(found, endpoints=(*found.endpoints, *fallbacks))


def _check(endpoint: str) -> None:
    if not endpoint.startswith(("ws://", "wss://")):
        names = ", ".join(NETWORKS)
        raise UsageError(
            f"{endpoint!r} is not a network",
            hint=f"Use one of {names}, or an endpoint such as ws://127.0.0.1:9944.",
        )
