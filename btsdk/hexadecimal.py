"""Bytes as hex text, as JSON-RPC and chain specs write them."""

from __future__ import annotations


def from_hex(text: object) -> bytes:
    """The bytes of hex digits, with or without `0x`; raises `ValueError` for anything else."""
    if not isinstance(text, str):
        raise ValueError(f"hex text is expected, not {type(text).__name__}")
    return bytes.fromhex(text.removeprefix("0x"))
