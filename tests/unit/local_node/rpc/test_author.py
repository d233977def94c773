"""The pool over JSON-RPC."""

from __future__ import annotations

import pytest

from btsdk.extrinsic import extrinsic_hash
from tests.unit.local_node.rpc.desk import Desk
from tests.unit.local_node.rpc.namespaces import ALICE, raw, signed, watch_error


def test_the_pool_is_shown_counted_and_emptied(desk: Desk) -> None:
    first, second = signed(desk), signed(desk, nonce=1)
    names = [desk.ask("author_submitExtrinsic", extrinsic) for extrinsic in (second, first)]
    assert names[1] == "0x" + extrinsic_hash(raw(first)).hex()
    assert desk.ask("author_pendingExtrinsics") == [first, second]
    assert desk.ask("system_accountNextIndex", ALICE) == 2
    assert desk.ask("author_removeExtrinsic", [{"extrinsic": first}]) == [names[1]]
    assert desk.ask("author_pendingExtrinsics") == []
    assert desk.ask("system_accountNextIndex", ALICE) == 0


def test_what_only_an_operator_may_do(desk: Desk) -> None:
    for method, *params in (
        ("author_insertKey", "aura", "//Alice", "0x00"),
        ("author_rotateKeys",),
        ("offchain_localStorageSet", "PERSISTENT", "0x00", "0x00"),
    ):
        assert desk.error(method, *params)[0] == -32601


@pytest.mark.parametrize("data", ["0x00", "0x0400", "0x0484", "0x0c010203"])
def test_what_the_runtime_cannot_read_is_its_panic(desk: Desk, data: str) -> None:
    failed = "Execution failed: Runtime panicked: Bad input data provided to "
    for method, message, name in (
        ("payment_queryInfo", "Unable to query dispatch info.", "query_info"),
        ("payment_queryFeeDetails", "Unable to query fee details.", "query_fee_details"),
        ("system_dryRun", "Unable to dry run extrinsic.", "apply_extrinsic"),
    ):
        code, text, reason = desk.error(method, data)
        assert (code, text) == (1, message)
        assert str(reason).startswith(f"{failed}{name}: ")
    submitted = [desk.error("author_submitExtrinsic", data) for _ in range(2)]
    for code, text, reason in (*submitted, watch_error(desk, data)):
        assert code == 1002
        assert text.startswith(f"Verification Error: Runtime error: {failed}validate_transaction: ")
        assert text.removeprefix("Verification Error: Runtime error: ") in str(reason)
        assert str(reason).startswith('RuntimeApi("')
    length = "04000000"
    state = desk.error("state_call", "TransactionPaymentApi_query_info", data + length)
    assert state[:2] == (4003, state[1])
    assert state[1].startswith(f"Client error: {failed}query_info: ")
