"""The table of all served methods, by name; a method's module is loaded with its first call.

The first word of a name selects the module: `chain_getHeader` is of the family `chain`.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Final

from local_node.rpc.methods import Method, Namespace

FAMILIES: Final[Mapping[str, tuple[str, ...]]] = {
    "account": ("system",),
    "archive": ("archive",),
    "author": ("author",),
    "chain": ("chain", "state"),
    "chainHead": ("chain_head",),
    "chainSpec": ("chain_spec_v1",),
    "childstate": ("state",),
    "delegateInfo": ("bittensor",),
    "dev": ("dev", "dev_state"),
    "explorer": ("explorer",),
    "neuronInfo": ("bittensor",),
    "offchain": ("system",),
    "payment": ("payment",),
    "stakeInfo": ("bittensor",),
    "state": ("state",),
    "subnetInfo": ("bittensor",),
    "subscribe": ("chain",),
    "swap": ("bittensor",),
    "system": ("system",),
    "transaction": ("transaction",),
    "transactionWatch": ("transaction",),
    "unsubscribe": ("chain",),
}
"""The modules of this package that serve a family's methods, each with its `METHODS`."""

LISTING: Final = "rpc_methods"
"""The method that lists all methods; served by the dispatcher."""


class Table:
    """The standard methods, and those of `extra` namespaces, which take precedence."""

    def __init__(self, extra: tuple[Namespace, ...] = ()) -> None:
        self._methods: dict[str, Method] = {}
        self._unsubscribe: set[str] = set()
        self._loaded: set[str] = set()
        for namespace in extra:
            self._take(namespace)

    def find(self, name: str) -> Method | None:
        """The method with a name, None if there is none."""
        self._load(name.partition("_")[0])
        return self._methods.get(name)

    def ends(self, name: str) -> bool:
        """Whether a method of the name ends a subscription."""
        self._load(name.partition("_")[0])
        return name in self._unsubscribe

    def __contains__(self, name: str) -> bool:
        return name == LISTING or self.ends(name) or self.find(name) is not None

    def names(self, *, with_unsafe: bool = True) -> list[str]:
        """Every served name, in order; loads all modules."""
        for family in FAMILIES:
            self._load(family)
        served = {n for n, method in self._methods.items() if with_unsafe or not method.is_unsafe}
        return sorted({*served, *self._unsubscribe, LISTING})

    def _load(self, family: str) -> None:
        if family not in self._loaded:
            for module in FAMILIES.get(family, ()):
                self._take(import_module(f"local_node.rpc.{module}").METHODS)
            if family in FAMILIES:
                self._loaded.add(family)

    def _take(self, namespace: Namespace) -> None:
        self._methods = {**namespace.methods, **self._methods}
        self._unsubscribe |= namespace.unsubscribe
