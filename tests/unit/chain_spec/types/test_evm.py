"""Types of the EVM."""

from __future__ import annotations

from chain_spec.apis import ethereum
from chain_spec.profile import Profile
from chain_spec.runtime import build
from chain_spec.types import u16
from chain_spec.types.evm import ExecutionInfoV2

INTERFACE = build(Profile.SLOW)


def test_what_an_execution_answers_has_its_own_value() -> None:
    own = ExecutionInfoV2(u16)
    assert [field.name for field in own.fields] == [
        "exit_reason",
        "value",
        "used_gas",
        "weight_info",
        "logs",
    ]
    assert own.zero()["value"] == 0
    assert dict(own.params) == {"T": u16}


def test_calls_and_creations_of_the_api_are_encoded() -> None:
    outputs = [ethereum.api.methods[name].output for name in ("call", "create")]
    for output in outputs:
        codec = INTERFACE.codec(output)
        assert codec.decode(codec.encode(output.zero())) == output.zero()
    assert INTERFACE.type_id(outputs[0]) != INTERFACE.type_id(outputs[1])
