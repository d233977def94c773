"""`btcli node logs`."""

from __future__ import annotations

import subprocess

from tests.cli.running import BTCLI, Cli
from tests.unit.btcli.commands.node.node_process import line_with, node
from tests.wire import eventually


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
