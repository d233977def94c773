"""`LocalChain`: a chain in a test or a script; and the fixtures that give one."""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
from pathlib import Path

import pytest

from btsdk import Client, Transfer
from btsdk.units import Tao
from local_node import LocalChain
from local_node.chain.modes import Batch, Interval
from tests.unit.local_node.dev.signing import ALICE, BOB, ZOE
from tests.wire import eventually

ROOT = Path(__file__).parents[4]


NODE_PAGE = ROOT / "docs" / "node.md"


def test_a_transfer_without_a_file_or_a_port() -> None:
    with LocalChain() as chain:
        receipt = chain.client.execute(Transfer(ZOE.ss58_address, Tao.parse("2")), ALICE)
        assert receipt.block_number == 1
        assert chain.client.head().balance(ZOE.ss58_address).free == Tao.parse("2")
        assert "#1" in repr(chain)


def test_chains_know_nothing_of_one_another() -> None:
    with LocalChain() as one, LocalChain() as other:
        assert one.chain.genesis_hash == other.chain.genesis_hash
        one.set_balance(ZOE.ss58_address, Tao.parse("3"))
        assert one.faucet(ZOE.ss58_address, Tao.parse("4")) == Tao.parse("7")
        one.advance(3)
        assert other.chain.best.number == 0
        assert other.client.head().balance(ZOE.ss58_address).free == Tao.parse("0")


def test_there_and_back_with_a_client() -> None:
    with LocalChain() as chain:
        number = chain.snapshot()
        chain.client.execute(Transfer(ZOE.ss58_address, Tao.parse("2")), ALICE)
        chain.revert(number)
        assert chain.client.head().balance(ZOE.ss58_address).free == Tao.parse("0")
        receipt = chain.client.execute(Transfer(ZOE.ss58_address, Tao.parse("1")), ALICE)
        assert receipt.block_number == 1


def test_time_goes_where_it_is_sent() -> None:
    with LocalChain() as chain:
        chain.advance()
        before = chain.chain.timestamp_ms
        assert before is not None
        chain.travel(3600)
        chain.advance()
        assert chain.chain.timestamp_ms is not None
        assert 3_600_000 <= chain.chain.timestamp_ms - before < 3_700_000


def test_anybody_signs_who_is_impersonated() -> None:
    with LocalChain() as chain:
        signer = chain.impersonate(BOB.ss58_address)
        chain.client.execute(Transfer(ZOE.ss58_address, Tao.parse("2")), signer)
        assert chain.client.head().balance(ZOE.ss58_address).free == Tao.parse("2")


def test_an_async_client() -> None:
    async def run(chain: LocalChain) -> int:
        async with chain.async_client() as client:
            await client.execute(Transfer(ZOE.ss58_address, Tao.parse("2")), ALICE)
            number: int = (await client.head()).number
            return number

    with LocalChain() as chain:
        assert asyncio.run(run(chain)) == 1


def test_other_programs_find_it_once_it_is_served() -> None:
    with LocalChain() as chain:
        endpoint = chain.serve()
        assert chain.serve() == chain.endpoint == endpoint
        with Client(endpoint, cache=False) as client:
            chain.advance(2)
            assert client.head().number == 2


@pytest.mark.parametrize("mode", [Interval(0.02), Batch(0.02)])
def test_blocks_come_by_themselves_when_the_mode_says_so(mode: Interval | Batch) -> None:
    with LocalChain() as chain:
        chain.chain.mode = mode
        if isinstance(mode, Batch):
            assert chain.chain.next_tick_ms() is None
            chain.client.execute(Transfer(ZOE.ss58_address, Tao.parse("2")), ALICE)
        eventually(lambda: chain.chain.best.number >= 1)


@pytest.mark.parametrize("beacon", [False, True])
def test_on_dev_no_block_comes_by_itself(beacon: bool) -> None:
    """What a test reads twice is the same twice, however slow the machine is."""
    with LocalChain(beacon=beacon) as chain:
        assert chain.chain.next_tick_ms() is None
        chain.serve()
        assert chain.chain.next_tick_ms() is None


def test_the_plugin_is_installed_with_the_package() -> None:
    tomllib = pytest.importorskip("tomllib")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert project["entry-points"]["pytest11"] == {"local_node": "local_node.pytest_plugin"}


TESTS = """
import asyncio
from btsdk import Client, Transfer
from btsdk.storage import drand
from btsdk.units import Tao

def test_fresh(chain, client, wallets):
    assert client.head().number == 0
    dest = wallets("zoe").coldkeypub.ss58_address
    client.execute(Transfer(dest, Tao.parse("1")), wallets("alice").unlock_coldkey())
    assert client.head().balance(dest).free == Tao.parse("1001")

def test_fresh_again(chain, client):
    assert client.head().number == 0

def test_served(node, chain):
    chain.advance(3)
    with Client(node.endpoint, cache=False) as client:
        assert client.head().number == 3

def test_sealed_weights_can_be_revealed(client):
    assert client.call("dev_nodeInfo")["beacon"] is True
    client.call("dev_newBlock", 3)
    assert client.head().storage(drand.LastStoredRound) > 0

def test_async(chain, aclient):
    async def run():
        chain.advance()
        return (await aclient.head()).number
    assert asyncio.run(run()) == 1
"""


def test_the_fixtures_work_in_somebody_elses_project(tmp_path: Path) -> None:
    blocks = re.findall(r"```python\n(.*?)```", NODE_PAGE.read_text(), re.DOTALL)
    (tmp_path / "test_mine.py").write_text(TESTS)
    (tmp_path / "test_shown.py").write_text(blocks[0])
    command = [sys.executable, "-m", "pytest", "-q", "-W", "error", "-p", "no:cacheprovider"]
    files = ["test_mine.py", "test_shown.py"]
    done = subprocess.run(
        [*command, *files], cwd=tmp_path, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "6 passed" in done.stdout


@pytest.mark.parametrize(("beacon", "come"), [(None, True), (True, True), (False, False)])
def test_pulses_come_unless_told_otherwise(beacon: bool | None, come: bool) -> None:
    with LocalChain(beacon=beacon) as chain:
        chain.advance(20)
        last = chain.control.metadata.storage("Drand", "LastStoredRound")
        assert (last.decode(chain.chain.state().get(last.key())) > 0) is come
        assert chain.chain.has_beacon is come


def test_a_chain_that_makes_no_block_loads_no_curve() -> None:
    code = (
        "import sys; from local_node import LocalChain\n"
        "with LocalChain() as chain:\n"
        "    assert 'btsdk.timelock.bls' not in sys.modules\n"
        "    chain.advance()\n"
        "    assert 'btsdk.timelock.bls' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=120)
