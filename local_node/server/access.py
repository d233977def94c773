"""Access to a node's port: the origins that may use it, and the methods that it serves.

A browser sends the `Origin` of the page with every request that could change something, which
identifies the page; programs other than browsers send none. Pages are the one kind of client that
runs untrusted code on the user's machine, so a loopback address alone does not protect a port.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, Literal

from btsdk.errors import UsageError
from btsdk.frozen import Frozen

LOOPBACK: Final = "127.0.0.1"
ANY_ORIGIN: Final = "*"
NO_ORIGIN: Final = "null"
"""The `Origin` of files and sandboxed frames. Never allowed unless named."""

Methods = Literal["auto", "safe", "unsafe"]

_ORIGIN: Final = re.compile(r"[a-z][a-z0-9+.-]*://(.+)")
_PLACE: Final = re.compile(r"(?:\[([0-9a-f:.]+)\]|([^\s/?#@\[\]:*,]+))(?::[0-9]{1,5})?")
_DEFAULT_PORTS: Final = {"http": ":80", "https": ":443"}


class Access(Frozen):
    """`origins` are pages that may use the port, besides those of this machine (`*`: every page).

    `methods` is `safe`, `unsafe`, or `auto`: unsafe methods only if the port is on loopback.
    """

    origins: frozenset[str] = frozenset()
    methods: Methods = "auto"

    def serves_unsafe(self, address: str) -> bool:
        """Whether a port bound to this IP address serves unsafe methods."""
        return self.methods == "unsafe" or (self.methods == "auto" and is_loopback(address))


def is_loopback(address: str) -> bool:
    """Whether an IP address, as from `getsockname`, is reachable from this machine alone."""
    return address == "::1" or address.startswith("127.")


def host_of(place: str) -> str:
    """The host of `host:port` in lower case, an IPv6 address without its brackets; empty if there
    is none."""
    found = _PLACE.fullmatch(place.lower())
    return "" if found is None else found[1] or found[2]


def read_origins(texts: Iterable[str]) -> frozenset[str]:
    """The origins in some texts, each of which may hold several; raises `UsageError`."""
    names = [name.strip() for text in texts for name in text.split(",")]
    return frozenset(_read_origin(name) for name in names if name)


def _read_origin(text: str) -> str:
    name = text.lower()
    if name in ("all", ANY_ORIGIN):
        return ANY_ORIGIN
    if name == NO_ORIGIN:
        return name
    name = name.removesuffix("/")
    found = _ORIGIN.fullmatch(name)
    if found is None or not host_of(found[1]):
        raise UsageError(
            f"--allow-origin: {text!r} is not an origin",
            hint="An origin is a scheme, a host and a port, such as http://localhost:3000.",
        )
    scheme = name.partition(":")[0]
    return name.removesuffix(_DEFAULT_PORTS.get(scheme, "/"))
