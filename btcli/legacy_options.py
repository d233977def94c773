"""Options of older versions that have nothing to do here: taken in silence, or refused with reason.

A history of shell commands goes on working where an option cannot change what is done. One that
asks for something that cannot be had is refused, because what was asked for would not happen.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

from typer import Option

from btsdk.errors import UsageError

if TYPE_CHECKING:
    from btsdk.keys import Crypto

_KINDS: dict[str, Crypto] = {
    "sr25519": "sr25519", "ed25519": "ed25519", "ecdsa": "ecdsa",
    "0": "ed25519", "1": "sr25519", "2": "ecdsa",
}  # fmt: skip
"""The kinds of keys by their names, and by Substrate's numbers as older versions take them."""


def key_type(text: str) -> Crypto:
    """The kind of key that a text names; `UsageError` where it is none."""
    found = _KINDS.get(text.lower())
    if found is None:
        raise UsageError(f"{text!r} is no kind of key", hint="One of: sr25519, ed25519, ecdsa.")
    return found


def _only_ours(value: str | None) -> str | None:
    if value is not None and key_type(value) != "sr25519":
        raise UsageError(
            f"a key of type {key_type(value)} is not made here: key files hold sr25519 keys, and "
            "nothing here could sign with another",
            hint="Leave it away. `btcli wallet verify` checks signatures of all three types.",
        )
    return value


def _refused(message: str, hint: str) -> Callable[[Any], Any]:
    def refuse(value: Any) -> Any:
        if value:
            raise UsageError(message, hint=hint)
        return value

    return refuse


def crypto(
    crypto_type: Annotated[
        str | None, Option("--crypto-type", hidden=True, callback=_only_ours)
    ] = None,
) -> None:
    """The kind of a key that is made or restored."""


def two_cryptos(
    coldkey_crypto_type: Annotated[
        str | None,
        Option("--coldkey-crypto-type", "--crypto-type", hidden=True, callback=_only_ours),
    ] = None,
    hotkey_crypto_type: Annotated[
        str | None, Option("--hotkey-crypto-type", hidden=True, callback=_only_ours)
    ] = None,
) -> None:
    """The kinds of the two keys that are made together."""


_NO_DASHBOARD = _refused(
    "there is no dashboard here, and so no path of one to remember",
    "`btcli stake list --live` and `btcli subnets list --live` watch the chain in the terminal.",
)

DashboardPathOption = Annotated[
    str | None,
    Option("--dashboard-path", "--dash-path", hidden=True, callback=_NO_DASHBOARD),
]
ClearDashboardPathOption = Annotated[
    bool, Option("--dashboard-path", "--dash-path", hidden=True, callback=_NO_DASHBOARD)
]
