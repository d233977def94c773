"""The dispatcher of the bundled runtime's entry points.

Every entry point is a method of a declared runtime API. Its arguments and its result have the types
that the API declares, which the metadata contains too. Every failure ends as `RuntimePanic`, with
the state restored to that before the call; only unreadable state ends as `StateUnavailable`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from btsdk.errors import BtError, DecodeError, EncodeError
from btsdk.scale import Codec
from chain_spec.runtime import Interface
from local_node.runtime.assembly import Assembly
from local_node.runtime.boundary import Externalities, RuntimePanic, UnknownEntry
from local_node.runtime.executive.blocks import Blocks
from local_node.runtime.executive.core import Core
from local_node.runtime.executive.extrinsics import Extrinsics
from local_node.runtime.executive.fee_query import FeeQueries
from local_node.runtime.executive.genesis import Genesis
from local_node.runtime.executive.inherents import Inherents
from local_node.runtime.executive.pool import PoolValidation
from local_node.runtime.executive.shielded import Shielding
from local_node.runtime.extensions.pipeline import Pipeline
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.errors import BadInput, Panic
from local_node.runtime.frame.pallet import ApiFunction, RuntimePallet
from local_node.state.trie import StateUnavailable


class EntryPoint(NamedTuple):
    """One entry point, with the codecs of its arguments and result."""

    function: ApiFunction
    inputs: tuple[Codec, ...]
    output: Codec


class Executive:
    """The runtime of one interface and its pallets; see `local_node.runtime.bundled`."""

    def __init__(self, interface: Interface, pallets: Sequence[RuntimePallet]) -> None:
        self.interface = interface
        self.assembly = Assembly(interface, pallets)
        extrinsics = Extrinsics(interface)
        self.blocks = Blocks(self.assembly, extrinsics, Pipeline(interface))
        self._functions = _core(self.assembly, self.blocks)
        self._entries: dict[str, EntryPoint] = {}

    def call(self, entry: str, args: bytes, ext: Externalities) -> bytes:
        """Run one entry point; raise `UnknownEntry` or `RuntimePanic`."""
        found = self._entries.get(entry) or self._find(entry)
        values = _decode(entry, found.inputs, args)
        ctx = Context(self.assembly, ext)
        ext.begin()
        try:
            answer = found.output.encode(found.function(ctx, *values))
            ctx.flush()
        except Exception as error:
            ext.rollback()
            raise _panic(entry, error) from error
        except BaseException:
            ext.rollback()
            raise
        ext.commit()
        return answer

    def context(self, ext: Externalities) -> Context:
        """A context over a state, for calls to pallets."""
        return Context(self.assembly, ext)

    def entries(self) -> list[str]:
        """The names of all entry points."""
        return sorted([*self._functions, *(name for name, _ in self.assembly.api_functions())])

    def _find(self, name: str) -> EntryPoint:
        function = self._functions.get(name) or next(
            (each for entry, each in self.assembly.api_functions() if entry == name), None
        )
        api, _, method = name.partition("_")
        declared = self.interface.apis.get(api)
        if function is None or declared is None or method not in declared.methods:
            raise UnknownEntry(name)
        shape = declared.methods[method]
        codec = self.interface.codec
        inputs = tuple(codec(expression) for expression in shape.inputs.values())
        entry = self._entries[name] = EntryPoint(function, inputs, codec(shape.output))
        return entry


def _decode(entry: str, inputs: tuple[Codec, ...], args: bytes) -> list[Any]:
    values, offset = [], 0
    try:
        for codec in inputs:
            value, offset = codec.read(args, offset)
            values.append(value)
    except DecodeError as error:
        raise _bad_input(entry, error) from error
    if offset != len(args):
        raise _bad_input(entry, "trailing bytes")
    return values


def _panic(entry: str, error: Exception) -> BtError:
    if isinstance(error, (RuntimePanic, StateUnavailable)):
        return error
    if isinstance(error, BadInput):
        return _bad_input(entry, error)
    if isinstance(error, Panic):
        return RuntimePanic(entry, str(error))
    kind = "a result of the wrong type" if isinstance(error, EncodeError) else "a bug"
    return RuntimePanic(entry, f"{kind}: {type(error).__name__}: {error}")


def _bad_input(entry: str, reason: object) -> RuntimePanic:
    """The message of Substrate's generated code, which names the method without its API."""
    method = entry.partition("_")[2]
    return RuntimePanic(entry, f"Bad input data provided to {method}: {reason}")


def _core(assembly: Assembly, blocks: Blocks) -> dict[str, ApiFunction]:
    """The entry points that do not depend on the pallets."""
    core, pool = Core(assembly.interface), PoolValidation(blocks)
    shielding = Shielding(blocks)
    inherents, genesis, fees = Inherents(blocks), Genesis(assembly, core), FeeQueries(blocks)
    return {
        "Core_version": core.version,
        "Core_initialize_block": blocks.initialize_block,
        "Core_execute_block": blocks.execute_block,
        "Metadata_metadata": core.metadata,
        "Metadata_metadata_at_version": core.metadata_at_version,
        "Metadata_metadata_versions": core.metadata_versions,
        "BlockBuilder_apply_extrinsic": blocks.apply_extrinsic,
        "BlockBuilder_finalize_block": blocks.finalize_block,
        "BlockBuilder_inherent_extrinsics": inherents.inherent_extrinsics,
        "BlockBuilder_check_inherents": inherents.check_inherents,
        "TaggedTransactionQueue_validate_transaction": pool.validate_transaction,
        "OffchainWorkerApi_offchain_worker": core.offchain_worker,
        "SessionKeys_generate_session_keys": core.generate_session_keys,
        "SessionKeys_decode_session_keys": core.decode_session_keys,
        "GenesisBuilder_build_state": genesis.build_state,
        "GenesisBuilder_get_preset": genesis.get_preset,
        "GenesisBuilder_preset_names": genesis.preset_names,
        "ShieldApi_try_decode_shielded_tx": shielding.try_decode_shielded_tx,
        "ShieldApi_is_shielded_using_current_key": shielding.is_shielded_using_current_key,
        "ShieldApi_try_unshield_tx": shielding.try_unshield_tx,
        "TransactionPaymentApi_query_info": fees.query_info,
        "TransactionPaymentApi_query_fee_details": fees.query_fee_details,
        "TransactionPaymentApi_query_weight_to_fee": fees.query_weight_to_fee,
        "TransactionPaymentApi_query_length_to_fee": fees.query_length_to_fee,
        "TransactionPaymentCallApi_query_call_info": fees.query_call_info,
        "TransactionPaymentCallApi_query_call_fee_details": fees.query_call_fee_details,
        "TransactionPaymentCallApi_query_weight_to_fee": fees.query_weight_to_fee,
        "TransactionPaymentCallApi_query_length_to_fee": fees.query_length_to_fee,
    }
