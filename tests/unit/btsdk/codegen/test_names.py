"""Names on the chain as Python names."""

from __future__ import annotations

import keyword

from hypothesis import given
from hypothesis import strategies as st

from btsdk.codegen.names import class_name, field_name, identifier
from btsdk.descriptors import TypedCall, TypedEvent


def test_names() -> None:
    assert class_name("transfer_keep_alive") == "TransferKeepAlive"
    assert class_name("NetworkAdded") == "NetworkAdded"
    assert (field_name("from"), field_name("name"), field_name("value")) == (
        "from_",
        "name_",
        "value",
    )


@given(st.sampled_from([*keyword.kwlist, *dir(TypedCall), *dir(TypedEvent), "dest", "who"]))
def test_no_field_hides_what_typed_items_have(name: str) -> None:
    field = field_name(name)
    assert field in (name, f"{name}_")
    assert not keyword.iskeyword(field)
    assert field not in dir(TypedCall)
    assert identifier(name) == (f"{name}_" if keyword.iskeyword(name) else name)
