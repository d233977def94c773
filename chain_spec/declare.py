"""The building blocks of declarations: pallets, runtime APIs and their items.

A pallet's items are in namespaces (a class, or a module if they are many); `Pallet` collects them
in source order and sets their name and pallet. An item is declared once and belongs to one pallet;
runtime, metadata and generated descriptors all refer to it. Map and value items are generic in
their values, so that mypy checks each read and write.

The default is the type's zero unless given, as in Rust.
"""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar, overload

from btsdk.frozen import Frozen
from btsdk.keys.hashing import twox_128
from chain_spec.features import Feature
from chain_spec.profile import ByFeature, ByProfile, Profile, at, in_build
from chain_spec.types.expression import FieldOf, TupleOf, Type, field_name, fields_of

if TYPE_CHECKING:
    from chain_spec.runtime import Interface

K = TypeVar("K")
K1 = TypeVar("K1")
K2 = TypeVar("K2")
K3 = TypeVar("K3")
V = TypeVar("V")

Hasher = Literal[
    "Blake2_128", "Blake2_256", "Blake2_128Concat", "Twox128", "Twox256", "Twox64Concat", "Identity"
]
# A class, a module or an object with the items as attributes.
Namespace = object


class Item:
    """An item of a pallet; `name` and `pallet` are set when the pallet collects it."""

    name: str = ""
    pallet_name: str = ""
    pallet_index: int = -1

    @property
    def full_name(self) -> str:
        """The full name, such as `Balances.Account`."""
        return f"{self.pallet_name}.{self.name}"

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.full_name}>"


class Key(Frozen, Generic[K]):
    """A key of a map, with the hasher that turns it into a part of the storage key."""

    hasher: Hasher
    type: Type[K]


def identity(key: Type[K]) -> Key[K]:
    """The key itself: for small keys that users cannot choose."""
    return Key("Identity", key)


def twox_64_concat(key: Type[K]) -> Key[K]:
    """A fast hash, then the key: for keys that an attacker cannot choose."""
    return Key("Twox64Concat", key)


def blake2_128_concat(key: Type[K]) -> Key[K]:
    """A cryptographic hash, then the key."""
    return Key("Blake2_128Concat", key)


class StorageItem(Item, Generic[V]):
    """The base class of values and maps. `V` includes None if the item is optional."""

    def __init__(
        self,
        keys: tuple[Key[Any], ...],
        value: Type[V],
        default: Any,
        optional: bool,
    ) -> None:
        self.keys = keys
        self.value = value
        self.optional = optional
        self._default = default
        self._prefix: bytes | None = None

    @property
    def prefix(self) -> bytes:
        """The 32 bytes that every key of the item begins with."""
        if self._prefix is None:
            self._prefix = twox_128(self.pallet_name.encode()) + twox_128(self.name.encode())
        return self._prefix

    @property
    def key(self) -> Type[Any] | None:
        """The type of the whole key: a tuple for several keys, None for a single value."""
        if len(self.keys) < 2:
            return self.keys[0].type if self.keys else None
        return TupleOf(tuple(key.type for key in self.keys))

    def default(self, profile: Profile, features: frozenset[Feature]) -> V:
        """A fresh copy of the value of a missing item in a build."""
        if self.optional:
            return None  # type: ignore[return-value]  # V includes None then
        chosen: V | None = in_build(self._default, profile, features)
        return self.value.zero() if chosen is None else copy.deepcopy(chosen)


class Value(StorageItem[V]):
    """A single value."""

    @overload
    def __init__(
        self: Value[V],
        value: Type[V],
        *,
        default: V | ByProfile[V] | ByFeature[V] | None = None,
    ) -> None: ...
    @overload
    def __init__(self: Value[V | None], value: Type[V], *, optional: Literal[True]) -> None: ...
    def __init__(self, value: Type[Any], *, default: Any = None, optional: bool = False) -> None:
        super().__init__((), value, default, optional)


class Map(StorageItem[V], Generic[K, V]):
    """Values under one key, or several: `K` is the key, or a tuple of the keys."""

    @overload
    def __init__(
        self: Map[K, V],
        key: Key[K],
        value: Type[V],
        *,
        default: V | ByProfile[V] | ByFeature[V] | None = None,
    ) -> None: ...
    @overload
    def __init__(
        self: Map[K, V | None], key: Key[K], value: Type[V], *, optional: Literal[True]
    ) -> None: ...
    @overload
    def __init__(
        self: Map[tuple[K1, K2], V],
        key: tuple[Key[K1], Key[K2]],
        value: Type[V],
        *,
        default: V | ByProfile[V] | ByFeature[V] | None = None,
    ) -> None: ...
    @overload
    def __init__(
        self: Map[tuple[K1, K2], V | None],
        key: tuple[Key[K1], Key[K2]],
        value: Type[V],
        *,
        optional: Literal[True],
    ) -> None: ...
    @overload
    def __init__(
        self: Map[tuple[K1, K2, K3], V],
        key: tuple[Key[K1], Key[K2], Key[K3]],
        value: Type[V],
        *,
        default: V | ByProfile[V] | ByFeature[V] | None = None,
    ) -> None: ...
    @overload
    def __init__(
        self: Map[tuple[K1, K2, K3], V | None],
        key: tuple[Key[K1], Key[K2], Key[K3]],
        value: Type[V],
        *,
        optional: Literal[True],
    ) -> None: ...
    def __init__(
        self, key: Any, value: Type[Any], *, default: Any = None, optional: bool = False
    ) -> None:
        super().__init__(key if isinstance(key, tuple) else (key,), value, default, optional)


class Call(Item):
    """A dispatchable: its index and its arguments."""

    def __init__(self, index: int, /, **args: Type[Any]) -> None:
        self.index = index
        self.args: dict[str, Type[Any]] = {field_name(name): kind for name, kind in args.items()}


