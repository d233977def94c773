"""Exports: a chain in a file, line by line; what is damaged or foreign is seen and refused."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from btsdk.errors import UsageError
from btsdk.well_known_keys import CODE
from local_node.chain.block import Block
from local_node.dev import dumps
from local_node.dev.control import Control
from local_node.dev.exports import End, ImpersonationItem, Item, read_export, write_export

ACCOUNT = bytes(range(32))


def items_of(path: Path) -> list[Item]:
    with read_export(path) as (_, items):
        return list(items)


def lines_of(path: Path) -> list[bytes]:
    return gzip.decompress(path.read_bytes()).splitlines(keepends=True)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "chain.export"


def test_every_block_is_in_it_in_order(
    control: Control, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dumps, "PART_BLOCKS", 3)
    control.new_blocks(4)
    control.impersonate(ACCOUNT)
    control.new_blocks(height=50)
    control.new_blocks(4)
    told: list[tuple[int, int]] = []
    end = write_export(path, control.dump, lambda *numbers: told.append(numbers))
    assert told == [(3, 54), (6, 54), (9, 54)]
    chain = control.chain
    with read_export(path) as (exported, read):
        assert (exported.chain, exported.spec) == (chain.spec.id, getattr(chain.spec, "text", ""))
        assert exported.genesis == "0x" + chain.genesis_hash.hex()
        items = list(read)
    assert items[0] == ImpersonationItem((ACCOUNT,))
    blocks = [item for item in items if isinstance(item, Block)]
    assert [block.number for block in blocks] == [1, 2, 3, 4, *range(50, 55)]
    assert blocks == [chain.block(chain.hash_at(block.number) or b"") for block in blocks]
    assert items[-1] == end == End("0x" + chain.best.hash.hex(), 9, chain.clock.offset_ms)
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_whoever_is_impersonated_later_comes_before_what_they_sign(
    control: Control, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dumps, "PART_BLOCKS", 2)
    control.new_blocks(4)

    def parts(first: int) -> dict[str, Any]:
        part = control.dump(first)
        if first == 1:
            control.impersonate(ACCOUNT)
            control.new_blocks(1)
        return part

    write_export(path, parts)
    kinds = [type(item).__name__ for item in items_of(path)]
    assert kinds == ["Block", "Block", "ImpersonationItem", "Block", "Block", "Block", "End"]


def test_a_part_is_no_larger_than_it_must_be(
    control: Control, monkeypatch: pytest.MonkeyPatch
) -> None:
    control.new_blocks(5)
    monkeypatch.setattr(dumps, "PART_BYTES", 1)
    part = control.dump(1)
    assert (len(part["blocks"]), part["next"]) == (1, 2)
    assert control.dump(5)["next"] is None
    assert control.dump(6)["blocks"] == []
    assert "next" not in control.dump()


def test_an_empty_chain(control: Control, path: Path) -> None:
    end = write_export(path, control.dump)
    assert end.head == "0x" + control.chain.genesis_hash.hex()
    assert items_of(path) == [end]


def test_a_chain_that_changes_its_branch_is_not_mixed_up(
    control: Control, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dumps, "PART_BLOCKS", 2)
    path.write_text("what was there")
    control.new_blocks(4)

    def parts(first: int) -> dict[str, Any]:
        part = control.dump(first)
        control.set_head(0)
        control.set_balance(ACCOUNT, 1000 + first)
        control.new_blocks(4)
        return part

    with pytest.raises(UsageError, match="another branch"):
        write_export(path, parts)
    assert path.read_text() == "what was there"
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_chain_that_another_release_began_is_not_exported(control: Control, path: Path) -> None:
    """Nobody could import it: its genesis is not what this release's runtime makes."""
    marker = control.chain.state().get(CODE)
    control.patch({CODE: marker})
    with pytest.raises(UsageError, match="block 1 is an upgrade") as caught:
        write_export(path, control.dump)
    assert "copy the chain file" in str(caught.value.hint)
    assert not path.exists()


def test_a_place_that_cannot_be_written(control: Control, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be written"):
        write_export(tmp_path / "nowhere" / "file", control.dump)


def test_files_that_are_no_exports(control: Control, path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        items_of(path)
    path.write_bytes(b"not gzip")
    with pytest.raises(UsageError, match="is not an export"):
        items_of(path)
    for content in (b"[]\n", b'{"a": 1}\n', b'"0x00"\n'):
        path.write_bytes(gzip.compress(content))
        with pytest.raises(UsageError, match="is not an export"):
            items_of(path)
    path.write_bytes(gzip.compress(b'{"btsdk chain export": 2}\n'))
    with pytest.raises(UsageError, match="format 2, and this release knows 1"):
        items_of(path)
    path.write_bytes(gzip.compress(b'{"btsdk chain export": 1, "chain": 3}\n'))
    with pytest.raises(UsageError, match="damaged"):
        items_of(path)


def test_what_is_damaged_is_seen(control: Control, path: Path) -> None:
    control.new_blocks(3)
    write_export(path, control.dump)
    head, *blocks, end = lines_of(path)
    spoiled = {
        "cut off": [head, *blocks],
        "cut off ": [head, *blocks, end[:-1]],
        "after its end": [head, *blocks, end, blocks[0]],
        "invalid line": [head, b'"0xzz"\n', end],
        "invalid line ": [head, b"7\n", end],
        "invalid line: .*are missing": [head, b'"0x00"\n', end],
        "not JSON": [head, b"{\n", end],
        "not JSON ": [head, b"[" * 100_000 + b"\n", end],
        "'head'": [head, b"{}\n"],
    }
    for reason, lines in spoiled.items():
        path.write_bytes(gzip.compress(b"".join(lines)))
        with pytest.raises(UsageError, match=f"damaged: .*{reason.strip()}") as caught:
            items_of(path)
        assert "Nothing was changed" in str(caught.value.hint)


def test_a_line_without_end_is_not_read_for_ever(
    path: Path, monkeypatch: pytest.MonkeyPatch, control: Control
) -> None:
    """Forty megabytes that were forty kilobytes."""
    write_export(path, control.dump)
    monkeypatch.setattr("local_node.dev.exports._LINE", 1 << 20)
    path.write_bytes(gzip.compress(lines_of(path)[0] + b'"0x' + b"0" * (40 << 20)))
    with pytest.raises(UsageError, match="a line is too long"):
        items_of(path)


@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(at=st.floats(0, 1, exclude_max=True), byte=st.integers(0, 255), keep=st.booleans())
def test_whatever_became_of_a_file_reading_it_ends_well_or_with_an_error(
    control: Control, path: Path, at: float, byte: int, keep: bool
) -> None:
    if control.chain.best.number == 0:
        control.new_blocks(2)
    write_export(path, control.dump)
    whole = items_of(path)
    content = bytearray(path.read_bytes())
    place = int(at * len(content))
    content[place] = byte
    path.write_bytes(content if keep else content[:place])
    try:
        found = items_of(path)
    except UsageError:
        return
    assert found == whole


def test_lines_are_what_the_docstring_says(control: Control, path: Path) -> None:
    control.new_blocks(1)
    write_export(path, control.dump)
    head, block, end = (json.loads(line) for line in lines_of(path))
    assert set(head) == {"btsdk chain export", "chain", "spec", "genesis"}
    assert block.startswith("0x")
    assert set(end) == {"head", "blocks", "clockOffsetMs"}
