"""Registration by proof of work, where there is any."""

from __future__ import annotations

from chain_spec.pallets.admin_utils import errors
from local_node.runtime.frame.origin import root
from tests.unit.local_node.runtime.pallets.subtensor.chain import admin, refused
from tests.unit.local_node.runtime.support import fresh_context


def test_proof_of_work_is_closed_without_the_feature() -> None:
    with refused(errors.POWRegistrationDisabled):
        admin(
            fresh_context("fast"),
            root,
            "sudo_set_network_pow_registration_allowed",
            netuid=1,
            registration_allowed=True,
        )
