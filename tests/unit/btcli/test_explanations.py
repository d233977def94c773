"""What names mean."""

from __future__ import annotations

import pytest

from btcli.explanations import ExplanationDocument, document, explain, own_errors
from btcli.failures import NotFound
from btsdk import errors
from btsdk.reads.hyperparameter_table import PARAMETERS
from btsdk.tx import hints
from tests.cli import reference
from tests.unit.btcli.samples import declared

METADATA = declared()


def kinds(name: str) -> set[str]:
    return {one.kind for one in explain(METADATA, name)}


def test_an_error_with_the_next_step() -> None:
    (found,) = explain(METADATA, "NotEnoughStake")
    assert (found.kind, found.name) == ("error", "SubtensorModule.NotEnoughStake")
    assert found.text
    assert found.hint == hints.hint_for(found.name)


def test_a_call_has_its_arguments() -> None:
    (found,) = explain(METADATA, "Balances.transfer_keep_alive")
    assert [name for name, _ in found.facts] == ["dest", "value"]


def test_each_kind_of_name() -> None:
    assert kinds("tempo") == {"hyperparameter"}
    assert kinds("SubtensorModule.Tempo") == {"storage"}
    assert kinds("Balances.ExistentialDeposit") == {"constant", "error"}
    assert kinds("AccountNonceApi.account_nonce") == {"api"}
    assert kinds("Balances.Transfer") == {"event"}
    assert kinds("wrong_password") == kinds("WrongPassword") == {"btcli error"}
    for name in ("tempo", "NotEnoughStake", "wrong_password", "AccountNonceApi.account_nonce"):
        for one in explain(METADATA, name):
            assert reference.problems(document(one), ExplanationDocument) == []


def test_every_hyperparameter_and_own_error_is_explained() -> None:
    for one in PARAMETERS:
        assert "hyperparameter" in kinds(one.name)
    assert own_errors()["usage_error"] is errors.UsageError
    for code in own_errors():
        (found,) = [one for one in explain(METADATA, code) if one.kind == "btcli error"]
        assert found.text


@pytest.mark.parametrize(
    ("name", "likely"),
    [
        ("wrong_pasword", "wrong_password"),
        ("notenoughstake", "NotEnoughStake"),
        ("tempoo", "tempo"),
    ],
)
def test_a_mistyped_name(name: str, likely: str) -> None:
    with pytest.raises(NotFound) as told:
        explain(METADATA, name)
    assert likely in str(told.value.hint)
