"""Operations for another account, at once or announced."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.errors import UsageError
from btsdk.keys import ss58
from btsdk.keys.hashing import blake2_256
from btsdk.ops import (
    Announced,
    ExecuteAnnounced,
    Faucet,
    Proxied,
    Transfer,
)
from btsdk.tx.operation import Operation
from tests.unit.btsdk.chain import (
    ALICE,
    BOB,
    METADATA,
    TAO,
    Chain,
    called,
    draft,
)

CAROL = ss58.encode(b"\x07" * 32)


def _proxies(delegate: str, kind: str = "Any", delay: int = 0) -> Any:
    entry = {"delegate": ss58.decode(delegate), "proxy_type": kind, "delay": delay}
    return ([entry], 10**8)


def test_a_proxy_drafts_for_the_account_that_it_acts_for() -> None:
    chain = Chain(Proxies=_proxies(ALICE))
    found = draft(Proxied(Transfer(CAROL, TAO), BOB), chain)
    assert found.effects == (f"{ALICE} acts for {BOB}:", f"{BOB} sends {TAO} to {CAROL}")
    assert found.warnings == ()
    call = METADATA.decode_call(found.call.encode(METADATA))
    assert call.args["real"] == ("Id", ss58.decode(BOB))
    assert call.args["call"][0] == "Balances"


@pytest.mark.parametrize(
    ("proxies", "kind", "warning"),
    [
        (None, None, "is not a proxy of this type"),
        (_proxies(ALICE, "Staking"), "Transfer", "is not a proxy of this type"),
        (_proxies(CAROL), None, "is not a proxy of this type"),
        (_proxies(ALICE, delay=5), None, "delay of 5 blocks: announce the call first"),
    ],
)
def test_what_a_proxy_may_not_is_warned_of(proxies: Any, kind: str | None, warning: str) -> None:
    found = draft(Proxied(Transfer(CAROL, TAO), BOB, kind), Chain(Proxies=proxies))
    assert any(warning in one for one in found.warnings)


def test_a_type_of_proxy_that_there_is_none() -> None:
    with pytest.raises(UsageError, match="proxy type"):
        Proxied(Transfer(CAROL, TAO), BOB, "Everything")


def test_an_announcement_is_the_hash_of_the_call() -> None:
    found = draft(Announced(Transfer(CAROL, TAO), BOB), Chain(Proxies=_proxies(ALICE, delay=7)))
    (announced,) = found.announced
    assert announced.call_hash == blake2_256(announced.call)
    assert found.call.arguments()["call_hash"] == announced.call_hash
    assert METADATA.decode_call(announced.call).name == "transfer_keep_alive"
    assert any("7 blocks later at the earliest" in effect for effect in found.effects)
    later = ExecuteAnnounced(ALICE, BOB, announced.call)
    assert called(later) == "Proxy.proxy_announced"


def test_a_proof_of_work_is_not_announced() -> None:
    with pytest.raises(UsageError, match="cannot be announced"):
        draft(Announced(Faucet(), BOB))


def test_what_is_made_last_is_made_inside_the_proxy() -> None:
    found = draft(Proxied(Faucet(), BOB), Chain(Proxies=_proxies(ALICE)))
    assert found.finish is not None
    assert found.call.name == "proxy"


@pytest.mark.parametrize(
    ("operation", "name"),
    [
        (Proxied(Transfer(BOB, TAO), BOB), "Proxy.proxy"),
        (Proxied(Transfer(BOB, TAO), BOB, "Transfer"), "Proxy.proxy"),
        (Announced(Transfer(BOB, TAO), BOB), "Proxy.announce"),
    ],
)
def test_the_call(operation: Operation, name: str) -> None:
    assert called(operation, Chain()) == name
