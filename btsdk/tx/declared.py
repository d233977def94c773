"""Comparison of the calls to be signed with those that this release declares.

Calls are encoded by the metadata that the endpoint sends. For a known network, each call is
compared with its declaration: a call whose index has moved is not the call that was shown. Calls
and pallets that were added since are ignored.
"""

from __future__ import annotations

from collections.abc import Iterator

from btsdk.descriptors.compatibility import call_shape
from btsdk.descriptors.declared import CALLS
from btsdk.descriptors.later import CALLS as LATER
from btsdk.metadata import Metadata
from btsdk.state.runtimes import CHECK, Runtime
from btsdk.tx.nested import calls_in


def differences(runtime: Runtime, call: bytes, *, verified: bool) -> tuple[str, ...]:
    """The differences between declaration and runtime, for this call and those nested in it.

    With `verified` the chain checks the metadata hash of the signature, which covers the types;
    otherwise the types are compared as well.
    """
    found = [] if runtime.verifies else [f"its runtime lacks the extension {CHECK}"]
    metadata = runtime.metadata
    for pallet, name, args in calls_in(metadata, call):
        index = metadata.encode_call(pallet, name, args)[:2]
        found += _difference(metadata, pallet, name, index, verified=verified)
    return tuple(dict.fromkeys(found))


def _difference(
    metadata: Metadata, pallet: str, name: str, index: bytes, *, verified: bool
) -> Iterator[str]:
    label = f"{pallet}.{name}"
    if label in LATER:
        shape, names = LATER[label]
        if not verified:
            yield f"{label} came after this release, which does not declare its index"
    elif label in CALLS:
        pallet_index, call_index, shape, names = CALLS[label]
        if bytes((pallet_index, call_index)) != index:
            here = f"{index[0]}.{index[1]}"
            yield f"{label} is declared as call {pallet_index}.{call_index} and is {here}"
    else:
        yield f"{label} is not declared"
        return
    case = metadata.call(pallet, name)
    found = tuple(field.name for field in case.fields)
    if found != names:
        listed = ", ".join(str(one) for one in found)
        yield f"{label} is declared with ({', '.join(names)}) and has ({listed})"
    elif not verified and call_shape(metadata, case).hash != shape:
        yield f"{label} is declared with other types"
