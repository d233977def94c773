"""A `SubstrateInterface` for the endpoint of a client, for existing scripts.

The only module that imports `substrateinterface`, and only on request.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from btsdk.errors import InteropError
from btsdk.forks import keep, silence

if TYPE_CHECKING:
    from substrateinterface import SubstrateInterface  # type: ignore[import-untyped]

_IMPOSTOR = "cyscale"


def substrate(endpoint: str, proxy: str | None = "environment") -> SubstrateInterface:
    """A connected `SubstrateInterface`, which the caller must close.

    `proxy` is as in `btsdk.drivers.proxies.proxy_for`. Raises `InteropError` if `cyscale` replaces
    `scalecodec`, if the library is missing or cannot use the proxy, or if the chain has no endpoint
    (it exists only in this process).
    """
    if not endpoint.startswith(("ws://", "wss://")):
        raise InteropError(
            f"{endpoint} has no endpoint that another library could connect to",
            hint="Start the chain as a node (`btcli node start`) and connect to its ws:// address.",
        )
    _refuse_impostor()
    try:
        from substrateinterface import SubstrateInterface  # noqa: PLC0415  # 0.3 s
    except ImportError as error:
        raise InteropError(
            f"substrateinterface cannot be imported: {error}",
            hint="pip install 'substrate-interface>=1.8,<1.9'",
        ) from error
    return SubstrateInterface(
        url=endpoint,
        ss58_format=42,
        # Its own type is u128, with which it cannot decode Subtensor's fees.
        type_registry={"types": {"Balance": "u64"}},
        ws_options=_route(endpoint, proxy),
    )


def _route(endpoint: str, choice: str | None) -> dict[str, Any]:
    """The proxy of the endpoint, as options of `websocket-client`, which has its own rules."""
    from btsdk.drivers.proxies import proxy_for  # noqa: PLC0415  # loaded with a connection

    proxy = proxy_for(endpoint, choice)
    if proxy is None:
        # Without a host it reads the environment; this host is never connected to.
        return {"http_proxy_host": "none", "http_proxy_port": 1, "http_no_proxy": ["*"]}
    if proxy.scheme == "https":
        raise InteropError(
            f"substrateinterface cannot connect through the proxy {proxy} (of {proxy.source})",
            hint="It takes an http:// or socks5:// proxy.",
        )
    return {
        "proxy_type": proxy.scheme,
        "http_proxy_host": proxy.host,
        "http_proxy_port": proxy.port,
        "http_proxy_auth": proxy.credentials,
        # With an empty list it would read NO_PROXY, which was applied already.
        "http_no_proxy": ["-"],
    }


def forsake(interface: SubstrateInterface) -> None:
    """In a child process: leave the connection to the parent."""
    keep(interface)
    connection = interface.transport.websocket.sock
    if connection is not None:  # it was closed
        silence(connection.fileno())


def _refuse_impostor() -> None:
    """Raise if `cyscale` is installed under the name `scalecodec`: it is not compatible."""
    from importlib import metadata  # noqa: PLC0415  # a fifth of the time to load a client

    try:
        metadata.distribution(_IMPOSTOR)
    except metadata.PackageNotFoundError:
        return
    raise InteropError(
        f"the package {_IMPOSTOR} has taken the name scalecodec in this environment",
        hint=f"pip uninstall {_IMPOSTOR}; pip install --force-reinstall 'scalecodec<1.3'",
    )
