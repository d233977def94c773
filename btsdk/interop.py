"""A `SubstrateInterface` for the endpoint of a client, for those who have scripts for it.

The one place in the SDK that imports `substrateinterface`, and it does so only when asked.
"""

from __future__ import annotations

from importlib import metadata
from typing import TYPE_CHECKING

from btsdk.errors import InteropError

if TYPE_CHECKING:
    from substrateinterface import SubstrateInterface  # type: ignore[import-untyped]

_IMPOSTOR = "cyscale"


def substrate(endpoint: str) -> SubstrateInterface:
    """A connected `SubstrateInterface`, to be closed by whoever asked for it.

    Raises `InteropError` where `cyscale` has taken the name of `scalecodec`, where the library is
    missing, or where the chain has no endpoint (one that lives in this process alone).
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
    return SubstrateInterface(url=endpoint, ss58_format=42)


def _refuse_impostor() -> None:
    """`cyscale` installs itself under the name `scalecodec`, and works otherwise."""
    try:
        metadata.distribution(_IMPOSTOR)
    except metadata.PackageNotFoundError:
        return
    raise InteropError(
        f"the package {_IMPOSTOR} has taken the name scalecodec in this environment",
        hint=f"pip uninstall {_IMPOSTOR}; pip install --force-reinstall 'scalecodec<1.3'",
    )
