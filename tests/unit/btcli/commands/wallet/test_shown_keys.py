"""The keys of a wallet in full."""

from __future__ import annotations

import pytest

from btcli.commands.wallet.shown_keys import key_facts, of_wallet
from btsdk.keys import Keypair
from btsdk.wallet import Wallet, list_wallets
from btsdk.wallet.encryption import TESTING
from btsdk.wallet.passwords import Given
from tests.cli.running import Cli
from tests.unit.btcli.samples import ALICE, BOB


def states(cli: Cli) -> dict[str, str]:
    wallet = Wallet("alice", path=cli.wallets)
    (entry,) = list_wallets(cli.wallets)
    return {key["name"]: dict(key_facts(key).rows)["state"] for key in of_wallet(wallet, entry)}


def test_plain_encrypted_and_watched_keys(alice: Cli) -> None:
    sealed = Wallet("alice", "sealed", alice.wallets, kdf=TESTING)
    sealed.regenerate_hotkey(Keypair.generate(), Given("a password"))
    Wallet("alice", "watched", alice.wallets).regenerate_hotkeypub(Keypair.from_uri("//Bob").public)
    assert states(alice) == {
        "coldkey": "unencrypted",
        "default": "unencrypted",
        "sealed": "encrypted (testing)",
        "watched": "watch only: the private key is not here",
    }


@pytest.mark.parametrize(
    ("content", "state"),
    [
        (b"$ANSIBLE_VAULT;1.1;AES256\n00", "encrypted (ansible, an older format"),
        (b"gAAAAABk", "encrypted (fernet, an older format"),
        (b"{", "it is neither JSON nor an address"),
    ],
)
def test_older_formats_and_damaged_files(alice: Cli, content: bytes, state: str) -> None:
    folder = alice.wallets / "alice"
    (folder / "coldkey").write_bytes(content)
    if content == b"{":
        (folder / "coldkeypub.txt").unlink()
    assert states(alice)["coldkey"].startswith(state)


def test_what_a_key_holds(alice: Cli) -> None:
    (entry,) = list_wallets(alice.wallets)
    coldkey, hotkey = of_wallet(Wallet("alice", path=alice.wallets), entry)
    assert (coldkey["ss58"], coldkey["crypto"]) == (ALICE, "sr25519")
    assert coldkey["public_key"] == "0x" + Keypair.from_uri("//Alice").public_key.hex()
    assert hotkey["file"] == str(alice.wallets / "alice" / "hotkeys" / "default")
    assert hotkey["ss58"] not in (ALICE, BOB)
