"""The endpoint of an axon: given by options, or asked for on a terminal."""

from __future__ import annotations

from btcli.context import Context
from btcli.failures import NeedsConfirmation
from btsdk.errors import UsageError

_MOST_PORT = 65_535


def endpoint(context: Context, ip: str | None, port: int | None) -> tuple[str, int]:
    """The address and the port. Where nobody can be asked, all missing options are named."""
    options = {"--ip ADDRESS": ip, "--port N": port}
    missing = [option for option, value in options.items() if value is None]
    error = UsageError("no endpoint given", hint=f"Use {' and '.join(missing)}.")
    if missing and not context.may_prompt:
        raise error
    try:
        address = context.ask("IP address of the axon: ") if ip is None else ip
        number = _port(context.ask("Port of the axon: ")) if port is None else port
    except NeedsConfirmation:
        raise error from None
    return address, number


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= _MOST_PORT):
        raise UsageError(f"a port is a number from 1 to {_MOST_PORT}, not {text!r:.100}")
    return int(text)
