"""New values of hyperparameters as people type them."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from btcli.commands.sudo.new_value import chosen, text_of, value_of
from btsdk import Client
from btsdk.errors import UsageError
from btsdk.keys import Keypair
from btsdk.reads.hyperparameter_table import parameter
from tests.cli.running import Cli
from tests.unit.btcli.samples import context


@pytest.mark.parametrize(
    ("name", "typed", "normalized", "value"),
    [
        ("tempo", "360", False, "360"),
        ("kappa", "0.5", False, "50%"),
        ("kappa", "1.0", False, "100%"),
        ("kappa", "1", False, "1"),
        ("kappa", "1", True, "100%"),
        ("kappa", "12.5%", True, "12.5%"),
        ("alpha_values", "0.7, 0.9", False, "70%,90%"),
        ("alpha_values", "45000,50000", False, "45000,50000"),
        ("yuma3_enabled", "1", False, "on"),
        ("yuma3_enabled", "false", False, "false"),
        ("min_burn", "0.5", False, "0.5"),
    ],
)
def test_values(tmp_path: Path, name: str, typed: str, normalized: bool, value: str) -> None:
    found = value_of(context(tmp_path), parameter(name), typed, normalized=normalized)
    assert found == value


def test_a_fraction_above_one(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"from 0 to 1, not 1\.5"):
        value_of(context(tmp_path), parameter("kappa"), "1.5", normalized=False)


def test_a_hotkey_by_its_name(owner: Cli) -> None:
    run = context(owner.wallets, wallet_name="alice")
    found = value_of(run, parameter("subnet_owner_hotkey"), "default", normalized=False)
    assert found == Keypair.from_uri("//Alice//hot").ss58_address


def test_what_is_missing_is_asked_for(
    owner: Cli, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run = context(owner.wallets)
    with Client("local", chain_file=owner.chain_file) as client:
        view = client.head()
        monkeypatch.setattr(sys, "stdin", io.StringIO("rho\n12\n"))
        one = chosen(run, view, 2, None)
        assert (one.name, text_of(run, view, 2, one, None)) == ("rho", "12")
    shown = capsys.readouterr().err
    assert "yuma3_enabled" in shown
    assert "New value (number; 0 to 65,535; " in shown


def test_where_nobody_answers_the_option_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    missing = UsageError("no take given", hint="Use --take 18%.")
    for run in (context(tmp_path), context(tmp_path, as_json=True)):
        with pytest.raises(UsageError, match="no take given"):
            run.answer("New take: ", missing)
