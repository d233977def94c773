"""The names and token symbols of subnets."""

from __future__ import annotations

from btsdk.apis import subnet_info
from btsdk.reads.identities import text
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import call_api, storage_map
from btsdk.storage import subtensor
from btsdk.token_symbols import TOKEN_SYMBOLS


def symbols(at: BlockContext) -> Program[dict[int, str]]:
    """The token symbols in use, by netuid; the root network has TAO's own."""
    entries = yield from storage_map(at, subtensor.TokenSymbol)
    return dict(sorted((netuid, text(symbol)) for (netuid,), symbol in entries))


def free_symbols(at: BlockContext) -> Program[tuple[str, ...]]:
    """The symbols that a subnet can choose: in the runtime's table, and used by no subnet."""
    used = set((yield from symbols(at)).values())
    return tuple(symbol for symbol in TOKEN_SYMBOLS[1:] if symbol not in used)


def subnet_names(at: BlockContext) -> Program[dict[int, str]]:
    """The names of all subnets by netuid: the owner's, otherwise the runtime's name for the
    number."""
    found = yield from call_api(at, subnet_info.get_all_dynamic_info)
    return {info["netuid"]: text(info["subnet_name"]) for info in found if info is not None}
