"""Subtensor's calls, by index."""

from __future__ import annotations

from chain_spec.declare import Call
from chain_spec.types import (
    BoundedBytes,
    BTreeSet,
    ByteArray,
    Bytes,
    Compact,
    Option,
    Tuple,
    Vec,
    alias,
    boolean,
    u8,
    u16,
    u32,
    u64,
    u128,
)
from chain_spec.types.evm import H160
from chain_spec.types.labels import AccountId, BlockNumber
from chain_spec.types.substrate import H256, Percent
from chain_spec.types.subtensor import RootClaimTypeEnum, SubnetIdentityV3
from chain_spec.types.units import AlphaBalance, MechId, NetUid, TaoBalance

set_weights = Call(0, netuid=NetUid, dests=Vec(u16), weights=Vec(u16), version_key=u64)
add_stake = Call(2, hotkey=AccountId, netuid=NetUid, amount_staked=TaoBalance)
remove_stake = Call(3, hotkey=AccountId, netuid=NetUid, amount_unstaked=AlphaBalance)
serve_axon = Call(
    4,
    netuid=NetUid,
    version=u32,
    ip=u128,
    port=u16,
    ip_type=u8,
    protocol=u8,
    placeholder1=u8,
    placeholder2=u8,
)
serve_prometheus = Call(5, netuid=NetUid, version=u32, ip=u128, port=u16, ip_type=u8)
register = Call(
    6, netuid=NetUid, block_number=u64, nonce=u64, work=Bytes, hotkey=AccountId, coldkey=AccountId
)
burned_register = Call(7, netuid=NetUid, hotkey=AccountId)
serve_axon_tls = Call(
    40,
    netuid=NetUid,
    version=u32,
    ip=u128,
    port=u16,
    ip_type=u8,
    protocol=u8,
    placeholder1=u8,
    placeholder2=u8,
    certificate=Bytes,
)
register_network = Call(59, hotkey=AccountId)
dissolve_network = Call(61, coldkey=AccountId, netuid=NetUid)
root_register = Call(62, hotkey=AccountId)
decrease_take = Call(65, hotkey=AccountId, take=u16)
increase_take = Call(66, hotkey=AccountId, take=u16)
set_children = Call(67, hotkey=AccountId, netuid=NetUid, children=Vec(Tuple(u64, AccountId)))
set_identity = Call(
    68,
    name=Bytes,
    url=Bytes,
    github_repo=Bytes,
    image=Bytes,
    discord=Bytes,
    description=Bytes,
    additional=Bytes,
)
sudo_set_tx_childkey_take_rate_limit = Call(69, tx_rate_limit=u64)
swap_hotkey = Call(70, hotkey=AccountId, new_hotkey=AccountId, netuid=Option(NetUid))
swap_coldkey = Call(71, old_coldkey=AccountId, new_coldkey=AccountId, swap_cost=TaoBalance)
swap_hotkey_v2 = Call(
    72, hotkey=AccountId, new_hotkey=AccountId, netuid=Option(NetUid), keep_stake=boolean
)
schedule_swap_coldkey = Call(73, new_coldkey=AccountId)
set_childkey_take = Call(75, hotkey=AccountId, netuid=NetUid, take=u16)
sudo_set_min_childkey_take = Call(76, take=u16)
sudo_set_max_childkey_take = Call(77, take=u16)
set_subnet_identity = Call(
    78,
    netuid=NetUid,
    subnet_name=Bytes,
    github_repo=Bytes,
    subnet_contact=Bytes,
    subnet_url=Bytes,
    discord=Bytes,
    description=Bytes,
    logo_url=Bytes,
    additional=Bytes,
)
register_network_with_identity = Call(
    79, hotkey=AccountId, identity=Option(alias("SubnetIdentityOfV3", SubnetIdentityV3))
)
batch_set_weights = Call(
    80,
    netuids=Vec(Compact(NetUid)),
    weights=Vec(Vec(Tuple(Compact(u16), Compact(u16)))),
    version_keys=Vec(Compact(u64)),
)
unstake_all = Call(83, hotkey=AccountId)
unstake_all_alpha = Call(84, hotkey=AccountId)
move_stake = Call(
    85,
    origin_hotkey=AccountId,
    destination_hotkey=AccountId,
    origin_netuid=NetUid,
    destination_netuid=NetUid,
    alpha_amount=AlphaBalance,
)
transfer_stake = Call(
    86,
    destination_coldkey=AccountId,
    hotkey=AccountId,
    origin_netuid=NetUid,
    destination_netuid=NetUid,
    alpha_amount=AlphaBalance,
)
swap_stake = Call(
    87, hotkey=AccountId, origin_netuid=NetUid, destination_netuid=NetUid, alpha_amount=AlphaBalance
)
add_stake_limit = Call(
    88,
    hotkey=AccountId,
    netuid=NetUid,
    amount_staked=TaoBalance,
    limit_price=TaoBalance,
    allow_partial=boolean,
)
remove_stake_limit = Call(
    89,
    hotkey=AccountId,
    netuid=NetUid,
    amount_unstaked=AlphaBalance,
    limit_price=TaoBalance,
    allow_partial=boolean,
)
swap_stake_limit = Call(
    90,
    hotkey=AccountId,
    origin_netuid=NetUid,
    destination_netuid=NetUid,
    alpha_amount=AlphaBalance,
    limit_price=TaoBalance,
    allow_partial=boolean,
)
try_associate_hotkey = Call(91, hotkey=AccountId)
start_call = Call(92, netuid=NetUid)
associate_evm_key = Call(
    93, netuid=NetUid, evm_key=H160, block_number=u64, signature=alias("Signature", ByteArray(65))
)
commit_weights = Call(96, netuid=NetUid, commit_hash=H256)
reveal_weights = Call(
    97, netuid=NetUid, uids=Vec(u16), values=Vec(u16), salt=Vec(u16), version_key=u64
)
batch_reveal_weights = Call(
    98,
    netuid=NetUid,
    uids_list=Vec(Vec(u16)),
    values_list=Vec(Vec(u16)),
    salts_list=Vec(Vec(u16)),
    version_keys=Vec(u64),
)
batch_commit_weights = Call(100, netuids=Vec(Compact(NetUid)), commit_hashes=Vec(H256))
recycle_alpha = Call(101, hotkey=AccountId, amount=AlphaBalance, netuid=NetUid)
burn_alpha = Call(102, hotkey=AccountId, amount=AlphaBalance, netuid=NetUid)
remove_stake_full_limit = Call(103, hotkey=AccountId, netuid=NetUid, limit_price=Option(TaoBalance))
set_pending_childkey_cooldown = Call(109, cooldown=u64)
register_leased_network = Call(110, emissions_share=Percent, end_block=Option(BlockNumber))
terminate_lease = Call(111, lease_id=alias("LeaseId", u32), hotkey=AccountId)
update_symbol = Call(112, netuid=NetUid, symbol=Bytes)
commit_timelocked_weights = Call(
    113, netuid=NetUid, commit=BoundedBytes(5000), reveal_round=u64, commit_reveal_version=u16
)
set_coldkey_auto_stake_hotkey = Call(114, netuid=NetUid, hotkey=AccountId)
commit_mechanism_weights = Call(115, netuid=NetUid, mecid=MechId, commit_hash=H256)
reveal_mechanism_weights = Call(
    116, netuid=NetUid, mecid=MechId, uids=Vec(u16), values=Vec(u16), salt=Vec(u16), version_key=u64
)
commit_crv3_mechanism_weights = Call(
    117, netuid=NetUid, mecid=MechId, commit=BoundedBytes(5000), reveal_round=u64
)
commit_timelocked_mechanism_weights = Call(
    118,
    netuid=NetUid,
    mecid=MechId,
    commit=BoundedBytes(5000),
    reveal_round=u64,
    commit_reveal_version=u16,
)
set_mechanism_weights = Call(
    119, netuid=NetUid, mecid=MechId, dests=Vec(u16), weights=Vec(u16), version_key=u64
)
root_dissolve_network = Call(120, netuid=NetUid)
claim_root = Call(121, subnets=BTreeSet(NetUid))
set_root_claim_type = Call(122, new_root_claim_type=RootClaimTypeEnum)
sudo_set_num_root_claims = Call(123, new_value=u64)
sudo_set_root_claim_threshold = Call(124, netuid=NetUid, new_value=u64)
announce_coldkey_swap = Call(125, new_coldkey_hash=H256)
swap_coldkey_announced = Call(126, new_coldkey=AccountId)
dispute_coldkey_swap = Call(127)
reset_coldkey_swap = Call(128, coldkey=AccountId)
enable_voting_power_tracking = Call(129, netuid=NetUid)
disable_voting_power_tracking = Call(130, netuid=NetUid)
sudo_set_voting_power_ema_alpha = Call(131, netuid=NetUid, alpha=u64)
add_stake_burn = Call(
    132, hotkey=AccountId, netuid=NetUid, amount=TaoBalance, limit=Option(TaoBalance)
)
clear_coldkey_swap_announcement = Call(133)
register_limit = Call(134, netuid=NetUid, hotkey=AccountId, limit_price=u64)
set_auto_parent_delegation_enabled = Call(135, hotkey=AccountId, enabled=boolean)
lock_stake = Call(136, hotkey=AccountId, netuid=NetUid, amount=AlphaBalance)
move_lock = Call(137, destination_hotkey=AccountId, netuid=NetUid)
set_perpetual_lock = Call(138, netuid=NetUid, enabled=boolean)
set_tempo = Call(139, netuid=NetUid, tempo=u16)
set_activity_cutoff_factor = Call(140, netuid=NetUid, factor_milli=u32)
trigger_epoch = Call(141, netuid=NetUid)
set_reject_locked_alpha = Call(142, enabled=boolean)
