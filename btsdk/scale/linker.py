"""The linker of generated functions, which find one another by name and are compiled on first call.

All functions of a registry share one namespace. A referenced function starts as a stub that
compiles the real one, replaces itself and forwards the call; so types may refer to one another in
any order, and to themselves. Names and numbers from metadata reach the source only as `repr` of
plain str and int, or as constants in the namespace: metadata cannot inject code.
"""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable
from typing import Any

Function = Callable[..., Any]


class Linker:
    """One namespace of generated functions."""

    def __init__(self, helpers: dict[str, Any], lock: threading.RLock) -> None:
        self.lock = lock
        self._names: dict[str, Any] = dict(helpers)
        self._constants: dict[Any, str] = {}
        self._makers: dict[str, Callable[[str], Function]] = {}
        self._numbers = itertools.count()

    def fresh(self, prefix: str) -> str:
        return f"{prefix}_{next(self._numbers)}"

    def constant(self, prefix: str, value: Any, key: Any = None) -> str:
        """A name for a value; the same name again for the same `key`, where one is given."""
        if key is not None and (prefix, key) in self._constants:
            return self._constants[prefix, key]
        name = self.fresh(prefix)
        self._names[name] = value
        if key is not None:
            self._constants[prefix, key] = name
        return name

    def lazy(self, prefix: str, key: Any, make: Callable[[str], Function]) -> str:
        """The name of a function that `make(name)` will make when it is first called."""
        known = self._constants.get((prefix, key))
        if known is not None:
            return known
        name = self.fresh(prefix)

        def stub(*args: Any) -> Any:
            return self.resolve(name)(*args)

        self._constants[prefix, key] = name
        self._makers[name] = make
        self._names[name] = stub
        return name

    def resolve(self, name: str) -> Function:
        """The function itself, made now if it is not made yet."""
        with self.lock:
            make = self._makers.get(name)
            if make is not None:
                self._names[name] = make(name)
                del self._makers[name]
            function: Function = self._names[name]
            return function

    def define(self, name: str, source: str) -> Function:
        """The function that `source` defines under `name`."""
        local: dict[str, Function] = {}
        exec(compile(source, f"<scale codec {name}>", "exec"), self._names, local)
        return local[name]
