"""Compiled modules: where they lie, and when they are not trusted."""

from __future__ import annotations

from pathlib import Path

import pytest

from local_node.runtime.wasm import modules as room
from local_node.runtime.wasm.code import BadCode
from local_node.runtime.wasm.modules import KEEP, Modules
from tests.unit.local_node.runtime.wasm.support import module

CODE = module("", '(func (export "run") (param i32 i32) (result i64) (i64.const 0))')


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Codes that were compiled rather than loaded."""
    seen: list[bytes] = []
    original = room.wasm_of

    def watching(code: bytes) -> bytes:
        seen.append(code)
        return original(code)

    monkeypatch.setattr(room, "wasm_of", watching)
    return seen


def test_code_is_compiled_once_and_then_loaded(tmp_path: Path, compiled: list[bytes]) -> None:
    folder = tmp_path / "deep" / "modules"
    first = Modules(folder)
    assert first.of(CODE) is first.of(CODE) is first.of(bytes(bytearray(CODE)))
    Modules(folder).of(CODE)
    assert compiled == [CODE]
    [file] = folder.iterdir()
    assert (folder.stat().st_mode & 0o777, file.stat().st_mode & 0o777) == (0o700, 0o600)


def test_the_name_of_a_file_names_code_and_engine(tmp_path: Path) -> None:
    from importlib.metadata import version

    from btsdk.keys.hashing import blake2_256

    Modules(tmp_path / "m").of(CODE)
    [file] = (tmp_path / "m").iterdir()
    assert file.name.startswith(f"{blake2_256(CODE).hex()}-{version('wasmtime')}-")


@pytest.mark.parametrize("damage", [b"", b"rubbish"])
def test_a_damaged_file_is_as_good_as_none(
    tmp_path: Path, compiled: list[bytes], damage: bytes
) -> None:
    Modules(tmp_path / "m").of(CODE)
    [file] = (tmp_path / "m").iterdir()
    file.write_bytes(damage)
    Modules(tmp_path / "m").of(CODE)
    assert compiled == [CODE, CODE]


def test_what_others_could_have_written_is_neither_loaded_nor_added_to(
    tmp_path: Path, compiled: list[bytes]
) -> None:
    folder = tmp_path / "m"
    Modules(folder).of(CODE)
    folder.chmod(0o777)
    Modules(folder).of(CODE)
    folder.chmod(0o700)
    [file] = folder.iterdir()
    file.chmod(0o644)
    Modules(folder).of(CODE)
    assert compiled == [CODE, CODE, CODE]


def test_a_folder_that_cannot_be_made_costs_time_alone(
    tmp_path: Path, compiled: list[bytes]
) -> None:
    (tmp_path / "file").write_text("in the way")
    for _ in range(2):
        Modules(tmp_path / "file" / "m").of(CODE)
    assert compiled == [CODE, CODE]


def test_the_folder_does_not_grow_for_ever(tmp_path: Path) -> None:
    for number in range(KEEP + 2):
        Modules(tmp_path / "m").of(module("", "", data=b"%d" % number))
    assert len(list((tmp_path / "m").iterdir())) == KEEP


def test_what_does_not_compile_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadCode, match="does not compile"):
        Modules(tmp_path / "m").of(b"\0asm rubbish")
