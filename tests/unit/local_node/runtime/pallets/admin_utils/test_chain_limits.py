"""Values of the whole chain, within their bounds."""

from __future__ import annotations

import pytest

from chain_spec.pallets import subtensor
from chain_spec.pallets.admin_utils import errors
from local_node.runtime.frame import Context
from tests.unit.local_node.runtime.pallets.admin_utils.far_epoch import far_epoch
from tests.unit.local_node.runtime.pallets.subtensor.chain import admin, key, refused, root


@pytest.fixture
def ctx() -> Context:
    return far_epoch()


def test_bounds_of_the_chains_values(ctx: Context) -> None:
    with refused(errors.ValueNotInBounds):
        admin(ctx, root, "sudo_set_max_epochs_per_block", max_epochs_per_block=0)
    for count in (0, 17):
        with refused(subtensor.errors.InvalidValue):
            admin(ctx, root, "sudo_set_max_mechanism_count", max_mechanism_count=count)
    # A U64F64 between one and two, both included.
    for exponent in ((1 << 64) - 1, (2 << 64) + 1):
        with refused(errors.InvalidValue):
            admin(ctx, root, "sudo_set_tao_flow_normalization_exponent", exponent=exponent)
    for exponent in (1 << 64, 2 << 64):
        admin(ctx, root, "sudo_set_tao_flow_normalization_exponent", exponent=exponent)


def test_issuance_is_nobodys_to_set(ctx: Context) -> None:
    for origin in (root, key(1)):
        with refused(errors.Deprecated):
            admin(ctx, origin, "sudo_set_total_issuance", total_issuance=7)
