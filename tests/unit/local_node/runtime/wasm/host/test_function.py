"""How a host function is declared: its name, and the types of its import."""

from __future__ import annotations

from typing import Any

import pytest

from local_node.runtime.wasm.host.function import (
    BOOLEAN,
    BYTES_32,
    DATA,
    OPTIONAL_DATA,
    SPAN,
    U32,
    U64,
    Family,
    HostFunction,
    Span,
)

FAMILY = Family("tea")


@FAMILY.function(1, DATA, BYTES_32, returns=OPTIONAL_DATA)
def brew(call: Any, leaf: bytes, key: bytes) -> bytes | None:
    return leaf + key


@FAMILY.function(2, SPAN, U32, name="brew", returns=U64)
def brew_into(call: Any, cup: Span, size: int) -> int:
    return cup.length + size


FAMILY.in_wasm(1, "stir", DATA, returns=BOOLEAN)


def types(function: HostFunction, *, host: bool = False) -> tuple[list[str], list[str]]:
    kind = function.host_type if host else function.type
    return [str(one) for one in kind.params], [str(one) for one in kind.results]


def test_a_name_has_its_family_and_its_version() -> None:
    assert list(FAMILY.functions) == [
        "ext_tea_brew_version_1",
        "ext_tea_brew_version_2",
        "ext_tea_stir_version_1",
    ]
    assert brew(None, b"a", b"b") == b"ab"


def test_bytes_are_wide_and_fixed_bytes_are_pointers() -> None:
    assert types(FAMILY.functions["ext_tea_brew_version_1"]) == (["i64", "i32"], ["i64"])
    assert types(FAMILY.functions["ext_tea_brew_version_2"]) == (["i64", "i32"], ["i64"])


def test_the_host_gives_the_length_of_bytes_and_a_number_as_it_is() -> None:
    first, second, third = FAMILY.functions.values()
    assert [one.allocates for one in (first, second, third)] == [True, False, False]
    assert types(first, host=True) == (["i64", "i32"], ["i32"])
    assert types(second, host=True) == types(second)


def test_a_function_in_webassembly_is_never_called_here() -> None:
    stir = FAMILY.functions["ext_tea_stir_version_1"]
    assert stir.in_wasm
    with pytest.raises(AssertionError, match="in WebAssembly"):
        stir.body()
    with pytest.raises(AssertionError, match="for results only"):
        BOOLEAN.read(None, 0)  # type: ignore[arg-type]
    with pytest.raises(AssertionError, match="for arguments only"):
        SPAN.write(None, b"")  # type: ignore[arg-type]


def test_numbers_are_cut_to_their_width() -> None:
    call: Any = None
    assert U32.read(call, -1) == 2**32 - 1
    assert U64.write(call, 2**64 + 5) == 5
    span = Span.of(7 << 32 | 1024)
    assert (span, span.word) == (Span(1024, 7), 7 << 32 | 1024)
