"""Which runtime a chain has, and how one that is compiled begins."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from btsdk.errors import ChainFileError, ChainSpecError, UsageError
from btsdk.keys.hashing import blake2_256
from btsdk.scale.primitives import compact_encode
from chain_spec import chains
from local_node.chain.chain import Chain
from local_node.chain.clock import Clock
from local_node.chain.genesis import merge_patch
from local_node.chain.host import ANY_SIGNATURE
from local_node.chain.importing import BadBlock
from local_node.runtime.version import RuntimeVersion, api_id
from local_node.state.store import Store
from tests.unit.local_node.chain.conftest import Wall
from tests.unit.local_node.chain.counter import CounterRuntime, Spec
from tests.unit.local_node.runtime.wasm.support import module
from tests.unit.local_node.state import reference

LONG = b"v" * 40


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def tiny(system_version: int = 1, number: int = 7) -> bytes:
    """A runtime that knows its version, and builds a genesis of what it is given."""
    core = (api_id("Core"), 5)
    version = RuntimeVersion("tiny", "test", 1, number, 0, (core,), 3, system_version).encode()
    preset = b'{"kept":1,"changed":2,"dropped":3}'
    answer = b"\x01" + compact_encode(len(preset)) + preset
    data = version + answer + b"config" + b"\x00"
    at = 1024
    return module(
        '(import "env" "ext_storage_set_version_1" (func $set (param i64 i64)))',
        f"""
        (func (export "Core_version") (param i32 i32) (result i64)
          (i64.const {len(version) << 32 | at}))
        (func (export "GenesisBuilder_get_preset") (param i32 i32) (result i64)
          (i64.const {len(answer) << 32 | at + len(version)}))
        (func (export "GenesisBuilder_build_state") (param $at i32) (param $length i32) (result i64)
          (call $set (i64.const {6 << 32 | at + len(version) + len(answer)})
            (i64.or (i64.extend_i32_u (local.get $at))
              (i64.shl (i64.extend_i32_u (local.get $length)) (i64.const 32))))
          (i64.const {1 << 32 | at + len(version) + len(answer) + 6}))""",
        data=data,
    )


def raw_spec(
    code: bytes | None, top: Mapping[bytes, bytes] | None = None, **children: Mapping[bytes, bytes]
) -> str:
    items = dict(top or {}) | ({} if code is None else {b":code": code})
    document = {
        "name": "Tiny",
        "id": "tiny",
        "properties": {},
        "genesis": {
            "raw": {
                "top": _hexed(items),
                "childrenDefault": {
                    "0x" + name.encode().hex(): _hexed(held) for name, held in children.items()
                },
            }
        },
    }
    return json.dumps(document)


def _hexed(items: Mapping[bytes, bytes]) -> dict[str, str]:
    return {"0x" + key.hex(): "0x" + value.hex() for key, value in items.items()}


@pytest.mark.parametrize("layout", [0, 1])
def test_a_raw_genesis_is_taken_as_it_is(layout: int) -> None:
    code, child = tiny(layout), {b"a": b"1", b"b": LONG}
    spec = chains.parse(raw_spec(code, {b"key": LONG}, mine=child), "tiny.json")
    chain = Chain.open(spec, Store())
    state = {
        b":code": code,
        b"key": LONG,
        b":child_storage:default:mine": reference.root(child, version=layout),
    }
    root = reference.root(state, version=layout)
    header = bytes(32) + b"\x00" + root + reference.root({}) + b"\x00"
    assert chain.genesis_hash == blake2_256(header)
    assert chain.is_compiled
    assert chain.version().spec_version == 7
    assert (spec.chain, spec.blocks.mode) == ("tiny", "on-demand")


def test_a_spec_may_be_begun_with_a_runtime_of_ones_own(tmp_path: Path) -> None:
    file = tmp_path / "other.wasm"
    file.write_bytes(tiny(number=8))
    spec = chains.parse(raw_spec(tiny()), "tiny.json")
    chain = Chain.open(chains.with_runtime(spec, file), Store())
    assert chain.version().spec_version == 8
    with pytest.raises(ChainSpecError, match="cannot be read"):
        chains.with_runtime(spec, tmp_path / "missing.wasm")


def test_a_configuration_is_laid_over_what_the_runtime_takes_for_granted(tmp_path: Path) -> None:
    file = tmp_path / "tiny.wasm"
    file.write_bytes(tiny())
    document = json.loads(chains.load("dev").text)
    patch = {"changed": 5, "dropped": None, "new": {"a": 1}}
    document["genesis"] = {"runtimeGenesis": {"patch": patch}}
    spec = chains.with_runtime(chains.parse(json.dumps(document), "mine.json"), file)
    chain = Chain.open(spec, Store())
    built = chain.state().get(b"config")
    assert built is not None
    text = b'{"changed":5,"kept":1,"new":{"a":1}}'
    assert built == compact_encode(len(text)) + text
    assert chain.state().get(b":code") == tiny()


def test_patches_are_those_of_rfc_7396() -> None:
    target: dict[str, Any] = {"a": {"b": 1, "c": 2}, "d": [1, 2], "e": 1}
    patch = {"a": {"b": None, "x": {"y": None, "z": 0}}, "d": [3], "e": {"f": 1}}
    assert merge_patch(target, patch) == {"a": {"c": 2, "x": {"z": 0}}, "d": [3], "e": {"f": 1}}
    assert target["a"] == {"b": 1, "c": 2}


def test_a_chain_goes_on_with_the_runtime_that_it_has(tmp_path: Path) -> None:
    path = tmp_path / "tiny.chain"
    spec = chains.parse(raw_spec(tiny()), "tiny.json")
    first = Chain.open(spec, Store(path))
    genesis = first.genesis_hash
    first.close()
    again = Chain.open(spec, Store(path))
    assert (again.genesis_hash, again.is_compiled) == (genesis, True)
    again.close()
    file = tmp_path / "other.wasm"
    file.write_bytes(tiny(number=8))
    store = Store(path)
    with pytest.raises(ChainFileError, match="a different runtime"):
        Chain.open(chains.with_runtime(spec, file), store)
    store.close()


def test_a_raw_genesis_without_a_runtime_says_where_it_belongs() -> None:
    with pytest.raises(ChainSpecError) as caught:
        chains.parse(raw_spec(None), "tiny.json")
    assert caught.value.place == "genesis.raw.top.0x3a636f6465"


@pytest.mark.parametrize("value", ["0xzz", 7])
def test_what_is_no_hex_is_refused(value: object) -> None:
    document = json.loads(raw_spec(tiny()))
    document["genesis"]["raw"]["top"]["0x00"] = value
    spec = chains.parse(json.dumps(document), "tiny.json")
    with pytest.raises(ChainSpecError, match="not hex"):
        Chain.open(spec, Store())


def test_a_spec_of_nobodys_needs_a_runtime() -> None:
    with pytest.raises(UsageError, match="a runtime is required"):
        Chain.open(Spec(), Store())


def test_authorities_whose_keys_nobody_has_are_stood_in_for(wall: Wall) -> None:
    store = Store()
    compiled = b"\0asm counter"
    Chain.open(Spec(), store, Clock(wall), CounterRuntime(code=compiled))
    chain = Chain.open(Spec(), store, Clock(wall), CounterRuntime(code=compiled), authorities=[])
    made = chain.author_block()
    block = chain.block(made.hash)
    assert block is not None
    assert block.header.seal is not None
    assert block.header.seal.data == ANY_SIGNATURE
    assert chain.check(execute=True) == []

    strict = Chain.open(Spec(), Store(), Clock(wall), CounterRuntime(code=compiled))
    with pytest.raises(BadBlock, match="its seal is not by"):
        strict.import_block(block)


def test_a_chain_of_ours_loads_nothing_that_runs_webassembly() -> None:
    """In a process of its own, since others here have loaded it."""
    code = (
        "import sys; from chain_spec import chains; from local_node.chain.chain import Chain; "
        "from local_node.state.store import Store; "
        "Chain.open(chains.load('dev'), Store()).author_block(); "
        "print([name for name in ('wasmtime', 'zstandard', 'coincurve') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
