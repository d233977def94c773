"""Fuzzes the decoder of extrinsics and calls: bytes decode, or are a `DecodeError`; what decodes
has one encoding, which decodes to the same."""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["btsdk.scale", "btsdk.extrinsic", "local_node.runtime"]):
    from btsdk.errors import DecodeError
    from btsdk.scale.primitives import compact_encode
    from chain_spec import chains
    from chain_spec.runtime import OUTER_CALL
    from local_node.runtime.executive.extrinsics import Extrinsics

INTERFACE = chains.load("dev").interface
EXTRINSICS = Extrinsics(INTERFACE)
CALL = INTERFACE.codec(OUTER_CALL)


def one_input(data: bytes) -> None:
    """What libFuzzer calls."""
    try:
        extrinsic = EXTRINSICS.decode(data)
    except DecodeError:
        return
    assert extrinsic.content == data
    assert extrinsic.encoded == compact_encode(len(data)) + data
    again = CALL.encode(extrinsic.call)
    assert CALL.decode(again) == extrinsic.call


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
