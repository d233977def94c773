"""`sudo set`."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from btsdk import Client
from btsdk.calls import admin_utils
from btsdk.keys import Keypair
from btsdk.ops import Sudo
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
    error = owner.inside("sudo", "set", *NETUID, "--name", "tempo", "-y", "--json").error()
    assert error["hint"] == "Use --param tempo: --name is the wallet."
    error = owner.inside("sudo", "set", *NETUID, "--param", "tempo", *YES).error()
    assert error["hint"] == "Use --value (blocks)."


ALICE = Keypair.from_uri("//Alice")
RateLimit = admin_utils.SudoSetOwnerHparamRateLimit


def as_root(owner: Cli, call: admin_utils.SudoSetAdminFreezeWindow | RateLimit) -> None:
    with Client("local", chain_file=owner.chain_file) as client:
        client.execute(Sudo(call), ALICE)


@pytest.fixture
def limited(owner: Cli) -> Iterator[Cli]:
    """Owners may change each hyperparameter once in two tempos."""
    as_root(owner, RateLimit(epochs=2))
    yield owner
    as_root(owner, RateLimit(epochs=0))


@pytest.fixture
def frozen(owner: Cli) -> Iterator[Cli]:
    """The freeze window is longer than the tempo."""
    as_root(owner, admin_utils.SudoSetAdminFreezeWindow(window=50))
    yield owner
    as_root(owner, admin_utils.SudoSetAdminFreezeWindow(window=1))


def test_the_rate_limit_is_told_before_signing(limited: Cli) -> None:
    words = ("sudo", "set", *NETUID, "--param", "immunity_period", "--value")
    data = limited.inside(*words, "4000", *YES).data()
    assert data["preview"]["effects"][1] == "its next change is possible 20 blocks later"
    error = limited.inside(*words, "4001", *YES).error()
    assert error["code"] == "SubtensorModule.TxRateLimitExceeded"
    assert "it can be changed again in block" in error["message"]
    assert "extrinsic_hash" not in error


def test_the_freeze_window_is_told_before_signing(frozen: Cli) -> None:
    done = frozen.inside("sudo", "set", *NETUID, "--param", "rho", "--value", "9", *YES)
    assert done.error()["code"] == "SubtensorModule.AdminActionProhibitedDuringWeightsWindow"
    assert "The freeze window is longer than the tempo" in done.err
    words = ("sudo", "set", *NETUID, "--param", "subnet_owner_hotkey", "--value", "default")
    assert "freeze window" not in frozen.inside(*words, "--dry-run", *YES).err


@pytest.mark.slow
def test_on_a_terminal_what_is_missing_is_asked_for(owner: Cli) -> None:
    with owner.terminal("sudo", "set", *NETUID, "-w", "alice") as terminal:
        terminal.until("Hyperparameter:")
        terminal.press("rho\n")
        terminal.until("New value (number; 0 to 65,535;")
        terminal.press("14\n")
        terminal.until("Sign and submit? [y/N]")
        terminal.press("y\n")
        exit_code, shown = terminal.end()
    assert exit_code == 0, shown
    assert "rho of subnet 2 is 14." in shown


@pytest.mark.slow
@pytest.mark.parametrize(
    ("given", "question"),
    [((), "Hyperparameter:"), (("--param", "rho"), "New value (")],
)
def test_an_interruption_changes_nothing(owner: Cli, given: tuple[str, ...], question: str) -> None:
    with owner.terminal("sudo", "set", *NETUID, *given, "-w", "alice") as terminal:
        terminal.until(question)
        terminal.press("\x03")
        exit_code, shown = terminal.end()
    assert exit_code == 130
    assert "Sign and submit?" not in shown
