"""Standard streams that may be closed, full, or in another encoding; in a process of its own."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from btcli.terminal.streams import OutputNotWritten, columns, is_lost

PREPARE = "import sys; from btcli.terminal import streams; streams.prepare(); "


def run(code: str, redirection: str = "", **variables: str) -> subprocess.CompletedProcess[bytes]:
    command = ["sh", "-c", f'exec "$0" -c "$1" {redirection}', sys.executable, PREPARE + code]
    environment = {**os.environ, **variables}
    return subprocess.run(command, capture_output=True, env=environment, check=False)


def test_signs_that_an_encoding_lacks_are_written_another_way() -> None:
    code = "print('τ1 α2 a…b β')"
    ascii_only = run(code, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert ascii_only.stdout == b"TAO 1 alpha 2 a...b \\u03b2\n"
    assert run(code, PYTHONIOENCODING="utf-8").stdout.decode() == "τ1 α2 a…b β\n"


def test_a_closed_descriptor_is_given_to_nothing_else(tmp_path: Path) -> None:
    code = f"import os; print(os.open({str(tmp_path)!r}, os.O_RDONLY), file=sys.stderr)"
    done = run(code, "<&- >&-")
    assert int(done.stderr) > 2
    assert run("print(repr(sys.stdin.read()))", "<&-").stdout == b"''\n"


def test_a_result_that_is_not_taken_is_an_error() -> None:
    code = (
        "\ntry:\n print('x', flush=True)\n"
        "except streams.OutputNotWritten as error:\n"
        " print(error.is_pipe, streams.is_lost(sys.stdout), file=sys.stderr)"
    )
    assert run(code, ">&-").stderr == b"False True\n"
    if Path("/dev/full").exists():
        assert run(code, "> /dev/full").stderr == b"False True\n"


def test_what_is_said_is_lost_in_silence() -> None:
    code = "print('x', file=sys.stderr, flush=True); print(streams.is_lost(sys.stderr))"
    done = run(code, "2>&-")
    assert (done.returncode, done.stdout) == (0, b"True\n")


def test_an_odd_byte_of_input_is_no_crash() -> None:
    code = "print(ascii(sys.stdin.readline()))"
    command = [sys.executable, "-c", PREPARE + code]
    done = subprocess.run(command, input=b"a\xff\n", capture_output=True, check=True)
    assert done.stdout == b"'a\\udcff\\n'\n"


def test_why_a_result_was_not_written() -> None:
    gone = OutputNotWritten(BrokenPipeError(32, "Broken pipe"))
    assert (gone.is_pipe, gone.reason) == (True, "Broken pipe")
    assert gone.errno is None
    assert OutputNotWritten(ValueError("I/O operation on closed file")).is_pipe is False


def test_a_stream_that_keeps_no_account_is_not_lost() -> None:
    assert is_lost(io.StringIO()) is False


@pytest.mark.parametrize(("value", "found"), [("33", 33), ("0", 80), ("-5", 80), ("wide", 80)])
def test_the_width_is_that_of_the_environment_or_of_no_terminal(
    monkeypatch: pytest.MonkeyPatch, value: str, found: int
) -> None:
    monkeypatch.setenv("COLUMNS", value)
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, io.StringIO())
    assert columns(io.StringIO()) == found
