"""A node in the foreground: lines for programs, a status line for people, a clean end for both."""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import subprocess
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from btsdk.keys import Keypair
from local_node.embedded.chain_file import holder_of
from tests.cli.running import BTCLI, Cli
from tests.wire import eventually

ALICE = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"


@contextlib.contextmanager
def node(cli: Cli, *words: str) -> Iterator[subprocess.Popen[str]]:
    """A node with pipes, as a harness starts one."""
    command = [*BTCLI, "node", "start", "--port", "0", *words]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=cli.variables
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def line_with(stream: IO[str] | None, wanted: str) -> str:
    """The first line with a text in it."""
    assert stream is not None
    for line in stream:
        if wanted in line:
            return line
    raise AssertionError(f"{wanted!r} was never said")


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


def test_an_unknown_format_is_wrong_usage(cli: Cli) -> None:
    done = cli("node", "start", "--log-format", "xml", "--json")
    assert done.exit_code == 2
    assert "json" in done.error()["message"]


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


# In the background


def test_a_log_is_shown_and_followed_to_its_end(cli: Cli) -> None:
    assert cli.inside("node", "logs", "--json").error()["code"] == "not_running"
    cli("node", "start", "-d", "--port", "0", "--json").data()
    pid_file = cli.chain_file.with_name("dev.chain.pid")
    eventually(pid_file.exists, 60)
    status = cli.inside("node", "status", "--json").data()
    assert int(pid_file.read_text()) == status["pid"]
    with subprocess.Popen(
        [*BTCLI, "node", "logs", "--follow", "-n", "1000"],
        stdout=subprocess.PIPE,
        text=True,
        env=cli.variables,
    ) as following:
        line_with(following.stdout, "//Alice")
        line_with(following.stdout, "Imported #1 ")
        line_with(following.stdout, "Imported #2 ")
        cli.inside("node", "stop")
        rest, _ = following.communicate(timeout=60)
    assert following.returncode == 0
    said = cli.inside("node", "logs", "--json", "-n", "3").data()
    assert len(said["lines"]) == 3
    assert " Imported #" in said["lines"][-1]
    assert not rest or rest.splitlines()[-1] == said["lines"][-1]
    assert not pid_file.exists()
    assert cli.inside("node", "logs", "-f", "--json").error()["code"] == "usage_error"


def test_a_node_in_the_foreground_keeps_no_log(cli: Cli) -> None:
    with node(cli) as process:
        line_with(process.stdout, "endpoint")
        error = cli.inside("node", "logs", "--json").error()
        assert "runs in the foreground" in error["message"]
        process.terminate()
        process.communicate(timeout=60)


# Chains in files


def test_a_chain_is_carried_from_file_to_file(cli: Cli, tmp_path: Path) -> None:
    file, other = str(tmp_path / "export"), str(tmp_path / "other.chain")
    assert cli.inside("node", "export", file, "--json").error()["code"] == "chain_file_error"
    assert cli.inside("node", "check", "--json").error()["code"] == "chain_file_error"
    assert not cli.chain_file.exists(), "looking makes no chain"
    head = cli.inside("node", "advance", "4", "--json").data()
    exported = cli.inside("node", "export", file, "--json").data()
    assert (exported["blocks"], exported["head"]) == (4, head["block_hash"])
    imported = cli.inside("node", "import", file, "--chain-file", other, "--json").data()
    assert (imported["block"], imported["block_hash"]) == (4, head["block_hash"])
    checked = cli.inside("node", "check", "--chain-file", other, "--json").data()
    assert (checked["executed"], checked["reason"]) == (4, None)
    again = ("node", "import", file, "--chain-file", other, "--json")
    assert cli.inside(*again).error()["code"] == "needs_confirmation"
    assert cli.inside(*again, "-y").data() == imported
    shown = cli.inside("node", "check", "--chain-file", other).out
    assert "The chain is valid." in shown
    assert "4 of 4" in shown


def test_what_does_not_hold_is_said(cli: Cli, tmp_path: Path) -> None:
    cli.inside("node", "advance", "2", "--json").data()
    content = bytearray(cli.chain_file.read_bytes())
    broken = tmp_path / "broken.chain"
    broken.write_bytes(content[: len(content) // 2])
    done = cli.inside("node", "check", "--chain-file", str(broken), "--json")
    assert done.exit_code == 3
    assert done.error()["code"] == "chain_file_error"
    assert "reset" in done.error()["hint"]
    broken.write_bytes(b"no export")
    refused = cli.inside("node", "import", str(broken), "-y", "--json")
    assert refused.exit_code == 2
    assert "is not an export" in refused.error()["message"]
    assert cli.inside("node", "status", "--json").data()["block"] == 2


def test_a_running_node_keeps_its_file(cli: Cli, tmp_path: Path) -> None:
    file = str(tmp_path / "export")
    cli("node", "start", "-d", "--port", "0", "--json").data()
    try:
        made = cli.inside("node", "advance", "3", "--json").data()
        assert cli.inside("node", "export", file, "--json").data()["blocks"] >= made["block"]
        for words in (("check",), ("import", file, "-y")):
            done = cli.inside("node", *words, "--json")
            assert (done.exit_code, done.error()["code"]) == (3, "chain_file_error")
            assert "node stop" in done.error()["hint"]
    finally:
        cli.inside("node", "stop")
