"""The generated files: fresh, complete, and nothing beside them."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from chain_spec.codegen.files import FOLDERS, KINDS, ROOT, generated
from chain_spec.profile import Profile
from chain_spec.runtime import build


@pytest.fixture(scope="module")
def files() -> dict[Path, str]:
    return generated()


def test_generated_files_are_fresh(files: dict[Path, str]) -> None:
    stale = [path for path, text in files.items() if not holds(path, text)]
    assert stale == [], "run python -m chain_spec.codegen"


def holds(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text() == text


def test_no_generated_file_is_left_over(files: dict[Path, str]) -> None:
    present = {path for folder in FOLDERS for path in (ROOT / "btsdk" / folder).glob("*.py")}
    assert present - set(files) == set()


def test_a_pallet_has_a_module_of_each_kind_that_it_has(files: dict[Path, str]) -> None:
    for pallet in build(Profile.SLOW).pallets.values():
        for kind in KINDS:
            heads = [
                path
                for path, text in files.items()
                if path.parent.name == kind and f"The {kind} of {pallet.name}." in text
            ]
            assert len(heads) == bool(getattr(pallet, kind)), (pallet.name, kind)


def test_a_package_lists_its_modules(files: dict[Path, str]) -> None:
    for folder in FOLDERS:
        init = files[ROOT / "btsdk" / folder / "__init__.py"]
        listed = next(
            ast.literal_eval(node.value)
            for node in ast.parse(init).body
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
        )
        modules = {path.stem for path in files if path.parent.name == folder} - {"__init__"}
        assert set(listed) == modules
