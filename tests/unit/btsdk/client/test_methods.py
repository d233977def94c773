"""Methods that both clients share: what they return, and how `inspect` and `help` show them."""

from __future__ import annotations

import asyncio
import inspect
import pydoc

import pytest

from btsdk import AsyncClient, AsyncView, Client, View
from btsdk.client.methods import ClientMethods, ViewMethods
from local_node import LocalChain

BEHIND = ("at", "core", "runtimes")
"""Parameters of the programs that a caller of the method does not pass."""


def test_a_method_returns_the_result_or_a_coroutine_of_it() -> None:
    with LocalChain() as chain:
        count = chain.client.head().subnet_count()

        async def asked() -> int:
            async with chain.async_client() as client:
                seen = await client.head()
                assert isinstance(seen, AsyncView)
                return await seen.subnet_count()

        assert asyncio.run(asked()) == count


def test_methods_keep_the_names_of_their_programs() -> None:
    assert ViewMethods.balance.__name__ == "balance"
    assert ClientMethods.prepare.__name__ == "prepare"


@pytest.mark.parametrize("cls", [Client, View, AsyncClient, AsyncView])
def test_no_method_shows_its_program(cls: type) -> None:
    for name, method in inspect.getmembers(cls, inspect.isfunction):
        if name.startswith("_") or name in ("run", "iterate", "gather"):
            continue
        signature = inspect.signature(method)
        first, *rest = signature.parameters
        assert first == "self", name
        assert not set(rest) & set(BEHIND), name
        assert "Program" not in str(signature), (name, signature)
        assert method.__qualname__ not in ("of_core.<locals>.method", "of_block.<locals>.method")


def test_the_result_is_what_the_call_returns() -> None:
    assert str(inspect.signature(View.balance)) == "(self, address: 'str') -> 'Balance'"
    bound = str(inspect.signature(View.balances.__get__(object(), View)))
    assert bound == "(addresses: 'Iterable[str]') -> 'dict[str, Balance]'"
    returned = inspect.signature(AsyncView.balances).return_annotation
    assert returned == "Coroutine[Any, Any, dict[str, Balance]]"
    assert inspect.signature(Client.next_nonce).return_annotation == "int"
    assert "(self, method: 'str', *params: 'Json')" in str(inspect.signature(AsyncClient.call))
    assert inspect.signature(Client.call) != inspect.signature(AsyncClient.call)


def test_help_has_signature_and_docstring() -> None:
    text = pydoc.plain(pydoc.render_doc(View.quote_stake))
    assert "at:" not in text
    assert "netuid" in text
    assert View.quote_stake.__doc__ is not None
    assert View.quote_stake.__doc__.strip().splitlines()[0] in text
