"""The SCALE codec, compiled from a registry of types.

It is our own for speed: `benchmarks.codec` compares it with `scalecodec`.

Layers, top to bottom:

    registry     Registry and Codec: the entry points
    shape        the structure of a type as a hash and as words
    place        where in a value an encoding failed
    rows         adjacent values of one fixed width → their reader
    reader       type and target → its read function
    read_body    the source of a read function
    writer       type → the source of a write function
    targets      which Python classes decoded values are built as
    source       lines of generated code, and runs of fixed-width values
    linker       one namespace in which generated functions find one another
    layout       least sizes, which bound every allocation
    plan         what each type is to the codec: its Python shape
    declare      registries written by hand
    graph        which types contain themselves
    refusals     what decoding calls for bytes that are no value
    values       what counts as a value of each shape when encoding
    era, bits    the two wire forms that no type describes
    primitives   compact integers, `Some`
    types        the portable registry's model

Each SCALE type has one Python shape:

    integers, bool, char, str                int, bool, str of one character, str
    Vec<u8>, [u8; N]                         bytes
    struct with names / without              dict / tuple (an empty one: ())
    newtype (one unnamed field)              its content: AccountId32 and H256 are 32 bytes
    tuple, array                             tuple
    Vec, BTreeSet                            list
    BTreeMap                                 list of pairs
    enum                                     the bare name, or (name, value); value is the single
                                             unnamed field, a tuple of several, a dict of named
    Option                                   None or the value; an option in an option: Some(value)
    fixed point ({bits}), u128, U256         int of the raw bits
    bit sequence                             tuple of bool
    Era                                      "Immortal" or ("Mortal", (period, phase))

Encoding also accepts unambiguous alternatives: lists for tuples and the reverse, other bytes-likes
for bytes, dataclasses and named tuples for structs, a dict for a list of pairs, `Some(x)` for any
filled option, None for (). Maps and sets are written in the order given: the caller sorts.
"""

from __future__ import annotations

from btsdk.scale.primitives import Some, compact_encode, compact_read
from btsdk.scale.registry import Codec, Registry

__all__ = ["Codec", "Registry", "Some", "compact_encode", "compact_read"]
