"""What the commands of `wallet` ask on a terminal, and Ctrl-C at each question."""

from __future__ import annotations

from pathlib import Path

import pytest

from btsdk.keys import Keypair
from btsdk.wallet import Wallet
from tests.cli.running import Cli

pytestmark = pytest.mark.slow

SEED = "0x" + "17" * 16 + "29" * 16
SECRET = "Secret of the coldkey, in any form: "
INTERRUPT = "\x03"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Cli:
    """Alice with two hotkeys; the default one is registered."""
    cli = Cli(Path(tmp_path_factory.mktemp("prompts")))
    Wallet("alice", path=cli.wallets).regenerate_coldkey(Keypair.from_uri("//Alice"), None)
    for name in ("default", "second"):
        hotkey = Wallet("alice", name, cli.wallets)
        hotkey.regenerate_hotkey(Keypair.from_uri(f"//Alice//{name}"))
    cli.inside("subnets", "register", "-w", "alice", "--netuid", "1", "-y", "--json").data()
    return cli


def test_a_secret_is_not_echoed(home: Cli) -> None:
    with home.terminal("wallet", "import", "-w", "typed", "--no-use-password") as terminal:
        terminal.until(SECRET)
        terminal.press(f"{SEED}\n")
        code, text = terminal.end()
    assert (code, SEED in text) == (0, False)
    assert "Found: seed of" in text
    assert Wallet("typed", path=home.wallets).unlock_coldkey() == Keypair.from_seed(SEED)


def test_the_fields_of_an_identity_are_asked_for(home: Cli) -> None:
    with home.terminal("wallet", "set-identity", "-w", "alice") as terminal:
        for question, answer in (
            ("Name []: ", "Alice"),
            ("Web page []: ", "https://alice.example"),
            ("Repository []: ", ""),
            ("Image []: ", ""),
            ("Discord []: ", ""),
            ("Description []: ", ""),
            ("Additional []: ", ""),
            ("Sign and submit? [y/N] ", "y"),
        ):
            terminal.until(question)
            terminal.press(f"{answer}\n")
        code, text = terminal.end()
    assert code == 0, text
    identity = home.inside("wallet", "get-identity", "-w", "alice", "--json").data()["identity"]
    assert (identity["name"], identity["url"]) == ("Alice", "https://alice.example")


@pytest.mark.parametrize(
    ("words", "question"),
    [
        (("import", "-w", "none"), SECRET),
        (("set-identity",), "Name ["),
        (("swap-hotkey",), "Name or address of the new hotkey: "),
        (("swap-coldkey",), "Action (announce, execute, dispute, clear, check): "),
        (("swap-coldkey", "announce"), "Wallet name or address of the new coldkey: "),
        (("encrypt", "-m", "hello"), "Recipient: an address or a wallet name: "),
        (("encrypt",), "New password for "),
        (("remove",), "Type 'alice' to confirm: "),
    ],
)
def test_ctrl_c_leaves_everything_as_it_was(
    home: Cli, words: tuple[str, ...], question: str
) -> None:
    before = sorted(home.wallets.rglob("*"))
    chosen = words if "-w" in words else (*words, "-w", "alice")
    with home.terminal("wallet", *chosen) as terminal:
        terminal.until(question)
        terminal.press(INTERRUPT)
        code, text = terminal.end()
    assert (code, "Error: interrupted" in text) == (130, True)
    assert sorted(home.wallets.rglob("*")) == before
    assert not Wallet("alice", path=home.wallets).coldkey.encrypted
