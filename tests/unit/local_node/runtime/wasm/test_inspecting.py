"""What a runtime says of itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from local_node.runtime.version import RuntimeVersion, api_id
from local_node.runtime.wasm.code import BadCode
from local_node.runtime.wasm.inspecting import describe
from tests.unit.local_node.runtime.wasm.support import module

UNNAMED = b"\1" * 8


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))


def test_a_runtime_is_described() -> None:
    version = RuntimeVersion("tiny", "test", 1, 7, 0, ((api_id("Core"), 5), (UNNAMED, 2)), 3, 1)
    encoded = version.encode()
    code = module(
        """(import "env" "ext_storage_get_version_1" (func (param i64) (result i64)))
           (import "env" "ext_allocator_free_version_1" (func (param i32)))
           (import "env" "ext_tea_brew_version_1" (func))""",
        f"""(func (export "Core_version") (param i32 i32) (result i64)
              (i64.const {len(encoded) << 32 | 1024}))""",
        data=encoded,
    )
    found = describe(code)
    assert found.version == version
    assert found.apis == (("Core", 5), ("0x" + UNNAMED.hex(), 2))
    assert found.entries == ("Core_version",)
    assert len(found.imports) == 3
    assert found.unknown == ("ext_tea_brew_version_1",)
    assert found.code_bytes == found.wasm_bytes == len(code)


def test_a_module_without_a_version_is_no_runtime() -> None:
    with pytest.raises(BadCode, match="no runtime version"):
        describe(module("", ""))
