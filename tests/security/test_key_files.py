"""Hostile files under the names of keys, modes that let others in, and secrets on wrong streams."""

from __future__ import annotations

import errno
import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from btsdk.keys import Keypair
from btsdk.keys.uri import DEV_PHRASE
from btsdk.wallet import Problem, Wallet, check_wallets, encryption, list_wallets
from btsdk.wallet.keystore import seal_keystore
from btsdk.wallet.passwords import Given
from tests.cli.running import BTCLI, Cli

MNEMONIC = "legal winner thank year wave sausage worth useful legal winner thank yellow"
GOOD = Keypair.from_mnemonic(MNEMONIC)


@pytest.fixture
def cli(tmp_path: Path) -> Cli:
    return Cli(tmp_path)


def _spoil(path: Path, kind: str) -> None:
    if kind == "fifo":
        os.mkfifo(path)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    elif kind == "directory":
        path.mkdir()
    elif kind == "loop":
        path.symlink_to(path)
    elif kind == "dangling":
        path.symlink_to(path.parent / "nowhere")
    elif kind == "sparse":
        with path.open("wb") as file:
            file.truncate(10 << 30)
    elif kind == "nested":
        path.write_text('{"a":' * 100_000)
    elif kind == "nested small":
        path.write_text('{"a":' * 10_000)
    elif kind == "brackets":
        path.write_text('{"publicKey":' + "[" * 60_000)
    else:
        path.write_bytes(b"\xff\x00{")


KINDS = (
    "fifo", "device", "directory", "loop", "dangling", "sparse", "nested", "nested small",
    "brackets", "bytes",
)  # fmt: skip


@pytest.mark.parametrize(
    "name", ["coldkey", "coldkeypub.txt", "hotkeys/default", "hotkeys/defaultpub.txt"]
)
def test_hostile_files_hide_nothing_and_hold_up_nobody(cli: Cli, name: str) -> None:
    for kind in (*KINDS, "good"):
        made = Wallet(kind, path=cli.wallets)
        made.regenerate_coldkey(GOOD, None)
        made.regenerate_hotkey(GOOD)
        if kind != "good":
            (made.folder / name).unlink()
            _spoil(made.folder / name, kind)
    limit = (1 << 30, 1 << 30)
    done = subprocess.run(
        [*BTCLI, "wallet", "list", "--json"],
        capture_output=True,
        text=True,
        timeout=60,
        env=cli.variables,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_DATA, limit),
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = {wallet["name"]: wallet for wallet in json.loads(done.stdout)["data"]["wallets"]}
    assert set(found) == {*KINDS, "good"}
    for kind, wallet in found.items():
        coldkey, (hotkey,) = wallet["coldkey"], wallet["hotkeys"]
        whole = hotkey if name.startswith("coldkey") else coldkey
        assert whole["problem"] is None
        assert whole["ss58"] == GOOD.ss58_address
        assert (f"{cli.wallets / kind / name}: " in done.stderr) == (kind != "good")


@pytest.mark.parametrize("kind", KINDS)
def test_a_hostile_file_cannot_be_unlocked_or_overwritten_by_accident(cli: Cli, kind: str) -> None:
    wallet = Wallet("default", path=cli.wallets)
    wallet.regenerate_coldkey(GOOD, None)
    wallet.coldkey.private.unlink()
    _spoil(wallet.coldkey.private, kind)
    assert cli.inside("wallet", "sign", "-m", "x", "--json").exit_code == 4
    made = cli.inside("wallet", "new-coldkey", "--no-use-password", "--json")
    assert (made.exit_code, made.error()["code"]) == (4, "key_file_exists")
    assert made.err == ""
    removed = cli.inside("wallet", "remove", "-w", "default", "-y")
    assert removed.exit_code == 0
    assert wallet.coldkey.private.is_dir() == (kind == "directory")


