"""What names mean: errors, calls and other items of a chain, hyperparameters, our own errors."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated, TypedDict

from btcli.chain_items import ChainItem, find, items, nearest
from btcli.failures import NotFound, code_of
from btcli.unexpected_words import quoted
from btsdk import errors
from btsdk.reads.hyperparameter_table import PARAMETERS, Hyperparameter
from btsdk.tx.hints import hint_for

if TYPE_CHECKING:
    from btsdk.metadata import Metadata

_CLOSE = 3


class FactDocument(TypedDict):
    """An argument, a field or a property."""

    name: str
    value: str


class ExplanationDocument(TypedDict):
    """One meaning of a name."""

    kind: Annotated[
        str,
        "`error`, `call`, `event`, `storage`, `constant`, `api`, `hyperparameter` or `btcli error`",
    ]
    name: Annotated[str, "the whole name"]
    text: Annotated[str, "from the chain's metadata; may be empty"]
    hint: Annotated[str | None, "what to do next"]
    facts: Annotated[list[FactDocument], "arguments with their types, a unit, a range"]


class ExplainData(TypedDict):
    """The result of `explain`."""

    explanations: list[ExplanationDocument]


@dataclass(frozen=True)
class Explanation:
    """One meaning of a name. `facts` are further rows, such as the arguments of a call."""

    kind: str
    name: str
    text: str
    hint: str | None = None
    facts: tuple[tuple[str, str], ...] = field(default=())


def explain(metadata: Metadata, name: str) -> list[Explanation]:
    """All meanings of a name; raises `NotFound`, with the nearest names, if there is none."""
    found = [*_hyperparameters(name), *_own_errors(name)]
    try:
        found += [_item(metadata, item) for item in find(metadata, name)]
    except NotFound:
        if not found:
            likely = _nearest(metadata, name)
            hint = f"Did you mean {' or '.join(likely)}?" if likely else None
            raise NotFound(f"nothing is known by the name {quoted(name)}", hint=hint) from None
    return found


def document(one: Explanation) -> ExplanationDocument:
    """One meaning as JSON."""
    return {
        "kind": one.kind,
        "name": one.name,
        "text": one.text,
        "hint": one.hint,
        "facts": [{"name": label, "value": value} for label, value in one.facts],
    }


def _item(metadata: Metadata, item: ChainItem) -> Explanation:
    pallet = metadata.pallets.get(item.owner)
    hint = None
    facts: list[tuple[str, str]] = []
    if item.kind == "api" or pallet is None:
        method = metadata.api(item.owner, item.name)
        docs = method.docs
        facts = [(part.name, metadata.shape(part.type)) for part in method.inputs]
        facts.append(("returns", metadata.shape(method.output)))
    elif item.kind == "storage":
        stored = metadata.storage(item.owner, item.name)
        docs = stored.docs
        facts = [(f"key {n}", metadata.shape(key)) for n, key in enumerate(stored.keys, 1)]
        facts.append(("value", metadata.shape(stored.value)))
    elif item.kind == "constant":
        docs = pallet.constants[item.name].docs
        facts = [("value", str(pallet.constant(item.name)))]
    else:
        cases = {"call": pallet.calls, "event": pallet.events, "error": pallet.errors}
        case = cases[item.kind][item.name]
        docs = case.docs
        facts = [
            (one.name or f"field {n}", one.type_name or metadata.shape(one.type))
            for n, one in enumerate(case.fields, 1)
        ]
        hint = hint_for(item.path) if item.kind == "error" else None
    return Explanation(item.kind, item.path, _paragraphs(docs), hint, tuple(facts))


def _hyperparameters(name: str) -> Iterator[Explanation]:
    plain = name.replace("-", "_").lower()
    for one in PARAMETERS:
        if plain in (one.name, *one.also, one.call):
            yield Explanation(
                "hyperparameter", one.name, _of_hyperparameter(one), None, _facts(one)
            )


def _of_hyperparameter(one: Hyperparameter) -> str:
    also = f" Also called {', '.join(one.also)}." if one.also else ""
    return f"A hyperparameter of each subnet, in {one.unit.value}.{also}"


def _facts(one: Hyperparameter) -> tuple[tuple[str, str], ...]:
    found = [("unit", one.unit.value), ("set by", one.setter.value)]
    if one.call:
        found += [("from", f"{one.least:,}"), ("to", f"{one.most:,}"), ("call", one.call)]
        found.append(("in the freeze window", "refused" if one.window else "allowed"))
    return tuple(found)


def _own_errors(name: str) -> Iterator[Explanation]:
    for code, kind in own_errors().items():
        if name in (code, kind.__name__):
            yield Explanation("btcli error", code, inspect.cleandoc(kind.__doc__ or ""))


def own_errors() -> dict[str, type[errors.BtError]]:
    """The errors of the SDK and of btcli, by the code that JSON documents have."""
    found: dict[str, type[errors.BtError]] = {}
    waiting: list[type[errors.BtError]] = [errors.BtError]
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        if kind.__module__.partition(".")[0] in ("btsdk", "btcli"):
            found[code_of(kind)] = kind
    return found


def _nearest(metadata: Metadata, name: str) -> list[str]:
    own = [*own_errors(), *(one.name for one in PARAMETERS)]
    likely = get_close_matches(name.lower(), own, _CLOSE, cutoff=0.75)
    return [*likely, *nearest(name, list(items(metadata)))][:_CLOSE]


def _paragraphs(docs: tuple[str, ...]) -> str:
    """The text of a doc comment: lines of a paragraph are joined."""
    text = "\n".join(line.strip() for line in docs)
    return "\n".join(" ".join(part.split()) for part in text.split("\n\n") if part.strip())
