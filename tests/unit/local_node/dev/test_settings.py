"""Storage by its names."""

from __future__ import annotations

import pytest

from btsdk.errors import UsageError
from local_node.dev.control import Control
from tests.unit.local_node.dev.reading import read
from tests.unit.local_node.dev.signing import ZOE


def test_storage_by_names(control: Control) -> None:
    control.set_storage(
        {
            "System": {
                "account": [[[ZOE.ss58_address], {"providers": 1, "data": {"free": "1000000"}}]]
            },
            "SubtensorModule": {
                "Tempo": [[[1], 77], [2, 5]],
                "NetworkRateLimit": 9,
                "BurnHalfLife": [[[1], "0x10"]],
            },
        }
    )
    assert control.free(ZOE.public_key) == 1_000_000
    assert read(control, "SubtensorModule", "Tempo", 1) == 77
    assert read(control, "SubtensorModule", "NetworkRateLimit") == 9
    assert read(control, "SubtensorModule", "BurnHalfLife", 1) == 16
    control.set_storage({"SubtensorModule": {"$removePrefix": ["Tempo"], "NetworkRateLimit": None}})
    assert read(control, "SubtensorModule", "Tempo", 1) == 10
    assert read(control, "SubtensorModule", "NetworkRateLimit") != 9
    control.set_storage([["0x6d696e65", "0x01"], ["0x6d696e6501", None]])
    assert control.chain.state().get(b"mine") == b"\x01"


@pytest.mark.parametrize(
    ("values", "text"),
    [
        (7, "a list of raw pairs"),
        ([["0x00"]], "not a pair"),
        ([["zz", "0x"]], "not a hex string"),
        ({"Sistem": {}}, "no pallet 'Sistem'"),
        ({"System": {"Acount": []}}, "no storage item 'Acount'"),
        ({"System": {"Account": {}}}, "since it is a map"),
        ({"System": {"Account": [[[], {}]]}}, "1 keys expected"),
        ({"System": {"Account": [[["0x00"], {}]]}}, "32 bytes expected"),
        ({"System": {"Account": [[["0x" + "00" * 32], {"fre": 1}]]}}, "no field 'fre'"),
        ({"System": {"Number": "many"}}, "is not a whole number"),
        ({"System": {"ExecutionPhase": "Later"}}, "no case 'Later'"),
    ],
)
def test_storage_that_does_not_exist(control: Control, values: object, text: str) -> None:
    best = control.chain.best
    with pytest.raises(UsageError, match=text):
        control.set_storage(values)
    assert control.chain.best == best