@pytest.mark.parametrize("name", ["hotkeys", "."])
def test_a_folder_that_is_something_else(cli: Cli, name: str) -> None:
    Wallet("good", path=cli.wallets).regenerate_coldkey(GOOD, None)
    if name == "hotkeys":
        os.mkfifo(cli.wallets / "good" / "hotkeys")
    else:
        os.mkfifo(cli.wallets / "bad")
        (cli.wallets / "loop").symlink_to(cli.wallets / "loop")
    (listed,) = cli.inside("wallet", "list", "--json").data()["wallets"]
    assert listed["ss58"] == GOOD.ss58_address
    assert cli.inside("wallet", "new-hotkey", "-w", "good", "--json").exit_code == (
        4 if name == "hotkeys" else 0
    )


def test_modes_are_warned_of_with_what_mends_them(cli: Cli) -> None:
    cli.inside("wallet", "create", "--no-use-password")
    folder = cli.wallets / "default"
    assert cli.inside("wallet", "list").err == ""
    for path, mode, mended in (
        (folder / "coldkey", 0o644, "600"),
        (folder / "hotkeys" / "default", 0o620, "600"),
        (folder / "coldkeypub.txt", 0o666, "600"),
        (folder, 0o755, "700"),
        (folder / "hotkeys", 0o777, "700"),
    ):
        before = path.stat().st_mode
        path.chmod(mode)
        told = cli.inside("wallet", "list").err
        assert f"chmod {mended} {path}" in told
        assert len(told.splitlines()) == 1
        subprocess.run(told.split("Fix it with: ")[1], shell=True, check=True)
        assert cli.inside("wallet", "list").err == ""
        assert path.stat().st_mode == before
    (folder / "coldkeypub.txt").chmod(0o644)  # a public file may be read
    assert cli.inside("wallet", "list").err == ""
    cli.wallets.chmod(0o777)
    assert f"chmod go-w {cli.wallets}" in cli.inside("wallet", "list").err


def test_unlocking_warns_where_others_can_reach_the_key(cli: Cli) -> None:
    cli.inside("wallet", "create", "--no-use-password")
    coldkey = cli.wallets / "default" / "coldkey"
    coldkey.chmod(0o640)
    assert f"chmod 600 {coldkey}" in cli.inside("wallet", "sign", "-m", "x", "--json").err
    words = ("wallet", "change-password", "--remove-password", "-y")
    assert f"chmod 600 {coldkey}" in cli.inside(*words).err
    assert coldkey.stat().st_mode & 0o777 == 0o600


def test_leftovers_and_what_disagrees_are_found(tmp_path: Path) -> None:
    wallet = Wallet("w", path=tmp_path, kdf=encryption.TESTING)
    wallet.regenerate_coldkey(GOOD, Given("p"))
    wallet.regenerate_hotkey(GOOD)
    assert check_wallets(tmp_path) == []
    wallet.regenerate_hotkeypub(Keypair.from_uri("//other").public, overwrite=True)
    wallet.coldkey.public.unlink()
    left = wallet.folder / ".coldkey.0123456789abcdef.tmp"
    left.write_bytes(b"secret")
    left.chmod(0o600)
    found = {finding.problem: finding for finding in check_wallets(tmp_path)}
    assert set(found) == {Problem.LEFTOVER, Problem.PUBLIC_MISSING, Problem.PUBLIC_DIFFERS}
    assert found[Problem.LEFTOVER].remedy == f"rm {left}"
    assert "regen-coldkeypub" in str(found[Problem.PUBLIC_MISSING].remedy)
    assert "regen-hotkeypub" in str(found[Problem.PUBLIC_DIFFERS].remedy)
    assert left.exists()


