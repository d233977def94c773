"""Key files: made once, never overwritten unasked, and no secret where it was not asked for."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from btsdk.keys import Keypair
from btsdk.wallet import Wallet, encryption
from btsdk.wallet.keystore import seal_keystore
from btsdk.wallet.passwords import Given
from tests.cli.running import Cli

MNEMONIC = "bottom drive obey lake curtain smoke basket hold race lonely fit walk"


ADDRESS = "5DfhGyQdFobKM8NsWvEeAKk5EQQgYe9AydgJ7rMB6E1EqRzV"


def files(cli: Cli) -> dict[str, bytes]:
    return {
        str(path.relative_to(cli.wallets)): path.read_bytes()
        for path in sorted(cli.wallets.rglob("*"))
        if path.is_file()
    }


def encrypted(cli: Cli, name: str, password: str) -> Wallet:
    """A wallet whose encryption costs nothing."""
    wallet = Wallet(name, path=cli.wallets, kdf=encryption.TESTING)
    wallet.regenerate_coldkey(Keypair.from_mnemonic(MNEMONIC), Given(password))
    return wallet


def test_create_makes_what_is_missing_and_nothing_else(cli: Cli) -> None:
    first = cli.inside("wallet", "create", "--no-use-password", "--json").data()["keys"]
    assert [(key["kind"], key["created"]) for key in first] == [("coldkey", True), ("hotkey", True)]
    before = files(cli)
    again = cli.inside("wallet", "create", "--no-use-password", "--json").data()["keys"]
    assert [key["created"] for key in again] == [False, False]
    more = cli.inside("wallet", "create", "-H", "second", "--no-use-password", "--json").data()
    assert [key["created"] for key in more["keys"]] == [False, True]
    assert {name: files(cli)[name] for name in before} == before


def test_the_mnemonic_is_said_once_and_not_in_the_result(cli: Cli) -> None:
    done = cli.inside("wallet", "new-coldkey", "--no-use-password", "--json")
    mnemonic = Wallet(path=cli.wallets).unlock_coldkey().reveal().mnemonic
    assert mnemonic is not None
    assert mnemonic in done.err
    assert "If you lose the words and the file" in done.err
    assert mnemonic not in done.out
    assert "mnemonic" not in done.data()["keys"][0]


def test_the_mnemonic_is_in_the_result_where_asked(cli: Cli) -> None:
    done = cli.inside("wallet", "new-hotkey", "--reveal-mnemonic", "--json", "--n-words", "24")
    mnemonic = done.data()["keys"][0]["mnemonic"]
    assert len(mnemonic.split()) == 24
    assert mnemonic not in done.err


def test_an_existing_key_is_refused_without_overwrite(cli: Cli) -> None:
    cli.inside("wallet", "new-coldkey", "--no-use-password")
    before = files(cli)
    for words in (["new-coldkey"], ["regen-coldkey", "--mnemonic", MNEMONIC]):
        done = cli.inside("wallet", *words, "--no-use-password", "--no-prompt", "--json")
        assert done.exit_code == 4
        assert done.error()["code"] == "key_file_exists"
    assert files(cli) == before


def test_overwriting_takes_the_typed_name(cli: Cli) -> None:
    words = ("wallet", "new-coldkey", "--no-use-password", "-w", "mine")
    cli.inside(*words)
    before = files(cli)
    wrong = cli.inside(*words, "--overwrite", stdin="yes\n")
    assert wrong.exit_code == 1
    assert files(cli) == before
    silent = cli.inside(*words, "--overwrite", stdin="")
    assert silent.exit_code == 2
    assert files(cli) == before
    assert cli.inside(*words, "--overwrite", "--json").error()["code"] == "needs_confirmation"
    assert cli.inside(*words, "--overwrite", "--no", "--no-prompt").exit_code == 1
    assert files(cli) == before
    assert cli.inside(*words, "--overwrite", stdin="mine\n").exit_code == 0
    assert files(cli) != before


def test_a_coldkey_without_a_password_must_be_asked_for(cli: Cli) -> None:
    done = cli.inside("wallet", "new-coldkey", "--json")
    assert done.exit_code == 4
    assert "--no-use-password" in done.error()["hint"]
    assert not cli.wallets.exists()


def test_restored_from_standard_input(cli: Cli) -> None:
    done = cli.inside(
        "wallet", "regen-coldkey", "--no-use-password", "--json", stdin=MNEMONIC + "\n"
    )
    assert done.data()["keys"][0]["ss58"] == ADDRESS
    assert "bottom" not in done.out + done.err


def test_restored_from_seed_and_keystore(cli: Cli) -> None:
    keypair = Keypair.from_mnemonic(MNEMONIC)
    file = cli.home / "key.json"
    file.write_text(seal_keystore(keypair, "secret"))
    seed = keypair.reveal().seed
    assert seed is not None
    by_seed = cli.inside(
        "wallet", "regen-coldkey", "-w", "a", "--seed", seed.hex(), "--no-use-password", "--json"
    )
    assert by_seed.data()["keys"][0]["ss58"] == ADDRESS
    assert "shell's history" in by_seed.err
    words = ("wallet", "regen-hotkey", "-w", "b", "--json", str(file), "--json-output")
    assert cli.inside(*words, stdin="secret\n").data()["keys"][0]["ss58"] == ADDRESS
    wrong = cli.inside(*words, "-H", "other", stdin="wrong\n")
    assert (wrong.exit_code, wrong.error()["code"]) == (4, "wrong_password")


PRIVATE = Keypair.from_mnemonic(MNEMONIC).reveal().private_key.hex()


SEED = (Keypair.from_mnemonic(MNEMONIC).reveal().seed or b"").hex()


@pytest.mark.parametrize(
    "typed",
    [
        PRIVATE,
        "0x" + PRIVATE,
        "0X" + PRIVATE.upper(),
        f"  0x{PRIVATE[:64]} {PRIVATE[64:]} ",
        f"'{PRIVATE}'\r",
        SEED,
        f"0x{SEED}",
        MNEMONIC.upper(),
    ],
)
def test_a_secret_is_taken_in_whichever_form_it_is_typed(cli: Cli, typed: str) -> None:
    for option in ("--seed", "--private-key", "--mnemonic"):
        words = ("wallet", "regen-hotkey", "-H", option[2:], option, typed, "--json")
        assert cli.inside(*words).data()["keys"][0]["ss58"] == ADDRESS
    words = ("wallet", "regen-coldkey", "--no-use-password", "--json")
    done = cli.inside(*words, stdin=typed + "\n")
    assert done.data()["keys"][0]["ss58"] == ADDRESS
    assert PRIVATE[:8] not in done.out + done.err
    assert Wallet(path=cli.wallets).unlock_coldkey().sign(b"x")


@pytest.mark.parametrize(
    "typed", ["", "0x", PRIVATE[:-2], PRIVATE + "00", "0x" + "f" * 128, "0xzz", "unword " * 12]
)
def test_what_is_no_secret(cli: Cli, typed: str) -> None:
    done = cli.inside("wallet", "regen-coldkey", "--no-use-password", "--json", stdin=typed + "\n")
    assert (done.exit_code, done.error()["code"]) == (2, "secret_error")
    assert len(typed) < 4 or typed not in done.out + done.err
    assert not cli.wallets.exists()


@pytest.mark.parametrize("count", [12, 15, 24])
def test_words_are_numbered_in_a_grid_and_confirmed_on_a_terminal(cli: Cli, count: int) -> None:
    words = ("wallet", "new-coldkey", "--no-use-password", "--n-words", str(count))
    with cli.terminal(*words, COLUMNS="80") as terminal:
        terminal.until("written them down? [y/N] ")
        assert not (cli.wallets / "default" / "coldkey").exists()
        terminal.press("y\n")
        code, shown = terminal.end()
    assert code == 0
    mnemonic = str(Wallet(path=cli.wallets).unlock_coldkey().reveal().mnemonic).split()
    assert len(mnemonic) == count
    for number, word in enumerate(mnemonic, 1):
        assert f"{number:>2}. {word}" in shown
    # A path is never broken, so that it can be copied.
    assert [line for line in shown.splitlines() if len(line) > 80 and "/" not in line] == []


def test_words_that_are_not_written_down_make_no_key(cli: Cli) -> None:
    with cli.terminal("wallet", "create", "--no-use-password") as terminal:
        terminal.until("written them down? [y/N] ")
        terminal.press("n\n")
        code, shown = terminal.end()
    assert code == 1
    assert "nothing was done" in shown
    assert not cli.wallets.exists() or list(cli.wallets.rglob("*")) == []
    with cli.terminal("wallet", "create", "--no-use-password", "-y") as terminal:
        code, shown = terminal.end()
    assert code == 0
    assert "written them down" not in shown


def test_a_lost_public_file_is_written_from_the_private_key(cli: Cli) -> None:
    wallet = encrypted(cli, "default", "correct horse")
    public = wallet.coldkey.public
    whole = public.read_bytes()
    public.unlink()
    words = ("wallet", "regen-coldkeypub", "--json")
    locked = cli.inside(*words)
    assert (locked.exit_code, locked.error()["code"]) == (4, "wrong_password")
    file = cli.home / "password"
    file.write_text("correct horse\n")
    opened = (*words, "--password-file", str(file))
    other = cli.inside(*opened, "--ss58", Keypair.from_uri("//Bob").ss58_address)
    assert other.exit_code == 2
    assert ADDRESS in other.error()["message"]
    assert not public.exists()
    assert cli.inside(*opened).data()["keys"][0]["ss58"] == ADDRESS
    assert public.read_bytes() == whole
    assert cli.inside(*opened, "--ss58", ADDRESS).data()["keys"][0]["file"] == str(public)
    public.write_text("{")
    damaged = cli.inside(*opened)
    assert (damaged.exit_code, damaged.error()["code"]) == (4, "key_file_exists")
    assert "--overwrite" in damaged.error()["hint"]
    assert cli.inside(*opened, "--overwrite").exit_code == 0
    assert public.read_bytes() == whole


def test_changing_the_password_of_a_key_without_its_public_file(cli: Cli) -> None:
    wallet = encrypted(cli, "default", "correct horse")
    wallet.coldkey.public.unlink()
    file = cli.home / "password"
    file.write_text("correct horse\n")
    words = ("wallet", "change-password", "--remove-password", "-y", "--json")
    changed = cli.inside(*words, "--password-file", str(file)).data()["keys"]
    assert changed[0]["ss58"] == ADDRESS
    assert Wallet(path=cli.wallets).coldkeypub.ss58_address == ADDRESS
    wallet.regenerate_coldkeypub(Keypair.from_uri("//Bob").public, overwrite=True)
    before = files(cli)
    refused = cli.inside(*words)
    assert (refused.exit_code, refused.error()["code"]) == (4, "key_file_corrupt")
    assert "--overwrite" in refused.error()["hint"]
    assert files(cli) == before


def test_public_files_alone(cli: Cli) -> None:
    made = cli.inside("wallet", "regen-coldkeypub", "--ss58", ADDRESS, "--json").data()["keys"]
    assert made[0]["ss58"] == ADDRESS
    cli.inside("wallet", "regen-hotkeypub", "--public-key-hex", "0x" + "11" * 32, "--json").data()
    listed = cli.inside("wallet", "list", "--json").data()["wallets"][0]
    assert listed["coldkey"]["private"] is False
    assert [hotkey["private"] for hotkey in listed["hotkeys"]] == [False]
    both = cli.inside("wallet", "regen-coldkeypub", "--json")
    assert both.exit_code == 2


def test_sign_and_verify(cli: Cli) -> None:
    cli.inside("wallet", "regen-coldkey", "--mnemonic", MNEMONIC, "--no-use-password")
    signed = cli.inside("wallet", "sign", "-m", "hello", "--json").data()
    words = ("wallet", "verify", "-s", signed["signature"], "-a", ADDRESS, "--json")
    assert cli.inside(*words, "-m", "hello").data()["valid"] is True
    bad = cli.inside(*words, "-m", "hullo")
    assert (bad.exit_code, bad.error()["code"]) == (1, "bad_signature")


@pytest.mark.parametrize("source", ["file", "descriptor", "environment"])
def test_where_passwords_come_from(cli: Cli, source: str) -> None:
    encrypted(cli, "default", "correct horse")
    words, stdin, variables = ["wallet", "sign", "-m", "x", "--json"], "", {}
    if source == "file":
        file = cli.home / "password"
        file.write_text("correct horse\n")
        words += ["--password-file", str(file)]
    elif source == "descriptor":
        words += ["--password-fd", "0"]
        stdin = "correct horse\n"
    else:
        variables["BTSDK_WALLET_PASSWORD"] = "correct horse"
    assert cli(*words, stdin=stdin, **variables).data()["ss58"] == ADDRESS


def test_a_wrong_or_missing_password_is_four(cli: Cli) -> None:
    encrypted(cli, "default", "correct horse")
    file = cli.home / "password"
    file.write_text("wrong horse\n")
    words = ("wallet", "sign", "-m", "x", "--json")
    for more in (["--password-file", str(file)], []):
        done = cli.inside(*words, *more)
        assert (done.exit_code, done.error()["code"]) == (4, "wrong_password")
        assert "horse" not in done.out + done.err


def test_change_password(cli: Cli) -> None:
    encrypted(cli, "default", "old one")
    old, new = cli.home / "old", cli.home / "new"
    old.write_text("old one\n")
    new.write_text("new one\n")
    words = ("wallet", "change-password", "--password-file", str(old), "--json")
    assert cli.inside(*words).error()["hint"] == "Use --new-password-file."
    assert cli.inside(*words, "--remove-password").error()["code"] == "needs_confirmation"
    changed = cli.inside(*words, "--remove-password", "--no-prompt").data()["keys"]
    assert changed[0]["encrypted"] is False
    assert Wallet(path=cli.wallets).unlock_coldkey().ss58_address == ADDRESS


def test_listing_decrypts_nothing(cli: Cli) -> None:
    encrypted(cli, "locked", "x")
    done = cli.inside("wallet", "list")
    assert f"locked  coldkey  {ADDRESS}  encrypted" in done.out
    assert done.err == ""


def test_a_directory_without_wallets(cli: Cli) -> None:
    assert "No wallets in" in cli.inside("wallet", "list").out


def test_files_are_private(cli: Cli) -> None:
    cli.inside("wallet", "create", "--no-use-password")
    for path in (Path("default/coldkey"), Path("default/hotkeys/default")):
        assert os.stat(cli.wallets / path).st_mode & 0o777 == 0o600


def test_a_wallet_and_a_hotkey_get_other_names(cli: Cli) -> None:
    cli.inside("wallet", "create", "-w", "old", "--no-use-password", "--json").data()
    renamed = cli.inside("wallet", "rename", "-w", "old", "--new-name", "new", "--json").data()
    assert (renamed["from"], renamed["to"]) == ("old", "new")
    words = ("wallet", "rename", "-w", "new", "-H", "default", "--use-hotkey", "--new-name", "hot")
    assert cli.inside(*words, "--json").data()["to"] == "new/hot"
    (wallet,) = cli.inside("wallet", "list", "--json").data()["wallets"]
    assert (wallet["name"], [key["name"] for key in wallet["hotkeys"]]) == ("new", ["hot"])
    again = cli.inside("wallet", "rename", "-w", "new", "--new-name", "new", "--json")
    assert (again.exit_code, again.error()["code"]) == (4, "key_file_exists")


def test_check_tells_what_is_wrong_and_how_to_mend_it(cli: Cli) -> None:
    cli.inside("wallet", "regen-coldkey", "--mnemonic", MNEMONIC, "--no-use-password")
    assert cli.inside("wallet", "check", "--json").data()["findings"] == []
    coldkey = cli.wallets / "default" / "coldkey"
    coldkey.chmod(0o644)
    (cli.wallets / "default" / "coldkeypub.txt").write_text("{")
    done = cli.inside("wallet", "check", "--json")
    assert (done.exit_code, done.json()["error"]["code"]) == (1, "problems_found")
    found = {one["problem"]: one for one in done.json()["data"]["findings"]}
    assert set(found) == {"open_file", "unreadable"}
    subprocess.run(found["open_file"]["remedy"], shell=True, check=True)
    assert coldkey.stat().st_mode & 0o777 == 0o600
    assert "open_file" not in cli.inside("wallet", "check", "--json").out
    assert cli.inside("wallet", "check", "-w", "nobody").exit_code == 4
