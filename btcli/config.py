"""The user's config file: a small JSON object in the user's config directory.

`BTSDK_CONFIG_FILE` names another file. As long as there is none of ours, the network that
an older btcli was configured for is honoured, and said; with `BTSDK_CONFIG_FILE` older files are
not looked at.
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
    "network": "where commands connect: local, finney, test, archive or a ws:// endpoint",
    "wallet_name": "the wallet that commands use",
    "hotkey": "the hotkey that commands use",
    "wallet_path": "the directory of the wallets",
    "tolerance": "how far a price may move against a trade, as a part of one: 0.05 is 5 %",
    "safe_staking": "true: trades of stake carry a price limit",
    "allow_partial_stake": "true: a trade may be filled in part, up to its price limit",
    "cache": "true: a chain's metadata is kept on disk, which makes the next command quicker",
    "network_proxy": "true: connect through the HTTP or SOCKS proxy that the environment names",
}
"""What can be remembered."""

SWITCHES = frozenset({"safe_staking", "allow_partial_stake", "cache", "network_proxy"})
"""What of it is true or false; everything else is text."""

_LEGACY_YAML = Path("~/.bittensor/config.yml")
_LEGACY_JSON = Path("~/.bittensor/btcli.json")
_NETWORK_LINE = re.compile(r"""^network\s*:\s*["']?([^"'#\s]+)["']?\s*(?:#.*)?$""", re.MULTILINE)


class ConfigError(BtError):
    """The config file cannot be read or written."""


def path() -> Path:
    """Where the config file is, or would be."""
    named = os.environ.get(FILE_VARIABLE)
    if named:
        return Path(named).expanduser()
    from platformdirs import user_config_path  # noqa: PLC0415  # only where nobody named a file

    return user_config_path("btsdk") / "btcli.json"


def load() -> dict[str, Any]:
    """The remembered values; empty where there is no file."""
    place = path()
    try:
        content = json.loads(place.read_text())
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise ConfigError(f"{place}: cannot be read: {error}", hint=_HINT) from error
    if not isinstance(content, dict):
        raise ConfigError(f"{place}: is not a JSON object", hint=_HINT)
    known = {key: value for key, value in content.items() if key in KEYS}
    for key, value in known.items():
        if not isinstance(value, bool if key in SWITCHES else str):
            wanted = "true or false" if key in SWITCHES else "text in quotes"
            raise ConfigError(f"{place}: {key} is {wanted}, not {json.dumps(value)}", hint=_HINT)
    return known


def save(values: dict[str, Any]) -> Path:
    """Replace the remembered values; the file is written whole or not at all."""
    place = path()
    beside = place.with_name(f".{place.name}.{os.getpid()}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps(values, indent=2, sort_keys=True) + "\n")
        beside.replace(place)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise ConfigError(f"{place}: cannot be written: {error.strerror}") from error
    return place


def legacy_network() -> tuple[str, Path] | None:
    """The network that an older btcli was configured for, where we have no config of our own."""
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
    """The one line that matters of a YAML file, so that no YAML parser is needed."""
    match = _NETWORK_LINE.search(text)
    return match[1] if match and match[1] not in ("null", "~", "None") else None


def _json_network(text: str) -> str | None:
    content = json.loads(text)
    found = content.get("network") if isinstance(content, dict) else None
    return found if isinstance(found, str) else None


_HINT = "Mend it or delete it; `btcli config set` writes a new one."
