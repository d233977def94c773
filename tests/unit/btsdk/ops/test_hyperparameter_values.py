"""Values of hyperparameters as people write them."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsdk.errors import UsageError
from btsdk.keys import Keypair
from btsdk.ops.hyperparameter_values import chain_value, share
from btsdk.reads.hyperparameter_table import parameter
from btsdk.reads.subnets import Fixed
from btsdk.units import Tao

BOB = Keypair.from_uri("//Bob")


@pytest.mark.parametrize(
    ("name", "value", "meant"),
    [
        ("tempo", "360", 360),
        ("tempo", np.uint16(360), 360),
        ("tempo", "1_000", 1_000),
        ("kappa", 5, 5),
        ("kappa", "5", 5),
        ("kappa", "50%", 32_768),
        ("kappa", " 18 % ", 11_796),
        ("kappa", "100%", 65_535),
        ("kappa", "0%", 0),
        ("bonds_moving_avg", "97.5%", 975_000),
        ("adjustment_alpha", "100%", (1 << 64) - 1),
        ("min_burn", "0.5", Tao.parse("0.5")),
        ("min_burn", Tao.parse("0.5"), Tao.parse("0.5")),
        ("burn_increase_mult", "1.5", 3 << 63),
        ("burn_increase_mult", 2, 2 << 64),
        ("burn_increase_mult", Fixed(3 << 31, 32), 3 << 63),
        ("liquid_alpha_enabled", "on", True),
        ("liquid_alpha_enabled", "False", False),
        ("liquid_alpha_enabled", True, True),
        ("recycle_or_burn", "BURN", "Burn"),
        ("alpha_values", "70%, 90%", (45_874, 58_982)),
        ("alpha_values", [1, 2], (1, 2)),
        ("subnet_owner_hotkey", BOB, BOB.public_key),
        ("subnet_owner_hotkey", BOB.ss58_address, BOB.public_key),
        ("alpha_sigmoid_steepness", -5, -5),
    ],
)
def test_what_is_meant(name: str, value: Any, meant: Any) -> None:
    assert chain_value(parameter(name), value) == meant


@given(st.integers(0, 65_535))
def test_parts_are_taken_as_they_are(parts: int) -> None:
    assert share("kappa", parts, 65_535) == share("kappa", str(parts), 65_535) == parts


@given(st.decimals(0, 100, places=6))
def test_a_percentage_is_at_most_half_a_part_off(percent: Any) -> None:
    parts = share("kappa", f"{percent:f}%", 65_535)
    assert 0 <= parts <= 65_535
    assert abs(parts * 100 - percent * 65_535) <= 50


@pytest.mark.parametrize("value", ["1e3", "%", "-1%", "100.01%", "1,5%", "٥%", None, 1.5, True])
def test_what_is_no_share(value: Any) -> None:
    with pytest.raises(UsageError):
        share("kappa", value, 65_535)
