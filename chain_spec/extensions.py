"""The transaction extensions, in the order in which they are encoded.

`extra` is in the extrinsic, `additional` only in the payload that is signed.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from chain_spec.types import AsCompact, ByteArray, Option, Unit, newtype, struct, u32
from chain_spec.types.construct import alias, split_path
from chain_spec.types.expression import Struct, Type
from chain_spec.types.labels import BalanceOf
from chain_spec.types.substrate import H256, Era, Mode


class Extension(NamedTuple):
    """One extension, by the identifier that the metadata shows."""

    identifier: str
    extra: Type[Any]
    additional: Type[Any]


def _empty(path: str) -> Struct[tuple[()]]:
    """An extension that puts nothing into the extrinsic."""
    return Struct[tuple[()]](split_path(path)).of(T=None)


_CHECKS = "frame_system::extensions"
_RUNTIME = "node_subtensor_runtime"

EXTENSIONS = (
    Extension(
        "CheckNonZeroSender", _empty(f"{_CHECKS}::check_non_zero_sender::CheckNonZeroSender"), Unit
    ),
    Extension("CheckSpecVersion", _empty(f"{_CHECKS}::check_spec_version::CheckSpecVersion"), u32),
    Extension("CheckTxVersion", _empty(f"{_CHECKS}::check_tx_version::CheckTxVersion"), u32),
    Extension("CheckGenesis", _empty(f"{_CHECKS}::check_genesis::CheckGenesis"), H256),
    Extension(
        "CheckMortality",
        newtype(f"{_RUNTIME}::check_mortality::CheckMortality", Era).of(T=None),
        H256,
    ),
    Extension(
        "CheckNonce",
        newtype(f"{_RUNTIME}::check_nonce::CheckNonce", AsCompact(alias("T::Nonce", u32))).of(
            T=None
        ),
        Unit,
    ),
    Extension("CheckWeight", _empty(f"{_CHECKS}::check_weight::CheckWeight"), Unit),
    Extension(
        "ChargeTransactionPayment",
        newtype("pallet_transaction_payment::ChargeTransactionPayment", AsCompact(BalanceOf)).of(
            T=None
        ),
        Unit,
    ),
    Extension(
        "SudoTransactionExtension",
        _empty(f"{_RUNTIME}::sudo_wrapper::SudoTransactionExtension"),
        Unit,
    ),
    Extension(
        "CheckShieldedTxValidity", _empty("pallet_shield::extension::CheckShieldedTxValidity"), Unit
    ),
    Extension(
        "SubtensorTransactionExtension",
        _empty("pallet_subtensor::extensions::subtensor::SubtensorTransactionExtension"),
        Unit,
    ),
    Extension("DrandPriority", _empty("pallet_drand::drand_priority::DrandPriority"), Unit),
    Extension(
        "CheckMetadataHash",
        struct("frame_metadata_hash_extension::CheckMetadataHash", mode=Mode).of(T=None),
        Option(ByteArray(32)),
    ),
)