def test_a_wallet_that_may_not_be_entered_hides_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As for a user who is not root; root may enter everything."""
    for name in ("closed", "open"):
        Wallet(name, path=tmp_path).regenerate_coldkey(GOOD, None)
    closed = str(tmp_path / "closed")

    def guarded(call: Callable[..., Any], itself: bool) -> Callable[..., Any]:
        def called(path: Any, *args: Any, **named: Any) -> Any:
            if str(path).startswith(closed + os.sep) or (itself and str(path) == closed):
                raise PermissionError(errno.EACCES, "Permission denied", str(path))
            return call(path, *args, **named)

        return called

    for name in ("stat", "lstat", "open", "listdir"):
        monkeypatch.setattr(os, name, guarded(getattr(os, name), name in ("open", "listdir")))
    entries = {entry.name: entry for entry in list_wallets(tmp_path)}
    assert entries["open"].coldkey.public == GOOD.public
    assert any(f.problem is Problem.UNREADABLE for f in check_wallets(tmp_path))


def test_a_linked_key_file_is_rewritten_at_its_target(cli: Cli) -> None:
    wallet = Wallet(path=cli.wallets)
    wallet.regenerate_coldkey(GOOD, None)
    vault = cli.home / "vault"
    vault.mkdir()
    wallet.coldkey.private.rename(vault / "coldkey")
    wallet.coldkey.private.symlink_to(vault / "coldkey")
    (cli.home / "new").write_text("new one\n")
    words = ("wallet", "change-password", "--remove-password", "-y", "--json")
    assert cli.inside(*words).data()["keys"][0]["ss58"] == GOOD.ss58_address
    assert wallet.coldkey.private.is_symlink()
    assert sorted(path.name for path in vault.iterdir()) == ["coldkey"]
    for new in (["new-coldkey"], ["regen-coldkey", "--mnemonic", DEV_PHRASE]):
        done = cli.inside("wallet", *new, "--no-use-password", "--overwrite", "-y", "--json")
        assert done.exit_code == 4
        assert "symbolic link" in done.error()["message"]
    assert Wallet(path=cli.wallets).unlock_coldkey() == GOOD


# Streams: the words go to one of them, or there is no key.

_SHELL = "{btcli} wallet create --json {options} {streams}"


def _shell(cli: Cli, options: str, streams: str) -> subprocess.CompletedProcess[str]:
    btcli = f"{sys.executable} -m btcli"
    command = _SHELL.format(btcli=btcli, options=options, streams=streams)
    return subprocess.run(
        ["bash", "-c", command],
        capture_output=True,
        text=True,
        timeout=60,
        env={**cli.variables, "PYTHONWARNINGS": "ignore"},
        check=False,
    )


def _words(cli: Cli) -> list[str]:
    wallet = Wallet(path=cli.wallets)
    keys = [key for key in (wallet.coldkey, wallet.hotkey) if key.private.exists()]
    return [str(key.unlock().reveal().mnemonic) for key in keys]


@pytest.mark.parametrize(
    ("options", "streams"),
    [
        ("--no-use-password", "2>&-"),
        ("--no-use-password", "2>/dev/full"),
        ("--no-use-password", "2>&- <&-"),
        ("--no-use-password --reveal-mnemonic", ">&-"),
        ("--no-use-password --reveal-mnemonic", ">/dev/full"),
        ("--no-use-password --reveal-mnemonic", ">&- 2>&- <&-"),
        ("", "2>/dev/null"),
        ("--reveal-mnemonic", ">/dev/null"),
    ],
)
def test_no_key_where_its_words_cannot_be_seen(cli: Cli, options: str, streams: str) -> None:
    done = _shell(cli, options, streams)
    assert done.returncode not in (0, 120), done
    assert not cli.wallets.exists() or list(cli.wallets.rglob("*")) == []
    for shown in (done.stdout, done.stderr):
        assert '"mnemonic"' not in shown
        assert "1. " not in shown


@pytest.mark.parametrize(
    ("options", "streams", "to_stdout"),
    [
        ("--no-use-password", "", False),
        ("--no-use-password --reveal-mnemonic", "", True),
        ("--no-use-password --reveal-mnemonic", "2>&-", True),
        ("--no-use-password", "<&-", False),
    ],
)
def test_the_words_are_on_their_stream_alone(
    cli: Cli, options: str, streams: str, to_stdout: bool
) -> None:
    done = _shell(cli, options, streams)
    assert done.returncode == 0, done
    shown, other = (done.stdout, done.stderr) if to_stdout else (done.stderr, done.stdout)
    assert json.loads(done.stdout)["success"] is True
    assert len(_words(cli)) == 2
    for words in _words(cli):
        assert words in shown
        assert words not in other


def test_what_is_in_the_way_is_told_before_anything_is_made(cli: Cli) -> None:
    hotkeys = cli.wallets / "default" / "hotkeys"
    hotkeys.mkdir(parents=True)
    (hotkeys / "defaultpub.txt").write_text(GOOD.ss58_address)
    done = cli.inside("wallet", "create", "--no-use-password", "--json")
    assert (done.exit_code, done.error()["code"]) == (4, "key_file_exists")
    assert "defaultpub.txt" in done.error()["message"]
    assert done.err == ""
    assert [path.name for path in hotkeys.parent.iterdir()] == ["hotkeys"]


# Secrets that everybody knows, and secrets that everybody can see.


ALICES_SEED = "0xe5be9a5092b81bca64be81d212e7f2f9eba183bb7a90954f7b76361f6edb5c0a"


@pytest.mark.parametrize("words", [("--seed", ALICES_SEED), ("--mnemonic", DEV_PHRASE)])
def test_a_key_that_everybody_has_is_told(cli: Cli, words: tuple[str, ...]) -> None:
    done = cli("wallet", "regen-hotkey", *words, "--json")
    assert "this key is public" in done.err
    own = str(Keypair.generate().reveal().mnemonic)
    done = cli("wallet", "regen-hotkey", "--mnemonic", own, "--overwrite", "-y", "--json")
    assert "everybody" not in done.err


@pytest.mark.parametrize(
    "uri", ["", "//Alice", "//Made", "///password", DEV_PHRASE, "0x" + "11" * 32, ALICES_SEED]
)
def test_a_well_known_uri_takes_a_word(cli: Cli, uri: str) -> None:
    words = ("wallet", "new-hotkey", "--uri", uri, "--json")
    done = cli.inside(*words)
    assert done.exit_code == 2
    assert "--insecure" in done.error()["hint"]
    assert not cli.wallets.exists()
    key = cli.inside(*words, "--insecure").data()["keys"][0]
    assert key["ss58"] == Keypair.from_uri(uri).ss58_address


def test_secrets_on_the_command_line_are_cautioned(cli: Cli) -> None:
    mine = Keypair.generate().reveal().mnemonic
    keystore = cli.home / "key.json"
    keystore.write_text(seal_keystore(GOOD, "secret"))
    for number, (verb, options, told) in enumerate(
        [
            ("regen-hotkey", ["--mnemonic", str(mine)], "--mnemonic"),
            ("regen-hotkey", ["--seed", "12" * 32], "--seed"),
            ("regen-hotkey", ["--private-key", GOOD.reveal().private_key.hex()], "--seed"),
            (
                "regen-hotkey",
                ["--json-file", str(keystore), "--json-password", "secret"],
                "--json-password",
            ),
            ("new-hotkey", ["--uri", f"{mine}//0"], "--uri"),
        ]
    ):
        done = cli.inside("wallet", verb, "-H", str(number), *options)
        assert done.exit_code == 0, done
        assert f"Warning: {told}" in done.err
        assert "shell's history" in done.err
    done = cli.inside("wallet", "new-hotkey", "-H", "dev", "--uri", "//Alice", "--insecure")
    assert done.err == ""


def test_a_keystore_that_is_a_pipe_without_a_writer_holds_up_nobody(cli: Cli) -> None:
    pipe = cli.home / "pipe"
    os.mkfifo(pipe)
    done = cli("wallet", "regen-hotkey", "--json", str(pipe))
    assert done.exit_code == 4
    assert "is not a version 3 keystore" in done.err


def test_no_remedy_changes_a_device(cli: Cli) -> None:
    folder = cli.wallets / "odd"
    folder.mkdir(parents=True, mode=0o700)
    (folder / "coldkey").symlink_to("/dev/zero")
    done = cli("wallet", "check", "-w", "odd", "--json-output")
    found = done.json()["data"]["findings"]
    assert [one["problem"] for one in found if one["path"].endswith("coldkey")] == ["unreadable"]
