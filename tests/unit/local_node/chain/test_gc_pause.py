"""The collector rests, and goes on as it was."""

from __future__ import annotations

import gc

import pytest

from local_node.chain.gc_pause import gc_pause


@pytest.mark.parametrize("at_work", [True, False])
def test_it_goes_on_as_it_was(at_work: bool):
    before = gc.isenabled()
    (gc.enable if at_work else gc.disable)()
    try:
        with gc_pause():
            assert not gc.isenabled()
            with gc_pause():
                pass
            assert not gc.isenabled()
        assert gc.isenabled() is at_work
    finally:
        (gc.enable if before else gc.disable)()
