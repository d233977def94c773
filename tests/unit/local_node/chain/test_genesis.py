"""Genesis from the spec alone, and files of another one."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from btsdk.errors import ChainFileError, UsageError
from local_node.chain.block import ZERO_HASH
from local_node.state.store import Store
from local_node.state.trie import EMPTY_ROOT
from tests.unit.local_node.chain.conftest import Open
from tests.unit.local_node.chain.counter import Spec
from tests.unit.local_node.chain.counting import total
from tests.unit.local_node.state import reference


def test_genesis_depends_on_the_spec_alone(open_chain: Open) -> None:
    first, again = open_chain(spec=Spec(sum=5)), open_chain(spec=Spec(sum=5))
    other = open_chain(spec=Spec(sum=6))
    assert first.genesis_hash == again.genesis_hash != other.genesis_hash
    header = first.header(first.genesis_hash)
    assert header is not None
    assert (header.number, header.parent_hash, header.digest) == (0, ZERO_HASH, ())
    assert header.extrinsics_root == EMPTY_ROOT
    assert header.state_root == reference.root(dict(first.state().items()))
    assert total(first) == 5


def test_a_spec_that_the_runtime_refuses_is_the_users_error(open_chain: Open) -> None:
    with pytest.raises(UsageError, match="the sum cannot be negative"):
        open_chain(spec=Spec(sum=-1))


def test_a_file_of_another_chain_is_refused(open_chain: Open, tmp_path: Path) -> None:
    open_chain(Store(tmp_path / "c"), spec=Spec("one", sum=1)).close()
    with (
        closing(Store(tmp_path / "c")) as store,
        pytest.raises(ChainFileError, match="chain 'one', not chain 'two'"),
    ):
        open_chain(store, spec=Spec("two", sum=1))


def test_a_changed_spec_is_refused(open_chain: Open, tmp_path: Path) -> None:
    open_chain(Store(tmp_path / "c"), spec=Spec("one", sum=1)).close()
    with (
        closing(Store(tmp_path / "c")) as store,
        pytest.raises(ChainFileError, match="another version of chain 'one'"),
    ):
        open_chain(store, spec=Spec("one", sum=2))
