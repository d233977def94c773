"""A node in the foreground: lines for programs, a status line for people, a clean end for both."""

from __future__ import annotations

import json
import os
import re
import signal
import urllib.request
from pathlib import Path

from btsdk.keys import Keypair
from local_node.embedded.chain_file import holder_of
from local_node.state.store import Store
from tests.cli.running import Cli
from tests.unit.btcli.commands.node.node_process import line_with, node
from tests.wire import eventually

ALICE = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"


def test_a_signal_ends_it_in_order(cli: Cli) -> None:
    with node(cli) as process:
        line = line_with(process.stdout, "Imported #")
        wanted = r"\d\d:\d\d:\d\d Imported #1 0x[0-9a-f]{8}…[0-9a-f]{6} \(\d+ extrinsics\)"
        assert re.fullmatch(wanted, line.strip())
        assert len(line.strip()) < 60  # room for higher blocks on a terminal of 80 columns
        assert line.endswith(" extrinsics)\n")
        process.send_signal(signal.SIGTERM)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 0
    assert "\x1b" not in out
    assert err == ""
    assert holder_of(cli.chain_file) is None
    assert cli.inside("node", "check", "--json").data()["executed"] >= 1


def test_what_programs_need_is_written_to_a_file(cli: Cli, tmp_path: Path) -> None:
    file = tmp_path / "node.json"
    with node(cli, "--config-out", str(file), "--quiet") as process:
        eventually(file.exists, 60)
        found = json.loads(file.read_text())
        with urllib.request.urlopen(found["http"] + "/health", timeout=30) as answer:
            health = json.load(answer)
        process.terminate()
        out, _ = process.communicate(timeout=60)
    assert health["genesis"] == found["genesis_hash"]
    assert found["endpoint"] == "ws" + found["http"].removeprefix("http")
    assert (found["chain"], found["pid"]) == ("dev", process.pid)
    assert found["chain_file"] == str(cli.chain_file)
    alice = found["accounts"][0]
    assert (alice["ss58"], alice["secret"]) == (ALICE, "//Alice")
    assert alice["public_key"].startswith("0xd435")
    assert alice["free_tao"] == "1000000.000000000"
    assert "Imported" not in out


def test_the_balances_of_a_scaffold_are_told(cli: Cli, tmp_path: Path) -> None:
    scaffold, file = tmp_path / "scaffold.toml", tmp_path / "node.json"
    scaffold.write_text(
        "[[accounts]]\nname = 'rich'\nsecret = '//Alice'\nbalance = '100000'\n"
        "[[accounts]]\nname = 'carol'\nsecret = '//Carol'\nbalance = '7.5'\n"
    )
    with node(cli, "--scaffold", str(scaffold), "--config-out", str(file)) as process:
        eventually(file.exists, 60)
        accounts = {one["ss58"]: one for one in json.loads(file.read_text())["accounts"]}
        balances = cli("wallet", "balance", "--ss58", ALICE, "--json").data()["balances"]
        process.terminate()
        out, _ = process.communicate(timeout=60)
    alice = accounts[ALICE]
    assert (alice["name"], alice["secret"]) == ("rich", "//Alice")
    assert alice["free_tao"] == balances[0]["free_tao"] == "100000.000000000"
    carol = accounts[Keypair.from_uri("//Carol").ss58_address]
    assert (carol["name"], carol["secret"], carol["free_tao"]) == (
        "carol",
        "//Carol",
        "7.500000000",
    )
    assert "TAO at genesis" not in out
    assert "100,000" in out


def test_a_file_that_cannot_be_written_ends_it(cli: Cli, tmp_path: Path) -> None:
    done = cli("node", "start", "--port", "0", "--config-out", str(tmp_path / "no" / "file"))
    assert done.exit_code == 2
    assert "cannot be written" in done.err
    assert holder_of(cli.chain_file) is None


