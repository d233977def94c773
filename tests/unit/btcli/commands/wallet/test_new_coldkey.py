"""`btcli wallet new-coldkey`."""

from __future__ import annotations

from btsdk.keys import Keypair
from tests.cli.running import Cli

NEW = ("wallet", "new-coldkey", "-w", "a", "--no-use-password", "--json-output")


def test_one_key_is_made_in_files_of_its_own(cli: Cli) -> None:
    (made,) = cli.inside(*NEW, "--reveal-mnemonic").data()["keys"]
    file = cli.wallets.joinpath("a", "coldkey")
    assert (made["kind"], made["file"], made["created"]) == ("coldkey", str(file), True)
    assert made["encrypted"] is False
    assert file.stat().st_mode & 0o777 == 0o600
    assert Keypair.from_mnemonic(made["mnemonic"]).ss58_address == made["ss58"]
    names = {path.name for path in (cli.wallets / "a").rglob("*") if path.is_file()}
    assert names == {file.name, cli.wallets.joinpath("a", "coldkeypub.txt").name}


def test_one_that_is_there_stays(cli: Cli) -> None:
    cli.inside(*NEW, "--reveal-mnemonic").data()
    before = cli.wallets.joinpath("a", "coldkey").read_bytes()
    done = cli.inside(*NEW, "--reveal-mnemonic")
    assert (done.exit_code, done.error()["code"]) == (4, "key_file_exists")
    assert cli.wallets.joinpath("a", "coldkey").read_bytes() == before
