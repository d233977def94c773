"""What commands assume: option, environment, config file, default, in this order."""

from __future__ import annotations

import json

import pytest

from tests.cli.running import Cli


def test_set_get_clear(cli: Cli) -> None:
    cli.inside(
        "config", "set", "--network", "finney", "--tolerance", "0.1", "--unsafe", "--json"
    ).data()
    found = cli.inside("config", "get", "--json").data()
    assert found["values"]["network"] == "finney"
    assert found["values"]["tolerance"] == "0.1"
    assert found["values"]["safe_staking"] is False
    assert found["sources"]["network"] == found["path"]
    assert found["sources"]["hotkey"] == "default"
    cleared = cli.inside("config", "clear", "--network", "--json").data()
    assert cleared["values"]["network"] == "local"
    assert cleared["values"]["tolerance"] == "0.1"
    assert cli.inside("config", "clear", "--all", "--json").data()["values"]["tolerance"] == "0.05"


def test_the_file_is_json(cli: Cli) -> None:
    cli.inside("config", "set", "--wallet-name", "mine")
    assert json.loads((cli.home / "config.json").read_text()) == {"wallet_name": "mine"}


def test_option_over_environment_over_file(cli: Cli) -> None:
    cli.inside("config", "set", "--wallet-name", "of-the-file")
    words = ("wallet", "new-hotkey", "--json")
    assert cli(*words).data()["keys"][0]["wallet"] == "of-the-file"
    environment = {"BTSDK_WALLET_NAME": "of-the-environment"}
    assert cli(*words, **environment).data()["keys"][0]["wallet"] == "of-the-environment"
    chosen = cli(*words, "--name", "of-the-option", **environment).data()["keys"][0]
    assert chosen["wallet"] == "of-the-option"


@pytest.mark.parametrize("content", ["not json", "[]"])
def test_a_damaged_file_is_said(cli: Cli, content: str) -> None:
    (cli.home / "config.json").write_text(content)
    done = cli.inside("config", "get", "--json")
    assert done.exit_code == 1
    assert done.error()["code"] == "config_error"
    assert "config.json" in done.error()["message"]


OLDER = [
    ("config.yml", "# btcli\nnetwork: ws://127.0.0.1:9\nuse_cache: true\n"),
    ("config.yml", "use_cache: true\nnetwork: 'ws://127.0.0.1:9' # mine\n"),
    ("btcli.json", '{"network": "ws://127.0.0.1:9"}'),
]


@pytest.mark.parametrize(("name", "content"), OLDER)
def test_the_network_of_an_older_btcli_is_honoured_and_said(
    cli: Cli, name: str, content: str
) -> None:
    (cli.home / ".bittensor").mkdir()
    (cli.home / ".bittensor" / name).write_text(content)
    words = ("wallet", "balance", "--ss58", "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY")
    own = {"BTSDK_CONFIG_FILE": "", "XDG_CONFIG_HOME": str(cli.home / "xdg")}
    done = cli(*words, **own)
    assert done.exit_code == 3
    assert f"Using network ws://127.0.0.1:9 from {cli.home / '.bittensor' / name}" in done.err
    cli("config", "set", "--network", "ws://127.0.0.1:10", **own)
    assert "127.0.0.1:9 " not in cli(*words, **own).err


@pytest.mark.parametrize("content", ["network: null\n", "network:\n", "other: 1\n", "\tnot: yaml"])
def test_an_older_config_without_a_network_is_nothing(cli: Cli, content: str) -> None:
    (cli.home / ".bittensor").mkdir()
    (cli.home / ".bittensor" / "config.yml").write_text(content)
    own = {"BTSDK_CONFIG_FILE": "", "XDG_CONFIG_HOME": str(cli.home / "xdg")}
    assert cli("config", "get", "--json", **own).data()["values"]["network"] == "local"


def test_without_the_cache_nothing_is_kept(cli: Cli) -> None:
    cache = cli.home / "cache"
    kept = Cli(cli.home, {"XDG_CACHE_HOME": str(cache)})
    kept.inside("config", "set", "--no-cache", "--json").data()
    kept.inside("subnets", "burn-cost", "--json").data()
    assert not [path for path in cache.rglob("*") if path.is_file()]
    kept.inside("config", "clear", "--cache", "--json").data()
    kept.inside("subnets", "burn-cost", "--json").data()
    assert [path for path in cache.rglob("*") if path.is_file()]


def test_one_setting_alone(cli: Cli) -> None:
    found = cli.inside("config", "get", "network", "wallet-name", "--json").data()
    assert found["values"] == {"network": "local", "wallet_name": "default"}
    wrong = cli.inside("config", "get", "netwrk", "--json")
    assert wrong.exit_code == 2
    assert "wallet-name" in wrong.error()["hint"]
