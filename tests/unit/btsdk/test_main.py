"""`python -m btsdk codegen`: what it writes, says and returns."""

from __future__ import annotations

from pathlib import Path

import pytest

from btsdk.__main__ import main
from btsdk.metadata import encode_metadata
from tests.unit.btsdk.script import dev_at


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "chain.scale"
    path.write_bytes(encode_metadata(dev_at().metadata, 15))
    return path


def test_the_folder_is_named(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = file.parent / "mine"
    assert main(["codegen", str(file), "--out", str(out)]) == 0
    assert capsys.readouterr().out == f"{out}\n"
    monkeypatch.chdir(file.parent)
    assert main(["codegen", "chain.scale"]) == 0
    assert capsys.readouterr().out == "node_subtensor\n"
    assert (file.parent / "node_subtensor" / "calls" / "balances.py").is_file()


def test_an_error_says_what_to_do(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text("nothing")
    assert main(["codegen", str(file), "--out", str(file.parent / "out")]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"Error: {file}: this is not runtime metadata")
    assert "14 or 15" in said.err
    assert not (file.parent / "out").exists()


def test_a_command_is_needed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main([])
    assert caught.value.code == 2
    assert "COMMAND" in capsys.readouterr().err
