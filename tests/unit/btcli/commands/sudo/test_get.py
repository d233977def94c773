"""`sudo get`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.owned import NETUID


def test_values_ranges_and_who_sets_them(owner: Cli) -> None:
    data = owner.inside("sudo", "get", *NETUID, "--json").data()
    found = {one["name"]: one for one in data["hyperparameters"]}
    assert data["frozen_until"] is None
    assert found["tempo"]["unit"] == "blocks"
    assert (found["tempo"]["least"], found["tempo"]["most"]) == (360, 50_400)
    assert found["tempo"]["set_by"] == "owner or root"
    assert (found["kappa"]["value"], found["kappa"]["set_by"]) == (32_767, "root")
    assert found["yuma_version"]["call"] is None
    assert found["max_burn"]["least"] == "0.100000001"
    assert found["activity_cutoff_factor"]["call"] == "SubtensorModule.set_activity_cutoff_factor"


def test_one_by_any_of_its_names(owner: Cli) -> None:
    shown = owner.inside("hparams", "get", *NETUID, "--param", "max_uids").out
    assert "max_allowed_uids of subnet 2" in shown
    done = owner.inside("sudo", "get", *NETUID, "--param", "temp", "--json")
    assert "tempo" in done.error()["hint"]


def test_no_such_subnet(owner: Cli) -> None:
    assert owner.inside("sudo", "get", "--netuid", "9", "--json").error()["code"] == (
        "subnet_not_found"
    )
