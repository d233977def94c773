"""The explorer of one chain: the answers of `explorer_*`, over one set of caches."""

from __future__ import annotations

from local_node.chain.chain import Chain
from local_node.explorer.accounts import Accounts
from local_node.explorer.blocks import BlockViews
from local_node.explorer.reader import Reader
from local_node.explorer.search import Search
from local_node.explorer.subnets import Subnets


class Explorer:
    """A read-only view of a chain; thread-safe."""

    def __init__(self, chain: Chain) -> None:
        self.reader = Reader(chain)
        self.blocks = BlockViews(self.reader)
        self.subnets = Subnets(self.reader)
        self.accounts = Accounts(self.reader, self.blocks)
        self.search = Search(self.reader, self.blocks, self.subnets)
