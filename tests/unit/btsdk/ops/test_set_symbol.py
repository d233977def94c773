"""Symbols, on a real chain: the table of the SDK is that of the runtime."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from btsdk.errors import UsageError
from btsdk.ops import SetSymbol, Sudo
from btsdk.token_symbols import TOKEN_SYMBOLS
from tests.unit.btsdk.ops.stage import NETUID, OTHER, OWNER, SUDO, Stage, staged

PREFIX = "SubtensorModule."


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    with staged() as stage:
        yield stage


def test_a_free_symbol(stage: Stage) -> None:
    before, free = stage.head.symbols(), stage.head.free_symbols()
    assert not set(before.values()) & set(free)
    operation = SetSymbol(NETUID, free[0])
    stage.refuses(operation, OTHER, "BadOrigin")
    stage.does(operation, OWNER)
    assert stage.head.symbols()[NETUID] == free[0] == stage.head.subnet(NETUID).symbol
    assert free[0] not in stage.head.free_symbols()
    assert before[NETUID] in stage.head.free_symbols()
    stage.does(SetSymbol(NETUID, free[1]), SUDO)
    stage.does(Sudo(SetSymbol(NETUID, free[2])), SUDO)
    assert stage.head.symbols()[NETUID] == free[2]


def test_a_symbol_that_cannot_be_chosen(stage: Stage) -> None:
    taken = stage.head.symbols()[1]
    reason = stage.refuses(SetSymbol(NETUID, taken), OWNER, PREFIX + "SymbolAlreadyInUse")
    assert "of subnet 1" in reason
    for wrong in ("€", "", TOKEN_SYMBOLS[0]):
        stage.refuses(SetSymbol(NETUID, wrong), OWNER, PREFIX + "SymbolDoesNotExist")
    stage.refuses(SetSymbol(NETUID, "€"), SUDO, PREFIX + "SymbolDoesNotExist")


def test_the_last_symbol_of_the_table(stage: Stage) -> None:
    stage.does(SetSymbol(NETUID, TOKEN_SYMBOLS[-1]), OWNER)
    assert len(set(TOKEN_SYMBOLS)) > 400


def test_what_cannot_be_meant() -> None:
    with pytest.raises(UsageError):
        SetSymbol(NETUID, b"a")  # type: ignore[arg-type]
