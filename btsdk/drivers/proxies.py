"""The HTTP or SOCKS proxy of a connection: from the environment, from the caller, or none.

If a proxy cannot be used, that is an error, and no direct connection is made: it would reveal the
client's address. An endpoint on this machine uses no proxy. Loaded with the first connection, since
it needs `urllib`.
"""

from __future__ import annotations

import os
import socket
from importlib.util import find_spec
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import unquote, urlsplit

from btsdk.errors import NetworkProxyError
from btsdk.frozen import Frozen

ENVIRONMENT = "environment"
ARGUMENT = "the argument proxy"

# RFC 6455 (4.1) prefers a SOCKS proxy, then the proxy for HTTPS: a WebSocket needs a tunnel.
_VARIABLES = {
    "wss": ("wss_proxy", "socks_proxy", "https_proxy", "all_proxy"),
    "ws": ("ws_proxy", "socks_proxy", "https_proxy", "http_proxy", "all_proxy"),
    "https": ("https_proxy", "all_proxy"),
    "http": ("http_proxy", "all_proxy"),
}
_ENDPOINT_PORTS = {"ws": 80, "http": 80, "wss": 443, "https": 443}
_PORTS = {
    "http": 80,
    "https": 443,
    "socks4": 1080,
    "socks4a": 1080,
    "socks5": 1080,
    "socks5h": 1080,
}


class Proxy(Frozen, hidden=("url",)):
    """A proxy, and the variable or argument that names it; `url` may contain a password."""

    url: str
    source: str

    def __str__(self) -> str:
        """Scheme, host and port, without credentials."""
        return f"{self.scheme}://{self.url.rpartition('@')[2].rpartition('://')[2]}"

    @property
    def scheme(self) -> str:
        return self.url.partition(":")[0]

    @property
    def host(self) -> str:
        return urlsplit(self.url).hostname or ""

    @property
    def port(self) -> int:
        return urlsplit(self.url).port or _PORTS[self.scheme]

    @property
    def credentials(self) -> tuple[str, str] | None:
        """User and password, or None if the URL has none."""
        parts = urlsplit(self.url)
        if parts.username is None:
            return None
        return unquote(parts.username), unquote(parts.password or "")

    def named(self, reason: str) -> str:
        """A failure reason that names this proxy."""
        return f"through the proxy {self} (from {self.source}): {reason}"


def reason_of(error: BaseException, proxy: Proxy | None) -> str:
    """The reason for a failed connection, with the proxy and the cause that its errors hide."""
    reason = str(error) or type(error).__name__
    if proxy is None:
        return reason
    cause = str(error.__cause__ or "")
    return proxy.named(f"{reason}: {cause}" if cause not in ("", reason) else reason)


def proxy_for(endpoint: str, choice: str | None = ENVIRONMENT) -> Proxy | None:
    """The proxy for an endpoint; None for a direct connection.

    `choice` is "environment", None for no proxy, or the URL of a proxy. Raises `NetworkProxyError`
    if the proxy cannot be used.
    """
    try:
        target = urlsplit(endpoint)
        host, port = target.hostname, target.port or _ENDPOINT_PORTS.get(target.scheme, 0)
    except ValueError:
        return None  # connecting reports the malformed endpoint
    if choice is None or not host or target.scheme not in _VARIABLES or is_here(host):
        return None
    if choice != ENVIRONMENT:
        return _usable(_parsed(choice, ARGUMENT, "http"))
    for variable in _VARIABLES[target.scheme]:
        source, value = _looked_up(variable)
        if value:
            if _is_exempt(host, port):
                return None
            default = "socks5h" if variable == "socks_proxy" else "http"
            return _usable(_parsed(value, source, default))
    return None


def refuse_nested_tls(endpoint: str, proxy: Proxy | None) -> None:
    """Raise `NetworkProxyError` for a secure endpoint behind a secure proxy: a blocking socket has
    no TLS within TLS, as an asynchronous connection has."""
    if proxy is not None and proxy.scheme == "https" and endpoint.startswith("wss:"):
        raise NetworkProxyError(
            proxy.source,
            f"names {proxy}, and only an AsyncClient reaches a wss:// endpoint through an https:// "
            "proxy",
        )


