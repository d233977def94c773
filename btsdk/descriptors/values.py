"""The Python types of decoded values, for type checkers.

Money is in rao, fixed-point numbers are their raw bits, accounts and hashes are bytes. An enum
whose cases carry something is the bare name of a case, or a pair of name and content.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypedDict

if TYPE_CHECKING:
    from btsdk.scale import Some

AccountId: TypeAlias = bytes
NetUid: TypeAlias = int
NetUidStorageIndex: TypeAlias = int
MechId: TypeAlias = int
VariantValue: TypeAlias = "str | tuple[str, Any]"


class AccountData(TypedDict):
    free: int
    reserved: int
    frozen: int
    flags: int


class AccountInfo(TypedDict):
    nonce: int
    consumers: int
    providers: int
    sufficients: int
    data: AccountData


AdjustmentDirection: TypeAlias = Literal["Increase", "Decrease"]


AllowedSlots: TypeAlias = Literal[
    "PrimarySlots", "PrimaryAndSecondaryPlainSlots", "PrimaryAndSecondaryVRFSlots"
]


class Announcement(TypedDict):
    real: AccountId
    call_hash: bytes
    height: int


class AuthorizationListItem(TypedDict):
    chain_id: int
    address: bytes
    nonce: int
    signature: MalleableTransactionSignature


class AxonInfo(TypedDict):
    block: int
    version: int
    ip: int
    port: int
    ip_type: int
    protocol: int
    placeholder1: int
    placeholder2: int


class BabeConfiguration(TypedDict):
    slot_duration: int
    epoch_length: int
    c: tuple[int, int]
    authorities: list[tuple[bytes, int]]
    randomness: bytes
    allowed_slots: AllowedSlots


class BabeEpochConfiguration(TypedDict):
    c: tuple[int, int]
    allowed_slots: AllowedSlots


class BalanceLock(TypedDict):
    id: bytes
    amount: int
    reasons: Reasons


BalanceStatus: TypeAlias = Literal["Free", "Reserved"]


class Balancer(TypedDict):
    quote: int


class Basic(TypedDict):
    balance: int
    nonce: int


class BasketHolding(TypedDict):
    netuid: NetUid
    alpha: int
    spot_tao: int
    realizable_tao: int


class BasketPosition(TypedDict):
    hotkey: AccountId
    beta: int
    beta_total: int
    nav_tao: int
    value_tao: int
    spot_value_tao: int


class BasketSummary(TypedDict):
    hotkey: AccountId
    nav_tao: int
    spot_nav_tao: int
    shares: int
    deposited_tao: int
    redeemed_tao: int
    holdings: list[BasketHolding]


class BasketTradingStatus(TypedDict):
    enabled: bool
    frozen: bool
    refill_blocks: int
    tao_available: int
    budget_tao: int


class BeaconConfiguration(TypedDict):
    public_key: bytes
    period: int
    genesis_time: int
    hash: bytes
    group_hash: bytes
    scheme_id: bytes
    metadata: Metadata


class BeaconConfigurationPayload(TypedDict):
    block_number: int
    config: BeaconConfiguration
    public: VariantValue


class BetaPosition(TypedDict):
    hotkey: AccountId
    beta: int
    display_beta: int
    display_price: int
    value_tao: int
    spot_value_tao: int
    provisional: bool


class BetaPricing(TypedDict):
    hotkey: AccountId
    spot_price: int
    display_price: int
    stake_price: int
    staker_yield: int
    staker_twr: int
    bag_index: int
    stake_index: int
    first_block: int
    provisional: bool
    spot_nav_tao: int
    shares: int
    display_shares: int


class Block(TypedDict):
    header: Header
    extrinsics: list[bytes]


class BlockLength(TypedDict):
    max: PerDispatchClassOfU32


class BlockOfTransactionV3(TypedDict):
    header: HeaderHeader
    transactions: list[VariantValue]
    ommers: list[HeaderHeader]


class BlockWeights(TypedDict):
    base_block: Weight
    max_block: Weight
    per_class: PerDispatchClassOfWeightsPerClass


class CallInfo(TypedDict):
    pallet_name: bytes
    pallet_index: int
    call_name: bytes | None
    call_index: int | None
    condition: VariantValue | None


class ChainIdentityV2(TypedDict):
    name: bytes
    url: bytes
    github_repo: bytes
    image: bytes
    discord: bytes
    description: bytes
    additional: bytes


class CheckInherentsResult(TypedDict):
    okay: bool
    fatal_error: bool
    errors: InherentData


class CodeUpgradeAuthorization(TypedDict):
    code_hash: bytes
    check_version: bool


class CommitmentInfo(TypedDict):
    fields: list[VariantValue]


ConsensusMode: TypeAlias = Literal["Current", "Previous", "Auto"]


class ContractResult(TypedDict):
    gas_consumed: Weight
    gas_required: Weight
    storage_deposit: VariantValue
    debug_message: bytes
    result: VariantValue
    events: list[EventRecord] | None


class CrowdloanInfo(TypedDict):
    creator: AccountId
    deposit: int
    min_contribution: int
    end: int
    cap: int
    funds_account: AccountId
    raised: int
    target_address: AccountId | None
    call: VariantValue | None
    finalized: bool
    contributors_count: int


class DelegateInfo(TypedDict):
    delegate_ss58: AccountId
    take: int
    nominators: list[tuple[AccountId, list[tuple[NetUid, int]]]]
    owner_ss58: AccountId
    registrations: list[NetUid]
    validator_permits: list[NetUid]
    return_per_1000: int
    total_daily_return: int


DepositKind: TypeAlias = Literal["Proxies", "Announcements"]


Determinism: TypeAlias = Literal["Enforced", "Relaxed"]


class Digest(TypedDict):
    logs: list[VariantValue]


DispatchClass: TypeAlias = Literal["Normal", "Operational", "Mandatory"]


DispatchEventInfo = TypedDict(
    "DispatchEventInfo", {"weight": "Weight", "class": "DispatchClass", "pays_fee": "Pays"}
)


class DynamicInfo(TypedDict):
    netuid: NetUid
    owner_hotkey: AccountId
    owner_coldkey: AccountId
    subnet_name: list[int]
    token_symbol: list[int]
    tempo: int
    last_step: int
    blocks_since_last_step: int
    emission: int
    alpha_in: int
    alpha_out: int
    tao_in: int
    alpha_out_emission: int
    alpha_in_emission: int
    tao_in_emission: int
    pending_alpha_emission: int
    pending_root_emission: int
    subnet_volume: int
    network_registered_at: int
    subnet_identity: SubnetIdentityV3 | None
    moving_price: int


class Epoch(TypedDict):
    epoch_index: int
    start_slot: int
    duration: int
    authorities: list[tuple[bytes, int]]
    randomness: bytes
    config: BabeEpochConfiguration


EpochConsensus: TypeAlias = Literal["Yuma", "Null"]


class EquivocationProof(TypedDict):
    set_id: int
    equivocation: VariantValue


class EquivocationProofOfHeader(TypedDict):
    offender: bytes
    slot: int
    first_header: Header
    second_header: Header


class EventRecord(TypedDict):
    phase: VariantValue
    event: VariantValue
    topics: list[bytes]


ExitReason: TypeAlias = Literal["Timeout", "Force"]


ExtrinsicInclusionMode: TypeAlias = Literal["AllExtrinsics", "OnlyInherents"]


class FeeDetails(TypedDict):
    inclusion_fee: InclusionFee | None
    tip: int


FilterMode: TypeAlias = Literal["AllowAll", "DenyAll", "Allow", "Deny"]


class Header(TypedDict):
    parent_hash: bytes
    number: int
    state_root: bytes
    extrinsics_root: bytes
    digest: Digest


class HeaderHeader(TypedDict):
    parent_hash: bytes
    ommers_hash: bytes
    beneficiary: bytes
    state_root: bytes
    transactions_root: bytes
    receipts_root: bytes
    logs_bloom: bytes
    difficulty: int
    number: int
    gas_limit: int
    gas_used: int
    timestamp: int
    extra_data: bytes
    mix_hash: bytes
    nonce: bytes


class HyperparamEntry(TypedDict):
    name: bytes
    value: VariantValue


class IdAmount(TypedDict):
    id: VariantValue
    amount: int


class IdAmountOfRuntimeFreezeReason(TypedDict):
    id: VariantValue
    amount: int


class InclusionFee(TypedDict):
    base_fee: int
    len_fee: int
    adjusted_weight_fee: int


class InherentData(TypedDict):
    data: list[tuple[bytes, bytes]]


class LastRuntimeUpgradeInfo(TypedDict):
    spec_version: int
    spec_name: str


class LockState(TypedDict):
    locked_mass: int
    conviction: int
    last_update: int


class Log(TypedDict):
    address: bytes
    topics: list[bytes]
    data: bytes


class MalleableTransactionSignature(TypedDict):
    odd_y_parity: bool
    r: bytes
    s: bytes


class Metadata(TypedDict):
    beacon_id: bytes


class Metagraph(TypedDict):
    netuid: NetUid
    name: list[int]
    symbol: list[int]
    identity: SubnetIdentityV3 | None
    network_registered_at: int
    owner_hotkey: AccountId
    owner_coldkey: AccountId
    block: int
    tempo: int
    last_step: int
    blocks_since_last_step: int
    subnet_emission: int
    alpha_in: int
    alpha_out: int
    tao_in: int
    alpha_out_emission: int
    alpha_in_emission: int
    tao_in_emission: int
    pending_alpha_emission: int
    pending_root_emission: int
    subnet_volume: int
    moving_price: int
    rho: int
    kappa: int
    min_allowed_weights: int
    max_weights_limit: int
    weights_version: int
    weights_rate_limit: int
    activity_cutoff: int
    max_validators: int
    num_uids: int
    max_uids: int
    burn: int
    difficulty: int
    registration_allowed: bool
    pow_registration_allowed: bool
    immunity_period: int
    min_difficulty: int
    max_difficulty: int
    min_burn: int
    max_burn: int
    adjustment_alpha: int
    adjustment_interval: int
    target_regs_per_interval: int
    max_regs_per_block: int
    serving_rate_limit: int
    commit_reveal_weights_enabled: bool
    commit_reveal_period: int
    liquid_alpha_enabled: bool
    alpha_high: int
    alpha_low: int
    bonds_moving_avg: int
    hotkeys: list[AccountId]
    coldkeys: list[AccountId]
    identities: list[ChainIdentityV2 | None]
    axons: list[AxonInfo]
    active: list[bool]
    validator_permit: list[bool]
    pruning_score: list[int]
    last_update: list[int]
    emission: list[int]
    dividends: list[int]
    incentives: list[int]
    consensus: list[int]
    trust: list[int]
    rank: list[int]
    block_at_registration: list[int]
    alpha_stake: list[int]
    tao_stake: list[int]
    total_stake: list[int]
    tao_dividends_per_hotkey: list[tuple[AccountId, int]]
    alpha_dividends_per_hotkey: list[tuple[AccountId, int]]


class MinerCollateralState(TypedDict):
    locked: int
    drain_ratio: int
    min_locked: int
    earned: int


class Multisig(TypedDict):
    when: Timepoint
    deposit: int
    depositor: AccountId
    approvals: list[AccountId]


class NeuronCertificate(TypedDict):
    public_key: bytes
    algorithm: int


class NeuronInfo(TypedDict):
    hotkey: AccountId
    coldkey: AccountId
    uid: int
    netuid: NetUid
    active: bool
    axon_info: AxonInfo
    prometheus_info: PrometheusInfo
    stake: list[tuple[AccountId, int]]
    rank: int
    emission: int
    incentive: int
    consensus: int
    trust: int
    validator_trust: int
    dividends: int
    last_update: int
    validator_permit: bool
    weights: list[tuple[int, int]]
    bonds: list[tuple[int, int]]
    pruning_score: int


class NeuronInfoLite(TypedDict):
    hotkey: AccountId
    coldkey: AccountId
    uid: int
    netuid: NetUid
    active: bool
    axon_info: AxonInfo
    prometheus_info: PrometheusInfo
    stake: list[tuple[AccountId, int]]
    rank: int
    emission: int
    incentive: int
    consensus: int
    trust: int
    validator_trust: int
    dividends: int
    last_update: int
    validator_permit: bool
    pruning_score: int


OrderSide: TypeAlias = Literal["Buy", "Sell"]


OrderType: TypeAlias = Literal["LimitBuy", "TakeProfit", "StopLoss"]


Pays: TypeAlias = Literal["Yes", "No"]


class PendingExtrinsic(TypedDict):
    who: AccountId
    encrypted_call: bytes
    submitted_at: int


class PerDispatchClass(TypedDict):
    normal: Weight
    operational: Weight
    mandatory: Weight


class PerDispatchClassOfU32(TypedDict):
    normal: int
    operational: int
    mandatory: int


class PerDispatchClassOfWeightsPerClass(TypedDict):
    normal: WeightsPerClass
    operational: WeightsPerClass
    mandatory: WeightsPerClass


PrecompileEnum: TypeAlias = Literal[
    "BalanceTransfer",
    "Staking",
    "Subnet",
    "Metagraph",
    "Neuron",
    "UidLookup",
    "Alpha",
    "Crowdloan",
    "Proxy",
    "Leasing",
    "AddressMapping",
    "VotingPower",
]


class PrometheusInfo(TypedDict):
    block: int
    version: int
    ip: int
    port: int
    ip_type: int


class ProxyDefinition(TypedDict):
    delegate: AccountId
    proxy_type: ProxyType
    delay: int


class ProxyFilterInfo(TypedDict):
    proxy_type: int
    name: bytes
    deprecated: bool
    filter_mode: FilterMode
    calls: list[CallInfo]
    exceptions: list[CallInfo]


ProxyType: TypeAlias = Literal[
    "Any",
    "Owner",
    "NonCritical",
    "NonTransfer",
    "Senate",
    "NonFungible",
    "Triumvirate",
    "Governance",
    "Staking",
    "Registration",
    "Transfer",
    "SmallTransfer",
    "RootWeights",
    "ChildKeys",
    "SudoUncheckedSetCode",
    "SwapHotkey",
    "SubnetLeaseBeneficiary",
    "RootClaim",
]


class ProxyTypeInfo(TypedDict):
    name: bytes
    index: int
    deprecated: bool


class Pulse(TypedDict):
    round: int
    randomness: bytes
    signature: bytes


class PulsesPayload(TypedDict):
    block_number: int
    pulses: list[Pulse]
    public: VariantValue


Reasons: TypeAlias = Literal["Fee", "Misc", "All"]


RecycleOrBurnEnum: TypeAlias = Literal["Burn", "Recycle"]


class Registration(TypedDict):
    deposit: int
    block: int
    info: CommitmentInfo


Releases: TypeAlias = Literal["V1Ancient", "V2"]


class ReserveData(TypedDict):
    id: bytes
    amount: int


class RetryConfig(TypedDict):
    total_retries: int
    remaining: int
    period: int


class RuntimeDbWeight(TypedDict):
    read: int
    write: int


RuntimeDispatchInfo = TypedDict(
    "RuntimeDispatchInfo", {"weight": "Weight", "class": "DispatchClass", "partial_fee": "int"}
)


class RuntimeVersion(TypedDict):
    spec_name: str
    impl_name: str
    authoring_version: int
    spec_version: int
    impl_version: int
    apis: list[tuple[bytes, int]]
    transaction_version: int
    system_version: int


class SafeFloat(TypedDict):
    mantissa: int
    exponent: int


class Scheduled(TypedDict):
    maybe_id: bytes | None
    priority: int
    call: VariantValue
    maybe_periodic: tuple[int, int] | None
    origin: VariantValue


class SelectiveMetagraph(TypedDict):
    netuid: NetUid
    name: list[int] | None
    symbol: list[int] | None
    identity: Some | None
    network_registered_at: int | None
    owner_hotkey: AccountId | None
    owner_coldkey: AccountId | None
    block: int | None
    tempo: int | None
    last_step: int | None
    blocks_since_last_step: int | None
    subnet_emission: int | None
    alpha_in: int | None
    alpha_out: int | None
    tao_in: int | None
    alpha_out_emission: int | None
    alpha_in_emission: int | None
    tao_in_emission: int | None
    pending_alpha_emission: int | None
    pending_root_emission: int | None
    subnet_volume: int | None
    moving_price: int | None
    rho: int | None
    kappa: int | None
    min_allowed_weights: int | None
    max_weights_limit: int | None
    weights_version: int | None
    weights_rate_limit: int | None
    activity_cutoff: int | None
    max_validators: int | None
    num_uids: int | None
    max_uids: int | None
    burn: int | None
    difficulty: int | None
    registration_allowed: bool | None
    pow_registration_allowed: bool | None
    immunity_period: int | None
    min_difficulty: int | None
    max_difficulty: int | None
    min_burn: int | None
    max_burn: int | None
    adjustment_alpha: int | None
    adjustment_interval: int | None
    target_regs_per_interval: int | None
    max_regs_per_block: int | None
    serving_rate_limit: int | None
    commit_reveal_weights_enabled: bool | None
    commit_reveal_period: int | None
    liquid_alpha_enabled: bool | None
    alpha_high: int | None
    alpha_low: int | None
    bonds_moving_avg: int | None
    hotkeys: list[AccountId] | None
    coldkeys: list[AccountId] | None
    identities: list[ChainIdentityV2 | None] | None
    axons: list[AxonInfo] | None
    active: list[bool] | None
    validator_permit: list[bool] | None
    pruning_score: list[int] | None
    last_update: list[int] | None
    emission: list[int] | None
    dividends: list[int] | None
    incentives: list[int] | None
    consensus: list[int] | None
    trust: list[int] | None
    rank: list[int] | None
    block_at_registration: list[int] | None
    alpha_stake: list[int] | None
    tao_stake: list[int] | None
    total_stake: list[int] | None
    tao_dividends_per_hotkey: list[tuple[AccountId, int]] | None
    alpha_dividends_per_hotkey: list[tuple[AccountId, int]] | None
    validators: list[int] | None
    commitments: list[tuple[AccountId, list[int]]] | None


class ShieldedTransaction(TypedDict):
    key_hash: bytes
    kem_ct: bytes
    aead_ct: bytes
    nonce: bytes


class SignedOrder(TypedDict):
    order: VariantValue
    signature: VariantValue
    partial_fill: int | None


class SimSwapResult(TypedDict):
    tao_amount: int
    alpha_amount: int
    tao_fee: int
    alpha_fee: int
    tao_slippage: int
    alpha_slippage: int


class StakeAvailability(TypedDict):
    total: int
    locked: int
    available: int


class StakeInfo(TypedDict):
    hotkey: AccountId
    coldkey: AccountId
    netuid: NetUid
    stake: int
    locked: int
    emission: int
    tao_emission: int
    drain: int
    is_registered: bool


class StoredPendingChange(TypedDict):
    scheduled_at: int
    delay: int
    next_authorities: list[tuple[bytes, int]]
    forced: int | None


class SubnetHyperparams(TypedDict):
    rho: int
    kappa: int
    immunity_period: int
    min_allowed_weights: int
    max_weights_limit: int
    tempo: int
    min_difficulty: int
    max_difficulty: int
    weights_version: int
    weights_rate_limit: int
    adjustment_interval: int
    activity_cutoff: int
    registration_allowed: bool
    target_regs_per_interval: int
    min_burn: int
    max_burn: int
    bonds_moving_avg: int
    max_regs_per_block: int
    serving_rate_limit: int
    max_validators: int
    adjustment_alpha: int
    difficulty: int
    commit_reveal_period: int
    commit_reveal_weights_enabled: bool
    alpha_high: int
    alpha_low: int
    liquid_alpha_enabled: bool


class SubnetHyperparamsV2(TypedDict):
    rho: int
    kappa: int
    immunity_period: int
    min_allowed_weights: int
    max_weights_limit: int
    tempo: int
    min_difficulty: int
    max_difficulty: int
    weights_version: int
    weights_rate_limit: int
    adjustment_interval: int
    activity_cutoff: int
    registration_allowed: bool
    target_regs_per_interval: int
    min_burn: int
    max_burn: int
    bonds_moving_avg: int
    max_regs_per_block: int
    serving_rate_limit: int
    max_validators: int
    adjustment_alpha: int
    difficulty: int
    commit_reveal_period: int
    commit_reveal_weights_enabled: bool
    alpha_high: int
    alpha_low: int
    liquid_alpha_enabled: bool
    alpha_sigmoid_steepness: int
    yuma_version: int
    subnet_is_active: bool
    transfers_enabled: bool
    bonds_reset_enabled: bool
    user_liquidity_enabled: bool


class SubnetIdentityV3(TypedDict):
    subnet_name: bytes
    github_repo: bytes
    subnet_contact: bytes
    subnet_url: bytes
    discord: bytes
    description: bytes
    logo_url: bytes
    additional: bytes


class SubnetInfo(TypedDict):
    netuid: NetUid
    rho: int
    kappa: int
    difficulty: int
    immunity_period: int
    max_allowed_validators: int
    min_allowed_weights: int
    max_weights_limit: int
    scaling_law_power: int
    subnetwork_n: int
    max_allowed_uids: int
    blocks_since_last_step: int
    tempo: int
    network_modality: int
    network_connect: list[tuple[int, ...]]
    emission_values: int
    burn: int
    owner: AccountId


class SubnetInfov2(TypedDict):
    netuid: NetUid
    rho: int
    kappa: int
    difficulty: int
    immunity_period: int
    max_allowed_validators: int
    min_allowed_weights: int
    max_weights_limit: int
    scaling_law_power: int
    subnetwork_n: int
    max_allowed_uids: int
    blocks_since_last_step: int
    tempo: int
    network_modality: int
    network_connect: list[tuple[int, ...]]
    emission_value: int
    burn: int
    owner: AccountId
    identity: SubnetIdentityV3 | None


class SubnetLease(TypedDict):
    beneficiary: AccountId
    coldkey: AccountId
    hotkey: AccountId
    emissions_share: int
    end_block: int | None
    netuid: NetUid
    cost: int


class SubnetPrice(TypedDict):
    netuid: NetUid
    price: int


class SubnetState(TypedDict):
    netuid: NetUid
    hotkeys: list[AccountId]
    coldkeys: list[AccountId]
    active: list[bool]
    validator_permit: list[bool]
    pruning_score: list[int]
    last_update: list[int]
    emission: list[int]
    dividends: list[int]
    incentives: list[int]
    consensus: list[int]
    trust: list[int]
    rank: list[int]
    block_at_registration: list[int]
    alpha_stake: list[int]
    tao_stake: list[int]
    total_stake: list[int]
    emission_history: list[list[int]]


class Timepoint(TypedDict):
    height: int
    index: int


TransactionSource: TypeAlias = Literal["InBlock", "Local", "External"]


TransactionStatus = TypedDict(
    "TransactionStatus",
    {
        "transaction_hash": "bytes",
        "transaction_index": "int",
        "from": "bytes",
        "to": "bytes | None",
        "contract_address": "bytes | None",
        "logs": "list[Log]",
        "logs_bloom": "bytes",
    },
)


class UsageTracker(TypedDict):
    last_epoch: int
    used_space: int


class Votes(TypedDict):
    index: int
    threshold: int
    ayes: list[AccountId]
    nays: list[AccountId]
    end: int


class Weight(TypedDict):
    ref_time: int
    proof_size: int


class WeightsPerClass(TypedDict):
    base_extrinsic: Weight
    max_extrinsic: Weight | None
    max_total: Weight | None
    reserved: Weight | None
