"""`sudo set`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.owned import NETUID, YES


def set_to(owner: Cli, name: str, value: str) -> object:
    words = ("--param", name, "--value", value)
    return owner.inside("sudo", "set", *NETUID, *words, *YES).data()["value"]


def test_values_in_their_units(owner: Cli) -> None:
    assert set_to(owner, "rho", "12") == 12
    assert set_to(owner, "max_burn", "5") == "5.000000000"
    assert set_to(owner, "bonds_penalty", "0.5") == 32_768
    assert set_to(owner, "yuma3", "0") is False


def test_what_root_sets_goes_through_sudo(owner: Cli) -> None:
    words = ("--param", "kappa", "--value", "60%", *YES)
    data = owner.inside("su", "set", *NETUID, *words).data()
    assert data["preview"]["call"].startswith("Sudo.sudo(")
    assert data["value"] == 39_321


def test_refusals_come_before_signing(owner: Cli) -> None:
    words = ("sudo", "set", *NETUID, "--param", "min_burn", "--value")
    error = owner.inside(*words, "5", *YES).error()
    assert error["code"] == "AdminUtils.ValueNotInBounds"
    assert "extrinsic_hash" not in error
    foreign = owner.inside(*words, "0.1", "-w", "bob", "-y", "--json").error()
    assert foreign["code"] == "BadOrigin"


def test_what_is_missing_is_named(owner: Cli) -> None:
    error = owner.inside("sudo", "set", *NETUID, *YES).error()
    assert "--param" in error["hint"]
    error = owner.inside("sudo", "set", *NETUID, "--param", "tempo", *YES).error()
    assert error["hint"] == "Use --value (blocks)."
