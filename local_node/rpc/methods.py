"""Declaration of a namespace's methods and subscriptions.

    METHODS = Namespace()

    @METHODS.method("chain_getHeader")
    def get_header(rpc, hash=None): …

    @METHODS.subscription("chain_subscribeNewHeads", "chain_newHead", "chain_unsubscribeNewHeads")
    def new_heads(rpc, subscription): …      # pushes, and sets `on_cancel`

    @METHODS.peer_method("chainHead_v1_header")
    def header(rpc, peer, follow_subscription, hash): …      # uses the client's own state

    @METHODS.method("author_rotateKeys", unsafe=True)        # refused on a public port
    def rotate_keys(rpc): …

Any of them may return a `Reply`, with a call to make once the answer is sent. The parameter names
of the function are the names on the wire.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, TypeVar

from local_node.rpc.errors import invalid_params

Handler = Callable[..., Any]
H = TypeVar("H", bound=Handler)


class Reply(NamedTuple):
    """A result, and a call to make once it is sent to the client."""

    result: Any
    then: Callable[[], None]


class Method(NamedTuple):
    """A handler with its parameters; `notification` is set if it opens a subscription.

    An unsafe method is refused on a public port.
    """

    handler: Handler
    parameters: tuple[str, ...]
    required: int
    notification: str | None = None
    wants_peer: bool = False
    is_unsafe: bool = False

    def arguments(self, params: Any) -> list[Any]:
        """The positional arguments of `params` (a list, an object, or nothing).

        Excess parameters are ignored, as in Substrate's node.
        """
        if params is None:
            params = []
        if isinstance(params, dict):
            params = self._by_name(params)
        if not isinstance(params, list):
            raise invalid_params("params must be a list or an object")
        if len(params) < self.required:
            raise invalid_params(f"missing parameter `{self.parameters[len(params)]}`")
        return params[: len(self.parameters)]

    def _by_name(self, params: dict[str, Any]) -> list[Any]:
        """Names are accepted in both spellings: `start_key` and `startKey`."""
        known = {_snake(name): value for name, value in params.items()}
        for name in self.parameters[: self.required]:
            if name not in known:
                raise invalid_params(f"missing parameter `{name}`")
        return [known.get(name) for name in self.parameters]


class Namespace:
    """The methods of one module, by wire name; `unsubscribe` names end a subscription.

    With `unsafe` all of them are unsafe, otherwise those declared so.
    """

    def __init__(self, *, unsafe: bool = False) -> None:
        self._unsafe = unsafe
        self.methods: dict[str, Method] = {}
        self.unsubscribe: set[str] = set()

    def method(self, *names: str, unsafe: bool = False) -> Callable[[H], H]:
        """Serve the function under `names`; the first is the canonical one."""

        def declare(handler: H) -> H:
            self._add(names, handler, skip=1, notification=None, unsafe=unsafe)
            return handler

        return declare

    def peer_method(self, *names: str) -> Callable[[H], H]:
        """Serve the function, which gets `(rpc, peer, *params)`, under `names`."""

        def declare(handler: H) -> H:
            self._add(names, handler, skip=2, notification=None, wants_peer=True)
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
        self,
        names: Iterable[str],
        handler: Handler,
        *,
        skip: int,
        notification: str | None,
        wants_peer: bool = False,
        unsafe: bool = False,
    ) -> None:
        # As `inspect.signature` for a plain function, without the time to import it.
        code, optional = handler.__code__, handler.__defaults__ or ()
        parameters = code.co_varnames[skip : code.co_argcount]
        required = len(parameters) - len(optional)
        is_unsafe = unsafe or self._unsafe
        method = Method(handler, parameters, required, notification, wants_peer, is_unsafe)
        self.methods.update(dict.fromkeys(names, method))


def _snake(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)


def _names(names: str | Iterable[str]) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else tuple(names)
