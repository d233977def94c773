"""The description of a runtime from its code: name, version, APIs, and imports."""

from __future__ import annotations

from dataclasses import dataclass

from wasmtime import FuncType

from local_node.runtime.version import RuntimeVersion, api_id
from local_node.runtime.wasm.code import BadCode, wasm_of
from local_node.runtime.wasm.executor import WasmRuntime
from local_node.runtime.wasm.host.table import FUNCTIONS
from local_node.runtime.wasm.linking import FREE, MALLOC
from local_node.runtime.wasm.modules import Modules


@dataclass(frozen=True)
class Description:
    """The description of a runtime.

    `apis` are names and versions; an API whose name no entry point tells has its id in hex.
    `unknown` are the `imports` that this host does not have.
    """

    version: RuntimeVersion
    apis: tuple[tuple[str, int], ...]
    entries: tuple[str, ...]
    imports: tuple[str, ...]
    unknown: tuple[str, ...]
    code_bytes: int
    wasm_bytes: int


def describe(code: bytes) -> Description:
    """Describe a runtime's code, compressed or not; raise `BadCode`.

    The code is run only if no custom section contains its version.
    """
    wasm = wasm_of(code)
    encoded = WasmRuntime().version_of(code)
    if encoded is None:
        raise BadCode("the code has no runtime version, in a section or from Core_version")
    version = RuntimeVersion.decode(encoded)
    module = Modules().of(code)
    entries = tuple(x.name for x in module.exports if isinstance(x.type, FuncType))
    names = {api_id(entry.split("_")[0]): entry.split("_")[0] for entry in entries}
    imports = tuple(x.name or "" for x in module.imports if isinstance(x.type, FuncType))
    known = {*FUNCTIONS, MALLOC, FREE}
    return Description(
        version,
        tuple((names.get(api, "0x" + api.hex()), number) for api, number in version.apis),
        entries,
        imports,
        tuple(name for name in imports if name not in known),
        len(code),
        len(wasm),
    )
