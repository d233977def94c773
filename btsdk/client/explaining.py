"""What a name of the chain means: `View.explain`.

An explanation comes from the metadata of the block's runtime, the operation of this release that
makes a call, its table of hyperparameters, and its hints for errors. Nothing is asked of the chain.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from btsdk import ops
from btsdk.descriptors.outputs import labels
from btsdk.errors import UsageError
from btsdk.integers import whole
from btsdk.metadata import Metadata
from btsdk.reads.hyperparameter_table import PARAMETERS, Hyperparameter
from btsdk.rpc.error_codes import CUSTOM
from btsdk.tx.hints import hint_for, known

if TYPE_CHECKING:
    from btsdk.scale.types import Field


@dataclass(frozen=True)
class Explanation:
    """One thing of a name. `kind` is `error`, `call`, `storage item`, `constant`, `event`, `runtime
    API method`, `pallet`, `hyperparameter`, `operation` or `refusal`; `name` is its full name.

    `text` says what it is, as far as the chain or this release does; `facts` are pairs of words,
    such as an argument and its type; `hint` says what to do about an error.
    """

    kind: str
    name: str
    text: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    hint: str | None = None

    def __str__(self) -> str:
        """All of it, in lines."""
        lines = [f"{self.name} ({self.kind})"]
        lines += [f"  {part}" for part in (self.text, self.hint) if part]
        return "\n".join((*lines, *(f"  {name}: {value}" for name, value in self.facts)))


def explain(metadata: Metadata, name: str | int) -> tuple[Explanation, ...]:
    """Everything of a name, with or without its pallet: `SlippageTooHigh`,
    `SubtensorModule.add_stake`, `kappa`, `AddStake`. A number is the pool's custom error code.

    Raises `UsageError` with the nearest names if there is nothing.
    """
    if not isinstance(name, str) or name.strip().isdecimal():
        return (_refusal(whole(int(name), "the code of a refusal", 0)),)
    wanted = _folded(name)
    things = list(_things(metadata))
    found = tuple(
        _described(one)
        for one in things
        if wanted in (_folded(one.name), _folded(one.name.split(".")[-1]))
    )
    found += tuple(_parameter(one) for one in PARAMETERS if _is_named(one, wanted))
    if not found:
        raise UsageError(f"nothing is called {name!r}", hint=_nearest(name, things))
    return found


def _things(metadata: Metadata) -> Iterator[Explanation]:
    """What the metadata names, what this release makes, and the errors that no pallet owns."""
    for pallet in metadata.pallets.values():
        yield Explanation("pallet", pallet.name, _said(pallet.docs), _contents(pallet))
        for case in pallet.calls.values():
            yield _call(metadata, pallet.name, case.name, case.docs, case.fields)
        for case in pallet.errors.values():
            full = f"{pallet.name}.{case.name}"
            yield Explanation("error", full, _said(case.docs), hint=hint_for(full))
        for case in pallet.events.values():
            told = labels(metadata, pallet.name, case)
            facts = _fields(metadata, case.fields, told)
            yield Explanation("event", f"{pallet.name}.{case.name}", _said(case.docs), facts)
        for item in pallet.storage.values():
            facts = tuple(("key", metadata.shape(key)) for key in item.keys)
            value = ("value", metadata.shape(item.value) + (" or nothing" * item.optional))
            full = f"{pallet.name}.{item.name}"
            yield Explanation("storage item", full, _said(item.docs), (*facts, value))
        for constant in pallet.constants.values():
            full = f"{pallet.name}.{constant.name}"
            facts = (("value", str(pallet.constant(constant.name))[:200]),)
            yield Explanation("constant", full, _said(constant.docs), facts)
    yield from _methods(metadata)
    yield from _operations()
    for code in known():
        if code.partition(".")[0] not in metadata.pallets:
            yield Explanation("error", code, hint=hint_for(code))
    for number in CUSTOM:
        yield _refusal(number)


def _methods(metadata: Metadata) -> Iterator[Explanation]:
    for api in metadata.apis.values():
        for method in api.methods.values():
            facts = tuple((part.name, metadata.shape(part.type)) for part in method.inputs)
            facts = (*facts, ("result", metadata.shape(method.output)))
            full = f"{api.name}.{method.name}"
            yield Explanation("runtime API method", full, _said(method.docs), facts)


def _operations() -> Iterator[Explanation]:
    for name in ops.__all__:
        if name[:1].isupper():
            yield Explanation("operation", name)


def _call(
    metadata: Metadata, pallet: str, name: str, docs: Sequence[str], fields: Sequence[Field]
) -> Explanation:
    names = [str(field.name) for field in fields]
    return Explanation("call", f"{pallet}.{name}", _said(docs), _fields(metadata, fields, names))


def _described(found: Explanation) -> Explanation:
    """An operation with its docstring and signature, for which its module is loaded."""
    if found.kind != "operation":
        return found
    operation: Any = getattr(ops, found.name)
    takes = inspect.signature(operation).parameters.values()
    facts = tuple((one.name, str(one.annotation)) for one in takes)
    return Explanation("operation", found.name, inspect.getdoc(operation) or "", facts)


def _contents(pallet: Any) -> tuple[tuple[str, str], ...]:
    kinds = ("calls", "storage", "events", "constants", "errors")
    return tuple((kind, str(len(getattr(pallet, kind)))) for kind in kinds if getattr(pallet, kind))


def _fields(
    metadata: Metadata, fields: Sequence[Field], names: Sequence[str]
) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name, field.type_name or metadata.shape(field.type))
        for name, field in zip(names, fields, strict=True)
    )


def _refusal(number: int) -> Explanation:
    code = CUSTOM.get(number)
    if code is None:
        most = max(CUSTOM)
        raise UsageError(f"no refusal has the code {number}", hint=f"The codes go up to {most}.")
    facts = (("code", f"Custom({number})"),)
    return Explanation("refusal", code.name, code.meaning, facts, code.remedy)


def _parameter(one: Hyperparameter) -> Explanation:
    facts = [("unit", one.unit.value), ("set by", one.setter.value)]
    if one.call:
        facts += [("range", f"{one.least:,} to {one.most:,}"), ("call", one.call)]
    facts += [("also called", also) for also in one.also]
    return Explanation("hyperparameter", one.name, facts=tuple(facts))


def _is_named(one: Hyperparameter, wanted: str) -> bool:
    return wanted in {_folded(name) for name in (one.name, *one.also, one.call) if name}


def _folded(name: str) -> str:
    """`add_stake` and `AddStake` are one name."""
    return name.strip().replace("_", "").lower()


def _said(docs: Sequence[str]) -> str:
    return " ".join(" ".join(docs).split())


def _nearest(name: str, things: Sequence[Explanation]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415  # only where something is wrong

    names = {one.name if "." in name else one.name.split(".")[-1] for one in things}
    names |= {part for one in PARAMETERS for part in (one.name, *one.also)}
    likely = get_close_matches(name, sorted(names), 3, 0.75)
    if likely:
        return f"Did you mean {' or '.join(likely)}?"
    return "It takes the name of an error, a call, a hyperparameter or any item of the metadata."
