"""Runs a btcli command again and again, and lets one system call after another fail or kill it.

A process of its own, which forks a child for each run, so that nothing is loaded twice and no
thread of pytest is forked. Each run starts from a copy of the same wallets. The calls counted are
those that change files or streams: the Nth of them fails, or is where the process dies.

    python -m tests.security.failing < order.json > outcomes.json
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

ROOT = Path(__file__).parents[2]
Mode = Literal["fail", "fail on", "half", "kill"]
"""One call fails, or it and all later ones; a write stops in its middle; the process is killed."""

PASSWORD = "correct horse"
_COUNTED = (
    "open", "link", "replace", "rename", "unlink", "mkdir", "rmdir", "fsync", "write",
)  # fmt: skip
_MOST = 400


@dataclass(frozen=True)
class Order:
    """What to run: `words` of btcli, on copies of the folder `template`, below `home`."""

    home: str
    template: str
    words: list[str]
    mode: Mode
    code: int = errno.EIO


@dataclass(frozen=True)
class Outcome:
    """How the run ended in which the Nth call failed; a negative exit code is a signal."""

    step: int
    call: str
    exit_code: int
    wallets: str
    """A copy of what it left."""
    out: str
    err: str
    untouched: bool
    """Whether the run ended before an Nth call: it is a run like any other."""
    again: int
    """The exit code of the same command, run again where the first run had ended."""
    settled: str
    """The wallets after that."""


def outcomes(order: Order) -> list[Outcome]:
    """All runs, in a process of their own; the last one is untouched."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.security.failing"],
        input=json.dumps(asdict(order)),
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=500,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [Outcome(**one) for one in json.loads(done.stdout)]


def main() -> None:
    order = Order(**json.load(sys.stdin))
    _load()
    found: list[Outcome] = []
    for step in range(1, _MOST):
        found.append(_run(order, step))
        if found[-1].untouched:
            break
    print(json.dumps([asdict(one) for one in found]))


def _load() -> None:
    """What the command needs, and keys that cost nothing to encrypt."""
    import nacl.pwhash
    import nacl.secret  # noqa: F401

    import btcli.app
    import btcli.commands.wallet.key_creation
    import btcli.commands.wallet.removal  # noqa: F401
    from btsdk.wallet import Wallet, encryption

    defaults: Any = Wallet.__init__.__kwdefaults__
    defaults["kdf"] = encryption.TESTING


def _run(order: Order, step: int) -> Outcome:
    home = Path(order.home) / f"{order.mode} {step}".replace(" ", "-")
    wallets, copy = home / "wallets", home / "copy"
    home.mkdir(parents=True)
    shutil.copytree(order.template, wallets, symlinks=True)
    exit_code = _forked(order, step, home, wallets, "first")
    shutil.copytree(wallets, copy, symlinks=True)
    call = home / "call"
    noted = call.read_text() if call.exists() else None
    return Outcome(
        step=step,
        call=noted or "",
        exit_code=exit_code,
        wallets=str(copy),
        out=(home / "first.out").read_text(),
        err=(home / "first.err").read_text(),
        untouched=noted is None,
        again=_forked(order, 0, home, wallets, "again"),
        settled=str(wallets),
    )


def _forked(order: Order, step: int, home: Path, wallets: Path, name: str) -> int:
    child = os.fork()
    if child == 0:
        _child(order, step, home, wallets, name)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _child(order: Order, step: int, home: Path, wallets: Path, run: str) -> None:
    from btcli.main import main as btcli

    code = 99
    try:
        for descriptor, name in ((1, f"{run}.out"), (2, f"{run}.err")):
            file = os.open(home / name, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
            os.dup2(file, descriptor)
            os.close(file)
        sys.stdout = open(1, "w", closefd=False)  # noqa: SIM115
        sys.stderr = open(2, "w", buffering=1, closefd=False)  # noqa: SIM115
        os.environ.update(
            BTSDK_WALLET_PATH=str(wallets),
            BTSDK_CONFIG_FILE=str(home / "config.json"),
            BTSDK_WALLET_PASSWORD=PASSWORD,
        )
        counter = _Counter(order, step, home / "call")
        for name in _COUNTED if step else ():
            setattr(os, name, counter.around(name, getattr(os, name)))
        code = btcli(order.words)
        sys.stdout.flush()
    finally:
        os._exit(code)


class _Counter:
    def __init__(self, order: Order, step: int, note: Path) -> None:
        self._order = order
        self._step = step
        self._note = note
        self._count = 0
        self._open, self._write = os.open, os.write

    def around(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*args: Any, **named: Any) -> Any:
            self._count += 1
            later = self._count > self._step and self._order.mode == "fail on"
            if self._count != self._step and not later:
                return call(*args, **named)
            self._take_note(name)
            if self._order.mode == "kill":
                os.kill(os.getpid(), signal.SIGKILL)
                time.sleep(10)
            if self._order.mode == "half" and name == "write":
                call(args[0], args[1][: len(args[1]) // 2])
            raise OSError(self._order.code, os.strerror(self._order.code))

        return counted

    def _take_note(self, name: str) -> None:
        if not self._note.exists():
            handle = self._open(self._note, os.O_WRONLY | os.O_CREAT)
            self._write(handle, name.encode())


if __name__ == "__main__":
    main()
