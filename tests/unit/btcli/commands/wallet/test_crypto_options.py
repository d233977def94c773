"""The type of a key that is created or restored."""

from __future__ import annotations

import pytest

from btcli.commands.wallet.crypto_options import keypair_type
from btsdk.errors import UsageError
from btsdk.keys import Keypair
from btsdk.wallet import Wallet
from tests.cli.running import Cli

NEW = ("wallet", "new-hotkey", "-w", "a", "--json-output", "--reveal-mnemonic")
SEED = "0x" + "17" * 16 + "29" * 16


@pytest.mark.parametrize(("kind", "crypto"), [("sr25519", "sr25519"), ("0", "ed25519")])
def test_a_new_key_has_the_type(cli: Cli, kind: str, crypto: str) -> None:
    (made,) = cli.inside(*NEW, "--crypto-type", kind).data()["keys"]
    assert made["crypto"] == crypto
    wallet = Wallet("a", path=cli.wallets)
    assert wallet.hotkeypub.crypto == wallet.hotkey_signer().crypto == crypto
    assert wallet.hotkeypub.ss58_address == made["ss58"]


def test_create_has_a_type_for_each_key(cli: Cli) -> None:
    words = ("--no-use-password", "--uri", f"{SEED}//a", "--json")
    made = cli.inside("wallet", "create", "-w", "a", "--hotkey-crypto-type", "ed25519", *words)
    assert [key["crypto"] for key in made.data()["keys"]] == ["sr25519", "ed25519"]
    again = cli.inside("wallet", "create", "-w", "a", *words).data()["keys"]
    assert [(key["crypto"], key["created"]) for key in again] == [
        ("sr25519", False),
        ("ed25519", False),
    ]


@pytest.mark.parametrize("verb", ["regen-hotkey", "import"])
def test_a_restored_key_has_the_type(cli: Cli, verb: str) -> None:
    more = ("--use-hotkey",) if verb == "import" else ()
    words = ("wallet", verb, "-w", "a", *more, "--crypto-type", "ed25519", "--json")
    (made,) = cli.inside(*words, stdin=f"{SEED}\n").data()["keys"]
    assert made["ss58"] == Keypair.from_seed(SEED, crypto="ed25519").ss58_address


def test_a_watched_key_has_the_type(cli: Cli) -> None:
    key = Keypair.from_seed(SEED, crypto="ed25519")
    words = ("--ss58", key.ss58_address, "--crypto-type", "ed25519", "--json")
    (made,) = cli.inside("wallet", "regen-coldkeypub", "-w", "a", *words).data()["keys"]
    assert made["crypto"] == "ed25519"
    assert Wallet("a", path=cli.wallets).coldkeypub == key.public


@pytest.mark.parametrize("kind", ["ecdsa", "2"])
def test_another_type_is_refused_and_no_key_is_made(cli: Cli, kind: str) -> None:
    error = cli.inside(*NEW, "--crypto-type", kind).error()
    assert error["code"] == "usage_error"
    assert "sr25519 and ed25519 keys" in error["message"]
    assert not cli.wallets.exists()
    with pytest.raises(UsageError, match="unknown key type"):
        keypair_type("rsa")


def test_an_ed25519_coldkey_signs_a_transfer(world: Cli) -> None:
    wallet = Wallet("edward", path=world.wallets)
    wallet.regenerate_coldkey(Keypair.from_uri("//Dave", crypto="ed25519"), None)
    try:
        words = ("-y", "--json")
        send = ("wallet", "transfer", "-w", "bob", "-d", "edward", "--amount", "5", *words)
        world.inside(*send).data()
        back = ("wallet", "transfer", "-w", "edward", "-d", "bob", "--amount", "1", *words)
        receipt = world.inside(*back).data()["receipt"]
        assert "System.ExtrinsicSuccess" in receipt["events"]
    finally:
        wallet.remove("edward")
