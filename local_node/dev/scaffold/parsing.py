"""A scaffold, read from TOML.

[[accounts]]
name = "alice"                   # its name in this file
secret = "//Alice"               # or: address = "5Grw…", an account that is impersonated
balance = "1000"                 # final balance in TAO

[[subnets]]
owner = "alice"                  # a name, a secret such as "//Bob", or an address
hotkey = "//Alice//subnet"
netuid = 1                       # only for an existing subnet
settings = { Tempo = 20 }        # storage items keyed by the netuid

[[subnets.neurons]]
count = 63                       # a group; {n} counts from 0, {subnet} is the subnet's place from 1
coldkey = "//Miner{n}"
hotkey = "//Miner{n}//{subnet}"
stake = "10"                     # TAO
weights = "equal"                # on every neuron; or { 0 = 1, 5 = 3 }: uid = weight; or "none"
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import cache
from typing import Any

from btsdk.errors import BtError, UsageError
from btsdk.keys import Keypair, ss58
from btsdk.units import Tao
from local_node.dev.impersonation import Impersonated
from local_node.dev.scaffold.plan import Account, Neuron, Scaffold, Subnet

_MOST_ALIKE = 4096
_U16_MAX = 0xFFFF
_ACCOUNT = frozenset({"name", "secret", "address", "balance"})
_SUBNET = frozenset({"owner", "hotkey", "netuid", "settings", "neurons"})
_NEURON = frozenset({"count", "coldkey", "hotkey", "stake", "weights"})


def read_scaffold(text: str, source: str = "the scaffold") -> Scaffold:
    """The scaffold in a TOML text; raises `UsageError`, naming the source."""
    if sys.version_info >= (3, 11):
        import tomllib  # noqa: PLC0415  # only for those who build one
    else:
        import tomli as tomllib  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415

    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{source} is not TOML: {error}") from error
    return parse_scaffold(document, source)


def parse_scaffold(document: Any, source: str = "the scaffold") -> Scaffold:
    """The scaffold in a document of TOML's structure, such as from JSON."""
    try:
        return _ScaffoldReader().scaffold(document)
    except BtError as error:
        raise UsageError(f"{source}: {error}", hint=error.hint) from error


class _ScaffoldReader:
    """Reads one document and resolves the names of accounts."""

    def __init__(self) -> None:
        self._named: dict[str, Account] = {}
        self._known: dict[str, Account] = {}

    def scaffold(self, document: Any) -> Scaffold:
        top = _table(document, "the file", frozenset({"accounts", "subnets"}))
        for entry in _tables(top, "accounts"):
            self._name(_table(entry, "an account", _ACCOUNT))
        subnets = tuple(
            self._subnet(_table(entry, "a subnet", _SUBNET), place)
            for place, entry in enumerate(_tables(top, "subnets"), 1)
        )
        return Scaffold(tuple(self._named.values()), subnets)

    def _name(self, entry: Mapping[str, Any]) -> None:
        name = _text(entry, "name")
        if name in self._named:
            raise UsageError(f"two accounts are named {name!r}")
        key = "address" if "address" in entry else "secret"
        balance = Tao.parse(str(entry["balance"])) if "balance" in entry else None
        who = self._who(_text(entry, key))
        self._named[name] = Account(name, who.signer, who.account, balance, who.secret)

    def _subnet(self, entry: Mapping[str, Any], place: int) -> Subnet:
        owner = self._who(_text(entry, "owner"))
        settings = _table(entry.get("settings", {}), "settings", None)
        groups = [_table(group, "neurons", _NEURON) for group in _tables(entry, "neurons")]
        return Subnet(
            owner=owner,
            hotkey=self._who(entry.get("hotkey", f"//Scaffold//owner//{place}")),
            neurons=tuple(neuron for group in groups for neuron in self._neurons(group, place)),
            netuid=None if "netuid" not in entry else _count(entry["netuid"], "netuid", _U16_MAX),
            settings=tuple(settings.items()),
        )

    def _neurons(self, group: Mapping[str, Any], place: int) -> list[Neuron]:
        return [
            Neuron(
                coldkey=self._who(_filled(_text(group, "coldkey"), n, place)),
                hotkey=self._who(_filled(_text(group, "hotkey"), n, place)),
                stake=Tao.parse(str(group.get("stake", "0"))),
                weights=_weights(group.get("weights", "none")),
            )
            for n in range(_count(group.get("count", 1), "count", _MOST_ALIKE))
        ]

    def _who(self, text: str) -> Account:
        """A named account, an address, or the account of a secret."""
        if text in self._named:
            return self._named[text]
        if text not in self._known:
            signer = Impersonated(text) if ss58.is_valid(text) else _keypair(text)
            secret = text if text.startswith("/") else None
            address = ss58.encode(signer.public_key)
            self._known[text] = Account(address, signer, signer.public_key, secret=secret)
        return self._known[text]


def _keypair(secret: str) -> Keypair:
    """The keypair of a secret; one without a phrase is derived from the development phrase, whose
    seed is computed once, since that takes most of the time."""
    return Keypair.from_uri(_development_seed() + secret if secret.startswith("/") else secret)


@cache
def _development_seed() -> str:
    seed = Keypair.from_uri("").reveal().seed
    assert seed is not None
    return "0x" + seed.hex()


def _table(value: Any, what: str, names: frozenset[str] | None) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise UsageError(f"{what}: expected a table")
    strange = sorted(set(value) - names) if names is not None else []
    if strange:
        raise UsageError(
            f"{what} has no {strange[0]!r}; there are {', '.join(sorted(names or ()))}"
        )
    return value


def _tables(table: Mapping[str, Any], name: str) -> list[Any]:
    value = table.get(name, [])
    if not isinstance(value, list):
        raise UsageError(f"{name}: expected a list of tables, [[{name}]]")
    return value


def _text(table: Mapping[str, Any], name: str) -> str:
    value = table.get(name)
    if not isinstance(value, str) or not value:
        raise UsageError(f"{name!r} is missing, or not text")
    return value


def _count(value: Any, what: str, most: int) -> int:
    if type(value) is not int or not 0 <= value <= most:
        raise UsageError(f"{what} must be a whole number up to {most}")
    return value


def _filled(text: str, n: int, place: int) -> str:
    return text.replace("{n}", str(n)).replace("{subnet}", str(place))


def _weights(value: Any) -> tuple[tuple[int, int], ...] | None:
    if value == "equal":
        return None
    if value == "none":
        return ()
    if not isinstance(value, Mapping):
        raise UsageError('weights must be "equal", "none", or a table of uid = weight')
    try:
        pairs = [(int(uid), weight) for uid, weight in value.items()]
    except ValueError:
        raise UsageError("weights: a uid must be a whole number") from None
    return tuple((uid, _count(weight, "a weight", _U16_MAX)) for uid, weight in pairs)
