"""Admission of requests by their headers, and the headers of answers to browsers.

Two headers decide. `Host` is the name under which the client reached the port: a foreign name that
was rebound to loopback is refused. `Origin` is the requesting page: a foreign page is refused.
"""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import ip_address
from typing import Final

from local_node.server.access import ANY_ORIGIN, Access, host_of, is_loopback

Headers = list[tuple[bytes, bytes]]

BAD_HOST: Final = "Provided Host header is not whitelisted."
BAD_ORIGIN: Final = (
    "The Origin of the request is not allowed: start the node with --allow-origin to allow it."
)

_PREFLIGHT: Final = [
    (b"access-control-allow-methods", b"GET, POST, OPTIONS"),
    (b"access-control-allow-headers", b"content-type"),
    (b"access-control-max-age", b"600"),
]
# No page may embed a resource of the port as a script or a picture: that needs no `Origin`.
_ALWAYS: Final = [
    (b"vary", b"Origin"),
    (b"x-content-type-options", b"nosniff"),
    (b"cross-origin-resource-policy", b"same-origin"),
]


class Gate:
    """The rules of one port, bound to the IP address `address` of the name `host`."""

    def __init__(self, access: Access, address: str, host: str) -> None:
        self._origins = access.origins
        self._host = host.lower()
        self._is_local = is_loopback(address)
        self.serves_unsafe = access.serves_unsafe(address)

    def refusal(self, headers: Iterable[tuple[bytes, bytes]]) -> str | None:
        """Why a request with these headers is refused, None if it is admitted."""
        hosts, origins = _values(headers, b"host"), _values(headers, b"origin")
        host = hosts[0] if hosts else "localhost"
        if len(hosts) > 1 or (self._is_local and not self._is_here(host_of(host))):
            return BAD_HOST
        if len(origins) > 1 or (origins and not self._allows(origins[0], host)):
            return BAD_ORIGIN
        return None

    def headers(self, request: Iterable[tuple[bytes, bytes]]) -> Headers:
        """The headers of every answer to an admitted request."""
        origins = _values(request, b"origin")
        if not origins:
            return _ALWAYS
        allowed = ANY_ORIGIN if ANY_ORIGIN in self._origins else origins[0]
        return [*_ALWAYS, (b"access-control-allow-origin", allowed.encode("latin-1"))]

    def preflight(self, request: Iterable[tuple[bytes, bytes]]) -> Headers:
        """The headers of the answer to a preflight."""
        found = [*self.headers(request), *_PREFLIGHT]
        if _values(request, b"access-control-request-private-network") == ["true"]:
            found.append((b"access-control-allow-private-network", b"true"))
        return found

    def _allows(self, origin: str, host: str) -> bool:
        if ANY_ORIGIN in self._origins or origin.lower() in self._origins:
            return True
        scheme, separator, place = origin.lower().partition("://")
        if not separator or scheme not in ("http", "https"):
            return False
        name = host_of(place)
        if _is_loopback_name(name):
            return True
        # The node's own page, seen from another machine. A name is not enough: its owner can
        # point it here, and so be "the same" origin.
        return place == host.lower() and (_is_ip(name) or name == self._host)

    def _is_here(self, name: str) -> bool:
        return _is_loopback_name(name) or name == self._host


def refused() -> Headers:
    """The headers of the answer to a refused request."""
    return _ALWAYS


def is_json(headers: Iterable[tuple[bytes, bytes]]) -> bool:
    """Whether the body is declared as JSON. A page can send any other type without a preflight."""
    kinds = _values(headers, b"content-type")
    return len(kinds) == 1 and kinds[0].partition(";")[0].strip().lower() == "application/json"


def _values(headers: Iterable[tuple[bytes, bytes]], wanted: bytes) -> list[str]:
    return [value.decode("latin-1").strip() for name, value in headers if name == wanted]


def _is_ip(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _is_loopback_name(name: str) -> bool:
    return name == "localhost" or (_is_ip(name) and is_loopback(name))
