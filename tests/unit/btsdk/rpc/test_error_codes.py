"""Error objects of nodes, as the errors that people see."""

from __future__ import annotations

import pytest

from btsdk.errors import RpcError, TransactionRefused
from btsdk.rpc.error_codes import error_for, is_pruned
from btsdk.rpc.messages import ErrorObject

SUBMIT = "author_submitAndWatchExtrinsic"


@pytest.mark.parametrize(
    ("code", "data", "reason"),
    [
        (1001, None, "BadFormat"),
        (1002, 'RuntimeApi("Execution failed: Bad input data provided to x: ..")', "BadFormat"),
        (1002, 'RuntimeApi("Execution failed: Runtime panicked: why")', "VerificationError"),
        (1010, "Inability to pay some fees (e.g. account balance too low)", "Payment"),
        (1010, "Transaction is outdated", "Stale"),
        (1010, "Transaction will be valid in the future", "Future"),
        (1010, "Transaction has a bad signature", "BadProof"),
        (1010, "Transaction has an ancient birth block", "AncientBirthBlock"),
        (1010, "Transaction would exhaust the block limits", "ExhaustsResources"),
        (1010, "Custom error: 8", "Custom(8) SlippageTooHigh"),
        (1010, "Custom error: 200", "Custom(200)"),
        (1011, "Could not lookup information required to validate", "CannotLookup"),
        (1011, "CannotLookup", "CannotLookup"),
        (1011, "NoUnsignedValidator", "UnknownValidity"),
        (1012, "Transaction is temporarily banned", "TemporarilyBanned"),
        (1014, "The transaction has too low priority to replace another", "TooLowPriority"),
    ],
)
def test_a_refusal_has_substrates_name_for_it(code: int, data: str | None, reason: str) -> None:
    error = error_for(SUBMIT, ErrorObject(code, "Invalid Transaction", data))
    assert isinstance(error, TransactionRefused)
    assert (error.code, error.reason) == (code, reason)
    assert error.hint or reason == "Custom(200)"


def test_a_refusal_nobody_knows_keeps_the_nodes_words() -> None:
    error = error_for(SUBMIT, ErrorObject(1010, "Invalid Transaction", "a new reason"))
    assert isinstance(error, TransactionRefused)
    assert error.reason == "a new reason"


def test_other_errors_are_rpc_errors() -> None:
    error = error_for("state_call", ErrorObject(1010, "x"))
    assert isinstance(error, RpcError)
    assert error.code == 1010
    unknown = error_for("dev_magic", ErrorObject(-32601, "Method not found"))
    assert isinstance(unknown, RpcError)
    assert "rpc_methods" in (unknown.hint or "")


def test_a_pruned_state_points_to_the_archive() -> None:
    words = "Client error: UnknownBlock: State already discarded for 0x12"
    error = error_for("state_getStorage", ErrorObject(4003, words))
    assert "archive" in (error.hint or "")
    assert is_pruned(words)
    assert not is_pruned("Client error: Api called for an unknown Block")
