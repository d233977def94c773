"""Which code is a compiled runtime, and what a host is told of calls that cannot be made."""

from __future__ import annotations

import pytest

from local_node.runtime.boundary import RuntimePanic, UnknownEntry, is_compiled
from tests.unit.local_node.runtime.support import Node


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (b"\0asm\x01\0\0\0", True),
        (bytes.fromhex("52bc537646db8e05") + b"zstd", True),
        (b"\0as", False),
        (b"btsdk bundled runtime 425", False),
        (b"", False),
        (None, False),
    ],
)
def test_compiled_code_is_told_by_how_it_begins(code: bytes | None, expected: bool) -> None:
    assert is_compiled(code) is expected


def test_the_mark_of_the_bundled_runtime_is_no_compiled_one() -> None:
    assert not is_compiled(Node().ext.get(b":code"))


def test_errors_say_which_entry_it_was() -> None:
    node = Node()
    with pytest.raises(UnknownEntry, match="no entry point Core_nothing") as unknown:
        node.executive.call("Core_nothing", b"", node.ext)
    assert unknown.value.entry == "Core_nothing"
    with pytest.raises(RuntimePanic, match=r"^Core_initialize_block panicked: ") as panic:
        node.executive.call("Core_initialize_block", b"junk", node.ext)
    assert panic.value.entry == "Core_initialize_block"
    assert panic.value.reason in str(panic.value)
