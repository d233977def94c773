"""`btcli node` and compiled runtimes: looked into, and begun with."""

from __future__ import annotations

from pathlib import Path

import pytest

from btsdk.client import Client
from tests.cli.running import Cli
from tests.unit.local_node.chain.test_runtimes import raw_spec, tiny


@pytest.fixture
def code(tmp_path: Path) -> Path:
    file = tmp_path / "tiny.wasm"
    file.write_bytes(tiny())
    return file


def test_inspect_tells_what_a_runtime_is(cli: Cli, code: Path) -> None:
    data = cli("node", "inspect", str(code), "--json").data()
    assert (data["spec_name"], data["spec_version"]) == ("tiny", 7)
    assert data["apis"] == {"Core": 5}
    assert data["imports"] == ["ext_storage_set_version_1"]
    assert data["unknown_imports"] == []
    shown = cli("node", "inspect", str(code)).out
    assert "tiny 7" in shown
    assert "ext_storage_set_version_1" in shown


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


def test_inspect_says_which_file_it_cannot_read(cli: Cli, tmp_path: Path) -> None:
    done = cli("node", "inspect", str(tmp_path / "missing.wasm"), "--json")
    assert "missing.wasm cannot be read" in done.error()["message"]


def test_a_spec_of_ours_names_no_compiled_runtime(cli: Cli, tmp_path: Path) -> None:
    from chain_spec import chains

    file = tmp_path / "dev.json"
    file.write_text(chains.load("dev").text)
    done = cli("node", "inspect", str(file), "--json")
    assert "has no compiled runtime" in done.error()["message"]


def test_a_node_begins_with_a_runtime_and_goes_on_with_it(
    cli: Cli, tmp_path: Path, code: Path
) -> None:
    spec = tmp_path / "raw.json"
    spec.write_text(raw_spec(tiny(number=9)))
    start = ("node", "start", "--daemon", "--chain", str(spec), "--port", "0", "--json")
    try:
        started = cli(*start, "--runtime", str(code)).data()
        with Client(started["endpoint"]) as client:
            assert client.call("state_getRuntimeVersion")["specVersion"] == 7
            assert client.call("system_chain") == "Tiny"
    finally:
        cli("node", "stop")
    other = cli(*start[:2], "--chain", str(spec), "--port", "0", "--runtime", str(spec), "--json")
    assert other.exit_code != 0
    assert "a different runtime" in other.error()["message"]
