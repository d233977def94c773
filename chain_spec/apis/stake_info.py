"""Stakes by coldkey, fees of stake operations, locks."""

from __future__ import annotations

from chain_spec.declare import Api, Method
from chain_spec.types import BTreeMap, Option, Tuple, Vec, u64
from chain_spec.types.rpc_info import StakeAvailability, StakeInfo
from chain_spec.types.substrate import AccountId32
from chain_spec.types.subtensor import LockState
from chain_spec.types.units import U64F64, NetUid


class StakeInfoRuntimeApi:
    get_stake_info_for_coldkey = Method(Vec(StakeInfo), coldkey_account=AccountId32)
    get_stake_info_for_coldkeys = Method(
        Vec(Tuple(AccountId32, Vec(StakeInfo))), coldkey_accounts=Vec(AccountId32)
    )
    get_stake_info_for_hotkey_coldkey_netuid = Method(
        Option(StakeInfo), hotkey_account=AccountId32, coldkey_account=AccountId32, netuid=NetUid
    )
    get_stake_availability_for_coldkeys = Method(
        BTreeMap(AccountId32, BTreeMap(NetUid, StakeAvailability)),
        coldkey_accounts=Vec(AccountId32),
        netuids=Option(Vec(NetUid)),
    )
    get_stake_fee = Method(
        u64,
        origin=Option(Tuple(AccountId32, NetUid)),
        origin_coldkey_account=AccountId32,
        destination=Option(Tuple(AccountId32, NetUid)),
        destination_coldkey_account=AccountId32,
        amount=u64,
    )
    get_coldkey_lock = Method(Option(LockState), coldkey=AccountId32, netuid=NetUid)
    get_hotkey_conviction = Method(U64F64, hotkey=AccountId32, netuid=NetUid)
    get_most_convicted_hotkey_on_subnet = Method(Option(AccountId32), netuid=NetUid)


api = Api(StakeInfoRuntimeApi, version=1)
