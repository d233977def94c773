"""Signed messages in their two forms, and the checks before raw bytes are signed."""

from __future__ import annotations

from btcli.context import Context
from btcli.failures import Declined
from btsdk.errors import UsageError
from btsdk.keys.messages import Form, payload_like

CONFIRMATION = "sign raw bytes"

_VERIFIED: dict[Form, str] = {
    "wrapped": "Good signature: {} signed this message.",
    "raw": "Good signature: {} signed the raw bytes of this message.",
}


def message_bytes(text: str) -> bytes:
    """The bytes of a command-line argument, UTF-8 or not."""
    return text.encode(errors="surrogateescape")


def verified(form: Form, address: str) -> str:
    """The message for a good signature."""
    return _VERIFIED[form].format(address)


def allow_raw(context: Context, data: bytes, *, coldkey: bool) -> None:
    """Raise `UsageError` for bytes that may be a transaction; confirm others with a coldkey."""
    reason = payload_like(data)
    if reason is not None:
        raise UsageError(
            f"refused to sign these {len(data)} bytes raw: {reason}",
            hint="Sign the message without --raw.",
        )
    if not coldkey:
        return
    context.output.warn(
        f"The coldkey is about to sign these {len(data)} raw bytes:",
        "",
        f"    text  {data.decode(errors='backslashreplace')!a}",
        f"    hex   0x{data.hex()}",
        "",
        "They do not look like a transaction. Never sign raw bytes for a site that you do not "
        "trust.",
        "A hotkey (--use-hotkey) holds no funds.",
    )
    if context.ask(f"Type {CONFIRMATION!r} to sign them: ") != CONFIRMATION:
        raise Declined("declined; nothing was signed")
