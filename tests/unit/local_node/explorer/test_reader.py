"""The SDK's reads without a client: the same answers, at any block."""

from __future__ import annotations

import pytest

from btsdk.errors import UsageError
from btsdk.reads import balances, subnets
from btsdk.reads.metagraph.fetch import metagraph
from btsdk.rpc.effects import Program, RpcCall, Sleep, ask
from btsdk.state.block_context import BlockContext
from btsdk.units import Tao
from local_node.chain.errors import UnknownBlock
from local_node.embedded.local_chain import LocalChain
from local_node.explorer.reader import Reader

ALICE = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"


def test_it_reads_what_a_client_reads(chain: LocalChain) -> None:
    reader, head = Reader(chain.chain), chain.client.head()
    at = reader.at()
    assert (at.hash, at.number) == (head.hash, head.number)
    assert reader.read(subnets.subnets, at) == head.subnets()
    assert reader.read(metagraph, at, 1) == head.metagraph(1)
    assert reader.read(balances.balance, at, ALICE) == head.balance(ALICE)


def test_an_earlier_block_stays_as_it_was(chain: LocalChain) -> None:
    reader = Reader(chain.chain)
    before = reader.at()
    chain.set_balance(ALICE, Tao.parse("7"))
    then, now = (reader.read(balances.balance, at, ALICE).free for at in (before, reader.at()))
    assert now == Tao.parse("7")
    assert then != now


def test_metadata_is_decoded_once(chain: LocalChain) -> None:
    reader = Reader(chain.chain)
    first = reader.at().metadata
    chain.advance(1)
    assert reader.at().metadata is first
    assert first.apis


def test_an_unknown_block(chain: LocalChain) -> None:
    with pytest.raises(UnknownBlock):
        Reader(chain.chain).at(bytes(32))


@pytest.mark.parametrize("question", [RpcCall("author_submitExtrinsic", ("0x00",)), Sleep(1)])
def test_only_a_state_is_asked(chain: LocalChain, question: RpcCall | Sleep) -> None:
    def program(at: BlockContext) -> Program[None]:
        yield from ask(question)

    reader = Reader(chain.chain)
    with pytest.raises(UsageError, match=r"no question about a state|not a read of a state"):
        reader.read(program, reader.at())
