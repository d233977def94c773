"""The command that writes the generated files, or says which are not fresh."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from chain_spec.codegen import __main__ as command

Run = Callable[..., int]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command in a folder of its own, where two files are wanted."""
    wanted = {
        tmp_path / "btsdk" / "calls" / "one.py": "one\n",
        tmp_path / "btsdk" / "calls" / "two.py": "two\n",
    }
    monkeypatch.setattr(command, "ROOT", tmp_path)
    monkeypatch.setattr(command, "generated", lambda: wanted)

    def once(*options: str) -> int:
        monkeypatch.setattr(sys, "argv", ["codegen", *options])
        return command.main()

    return once


def test_a_check_names_what_is_stale_and_writes_nothing(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    calls = tmp_path / "btsdk" / "calls"
    calls.mkdir(parents=True)
    (calls / "one.py").write_text("one\n")
    (calls / "old.py").write_text("old\n")
    assert run("--check") == 1
    assert capsys.readouterr().out.splitlines() == [
        "btsdk/calls/two.py: is not what the declarations say",
        "btsdk/calls/old.py: is not what the declarations say",
    ]
    assert {path.name for path in calls.iterdir()} == {"one.py", "old.py"}


def test_writing_makes_the_check_pass(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    calls = tmp_path / "btsdk" / "calls"
    calls.mkdir(parents=True)
    (calls / "old.py").write_text("old\n")
    assert run() == 0
    assert {path.name: path.read_text() for path in calls.iterdir()} == {
        "one.py": "one\n",
        "two.py": "two\n",
    }
    capsys.readouterr()
    assert run("--check") == 0
    assert capsys.readouterr().out == ""
