"""What a chain in this process loads, and when: no more than what is asked of it needs.

The rest is loaded in a few named places: `embedded` opens the node's rooms, `runtimes.Bundled` the
runtime, `RuntimePallet` and the tables of weights what `later` names, `rpc.table` the namespaces,
`ChainSpec.interface` the declarations. Held by the names of modules, so that no clock decides.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

_PROBE = """
import json, sys
from pathlib import Path
from local_node.embedded import connect

chain = connect(Path(sys.argv[1]))
answers, loaded = [], [sorted(sys.modules)]
for request in sys.argv[2:]:
    chain.send(request)
    answers.append(json.loads(chain.receive(60)))
    loaded.append(sorted(sys.modules))
chain.close()
json.dump([answers, loaded], sys.stdout)
"""
SLOW_TO_LOAD = ("asyncio", "dataclasses", "inspect", "logging", "numpy", "socket", "websockets")
HEADER = '{"jsonrpc":"2.0","id":1,"method":"chain_getHeader"}'
CALL = '{"jsonrpc":"2.0","id":1,"method":"state_call","params":["Metadata_metadata_versions","0x"]}'
BLOCK = '{"jsonrpc":"2.0","id":1,"method":"dev_newBlock"}'

Loaded = frozenset[str]


def opening(path: Path, *requests: str) -> list[Loaded]:
    """The modules there are once the chain is open, and after the answer to each request."""
    done = subprocess.run(
        [sys.executable, "-c", _PROBE, str(path), *requests],
        capture_output=True,
        text=True,
        check=True,
    )
    answers, loaded = json.loads(done.stdout)
    assert all("result" in answer for answer in answers), answers
    return [frozenset(names) for names in loaded]


def inside(loaded: Loaded, *rooms: str) -> list[str]:
    """Modules of these rooms."""
    within = tuple(f"{room}." for room in rooms)
    return sorted(name for name in loaded if name in rooms or name.startswith(within))


def parts(loaded: Loaded, *names: str) -> list[str]:
    """Modules that are called so in the packages of pallets."""
    pallets = inside(loaded, "local_node.runtime.pallets")
    return [name for name in pallets if name.rpartition(".")[2] in names]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("chains") / "one.chain"


@pytest.fixture(scope="module")
def new(path: Path) -> list[Loaded]:
    """A chain that does not exist yet, and its first block."""
    return opening(path, HEADER, BLOCK)


@pytest.fixture(scope="module")
def old(path: Path, new: list[Loaded]) -> list[Loaded]:
    """The same one again."""
    return opening(path, HEADER, CALL)


def test_nothing_that_is_slow_to_load_is_needed(new: list[Loaded], old: list[Loaded]) -> None:
    for loaded in (new[1], old[1]):
        assert inside(loaded, *SLOW_TO_LOAD) == []


def test_a_chain_that_exists_is_open_without_its_runtime(old: list[Loaded]) -> None:
    opened, read, asked = old
    rooms = ("local_node.runtime.executive", "local_node.runtime.pallets", "chain_spec.pallets")
    for loaded in (opened, read):
        assert inside(loaded, *rooms, "chain_spec.runtime", "btsdk.metadata") == []
    assert inside(asked, "local_node.runtime.executive", "chain_spec.runtime")


def test_block_0_needs_no_call_and_no_hook(new: list[Loaded]) -> None:
    _, opened, made = new
    assert parts(opened, "genesis"), "genesis was written"
    assert parts(opened, "calls", "hooks", "apis") == []
    assert inside(opened, "local_node.runtime.weights.calls") == [
        "local_node.runtime.weights.calls"
    ]
    assert "local_node.runtime.pallets.subtensor.hooks" in made


def test_a_block_loads_the_calls_that_are_in_it(new: list[Loaded]) -> None:
    made = new[2]
    named = {name.split(".")[3] for name in parts(made, "calls")}
    assert named == {"timestamp", "mev_shield"}, "the author's inherents"
    assert _last(inside(made, "local_node.runtime.weights.calls")) >= {"timestamp", "mev_shield"}
    assert "balances" not in _last(inside(made, "local_node.runtime.weights.calls"))


def test_a_namespace_is_loaded_with_its_first_call(new: list[Loaded]) -> None:
    namespaces = {"archive", "author", "chain", "dev", "explorer", "state", "transaction"}
    opened, read, made = ({*_last(inside(loaded, "local_node.rpc"))} for loaded in new)
    assert namespaces & opened == set()
    assert namespaces & read == {"chain", "state"}
    assert namespaces & made == {"chain", "state", "dev"}


def test_who_connects_to_another_process_needs_no_node() -> None:
    probe = "import json, sys, local_node.embedded; json.dump(sorted(sys.modules), sys.stdout)"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, check=True)
    loaded = frozenset(json.loads(done.stdout))
    rooms = ("chain", "runtime", "rpc", "state")
    assert inside(loaded, *(f"local_node.{room}" for room in rooms), "chain_spec") == []


def _last(names: Iterable[str]) -> set[str]:
    return {name.rpartition(".")[2] for name in names}
