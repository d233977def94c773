"""What is wrong with key files, without a password; nothing is changed."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from btsdk.wallet.checking import (
    Finding,
    Problem,
    check_key,
    check_modes,
    check_wallet,
    check_wallets,
)
from btsdk.wallet.journal import JOURNAL
from tests.unit.btsdk.wallet.samples import ALICE, BOB, PASSWORD, cheap_wallet, files_in


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A wallet `w` with an encrypted coldkey and a plain hotkey `h`."""
    wallet = cheap_wallet(tmp_path / "wallets")
    wallet.regenerate_coldkey(ALICE, PASSWORD)
    wallet.regenerate_hotkey(BOB)
    return tmp_path / "wallets"


def found(folder: Path) -> list[tuple[Problem, str]]:
    return [(one.problem, str(one.path.relative_to(folder))) for one in check_wallets(folder)]


def remedy(finding: Finding) -> None:
    assert finding.remedy is not None
    subprocess.run(finding.remedy, shell=True, check=True)


def test_a_wallet_as_it_is_made_has_nothing_wrong(folder: Path, tmp_path: Path) -> None:
    assert check_wallets(folder) == []
    assert check_wallets(tmp_path / "nowhere") == []
    assert check_wallet(cheap_wallet(folder, "nobody")) == []


@pytest.mark.parametrize(
    ("name", "mode", "problem", "words"),
    [
        ("w/coldkey", 0o644, Problem.OPEN_FILE, "read this file"),
        ("w/hotkeys/h", 0o620, Problem.OPEN_FILE, "write this file"),
        ("w/coldkeypub.txt", 0o602, Problem.OPEN_FILE, "write this file"),
        ("w", 0o755, Problem.OPEN_FOLDER, "look into this directory"),
        ("w/hotkeys", 0o730, Problem.OPEN_FOLDER, "write to this directory"),
        (".", 0o777, Problem.OPEN_FOLDER, "the directory of the wallets"),
    ],
)
def test_what_other_users_may_do_is_ended_by_the_remedy(
    folder: Path, name: str, mode: int, problem: Problem, words: str
) -> None:
    (folder / name).chmod(mode)
    (one,) = check_wallets(folder)
    assert (one.problem, one.path) == (problem, folder / name)
    assert words in one.message
    assert "Fix it with: chmod " in str(one)
    remedy(one)
    assert check_wallets(folder) == []


def test_a_public_file_may_be_read_by_all(folder: Path) -> None:
    (folder / "w" / "coldkeypub.txt").chmod(0o644)
    folder.chmod(0o755)
    assert check_wallets(folder) == []


def test_what_a_killed_command_left(folder: Path) -> None:
    left = folder / "w" / ".coldkey.0123456789abcdef.tmp"
    left.write_bytes(b"secret")
    left.chmod(0o600)
    (one,) = check_wallets(folder)
    assert (one.problem, one.path) == (Problem.LEFTOVER, left)
    remedy(one)
    (folder / "w" / JOURNAL).write_text(json.dumps([]))
    assert found(folder) == [(Problem.INTERRUPTED, f"w/{JOURNAL}")]


def test_the_public_file_of_an_encrypted_key_is_needed(folder: Path) -> None:
    wallet = cheap_wallet(folder)
    wallet.hotkey.public.unlink()
    assert check_key(wallet.hotkey) == []
    wallet.coldkey.public.unlink()
    (one,) = check_key(wallet.coldkey)
    assert one.problem is Problem.PUBLIC_MISSING
    assert "regen-coldkeypub" in str(one.remedy)


def test_the_public_file_of_another_key(folder: Path) -> None:
    wallet = cheap_wallet(folder)
    wallet.regenerate_hotkeypub(ALICE.public, overwrite=True)
    (one,) = check_key(wallet.hotkey)
    assert one.problem is Problem.PUBLIC_DIFFERS
    assert ALICE.ss58_address in one.message
    assert BOB.ss58_address in one.message
    assert "--overwrite" in str(one.remedy)


@pytest.mark.parametrize("name", ["coldkeypub.txt", "hotkeys/h"])
def test_a_damaged_file_has_no_remedy(folder: Path, name: str) -> None:
    before = (folder / "w" / name).read_bytes()
    (folder / "w" / name).write_bytes(b"{")
    (one,) = check_wallets(folder)
    assert (one.problem, one.remedy) == (Problem.UNREADABLE, None)
    assert "Fix it" not in str(one)
    (folder / "w" / name).write_bytes(before)
    assert check_wallets(folder) == []


def test_before_a_key_is_used_only_modes_are_checked(folder: Path) -> None:
    wallet = cheap_wallet(folder)
    wallet.hotkey.public.write_bytes(b"{")
    assert check_modes(wallet.hotkey) == []
    (folder / "w").chmod(0o755)
    assert check_modes(wallet.hotkey) == []
    (folder / "w").chmod(0o770)
    assert [one.problem for one in check_modes(wallet.hotkey)] == [Problem.OPEN_FOLDER]


def test_nothing_is_changed(folder: Path) -> None:
    (folder / "w" / "hotkeys" / "h").chmod(0o644)
    (folder / "w" / JOURNAL).write_text("[]")
    before = files_in(folder)
    assert len(check_wallets(folder)) == 2
    assert files_in(folder) == before
