"""Immutable values with named fields, like frozen dataclasses, but cheap to define.

Defining a frozen dataclass compiles six functions and imports `inspect`: a millisecond a class on a
slow core. A chain in this process has some sixty such classes, which took a fifth of its start. All
`Frozen` classes share the methods below; type checkers treat them as frozen dataclasses.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, TypeVar

F = TypeVar("F", bound="Frozen")

if TYPE_CHECKING:
    from typing_extensions import dataclass_transform
else:

    def dataclass_transform(**_: object) -> Callable[[type], type]:
        """`typing.dataclass_transform`, which exists only since Python 3.11."""
        return lambda cls: cls


@dataclass_transform(frozen_default=True)
class Frozen:
    """The base class; fields are the annotated names, those of base classes first.

    `hidden` names fields that `repr` omits (secrets, and long values), and `uncompared` those that
    equality and hash ignore. Values of different classes are never equal. All values share a
    default, so it must be immutable.
    """

    _fields: ClassVar[tuple[str, ...]] = ()
    _defaults: ClassVar[Mapping[str, Any]] = {}
    _shown: ClassVar[tuple[str, ...]] = ()
    _compared: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(
        cls, hidden: tuple[str, ...] = (), uncompared: tuple[str, ...] = (), **rest: Any
    ) -> None:
        super().__init_subclass__(**rest)
        named = [n for n, kind in cls.__annotations__.items() if "ClassVar" not in str(kind)]
        own = [name for name in named if name not in cls._fields]
        cls._fields = (*cls._fields, *own)
        cls.__match_args__ = cls._fields  # type: ignore[attr-defined, misc]  # known to them
        cls._defaults = {**cls._defaults, **{n: vars(cls)[n] for n in named if n in vars(cls)}}
        cls._shown = (*cls._shown, *(name for name in own if name not in hidden))
        cls._compared = (*cls._compared, *(name for name in own if name not in uncompared))

    def __init__(self, /, *values: Any, **named: Any) -> None:
        fields = self._fields
        if named or len(values) != len(fields):
            values = self._completed(values, named)
        self.__dict__.update(zip(fields, values, strict=True))

    def _completed(self, values: tuple[Any, ...], named: dict[str, Any]) -> tuple[Any, ...]:
        """The values of all fields, from the arguments and the defaults."""
        fields, count = self._fields, len(values)
        rest = fields[count:]
        try:
            whole = values + tuple(
                [named.pop(name) if name in named else self._defaults[name] for name in rest]
            )
        except KeyError as missing:
            raise TypeError(f"{type(self).__name__} needs {missing.args[0]!r}") from None
        if named or count > len(fields):
            wrong = ", ".join(named) or f"{count} values"
            raise TypeError(f"{type(self).__name__}({', '.join(fields)}) does not take {wrong}")
        return whole

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is immutable: {name!r} stays as it is")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is immutable: {name!r} stays")

    def _key(self) -> tuple[Any, ...]:
        held = self.__dict__
        return tuple([held[name] for name in self._compared])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Frozen) or type(self) is not type(other):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._shown)
        return f"{type(self).__qualname__}({shown})"


def replace(value: F, **changes: Any) -> F:
    """The same value with some fields changed."""
    return type(value)(**{**as_dict(value), **changes})


def as_dict(value: Frozen) -> dict[str, Any]:
    """The fields by name."""
    return {name: getattr(value, name) for name in value._fields}
