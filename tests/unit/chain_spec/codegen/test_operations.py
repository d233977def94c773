"""The lists of operations, written from the modules that declare them."""

from __future__ import annotations

import ast
from pathlib import Path

from chain_spec.codegen.files import ROOT
from chain_spec.codegen.operations import exported, operations


def test_an_operation_is_declared_by_its_module(tmp_path: Path) -> None:
    (tmp_path / "one.py").write_text('import ast\n\n__all__ = ["Another", "One"]\n')
    (tmp_path / "shared.py").write_text("def help() -> None: ...\n")
    text = operations(tmp_path)
    assert "    from btsdk.ops.one import Another, One\n" in text
    assert '    "Another": "one",\n    "One": "one",\n' in text
    assert "shared" not in text


BASES = {"ForRoot", "_Destruction", "_Locking"}
"""Classes that operations extend or consist of."""


def test_no_operation_is_left_undeclared() -> None:
    for path in (ROOT / "btsdk" / "ops").glob("[!_]*.py"):
        drafting = [
            node.name
            for node in ast.parse(path.read_text()).body
            if isinstance(node, ast.ClassDef)
            and node.name not in BASES
            and any(
                isinstance(part, ast.FunctionDef) and part.name == "draft" for part in node.body
            )
        ]
        assert set(drafting) <= set(exported(path)), path
