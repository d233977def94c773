"""Objects with typed fields, for calls and events: like frozen dataclasses, but cheap to declare.

A pallet has up to eighty calls, and `dataclass` compiles methods for each of them when the module
is imported: 30 ms where this takes two. Type checkers treat them as dataclasses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NoReturn

if TYPE_CHECKING:
    from typing_extensions import dataclass_transform
else:

    def dataclass_transform(**_: object) -> Any:
        return lambda cls: cls


@dataclass_transform(frozen_default=True)
class Fields:
    """The base class; the annotations of a subclass are its fields, in order.

    A field whose name is a Python keyword, or used by this class or its subclasses, ends in `_`.
    """

    pallet: ClassVar[str]
    name: ClassVar[str]
    shape: ClassVar[str]
    field_names: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls, *, pallet: str = "", name: str = "", shape: str = "") -> None:
        if pallet:
            cls.pallet, cls.name, cls.shape = pallet, name, shape
            cls.field_names = tuple(cls.__annotations__)

    def __init__(self, *args: Any, **named: Any) -> None:
        names = self.field_names
        given = dict(zip(names, args, strict=False))
        if len(args) > len(names) or given.keys() & named.keys():
            raise TypeError(f"{type(self).__name__} takes each of {', '.join(names)} once")
        given.update(named)
        if given.keys() != set(names):
            wrong = sorted(given.keys() ^ set(names))
            raise TypeError(f"{type(self).__name__}: missing or unknown: {', '.join(wrong)}")
        self.__dict__.update(given)

    @property
    def full_name(self) -> str:
        """The full name, such as `Balances.transfer_keep_alive`."""
        return f"{self.pallet}.{self.name}"

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other.__dict__ == self.__dict__

    def __hash__(self) -> int:
        return hash((type(self), *(repr(value) for value in self.__dict__.values())))

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.field_names)
        return f"{type(self).__name__}({shown})"

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is immutable")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is immutable")


def chain_name(field: str) -> str:
    """The name of a field on the chain, without the trailing `_` of a reserved name."""
    return field[:-1] if field.endswith("_") else field
