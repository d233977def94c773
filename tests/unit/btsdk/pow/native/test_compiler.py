"""Compiled kernels: cached in private files, and rebuilt where a file is not to be trusted."""

from __future__ import annotations

import os
from pathlib import Path

import llvmlite.binding as llvm
import pytest

from btsdk.pow import ClassicForm, reference
from btsdk.pow.native import compiler, kernel
from btsdk.pow.native.kernel import MessageLayout
from btsdk.pow.native.paths import PATHS
from btsdk.pow.native.search import NativeSearch
from btsdk.private_cache import PrivateCache

LAYOUT = MessageLayout(0, 40)
PATH = compiler.available()[-1]
PUZZLE = ClassicForm(bytes(32)).puzzle(bytes(32))


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sources that were compiled, and not loaded from the cache."""
    sources: list[str] = []
    original = compiler._compiled

    def noted(source: str, machine: llvm.TargetMachine) -> bytes:
        sources.append(source)
        return original(source, machine)

    monkeypatch.setattr(compiler, "_compiled", noted)
    return sources


def load(folder: Path) -> None:
    compiler.LoadedKernel(LAYOUT, PATH, PrivateCache(folder, ".kernel"))


def test_code_is_compiled_once_and_its_file_is_private(tmp_path: Path, compiled: list[str]) -> None:
    folder = tmp_path / "pow"
    load(folder)
    load(folder)
    assert len(compiled) == 1
    (file,) = folder.iterdir()
    assert (file.stat().st_mode & 0o777, folder.stat().st_mode & 0o777) == (0o600, 0o700)


def test_a_damaged_or_foreign_file_is_rebuilt(tmp_path: Path, compiled: list[str]) -> None:
    load(tmp_path)
    (file,) = tmp_path.iterdir()
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    load(tmp_path)
    file.rename(tmp_path / "elsewhere")
    file.symlink_to(tmp_path / "elsewhere")
    load(tmp_path)
    os.chmod(file, 0o666)
    load(tmp_path)
    assert len(compiled) == 4
    load(tmp_path)
    assert len(compiled) == 4


def test_a_directory_that_others_may_write_is_not_read(tmp_path: Path, compiled: list[str]) -> None:
    load(tmp_path)
    os.chmod(tmp_path, 0o777)
    load(tmp_path)
    assert len(compiled) == 2


def test_a_directory_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    search = NativeSearch(PATH, tmp_path / "file" / "folder")
    assert search.search(PUZZLE, 100, 5, 1000) == reference.search(PUZZLE, 100, 5, 1000)


def test_the_narrow_path_of_arm_compiles() -> None:
    """Its code cannot run here: its vectors are looked at."""
    llvm.initialize_all_targets()
    llvm.initialize_all_asmprinters()
    neon = PATHS[-1]
    target = llvm.Target.from_triple("aarch64-unknown-linux-gnu")
    machine = target.create_target_machine(cpu=neon.cpu, opt=1)
    text = machine.emit_assembly(llvm.parse_assembly(kernel.source(LAYOUT, neon.lanes)))
    assert ".4s" in text
    assert ".2d" in text
