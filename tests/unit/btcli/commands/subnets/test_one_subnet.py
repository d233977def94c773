"""One subnet, or the reason why there is none."""

from __future__ import annotations

import pytest

from btcli.commands.subnets.one_subnet import subnet_with_graph
from btcli.failures import NotFound
from btsdk import Client
from tests.cli.running import Cli


def test_what_is_there_and_what_is_not(owner: Cli) -> None:
    with Client("local", chain_file=owner.chain_file) as client:
        view = client.head()
        subnet, graph = subnet_with_graph(view, 2, 0)
        assert subnet.netuid == graph.netuid == 2
        with pytest.raises(NotFound, match="no subnet 99"):
            subnet_with_graph(view, 99, 0)
        with pytest.raises(NotFound, match="no mechanism 3"):
            subnet_with_graph(view, 2, 3)
