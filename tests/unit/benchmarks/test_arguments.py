"""What a benchmark says of an argument that it cannot work with."""

from __future__ import annotations

import subprocess
import sys

import pytest

from benchmarks.arguments import number


@pytest.mark.parametrize("text", ["0", "-1", "0.5", "soon", "nan", "inf", ""])
def test_no_number_of_seconds_is_a_usage_error(
    text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        number("load", "seconds", float, 30.0, 1.0, [text])
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert "usage: python -m benchmarks.load" in said
    assert "error: argument seconds: " in said


def test_a_number_and_none() -> None:
    assert number("load", "seconds", float, 30.0, 1.0, ["2.5"]) == 2.5
    assert number("load", "seconds", float, 30.0, 1.0, []) == 30.0
    assert number("cli", "runs", int, 10, 1, ["3"]) == 3
    with pytest.raises(SystemExit):
        number("cli", "runs", int, 10, 1, ["2.5"])


@pytest.mark.parametrize("arguments", [["0"], ["soon"], ["1", "2"]])
def test_the_program_says_so(arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.load", *arguments],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "usage: python -m benchmarks.load" in done.stderr
