"""Code as it lies under `:code`."""

from __future__ import annotations

import pytest
import zstandard
from wasmtime import wat2wasm

from local_node.runtime.version import RuntimeVersion, api_id
from local_node.runtime.wasm.code import (
    MAGIC,
    MAX_CODE_BYTES,
    BadCode,
    custom_section,
    embedded_version,
    wasm_of,
)

BARE = bytes(wat2wasm("(module)"))
VERSION = RuntimeVersion("tiny", "test", 1, 7, 0, (), 3, 1)


def compressed(data: bytes) -> bytes:
    return MAGIC + zstandard.ZstdCompressor().compress(data)


def with_section(name: bytes, content: bytes, wasm: bytes = BARE) -> bytes:
    body = bytes((len(name),)) + name + content
    assert len(body) < 128
    return wasm + b"\0" + bytes((len(body),)) + body


def test_code_is_taken_as_it_is_or_decompressed() -> None:
    assert wasm_of(BARE) == wasm_of(compressed(BARE)) == BARE


@pytest.mark.parametrize("code", [b"", b"btsdk bundled runtime", compressed(b"text"), b"\x7fELF"])
def test_what_is_no_module_is_refused(code: bytes) -> None:
    with pytest.raises(BadCode, match="not a WebAssembly module"):
        wasm_of(code)


@pytest.mark.parametrize("data", [b"", b"rubbish", compressed(BARE * 99)[8:30]])
def test_what_does_not_decompress_is_refused(data: bytes) -> None:
    with pytest.raises(BadCode):
        wasm_of(MAGIC + data)


def test_a_bomb_does_not_go_off() -> None:
    bomb = compressed(BARE + bytes(MAX_CODE_BYTES))
    assert len(bomb) < 10_000
    with pytest.raises(BadCode, match="more than"):
        wasm_of(bomb)
    assert wasm_of(compressed(BARE + bytes(100)), most=108) == BARE + bytes(100)
    with pytest.raises(BadCode, match="more than 107 bytes"):
        wasm_of(compressed(BARE + bytes(100)), most=107)


def test_sections_are_found_by_name() -> None:
    wasm = with_section(b"two", b"2", with_section(b"one", b"1"))
    assert (custom_section(wasm, b"one"), custom_section(wasm, b"two")) == (b"1", b"2")
    assert custom_section(wasm, b"three") is None
    with pytest.raises(BadCode, match="cut off"):
        custom_section(wasm[:-2], b"two")


def test_the_version_is_put_together_from_two_sections() -> None:
    wasm = with_section(b"runtime_version", VERSION.encode())
    assert embedded_version(wasm) == VERSION.encode()
    apis = api_id("Core") + (5).to_bytes(4, "little")
    both = embedded_version(with_section(b"runtime_apis", apis, wasm))
    assert both == VERSION._replace(apis=((api_id("Core"), 5),)).encode()


@pytest.mark.parametrize("content", [b"", b"\xff" * 20])
def test_a_section_that_is_no_version_is_none(content: bytes) -> None:
    assert embedded_version(with_section(b"runtime_version", content)) is None
    assert embedded_version(BARE) is None
