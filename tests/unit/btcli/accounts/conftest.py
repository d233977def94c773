"""Each test has a config file of its own, and so an address book of its own."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def config_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "config.json"
    monkeypatch.setenv("BTSDK_CONFIG_FILE", str(path))
    monkeypatch.delenv("BTCLI_PROXIES_PATH", raising=False)
    return path
