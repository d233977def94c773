"""No module imports itself by way of others, imports inside functions counted.

What stands under `if TYPE_CHECKING:` is for readers and type checkers, and does not run.
"""

from __future__ import annotations

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.architecture.sources import PACKAGES, module_of, running, sources


def modules(package: str) -> dict[str, Path]:
    return {module_of(path): path for path in sources(package)}


def imported(path: Path, known: dict[str, Path]) -> set[str]:
    found: set[str] = set()
    for node in running(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                name = f"{node.module}.{alias.name}"
                found.add(name if name in known else node.module)
    return found & set(known)


@pytest.mark.parametrize("package", PACKAGES)
def test_no_module_imports_itself_by_way_of_others(package: str) -> None:
    known = modules(package)
    graph = {name: imported(path, known) - {name} for name, path in known.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(reversed(error.args[1])))


def test_a_cycle_would_be_seen(tmp_path: Path) -> None:
    one = tmp_path / "one.py"
    one.write_text("def f():\n    from local_node.chain import chain\n")
    assert imported(one, modules("local_node")) == {"local_node.chain.chain"}
    one.write_text("if TYPE_CHECKING:\n    from local_node.chain import chain\n")
    assert imported(one, modules("local_node")) == set()
