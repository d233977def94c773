"""Names of addresses, and announced calls, that an older btcli saved in a SQLite file.

The file is only read.

`BTCLI_PROXIES_PATH` names the file, as it does for that btcli. With `BTSDK_CONFIG_FILE` the usual
file is not read, like its config file.
"""

from __future__ import annotations

import os
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, NamedTuple

from btcli.config import FILE_VARIABLE, ConfigError
from btsdk.hexadecimal import from_hex

PATH_VARIABLE = "BTCLI_PROXIES_PATH"
_USUAL = Path("~/.bittensor/bittensor.db")
_TABLES = {
    "proxy_address_book": "name, ss58_address, note, proxy_type, spawner, delay",
    "address_book": "name, ss58_address, note, NULL, NULL, 0",
}


class OlderName(NamedTuple):
    """A row of the older address book. `proxy_type` is None for an address without a proxy."""

    name: str
    address: str
    note: str
    proxy_type: str | None
    spawner: str | None
    delay: int


def path() -> Path | None:
    """The file of the older btcli; None if it is not read."""
    named = os.environ.get(PATH_VARIABLE)
    if named:
        return Path(named).expanduser()
    return None if os.environ.get(FILE_VARIABLE) else _USUAL.expanduser()


def read() -> list[OlderName]:
    """All names; empty without a file."""
    rows = [
        row
        for table, columns in _TABLES.items()
        for row in _rows(table, f"SELECT {columns} FROM {table}")
    ]
    return [
        OlderName(str(name), str(address), str(note or ""), kind, spawner, int(delay or 0))
        for name, address, note, kind, spawner, delay in rows
    ]


def announced_calls() -> list[bytes]:
    """The announced calls, encoded."""
    found = []
    for (text,) in _rows("proxy_announcements", "SELECT call FROM proxy_announcements"):
        with suppress(ValueError):
            found.append(from_hex(text))
    return found


def _rows(table: str, query: str) -> list[tuple[Any, ...]]:
    """The rows of a query; none without the file or the table."""
    place = path()
    if place is None or not place.exists():
        return []
    import sqlite3  # noqa: PLC0415  # start-up: only where there is such a file

    try:
        with closing(sqlite3.connect(f"{place.resolve().as_uri()}?mode=ro", uri=True)) as file:
            listed = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
            there = file.execute(listed, (table,)).fetchone()
            return file.execute(query).fetchall() if there else []
    except sqlite3.Error as error:
        raise ConfigError(
            f"{place}: the names of an older btcli cannot be read: {error}",
            hint=f"Move the file away, or name another one in ${PATH_VARIABLE}.",
        ) from error
