"""The hash of the metadata."""

from __future__ import annotations

from local_node.runtime.extensions.check_metadata_hash import metadata_hash
from tests.unit.local_node.runtime.extensions.sending import REMARK
from tests.unit.local_node.runtime.support import ALICE, Node


def test_the_metadata_hash_is_accepted(node: Node):
    digest = metadata_hash(node.interface)
    signed = node.sign(ALICE, REMARK, mode="Enabled", metadata_hash=digest)
    assert node.block(signed) == [("Ok", ("Ok", ()))]
