"""Contracts of the EVM: declared, never run here. The arguments are those of `spec_version` 343."""

from __future__ import annotations

from chain_spec.declare import Call, Pallet
from chain_spec.types import Bytes, Option, Tuple, Vec, alias, boolean, u64
from chain_spec.types.evm import H160, U256, AuthorizationListItem
from chain_spec.types.labels import BalanceOf
from chain_spec.types.substrate import H256

AccessList = Vec(Tuple(H160, Vec(H256)))
AuthorizationList = alias("AuthorizationList", Vec(AuthorizationListItem))


class calls:
    withdraw = Call(0, address=H160, value=BalanceOf)
    call = Call(
        1,
        source=H160,
        target=H160,
        input=Bytes,
        value=U256,
        gas_limit=u64,
        max_fee_per_gas=U256,
        max_priority_fee_per_gas=Option(U256),
        nonce=Option(U256),
        access_list=AccessList,
        authorization_list=AuthorizationList,
    )
    create = Call(
        2,
        source=H160,
        init=Bytes,
        value=U256,
        gas_limit=u64,
        max_fee_per_gas=U256,
        max_priority_fee_per_gas=Option(U256),
        nonce=Option(U256),
        access_list=AccessList,
        authorization_list=AuthorizationList,
    )
    create2 = Call(
        3,
        source=H160,
        init=Bytes,
        salt=H256,
        value=U256,
        gas_limit=u64,
        max_fee_per_gas=U256,
        max_priority_fee_per_gas=Option(U256),
        nonce=Option(U256),
        access_list=AccessList,
        authorization_list=AuthorizationList,
    )
    set_whitelist = Call(4, new=Vec(H160))
    disable_whitelist = Call(5, disabled=boolean)


pallet = Pallet("EVM", 22, crate="pallet_evm", calls=calls)
