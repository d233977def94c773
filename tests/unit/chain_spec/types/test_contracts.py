"""Types of contracts."""

from __future__ import annotations

from chain_spec.apis import contracts
from chain_spec.profile import Profile
from chain_spec.runtime import build
from chain_spec.types import u16
from chain_spec.types.contracts import ContractResult

INTERFACE = build(Profile.SLOW)


def test_a_dry_run_answers_with_its_own_output() -> None:
    result = ContractResult(u16)
    assert dict(result.params)["R"] is not None
    (field,) = (one for one in result.fields if one.name == "result")
    assert field.type.label == "R"
    assert field.type.zero() == ("Ok", 0)


def test_calls_and_creations_are_encoded_with_what_each_returns() -> None:
    outputs = [contracts.api.methods[name].output for name in ("call", "instantiate")]
    for output in outputs:
        codec = INTERFACE.codec(output)
        assert codec.decode(codec.encode(output.zero())) == output.zero()
    assert INTERFACE.type_id(outputs[0]) != INTERFACE.type_id(outputs[1])
