"""For whom a transaction acts."""

from __future__ import annotations

from typing import Any

import pytest

from btcli.accounts import acting
from btsdk.errors import AddressError, UsageError
from btsdk.ops import Announced, Proxied, Transfer
from btsdk.units import Tao
from tests.cli.running import Cli
from tests.unit.btcli.samples import ALICE, BOB, context

SEND = Transfer(BOB, Tao.parse("1"))


def test_without_a_proxy_it_is_the_wallet_itself(alice: Cli) -> None:
    run = context(alice.wallets, wallet_name="alice")
    acting.check(run)
    assert acting.real(run) is None
    assert acting.coldkey(run) == ALICE
    assert acting.wrapped(run, SEND) is SEND


def test_with_one_it_is_the_account_behind(alice: Cli) -> None:
    run = context(alice.wallets, wallet_name="alice", proxy=BOB)
    assert acting.real(run) == acting.coldkey(run) == BOB
    assert acting.wrapped(run, SEND) == Proxied(SEND, BOB)
    typed = context(alice.wallets, proxy=BOB, force_proxy_type="Transfer")
    acting.check(typed)
    assert acting.wrapped(typed, SEND) == Proxied(SEND, BOB, "Transfer")
    later = context(alice.wallets, proxy="alice", announce_only=True)
    acting.check(later)
    assert acting.wrapped(later, SEND) == Announced(SEND, ALICE)


@pytest.mark.parametrize(
    ("choices", "said"),
    [
        ({"announce_only": True}, "--announce-only says how a proxy acts"),
        ({"force_proxy_type": "Any"}, "--force-proxy-type says how a proxy acts"),
        ({"proxy": BOB, "force_proxy_type": "any"}, "no proxy type 'any'"),
        ({"proxy": BOB, "announce_only": True, "force_proxy_type": "Any"}, "names no type"),
    ],
)
def test_what_cannot_be_meant(alice: Cli, choices: dict[str, Any], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        acting.check(context(alice.wallets, **choices))


def test_a_name_of_an_older_address_book_is_explained(alice: Cli) -> None:
    with pytest.raises(AddressError) as caught:
        acting.check(context(alice.wallets, proxy="treasury"))
    assert "regen-coldkeypub" in str(caught.value.hint)
