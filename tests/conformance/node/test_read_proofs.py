"""`state_getReadProof` against a checker of its own: whatever keys are asked for, the nodes that
come back show, under the header's state root, what those keys hold or that they hold nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from btsdk.keys import Keypair
from local_node.chain.modes import Manual
from local_node.process.node import Node, NodeConfig
from tests.runtimes import RUNTIMES, Ground
from tests.unit.local_node.state import reference
from tests.wire import Composer, Wire, wire

ALICE = Keypair.from_uri("//Alice")


class Proven:
    """A node's state at an old block and at its head, by keys."""

    def __init__(self, link: Wire) -> None:
        self.link = link
        composer = Composer(link)
        link.call("dev_newBlock", 3)
        self.old: str = link.call("chain_getBlockHash")
        for nonce in range(20):
            dest = Keypair.from_uri(f"//Dest//{nonce}")
            extrinsic = composer.signed(ALICE, composer.transfer(dest, 10**9 + nonce), nonce)
            link.call("author_submitExtrinsic", extrinsic)
        link.call("dev_newBlock", 2)
        self.new: str = link.call("chain_getBlockHash")
        self.keys = sorted(set(self.content(self.old)) | set(self.content(self.new)))

    def content(self, at: str) -> dict[bytes, bytes]:
        return {raw(key): raw(value) for key, value in self.link.call("state_getPairs", "0x", at)}

    def proof(self, keys: list[bytes], at: str) -> tuple[bytes, list[bytes]]:
        """The header's state root, and the nodes."""
        answer = self.link.call("state_getReadProof", ["0x" + key.hex() for key in keys], at)
        assert answer["at"] == at
        root = raw(self.link.call("chain_getHeader", at)["stateRoot"])
        return root, [raw(node) for node in answer["proof"]]


@pytest.fixture(scope="module", params=RUNTIMES)
def proven(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Proven]:
    ground: Ground = request.param
    path = tmp_path_factory.mktemp("proofs") / "one.chain"
    node = Node.start(NodeConfig(ground.chain, path, port=0))
    node.chain.mode = Manual()
    with wire(node.endpoint) as link:
        ground.endow(link)
        yield Proven(link)
    node.stop()


def raw(text: str) -> bytes:
    return bytes.fromhex(text.removeprefix("0x"))


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_keys_present_and_absent(proven: Proven, data: st.DataObject) -> None:
    at = data.draw(st.sampled_from([proven.old, proven.new]))
    known = st.sampled_from(proven.keys)
    keys = data.draw(
        st.lists(st.one_of(known, known.flatmap(_beside), st.binary(max_size=40)), max_size=12)
    )
    content = proven.content(at)
    root, nodes = proven.proof(keys, at)
    for key in keys:
        assert reference.prove(root, nodes, key) == content.get(key)


def _beside(key: bytes) -> st.SearchStrategy[bytes]:
    """Keys that share most of their way with one that is there."""
    cut = st.integers(0, len(key)).map(lambda length: key[:length])
    longer = st.binary(min_size=1, max_size=3).map(lambda tail: key + tail)
    flipped = st.integers(0, max(len(key) * 8 - 1, 0)).map(lambda bit: _flip(key, bit))
    return st.one_of(cut, longer, flipped)


def _flip(key: bytes, bit: int) -> bytes:
    changed = bytearray(key or b"\x00")
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def test_nothing_in_a_proof_is_there_for_nothing(proven: Proven) -> None:
    """Without any one of its nodes the proof shows nothing."""
    keys = [proven.keys[at] for at in range(0, len(proven.keys), 37)] + [b"nothing lies here"]
    root, nodes = proven.proof(keys, proven.new)
    assert len(set(nodes)) == len(nodes)
    for left_out in range(len(nodes)):
        rest = nodes[:left_out] + nodes[left_out + 1 :]
        with pytest.raises(reference.BadProof):
            [reference.prove(root, rest, key) for key in keys]


def test_a_proof_is_bound_to_its_block(proven: Proven) -> None:
    number = raw("0x26aa394eea5630e07c48ae0c9558cef702a5c1b19ab7a04f536c519aca4983ac")
    _, nodes = proven.proof([number], proven.old)
    newer_root, newer = proven.proof([number], proven.new)
    assert reference.prove(newer_root, newer, number) == proven.content(proven.new)[number]
    with pytest.raises(reference.BadProof):
        reference.prove(newer_root, nodes, number)
