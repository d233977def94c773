"""The calls of SubtensorModule.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.calls import TypedCall

if TYPE_CHECKING:
    from btsdk.descriptors import inputs as i
    from btsdk.descriptors import values as v
    from btsdk.units import Alpha, Tao


class SetWeights(TypedCall, pallet="SubtensorModule", name="set_weights", shape="0fa279d7291ae4e4"):
    netuid: v.NetUid
    dests: list[int]
    weights: list[int]
    version_key: int


class AddStake(TypedCall, pallet="SubtensorModule", name="add_stake", shape="7198f9bff7c524e9"):
    hotkey: i.Account
    netuid: v.NetUid
    amount_staked: Tao


class RemoveStake(
    TypedCall, pallet="SubtensorModule", name="remove_stake", shape="47a1c0b57a3813e2"
):
    hotkey: i.Account
    netuid: v.NetUid
    amount_unstaked: Alpha


class ServeAxon(TypedCall, pallet="SubtensorModule", name="serve_axon", shape="f123389fc13d3952"):
    netuid: v.NetUid
    version: int
    ip: int
    port: int
    ip_type: int
    protocol: int
    placeholder1: int
    placeholder2: int


class ServePrometheus(
    TypedCall, pallet="SubtensorModule", name="serve_prometheus", shape="ba629ae667d85274"
):
    netuid: v.NetUid
    version: int
    ip: int
    port: int
    ip_type: int


class Register(TypedCall, pallet="SubtensorModule", name="register", shape="9aa605fdb566e658"):
    netuid: v.NetUid
    block_number: int
    nonce: int
    work: i.Text
    hotkey: i.Account
    coldkey: i.Account


class BurnedRegister(
    TypedCall, pallet="SubtensorModule", name="burned_register", shape="28c5057f8bb6201d"
):
    netuid: v.NetUid
    hotkey: i.Account


class ServeAxonTls(
    TypedCall, pallet="SubtensorModule", name="serve_axon_tls", shape="5ec177588e960ca7"
):
    netuid: v.NetUid
    version: int
    ip: int
    port: int
    ip_type: int
    protocol: int
    placeholder1: int
    placeholder2: int
    certificate: i.Text


class Vote(TypedCall, pallet="SubtensorModule", name="vote", shape="03c60082bfdc8954"):
    hotkey: i.Account
    proposal: bytes
    index: int
    approve: bool


class RegisterNetwork(
    TypedCall, pallet="SubtensorModule", name="register_network", shape="d547fd5e7cf6dcbb"
):
    hotkey: i.Account


class Faucet(TypedCall, pallet="SubtensorModule", name="faucet", shape="b10352d54acfbeb2"):
    block_number: int
    nonce: int
    work: i.Text


class DissolveNetwork(
    TypedCall, pallet="SubtensorModule", name="dissolve_network", shape="57e3e84b2ccb7c00"
):
    coldkey: i.Account
    netuid: v.NetUid


class RootRegister(
    TypedCall, pallet="SubtensorModule", name="root_register", shape="d547fd5e7cf6dcbb"
):
    hotkey: i.Account


class DecreaseTake(
    TypedCall, pallet="SubtensorModule", name="decrease_take", shape="1a0e02e7200499c4"
):
    hotkey: i.Account
    take: int


class IncreaseTake(
    TypedCall, pallet="SubtensorModule", name="increase_take", shape="1a0e02e7200499c4"
):
    hotkey: i.Account
    take: int


class SetChildren(
    TypedCall, pallet="SubtensorModule", name="set_children", shape="2df637f04db69b2a"
):
    hotkey: i.Account
    netuid: v.NetUid
    children: list[tuple[int, i.Account]]


class SetIdentity(
    TypedCall, pallet="SubtensorModule", name="set_identity", shape="805013de356f9a90"
):
    name_: i.Text
    url: i.Text
    github_repo: i.Text
    image: i.Text
    discord: i.Text
    description: i.Text
    additional: i.Text


class SudoSetTxChildkeyTakeRateLimit(
    TypedCall,
    pallet="SubtensorModule",
    name="sudo_set_tx_childkey_take_rate_limit",
    shape="5391ce4ab8e013f7",
):
    tx_rate_limit: int


class SwapHotkey(TypedCall, pallet="SubtensorModule", name="swap_hotkey", shape="0714ece853ac4012"):
    hotkey: i.Account
    new_hotkey: i.Account
    netuid: v.NetUid | None


class SwapColdkey(
    TypedCall, pallet="SubtensorModule", name="swap_coldkey", shape="315d8774fd17c7c6"
):
    old_coldkey: i.Account
    new_coldkey: i.Account
    swap_cost: Tao


class SwapHotkeyV2(
    TypedCall, pallet="SubtensorModule", name="swap_hotkey_v2", shape="f5c6ea0bdd2b762b"
):
    hotkey: i.Account
    new_hotkey: i.Account
    netuid: v.NetUid | None
    keep_stake: bool


class ScheduleSwapColdkey(
    TypedCall, pallet="SubtensorModule", name="schedule_swap_coldkey", shape="f29f828132462848"
):
    new_coldkey: i.Account


class SetChildkeyTake(
    TypedCall, pallet="SubtensorModule", name="set_childkey_take", shape="213411b58ce0ba19"
):
    hotkey: i.Account
    netuid: v.NetUid
    take: int


class SudoSetMinChildkeyTake(
    TypedCall, pallet="SubtensorModule", name="sudo_set_min_childkey_take", shape="baba1ab70b838e28"
):
    take: int


class SudoSetMaxChildkeyTake(
    TypedCall, pallet="SubtensorModule", name="sudo_set_max_childkey_take", shape="baba1ab70b838e28"
):
    take: int


class SetSubnetIdentity(
    TypedCall, pallet="SubtensorModule", name="set_subnet_identity", shape="e28295949601ad50"
):
    netuid: v.NetUid
    subnet_name: i.Text
    github_repo: i.Text
    subnet_contact: i.Text
    subnet_url: i.Text
    discord: i.Text
    description: i.Text
    logo_url: i.Text
    additional: i.Text


class RegisterNetworkWithIdentity(
    TypedCall,
    pallet="SubtensorModule",
    name="register_network_with_identity",
    shape="1e6912d70ed2b528",
):
    hotkey: i.Account
    identity: v.SubnetIdentityV3 | None


class BatchSetWeights(
    TypedCall, pallet="SubtensorModule", name="batch_set_weights", shape="feee8f9d6324c911"
):
    netuids: list[v.NetUid]
    weights: list[list[tuple[int, int]]]
    version_keys: list[int]


class UnstakeAll(TypedCall, pallet="SubtensorModule", name="unstake_all", shape="d547fd5e7cf6dcbb"):
    hotkey: i.Account


class UnstakeAllAlpha(
    TypedCall, pallet="SubtensorModule", name="unstake_all_alpha", shape="d547fd5e7cf6dcbb"
):
    hotkey: i.Account


class MoveStake(TypedCall, pallet="SubtensorModule", name="move_stake", shape="91a8c9a8a0127742"):
    origin_hotkey: i.Account
    destination_hotkey: i.Account
    origin_netuid: v.NetUid
    destination_netuid: v.NetUid
    alpha_amount: Alpha


class TransferStake(
    TypedCall, pallet="SubtensorModule", name="transfer_stake", shape="685176e3acf6d5bb"
):
    destination_coldkey: i.Account
    hotkey: i.Account
    origin_netuid: v.NetUid
    destination_netuid: v.NetUid
    alpha_amount: Alpha


class SwapStake(TypedCall, pallet="SubtensorModule", name="swap_stake", shape="f03b2b0b83fed697"):
    hotkey: i.Account
    origin_netuid: v.NetUid
    destination_netuid: v.NetUid
    alpha_amount: Alpha


class AddStakeLimit(
    TypedCall, pallet="SubtensorModule", name="add_stake_limit", shape="71683fdec3039ee5"
):
    hotkey: i.Account
    netuid: v.NetUid
    amount_staked: Tao
    limit_price: Tao
    allow_partial: bool


class RemoveStakeLimit(
    TypedCall, pallet="SubtensorModule", name="remove_stake_limit", shape="4deb380265433651"
):
    hotkey: i.Account
    netuid: v.NetUid
    amount_unstaked: Alpha
    limit_price: Tao
    allow_partial: bool


class SwapStakeLimit(
    TypedCall, pallet="SubtensorModule", name="swap_stake_limit", shape="5b1099c3349fda14"
):
    hotkey: i.Account
    origin_netuid: v.NetUid
    destination_netuid: v.NetUid
    alpha_amount: Alpha
    limit_price: Tao
    allow_partial: bool


class TryAssociateHotkey(
    TypedCall, pallet="SubtensorModule", name="try_associate_hotkey", shape="d547fd5e7cf6dcbb"
):
    hotkey: i.Account


class StartCall(TypedCall, pallet="SubtensorModule", name="start_call", shape="467213f329f06778"):
    netuid: v.NetUid


class AssociateEvmKey(
    TypedCall, pallet="SubtensorModule", name="associate_evm_key", shape="9d15ead73c6bf73f"
):
    netuid: v.NetUid
    evm_key: bytes
    block_number: int
    signature: bytes


class CommitWeights(
    TypedCall, pallet="SubtensorModule", name="commit_weights", shape="fc6594fc0f2bd8a5"
):
    netuid: v.NetUid
    commit_hash: bytes


class RevealWeights(
    TypedCall, pallet="SubtensorModule", name="reveal_weights", shape="35dfeae84d70d921"
):
    netuid: v.NetUid
    uids: list[int]
    values: list[int]
    salt: list[int]
    version_key: int


class BatchRevealWeights(
    TypedCall, pallet="SubtensorModule", name="batch_reveal_weights", shape="25bc7991e9c598a2"
):
    netuid: v.NetUid
    uids_list: list[list[int]]
    values_list: list[list[int]]
    salts_list: list[list[int]]
    version_keys: list[int]


class BatchCommitWeights(
    TypedCall, pallet="SubtensorModule", name="batch_commit_weights", shape="f2ce4c5362c1c99d"
):
    netuids: list[v.NetUid]
    commit_hashes: list[bytes]


class RecycleAlpha(
    TypedCall, pallet="SubtensorModule", name="recycle_alpha", shape="215a24298b28e2f4"
):
    hotkey: i.Account
    amount: Alpha
    netuid: v.NetUid


class BurnAlpha(TypedCall, pallet="SubtensorModule", name="burn_alpha", shape="215a24298b28e2f4"):
    hotkey: i.Account
    amount: Alpha
    netuid: v.NetUid


class RemoveStakeFullLimit(
    TypedCall, pallet="SubtensorModule", name="remove_stake_full_limit", shape="fdb54e2f72ace365"
):
    hotkey: i.Account
    netuid: v.NetUid
    limit_price: Tao | None


class SetPendingChildkeyCooldown(
    TypedCall,
    pallet="SubtensorModule",
    name="set_pending_childkey_cooldown",
    shape="082363185d2c3260",
):
    cooldown: int


class RegisterLeasedNetwork(
    TypedCall, pallet="SubtensorModule", name="register_leased_network", shape="608b3859abe318f7"
):
    emissions_share: int
    end_block: int | None


class TerminateLease(
    TypedCall, pallet="SubtensorModule", name="terminate_lease", shape="545b54aa8d294ca8"
):
    lease_id: int
    hotkey: i.Account


class UpdateSymbol(
    TypedCall, pallet="SubtensorModule", name="update_symbol", shape="df46b7b666a95ef1"
):
    netuid: v.NetUid
    symbol: i.Text


class CommitTimelockedWeights(
    TypedCall, pallet="SubtensorModule", name="commit_timelocked_weights", shape="15de9bf114253423"
):
    netuid: v.NetUid
    commit: bytes
    reveal_round: int
    commit_reveal_version: int


class SetColdkeyAutoStakeHotkey(
    TypedCall,
    pallet="SubtensorModule",
    name="set_coldkey_auto_stake_hotkey",
    shape="28c5057f8bb6201d",
):
    netuid: v.NetUid
    hotkey: i.Account


class CommitMechanismWeights(
    TypedCall, pallet="SubtensorModule", name="commit_mechanism_weights", shape="8372da07c130eb76"
):
    netuid: v.NetUid
    mecid: v.MechId
    commit_hash: bytes


class RevealMechanismWeights(
    TypedCall, pallet="SubtensorModule", name="reveal_mechanism_weights", shape="57971d5ef0d439a1"
):
    netuid: v.NetUid
    mecid: v.MechId
    uids: list[int]
    values: list[int]
    salt: list[int]
    version_key: int


class CommitCrv3MechanismWeights(
    TypedCall,
    pallet="SubtensorModule",
    name="commit_crv3_mechanism_weights",
    shape="187c80fc1534b4dd",
):
    netuid: v.NetUid
    mecid: v.MechId
    commit: bytes
    reveal_round: int


class CommitTimelockedMechanismWeights(
    TypedCall,
    pallet="SubtensorModule",
    name="commit_timelocked_mechanism_weights",
    shape="f7e5f0e7021bfddc",
):
    netuid: v.NetUid
    mecid: v.MechId
    commit: bytes
    reveal_round: int
    commit_reveal_version: int


class SetMechanismWeights(
    TypedCall, pallet="SubtensorModule", name="set_mechanism_weights", shape="0068e9f0271184a0"
):
    netuid: v.NetUid
    mecid: v.MechId
    dests: list[int]
    weights: list[int]
    version_key: int


class RootDissolveNetwork(
    TypedCall, pallet="SubtensorModule", name="root_dissolve_network", shape="467213f329f06778"
):
    netuid: v.NetUid


class ClaimRoot(TypedCall, pallet="SubtensorModule", name="claim_root", shape="cc18ba0f7f4015fd"):
    subnets: list[v.NetUid]


class SetRootClaimType(
    TypedCall, pallet="SubtensorModule", name="set_root_claim_type", shape="579b62c46f51395b"
):
    new_root_claim_type: v.VariantValue


class SudoSetNumRootClaims(
    TypedCall, pallet="SubtensorModule", name="sudo_set_num_root_claims", shape="4477de26377bc0d2"
):
    new_value: int


class SudoSetRootClaimThreshold(
    TypedCall,
    pallet="SubtensorModule",
    name="sudo_set_root_claim_threshold",
    shape="e904ccc15f0d7b9b",
):
    netuid: v.NetUid
    new_value: int


class AnnounceColdkeySwap(
    TypedCall, pallet="SubtensorModule", name="announce_coldkey_swap", shape="cbe1230c45a1cfc7"
):
    new_coldkey_hash: bytes


class SwapColdkeyAnnounced(
    TypedCall, pallet="SubtensorModule", name="swap_coldkey_announced", shape="f29f828132462848"
):
    new_coldkey: i.Account


class DisputeColdkeySwap(
    TypedCall, pallet="SubtensorModule", name="dispute_coldkey_swap", shape="e4a6a0577479b2b4"
):
    pass


class ResetColdkeySwap(
    TypedCall, pallet="SubtensorModule", name="reset_coldkey_swap", shape="c44cb0b6745f9f33"
):
    coldkey: i.Account


class EnableVotingPowerTracking(
    TypedCall,
    pallet="SubtensorModule",
    name="enable_voting_power_tracking",
    shape="467213f329f06778",
):
    netuid: v.NetUid


class DisableVotingPowerTracking(
    TypedCall,
    pallet="SubtensorModule",
    name="disable_voting_power_tracking",
    shape="467213f329f06778",
):
    netuid: v.NetUid


class SudoSetVotingPowerEmaAlpha(
    TypedCall,
    pallet="SubtensorModule",
    name="sudo_set_voting_power_ema_alpha",
    shape="11a816ac334e00b3",
):
    netuid: v.NetUid
    alpha: int


class AddStakeBurn(
    TypedCall, pallet="SubtensorModule", name="add_stake_burn", shape="973a4cd82472165c"
):
    hotkey: i.Account
    netuid: v.NetUid
    amount: Tao
    limit: Tao | None


class ClearColdkeySwapAnnouncement(
    TypedCall,
    pallet="SubtensorModule",
    name="clear_coldkey_swap_announcement",
    shape="e4a6a0577479b2b4",
):
    pass


class RegisterLimit(
    TypedCall, pallet="SubtensorModule", name="register_limit", shape="923a3815569ab9bd"
):
    netuid: v.NetUid
    hotkey: i.Account
    limit_price: int


class SetAutoParentDelegationEnabled(
    TypedCall,
    pallet="SubtensorModule",
    name="set_auto_parent_delegation_enabled",
    shape="b45a34f2d05d4727",
):
    hotkey: i.Account
    enabled: bool


class LockStake(TypedCall, pallet="SubtensorModule", name="lock_stake", shape="ca170a4103536ef8"):
    hotkey: i.Account
    netuid: v.NetUid
    amount: Alpha


class MoveLock(TypedCall, pallet="SubtensorModule", name="move_lock", shape="7df483b71db6c997"):
    destination_hotkey: i.Account
    netuid: v.NetUid


class SetPerpetualLock(
    TypedCall, pallet="SubtensorModule", name="set_perpetual_lock", shape="2a341926ae028195"
):
    netuid: v.NetUid
    enabled: bool


class SetTempo(TypedCall, pallet="SubtensorModule", name="set_tempo", shape="4c00e61ddd092f71"):
    netuid: v.NetUid
    tempo: int


class SetActivityCutoffFactor(
    TypedCall, pallet="SubtensorModule", name="set_activity_cutoff_factor", shape="16c9508d773a1ae1"
):
    netuid: v.NetUid
    factor_milli: int


class TriggerEpoch(
    TypedCall, pallet="SubtensorModule", name="trigger_epoch", shape="467213f329f06778"
):
    netuid: v.NetUid


class SetRejectLockedAlpha(
    TypedCall, pallet="SubtensorModule", name="set_reject_locked_alpha", shape="08403eef82c01c17"
):
    enabled: bool


class TransferStakeAndHotkey(
    TypedCall, pallet="SubtensorModule", name="transfer_stake_and_hotkey", shape="59ebbd2efdf95fee"
):
    destination_coldkey: i.Account
    origin_hotkey: i.Account
    destination_hotkey: i.Account
    origin_netuid: v.NetUid
    destination_netuid: v.NetUid
    alpha_amount: Alpha


class AddCollateral(
    TypedCall, pallet="SubtensorModule", name="add_collateral", shape="1c5ac8bdbcd4c074"
):
    netuid: v.NetUid
    hotkey: i.Account
    alpha: Alpha
    limit_price: Tao


class SetMinCollateral(
    TypedCall, pallet="SubtensorModule", name="set_min_collateral", shape="accd877d0bbf6dbc"
):
    netuid: v.NetUid
    hotkey: i.Account
    min_locked: Alpha


class MoveStakeLimit(
    TypedCall, pallet="SubtensorModule", name="move_stake_limit", shape="916a088f8abbbf46"
):
    origin_hotkey: i.Account
    destination_hotkey: i.Account
    origin_netuid: v.NetUid
    destination_netuid: v.NetUid
    alpha_amount: Alpha
    limit_price: Tao
    allow_partial: bool


class ClaimRootWithHotkey(
    TypedCall, pallet="SubtensorModule", name="claim_root_with_hotkey", shape="d547fd5e7cf6dcbb"
):
    hotkey: i.Account


class StakeIntoBasket(
    TypedCall, pallet="SubtensorModule", name="stake_into_basket", shape="980d9b3203b6f96d"
):
    hotkey: i.Account
    amount_staked: Tao


class SwapBasket(TypedCall, pallet="SubtensorModule", name="swap_basket", shape="94b32a88a04819f1"):
    hotkey: i.Account
    origin_netuid: v.NetUid
    destination_netuid: v.NetUid
    amount: Alpha
    min_amount_out: int


class SwapBasketMany(
    TypedCall, pallet="SubtensorModule", name="swap_basket_many", shape="7b3bd889ad460ab4"
):
    hotkey: i.Account
    legs: list[tuple[v.NetUid, v.NetUid, Alpha, int]]


class PowRegister(
    TypedCall, pallet="SubtensorModule", name="pow_register", shape="08ccc714a6c1ff39"
):
    netuid: v.NetUid
    work_block: int
    nonce: int
    work: bytes
    hotkey: i.Account