def is_here(host: str) -> bool:
    """Whether a host is this machine: `localhost`, 127.0.0.0/8, ::1, or an unspecified address."""
    name = host.rstrip(".").lower()
    if name == "localhost" or name.endswith(".localhost"):
        return True
    address = _address(name)
    if address is None:
        return False
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return (mapped or address).is_loopback or (mapped or address).is_unspecified


def _address(name: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(name.partition("%")[0])
    except ValueError:
        pass
    try:
        return IPv4Address(socket.inet_aton(name))  # `127.1`, which the resolver accepts as well
    except (OSError, ValueError):
        return None


def _looked_up(variable: str) -> tuple[str, str]:
    """A variable and its value. The lower-case spelling wins, even if it is empty."""
    if variable in os.environ:
        return variable, os.environ[variable].strip()
    upper = variable.upper()
    if upper == "HTTP_PROXY" and "REQUEST_METHOD" in os.environ:
        return upper, ""  # in a CGI program a client can set it, with a `Proxy` header
    return upper, os.environ.get(upper, "").strip()


def _is_exempt(host: str, port: int) -> bool:
    """Whether NO_PROXY names the host: `*`, a domain with all below it, an address or a network,
    each with or without a port."""
    name, address = host.rstrip(".").lower(), _address(host)
    for entry in _looked_up("no_proxy")[1].replace(",", " ").lower().split():
        if entry == "*":
            return True
        domain, only = _without_port(entry)
        if only is not None and only != port:
            continue
        if address is not None and _contains(domain, address):
            return True
        domain = domain.removeprefix("*").strip(".")
        if domain and (name == domain or name.endswith(f".{domain}")):
            return True
    return False


def _without_port(entry: str) -> tuple[str, int | None]:
    if entry.startswith("["):
        address, _, port = entry[1:].partition("]")
        return address, int(port[1:]) if port[1:].isdecimal() else None
    name, colon, port = entry.rpartition(":")
    if colon and port.isdecimal() and ":" not in name:
        return name, int(port)
    return entry, None


def _contains(network: str, address: IPv4Address | IPv6Address) -> bool:
    try:
        return address in ip_network(network, strict=False)
    except ValueError:
        return False


def _parsed(value: str, source: str, default: str) -> Proxy:
    """The proxy that a value names; errors never repeat the value, which may be secret."""
    if source.lower() == "socks_proxy" and value.lower().startswith("http://"):
        value = value[len("http://") :]  # as some desktops write it
    text = value if "://" in value else f"{default}://{value}"
    try:
        parts = urlsplit(text)
        host, port = (parts.hostname or "").encode("idna").decode(), parts.port
    except ValueError:  # its message may repeat a part of the value
        raise NetworkProxyError(source, "is not a proxy URL") from None
    if parts.scheme not in _PORTS:
        raise NetworkProxyError(
            source, f"names a proxy with the unsupported scheme {parts.scheme!r}"
        )
    beyond = parts.path not in ("", "/") or parts.query or parts.fragment
    if not host or beyond or not text.isprintable() or " " in text:
        raise NetworkProxyError(source, "is not a proxy URL")
    shown = f"[{host}]" if ":" in host else host
    address = f"{shown}:{port or _PORTS[parts.scheme]}"
    user, at, _ = parts.netloc.rpartition("@")
    secret = user if ":" in user or not at else f"{user}:"
    return Proxy(f"{parts.scheme}://{secret}{at}{address}", source)


def _usable(proxy: Proxy) -> Proxy:
    if proxy.scheme.startswith("socks") and find_spec("python_socks") is None:
        raise NetworkProxyError(
            proxy.source,
            f"names the SOCKS proxy {proxy}, and the package python-socks is not installed",
            install="python-socks[asyncio]",
        )
    return proxy
