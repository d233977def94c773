"""What a registration costs and which ways there are."""

from __future__ import annotations

from btsdk.reads.registration import Registration, registration
from btsdk.state.block_context import BlockContext
from btsdk.state.runtimes import Runtime
from btsdk.units import Tao
from chain_spec.metadata import metadata
from chain_spec.profile import Profile
from chain_spec.runtime import build
from tests.unit.btsdk.chain import OPEN, Chain
from tests.unit.btsdk.script import HASH, dev_at


def test_a_chain_that_checks_proofs() -> None:
    found = Chain(**OPEN).script().play(registration(dev_at(), 1))
    assert found == Registration(1, Tao.parse("1"), 5, True, True, "pow_register")


def test_what_is_closed() -> None:
    closed = {"NetworkRegistrationAllowed": False, "NetworkPowRegistrationAllowed": False}
    found = Chain(**{**OPEN, **closed}).script().play(registration(dev_at(), 1))
    assert (found.allowed, found.pow_allowed) == (False, False)


def test_a_chain_without_the_feature_has_the_classic_form() -> None:
    runtime = Runtime(metadata(build(Profile.SLOW)), HASH, "node-subtensor", 1, 1)
    at = BlockContext(HASH, 1000, runtime)
    assert Chain(**OPEN).script().play(registration(at, 1)).pow_form == "register"
