"""Error objects of nodes, as the errors that people see."""

from __future__ import annotations

from ipaddress import ip_address

import pytest

from btsdk import RawCall, RecycleRegister
from btsdk.errors import RpcError, TransactionRefused
from btsdk.keys import Keypair
from btsdk.rpc.error_codes import CUSTOM, error_for, is_pruned
from btsdk.rpc.messages import ErrorObject
from chain_spec.transaction_errors import CustomTransactionError
from local_node.embedded.local_chain import LocalChain

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


@pytest.mark.parametrize("code", list(CustomTransactionError))
def test_a_custom_code_has_a_name_a_sentence_and_a_remedy(code: CustomTransactionError) -> None:
    error = error_for(
        SUBMIT, ErrorObject(1010, "Invalid Transaction", f"Custom error: {int(code)}")
    )
    assert isinstance(error, TransactionRefused)
    assert error.reason == f"Custom({int(code)}) {code.name}"
    known = CUSTOM[code]
    assert str(error) == (
        f"the node refused the transaction: {code.name}: {known.meaning} (code 1010, "
        f"Custom({int(code)}))"
    )
    assert len(known.meaning.split()) > 3
    assert error.hint == known.remedy
    assert known.remedy.endswith(".")
    assert known.remedy != known.meaning


def test_no_custom_code_is_unknown_to_the_chain() -> None:
    assert set(CUSTOM) == set(CustomTransactionError)


def test_a_running_node_refuses_a_loopback_axon_in_words() -> None:
    with LocalChain() as chain:
        alice = Keypair.from_uri("//Alice")
        chain.client.execute(RecycleRegister(1, alice.ss58_address), alice)
        address = {"ip": int(ip_address("127.0.0.1")), "port": 8091, "ip_type": 4}
        unused = {"version": 1, "protocol": 0, "placeholder1": 0, "placeholder2": 0}
        serve = RawCall("SubtensorModule", "serve_axon", {"netuid": 1, **address, **unused})
        with pytest.raises(TransactionRefused, match="does not accept this IP address") as refused:
            chain.client.execute(serve, alice)
    assert refused.value.reason == "Custom(11) InvalidIpAddress"
    assert "public IP address" in (refused.value.hint or "")
