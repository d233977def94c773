"""Signed messages at the terminal: the two forms, and what guards the raw one."""

from __future__ import annotations

from btcli.context import Context
from btcli.failures import Declined
from btsdk.errors import UsageError
from btsdk.keys.messages import Form, payload_like

CONFIRMATION = "sign raw bytes"

_VERIFIED: dict[Form, str] = {
    "wrapped": "The signature is good: {} signed this message.",
    "raw": "The signature is good: {} signed the bare bytes of this message.",
}


def message_bytes(text: str) -> bytes:
    """The bytes that were given on the command line, also where they are not UTF-8."""
    return text.encode(errors="surrogateescape")


def verified(form: Form, address: str) -> str:
    """What a good signature shows."""
    return _VERIFIED[form].format(address)


def allow_raw(context: Context, data: bytes, *, coldkey: bool) -> None:
    """Raise `UsageError` for bytes that may be a transaction; a coldkey's have to be confirmed."""
    reason = payload_like(data)
    if reason is not None:
        raise UsageError(
            f"these {len(data)} bytes are not signed raw: {reason}",
            hint="Sign the message without --raw. `btcli` signs transactions itself.",
        )
    if not coldkey:
        return
    context.output.warn(
        f"These {len(data)} bytes are signed as they are, with the coldkey:",
        "",
        f"    text  {data.decode(errors='backslashreplace')!a}",
        f"    hex   0x{data.hex()}",
        "",
        "They are not a known form of transaction. Never sign raw bytes for a site that you do not "
        "trust;",
        "a hotkey (--use-hotkey) owns no funds.",
    )
    if context.ask(f"Type {CONFIRMATION!r} to sign them: ") != CONFIRMATION:
        raise Declined("declined; nothing was signed")