class Event(Item):
    """An event: its index, and its fields, all positional or all named."""

    def __init__(self, index: int, /, *types: Type[Any], **named: Type[Any]) -> None:
        self.index = index
        self.fields: tuple[FieldOf, ...] = fields_of(types, named)
        self.labels: tuple[str, ...] = tuple(named)

    def labelled(self, *labels: str) -> Event:
        """The event with names for positional fields. They are for people: a pallet that declares
        its fields by position has no names in its metadata, and ours has none there either."""
        if len(labels) != len(self.fields) or any(field.name for field in self.fields):
            raise ValueError(f"{len(labels)} labels for {len(self.fields)} positional fields")
        self.labels = labels
        return self


class Error(Item):
    """An error: its index, and a sentence with its meaning and, if possible, the remedy.

    The sentence is required: clients take it from the metadata, and several of them report an error
    without one as unknown, whatever its name.
    """

    def __init__(self, index: int, docs: str, /) -> None:
        self.index = index
        self.docs = docs


class FromInterface(Frozen, Generic[V]):
    """A constant that depends on the rest of the interface, such as the list of its runtime
    APIs."""

    make: Callable[[Interface], V]


class Constant(Item, Generic[V]):
    """A value that is fixed when the runtime is built, and shown in its metadata."""

    def __init__(self, type: Type[V], value: V | ByProfile[V] | FromInterface[V], /) -> None:
        self.type = type
        self._value = value

    def at(self, profile: Profile) -> V:
        """The value in a build; use `of` for constants that depend on the interface."""
        if isinstance(self._value, FromInterface):
            raise TypeError(f"{self.full_name} depends on the interface: use of(interface)")
        return at(self._value, profile)

    def of(self, interface: Interface) -> V:
        """The value in an interface."""
        if isinstance(self._value, FromInterface):
            return self._value.make(interface)
        return self.at(interface.profile)


AnyItem = TypeVar("AnyItem", bound=Item)


class Pallet:
    """A pallet: its items by name, in the order of the metadata.

    `crate` is the Rust crate that the paths of its types begin with. `instances` marks pallets with
    an instance parameter in Rust: their types have the second parameter `I`. `plain_events` marks
    pallets whose events mention no type of the runtime.
    """

    def __init__(
        self,
        name: str,
        index: int,
        *,
        crate: str,
        storage: Namespace | None = None,
        calls: Namespace | None = None,
        events: Namespace | None = None,
        errors: Namespace | None = None,
        constants: Namespace | None = None,
        instances: bool = False,
        plain_events: bool = False,
    ) -> None:
        self.name = name
        self.index = index
        self.crate = crate
        self.instances = instances
        self.plain_events = plain_events
        self.storage: Mapping[str, StorageItem[Any]] = self._collect(storage, StorageItem)
        self.calls: Mapping[str, Call] = self._collect(calls, Call)
        self.events: Mapping[str, Event] = self._collect(events, Event)
        self.errors: Mapping[str, Error] = self._collect(errors, Error)
        self.constants: Mapping[str, Constant[Any]] = self._collect(constants, Constant)

    def _collect(self, namespace: Namespace | None, kind: type[AnyItem]) -> dict[str, AnyItem]:
        """The items of a namespace, with their names and pallet set."""
        items: dict[str, AnyItem] = {}
        for python_name, item in vars(namespace).items() if namespace is not None else ():
            if isinstance(item, kind):
                if item.pallet_name:
                    raise TypeError(f"{self.name}: {item.full_name} already belongs to a pallet")
                item.name = field_name(python_name)
                item.pallet_name, item.pallet_index = self.name, self.index
                items[item.name] = item
        return items

    def extended(self, part: Pallet) -> Pallet:
        """This pallet with the items of another part appended."""
        whole = copy.copy(self)
        whole.storage = {**self.storage, **part.storage}
        calls = sorted({**self.calls, **part.calls}.values(), key=lambda call: call.index)
        whole.calls = {call.name: call for call in calls}
        whole.events = {**self.events, **part.events}
        whole.errors = {**self.errors, **part.errors}
        whole.constants = {**self.constants, **part.constants}
        return whole

    def __repr__(self) -> str:
        return f"<Pallet {self.name} {self.index}>"


class Method(Generic[V]):
    """A method of a runtime API: its arguments and its result."""

    def __init__(self, output: Type[V], /, **inputs: Type[Any]) -> None:
        self.name = ""
        self.api = ""
        self.inputs: dict[str, Type[Any]] = {
            field_name(name): kind for name, kind in inputs.items()
        }
        self.output = output

    @property
    def entry(self) -> str:
        """The name of the runtime's entry point, as `state_call` takes it."""
        return f"{self.api}_{self.name}"

    def __repr__(self) -> str:
        return f"<Method {self.entry}>"


class Api:
    """A runtime API: its version, and its methods by name, collected from a class of its name."""

    def __init__(self, namespace: type, version: int) -> None:
        self.name = namespace.__name__
        self.version = version
        self.methods: dict[str, Method[Any]] = {}
        for python_name, method in vars(namespace).items():
            if isinstance(method, Method):
                method.name, method.api = field_name(python_name), self.name
                self.methods[method.name] = method

    def extended(self, part: Api) -> Api:
        """This API with the methods of another part appended."""
        whole = copy.copy(self)
        whole.methods = {**self.methods, **part.methods}
        return whole

    @property
    def id(self) -> bytes:
        """The eight bytes that identify the API in the runtime version."""
        return hashlib.blake2b(self.name.encode(), digest_size=8).digest()

    def __repr__(self) -> str:
        return f"<Api {self.name} v{self.version}>"
