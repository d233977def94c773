"""`@polkadot/api` against a running node: the legacy interface, as most of the field uses it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from chain_spec.chains import load
from tests.clients.environment import NodeJs
from tests.peers.conftest import StartNode
from tests.runtimes import RUNTIMES, Ground
from tests.unit.local_node.state import reference

pytestmark = pytest.mark.peer

SCRIPT = Path(__file__).parent / "polkadot_js_script.mjs"
STATUSES = Path(__file__).parent / "polkadot_js_statuses.mjs"
TRIES = 12
TAO = 1_000_000_000
ALICE = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"


@pytest.mark.parametrize("ground", RUNTIMES)
def test_it_does_here_what_it_does_on_subtensor(
    start_node: StartNode, node_js: NodeJs, ground: Ground
) -> None:
    seen = node_js.run(SCRIPT, ground.ready(start_node(ground.chain)).endpoint)
    _says(seen["says"], seen["metadata"], ground)
    assert seen["constants"] == {"deposit": "500", "prefix": 42, "hashes": 2400}
    _reads(seen["maps"], seen["several"], ground)
    assert seen["calls"]["nonce"] == 0
    assert {"accountNonceApi", "core", "transactionPaymentApi"} <= set(seen["calls"]["apis"])
    for name, numbers in seen["subscriptions"].items():
        assert numbers == list(range(numbers[0], numbers[0] + 4)), name
    _transfers(seen["transfer"], str(ground.fee))
    assert seen["statuses"] == ["Ready", "InBlock", "Finalized"]
    assert seen["failure"] == "subtensorModule.SubnetNotExists"
    # The client takes the brackets out of what the node says.
    assert seen["refusal"] == (
        "1010: Invalid Transaction: Inability to pay some fees , e.g. account balance too low"
    )
    _proves(**seen["proof"])


@pytest.mark.slow
@pytest.mark.parametrize("chain", ["dev", "fast"])
def test_it_reports_a_block_before_that_is_final(
    start_node: StartNode, node_js: NodeJs, chain: str
) -> None:
    seen = node_js.run(STATUSES, start_node(chain).endpoint, str(TRIES))
    assert seen["reported"] == [["Ready", "InBlock", "Finalized"]] * TRIES


def _says(said: dict[str, Any], metadata: dict[str, Any], ground: Ground) -> None:
    assert (said["chain"], said["spec"]) == (ground.name, ground.spec_version)
    token = {"ss58Format": "42", "tokenDecimals": ["9"], "tokenSymbol": ["TAO"]}
    assert said["token"].items() >= token.items()
    assert said["syncing"] is False
    assert metadata["version"] == 14
    assert {"CheckMortality", "CheckMetadataHash"} <= set(metadata["extensions"])
    if ground.is_compiled:
        assert {"System", "Balances", "SubtensorModule"} <= set(metadata["pallets"])
        assert "SubtensorSignedExtension" in metadata["extensions"]
    else:
        assert metadata["pallets"] == list(load(ground.chain).interface.pallets)
        assert "SubtensorTransactionExtension" in metadata["extensions"]
    assert metadata["calls"] > 30
    assert metadata["errors"] > 90


def _reads(maps: dict[str, Any], several: dict[str, Any], ground: Ground) -> None:
    pages = maps["paged"]
    assert [len(page) for page in pages[:-1]] == [3] * (len(pages) - 1)
    whole = {name: int(free) for name, free in maps["whole"]}
    assert len(whole) == len(maps["whole"]) > 3
    assert [name for page in pages for name, _ in page] == [name for name, _ in maps["whole"]]
    assert whole.items() >= ground.accounts().items()
    assert dict(maps["tempo"]) == ground.tempos()
    assert maps["size"] > 0
    assert several["alice"] == str(whole[ALICE])
    tempo = ground.tempos()
    assert (several["nobody"], several["tempo"]) == ("0", tempo[1])
    assert several["both"] == [tempo[0], tempo[1]]


def _transfers(done: dict[str, Any], fee: str) -> None:
    assert done["error"] is None
    assert (done["fee"], done["paid"], done["received"]) == (fee, fee, str(TAO))
    assert done["calls"][0] == "timestamp.set"
    assert done["calls"][done["index"]] == "balances.transferKeepAlive"
    assert done["signer"] == ALICE
    assert "balances.Transfer" in done["events"]
    assert done["events"][-1] == "system.ExtrinsicSuccess"


def _proves(keys: list[str], values: list[Any], root: str, nodes: list[str], at: list[str]) -> None:
    """Checked by another implementation of the trie than the node's."""
    assert at[0] == at[1]
    found = [reference.prove(_raw(root), map(_raw, nodes), _raw(key)) for key in keys]
    assert found == [None if value is None else _raw(value) for value in values]
    assert [value is None for value in values] == [False, False, True]


def _raw(text: str) -> bytes:
    return bytes.fromhex(text.removeprefix("0x"))
