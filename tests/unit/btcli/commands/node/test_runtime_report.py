"""What `btcli node inspect` looks into, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import Cli
from tests.unit.local_node.chain.test_runtimes import raw_spec, tiny


def test_inspect_looks_into_a_raw_spec(cli: Cli, tmp_path: Path) -> None:
    file = tmp_path / "raw.json"
    file.write_text(raw_spec(tiny(number=9)))
    assert cli("node", "inspect", str(file), "--json").data()["spec_version"] == 9


@pytest.mark.parametrize("content", [b"", b"no runtime"])
def test_inspect_refuses_what_is_no_runtime(cli: Cli, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "not.wasm"
    file.write_bytes(content)
    done = cli("node", "inspect", str(file), "--json")
    assert done.exit_code != 0
    assert "not a WebAssembly module" in done.error()["message"]


def test_a_spec_of_ours_names_no_compiled_runtime(cli: Cli, tmp_path: Path) -> None:
    from chain_spec import chains

    file = tmp_path / "dev.json"
    file.write_text(chains.load("dev").text)
    done = cli("node", "inspect", str(file), "--json")
    assert "has no compiled runtime" in done.error()["message"]
