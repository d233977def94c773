"""Python types of what goes into calls and of what comes out of a chain, from its metadata."""

from __future__ import annotations

import pytest

from btsdk.codegen.annotations import Annotations, Values
from btsdk.metadata import Metadata
from tests.unit.btsdk.script import dev_at

METADATA: Metadata = dev_at().metadata


def arguments(pallet: str, call: str) -> dict[str, str]:
    own = Annotations(METADATA, Values(METADATA))
    fields = METADATA.call(pallet, call).fields
    return {str(field.name): own.argument(field.type, field.type_name) for field in fields}


@pytest.mark.parametrize(
    ("pallet", "call", "annotations"),
    [
        ("Balances", "transfer_keep_alive", {"dest": "i.Account", "value": "Tao"}),
        ("System", "remark", {"remark": "i.Text"}),
        ("Utility", "batch", {"calls": "list[TypedCall]"}),
        (
            "SubtensorModule",
            "remove_stake",
            {"hotkey": "i.Account", "netuid": "int", "amount_unstaked": "Alpha"},
        ),
        (
            "SubtensorModule",
            "set_children",
            {"hotkey": "i.Account", "netuid": "int", "children": "list[tuple[int, i.Account]]"},
        ),
        ("Sudo", "sudo", {"call": "TypedCall"}),
        ("Crowdloan", "update_cap", {"crowdloan_id": "int", "new_cap": "Tao"}),
    ],
)
def test_arguments(pallet: str, call: str, annotations: dict[str, str]) -> None:
    assert arguments(pallet, call) == annotations


def test_decoded_values() -> None:
    values = Values(METADATA)
    own = Annotations(METADATA, values)
    assert own.decoded(METADATA.storage("System", "Account").value) == "v.AccountInfo"
    assert own.decoded(METADATA.storage("SubtensorModule", "Owner").value) == "v.AccountId"
    assert own.decoded(METADATA.storage("System", "Events").value) == "list[v.EventRecord]"
    assert own.decoded(METADATA.storage("Sudo", "Key").value) == "v.AccountId"
    text = values.definitions()
    assert "class AccountInfo(TypedDict):\n    nonce: int\n" in text
    assert "    data: AccountData\n" in text
    assert ("..", "values as v") in own.imports


def test_fields_of_events() -> None:
    own = Annotations(METADATA, Values(METADATA))
    fields = METADATA.pallet("SubtensorModule").events["StakeAdded"].fields
    found = [own.readable(field, alpha=True) for field in fields]
    assert found == ["str", "str", "Tao", "Alpha", "int", "int"]
    assert own.readable(fields[3], alpha=False) == "int"
