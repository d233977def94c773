"""For whom a transaction acts."""

from __future__ import annotations

from typing import Any

import pytest

from btcli.accounts import address_book, proxy_account
from btcli.accounts.address_book import SavedAddress, SignerSet
from btsdk.errors import AddressError, UsageError
from btsdk.ops import Announced, Multisig, Proxied, Transfer, multisig_address
from btsdk.ops.derived import members_of
from btsdk.units import Tao
from tests.cli.running import Cli
from tests.unit.btcli.samples import ALICE, BOB, context

SEND = Transfer(BOB, Tao.parse("1"))


def test_without_a_proxy_it_is_the_wallet_itself(alice: Cli) -> None:
    run = context(alice.wallets, wallet_name="alice")
    proxy_account.check(run)
    assert proxy_account.real(run) is None
    assert proxy_account.coldkey(run) == ALICE
    assert proxy_account.wrapped(run, SEND) is SEND


def test_with_one_it_is_the_account_behind(alice: Cli) -> None:
    run = context(alice.wallets, wallet_name="alice", proxy=BOB)
    assert proxy_account.real(run) == proxy_account.coldkey(run) == BOB
    assert proxy_account.wrapped(run, SEND) == Proxied(SEND, BOB)
    typed = context(alice.wallets, proxy=BOB, force_proxy_type="Transfer")
    proxy_account.check(typed)
    assert proxy_account.wrapped(typed, SEND) == Proxied(SEND, BOB, "Transfer")
    later = context(alice.wallets, proxy="alice", announce_only=True)
    proxy_account.check(later)
    assert proxy_account.wrapped(later, SEND) == Announced(SEND, ALICE)


@pytest.mark.parametrize(
    ("choices", "said"),
    [
        ({"announce_only": True}, "--announce-only requires --proxy"),
        ({"force_proxy_type": "Any"}, "--force-proxy-type requires --proxy"),
        ({"proxy": BOB, "force_proxy_type": "any"}, "unknown proxy type 'any'"),
        (
            {"proxy": BOB, "announce_only": True, "force_proxy_type": "Any"},
            "has no effect with --announce-only",
        ),
    ],
)
def test_what_cannot_be_meant(alice: Cli, choices: dict[str, Any], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        proxy_account.check(context(alice.wallets, **choices))


def test_a_proxy_is_named_by_a_saved_name(alice: Cli) -> None:
    with pytest.raises(AddressError, match="nor a saved address"):
        proxy_account.check(context(alice.wallets, proxy="treasury"))
    address_book.save(SavedAddress("treasury", BOB))
    assert proxy_account.real(context(alice.wallets, proxy="treasury")) == BOB


def test_a_multisig_acts_itself_or_as_the_proxy(alice: Cli) -> None:
    signers = SignerSet(2, members_of((ALICE, BOB)))
    team = multisig_address(signers.signatories, 2)
    address_book.save(SavedAddress("team", team, "", None, signers))
    run = context(alice.wallets, wallet_name="alice", multisig="team")
    proxy_account.check(run)
    assert proxy_account.coldkey(run) == team
    assert proxy_account.wrapped(run, SEND) == Multisig(SEND, signers.signatories, 2)
    both = context(alice.wallets, wallet_name="alice", multisig="team", proxy=BOB)
    assert proxy_account.coldkey(both) == BOB
    inner = Proxied(SEND, BOB)
    assert proxy_account.wrapped(both, SEND) == Multisig(inner, signers.signatories, 2)
    address_book.save(SavedAddress("plain", BOB))
    for name, said in (("plain", "not as a multisig"), ("nobody", "no address is saved")):
        with pytest.raises(UsageError, match=said):
            proxy_account.check(context(alice.wallets, multisig=name))
