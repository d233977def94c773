"""Names of networks, and what is not one."""

from __future__ import annotations

import pytest

from btsdk.errors import UsageError
from btsdk.networks import FINNEY_GENESIS, NETWORKS, TEST_GENESIS, named, resolve


def test_known_networks_are_known_by_their_genesis() -> None:
    assert resolve("finney").genesis == resolve("archive").genesis == FINNEY_GENESIS
    assert resolve("test").genesis not in (None, FINNEY_GENESIS)
    for network in NETWORKS.values():
        assert all(endpoint.startswith("wss://") for endpoint in network.endpoints)


def test_a_chain_has_the_name_of_its_network() -> None:
    assert named(FINNEY_GENESIS) == "finney"
    assert named(TEST_GENESIS) == "test"
    assert named("0x" + "00" * 32) is None
    assert named("") is None


def test_local_is_a_file_and_no_port() -> None:
    assert resolve("local").in_process
    assert resolve("local").endpoints == ()
    with pytest.raises(UsageError, match="no other endpoints"):
        resolve("local", ["ws://127.0.0.1:9944"])


def test_an_endpoint_is_a_network_of_its_own() -> None:
    network = resolve("ws://127.0.0.1:9944", ["wss://other:443"])
    assert network.endpoints == ("ws://127.0.0.1:9944", "wss://other:443")
    assert network.genesis is None


@pytest.mark.parametrize("name", ["finey", "", "http://x", "127.0.0.1:9944"])
def test_anything_else_is_refused_with_the_list(name: str) -> None:
    with pytest.raises(UsageError) as raised:
        resolve(name)
    assert "finney" in (raised.value.hint or "")
