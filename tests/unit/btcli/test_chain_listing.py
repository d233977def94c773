"""Names of items with their types."""

from __future__ import annotations

from btcli.chain_items import ChainItem
from btcli.chain_listing import key_labels
from tests.unit.btcli.samples import declared


def labels(owner: str, name: str) -> list[str]:
    return key_labels(declared(), ChainItem("storage", owner, name))


def test_keys_are_named_by_their_types() -> None:
    assert labels("System", "Account") == ["AccountId32"]
    assert len(labels("SubtensorModule", "Tempo")) == 1
    assert labels("SubtensorModule", "ChildKeys")[0] == "AccountId32"


def test_equal_types_are_numbered() -> None:
    found = labels("SubtensorModule", "Alpha")
    assert len(found) == len(set(found)) == 3
