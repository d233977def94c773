"""Freeze windows and rate limits: what they say is what the chain does in every block."""

from __future__ import annotations

import pytest

from btsdk.calls import admin_utils as calls
from btsdk.ops import SetHyperparameter
from btsdk.reads.owner_limits import (
    MECHANISM_COUNT,
    OWNER_HOTKEY,
    TEMPO,
    TRIMMING,
    RateLimit,
    has_slow_blocks,
    parameter_update,
    rate_limit,
)
from local_node import LocalChain
from tests.unit.btsdk.ops.stage import NETUID, OWNER, SUDO, staged

FROZEN = "SubtensorModule.AdminActionProhibitedDuringWeightsWindow"


@pytest.mark.parametrize("length", [0, 1, 2, 5, 10, 11, 200])
def test_the_window_in_each_block_of_an_epoch(length: int) -> None:
    with staged() as stage:
        stage.sudo(calls.SudoSetAdminFreezeWindow(window=length))
        announced: set[int | None] = set()
        for rho in range(25):
            window = stage.head.freeze_window(NETUID)
            assert window.frozen is stage.head.in_admin_freeze_window(NETUID)
            answer = stage.answered(SetHyperparameter(NETUID, "rho", 20 + rho), OWNER)
            assert answer == (FROZEN if window.frozen else None), (rho, window)
            if window.frozen:
                announced.add(window.ends_at)
            elif window.starts_at is not None:
                assert window.starts_at > stage.head.number
                announced.discard(stage.head.number)
        if length > 10:
            assert announced == {None}
        else:  # the last window may still be open
            assert len(announced) <= 1


def test_no_epochs_no_window() -> None:
    with LocalChain() as chain:
        window = chain.client.head().freeze_window(0)
        tempo = chain.client.head().hyperparameters(0).tempo
        assert (window.frozen, window.starts_at is None) == (False, tempo == 0 or window.length < 2)


def test_a_rate_limit() -> None:
    assert RateLimit(20, 0).free_at == 0
    assert RateLimit(20, 7).free_at == 27


def test_the_lengths_of_both_builds() -> None:
    for name, slow, mechanisms, trimming in (
        ("dev", False, 1, 1),
        ("local", True, 7_200, 216_000),
    ):
        with LocalChain(name) as chain:
            client = chain.client
            at = client.head().at
            assert has_slow_blocks(at) is slow

            def blocks(kind: object, at: object = at, client: object = client) -> int:
                return client.run(rate_limit(at, kind, 1, SUDO)).blocks  # type: ignore[attr-defined, arg-type, no-any-return]

            assert blocks(MECHANISM_COUNT) == mechanisms
            assert blocks(TRIMMING) == trimming
            assert blocks(TEMPO) == 360
            assert blocks(OWNER_HOTKEY) == 50_400
            limits = client.head().limits()
            tempo = client.head().hyperparameters(1).tempo
            assert blocks(parameter_update("Rho")) == tempo * limits.owner_rate_limit
