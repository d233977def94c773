"""The code of a runtime as stored under `:code`: compressed or not, with custom sections.

Substrate's builder compresses with zstd after eight bytes of magic. It puts the runtime's version
and APIs into custom sections, so that they can be read without execution.
"""

from __future__ import annotations

from typing import Final

from btsdk.errors import BtError, DecodeError
from local_node.runtime.version import RuntimeVersion, read_apis

MAGIC: Final = bytes.fromhex("52bc537646db8e05")
"""The prefix of compressed code."""

WASM: Final = b"\0asm"
_AFTER_VERSION: Final = 8
_CUSTOM: Final = 0

MAX_CODE_BYTES: Final = 50 * 1024 * 1024
"""The size limit of decompressed code, as in Substrate's executor."""


class BadCode(BtError):
    """Raised for code that is not a runtime, or not one that this host can run."""


def wasm_of(code: bytes, most: int = MAX_CODE_BYTES) -> bytes:
    """The WebAssembly module of a runtime's code; raises `BadCode`."""
    wasm = _decompressed(code[len(MAGIC) :], most) if code.startswith(MAGIC) else code
    if not wasm.startswith(WASM):
        raise BadCode(
            "the runtime's code is not a WebAssembly module",
            hint="A runtime is a .wasm file, or one compressed by Substrate's wasm-builder.",
        )
    return wasm


def _decompressed(data: bytes, most: int) -> bytes:
    import zstandard  # noqa: PLC0415 - only for compressed code

    try:
        # Read as a stream, so that no more than the limit is ever in memory.
        with zstandard.ZstdDecompressor(max_window_size=2**27).stream_reader(data) as reader:
            wasm = reader.read(most + 1)
    except zstandard.ZstdError as error:
        raise BadCode(f"the runtime's code cannot be decompressed: {error}") from error
    if len(wasm) > most:
        raise BadCode(f"the runtime's code decompresses to more than {most} bytes")
    return bytes(wasm)


def embedded_version(wasm: bytes) -> bytes | None:
    """The encoded `RuntimeVersion` in a module's custom sections, or None."""
    version = custom_section(wasm, b"runtime_version")
    apis = custom_section(wasm, b"runtime_apis")
    if version is None:
        return None
    try:
        bare = RuntimeVersion.decode(version)
        return bare._replace(apis=read_apis(apis) if apis else bare.apis).encode()
    except DecodeError:
        return None


def custom_section(wasm: bytes, name: bytes) -> bytes | None:
    """The content of the first custom section of this name; raises `BadCode`."""
    at = _AFTER_VERSION
    while at < len(wasm):
        kind = wasm[at]
        size, start = _leb(wasm, at + 1)
        at = start + size
        if at > len(wasm):
            raise BadCode("the runtime's code is cut off")
        if kind == _CUSTOM:
            length, begin = _leb(wasm, start)
            if wasm[begin : begin + length] == name:
                return wasm[begin + length : at]
    return None


def _leb(data: bytes, at: int) -> tuple[int, int]:
    """An unsigned LEB128 number, and the offset after it."""
    value = shift = 0
    for end in range(at, min(at + 5, len(data))):
        value |= (data[end] & 0x7F) << shift
        if data[end] < 0x80:
            return value, end + 1
        shift += 7
    raise BadCode("the runtime's code is cut off")
