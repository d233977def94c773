"""Runs `btcli` as a user does: as a program with pipes, or on a terminal of its own."""

from __future__ import annotations

import contextlib
import fcntl
import io
import json
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any
from unittest import mock

from btcli.main import main
from btsdk.keys import Keypair
from btsdk.wallet import Wallet

COLUMNS = "160"
BTCLI = (sys.executable, "-m", "btcli")
_COLOURS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    exit_code: int
    out: str
    err: str

    def json(self) -> dict[str, Any]:
        """The one document on standard output."""
        document: dict[str, Any] = json.loads(self.out)
        return document

    def data(self) -> dict[str, Any]:
        """The result of a command that succeeded."""
        document = self.json()
        assert document["success"], (document, self.err)
        assert self.exit_code == 0
        found: dict[str, Any] = document["data"]
        return found

    def error(self) -> dict[str, Any]:
        """The error of a command that failed."""
        document = self.json()
        assert not document["success"]
        found: dict[str, Any] = document["error"]
        return found


@dataclass(frozen=True)
class Cli:
    """`btcli` with wallets, config and chain of its own."""

    home: Path
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def wallets(self) -> Path:
        return self.home / "wallets"

    @property
    def chain_file(self) -> Path:
        return self.home / "dev.chain"

    @property
    def variables(self) -> dict[str, str]:
        inherited = {k: v for k, v in os.environ.items() if not k.startswith(("BTSDK_", "BT_PW_"))}
        return {
            **inherited,
            "HOME": str(self.home),
            "XDG_STATE_HOME": str(self.home / "state"),
            "BTSDK_CONFIG_FILE": str(self.home / "config.json"),
            "BTSDK_WALLET_PATH": str(self.wallets),
            "BTSDK_CHAIN_FILE": str(self.chain_file),
            "XDG_CACHE_HOME": os.environ.get("XDG_CACHE_HOME", str(Path.home() / ".cache")),
            "PYTHONWARNINGS": "error",
            "TERM": "xterm",
            "COLUMNS": COLUMNS,
            **self.environment,
        }

    def __call__(self, *words: str, stdin: str = "", **variables: str) -> Done:
        """Run a command with pipes, and wait for its end."""
        done = subprocess.run(
            [*BTCLI, *words],
            input=stdin,
            capture_output=True,
            text=True,
            timeout=90,
            env={**self.variables, **variables},
            check=False,
        )
        return Done(done.returncode, done.stdout, done.stderr)

    def inside(self, *words: str, stdin: str = "") -> Done:
        """Run a command in this process, which is quicker."""
        out, err = io.StringIO(), io.StringIO()
        with (
            mock.patch.dict(os.environ, self.variables, clear=True),
            mock.patch.object(sys, "stdin", io.StringIO(stdin)),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
        ):
            exit_code = main(words)
        return Done(exit_code, out.getvalue(), err.getvalue())

    def terminal(self, *words: str, **variables: str) -> Terminal:
        """Run a command on a terminal of its own."""
        return Terminal([*BTCLI, *words], {**self.variables, **variables})


def alice_and_bob(home: Path) -> Cli:
    """Wallets `alice` (a million TAO at genesis) and `bob`, and a dev chain in its file."""
    made = Cli(home)
    for name in ("alice", "bob"):
        wallet = Wallet(name, path=made.wallets)
        wallet.regenerate_coldkey(Keypair.from_uri(f"//{name.capitalize()}"), None)
        wallet.regenerate_hotkey(Keypair.from_uri(f"//{name}//hot"))
    return made


class Terminal:
    """A program with a pseudo-terminal: what it shows, and somebody who types."""

    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 160, 0, 0))
        self._process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment,
            start_new_session=True,
            preexec_fn=_take_terminal,
        )
        os.close(slave)
        self.raw = ""

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def master(self) -> int:
        """The other side of the terminal, which tells its modes."""
        return self._master

    @property
    def text(self) -> str:
        """What was shown so far, without colours."""
        return _COLOURS.sub("", self.raw).replace("\r\n", "\n")

    def until(self, wanted: str, seconds: float = 60, *, times: int = 1) -> str:
        """Read until a text is shown, or shown so many times."""
        deadline = time.monotonic() + seconds
        while self.text.count(wanted) < times:
            if not self._read(deadline - time.monotonic()):
                raise AssertionError(f"{wanted!r} was not shown, but:\n{self.text}")
        return self.text

    def resize(self, columns: int) -> None:
        """Make the window narrower or wider."""
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))

    def more(self, seconds: float = 60) -> bool:
        """Read a little more; false at the end of the program."""
        return self._read(seconds)

    def press(self, text: str) -> None:
        os.write(self._master, text.encode())

    def end(self, seconds: float = 60) -> tuple[int, str]:
        """Read to the end; the exit code and all that was shown."""
        deadline = time.monotonic() + seconds
        while self._read(deadline - time.monotonic()):
            pass
        return self._process.wait(60), self.text

    def _read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self._master], [], [], max(0.0, seconds))
        if not ready:
            return False
        try:
            data = os.read(self._master, 65_536)
        except OSError:  # how Linux says that the other side is closed
            return False
        self.raw += data.decode(errors="replace")
        return bool(data)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        os.close(self._master)


def _take_terminal() -> None:
    """In the child: the terminal becomes its own, so that it can ask for passwords there."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
