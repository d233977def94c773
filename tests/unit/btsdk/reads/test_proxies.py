"""Proxies as they are read: empty accounts, deposits, filters on their own."""

from __future__ import annotations

import pytest

from btsdk.errors import UsageError
from btsdk.reads.proxies import FilterEntry, ProxyFilter, proxy_type_of
from btsdk.units import Tao
from local_node import LocalChain
from tests.unit.btsdk.ops.local import ALICE, BOB

SMALL = FilterEntry("Balances", "transfer_keep_alive", argument="value", below=5)
CODE = FilterEntry("Sudo", "sudo", carries=("System", "set_code"))


def test_an_account_without_proxies() -> None:
    with LocalChain() as chain:
        view = chain.client.head()
        assert view.proxies(ALICE).proxies == view.announcements(ALICE).announcements == ()
        assert view.proxies(ALICE).deposit == Tao.from_rao(0)
        assert view.all_proxies() == view.all_announcements() == {}
        assert not view.real_pays_fee(ALICE, BOB)
        limits = view.proxy_constants()
        assert (limits.max_proxies, limits.max_pending) == (20, 75)
        assert limits.deposit(0) == limits.announcement_deposit(0) == Tao.from_rao(0)
        assert limits.deposit(3) == Tao.parse("0.159")
        assert limits.announcement_deposit(2) == Tao.parse("0.172")
        with pytest.raises(UsageError, match="proxy type"):
            view.proxy_filter("Everything")


def test_entries() -> None:
    def transfer(value: int) -> tuple[str, tuple[str, dict[str, int]]]:
        return ("Balances", ("transfer_keep_alive", {"value": value}))

    assert SMALL.fits(transfer(4))
    assert not SMALL.fits(transfer(5))
    assert CODE.fits(("Sudo", ("sudo", {"call": ("System", ("set_code", {"code": b""}))})))
    assert not CODE.fits(("Sudo", ("sudo", {"call": ("System", "other")})))
    assert not CODE.fits(("Sudo", "remove_key"))
    assert FilterEntry("Sudo", None).fits(("Sudo", "remove_key"))


@pytest.mark.parametrize(
    ("mode", "allowed"), [("AllowAll", True), ("DenyAll", False), ("Allow", False), ("Deny", False)]
)
def test_modes(mode: str, allowed: bool) -> None:
    sudo = FilterEntry("Sudo", None)
    rule = ProxyFilter("Any", False, mode, (sudo,), (FilterEntry("Sudo", "remove_key"),))
    assert rule.allows(("Sudo", "remove_key")) == allowed
    assert rule.allows(("Sudo", "set_key")) == (mode in ("Allow", "AllowAll"))
    assert rule.allows(("System", "remark")) == (mode in ("Deny", "AllowAll"))


def test_names_of_types() -> None:
    assert proxy_type_of("Staking") == "Staking"
    with pytest.raises(UsageError, match="no proxy type"):
        proxy_type_of("staking")
