"""Accounts that sign nothing themselves."""

from __future__ import annotations

import pytest

from btsdk.keys import Keypair
from local_node.chain.errors import PoolError
from local_node.dev.control import Control
from local_node.dev.impersonation import Impersonated
from tests.unit.local_node.dev.reading import TAO
from tests.unit.local_node.dev.signing import ALICE, ZOE, signed, transfer


def test_impersonation_ends_where_it_was_not_asked_for(control: Control) -> None:
    stranger = bytes(range(32))
    control.set_balance(stranger, 5 * TAO)
    call_ = transfer(control, ZOE.public_key, TAO)
    extrinsic = control.extrinsic_for(stranger, call_)
    with pytest.raises(PoolError):
        control.chain.submit(extrinsic)
    control.impersonate(stranger)
    with pytest.raises(PoolError):
        control.chain.submit(control.extrinsic_for(ALICE.public_key, call_))
    control.chain.author_block([signed(control, Impersonated(stranger), call_)])
    assert control.free(ZOE.public_key) == TAO
    control.stop_impersonating()
    with pytest.raises(PoolError):
        control.chain.author_block([control.extrinsic_for(stranger, call_)])
    assert control.chain.check(execute=True) == []


def test_a_key_that_nobody_has_signs_nothing_elsewhere() -> None:
    signer = Impersonated(Keypair.from_uri("//Alice").ss58_address)
    assert signer.sign(b"one") == signer.sign(b"two")
    assert not ALICE.verify(signer.sign(b"one"), b"one")
