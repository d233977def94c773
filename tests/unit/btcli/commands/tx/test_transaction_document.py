"""A transaction in a file, as JSON."""

from __future__ import annotations

from btcli.commands.tx.transaction_document import OfflineTransactionDocument, transaction_document
from btsdk.keys import Keypair
from tests.cli import reference
from tests.unit.btcli.offline_sample import transaction


def test_before_and_after_the_signature() -> None:
    made = transaction("System", "remark", {"remark": b"x"})
    document = transaction_document(made)
    assert document["era"] == {"period": 64, "first_block": 100, "last_block": 163}
    assert (document["signature"], document["extrinsic_hash"]) == (None, None)
    signed = transaction_document(made.sign(Keypair.from_uri("//Alice")))
    assert signed["extrinsic_hash"] is not None
    for one in (document, signed):
        assert reference.problems(one, OfflineTransactionDocument) == []


def test_one_that_never_expires() -> None:
    made = transaction("System", "remark", {"remark": b"x"}, immortal=True)
    assert transaction_document(made)["era"] is None
    assert "never expires" in " ".join(transaction_document(made)["warnings"])
