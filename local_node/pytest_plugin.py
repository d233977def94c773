"""Fixtures for tests against a chain: a fresh one for each test, in a millisecond or two.

    def test_transfer(chain, client, wallets):
        alice, bob = wallets("alice"), wallets("bob")
        dest = bob.coldkeypub.ss58_address
        client.execute(Transfer(dest, Tao.parse("1")), alice.unlock_coldkey())
        assert chain.chain.best.number == 1

pytest finds the plugin by its entry point; everything is imported when a test asks for it. A
project sets the options of its chains by a fixture `local_chain_options` of its own.

pytest rewrites the assertions of every module in the distribution of a plugin. `PlainFinder`
exempts this distribution.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

# Imports are inside the fixtures: pytest loads this module in every project of the environment,
# and most do not use chains.
if TYPE_CHECKING:
    from btsdk.client import AsyncClient, Client
    from btsdk.wallet import Wallet
    from local_node.embedded.local_chain import LocalChain

FUNDED_TAO = "1000"

PACKAGES: Final = frozenset({"btcli", "btsdk", "chain_spec", "local_node"})


class PlainFinder:
    """Finds the modules of this distribution before pytest's import hook does, so that their
    assertions are not rewritten.

    Rewriting parses each module on every run that has no cached bytecode. The node imports modules
    in several threads, and in CPython 3.11 before 3.11.8 two threads that build syntax trees at the
    same time can fail: "AST constructor recursion depth mismatch" (python/cpython#106905).
    """

    @staticmethod
    def find_spec(
        name: str, path: Sequence[str] | None = None, target: Any = None
    ) -> ModuleSpec | None:
        if name.partition(".")[0] not in PACKAGES:
            return None
        return PathFinder.find_spec(name, path, target)


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests() -> None:
    """Before the first `conftest.py` imports anything; not called if a `conftest.py` names the
    plugin."""
    _find_plainly()


def pytest_configure() -> None:
    _find_plainly()


def pytest_unconfigure() -> None:
    if PlainFinder in sys.meta_path:
        sys.meta_path.remove(PlainFinder)


def _find_plainly() -> None:
    """Put the finder before pytest's hook, once."""
    if PlainFinder not in sys.meta_path:
        sys.meta_path.insert(0, PlainFinder)


@pytest.fixture(scope="session")
def local_chain_options() -> dict[str, Any]:
    """The arguments of `LocalChain` for the fixture `chain`; override it in a `conftest.py`."""
    return {}


@pytest.fixture
def chain(local_chain_options: dict[str, Any]) -> Iterator[LocalChain]:
    """A fresh chain in this process."""
    from local_node.embedded.local_chain import LocalChain  # noqa: PLC0415  # see above

    with LocalChain(**local_chain_options) as fresh:
        yield fresh


@pytest.fixture
def node(chain: LocalChain) -> LocalChain:
    """The same chain as `chain`, served to other programs on a free port: see its `endpoint`."""
    chain.serve()
    return chain


@pytest.fixture
def client(chain: LocalChain) -> Client:
    """A blocking client of the chain."""
    return chain.client


@pytest.fixture
def aclient(chain: LocalChain) -> Iterator[AsyncClient]:
    """An async client of the chain, for the event loop of the test."""
    import asyncio  # noqa: PLC0415  # see above

    client = chain.async_client()
    yield client
    asyncio.run(client.close())


@pytest.fixture
def wallets(chain: LocalChain, tmp_path: Path) -> Wallets:
    """Wallets with TAO on the chain, made on demand."""
    return Wallets(chain, tmp_path / "wallets")


class Wallets:
    """`wallets("alice")`: keys from the development secrets `//Alice` and `//Alice//hotkey`, in
    plain files under `folder`, and at least 1,000 TAO on the coldkey."""

    def __init__(self, chain: LocalChain, folder: Path) -> None:
        self.folder = folder
        self._chain = chain
        self._made: dict[str, Wallet] = {}

    def __call__(self, name: str) -> Wallet:
        if name not in self._made:
            self._made[name] = self._make(name)
        return self._made[name]

    def _make(self, name: str) -> Wallet:
        from btsdk.keys import Keypair  # noqa: PLC0415  # see above
        from btsdk.units import Tao  # noqa: PLC0415
        from btsdk.wallet import Wallet  # noqa: PLC0415

        secret = "//" + name[:1].upper() + name[1:]
        wallet = Wallet(name, path=self.folder)
        coldkey = Keypair.from_uri(secret)
        wallet.regenerate_coldkey(coldkey, None)
        wallet.regenerate_hotkey(Keypair.from_uri(f"{secret}//hotkey"), None)
        least = Tao.parse(FUNDED_TAO)
        if self._chain.control.free(coldkey.public_key) < least.rao:
            self._chain.set_balance(coldkey.ss58_address, least)
        return wallet
