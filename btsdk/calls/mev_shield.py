"""The calls of MevShield.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from btsdk.descriptors.calls import TypedCall


class AnnounceNextKey(
    TypedCall, pallet="MevShield", name="announce_next_key", shape="6a3712a962379f17"
):
    enc_key: bytes | None


class SubmitEncrypted(
    TypedCall, pallet="MevShield", name="submit_encrypted", shape="89ae64abf2806192"
):
    ciphertext: bytes


class StoreEncrypted(
    TypedCall, pallet="MevShield", name="store_encrypted", shape="39591d2e79779f33"
):
    encrypted_call: bytes


class SetMaxPendingExtrinsicsNumber(
    TypedCall,
    pallet="MevShield",
    name="set_max_pending_extrinsics_number",
    shape="5d0c102a695e54d8",
):
    value: int


class SetOnInitializeWeight(
    TypedCall, pallet="MevShield", name="set_on_initialize_weight", shape="1119ca69c9d9d877"
):
    value: int


class SetStoredExtrinsicLifetime(
    TypedCall, pallet="MevShield", name="set_stored_extrinsic_lifetime", shape="5d0c102a695e54d8"
):
    value: int


class SetMaxExtrinsicWeight(
    TypedCall, pallet="MevShield", name="set_max_extrinsic_weight", shape="1119ca69c9d9d877"
):
    value: int
