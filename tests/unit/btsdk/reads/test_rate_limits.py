"""The first block in which a limited transaction is allowed, as the chain has it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest

from btsdk import Keypair, RecycleRegister, Transfer
from btsdk.calls import admin_utils, subtensor
from btsdk.errors import BtError
from btsdk.ops import RawCall, Sudo
from local_node import LocalChain
from tests.unit.btsdk.ops.local import ALICE, BOB, TAO, done

HOTKEY = Keypair.from_uri("//limited")
NETUID = 1


@pytest.fixture
def chain() -> Iterator[LocalChain]:
    with LocalChain() as chain:
        done(chain.client, Transfer(HOTKEY.ss58_address, TAO), ALICE)
        done(chain.client, RecycleRegister(NETUID, HOTKEY.ss58_address), BOB)
        yield chain


def test_nothing_is_limited_at_first(chain: LocalChain) -> None:
    view = chain.client.head()
    assert view.children_allowed_at(NETUID, HOTKEY) is None
    assert view.childkey_take_allowed_at(NETUID, HOTKEY) is None
    assert view.transaction_allowed_at(BOB) is None
    assert view.weights_allowed_at(NETUID, 65_000) is None


def test_children_and_their_take(chain: LocalChain) -> None:
    client = chain.client
    take = subtensor.SetChildkeyTake(hotkey=HOTKEY, netuid=NETUID, take=5)
    limit = RawCall("SubtensorModule", "sudo_set_tx_childkey_take_rate_limit", {"tx_rate_limit": 9})
    done(client, Sudo(limit), ALICE)
    done(client, take, BOB)
    last = client.head().number
    ends = client.head().childkey_take_allowed_at(NETUID, HOTKEY)
    assert ends == last + 9
    lower = subtensor.SetChildkeyTake(hotkey=HOTKEY, netuid=NETUID, take=6)
    chain.advance(ends - client.head().number - 2)
    with pytest.raises(BtError, match="TxChildkeyTakeRateLimitExceeded"):
        client.execute(lower, BOB)
    assert client.head().childkey_take_allowed_at(NETUID, HOTKEY) is None
    done(client, lower, BOB)


def test_swaps_of_a_hotkey(chain: LocalChain) -> None:
    client = chain.client
    done(client, Sudo(admin_utils.SudoSetTxRateLimit(tx_rate_limit=20)), ALICE)
    names = [HOTKEY, Keypair.from_uri("//second"), Keypair.from_uri("//third")]
    swaps = [
        subtensor.SwapHotkey(hotkey=old, new_hotkey=new, netuid=None)
        for old, new in pairwise(names)
    ]
    done(client, swaps[0], BOB)
    ends = client.head().transaction_allowed_at(BOB)
    assert ends == client.head().number + 21
    chain.advance(ends - client.head().number - 2)
    with pytest.raises(BtError, match="HotKeySetTxRateLimitExceeded"):
        client.execute(swaps[1], BOB)
    assert client.head().transaction_allowed_at(BOB) is None
    done(client, swaps[1], BOB)
