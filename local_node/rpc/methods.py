"""How a namespace declares what it serves.

    METHODS = Namespace()

    @METHODS.method("chain_getHeader")
    def get_header(rpc, hash=None): …

    @METHODS.subscription("chain_subscribeNewHeads", "chain_newHead", "chain_unsubscribeNewHeads")
    def new_heads(rpc, subscription): …      # pushes, and says how to cancel

The parameter names of the function are the names on the wire.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from local_node.rpc.errors import invalid_params

Handler = Callable[..., Any]
H = TypeVar("H", bound=Handler)


@dataclass(frozen=True)
class Method:
    """A handler with its parameters; `notification` is set where it opens a subscription."""

    handler: Handler
    parameters: tuple[str, ...]
    required: int
    notification: str | None = None

    def arguments(self, params: Any) -> list[Any]:
        """The positional arguments that `params` (a list, an object, or nothing) stands for."""
        if params is None:
            params = []
        if isinstance(params, dict):
            params = self._by_name(params)
        if not isinstance(params, list):
            raise invalid_params("params must be a list or an object")
        if len(params) > len(self.parameters):
            raise invalid_params(
                f"expected at most {len(self.parameters)} parameters, got {len(params)}"
            )
        if len(params) < self.required:
            raise invalid_params(f"missing parameter `{self.parameters[len(params)]}`")
        return params

    def _by_name(self, params: dict[str, Any]) -> list[Any]:
        unknown = set(params) - set(self.parameters)
        if unknown:
            raise invalid_params(f"unknown parameter `{sorted(unknown)[0]}`")
        for name in self.parameters[: self.required]:
            if name not in params:
                raise invalid_params(f"missing parameter `{name}`")
        return [params.get(name) for name in self.parameters]


class Namespace:
    """The methods of one module, by wire name; `unsubscribe` names end a subscription."""

    def __init__(self) -> None:
        self.methods: dict[str, Method] = {}
        self.unsubscribe: set[str] = set()

    def method(self, *names: str) -> Callable[[H], H]:
        """Serve the function under `names`; the first is the canonical one."""

        def declare(handler: H) -> H:
            self._add(names, handler, skip=1, notification=None)
            return handler

        return declare

    def subscription(
        self, names: str | Iterable[str], notification: str, unsubscribe: str | Iterable[str]
    ) -> Callable[[H], H]:
        """Serve the function as a subscription: it gets `(rpc, subscription, *params)`."""

        def declare(handler: H) -> H:
            self._add(_names(names), handler, skip=2, notification=notification)
            self.unsubscribe.update(_names(unsubscribe))
            return handler

        return declare

    def _add(
        self, names: Iterable[str], handler: Handler, *, skip: int, notification: str | None
    ) -> None:
        parameters = list(inspect.signature(handler).parameters.values())[skip:]
        method = Method(
            handler,
            tuple(parameter.name for parameter in parameters),
            sum(parameter.default is inspect.Parameter.empty for parameter in parameters),
            notification,
        )
        self.methods.update(dict.fromkeys(names, method))


def _names(names: str | Iterable[str]) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else tuple(names)
