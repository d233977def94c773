"""Commands where the environment names an HTTP proxy."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.cli.running import Cli
from tests.unit.btsdk.drivers.connect_proxy import ConnectProxy
from tests.unit.btsdk.drivers.server import TinyNode

DEAD = "http://user:hunter2@127.0.0.1:9"
VARIABLES = ("http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy", "ALL_PROXY")


def with_proxy(cli: Cli, value: str, *, no_proxy: str = "elsewhere.example") -> Cli:
    names = dict.fromkeys(VARIABLES, value)
    return replace(cli, environment={**cli.environment, **names, "NO_PROXY": no_proxy})


@pytest.mark.parametrize("value", [DEAD, "socks5://127.0.0.1:9", "not a proxy"])
def test_a_running_node_is_found_without_the_proxy(cli: Cli, value: str) -> None:
    proxied = with_proxy(cli, value)
    proxied("node", "start", "-d", "--port", "0", "--json").data()
    try:
        assert proxied("node", "status", "--json").data()["running"]
        listed = proxied("subnets", "list", "--json").data()
        assert listed
        endpoint = proxied("node", "status", "--json").data()["endpoint"]
        proxied("subnets", "list", "--json", "--network", endpoint).data()
    finally:
        proxied("node", "stop", "--json")


def test_a_proxy_is_named_and_can_be_turned_off(cli: Cli) -> None:
    proxied = with_proxy(cli, DEAD)
    words = ("subnets", "list", "--json", "--network", "ws://node.invalid:1")
    error = proxied(*words).error()
    assert "through the proxy http://127.0.0.1:9 " in error["message"]
    assert "hunter2" not in str(error)
    for option in ("--no-network-proxy", "--no-proxy"):
        assert "proxy" not in proxied(*words, option).error()["message"]
    proxied("config", "set", "--no-network-proxy", "--json").data()
    assert "proxy" not in proxied(*words).error()["message"]
    assert "proxy http" in proxied(*words, "--network-proxy").error()["message"]
    proxied("config", "clear", "--network-proxy", "--json").data()
    assert "proxy http" in proxied(*words).error()["message"]


def test_a_fork_uses_the_proxy_until_told_otherwise(cli: Cli) -> None:
    proxied = with_proxy(cli, DEAD)
    words = ("node", "start", "-d", "--port", "0", "--json", "--fork", "ws://node.invalid:1")
    assert "through the proxy" in proxied(*words).error()["message"]
    assert "proxy" not in proxied(*words, "--no-network-proxy").error()["message"]


def test_a_malformed_proxy_is_a_usage_error(cli: Cli) -> None:
    proxied = with_proxy(cli, "ftp://user:hunter2@host")
    done = proxied("subnets", "list", "--json", "--network", "ws://node.invalid:1")
    assert done.exit_code == 2
    assert done.error()["code"] == "network_proxy_error"
    assert done.error()["message"].startswith(("https_proxy ", "HTTPS_PROXY "))
    assert "hunter2" not in done.out + done.err


def test_a_command_goes_through_the_proxy(cli: Cli) -> None:
    with TinyNode().running() as node, ConnectProxy(node.endpoint).running() as proxy:
        proxied = with_proxy(cli, f"http://{proxy.address}")
        proxied("subnets", "list", "--json", "--network", "ws://node.example:1").error()
        assert proxy.asked
