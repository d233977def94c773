from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from local_node.runtime.pallets.subtensor.subnets.weights.rows import max_upscale


class TestUpscaling:
    @given(st.lists(st.integers(0, 0xFFFF), max_size=20))
    def test_the_greatest_becomes_full_and_the_others_keep_their_share(
        self, values: list[int]
    ) -> None:
        scaled = max_upscale(values)
        greatest = max(values, default=0)
        if greatest == 0:
            assert scaled == [0] * len(values)
            return
        assert max(scaled) == 0xFFFF
        for value, got in zip(values, scaled, strict=True):
            # The factor is cut to 32 binary places before it meets the value.
            assert abs(got - Fraction(value * 0xFFFF, greatest)) <= Fraction(1, 2) + Fraction(
                1, 2**15
            )

    def test_ties_round_away_from_zero(self) -> None:
        # 65,535 / 2 = 32,767.5
        assert max_upscale([1, 2]) == [32_768, 65_535]
