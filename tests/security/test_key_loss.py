"""Keys are never lost: every call fails once, and the process is killed before every call.

Each command runs as often as it makes calls that change files or streams (`failing`). Afterwards:

- a key is on disk only if its words were written to the stream as a whole;
- a private file and the public file beside it are of one key, the old one or the new one;
- a run that failed has left nothing, one that was killed leaves what the next run cleans up;
- the same command does its work when it is run again.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from btsdk.keys import Keypair
from btsdk.wallet import Wallet, check_wallets, encryption, keyfile
from btsdk.wallet.journal import JOURNAL
from btsdk.wallet.passwords import Given
from tests.security.failing import PASSWORD, Mode, Order, Outcome, outcomes

pytestmark = pytest.mark.slow

OLD = Keypair.from_uri("//old")
HOT = Keypair.from_uri("//hot")


def _none(wallets: Path) -> None:
    """No wallet at all."""


def _old(wallets: Path) -> None:
    wallet = _wallet(wallets)
    wallet.regenerate_coldkey(OLD, Given(PASSWORD))
    wallet.regenerate_hotkey(HOT)


def _old_without_public(wallets: Path) -> None:
    _old(wallets)
    _wallet(wallets).coldkey.public.unlink()


def _wallet(wallets: Path, name: str = "default", hotkey: str = "default") -> Wallet:
    return Wallet(name, hotkey, wallets, kdf=encryption.TESTING)


@dataclass(frozen=True)
class Case:
    """A command, what it begins with, and how to see what it did.

    `state` gives the addresses of the keys that are there, by raw file.
    """

    words: str
    begin: Callable[[Path], None]
    again: int = 0
    """The exit code of the same command after it has done its work."""


CASES = {
    "create": Case("wallet create --json", _none),
    "reveal": Case("wallet create --json --reveal-mnemonic", _none),
    "overwrite": Case("wallet new-coldkey --overwrite -y", _old),
    "regenerate": Case("wallet regen-hotkey --seed " + "22" * 32 + " --overwrite -y", _old),
    "rename hotkey": Case("wallet rename --use-hotkey --new-name new", _old, again=4),
    "rename wallet": Case("wallet rename --new-name new", _old, again=4),
    "public": Case("wallet regen-coldkeypub", _old_without_public),
    "remove password": Case("wallet change-password --remove-password -y", _old),
    "remove": Case("wallet remove -w default -y", _old, again=4),
    "remove hotkey": Case("wallet remove -w default -H default --use-hotkey -y", _old, again=4),
}


ALWAYS: tuple[Mode, ...] = ("fail", "kill")
RUNS: list[tuple[str, Mode]] = [
    *((name, mode) for name in CASES for mode in ALWAYS),
    *((name, "fail on") for name in ("create", "reveal", "overwrite", "rename hotkey")),
    *((name, "half") for name in ("create", "reveal")),
]


@pytest.mark.parametrize(("name", "mode"), RUNS)
def test_no_step_loses_a_key(tmp_path: Path, name: str, mode: Mode) -> None:
    case = CASES[name]
    template = tmp_path / "template"
    template.mkdir(mode=0o700)
    case.begin(template)
    before = _keys(template)
    runs = outcomes(Order(str(tmp_path / "runs"), str(template), case.words.split(), mode))
    assert len(runs) > 1
    assert runs[-1].untouched
    assert runs[-1].exit_code == 0, runs[-1]
    after = _keys(Path(runs[-1].wallets))
    for run in runs:
        _check(case, run, before, after)
    shutil.rmtree(tmp_path / "runs")


def _check(case: Case, run: Outcome, before: dict[str, str], after: dict[str, str]) -> None:
    wallets, settled = Path(run.wallets), Path(run.settled)
    told = (run, _files(wallets), _files(settled))
    _check_words(run, before)
    _check_pairs(wallets)
    if run.exit_code == 0:
        assert _keys(wallets).keys() == after.keys(), told
    elif run.exit_code > 0 and "remove" not in case.words:
        _check_failure(run, before, told)
    # What is left over is found, and cleaned by the next command, which does its work.
    assert run.again in (0, case.again), told
    assert _keys(settled).keys() == after.keys(), told
    assert [str(found) for found in check_wallets(settled)] == [], told
    assert not [name for name in _files(settled) if "/." in name], told
    _check_pairs(settled)


def _check_failure(run: Outcome, before: dict[str, str], told: object) -> None:
    """After a failure everything is as it was, or the message says what is left."""
    wallets = Path(run.wallets)
    # A journal holds names only: one that could not be deleted is no secret that was left.
    hidden = [name for name in _files(wallets) if "/." in name and JOURNAL not in name]
    said = run.out + run.err
    begun = "a change was started and could not be completed" in said
    result_lost = _keys(wallets) != before and not hidden
    if begun:
        assert any(name.endswith(JOURNAL) for name in _files(wallets)), told
    elif "The keys were created" in said:
        assert _keys(wallets) != before, told
    elif hidden:
        assert "A temporary file is left" in said, told
        assert _keys(wallets) == before, told
    elif result_lost:
        # Done, and only what was said afterwards failed: that must not call itself unchanged.
        assert "Nothing was changed" not in said, told
        assert "No key was created" not in said, told
    else:
        assert _keys(wallets) == before, told


def _check_words(run: Outcome, before: dict[str, str]) -> None:
    """The words of every new key on disk are on the stream, whole, and on one stream alone."""
    stream, other = (run.out, run.err) if '"mnemonic"' in run.out else (run.err, run.out)
    for name, address in _keys(Path(run.wallets)).items():
        mnemonic = _mnemonic(Path(run.wallets) / name)
        if address in before.values() or mnemonic is None:
            continue
        assert mnemonic in stream, (name, run)
        assert mnemonic not in other, (name, run)


def _check_pairs(wallets: Path) -> None:
    """As any other tool sees it: no public file beside a private one of another key."""
    for name in _keys(wallets):
        public = wallets / f"{name}pub.txt"
        if public.exists():
            shown = keyfile.load_public(public.read_bytes(), str(public))
            assert shown.ss58_address == _keys(wallets)[name]


def _keys(wallets: Path) -> dict[str, str]:
    """The private files, and the address of each."""
    return {
        name: _opened(wallets / name).ss58_address
        for name in _files(wallets)
        if not name.endswith("pub.txt") and "/." not in name
    }


def _opened(path: Path) -> Keypair:
    data = path.read_bytes()
    if encryption.encryption_of(data) is not None:
        data = encryption.decrypt(data, PASSWORD, str(path))
    return keyfile.load_keypair(data, str(path))


def _mnemonic(path: Path) -> str | None:
    return _opened(path).reveal().mnemonic


def _files(wallets: Path) -> list[str]:
    return sorted(
        str(path.relative_to(wallets)) for path in wallets.rglob("*") if not path.is_dir()
    )


def test_the_harness_counts_what_matters(tmp_path: Path) -> None:
    """A check of the check: the words, every file and the journal are among the steps."""
    words = ["wallet", "create", "--json"]
    template = tmp_path / "template"
    template.mkdir(mode=0o700)
    runs = outcomes(Order(str(tmp_path / "runs"), str(template), words, "kill"))
    calls = [run.call for run in runs]
    assert calls.count("link") == 4
    assert {"mkdir", "open", "write", "fsync", "replace", "unlink"} <= set(calls)
    assert any(run.err and _files(Path(run.wallets)) != [] for run in runs)
    shown = [bool(re.search(r"1\. [a-z]+ ", run.err)) for run in runs]
    assert shown == sorted(shown)
    document = json.loads(runs[-1].out)
    assert document["success"] is True
