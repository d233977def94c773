"""`btcli config add-proxy`, as older versions have it."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.samples import ALICE, BOB

ADD = ("config", "add-proxy", "--name", "staker", "--address", BOB)


def test_a_proxy_is_saved_with_what_is_known_of_it(cli: Cli) -> None:
    words = ("--proxy-type", "Staking", "--delegator", ALICE, "--delay", "3", "--note", "n")
    proxy = cli.inside(*ADD, *words, "--json").data()["address"]["proxy"]
    assert (proxy["proxy_type"], proxy["spawner"], proxy["delay"]) == ("Staking", ALICE, 3)
    (listed,) = cli.inside("addr", "list", "--json").data()["addresses"]
    assert (listed["name"], listed["ss58"], listed["note"]) == ("staker", BOB, "n")


def test_what_is_refused(alice: Cli) -> None:
    for words in (("--proxy-type", "Every"), ("--spawner", "5F")):
        assert alice.inside(*ADD, *words, "--json").exit_code == 2
    clash = ("config", "add-proxy", "--name", "alice", "--address", BOB, "--json")
    assert "the name of a wallet" in alice.inside(*clash).error()["message"]
