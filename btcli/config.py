"""The user's config file: a JSON object in the user's config directory.

`BTSDK_CONFIG_FILE` names another file. Without a config file, the network setting of an older btcli
is used, with a notice; with `BTSDK_CONFIG_FILE` files of older versions are not read.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

from btsdk.errors import BtError

FILE_VARIABLE = "BTSDK_CONFIG_FILE"

KEYS: dict[str, str] = {
    "network": "Network: local, finney, test, archive or a ws:// endpoint.",
    "wallet_name": "Name of the wallet.",
    "hotkey": "Hotkey: a name or an address.",
    "wallet_path": "Directory of the wallets.",
    "tolerance": "Price tolerance of trades, from 0 to 1: 0.05 is 5 %.",
    "safe_staking": "Trade stake with a price limit.",
    "allow_partial_stake": "Fill trades in part, up to the price limit.",
    "cache": "Cache the metadata of chains on disk.",
    "network_proxy": "Connect through the HTTP or SOCKS proxy of the environment.",
    "keyring": "Read passwords from the system keyring.",
}
"""The settings, with their help."""

SWITCHES = frozenset({"safe_staking", "allow_partial_stake", "cache", "network_proxy", "keyring"})
"""Settings that are true or false; the others are text."""

_LEGACY_YAML = Path("~/.bittensor/config.yml")
_LEGACY_JSON = Path("~/.bittensor/btcli.json")
_NETWORK_LINE = re.compile(r"""^network\s*:\s*["']?([^"'#\s]+)["']?\s*(?:#.*)?$""", re.MULTILINE)


class ConfigError(BtError):
    """The config file cannot be read or written, or its content is invalid."""


def path() -> Path:
    """The path of the config file."""
    named = os.environ.get(FILE_VARIABLE)
    if named:
        return Path(named).expanduser()
    from platformdirs import user_config_path  # noqa: PLC0415  # start-up: not if a file is named

    return user_config_path("btsdk") / "btcli.json"


def load() -> dict[str, Any]:
    """The settings; empty without a config file."""
    place = path()
    try:
        content = json.loads(place.read_text())
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise ConfigError(f"{place}: cannot be read: {error}", hint=_HINT) from error
    if not isinstance(content, dict):
        raise ConfigError(f"{place}: not a JSON object", hint=_HINT)
    known = {key: value for key, value in content.items() if key in KEYS}
    for key, value in known.items():
        if not isinstance(value, bool if key in SWITCHES else str):
            wanted = "true or false" if key in SWITCHES else "text in quotes"
            raise ConfigError(
                f"{place}: {key} must be {wanted}, not {json.dumps(value)}", hint=_HINT
            )
    return known


def save(values: dict[str, Any]) -> Path:
    """Replace the settings. The file is written completely or not at all."""
    from btsdk.atomic_file import SHARED, replacing  # noqa: PLC0415  # start-up: few commands save

    place = path()
    content = json.dumps(values, indent=2, sort_keys=True) + "\n"
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with replacing(place, SHARED) as file:
            file.write(content.encode())
    except OSError as error:
        raise ConfigError(f"{place}: cannot be written: {error.strerror}") from error
    return place


def legacy_network() -> tuple[str, Path] | None:
    """The network setting of an older btcli and its file, if there is no config file."""
    if os.environ.get(FILE_VARIABLE) or path().exists():
        return None
    for place, network in ((_LEGACY_YAML, _yaml_network), (_LEGACY_JSON, _json_network)):
        file = place.expanduser()
        try:
            found = network(file.read_text())
        except (OSError, ValueError):
            continue
        if found:
            return found, file
    return None


def _yaml_network(text: str) -> str | None:
    """Find the network line without a YAML parser."""
    match = _NETWORK_LINE.search(text)
    return match[1] if match and match[1] not in ("null", "~", "None") else None


def _json_network(text: str) -> str | None:
    content = json.loads(text)
    found = content.get("network") if isinstance(content, dict) else None
    return found if isinstance(found, str) else None


_HINT = "Fix or delete the file; `btcli config set` writes a new one."
