"""Names that may become paths."""

from __future__ import annotations

import pytest

from btsdk.errors import UsageError
from btsdk.wallet import Wallet, names


@pytest.mark.parametrize("name", ["default", "My Wallet", "miner-1", "w.2", "käse", "a" * 200])
def test_names_that_are_fine(name: str) -> None:
    assert names.check_wallet_name(name) == name
    assert names.check_hotkey_name(name) == name


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        " a",
        "a ",
        ".",
        "..",
        ".hidden",
        "a/b",
        "../a",
        "/",
        "a\\b",
        "a\0b",
        "a\n",
        "a" * 201,
    ],
)
def test_names_that_are_not(name: str) -> None:
    with pytest.raises(UsageError):
        Wallet(name)
    with pytest.raises(UsageError):
        Wallet("default", name)


def test_a_hotkey_is_not_named_like_a_public_file() -> None:
    with pytest.raises(UsageError, match="public files"):
        names.check_hotkey_name("mypub.txt")
    assert names.check_wallet_name("mypub.txt")
