"""`CheckSpecVersion`, `CheckTxVersion`, `CheckGenesis`: the signed chain and runtime version.

They add no data to the extrinsic: a signature for another version or genesis is a bad proof.
"""

from __future__ import annotations

from typing import Any

from chain_spec.pallets import system
from local_node.runtime.extensions.extension import Extension, Transaction
from local_node.runtime.frame.context import Context


def spec_version(ctx: Context, transaction: Transaction, extra: Any) -> int:
    version: int = ctx.constant(system.constants.Version)["spec_version"]
    return version


def transaction_version(ctx: Context, transaction: Transaction, extra: Any) -> int:
    version: int = ctx.constant(system.constants.Version)["transaction_version"]
    return version


def genesis_hash(ctx: Context, transaction: Transaction, extra: Any) -> bytes:
    return ctx.get(system.storage.BlockHash, 0)


CHECK_SPEC_VERSION = Extension(implicit=spec_version)
CHECK_TX_VERSION = Extension(implicit=transaction_version)
CHECK_GENESIS = Extension(implicit=genesis_hash)
