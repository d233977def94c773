"""The config file: what is read of it, and that it is written whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from btcli import config


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "deep" / "config.json"
    monkeypatch.setenv(config.FILE_VARIABLE, str(place))
    return place


def test_no_file_is_no_setting(file: Path) -> None:
    assert config.path() == file
    assert config.load() == {}


def test_what_is_saved_is_loaded(file: Path) -> None:
    values = {"network": "finney", "cache": False}
    assert config.save(values) == file
    assert config.load() == values
    assert [path.name for path in file.parent.iterdir()] == ["config.json"]


def test_settings_that_are_not_ours_are_passed_over(file: Path) -> None:
    file.parent.mkdir()
    file.write_text('{"network": "test", "dashboard_path": "/x"}')
    assert config.load() == {"network": "test"}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "cannot be read"),
        ("[]", "not a JSON object"),
        ('{"cache": "yes"}', 'cache must be true or false, not "yes"'),
        ('{"network": true}', "network must be text in quotes, not true"),
    ],
)
def test_a_file_that_makes_no_sense_is_told(file: Path, content: str, said: str) -> None:
    file.parent.mkdir()
    file.write_text(content)
    with pytest.raises(config.ConfigError) as caught:
        config.load()
    assert caught.value.message.startswith(f"{file}: {said}")
    assert "`btcli config set`" in str(caught.value.hint)


def test_what_cannot_be_written_leaves_the_old_file(file: Path) -> None:
    config.save({"network": "test"})
    (file.parent / "config.json").unlink()
    file.mkdir()  # a directory is in the way
    with pytest.raises(config.ConfigError, match="cannot be written"):
        config.save({"network": "finney"})
    assert [path.name for path in file.parent.iterdir()] == ["config.json"]


@pytest.fixture
def older(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an older btcli, in a home without a file of ours."""
    monkeypatch.delenv(config.FILE_VARIABLE, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "none"))
    folder = tmp_path / ".bittensor"
    folder.mkdir()
    return folder


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("network: finney", "finney"),
        ("network : 'test'  # mine", "test"),
        ('network: "ws://h:1"', "ws://h:1"),
        ("network: null", None),
        ("network: ~", None),
        ("  network: finney", None),
        ("networks: finney", None),
    ],
)
def test_the_network_of_an_older_yaml(older: Path, line: str, found: str | None) -> None:
    file = older / "config.yml"
    file.write_text(f"chain: x\n{line}\nwallet_name: y\n")
    assert config.legacy_network() == (None if found is None else (found, file))


@pytest.mark.parametrize("content", ['{"network": 3}', "[]", "{", "{}"])
def test_an_older_json_that_names_no_network(older: Path, content: str) -> None:
    (older / "btcli.json").write_text(content)
    assert config.legacy_network() is None


def test_an_older_json_is_read_where_there_is_no_yaml(older: Path) -> None:
    file = older / "btcli.json"
    file.write_text(json.dumps({"network": "test"}))
    assert config.legacy_network() == ("test", file)
    config.save({})  # a file of our own settles it
    assert config.legacy_network() is None
