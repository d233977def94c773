"""The door: names that exist, bytes that do not, and answers of the declared shape."""

from __future__ import annotations

import pytest

from local_node.runtime.boundary import RuntimePanic, UnknownEntry
from tests.unit.local_node.runtime.executive.entries import NODE


@pytest.mark.parametrize("entry", ["Core_nothing", "Nothing_version", "", "version", "Core_"])
def test_an_unknown_entry(entry: str):
    with pytest.raises(UnknownEntry):
        NODE.executive.call(entry, b"", NODE.ext)


def test_arguments_that_are_left_over_or_missing():
    for args in (b"", b"\x0e\0\0", b"\x0e\0\0\0\0"):
        with pytest.raises(RuntimePanic, match="Bad input data"):
            NODE.executive.call("Metadata_metadata_at_version", args, NODE.ext)
