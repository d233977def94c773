"""The explorer of one chain: everything that `explorer_*` answers, over one set of caches."""

from __future__ import annotations

from local_node.chain.chain import Chain
from local_node.explorer.accounts import Accounts
from local_node.explorer.blocks import BlockViews
from local_node.explorer.reader import Reader
from local_node.explorer.search import Search
from local_node.explorer.subnets import Subnets


class Explorer:
    """Looks at a chain, from any thread; changes nothing."""

    def __init__(self, chain: Chain) -> None:
        self.reader = Reader(chain)
        self.blocks = BlockViews(self.reader)
        self.subnets = Subnets(self.reader)
        self.accounts = Accounts(self.reader, self.blocks)
        self.search = Search(self.reader, self.blocks, self.subnets)
