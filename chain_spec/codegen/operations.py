"""The text of `btsdk/ops/__init__.py`: the operations, each from the module that declares it.

An operation is declared by the `__all__` of its module in `btsdk/ops`, and nowhere else. The
modules are read, not imported: this package may use only the base rooms of the SDK.
"""

from __future__ import annotations

import ast
from pathlib import Path

_HEAD = '''"""Operations: frozen values that describe one change to the chain. One module each.

Each builds a call for the one door (`btsdk.tx`), and says in words what it will do and what may
surprise. None of them sends anything. The modules without an operation are what several share.

An operation loads when it is first named. Written by `chain_spec.codegen` from the `__all__` of
each module.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

'''
_TAIL = """
if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name in _MODULES:
            return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
"""


def operations(folder: Path) -> str:
    """The package of operations, lazy at run time and whole for type checkers."""
    declared = {path.stem: exported(path) for path in sorted(folder.glob("[!_]*.py"))}
    imports = "".join(
        f"    from btsdk.ops.{module} import {', '.join(names)}\n"
        for module, names in declared.items()
        if names
    )
    homes = sorted((name, module) for module, names in declared.items() for name in names)
    table = "".join(f'    "{name}": "{module}",\n' for name, module in homes)
    listed = "".join(f'    "{name}",\n' for name, _ in homes)
    return (
        f"{_HEAD}if TYPE_CHECKING:\n{imports}\n"
        f"_MODULES = {{\n{table}}}\n\n__all__ = [\n{listed}]\n{_TAIL}"
    )


def exported(path: Path) -> list[str]:
    """The `__all__` of a module; empty for one that exports nothing by name."""
    for statement in ast.parse(path.read_text()).body:
        match statement:
            case ast.Assign(targets=[ast.Name(id="__all__")], value=ast.List() as names):
                return [str(name) for name in ast.literal_eval(names)]
    return []
