"""The table of hyperparameters: every setter of the chain is in it, once."""

from __future__ import annotations

import pytest

from btsdk.calls import admin_utils
from btsdk.descriptors import later
from btsdk.descriptors.calls import TypedCall
from btsdk.errors import UsageError
from btsdk.ops.set_hyperparameter import call_class, event_class
from btsdk.reads.hyperparameter_table import PARAMETERS, Setter, Unit, parameter

OTHER_OPERATIONS = {
    "sudo_set_mechanism_count",
    "sudo_set_mechanism_emission_split",
    "sudo_trim_to_max_allowed_uids",
}
ALIASES = {"sudo_set_subnet_owner_hotkey"}


def setters_of_subnets() -> set[str]:
    """Those of the declared spec version; later ones are descriptors alone."""
    kinds = [
        kind
        for kind in vars(admin_utils).values()
        if isinstance(kind, type) and issubclass(kind, TypedCall)
    ]
    of_subnets = [kind for kind in kinds if kind.field_names[:1] == ("netuid",)]
    return {one.name for one in of_subnets if f"{one.pallet}.{one.name}" not in later.CALLS}


def test_every_setter_of_a_subnet_is_in_the_table() -> None:
    listed = {one.call for one in PARAMETERS if one.call.startswith("sudo_")}
    assert listed | OTHER_OPERATIONS | ALIASES == setters_of_subnets()


def test_names_are_unique() -> None:
    names = [name for one in PARAMETERS for name in (one.name, *one.also)]
    assert len(names) == len(set(names))
    for one in PARAMETERS:
        assert all(parameter(name) is one for name in (one.name, *one.also))
        assert not one.call or parameter(one.call) is one


def test_calls_and_events_exist() -> None:
    for one in PARAMETERS:
        if one.call.startswith("sudo_"):
            assert call_class(one.call).name == one.call
        if one.event:
            assert event_class(one.event).name == one.event
        assert one.item is not None or one.setter is Setter.NOBODY
        assert one.least <= one.most


def test_an_unknown_name_has_its_neighbours() -> None:
    with pytest.raises(UsageError) as caught:
        parameter("imunity_period")
    assert caught.value.hint == "Did you mean immunity_period?"
    with pytest.raises(UsageError) as caught:
        parameter("xyz")
    assert "kappa" in str(caught.value.hint)


def test_units_of_parts() -> None:
    assert Unit.SHARE.whole == 65_535
    assert Unit.BLOCKS.whole is None
