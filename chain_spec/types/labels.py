"""Common types with the names that Substrate's pallets give them; they differ only in the
metadata."""

from __future__ import annotations

from chain_spec.types.construct import Result, alias
from chain_spec.types.primitives import Unit, u32
from chain_spec.types.substrate import H256, AccountId32, DispatchError, MultiAddress, RuntimeCall
from chain_spec.types.units import TaoBalance

AccountId = alias("T::AccountId", AccountId32)
AccountIdLookup = alias("AccountIdLookupOf<T>", MultiAddress)
Balance = alias("T::Balance", TaoBalance)
BalanceOf = alias("BalanceOf<T>", TaoBalance)
BlockNumber = alias("BlockNumberFor<T>", u32)
BoxedCall = alias("Box<<T as Config>::RuntimeCall>", RuntimeCall)
DispatchResult = alias("DispatchResult", Result(Unit, DispatchError))
Hash = alias("T::Hash", H256)
