"""Each call that a pallet of the bundled runtime declares has code, and takes what is declared."""

from __future__ import annotations

import inspect
from keyword import iskeyword

import pytest

from chain_spec.pallets import system
from chain_spec.runtime import build
from local_node.runtime.bundled import PALLETS
from local_node.runtime.frame import DispatchFailure, RuntimePallet
from local_node.runtime.frame.origin import root, signed
from local_node.runtime.weights.calls import COSTS
from tests.unit.local_node.runtime.support import FEATURES, PROFILES, fresh_context

# Declared, so that clients find them where they look, and refused (docs/chain.md).
LEFT_OUT = {"Ethereum", "EVM", "Contracts", "LimitOrders"}


def declared(pallet: RuntimePallet) -> dict[str, list[str]]:
    """Arguments by call, in the interface with every feature."""
    interface = build(PROFILES["dev"], FEATURES["dev"])
    return {
        name: [f"{arg}_" if iskeyword(arg) else arg for arg in call.args]
        for name, call in interface.pallets[pallet.name].calls.items()
    }


@pytest.mark.parametrize("pallet", PALLETS, ids=lambda pallet: pallet.name)
def test_functions_take_the_declared_arguments(pallet: RuntimePallet):
    calls = declared(pallet)
    for name, function in pallet.call_table().items():
        assert name in calls
        # raises where a declared argument does not fit, by name and in number
        arguments = inspect.signature(function).bind(None, None, **dict.fromkeys(calls[name]))
        assert set(calls[name]) <= {*arguments.arguments, *arguments.kwargs}, name


@pytest.mark.parametrize("pallet", PALLETS, ids=lambda pallet: pallet.name)
def test_every_declared_call_has_a_function(pallet: RuntimePallet):
    assert set(declared(pallet)) == set(pallet.call_table())


def test_every_pallet_has_code_but_those_that_are_left_out():
    interface = build(PROFILES["dev"], FEATURES["dev"])
    assert set(interface.pallets) - {pallet.name for pallet in PALLETS} == LEFT_OUT


@pytest.mark.parametrize("name", sorted(LEFT_OUT))
def test_what_is_left_out_is_filtered(name: str):
    ctx = fresh_context("dev")
    for call, declaration in build(PROFILES["dev"], FEATURES["dev"]).pallets[name].calls.items():
        args = dict.fromkeys(declaration.args)
        for origin in (signed(bytes(32)), root):
            with pytest.raises(DispatchFailure) as raised:
                ctx.dispatch((name, (call, args)), origin)
            assert raised.value.error is system.errors.CallFiltered


@pytest.mark.parametrize("pallet", PALLETS, ids=lambda pallet: pallet.name)
def test_every_call_has_a_weight(pallet: RuntimePallet):
    assert set(pallet.call_table()) <= set(COSTS.get(pallet.name, {}))


def test_every_api_function_answers_a_declared_method():
    interface = build(PROFILES["dev"], FEATURES["dev"])
    for pallet in PALLETS:
        for api, functions in pallet.apis().items():
            name = api.__name__ if isinstance(api, type) else api.name
            for function in functions:
                method = interface.apis[name].methods[function.__name__]
                parameters = list(inspect.signature(function).parameters)
                assert len(parameters) == 1 + len(method.inputs), function
