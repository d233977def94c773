"""What is completed after an option; the shells' own side is in `tests/cli/test_help.py`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from btcli import completion
from btcli.accounts import address_book
from btcli.accounts.address_book import SavedAddress, SignerSet
from btcli.app import load
from btcli.catalogue import find_group
from btsdk.networks import NETWORKS
from tests.cli.running import Cli
from tests.unit.btcli.samples import BOB


@pytest.fixture(autouse=True)
def home(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("BTSDK_WALLET_NAME", "BTSDK_HOTKEY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("BTSDK_CONFIG_FILE", str(cli.home / "config.json"))
    monkeypatch.setenv("BTSDK_WALLET_PATH", str(cli.wallets))


def completed(command: str, option: str, begun: str = "", **given: Any) -> list[str]:
    """What the parameter of a command completes to, beside the values that were given."""
    group_name, _, verb = command.rpartition(" ")
    group = find_group(group_name)
    assert group is not None
    loaded: Any = load(group, verb)
    completion.attach(loaded.params)
    context = loaded.context_class(loaded, info_name=verb)
    context.params = given
    (param,) = (one for one in loaded.params if option in one.opts)
    return [item.value for item in param.shell_complete(context, begun)]


def test_wallets_are_folders(alice: Cli) -> None:
    (alice.wallets / "bob").mkdir()
    (alice.wallets / "notes.txt").write_text("x")
    assert completed("wallet balance", "--wallet-name") == ["alice", "bob"]
    for command, option in (
        ("wallet balance", "--ss58"),
        ("wallet transfer", "--destination"),
        ("wallet transfer", "--proxy"),
        ("wallet swap-coldkey", "--new-coldkey"),
        ("wallet encrypt", "--to"),
    ):
        assert completed(command, option, "a") == ["alice"]


def test_saved_addresses_are_completed_like_wallets(alice: Cli) -> None:
    address_book.save(SavedAddress("acme", BOB))
    for command, option in (("wallet balance", "--ss58"), ("wallet transfer", "--destination")):
        assert completed(command, option, "a") == ["acme", "alice"]
    assert completed("wallet balance", "--wallet-name", "a") == ["alice"]


def test_names_of_multisigs_and_of_proxy_types(alice: Cli) -> None:
    signers = SignerSet(2, (BOB, BOB))
    address_book.save(SavedAddress("team", BOB, "", None, signers))
    address_book.save(SavedAddress("acme", BOB))
    assert completed("wallet transfer", "--multisig") == ["team"]
    assert completed("addr remove", "saved") == ["acme", "team"]
    assert completed("multisig save", "--signatories", "alice,a") == ["alice,acme", "alice,alice"]
    assert completed("proxy add", "--proxy-type", "St") == ["Staking"]


def test_hotkeys_are_those_of_the_wallet_that_was_typed(alice: Cli) -> None:
    folder = alice.wallets / "alice" / "hotkeys"
    assert (folder / "defaultpub.txt").exists()
    (folder / ".lock").touch()
    (folder / "second").touch()
    for option in ("--hotkey", "--include-hotkeys", "--exclude-hotkeys"):
        found = completed("stake add", option, wallet_name="alice")
        assert found == ["default", "second"]
    assert completed("wallet swap-hotkey", "new_hotkey", "s", wallet_name="alice") == ["second"]
    assert completed("stake add", "--hotkey", wallet_name="bob") == []
    assert completed("stake child set", "-c", "second,d", wallet_name="alice") == ["second,default"]


def test_the_last_name_of_a_list_is_completed(alice: Cli) -> None:
    found = completed("stake add", "--include-hotkeys", "x,y,de", wallet_name="alice")
    assert found == ["x,y,default"]


def test_another_folder_of_wallets(alice: Cli, tmp_path: Path) -> None:
    (tmp_path / "other" / "carol").mkdir(parents=True)
    found = completed("wallet balance", "--wallet-name", wallet_path=str(tmp_path / "other"))
    assert found == ["carol"]


def test_networks_and_chains() -> None:
    assert completed("wallet balance", "--network") == sorted(NETWORKS)
    assert completed("node start", "--fork", "fin") == ["finney"]
    assert completed("node start", "--chain") == ["dev", "fast", "local"]


def test_an_error_completes_nothing(cli: Cli) -> None:
    assert completed("wallet balance", "--wallet-name", wallet_path="/nowhere") == []
    (cli.home / "config.json").write_text("{")
    assert completed("stake add", "--hotkey") == []


def test_other_options_have_no_completion(alice: Cli) -> None:
    assert completed("stake add", "--netuid") == []
