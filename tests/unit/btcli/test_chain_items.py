"""Names of a chain's metadata."""

from __future__ import annotations

from collections import Counter

import pytest

from btcli import chain_items
from btcli.chain_items import READABLE, ChainItem
from btcli.failures import NotFound
from btsdk.errors import UsageError
from tests.unit.btcli.samples import declared

METADATA = declared()


def test_a_whole_name_and_one_alone() -> None:
    tempo = ChainItem("storage", "SubtensorModule", "Tempo")
    assert chain_items.find_one(METADATA, "SubtensorModule.Tempo", READABLE) == tempo
    assert chain_items.find_one(METADATA, "Tempo", READABLE) == tempo
    kinds = {one.kind for one in chain_items.find(METADATA, "SubtensorModule.add_stake")}
    assert kinds == {"call"}


def test_each_item_is_found_by_its_path() -> None:
    known = list(chain_items.items(METADATA))
    assert {one.kind for one in known} == set(chain_items.ALL)
    for one in known[::50]:
        assert one in chain_items.find(METADATA, one.path)


def test_several_of_one_name_are_listed() -> None:
    times = Counter(one.name for one in chain_items.items(METADATA, READABLE))
    name, count = times.most_common(1)[0]
    assert count > 1
    with pytest.raises(UsageError, match=rf"{name}, .*{name}"):
        chain_items.find_one(METADATA, name, READABLE)


@pytest.mark.parametrize(
    ("name", "likely"),
    [
        ("SubtensorModule.Tempoo", "SubtensorModule.Tempo"),
        ("tempo", "SubtensorModule.Tempo"),
        ("balances.existentialdeposit", "Balances.ExistentialDeposit"),
    ],
)
def test_the_nearest_name_is_suggested(name: str, likely: str) -> None:
    with pytest.raises(NotFound) as told:
        chain_items.find(METADATA, name, READABLE)
    assert f"Did you mean {likely}" in str(told.value.hint)


def test_nothing_is_like_it() -> None:
    with pytest.raises(NotFound) as told:
        chain_items.find(METADATA, "qqqqqqqq")
    assert told.value.hint is None
