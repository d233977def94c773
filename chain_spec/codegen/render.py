"""The text of generated modules: the items of one kind of one pallet, or the methods of an API."""

from __future__ import annotations

from btsdk.codegen.modules import Imports, class_text, module_text
from btsdk.codegen.names import class_name, field_name, identifier
from btsdk.descriptors.compatibility import (
    Shape,
    call_shape,
    constant_shape,
    event_shape,
    method_shape,
    storage_shape,
)
from btsdk.metadata import Metadata
from chain_spec import later
from chain_spec.codegen.annotations import Annotations, Values
from chain_spec.declare import Api, Call, Event, Pallet
from chain_spec.runtime import Interface

_NOTE = "Written by `chain_spec.codegen`: change the declarations instead."


class Renderer:
    """Renders modules, and collects their shapes and value types."""

    def __init__(self, metadata: Metadata) -> None:
        self._metadata = metadata
        self._later = later.names()
        self.values = Values()
        self.shapes: dict[str, str] = {}

    def calls(self, pallet: Pallet) -> str:
        """A class for each call."""
        own = Annotations(self.values)
        classes = [self._call(own, call) for call in pallet.calls.values()]
        own.imports.discard((_CALL, "TypedCall"))
        head = f"from {_CALL} import TypedCall"
        return _module(f"The calls of {pallet.name}.", head, own.imports, "\n\n".join(classes))

    def events(self, pallet: Pallet) -> str:
        """A class for each event."""
        own = Annotations(self.values)
        classes = [self._event(own, event) for event in pallet.events.values()]
        head = "from btsdk.descriptors.records import TypedEvent"
        return _module(f"The events of {pallet.name}.", head, own.imports, "\n\n".join(classes))

    def storage(self, pallet: Pallet) -> str:
        """A name for each storage item."""
        own = Annotations(self.values)
        lines = []
        for item in pallet.storage.values():
            found = self._metadata.storage(pallet.name, item.name)
            shape = self._noted(storage_shape(self._metadata, found))
            keys = ", ".join(own.decoded(key.type) for key in item.keys) or "()"
            value = own.decoded(item.value) + (" | None" if item.optional else "")
            inputs = ", ".join(own.argument(key.type) for key in item.keys)
            kind = f"StorageItem[[{inputs}], tuple[{keys}], {value}]"
            lines.append(
                f'{item.name}: {kind} = StorageItem("{pallet.name}", "{item.name}", "{shape}")'
            )
        head = "from btsdk.descriptors.items import StorageItem"
        return _module(f"The storage of {pallet.name}.", head, own.imports, "\n".join(lines))

    def constants(self, pallet: Pallet) -> str:
        """A name for each constant."""
        own = Annotations(self.values)
        lines = []
        for item in pallet.constants.values():
            found = self._metadata.pallet(pallet.name).constants[item.name]
            shape = self._noted(constant_shape(self._metadata, found))
            kind = f"Constant[{own.decoded(item.type)}]"
            lines.append(
                f'{item.name}: {kind} = Constant("{pallet.name}", "{item.name}", "{shape}")'
            )
        head = "from btsdk.descriptors.items import Constant"
        return _module(f"The constants of {pallet.name}.", head, own.imports, "\n".join(lines))

    def api(self, api: Api) -> str:
        """A name for each method."""
        own = Annotations(self.values)
        lines = []
        for method in api.methods.values():
            found = self._metadata.api(api.name, method.name)
            shape = self._noted(method_shape(self._metadata, found))
            inputs = ", ".join(own.argument(kind) for kind in method.inputs.values())
            kind = f"ApiMethod[[{inputs}], {own.decoded(method.output)}]"
            name = identifier(method.name)
            lines.append(f'{name}: {kind} = ApiMethod("{api.name}", "{method.name}", "{shape}")')
        head = "from btsdk.descriptors.items import ApiMethod"
        return _module(f"The methods of {api.name}.", head, own.imports, "\n".join(lines))

    def declared(self, interface: Interface) -> str:
        """A line for each call of every pallet, but for later ones."""
        lines = []
        for pallet in interface.pallets.values():
            for call in pallet.calls.values():
                if call.full_name in self._later:
                    continue
                case = self._metadata.call(pallet.name, call.name)
                names = tuple(str(field.name) for field in case.fields)
                shape = call_shape(self._metadata, case).hash
                entry = (pallet.index, case.index, shape, names)
                lines.append(f'    "{pallet.name}.{call.name}": {entry!r},\n')
        kind = "dict[str, tuple[int, int, str, tuple[str, ...]]]"
        return f"CALLS: {kind} = {{\n{''.join(lines)}}}\n"

    def later(self, interface: Interface) -> str:
        """A line for each later call, and one for each other later item."""
        calls, others = [], set(self._later)
        for pallet in interface.pallets.values():
            for call in pallet.calls.values():
                if call.full_name in self._later:
                    case = self._metadata.call(pallet.name, call.name)
                    names = tuple(str(field.name) for field in case.fields)
                    entry = (call_shape(self._metadata, case).hash, names)
                    calls.append(f'    "{call.full_name}": {entry!r},\n')
                    others.discard(call.full_name)
        rest = "".join(f'    "{name}",\n' for name in sorted(others))
        kind = "dict[str, tuple[str, tuple[str, ...]]]"
        return f"CALLS: {kind} = {{\n{''.join(calls)}}}\nOTHERS = frozenset({{\n{rest}}})\n"

    def labels(self, interface: Interface) -> str:
        """A line for each event whose fields have no names in the metadata."""
        lines = []
        for pallet in interface.pallets.values():
            for event in pallet.events.values():
                case = self._metadata.pallet(pallet.name).events[event.name]
                if event.fields and all(field.name is None for field in case.fields):
                    entry = (event_shape(self._metadata, case).hash, event.labels)
                    lines.append(f'    "{pallet.name}.{event.name}": {entry!r},\n')
        return f"LABELS: dict[str, tuple[str, tuple[str, ...]]] = {{\n{''.join(lines)}}}\n"

    def _call(self, own: Annotations, call: Call) -> str:
        case = self._metadata.call(call.pallet_name, call.name)
        shape = self._noted(call_shape(self._metadata, case))
        fields = {field_name(name): own.argument(kind) for name, kind in call.args.items()}
        head = {"pallet": call.pallet_name, "name": call.name, "shape": shape}
        return class_text(class_name(call.name), "TypedCall", head, fields)

    def _event(self, own: Annotations, event: Event) -> str:
        case = self._metadata.pallet(event.pallet_name).events[event.name]
        shape = self._noted(event_shape(self._metadata, case))
        alpha = not {"netuid", "origin_netuid"}.isdisjoint(event.labels)
        fields = {
            field_name(label): own.readable(field.type, alpha=alpha)
            for label, field in zip(event.labels, event.fields, strict=True)
        }
        head = {"pallet": event.pallet_name, "name": event.name, "shape": shape}
        return class_text(event.name, "TypedEvent", head, fields)

    def _noted(self, shape: Shape) -> str:
        self.shapes[shape.hash] = shape.words
        return shape.hash


_CALL = "btsdk.descriptors.calls"


def _module(doc: str, head: str, imports: Imports, body: str) -> str:
    return module_text(doc, _NOTE, head, imports, body)
