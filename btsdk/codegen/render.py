"""The text of generated modules: the items of one kind of one pallet, or the methods of an API."""

from __future__ import annotations

from collections.abc import Iterable

from btsdk.codegen.annotations import Annotations, Values
from btsdk.codegen.layout import assignment, docstring, plain
from btsdk.codegen.modules import documented_class, module_text
from btsdk.codegen.names import checked, class_name, field_name, identifier
from btsdk.descriptors.compatibility import (
    call_shape,
    constant_shape,
    event_shape,
    method_shape,
    storage_shape,
)
from btsdk.descriptors.outputs import labels
from btsdk.metadata import ApiMetadata, Metadata, PalletMetadata

_NETUIDS = {"netuid", "origin_netuid"}


class Renderer:
    """Renders modules, and collects their value types."""

    def __init__(self, metadata: Metadata, note: str) -> None:
        self._metadata = metadata
        self._note = note
        self.values = Values(metadata)

    def calls(self, pallet: PalletMetadata) -> str:
        """A class for each call."""
        own = self._annotations()
        names = _Taken()
        classes = []
        for case in pallet.calls.values():
            shape = call_shape(self._metadata, case).hash
            fields = {
                field_name(checked(str(field.name))): own.argument(field.type, field.type_name)
                for field in case.fields
            }
            head = {"pallet": pallet.name, "name": case.name, "shape": shape}
            name = names.free(class_name(case.name))
            classes.append(documented_class(name, "TypedCall", head, fields, _first(case.docs)))
        base = ("btsdk.descriptors.calls", "TypedCall")
        own.imports.discard(base)
        return self._module(f"The calls of {pallet.name}.", base, own, "\n" + "\n\n".join(classes))

    def events(self, pallet: PalletMetadata) -> str:
        """A class for each event."""
        own = self._annotations()
        names = _Taken()
        classes = []
        for case in pallet.events.values():
            shape = event_shape(self._metadata, case).hash
            told = labels(self._metadata, pallet.name, case)
            fields = {
                field_name(checked(label)): own.readable(field, alpha=not _NETUIDS.isdisjoint(told))
                for label, field in zip(told, case.fields, strict=True)
            }
            head = {"pallet": pallet.name, "name": case.name, "shape": shape}
            name = names.free(class_name(case.name))
            classes.append(documented_class(name, "TypedEvent", head, fields, _first(case.docs)))
        base = ("btsdk.descriptors.records", "TypedEvent")
        return self._module(f"The events of {pallet.name}.", base, own, "\n" + "\n\n".join(classes))

    def storage(self, pallet: PalletMetadata) -> str:
        """A name for each storage item."""
        own = self._annotations()
        names = _Taken()
        items = []
        for item in pallet.storage.values():
            shape = storage_shape(self._metadata, item).hash
            keys = ", ".join(own.decoded(key) for key in item.keys) or "()"
            value = own.decoded(item.value) + (" | None" if item.optional else "")
            inputs = ", ".join(own.argument(key) for key in item.keys)
            kind = f"StorageItem[[{inputs}], tuple[{keys}], {value}]"
            name = names.free(identifier(item.name))
            args = _quoted(pallet.name, item.name, shape)
            items.append(_item(name, kind, "StorageItem", args, item.docs))
        base = ("btsdk.descriptors.items", "StorageItem")
        return self._module(f"The storage of {pallet.name}.", base, own, "".join(items))

    def constants(self, pallet: PalletMetadata) -> str:
        """A name for each constant."""
        own = self._annotations()
        names = _Taken()
        items = []
        for constant in pallet.constants.values():
            shape = constant_shape(self._metadata, constant).hash
            kind = f"Constant[{own.decoded(constant.type)}]"
            args = _quoted(pallet.name, constant.name, shape)
            name = names.free(identifier(constant.name))
            items.append(_item(name, kind, "Constant", args, constant.docs))
        base = ("btsdk.descriptors.items", "Constant")
        return self._module(f"The constants of {pallet.name}.", base, own, "".join(items))

    def errors(self, pallet: PalletMetadata) -> str:
        """The full name of each error, as `DispatchError.code` has it."""
        names = _Taken()
        items = [
            plain(f"{names.free(identifier(case.name))}: Final", f'"{pallet.name}.{case.name}"')
            + f"\n{_told(case.docs)}"
            for case in pallet.errors.values()
        ]
        doc = f"The errors of {pallet.name}, as `DispatchError.code` names them."
        return module_text(doc, self._note, "from typing import Final", (), "".join(items))

    def api(self, api: ApiMetadata) -> str:
        """A name for each method."""
        own = self._annotations()
        names = _Taken()
        items = []
        for method in api.methods.values():
            shape = method_shape(self._metadata, method).hash
            inputs = ", ".join(own.argument(part.type) for part in method.inputs)
            kind = f"ApiMethod[[{inputs}], {own.decoded(method.output)}]"
            args = _quoted(api.name, method.name, shape)
            name = names.free(identifier(method.name))
            items.append(_item(name, kind, "ApiMethod", args, method.docs))
        base = ("btsdk.descriptors.items", "ApiMethod")
        return self._module(f"The methods of {api.name}.", base, own, "".join(items))

    def _annotations(self) -> Annotations:
        return Annotations(self._metadata, self.values)

    def _module(self, doc: str, base: tuple[str, str], own: Annotations, body: str) -> str:
        module, name = base
        return module_text(doc, self._note, f"from {module} import {name}", own.imports, body)


class _Taken:
    """The names of one module: the second item of a name gets a `_`."""

    def __init__(self) -> None:
        self._names: set[str] = set()

    def free(self, name: str) -> str:
        checked(name)
        while name in self._names:
            name += "_"
        self._names.add(name)
        return name


def _item(name: str, kind: str, head: str, args: list[str], docs: Iterable[str]) -> str:
    return assignment(name, kind, head, args) + "\n" + _told(docs)


def _told(docs: Iterable[str]) -> str:
    text = docstring(_first(docs))
    return f"{text}\n" if text else ""


def _first(docs: Iterable[str]) -> str:
    """The first paragraph of the chain's own words, without marks of a heading or a list."""
    lines: list[str] = []
    for line in (part.strip().lstrip("#-").strip() for part in docs):
        if not line and lines:
            break
        if line:
            lines.append(line)
    return " ".join(lines)


def _quoted(*parts: str) -> list[str]:
    """Names and a shape, as arguments."""
    return [f'"{checked(part)}"' for part in parts[:-1]] + [f'"{parts[-1]}"']
