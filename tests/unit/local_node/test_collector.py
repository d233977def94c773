"""The collector rests, and goes on as it was."""

from __future__ import annotations

import gc

import pytest

from local_node.collector import at_rest


@pytest.mark.parametrize("at_work", [True, False])
def test_it_goes_on_as_it_was(at_work: bool):
    before = gc.isenabled()
    (gc.enable if at_work else gc.disable)()
    try:
        with at_rest():
            assert not gc.isenabled()
            with at_rest():
                pass
            assert not gc.isenabled()
        assert gc.isenabled() is at_work
    finally:
        (gc.enable if before else gc.disable)()
