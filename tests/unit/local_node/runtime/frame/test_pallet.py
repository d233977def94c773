"""What a pallet hands over, and when it is loaded."""

from __future__ import annotations

import sys

import pytest

from chain_spec.pallets import sudo
from local_node.runtime.frame.pallet import Hooks, RuntimePallet, later


def test_a_part_is_loaded_when_it_is_asked_for():
    sys.modules.pop("encodings.cp437", None)  # of no use to a chain
    part = later("encodings", "cp437.Codec")
    assert "encodings.cp437" not in sys.modules
    assert part() is sys.modules["encodings.cp437"].Codec
    assert part() is part()


def test_a_part_that_there_is_not():
    with pytest.raises(ModuleNotFoundError):
        later("encodings", "nowhere.CALLS")()
    with pytest.raises(AttributeError):
        later("encodings", "cp437.CALLS")()


def test_a_pallet_may_have_nothing_but_its_declaration():
    pallet = RuntimePallet(sudo.pallet)
    assert (pallet.name, pallet.calls(), pallet.apis()) == ("Sudo", (), {})
    assert pallet.hooks() == Hooks()
    assert pallet.genesis is None


def test_calls_are_known_by_their_names_on_the_chain():
    def set_() -> None:
        """A word of Python, so the function has a name of its own."""

    def remove_key() -> None:
        """Not one."""

    pallet = RuntimePallet(sudo.pallet, calls=lambda: (set_, remove_key))
    assert pallet.call_table() == {"set": set_, "remove_key": remove_key}
