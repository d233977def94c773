"""The functions of each extension identifier of the interface."""

from __future__ import annotations

from local_node.runtime.extensions.charge_transaction_payment import CHARGE_TRANSACTION_PAYMENT
from local_node.runtime.extensions.check_chain import (
    CHECK_GENESIS,
    CHECK_SPEC_VERSION,
    CHECK_TX_VERSION,
)
from local_node.runtime.extensions.check_metadata_hash import CHECK_METADATA_HASH
from local_node.runtime.extensions.check_mortality import CHECK_MORTALITY
from local_node.runtime.extensions.check_non_zero_sender import CHECK_NON_ZERO_SENDER
from local_node.runtime.extensions.check_nonce import CHECK_NONCE
from local_node.runtime.extensions.check_shielded_tx_validity import CHECK_SHIELDED_TX_VALIDITY
from local_node.runtime.extensions.check_weight import CHECK_WEIGHT
from local_node.runtime.extensions.drand_priority import DRAND_PRIORITY
from local_node.runtime.extensions.extension import Extension
from local_node.runtime.extensions.subtensor import SUBTENSOR
from local_node.runtime.extensions.sudo import SUDO

EXTENSIONS: dict[str, Extension] = {
    "CheckNonZeroSender": CHECK_NON_ZERO_SENDER,
    "CheckSpecVersion": CHECK_SPEC_VERSION,
    "CheckTxVersion": CHECK_TX_VERSION,
    "CheckGenesis": CHECK_GENESIS,
    "CheckMortality": CHECK_MORTALITY,
    "CheckNonce": CHECK_NONCE,
    "CheckWeight": CHECK_WEIGHT,
    "ChargeTransactionPayment": CHARGE_TRANSACTION_PAYMENT,
    "SudoTransactionExtension": SUDO,
    "CheckShieldedTxValidity": CHECK_SHIELDED_TX_VALIDITY,
    "SubtensorTransactionExtension": SUBTENSOR,
    "DrandPriority": DRAND_PRIORITY,
    "CheckMetadataHash": CHECK_METADATA_HASH,
}
