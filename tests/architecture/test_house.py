"""The house as `pyproject.toml` declares it: rooms named, foreign packages in their one place."""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

import pytest

from tests.architecture.sources import PACKAGES, ROOT, running, sources


def _imports(path: Path) -> set[str]:
    """Top-level names of everything that the file imports, anywhere in it."""
    found = set()
    for node in running(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            found.add(node.module.split(".")[0])
    return found


def test_every_child_of_btsdk_is_named_in_the_contract() -> None:
    text = (ROOT / "pyproject.toml").read_text()
    contract = text.split('name = "The house, top to bottom"')[1].split("]", 1)[0]
    named = set(re.findall(r"btsdk\.(\w+)", contract))
    children = {
        path.stem
        for path in (ROOT / "btsdk").iterdir()
        if not path.name.startswith("_")
        and (path.suffix == ".py" or (path / "__init__.py").exists())
    }
    assert children == named


def test_interop_is_the_only_user_of_substrateinterface() -> None:
    users = {
        str(path.relative_to(ROOT))
        for path in sources()
        if {"substrateinterface", "scalecodec"} & _imports(path)
    }
    assert users <= {"btsdk/interop.py"}


@pytest.mark.skipif(sys.version_info < (3, 11), reason="tomllib came with Python 3.11")
def test_every_foreign_import_is_a_declared_dependency() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    declared = {
        re.split(r"[<>=\[ ]", requirement)[0].lower().replace("-", "_")
        for requirement in [
            *project["dependencies"],
            *(r for extra in project["optional-dependencies"].values() for r in extra),
        ]
    }
    module_names = {
        "nacl": "pynacl",
        "sr25519": "py_sr25519_bindings",
        "bip39": "py_bip39_bindings",
        "ed25519_zebra": "py_ed25519_zebra_bindings",
        "Crypto": "pycryptodome",
        "substrateinterface": "substrate_interface",
        "click": "typer",
    }
    foreign = {}
    for path in sources():
        for name in _imports(path) - set(sys.stdlib_module_names) - set(PACKAGES):
            if module_names.get(name, name).lower() not in declared:
                foreign.setdefault(name, str(path.relative_to(ROOT)))
    assert foreign == {}


def test_every_package_says_what_lives_in_it() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in sources()
        if path.stat().st_size > 1 and not ast.get_docstring(ast.parse(path.read_text()))
    ]
    assert silent == []


def test_no_room_is_called_utils() -> None:
    assert [path for path in sources() if path.stem in {"utils", "helpers", "misc"}] == []


def test_no_private_name_crosses_a_module() -> None:
    crossing = []
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ImportFrom) and node.module and node.module != "__future__":
                crossing += [
                    f"{path.relative_to(ROOT)}: {alias.name}"
                    for alias in node.names
                    if alias.name.startswith("_") and not alias.name.startswith("__")
                ]
    assert crossing == []
