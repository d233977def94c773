"""What names mean: errors, calls, hyperparameters, and everything else that metadata names."""

from __future__ import annotations

from pathlib import Path

import pytest

from btsdk.client.explaining import Explanation, explain
from btsdk.codegen.source import read_metadata
from btsdk.errors import UsageError
from btsdk.reads.hyperparameter_table import PARAMETERS
from btsdk.rpc.error_codes import CUSTOM
from btsdk.tx.hints import known
from tests.unit.btsdk.script import dev_at

METADATA = dev_at().metadata


def kinds(name: str | int) -> list[tuple[str, str]]:
    return [(one.kind, one.name) for one in explain(METADATA, name)]


def test_an_error_with_its_hint() -> None:
    found = explain(METADATA, "SubtensorModule.SlippageTooHigh")
    (error,) = found
    assert error.kind == "error"
    assert error.text == " ".join(METADATA.pallet("SubtensorModule").errors["SlippageTooHigh"].docs)
    assert error.hint is not None
    assert "--tolerance" in error.hint
    assert str(error).startswith("SubtensorModule.SlippageTooHigh (error)\n  ")
    assert kinds("SlippageTooHigh") == [
        ("error", "SubtensorModule.SlippageTooHigh"),
        ("refusal", "SlippageTooHigh"),
    ]


def test_a_call_and_the_operation_that_makes_it() -> None:
    assert kinds("add_stake") == kinds("AddStake")
    call, operation = explain(METADATA, "add_stake")
    assert (call.kind, call.name) == ("call", "SubtensorModule.add_stake")
    assert [name for name, _ in call.facts] == ["hotkey", "netuid", "amount_staked"]
    assert (operation.kind, operation.name) == ("operation", "AddStake")
    assert operation.text.startswith("Buy alpha of a subnet with TAO")
    assert ("netuid", "int") in operation.facts
    assert kinds("SubtensorModule.add_stake") == [("call", "SubtensorModule.add_stake")]


def test_a_hyperparameter_by_any_of_its_names() -> None:
    for one in PARAMETERS:
        for name in (one.name, *one.also):
            assert ("hyperparameter", one.name) in kinds(name)
    parameter = explain(METADATA, "max_uids")[-1]
    assert ("unit", "count") in parameter.facts
    assert ("range", "0 to 256") in parameter.facts


def test_every_other_item() -> None:
    assert kinds("System.Account") == [("storage item", "System.Account")]
    both = [(kind, "Balances.ExistentialDeposit") for kind in ("error", "constant")]
    assert kinds("Balances.ExistentialDeposit") == both
    assert kinds("StakeAdded") == [("event", "SubtensorModule.StakeAdded")]
    assert ("runtime API method", "SwapRuntimeApi.current_alpha_price") in kinds(
        "current_alpha_price"
    )
    (pallet,) = explain(METADATA, "commitments")[:1]
    assert (pallet.kind, pallet.name) == ("pallet", "Commitments")
    (event,) = explain(METADATA, "StakeAdded")
    assert [name for name, _ in event.facts][:2] == ["coldkey", "hotkey"]


def test_codes_of_refusals_and_errors_that_no_pallet_owns() -> None:
    for number, code in CUSTOM.items():
        assert explain(METADATA, number) == explain(METADATA, str(number))
        assert ("refusal", code.name) in kinds(code.name)
    assert kinds("Token.FundsUnavailable") == [("error", "Token.FundsUnavailable")]
    assert all(("error", code) in kinds(code) for code in known())
    with pytest.raises(UsageError, match="no refusal has the code 254"):
        explain(METADATA, 254)


def test_a_wrong_name_suggests_the_right_one() -> None:
    with pytest.raises(UsageError, match="nothing is called 'SlipageTooHigh'") as caught:
        explain(METADATA, "SlipageTooHigh")
    assert caught.value.hint == "Did you mean SlippageTooHigh?"
    with pytest.raises(UsageError) as caught:
        explain(METADATA, "zzzzzzzzzz")
    assert caught.value.hint is not None
    assert caught.value.hint.startswith("It takes the name")


def test_another_chain_explains_itself_in_its_own_words(shared_data: Path) -> None:
    metadata = read_metadata(shared_data / "mainnet-343-v15.scale")
    call: Explanation = explain(metadata, "SubtensorModule.set_weights")[0]
    assert "Sets the caller weights" in call.text
