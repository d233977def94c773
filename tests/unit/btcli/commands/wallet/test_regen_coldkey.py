"""`btcli wallet regen-coldkey`."""

from __future__ import annotations

import pytest

from btsdk.keys import Keypair
from tests.cli.running import Cli

WORDS = "bottom drive obey lake curtain smoke basket hold race lonely fit walk"
SEED = "0x" + "11" * 32
REGEN = ("wallet", "regen-coldkey", "-w", "a", "--no-use-password", "--json-output")


@pytest.mark.parametrize(("option", "secret"), [("--mnemonic", WORDS), ("--seed", SEED)])
def test_a_secret_restores_the_key(cli: Cli, option: str, secret: str) -> None:
    wanted = Keypair.from_secret(secret).ss58_address
    for words, stdin in (((option, secret), ""), (("--overwrite", "-y"), f"{secret}\n")):
        (made,) = cli.inside(*REGEN, *words, stdin=stdin).data()["keys"]
        assert (made["kind"], made["ss58"]) == ("coldkey", wanted)
        assert "mnemonic" not in made


@pytest.mark.parametrize("secret", ["bottom drive", "0x11", "not a secret at all"])
def test_what_is_no_secret_makes_no_file(cli: Cli, secret: str) -> None:
    done = cli.inside(*REGEN, stdin=f"{secret}\n")
    assert done.exit_code != 0
    assert secret not in done.out + done.err
    assert not cli.wallets.joinpath("a", "coldkey").exists()
