"""The node info, printed at the node's start: its endpoint, and the funded accounts.

It is also written as a JSON document, for programs that start a node and connect to it: the file
appears, complete, when the port is open, so a program can wait for the file.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from btsdk.atomic_file import SHARED, replacing
from btsdk.errors import UsageError
from btsdk.keys import Keypair, ss58
from btsdk.units import Tao

if TYPE_CHECKING:
    from local_node.dev.scaffold import Scaffold

DEVELOPERS: Final = ("Alice", "Bob", "Charlie", "Dave", "Eve", "Ferdie", "One", "Two", "Three")
"""The accounts of development chains, by the names in their secrets: `//Alice` and so on."""


class Funded(NamedTuple):
    """An account that a chain spec or a scaffold gave TAO. `secret` is None unless it is a
    well-known one; `name` is that of a scaffold."""

    address: str
    secret: str | None
    amount: Tao
    name: str = ""

    def document(self) -> dict[str, Any]:
        return {
            "name": self.name or self.secret or "",
            "ss58": self.address,
            "public_key": "0x" + ss58.decode(self.address).hex(),
            "secret": self.secret,
            "free_tao": self.amount.decimal(),
        }


def funded(genesis: Mapping[str, Any]) -> list[Funded]:
    """The accounts endowed by a chain spec."""
    secrets = {Keypair.from_uri(f"//{name}").ss58_address: f"//{name}" for name in DEVELOPERS}
    held = genesis.get("balances", {}).get("balances", ())
    return [Funded(address, secrets.get(address), Tao.from_rao(amount)) for address, amount in held]


def present(
    endowed: Iterable[Funded], scaffold: Scaffold | None, free: Callable[[bytes], int]
) -> list[Funded]:
    """The accounts of a chain spec and of a scaffold, with their current balances."""
    found = {one.address: one for one in endowed}
    for each in () if scaffold is None else scaffold.coldkeys():
        address = ss58.encode(each.account)
        known = found.get(address)
        name = "" if each.name == address else each.name
        secret = each.secret if known is None else known.secret
        found[address] = Funded(address, secret, Tao.from_rao(0), name)
    return [
        one._replace(amount=Tao.from_rao(free(ss58.decode(address))))
        for address, one in found.items()
    ]


def document(
    chain: str, genesis_hash: bytes, endpoint: str, path: Path, accounts: list[Funded]
) -> dict[str, Any]:
    """The content of `--config-out`."""
    return {
        "chain": chain,
        "genesis_hash": "0x" + genesis_hash.hex(),
        "pid": os.getpid(),
        "chain_file": str(path),
        "endpoint": endpoint,
        "http": http_of(endpoint),
        "accounts": [account.document() for account in accounts],
    }


def http_of(endpoint: str) -> str:
    """The HTTP url of the same port: JSON-RPC by POST, `/health`, `/metrics`, and the explorer."""
    return "http" + endpoint.removeprefix("ws")


def write(path: Path, content: Mapping[str, Any]) -> None:
    """Write a document to a path; raises `UsageError` on failure."""
    try:
        with replacing(path, SHARED) as file:
            file.write((json.dumps(content, indent=2) + "\n").encode())
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}") from error
