"""What a chain's metadata declares, found by name: `SubtensorModule.Tempo`, or `Tempo` alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING, Literal, NamedTuple

from btcli.failures import NotFound
from btcli.unexpected_words import quoted
from btsdk.errors import UsageError

if TYPE_CHECKING:
    from btsdk.metadata import Metadata

Kind = Literal["storage", "constant", "api", "call", "event", "error"]

READABLE: tuple[Kind, ...] = ("storage", "constant", "api")
"""What has a value at a block."""

ALL: tuple[Kind, ...] = (*READABLE, "call", "event", "error")

_CLOSE = 3


class ChainItem(NamedTuple):
    """One item; `owner` is its pallet, or its runtime API."""

    kind: Kind
    owner: str
    name: str

    @property
    def path(self) -> str:
        """The whole name."""
        return f"{self.owner}.{self.name}"


def items(metadata: Metadata, kinds: Collection[Kind] = ALL) -> Iterator[ChainItem]:
    """All items of some kinds, in the order of the metadata."""
    for pallet in metadata.pallets.values():
        named: dict[Kind, Collection[str]] = {
            "storage": pallet.storage,
            "constant": pallet.constants,
            "call": pallet.calls,
            "event": pallet.events,
            "error": pallet.errors,
        }
        for kind, names in named.items():
            if kind in kinds:
                yield from (ChainItem(kind, pallet.name, name) for name in names)
    if "api" in kinds:
        for api in metadata.apis.values():
            yield from (ChainItem("api", api.name, method) for method in api.methods)


def find(metadata: Metadata, name: str, kinds: Collection[Kind] = ALL) -> list[ChainItem]:
    """The items of a whole name, or of a name without its pallet; raises `NotFound`, with the
    nearest names, if there is none."""
    known = list(items(metadata, kinds))
    found = [one for one in known if name in (one.path, one.name)]
    if not found:
        likely = nearest(name, known)
        hint = f"Did you mean {' or '.join(likely)}?" if likely else None
        raise NotFound(f"this chain has nothing named {quoted(name)}", hint=hint)
    return found


def find_one(metadata: Metadata, name: str, kinds: Collection[Kind]) -> ChainItem:
    """The only item of a name; raises `UsageError` if there are several."""
    found = find(metadata, name, kinds)
    # A storage item and a constant may share a whole name; the stored value is the newer one.
    paths = dict.fromkeys(one.path for one in found)
    if len(paths) > 1:
        raise UsageError(f"{name!r} may be {', '.join(paths)}", hint="Give the whole name.")
    return found[0]


def nearest(name: str, known: Collection[ChainItem]) -> list[str]:
    """The whole names that are like this one, whatever the case of the letters."""
    paths = {one.path.lower(): one.path for one in known}
    bare = {one.name.lower(): one.path for one in known}
    wanted = name.lower()
    by_name = {} if "." in name else bare
    close = get_close_matches(wanted, [*by_name, *paths], _CLOSE, cutoff=0.75)
    found = [by_name.get(one) or paths[one] for one in close]
    return list(dict.fromkeys(found))
