"""The pallets, APIs and extensions of a chain, by build profile and features.

The base is Subtensor at `spec_version` 425. `build` returns the same object for the same profile
and features, so an interface is compiled once in a process.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from typing import Any, TypeVar

from btsdk import forks
from btsdk.scale import Codec, Registry
from chain_spec.apis import (
    account_nonce,
    babe,
    block_builder,
    convert_transaction,
    core,
    delegate_info,
    genesis_builder,
    neuron_info,
    offchain_worker,
    proxy_filter,
    session_keys,
    shield,
    stake_info,
    subnet_info,
    subnet_registration,
    tagged_transaction_queue,
    transaction_payment_call,
)
from chain_spec.apis import (
    aura as aura_api,
)
from chain_spec.apis import (
    contracts as contracts_api,
)
from chain_spec.apis import (
    ethereum as ethereum_api,
)
from chain_spec.apis import (
    grandpa as grandpa_api,
)
from chain_spec.apis import (
    metadata as metadata_api,
)
from chain_spec.apis import (
    swap as swap_api,
)
from chain_spec.apis import (
    transaction_payment as transaction_payment_api,
)
from chain_spec.declare import Api, Pallet
from chain_spec.extensions import EXTENSIONS, Extension
from chain_spec.features import Feature
from chain_spec.features.additions import PARTS
from chain_spec.outer import call_type, error_type, event_type, outer_call, outer_error, outer_event
from chain_spec.pallets import (
    admin_utils,
    alpha_assets,
    aura,
    balances,
    base_fee,
    commitments,
    contracts,
    crowdloan,
    drand,
    ethereum,
    evm,
    evm_chain_id,
    grandpa,
    limit_orders,
    mev_shield,
    multisig,
    preimage,
    proxy,
    randomness,
    safe_mode,
    scheduler,
    subtensor,
    sudo,
    swap,
    system,
    timestamp,
    transaction_payment,
    utility,
)
from chain_spec.portable import RegistryBuilder
from chain_spec.profile import Profile
from chain_spec.spec_version import spec_version
from chain_spec.types.expression import Outer, Struct, StructValue, TupleOf, Type
from chain_spec.types.substrate import MultiAddress, MultiSignature, UncheckedExtrinsic

V = TypeVar("V")

PALLETS: tuple[Pallet, ...] = (
    system.pallet,
    randomness.pallet,
    timestamp.pallet,
    aura.pallet,
    grandpa.pallet,
    balances.pallet,
    transaction_payment.pallet,
    subtensor.pallet,
    utility.pallet,
    sudo.pallet,
    multisig.pallet,
    preimage.pallet,
    scheduler.pallet,
    proxy.pallet,
    commitments.pallet,
    admin_utils.pallet,
    safe_mode.pallet,
    ethereum.pallet,
    evm.pallet,
    evm_chain_id.pallet,
    base_fee.pallet,
    drand.pallet,
    crowdloan.pallet,
    swap.pallet,
    contracts.pallet,
    mev_shield.pallet,
    alpha_assets.pallet,
    limit_orders.pallet,
)

APIS: tuple[Api, ...] = (
    core.api,
    metadata_api.api,
    block_builder.api,
    genesis_builder.api,
    tagged_transaction_queue.api,
    offchain_worker.api,
    aura_api.api,
    session_keys.api,
    grandpa_api.api,
    account_nonce.api,
    transaction_payment_api.api,
    transaction_payment_call.api,
    ethereum_api.api,
    convert_transaction.api,
    contracts_api.api,
    delegate_info.api,
    neuron_info.api,
    subnet_info.api,
    stake_info.api,
    subnet_registration.api,
    proxy_filter.api,
    babe.api,
    swap_api.api,
    shield.api,
)

OUTER_CALL: Type[Any] = Outer("calls")
OUTER_EVENT: Type[Any] = Outer("events")
OUTER_ERROR: Type[Any] = Outer("errors")
SIGNED_EXTRA: Type[Any] = Outer("extensions")
RUNTIME = Struct[tuple[()]](("node_subtensor_runtime", "Runtime"))


class Interface:
    """The whole interface of a chain, and the registry of its types."""

    def __init__(
        self,
        profile: Profile,
        features: frozenset[Feature],
        pallets: tuple[Pallet, ...],
        apis: tuple[Api, ...] = APIS,
    ) -> None:
        self.profile = profile
        self.features = features
        self.spec_version = spec_version(features)
        self.pallets: Mapping[str, Pallet] = {pallet.name: pallet for pallet in pallets}
        self.apis: Mapping[str, Api] = {api.name: api for api in apis}
        self.extensions: tuple[Extension, ...] = EXTENSIONS
        self._asked = RegistryBuilder(self._outer)
        self._codecs = Registry(())
        self._growing = forks.lock()

    @cached_property
    def version(self) -> StructValue:
        """The value of `RuntimeVersion`."""
        return {
            "spec_name": "node-subtensor",
            "impl_name": "node-subtensor",
            "authoring_version": 1,
            "spec_version": self.spec_version,
            "impl_version": 1,
            "apis": [(api.id, api.version) for api in self.apis.values()],
            "transaction_version": 1,
            "system_version": 1,
        }

    @cached_property
    def registry(self) -> Registry:
        """The registry of every type that the interface mentions."""
        return Registry(self._numbered.types())

    def type_id(self, expression: Type[Any]) -> int:
        """The number of a type in the registry; raises `KeyError` for a type that the interface
        does not use."""
        return self._numbered.known_id(expression)

    def codec(self, expression: Type[Any]) -> Codec:
        """The codec of a type. Its numbers are not those of `registry`: types are numbered here on
        demand, so that a chain opens before all of them are declared.
        """
        with self._growing:
            known = len(self._asked)
            type_id = self._asked.id(expression)
            if len(self._asked) > known:
                self._codecs.add(self._asked.types(known))
        return self._codecs.codec(type_id)

    @cached_property
    def _numbered(self) -> RegistryBuilder:
        builder = RegistryBuilder(self._outer)
        for pallet in self.pallets.values():
            _number_pallet(builder, pallet)
        for expression in (
            UncheckedExtrinsic,
            MultiAddress,
            OUTER_CALL,
            MultiSignature,
            SIGNED_EXTRA,
        ):
            builder.id(expression)
        for extension in self.extensions:
            builder.id(extension.extra)
            builder.id(extension.additional)
        builder.id(RUNTIME)
        for api in self.apis.values():
            for method in api.methods.values():
                for expression in (*method.inputs.values(), method.output):
                    builder.id(expression)
        for expression in (OUTER_EVENT, OUTER_ERROR):
            builder.id(expression)
        return builder

    def _outer(self, kind: str) -> Type[Any]:
        pallets = self.pallets.values()
        if kind == "calls":
            return outer_call(pallets)
        if kind == "events":
            return outer_event(pallets)
        if kind == "errors":
            return outer_error(pallets)
        return TupleOf(tuple(extension.extra for extension in self.extensions))


def _number_pallet(builder: RegistryBuilder, pallet: Pallet) -> None:
    for item in pallet.storage.values():
        if item.key is not None:
            builder.id(item.key)
        builder.id(item.value)
    for enum in (call_type(pallet), event_type(pallet)):
        if enum.variants:
            builder.id(enum)
    for constant in pallet.constants.values():
        builder.id(constant.type)
    if pallet.errors:
        builder.id(error_type(pallet))


@cache
def build(profile: Profile, features: frozenset[Feature] = frozenset()) -> Interface:
    """The interface of a chain: the base, and the additions of its features."""
    parts = [part for f in Feature if f in features for part in PARTS[f]]
    return Interface(profile, features, with_parts(PALLETS, parts))


def with_parts(base: Iterable[Pallet], parts: Iterable[Pallet]) -> tuple[Pallet, ...]:
    """Pallets with the items of parts appended, in the order of their indices."""
    pallets = {pallet.name: pallet for pallet in base}
    for part in parts:
        known = pallets.get(part.name)
        pallets[part.name] = part if known is None else known.extended(part)
    return tuple(sorted(pallets.values(), key=lambda pallet: pallet.index))
