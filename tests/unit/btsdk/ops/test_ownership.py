"""Owners and root: which of both an account is, and what each is refused."""

from __future__ import annotations

from btsdk.calls import sudo
from btsdk.ops import Batch, SetHyperparameter, Sudo, Transfer
from tests.unit.btsdk.ops.stage import NETUID, OTHER, OWNER, SUDO, TAO, staged

SET = SetHyperparameter(NETUID, "rho", 5)
ROOTED = SetHyperparameter(NETUID, "kappa", "60%")


def test_the_owner_signs_directly_and_the_sudo_key_through_sudo() -> None:
    with staged() as stage:
        assert stage.client.prepare(SET, OWNER).draft.call.pallet == "AdminUtils"
        assert stage.client.prepare(SET, SUDO).draft.call.pallet == "Sudo"
        assert stage.client.prepare(SET, OTHER).draft.call.pallet == "AdminUtils"
        own = SetHyperparameter(1, "rho", 5)  # the sudo key owns subnet 1
        assert stage.client.prepare(own, SUDO).draft.call.pallet == "AdminUtils"
        assert stage.client.prepare(ROOTED, OWNER).draft.call.pallet == "Sudo"
        stage.does(Batch([ROOTED, SetHyperparameter(NETUID, "rho", 7)]), SUDO)


def test_sudo_does_not_repeat_itself() -> None:
    with staged() as stage:
        call = stage.client.prepare(Sudo(ROOTED), SUDO).draft.call
        inner = call.arguments()["call"]
        assert inner[0] == "AdminUtils"
        assert stage.predicted(Sudo(Transfer(OTHER.ss58_address, TAO * 10**8)), SUDO) == []


def test_a_chain_without_a_sudo_key() -> None:
    with staged() as stage:
        stage.client.execute(sudo.RemoveKey(), SUDO)
        assert "the chain has none" in stage.refuses(ROOTED, SUDO, "Sudo.RequireSudo")
        stage.refuses(SET, SUDO, "BadOrigin")
