"""The highest price of a purchase."""

from __future__ import annotations

from btcli.commands.sudo.purchase_limit import price_limit
from btsdk import Client
from tests.cli.running import Cli
from tests.unit.btcli.samples import context


def test_the_limit_is_above_the_price_by_the_tolerance(owner: Cli) -> None:
    with Client("local", chain_file=owner.chain_file) as client:
        view = client.head()
        price = view.price(2)
        limit = price_limit(context(owner.wallets, tolerance="0.1"), view, 2)
        assert limit is not None
        assert 0 <= price.rao * 11 // 10 - limit.rao <= 1
        assert price_limit(context(owner.wallets, safe_staking=False), view, 2) is None
