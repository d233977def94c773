"""Options of older versions: hidden ones that are accepted, or refused with a reason.

An option without an effect here is accepted, so that old command lines work. An option that asks
for something unsupported is refused.
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
"""Key types by name, and by Substrate's numbers, which older versions accept."""


def key_type(text: str) -> Crypto:
    """The key type of a text; raises `UsageError`."""
    found = _KINDS.get(text.lower())
    if found is None:
        raise UsageError(f"unknown key type {text!r}", hint="One of: sr25519, ed25519, ecdsa.")
    return found


def _refused(message: str, hint: str) -> Callable[[Any], Any]:
    def refuse(value: Any) -> Any:
        if value:
            raise UsageError(message, hint=hint)
        return value

    return refuse


_NO_DASHBOARD = _refused(
    "there is no dashboard",
    "Use `btcli stake list --live` or `btcli subnets list --live` instead.",
)

DashboardPathOption = Annotated[
    str | None,
    Option("--dashboard-path", "--dash-path", hidden=True, callback=_NO_DASHBOARD),
]
ClearDashboardPathOption = Annotated[
    bool, Option("--dashboard-path", "--dash-path", hidden=True, callback=_NO_DASHBOARD)
]
