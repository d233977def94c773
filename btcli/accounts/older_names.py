"""Names of addresses that an older btcli saved, in a SQLite file that is only read.

`BTCLI_PROXIES_PATH` names the file, as it does for that btcli. With `BTSDK_CONFIG_FILE` the usual
file is not read, like its config file.
"""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from btcli.config import FILE_VARIABLE, ConfigError

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
    place = path()
    if place is None or not place.exists():
        return []
    import sqlite3  # noqa: PLC0415  # start-up: only where there is such a file

    try:
        with closing(sqlite3.connect(f"{place.resolve().as_uri()}?mode=ro", uri=True)) as file:
            listed = "SELECT name FROM sqlite_master WHERE type = 'table'"
            there = {row[0] for row in file.execute(listed)}
            rows = [
                row
                for table, columns in _TABLES.items()
                if table in there
                for row in file.execute(f"SELECT {columns} FROM {table}")  # of the table above
            ]
    except sqlite3.Error as error:
        raise ConfigError(
            f"{place}: the names of an older btcli cannot be read: {error}",
            hint=f"Move the file away, or name another one in ${PATH_VARIABLE}.",
        ) from error
    return [
        OlderName(str(name), str(address), str(note or ""), kind, spawner, int(delay or 0))
        for name, address, note, kind, spawner, delay in rows
    ]
