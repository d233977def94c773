"""`btcli config update-proxy`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.samples import ALICE, BOB

UPDATE = ("config", "update-proxy", "--name", "staker", "--json")


def test_only_what_is_given_changes(cli: Cli) -> None:
    cli.inside("config", "add-proxy", "--name", "staker", "--address", BOB, "--spawner", ALICE)
    cli.inside(*UPDATE, "--proxy-type", "Transfer", "--delay", "5").data()
    cli.inside(*UPDATE, "--note", "later").data()
    (found,) = cli.inside("config", "proxies", "--json").data()["addresses"]
    assert (found["ss58"], found["note"]) == (BOB, "later")
    assert found["proxy"]["spawner"] == ALICE
    assert (found["proxy"]["proxy_type"], found["proxy"]["delay"]) == ("Transfer", 5)
    assert cli.inside(*UPDATE, "--address", ALICE).data()["address"]["ss58"] == ALICE


def test_what_is_refused(cli: Cli) -> None:
    assert cli.inside(*UPDATE).error()["code"] == "usage_error"  # there is none
    cli.inside("config", "add-proxy", "--name", "staker", "--address", BOB)
    assert cli.inside(*UPDATE, "--proxy-type", "Every").exit_code == 2
    assert cli.inside(*UPDATE, "--address", "5F").exit_code == 2
