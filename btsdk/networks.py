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

    Endpoints are tried in order. Without endpoints it is the local chain. Reads of
    pruned states go to the `archive` endpoints.
    """

    name: str
    endpoints: tuple[str, ...] = ()
    genesis: str | None = None
    archive: tuple[str, ...] = ()

    @property
    def in_process(self) -> bool:
        """Whether the chain is opened from its file."""
        return not self.endpoints


_FINNEY_ARCHIVE = "wss://archive.chain.opentensor.ai:443"

NETWORKS = {
    "local": Network("local"),
    "finney": Network(
        "finney",
        ("wss://entrypoint-finney.opentensor.ai:443", _FINNEY_ARCHIVE),
        FINNEY_GENESIS,
        (_FINNEY_ARCHIVE,),
    ),
    "test": Network("test", ("wss://test.finney.opentensor.ai:443",), TEST_GENESIS),
    "archive": Network("archive", (_FINNEY_ARCHIVE,), FINNEY_GENESIS),
}


def named(genesis: str) -> str | None:
    """The name of the network with this genesis hash; None if it is not known."""
    return next((one.name for one in NETWORKS.values() if one.genesis == genesis), None)


def resolve(
    network: str, fallbacks: Sequence[str] = (), archive: Sequence[str] | None = None
) -> Network:
    """The network of a name or of a `ws://` or `wss://` endpoint, with further endpoints.

    `archive` replaces its archive endpoints; None keeps those that are known.

    Raises `UsageError` for anything else.
    """
    found = NETWORKS.get(network)
    if found is None:
        _check(network)
        found = Network(network, (network,))
    for endpoint in (*_listed(fallbacks, "fallbacks"), *_listed(archive or (), "archive")):
        _check(endpoint)
    if (fallbacks or archive) and found.in_process:
        raise UsageError(f"{network!r} is the local chain file: it has no other endpoints")
    endpoints = tuple(dict.fromkeys((*found.endpoints, *fallbacks)))
    kept = found.archive if archive is None else tuple(archive)
    return replace(found, endpoints=endpoints, archive=kept)


def _listed(endpoints: Sequence[str], name: str) -> Sequence[str]:
    """A list of endpoints; one text would be taken for a list of its letters."""
    if isinstance(endpoints, str):
        raise UsageError(f"{name} is a list of endpoints, not one text", hint=f"[{endpoints!r}]")
    return endpoints


def _check(endpoint: str) -> None:
    if not endpoint.startswith(("ws://", "wss://")):
        names = ", ".join(NETWORKS)
        raise UsageError(
            f"{endpoint!r} is not a network",
            hint=f"Use one of {names}, or an endpoint such as ws://127.0.0.1:9944.",
        )
