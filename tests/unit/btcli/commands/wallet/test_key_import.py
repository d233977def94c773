"""Secrets of any form, typed or in a file."""

from __future__ import annotations

import pytest

from btsdk.keys import Keypair
from btsdk.wallet.keystore import seal_keystore
from tests.cli.running import Cli
from tests.unit.btcli.samples import ALICE

IMPORT = ("wallet", "import", "-w", "a", "--no-use-password", "--json")
WORDS = "legal winner thank year wave sausage worth useful legal winner thank yellow"


def test_the_key_file_of_another_wallet(alice: Cli) -> None:
    file = str(alice.wallets / "alice" / "coldkey")
    data = alice.inside(*IMPORT, "--file", file).data()
    assert (data["form"], data["keys"][0]["ss58"]) == ("key file", ALICE)


def test_a_keystore_asks_for_its_password(cli: Cli) -> None:
    key = Keypair.from_mnemonic(WORDS)
    (cli.home / "keystore").write_text(seal_keystore(key, "secret"))
    words = ("--file", str(cli.home / "keystore"))
    assert cli.inside(*IMPORT, *words, stdin="wrong\n").error()["code"] == "wrong_password"
    done = cli.inside(*IMPORT, *words, stdin="secret\n")
    assert (done.data()["form"], done.data()["keys"][0]["ss58"]) == ("keystore", key.ss58_address)
    assert "Found: keystore of" in done.err


@pytest.mark.parametrize("words", [("--file", WORDS), (WORDS,), tuple(WORDS.split())])
def test_a_misplaced_secret_is_not_repeated(cli: Cli, words: tuple[str, ...]) -> None:
    done = cli.inside(*IMPORT, *words)
    assert done.exit_code == 2
    assert "sausage" not in done.out + done.err


@pytest.mark.parametrize("stdin", ["", "\n", "bottom drive\n", "0x11\n"])
def test_no_secret(cli: Cli, stdin: str) -> None:
    assert cli.inside(*IMPORT, stdin=stdin).exit_code in (2, 4)
    assert not (cli.wallets / "a" / "coldkey").exists()
