"""Which entry is removed."""

from __future__ import annotations

import pytest

from btcli.commands.proxy import removal
from btsdk import Client
from btsdk.errors import UsageError
from btsdk.ops import RemoveProxy
from tests.cli.running import Cli
from tests.unit.btcli.commands.proxy.proxied import CHARLIE, DAVE
from tests.unit.btcli.samples import context


@pytest.mark.parametrize(
    "given", [(None, False, None, None), (DAVE, True, None, None), (None, True, None, 1)]
)
def test_what_cannot_be_meant(given: tuple[str | None, bool, str | None, int | None]) -> None:
    with pytest.raises(UsageError):
        removal.check(*given)


def test_an_entry_is_found_or_taken_as_typed(world: Cli) -> None:
    removal.check(DAVE, False, None, 1)
    run = context(world.wallets, wallet_name="alice")
    with Client("local", chain_file=world.chain_file) as client:
        found = removal.only_entry(run, client, CHARLIE, None, None)
        assert found == RemoveProxy(CHARLIE, "Any", 2)
        unknown = removal.only_entry(run, client, DAVE, "Staking", None)
        assert unknown == RemoveProxy(DAVE, "Staking", 0)
