"""`axon set`."""

from __future__ import annotations

from btsdk.keys import Keypair
from tests.cli.running import Cli
from tests.unit.btcli.commands.owned import NETUID, YES

HOT = Keypair.from_uri("//Alice//hot").ss58_address


def test_an_endpoint_is_published(owner: Cli) -> None:
    words = ("axon", "set", *NETUID, "--ip", "203.0.113.7", "--port", "8091", *YES)
    assert owner.inside(*words, "--dry-run").data()["axon"] is None
    data = owner.inside(*words, "--ip-type", "4").data()
    assert data["hotkey"] == HOT == data["preview"]["signer"]
    assert (data["axon"]["ip"], data["axon"]["port"]) == ("203.0.113.7", 8091)
    error = owner.inside(*words).error()
    assert error["code"] == "SubtensorModule.ServingRateLimitExceeded"


def test_refusals(owner: Cli) -> None:
    words = ("axon", "set", "--netuid", "1", "--port", "8091", "-w", "bob", "-y", "--json", "--ip")
    error = owner.inside(*words, "203.0.113.7").error()
    assert error["code"] == "SubtensorModule.HotKeyNotRegisteredInNetwork"
    assert "IPv4 or IPv6" in owner.inside(*words, "example.com").error()["message"]
    assert owner.inside(*words, "::5", "--ip-type", "4").error()["hint"] == "Omit --ip-type."
    assert owner.inside("axon", "set", *NETUID, *YES).error()["hint"] == (
        "Use --ip ADDRESS and --port N."
    )