def test_lines_of_json(cli: Cli) -> None:
    with node(cli, "--log-format", "json", "--log-level", "debug") as process:
        first = json.loads(line_with(process.stdout, "listens"))
        assert first["endpoint"].startswith("ws://127.0.0.1:")
        assert first["accounts"][0]["ss58"] == ALICE
        imported = json.loads(line_with(process.stdout, "Imported #"))
        assert (imported["level"], imported["logger"]) == ("info", "local_node.blocks")
        assert imported["block"] == 1
        assert imported["message"].startswith(f"Imported #1 {imported['hash'][:10]}…")
        assert imported["time"].endswith("Z")
        body = b'{"jsonrpc":"2.0","id":1,"method":"system_name","params":[]}'
        url = "http" + first["endpoint"].removeprefix("ws")
        request = urllib.request.Request(url, body, {"Content-Type": "application/json"})
        urllib.request.urlopen(request, timeout=30).close()
        asked = json.loads(line_with(process.stderr, "system_name"))
        assert (asked["protocol"], asked["is_error"]) == ("http", "false")
        process.terminate()
        out, err = process.communicate(timeout=60)
    for line in (out + err).splitlines():
        json.loads(line)


def test_a_level_above_blocks_says_none(cli: Cli, tmp_path: Path) -> None:
    file = tmp_path / "node.json"
    with node(cli, "--log-level", "warning", "--config-out", str(file)) as process:
        eventually(file.exists, 60)
        url = json.loads(file.read_text())["http"] + "/health"

        def height() -> int:
            with urllib.request.urlopen(url, timeout=30) as answer:
                return int(json.load(answer)["height"])

        eventually(lambda: height() >= 2, 60)
        process.terminate()
        out, _ = process.communicate(timeout=60)
    assert "Imported" not in out
    assert "//Alice" in out


def test_a_terminal_has_a_status_line(cli: Cli) -> None:
    with cli.terminal("node", "start", "--port", "0") as terminal:
        shown = terminal.until("Imported #2")
        terminal.until("finalized #2")
        os.kill(terminal.pid, signal.SIGTERM)
        exit_code, shown = terminal.end()
    assert exit_code == 0
    assert "//Alice" in shown
    assert "explorer" in shown
    for part in ("block #", "pool 0", "tx/s", "0 connections"):
        assert part in shown
    assert shown.index("Imported #1 ") < shown.index("Imported #2 ")


def test_in_the_foreground_it_says_each_block(cli: Cli) -> None:
    with cli.terminal("node", "start", "--port", "0") as terminal:
        shown = terminal.until("Imported #1")
        terminal.press("\x03")
        exit_code, _ = terminal.end()
    assert exit_code == 0
    assert "//Alice" in shown
    assert "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY" in shown
    assert "ws://127.0.0.1:" in shown
    assert cli.inside("node", "stop").exit_code == 1


def kept(cli: Cli) -> list[bool]:
    """Of each block on the chain, whether its state is there."""
    store = Store(cli.chain_file)
    hashes = [store.hash_at(number) for number in store.numbers()]
    found = [store.state_root(block or b"") is not None for block in hashes]
    store.close()
    return found


def test_states_are_kept_from_then_on_as_was_said(cli: Cli) -> None:
    cli.inside("node", "advance", "12", "--json").data()
    assert all(kept(cli))
    with node(cli, "--state-pruning", "4") as process:
        said = line_with(process.stdout, "newest 4 states")
        assert said.startswith(
            "From now on the newest 4 states are kept, and older ones were pruned;"
        )
    assert sum(kept(cli)) == 4
    cli.inside("node", "advance", "6", "--json").data()
    assert sum(kept(cli)) == 4
    with node(cli, "--keep-states", "archive", "--finality-lag", "2") as process:
        assert "2 behind the best block" in line_with(process.stdout, "finality")
        said = line_with(process.stdout, "Every state")
        assert said == "Every state is kept from now on; pruned states are not restored.\n"
    cli.inside("node", "advance", "6", "--json").data()
    assert sum(kept(cli)) >= 10
    assert cli.inside("node", "check", "--json").data()["reason"] is None
