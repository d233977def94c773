"""No module imports itself by way of others, imports inside functions counted.

What stands under `if TYPE_CHECKING:` does not run. It makes no cycle either, but for a short list.
"""

from __future__ import annotations

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.architecture.sources import PACKAGES, module_of, running, sources

TYPES_ONLY = {
    # A read function calls those of other types, which the reader makes as it makes this one.
    ("btsdk.scale.read_body", "btsdk.scale.reader"),
    # A state reads from its store, and the store makes its states.
    ("local_node.state.state", "local_node.state.store"),
    # A host function gets the call that it serves, and the call its runtime.
    ("local_node.runtime.wasm.call", "local_node.runtime.wasm.executor"),
    # A call is dispatched in a context, and may dispatch others through it.
    ("local_node.runtime.frame.dispatcher", "local_node.runtime.frame.context"),
    # A constant may be computed from the interface that it is declared in.
    ("chain_spec.declare", "chain_spec.runtime"),
    # The hint after a failure depends on what was sent, and what was sent is shown with it.
    ("btcli.failures", "btcli.output"),
    # Documents and tables show the values of the command that fills them.
    ("btcli.documents", "btcli.accounts.portfolio"),
    ("btcli.documents", "btcli.commands.stake.trades"),
    ("btcli.documents", "btcli.commands.wallet.key_creation"),
    ("btcli.render.stakes", "btcli.accounts.portfolio"),
    ("btcli.render.stakes", "btcli.commands.stake.trades"),
    ("btcli.render.wallets", "btcli.commands.wallet.key_creation"),
}


def modules(package: str) -> dict[str, Path]:
    return {module_of(path): path for path in sources(package)}


def imported(path: Path, known: dict[str, Path], *, types: bool = False) -> set[str]:
    """The modules that a file imports; with `types` those for type checkers, too."""
    found: set[str] = set()
    tree = ast.parse(path.read_text())
    for node in ast.walk(tree) if types else running(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                name = f"{node.module}.{alias.name}"
                found.add(name if name in known else node.module)
    return found & set(known)


def graph(package: str, *, types: bool = False) -> dict[str, set[str]]:
    known = modules(package)
    return {name: imported(path, known, types=types) - {name} for name, path in known.items()}


def expect_no_cycle(graph: dict[str, set[str]]) -> None:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(reversed(error.args[1])))


def reaches(graph: dict[str, set[str]], start: str, end: str) -> bool:
    seen, waiting = set(), [start]
    while waiting:
        name = waiting.pop()
        if name == end:
            return True
        new = graph[name] - seen
        seen |= new
        waiting += new
    return False


@pytest.mark.parametrize("package", PACKAGES)
def test_no_module_imports_itself_by_way_of_others(package: str) -> None:
    expect_no_cycle(graph(package))


@pytest.mark.parametrize("package", PACKAGES)
def test_types_make_no_cycle_but_for_a_short_list(package: str) -> None:
    listed = [(one, other) for one, other in TYPES_ONLY if one.split(".")[0] == package]
    whole, run = graph(package, types=True), graph(package)
    for one, other in listed:
        assert other in whole[one] - run[one], "listed, and not an import for type checkers"
        assert reaches(whole, other, one), "listed, and not part of a cycle"
        whole[one] -= {other}
    expect_no_cycle(whole)


def test_a_cycle_would_be_seen(tmp_path: Path) -> None:
    one = tmp_path / "one.py"
    one.write_text("def f():\n    from local_node.chain import chain\n")
    assert imported(one, modules("local_node")) == {"local_node.chain.chain"}
    one.write_text("if TYPE_CHECKING:\n    from local_node.chain import chain\n")
    assert imported(one, modules("local_node")) == set()
    assert imported(one, modules("local_node"), types=True) == {"local_node.chain.chain"}
    with pytest.raises(pytest.fail.Exception, match="a -> b -> a"):
        expect_no_cycle({"a": {"b"}, "b": {"a"}})
