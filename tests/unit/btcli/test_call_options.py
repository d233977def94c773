"""Arguments of calls as they are typed."""

from __future__ import annotations

import pytest

from btcli import call_options
from btsdk.errors import AddressError, UsageError
from btsdk.keys import Keypair
from tests.cli.running import Cli
from tests.unit.btcli.samples import BOB, context, declared


def test_values_keep_what_follows_the_first_sign() -> None:
    assert call_options.by_name(["a=1", "b=x=y", "c="]) == {"a": "1", "b": "x=y", "c": ""}
    assert call_options.json_object(None) == {}
    assert call_options.json_object('{"a": [1]}') == {"a": [1]}


@pytest.mark.parametrize("arguments", [["a"], ["=1"], ["a b=1"], ["a=1", "a=2"], ["1=2"]])
def test_what_is_no_argument(arguments: list[str]) -> None:
    with pytest.raises(UsageError):
        call_options.by_name(arguments)


@pytest.mark.parametrize("name", ["", "Balances", ".transfer", "Balances."])
def test_a_name_has_two_parts(name: str) -> None:
    with pytest.raises(UsageError, match="no pallet"):
        call_options.split(name, "Balances.transfer_all")


def test_wallets_are_accounts(alice: Cli) -> None:
    chosen = context(alice.wallets)
    resolve = call_options.resolving(chosen)
    assert resolve("alice") == Keypair.from_uri("//Alice").ss58_address
    assert resolve(BOB) == BOB
    for unknown in ("nobody", "a/b", ""):
        with pytest.raises(AddressError):
            resolve(unknown)
    given = ["dest=alice", "value=1tao"]
    made = call_options.operation(
        chosen, declared(), "Balances.transfer_keep_alive", given, None, sudo=True
    )
    assert type(made).__name__ == "Sudo"
