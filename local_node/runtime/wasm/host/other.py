"""The small families: `misc`, `wasm_tracing`, `transaction_index`, `storage_proof_size`."""

from __future__ import annotations

from typing import Final

from local_node.runtime.wasm.call import LOG, Call
from local_node.runtime.wasm.host.function import (
    BOOLEAN,
    BYTES_32,
    DATA,
    OPTIONAL_DATA,
    U32,
    U64,
    Family,
)

MISC: Final = Family("misc")
TRACING: Final = Family("wasm_tracing")
TRANSACTION_INDEX: Final = Family("transaction_index")
PROOF_SIZE: Final = Family("storage_proof_size")

PROOF_IS_NOT_RECORDED: Final = 2**64 - 1


@MISC.function(1, U64)
def print_num(_call: Call, number: int) -> None:
    """Print a number, for debugging a runtime."""
    LOG.debug("%d", number)


@MISC.function(1, DATA)
def print_utf8(_call: Call, text: bytes) -> None:
    """Print text."""
    LOG.debug("%s", text.decode(errors="replace"))


@MISC.function(1, DATA)
def print_hex(_call: Call, data: bytes) -> None:
    """Print bytes."""
    LOG.debug("0x%s", data.hex())


@MISC.function(1, DATA, returns=OPTIONAL_DATA)
def runtime_version(call: Call, code: bytes) -> bytes | None:
    """The encoded version of a runtime's code, or None."""
    return call.runtime.version_of(code)


@TRACING.function(1, DATA, returns=BOOLEAN)
def enabled(_call: Call, _metadata: bytes) -> bool:
    """Always false: tracing is off."""
    return False


@TRACING.function(1, DATA, returns=U64)
def enter_span(_call: Call, _attributes: bytes) -> int:
    """Always 0, as tracing is off."""
    return 0


@TRACING.function(1, DATA)
def event(_call: Call, _event: bytes) -> None:
    """Ignored, as tracing is off."""


@TRACING.function(1, U64)
def exit(_call: Call, _span: int) -> None:
    """Ignored, as tracing is off."""


@TRANSACTION_INDEX.function(1, U32, U32, BYTES_32)
def index(_call: Call, _extrinsic: int, _size: int, _context: bytes) -> None:
    """Ignored: block bodies are kept whole, so no index is needed."""


@TRANSACTION_INDEX.function(1, U32, BYTES_32)
def renew(_call: Call, _extrinsic: int, _context: bytes) -> None:
    """Ignored: block bodies are never pruned."""


@PROOF_SIZE.function(1, returns=U64)
def storage_proof_size(_call: Call) -> int:
    """The maximum: no proof is recorded when a block is made or executed in full."""
    return PROOF_IS_NOT_RECORDED
