"""The two ways to register a hotkey: who signs what, and within which limits."""

from __future__ import annotations

from typing import Any

import pytest

from btcli.commands.subnets.registration import RegistrationOptions, by_price, by_work
from btsdk.errors import UsageError
from btsdk.keys import Keypair
from btsdk.ops import PowRegister, RecycleRegister
from btsdk.reads.registration import Registration
from btsdk.units import Tao
from tests.cli.running import Cli
from tests.unit.btcli.samples import ALICE, context

HOT = Keypair.from_uri("//alice//hot").ss58_address


def offer(price: str = "2", form: Any = "pow_register") -> Registration:
    return Registration(3, Tao.parse(price), 5, True, True, form)


def wish(**values: Any) -> RegistrationOptions:
    usual = {"netuid": 3, "processes": 2, "safe": True, "tolerance": None}
    return RegistrationOptions(**{**usual, **values})


def test_the_price_may_rise_by_the_tolerance(alice: Cli) -> None:
    run = context(alice.wallets, wallet_name="alice")
    assert by_price(run, offer(), wish()) == (
        RecycleRegister(3, HOT, Tao.parse("2.1")),
        "coldkey",
    )
    operation, _ = by_price(run, offer(), wish(tolerance="0.5"))
    assert operation == RecycleRegister(3, HOT, Tao.parse("3"))
    assert by_price(run, offer(), wish(safe=False))[0] == RecycleRegister(3, HOT)
    assert by_price(run, offer("0"), wish())[0] == RecycleRegister(3, HOT)


def test_the_chain_decides_which_key_signs_a_proof(alice: Cli) -> None:
    run = context(alice.wallets, wallet_name="alice")
    assert by_work(run, offer(), wish()) == (PowRegister(3, HOT, processes=2), "coldkey")
    classic = by_work(run, offer(form="register"), wish())
    assert classic == (PowRegister(3, HOT, ALICE, 2), "hotkey")


def test_a_tolerance_has_to_be_one_and_to_mean_something(alice: Cli) -> None:
    with pytest.raises(UsageError, match="at least 0 and below 1"):
        wish(tolerance="2")
    with pytest.raises(UsageError, match="no effect with --pow"):
        by_work(context(alice.wallets), offer(), wish(tolerance="0.1"))
