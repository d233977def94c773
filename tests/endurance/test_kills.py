"""Many times SIGKILL at a random moment under load: what was told to be final is there again."""

from __future__ import annotations

import contextlib
import random
import threading
from pathlib import Path
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed

from btsdk.keys import Keypair
from chain_spec import chains
from local_node.chain.chain import Chain
from local_node.state.store import Store
from tests.node_process import NodeProcess
from tests.runtimes import RUNTIMES, Ground
from tests.wire import Composer, Wire, wire

KILLS, FEWER_KILLS = 50, 10
"""On the bundled runtime, and on a compiled one."""
LONGEST_S = 1.0
"""How long a node lives under load, at most."""
ALICE = Keypair.from_uri("//Alice")
BOB = Keypair.from_uri("//Bob")
TAO = 1_000_000_000


class Told:
    """What a node said before it died."""

    def __init__(self) -> None:
        self.headers: list[dict[str, Any]] = []
        self.final = 0
        """Transfers whose finality was told."""


def send(link: Wire, composer: Composer, first: int, told: Told) -> None:
    """Transfers, one after the other, until the line breaks."""
    heads = link.call("chain_subscribeFinalizedHeads")
    told.headers.append(link.next(heads))
    call = composer.transfer(BOB, TAO)
    for nonce in range(first, first + 10_000):
        watch = link.call("author_submitAndWatchExtrinsic", composer.signed(ALICE, call, nonce))
        told.headers.append(link.next(heads))
        while "finalized" not in link.next(watch):
            pass
        told.final = nonce + 1


def check(link: Wire, composer: Composer, told: Told, before: int) -> None:
    """Each header that was told of is where it was, and each transfer was carried out once."""
    numbers = [int(header["number"], 16) for header in told.headers]
    hashes = link.call("chain_getBlockHash", numbers) if numbers else []
    assert [link.call("chain_getHeader", name) for name in hashes] == told.headers
    nonce = composer.nonce(ALICE)
    assert told.final <= nonce
    assert composer.free(BOB) == before + nonce * TAO
    del told.headers[:-10]


@pytest.mark.slow
@pytest.mark.parametrize("ground", RUNTIMES)
def test_nothing_final_is_lost_in_many_kills(tmp_path: Path, ground: Ground) -> None:
    path, chance, told = tmp_path / "one.chain", random.Random(50), Told()
    kills = FEWER_KILLS if ground.is_compiled else KILLS
    before: int | None = None
    composer: Composer | None = None
    for _ in range(kills):
        node = NodeProcess(ground.chain, path)
        with contextlib.suppress(ConnectionClosed, OSError), wire(node.endpoint) as link:
            if composer is None:
                ground.endow(link)
                composer = Composer(link)
            composer.node = link
            before = composer.free(BOB) if before is None else before
            check(link, composer, told, before)
            killer = threading.Timer(chance.uniform(0, LONGEST_S), node.kill)
            killer.start()
            send(link, composer, composer.nonce(ALICE), told)
        killer.join()
    assert told.final > kills
    chain = Chain.open(chains.load(ground.chain), Store(path))
    assert chain.check(execute=True) == []
    chain.close()
