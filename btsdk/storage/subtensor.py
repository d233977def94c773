"""The storage of SubtensorModule.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import StorageItem

if TYPE_CHECKING:
    from btsdk.descriptors import inputs as i
    from btsdk.descriptors import values as v

MinActivityCutoff: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "MinActivityCutoff", "aa3022e6495e4734"
)
AdminFreezeWindow: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "AdminFreezeWindow", "aa3022e6495e4734"
)
OwnerHyperparamRateLimit: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "OwnerHyperparamRateLimit", "aa3022e6495e4734"
)
DissolveNetworkScheduleDuration: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "DissolveNetworkScheduleDuration", "565b1fcdd6708493"
)
LastHotkeySwapOnNetuid: StorageItem[[v.NetUid, i.Account], tuple[v.NetUid, v.AccountId], int] = (
    StorageItem("SubtensorModule", "LastHotkeySwapOnNetuid", "ac2ba1491a5f8871")
)
NextStakeJobId: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "NextStakeJobId", "0d045e309ef185f9"
)
TaoWeight: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "TaoWeight", "0d045e309ef185f9"
)
CKBurn: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "CKBurn", "0d045e309ef185f9"
)
MaxDelegateTake: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "MaxDelegateTake", "aa3022e6495e4734"
)
MinDelegateTake: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "MinDelegateTake", "aa3022e6495e4734"
)
MaxChildkeyTake: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "MaxChildkeyTake", "aa3022e6495e4734"
)
MinChildkeyTake: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "MinChildkeyTake", "aa3022e6495e4734"
)
MinChildkeyTakePerSubnet: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "MinChildkeyTakePerSubnet", "fee602c279589bb9"
)
Owner: StorageItem[[i.Account], tuple[v.AccountId], v.AccountId] = StorageItem(
    "SubtensorModule", "Owner", "82f00ca25a541b52"
)
AccountFlags: StorageItem[[i.Account], tuple[v.AccountId], int] = StorageItem(
    "SubtensorModule", "AccountFlags", "0dc912763e0e6d9b"
)
Delegates: StorageItem[[i.Account], tuple[v.AccountId], int] = StorageItem(
    "SubtensorModule", "Delegates", "ff2d3bf0069757de"
)
ChildkeyTake: StorageItem[[i.Account, v.NetUid], tuple[v.AccountId, v.NetUid], int] = StorageItem(
    "SubtensorModule", "ChildkeyTake", "712e82ea8f45b241"
)
PendingChildKeys: StorageItem[
    [v.NetUid, i.Account], tuple[v.NetUid, v.AccountId], tuple[list[tuple[int, v.AccountId]], int]
] = StorageItem("SubtensorModule", "PendingChildKeys", "af471c2f0000375a")
ChildKeys: StorageItem[
    [i.Account, v.NetUid], tuple[v.AccountId, v.NetUid], list[tuple[int, v.AccountId]]
] = StorageItem("SubtensorModule", "ChildKeys", "75a239458917ffbf")
ParentKeys: StorageItem[
    [i.Account, v.NetUid], tuple[v.AccountId, v.NetUid], list[tuple[int, v.AccountId]]
] = StorageItem("SubtensorModule", "ParentKeys", "75a239458917ffbf")
AlphaDividendsPerSubnet: StorageItem[[v.NetUid, i.Account], tuple[v.NetUid, v.AccountId], int] = (
    StorageItem("SubtensorModule", "AlphaDividendsPerSubnet", "ac2ba1491a5f8871")
)
RootAlphaDividendsPerSubnet: StorageItem[
    [v.NetUid, i.Account], tuple[v.NetUid, v.AccountId], int
] = StorageItem("SubtensorModule", "RootAlphaDividendsPerSubnet", "ac2ba1491a5f8871")
BlockEmission: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "BlockEmission", "0d045e309ef185f9"
)
LastHotkeyEmissionOnNetuid: StorageItem[
    [i.Account, v.NetUid], tuple[v.AccountId, v.NetUid], int
] = StorageItem("SubtensorModule", "LastHotkeyEmissionOnNetuid", "ab4d2e0ef3f9e23c")
SubnetLimit: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "SubnetLimit", "aa3022e6495e4734"
)
TotalIssuance: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "TotalIssuance", "0d045e309ef185f9"
)
TotalStake: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "TotalStake", "0d045e309ef185f9"
)
SubnetMovingAlpha: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "SubnetMovingAlpha", "1f8204d68e47d82c"
)
SubnetMovingPrice: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "SubnetMovingPrice", "2da61b02487feae5"
)
RootProp: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "RootProp", "8f674d12a0bb495c"
)
SubnetVolume: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "SubnetVolume", "8f674d12a0bb495c"
)
SubnetTAO: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "SubnetTAO", "1bec034584a6b6a7"
)
SubnetAlphaInEmission: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "SubnetAlphaInEmission", "1bec034584a6b6a7"
)
SubnetEmissionEnabled: StorageItem[[v.NetUid], tuple[v.NetUid], bool] = StorageItem(
    "SubtensorModule", "SubnetEmissionEnabled", "dbbb75b324fc48ee"
)
SubnetAlphaOutEmission: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "SubnetAlphaOutEmission", "1bec034584a6b6a7"
)
SubnetTaoInEmission: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "SubnetTaoInEmission", "1bec034584a6b6a7"
)
SubnetExcessTao: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "SubnetExcessTao", "1bec034584a6b6a7"
)
SubnetRootSellTao: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "SubnetRootSellTao", "1bec034584a6b6a7"
)
SubnetAlphaIn: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "SubnetAlphaIn", "1bec034584a6b6a7"
)
SubnetAlphaOut: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "SubnetAlphaOut", "1bec034584a6b6a7"
)
SubnetProtocolAlpha: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "SubnetProtocolAlpha", "1bec034584a6b6a7"
)
StakingHotkeys: StorageItem[[i.Account], tuple[v.AccountId], list[v.AccountId]] = StorageItem(
    "SubtensorModule", "StakingHotkeys", "effa21178ccb8aea"
)
OwnedHotkeys: StorageItem[[i.Account], tuple[v.AccountId], list[v.AccountId]] = StorageItem(
    "SubtensorModule", "OwnedHotkeys", "effa21178ccb8aea"
)
AutoStakeDestination: StorageItem[
    [i.Account, v.NetUid], tuple[v.AccountId, v.NetUid], v.AccountId | None
] = StorageItem("SubtensorModule", "AutoStakeDestination", "cdb158813cde8d01")
AutoStakeDestinationColdkeys: StorageItem[
    [i.Account, v.NetUid], tuple[v.AccountId, v.NetUid], list[v.AccountId]
] = StorageItem("SubtensorModule", "AutoStakeDestinationColdkeys", "5cfd4facc426b526")
ColdkeySwapAnnouncementDelay: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "ColdkeySwapAnnouncementDelay", "565b1fcdd6708493"
)
ColdkeySwapReannouncementDelay: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "ColdkeySwapReannouncementDelay", "565b1fcdd6708493"
)
ColdkeySwapAnnouncements: StorageItem[[i.Account], tuple[v.AccountId], tuple[int, bytes] | None] = (
    StorageItem("SubtensorModule", "ColdkeySwapAnnouncements", "a73f85c0685013cf")
)
ColdkeySwapDisputes: StorageItem[[i.Account], tuple[v.AccountId], int | None] = StorageItem(
    "SubtensorModule", "ColdkeySwapDisputes", "a6883235455e323f"
)
TotalHotkeyAlpha: StorageItem[[i.Account, v.NetUid], tuple[v.AccountId, v.NetUid], int] = (
    StorageItem("SubtensorModule", "TotalHotkeyAlpha", "ab4d2e0ef3f9e23c")
)
TotalHotkeyAlphaLastEpoch: StorageItem[[i.Account, v.NetUid], tuple[v.AccountId, v.NetUid], int] = (
    StorageItem("SubtensorModule", "TotalHotkeyAlphaLastEpoch", "ab4d2e0ef3f9e23c")
)
TotalHotkeyShares: StorageItem[[i.Account, v.NetUid], tuple[v.AccountId, v.NetUid], int] = (
    StorageItem("SubtensorModule", "TotalHotkeyShares", "af09bdd7e9c004c0")
)
Alpha: StorageItem[
    [i.Account, i.Account, v.NetUid], tuple[v.AccountId, v.AccountId, v.NetUid], int
] = StorageItem("SubtensorModule", "Alpha", "582eab17afe19fc6")
TotalHotkeySharesV2: StorageItem[
    [i.Account, v.NetUid], tuple[v.AccountId, v.NetUid], v.SafeFloat
] = StorageItem("SubtensorModule", "TotalHotkeySharesV2", "090a1a643492f2ef")
AlphaV2: StorageItem[
    [i.Account, i.Account, v.NetUid], tuple[v.AccountId, v.AccountId, v.NetUid], v.SafeFloat
] = StorageItem("SubtensorModule", "AlphaV2", "ffb600664354b31a")
Lock: StorageItem[
    [i.Account, v.NetUid, i.Account], tuple[v.AccountId, v.NetUid, v.AccountId], v.LockState | None
] = StorageItem("SubtensorModule", "Lock", "6b3f853de19ca413")
LockingColdkeys: StorageItem[
    [v.NetUid, i.Account, i.Account], tuple[v.NetUid, v.AccountId, v.AccountId], tuple[()] | None
] = StorageItem("SubtensorModule", "LockingColdkeys", "8a1413baedca848f")
HotkeyLock: StorageItem[[v.NetUid, i.Account], tuple[v.NetUid, v.AccountId], v.LockState | None] = (
    StorageItem("SubtensorModule", "HotkeyLock", "4aaaca1e2bdd4a25")
)
DecayingHotkeyLock: StorageItem[
    [v.NetUid, i.Account], tuple[v.NetUid, v.AccountId], v.LockState | None
] = StorageItem("SubtensorModule", "DecayingHotkeyLock", "4aaaca1e2bdd4a25")
OwnerLock: StorageItem[[v.NetUid], tuple[v.NetUid], v.LockState | None] = StorageItem(
    "SubtensorModule", "OwnerLock", "c871a25e4be3a2f8"
)
DecayingOwnerLock: StorageItem[[v.NetUid], tuple[v.NetUid], v.LockState | None] = StorageItem(
    "SubtensorModule", "DecayingOwnerLock", "c871a25e4be3a2f8"
)
DecayingLock: StorageItem[[i.Account, v.NetUid], tuple[v.AccountId, v.NetUid], bool | None] = (
    StorageItem("SubtensorModule", "DecayingLock", "1ed9df7146a65844")
)
OwnerCutAutoLockEnabled: StorageItem[[v.NetUid], tuple[v.NetUid], bool] = StorageItem(
    "SubtensorModule", "OwnerCutAutoLockEnabled", "dbbb75b324fc48ee"
)
MaturityRate: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "MaturityRate", "0d045e309ef185f9"
)
UnlockRate: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "UnlockRate", "0d045e309ef185f9"
)
AlphaMapLastKey: StorageItem[[], tuple[()], bytes | None] = StorageItem(
    "SubtensorModule", "AlphaMapLastKey", "7388d0a3a1a24b5f"
)
AlphaV2MapLastKey: StorageItem[[], tuple[()], bytes | None] = StorageItem(
    "SubtensorModule", "AlphaV2MapLastKey", "7388d0a3a1a24b5f"
)
TokenSymbol: StorageItem[[v.NetUid], tuple[v.NetUid], bytes] = StorageItem(
    "SubtensorModule", "TokenSymbol", "e045d9975cc21eaf"
)
SubnetTaoFlow: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "SubnetTaoFlow", "b5b4a595ee2409cc"
)
SubnetEmaTaoFlow: StorageItem[[v.NetUid], tuple[v.NetUid], tuple[int, int] | None] = StorageItem(
    "SubtensorModule", "SubnetEmaTaoFlow", "f7f1b3d0058feb63"
)
NetTaoFlowEnabled: StorageItem[[], tuple[()], bool] = StorageItem(
    "SubtensorModule", "NetTaoFlowEnabled", "558ac9c930e8cad0"
)
SubnetProtocolFlow: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "SubnetProtocolFlow", "b5b4a595ee2409cc"
)
SubnetEmaProtocolFlow: StorageItem[[v.NetUid], tuple[v.NetUid], tuple[int, int] | None] = (
    StorageItem("SubtensorModule", "SubnetEmaProtocolFlow", "f7f1b3d0058feb63")
)
TaoFlowCutoff: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "TaoFlowCutoff", "1f8204d68e47d82c"
)
FlowNormExponent: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "FlowNormExponent", "b20684581489ecc8"
)
FlowEmaSmoothingFactor: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "FlowEmaSmoothingFactor", "0d045e309ef185f9"
)
UsedWork: StorageItem[[i.Text], tuple[bytes], int] = StorageItem(
    "SubtensorModule", "UsedWork", "dc0ffa980b708781"
)
MaxRegistrationsPerBlock: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "MaxRegistrationsPerBlock", "fee602c279589bb9"
)
TotalNetworks: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "TotalNetworks", "aa3022e6495e4734"
)
NetworkImmunityPeriod: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "NetworkImmunityPeriod", "0d045e309ef185f9"
)
StartCallDelay: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "StartCallDelay", "0d045e309ef185f9"
)
NetworkMinLockCost: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "NetworkMinLockCost", "0d045e309ef185f9"
)
NetworkLastLockCost: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "NetworkLastLockCost", "0d045e309ef185f9"
)
NetworkLockReductionInterval: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "NetworkLockReductionInterval", "0d045e309ef185f9"
)
SubnetOwnerCut: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "SubnetOwnerCut", "aa3022e6495e4734"
)
OwnerCutEnabled: StorageItem[[v.NetUid], tuple[v.NetUid], bool] = StorageItem(
    "SubtensorModule", "OwnerCutEnabled", "dbbb75b324fc48ee"
)
NetworkRateLimit: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "NetworkRateLimit", "0d045e309ef185f9"
)
NominatorMinRequiredStake: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "NominatorMinRequiredStake", "0d045e309ef185f9"
)
WeightsVersionKeyRateLimit: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "WeightsVersionKeyRateLimit", "0d045e309ef185f9"
)
LastRateLimitedBlock: StorageItem[[v.VariantValue], tuple[v.VariantValue], int] = StorageItem(
    "SubtensorModule", "LastRateLimitedBlock", "62fcd01d37fc89e1"
)
TransferToggle: StorageItem[[v.NetUid], tuple[v.NetUid], bool] = StorageItem(
    "SubtensorModule", "TransferToggle", "dbbb75b324fc48ee"
)
SubnetLocked: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "SubnetLocked", "1bec034584a6b6a7"
)
LargestLocked: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "LargestLocked", "1bec034584a6b6a7"
)
Tempo: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "Tempo", "fee602c279589bb9"
)
LastEpochBlock: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "LastEpochBlock", "1bec034584a6b6a7"
)
PendingEpochAt: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "PendingEpochAt", "1bec034584a6b6a7"
)
SubnetEpochIndex: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "SubnetEpochIndex", "1bec034584a6b6a7"
)
ActivityCutoffFactorMilli: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "ActivityCutoffFactorMilli", "cf1caab7ef7ec691"
)
FirstEmissionBlockNumber: StorageItem[[v.NetUid], tuple[v.NetUid], int | None] = StorageItem(
    "SubtensorModule", "FirstEmissionBlockNumber", "229b706342b1336c"
)
SubnetMechanism: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "SubnetMechanism", "fee602c279589bb9"
)
SubnetworkN: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "SubnetworkN", "fee602c279589bb9"
)
NetworksAdded: StorageItem[[v.NetUid], tuple[v.NetUid], bool] = StorageItem(
    "SubtensorModule", "NetworksAdded", "dbbb75b324fc48ee"
)
IsNetworkMember: StorageItem[[i.Account, v.NetUid], tuple[v.AccountId, v.NetUid], bool] = (
    StorageItem("SubtensorModule", "IsNetworkMember", "04dca6a5bf35740f")
)
NetworkRegistrationAllowed: StorageItem[[v.NetUid], tuple[v.NetUid], bool] = StorageItem(
    "SubtensorModule", "NetworkRegistrationAllowed", "dbbb75b324fc48ee"
)
NetworkPowRegistrationAllowed: StorageItem[[v.NetUid], tuple[v.NetUid], bool] = StorageItem(
    "SubtensorModule", "NetworkPowRegistrationAllowed", "dbbb75b324fc48ee"
)
NetworkRegisteredAt: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "NetworkRegisteredAt", "1bec034584a6b6a7"
)
RegisteredSubnetCounter: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "RegisteredSubnetCounter", "1bec034584a6b6a7"
)
PendingServerEmission: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "PendingServerEmission", "1bec034584a6b6a7"
)
PendingValidatorEmission: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "PendingValidatorEmission", "1bec034584a6b6a7"
)
PendingRootAlphaDivs: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "PendingRootAlphaDivs", "1bec034584a6b6a7"
)
PendingOwnerCut: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "PendingOwnerCut", "1bec034584a6b6a7"
)
MinerBurned: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "MinerBurned", "8f674d12a0bb495c"
)
BlocksSinceLastStep: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "BlocksSinceLastStep", "1bec034584a6b6a7"
)
LastMechansimStepBlock: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "LastMechansimStepBlock", "1bec034584a6b6a7"
)
SubnetOwner: StorageItem[[v.NetUid], tuple[v.NetUid], v.AccountId] = StorageItem(
    "SubtensorModule", "SubnetOwner", "69759241bcc62157"
)
SubnetOwnerHotkey: StorageItem[[v.NetUid], tuple[v.NetUid], v.AccountId] = StorageItem(
    "SubtensorModule", "SubnetOwnerHotkey", "69759241bcc62157"
)
RecycleOrBurn: StorageItem[[v.NetUid], tuple[v.NetUid], v.RecycleOrBurnEnum] = StorageItem(
    "SubtensorModule", "RecycleOrBurn", "a2c67f44e39f988b"
)
ServingRateLimit: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "ServingRateLimit", "1bec034584a6b6a7"
)
Rho: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "Rho", "fee602c279589bb9"
)
AlphaSigmoidSteepness: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "AlphaSigmoidSteepness", "2629f6eb7bdcfb82"
)
Kappa: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "Kappa", "fee602c279589bb9"
)
RegistrationsThisInterval: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "RegistrationsThisInterval", "fee602c279589bb9"
)
POWRegistrationsThisInterval: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "POWRegistrationsThisInterval", "fee602c279589bb9"
)
BurnRegistrationsThisInterval: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "BurnRegistrationsThisInterval", "fee602c279589bb9"
)
MinAllowedUids: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "MinAllowedUids", "fee602c279589bb9"
)
MaxAllowedUids: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "MaxAllowedUids", "fee602c279589bb9"
)
ImmunityPeriod: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "ImmunityPeriod", "fee602c279589bb9"
)
ActivityCutoff: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "ActivityCutoff", "fee602c279589bb9"
)
MaxWeightsLimit: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "MaxWeightsLimit", "fee602c279589bb9"
)
WeightsVersionKey: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "WeightsVersionKey", "1bec034584a6b6a7"
)
MinAllowedWeights: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "MinAllowedWeights", "fee602c279589bb9"
)
MaxAllowedValidators: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "MaxAllowedValidators", "fee602c279589bb9"
)
AdjustmentInterval: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "AdjustmentInterval", "fee602c279589bb9"
)
BondsMovingAverage: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "BondsMovingAverage", "1bec034584a6b6a7"
)
BondsPenalty: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "BondsPenalty", "fee602c279589bb9"
)
BondsResetOn: StorageItem[[v.NetUid], tuple[v.NetUid], bool] = StorageItem(
    "SubtensorModule", "BondsResetOn", "dbbb75b324fc48ee"
)
WeightsSetRateLimit: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "WeightsSetRateLimit", "1bec034584a6b6a7"
)
ValidatorPruneLen: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "ValidatorPruneLen", "1bec034584a6b6a7"
)
ScalingLawPower: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "ScalingLawPower", "fee602c279589bb9"
)
TargetRegistrationsPerInterval: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "TargetRegistrationsPerInterval", "fee602c279589bb9"
)
AdjustmentAlpha: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "AdjustmentAlpha", "1bec034584a6b6a7"
)
CommitRevealWeightsEnabled: StorageItem[[v.NetUid], tuple[v.NetUid], bool] = StorageItem(
    "SubtensorModule", "CommitRevealWeightsEnabled", "dbbb75b324fc48ee"
)
Burn: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "Burn", "1bec034584a6b6a7"
)
Difficulty: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "Difficulty", "1bec034584a6b6a7"
)
MinBurn: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "MinBurn", "1bec034584a6b6a7"
)
MaxBurn: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "MaxBurn", "1bec034584a6b6a7"
)
MinDifficulty: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "MinDifficulty", "1bec034584a6b6a7"
)
MaxDifficulty: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "MaxDifficulty", "1bec034584a6b6a7"
)
LastAdjustmentBlock: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "LastAdjustmentBlock", "1bec034584a6b6a7"
)
RegistrationsThisBlock: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "RegistrationsThisBlock", "fee602c279589bb9"
)
EMAPriceHalvingBlocks: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "EMAPriceHalvingBlocks", "1bec034584a6b6a7"
)
RAORecycledForRegistration: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "RAORecycledForRegistration", "1bec034584a6b6a7"
)
MaxEpochsPerBlock: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "MaxEpochsPerBlock", "d13afe8eddc069d0"
)
TxRateLimit: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "TxRateLimit", "0d045e309ef185f9"
)
TxDelegateTakeRateLimit: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "TxDelegateTakeRateLimit", "0d045e309ef185f9"
)
TxChildkeyTakeRateLimit: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "TxChildkeyTakeRateLimit", "0d045e309ef185f9"
)
LiquidAlphaOn: StorageItem[[v.NetUid], tuple[v.NetUid], bool] = StorageItem(
    "SubtensorModule", "LiquidAlphaOn", "fb3277330307a941"
)
Yuma3On: StorageItem[[v.NetUid], tuple[v.NetUid], bool] = StorageItem(
    "SubtensorModule", "Yuma3On", "fb3277330307a941"
)
AlphaValues: StorageItem[[v.NetUid], tuple[v.NetUid], tuple[int, int]] = StorageItem(
    "SubtensorModule", "AlphaValues", "c339974138e49d30"
)
SubtokenEnabled: StorageItem[[v.NetUid], tuple[v.NetUid], bool] = StorageItem(
    "SubtensorModule", "SubtokenEnabled", "dbbb75b324fc48ee"
)
VotingPower: StorageItem[[v.NetUid, i.Account], tuple[v.NetUid, v.AccountId], int] = StorageItem(
    "SubtensorModule", "VotingPower", "ac2ba1491a5f8871"
)
VotingPowerTrackingEnabled: StorageItem[[v.NetUid], tuple[v.NetUid], bool] = StorageItem(
    "SubtensorModule", "VotingPowerTrackingEnabled", "dbbb75b324fc48ee"
)
VotingPowerDisableAtBlock: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "VotingPowerDisableAtBlock", "1bec034584a6b6a7"
)
VotingPowerEmaAlpha: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "VotingPowerEmaAlpha", "1bec034584a6b6a7"
)
ImmuneOwnerUidsLimit: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "ImmuneOwnerUidsLimit", "fee602c279589bb9"
)
StakeWeight: StorageItem[[v.NetUid], tuple[v.NetUid], list[int]] = StorageItem(
    "SubtensorModule", "StakeWeight", "3d3114f830a62275"
)
Uids: StorageItem[[v.NetUid, i.Account], tuple[v.NetUid, v.AccountId], int | None] = StorageItem(
    "SubtensorModule", "Uids", "a3e1774d3685af8e"
)
Keys: StorageItem[[v.NetUid, int], tuple[v.NetUid, int], v.AccountId] = StorageItem(
    "SubtensorModule", "Keys", "a5c4fd9b9e01f883"
)
LoadedEmission: StorageItem[
    [v.NetUid], tuple[v.NetUid], list[tuple[v.AccountId, int, int]] | None
] = StorageItem("SubtensorModule", "LoadedEmission", "607ef09704c78899")
Active: StorageItem[[v.NetUid], tuple[v.NetUid], list[bool]] = StorageItem(
    "SubtensorModule", "Active", "c314e5c6cb667cdf"
)
Consensus: StorageItem[[v.NetUid], tuple[v.NetUid], list[int]] = StorageItem(
    "SubtensorModule", "Consensus", "3d3114f830a62275"
)
Incentive: StorageItem[[v.NetUidStorageIndex], tuple[v.NetUidStorageIndex], list[int]] = (
    StorageItem("SubtensorModule", "Incentive", "3d3114f830a62275")
)
Dividends: StorageItem[[v.NetUid], tuple[v.NetUid], list[int]] = StorageItem(
    "SubtensorModule", "Dividends", "3d3114f830a62275"
)
Emission: StorageItem[[v.NetUid], tuple[v.NetUid], list[int]] = StorageItem(
    "SubtensorModule", "Emission", "3fc11d8424b63f87"
)
LastUpdate: StorageItem[[v.NetUidStorageIndex], tuple[v.NetUidStorageIndex], list[int]] = (
    StorageItem("SubtensorModule", "LastUpdate", "3fc11d8424b63f87")
)
ValidatorTrust: StorageItem[[v.NetUid], tuple[v.NetUid], list[int]] = StorageItem(
    "SubtensorModule", "ValidatorTrust", "3d3114f830a62275"
)
ValidatorPermit: StorageItem[[v.NetUid], tuple[v.NetUid], list[bool]] = StorageItem(
    "SubtensorModule", "ValidatorPermit", "c314e5c6cb667cdf"
)
Weights: StorageItem[
    [v.NetUidStorageIndex, int], tuple[v.NetUidStorageIndex, int], list[tuple[int, int]]
] = StorageItem("SubtensorModule", "Weights", "c4a41dac2f16cf1d")
Bonds: StorageItem[
    [v.NetUidStorageIndex, int], tuple[v.NetUidStorageIndex, int], list[tuple[int, int]]
] = StorageItem("SubtensorModule", "Bonds", "c4a41dac2f16cf1d")
BlockAtRegistration: StorageItem[[v.NetUid, int], tuple[v.NetUid, int], int] = StorageItem(
    "SubtensorModule", "BlockAtRegistration", "a4ac7abced8cfd96"
)
Axons: StorageItem[[v.NetUid, i.Account], tuple[v.NetUid, v.AccountId], v.AxonInfo | None] = (
    StorageItem("SubtensorModule", "Axons", "d8cf827eaf3ba6de")
)
NeuronCertificates: StorageItem[
    [v.NetUid, i.Account], tuple[v.NetUid, v.AccountId], v.NeuronCertificate | None
] = StorageItem("SubtensorModule", "NeuronCertificates", "854f40002f74ccef")
Prometheus: StorageItem[
    [v.NetUid, i.Account], tuple[v.NetUid, v.AccountId], v.PrometheusInfo | None
] = StorageItem("SubtensorModule", "Prometheus", "9b84e3921246d9ee")
IdentitiesV2: StorageItem[[i.Account], tuple[v.AccountId], v.ChainIdentityV2 | None] = StorageItem(
    "SubtensorModule", "IdentitiesV2", "8f095ed599517c0f"
)
SubnetIdentitiesV3: StorageItem[[v.NetUid], tuple[v.NetUid], v.SubnetIdentityV3 | None] = (
    StorageItem("SubtensorModule", "SubnetIdentitiesV3", "6295ff88c54a17a9")
)
TransactionKeyLastBlock: StorageItem[
    [i.Account, v.NetUid, int], tuple[v.AccountId, v.NetUid, int], int
] = StorageItem("SubtensorModule", "TransactionKeyLastBlock", "ba3f33823f6d26e0")
LastTxBlock: StorageItem[[i.Account], tuple[v.AccountId], int] = StorageItem(
    "SubtensorModule", "LastTxBlock", "d00cb27d04641fe8"
)
LastTxBlockChildKeyTake: StorageItem[[i.Account], tuple[v.AccountId], int] = StorageItem(
    "SubtensorModule", "LastTxBlockChildKeyTake", "d00cb27d04641fe8"
)
LastTxBlockDelegateTake: StorageItem[[i.Account], tuple[v.AccountId], int] = StorageItem(
    "SubtensorModule", "LastTxBlockDelegateTake", "d00cb27d04641fe8"
)
StakeThreshold: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "StakeThreshold", "0d045e309ef185f9"
)
WeightCommits: StorageItem[
    [v.NetUidStorageIndex, i.Account],
    tuple[v.NetUidStorageIndex, v.AccountId],
    list[tuple[bytes, int, int, int]] | None,
] = StorageItem("SubtensorModule", "WeightCommits", "03c9f968bc9959aa")
TimelockedWeightCommits: StorageItem[
    [v.NetUidStorageIndex, int],
    tuple[v.NetUidStorageIndex, int],
    list[tuple[v.AccountId, int, bytes, int]],
] = StorageItem("SubtensorModule", "TimelockedWeightCommits", "5fe989e48e1aebe2")
CRV3WeightCommits: StorageItem[
    [v.NetUidStorageIndex, int],
    tuple[v.NetUidStorageIndex, int],
    list[tuple[v.AccountId, bytes, int]],
] = StorageItem("SubtensorModule", "CRV3WeightCommits", "01ba90591592304d")
CRV3WeightCommitsV2: StorageItem[
    [v.NetUidStorageIndex, int],
    tuple[v.NetUidStorageIndex, int],
    list[tuple[v.AccountId, int, bytes, int]],
] = StorageItem("SubtensorModule", "CRV3WeightCommitsV2", "5fe989e48e1aebe2")
RevealPeriodEpochs: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "RevealPeriodEpochs", "9ac723920caad240"
)
LastColdkeyHotkeyStakeBlock: StorageItem[
    [i.Account, i.Account], tuple[v.AccountId, v.AccountId], int | None
] = StorageItem("SubtensorModule", "LastColdkeyHotkeyStakeBlock", "92e67fb52a1ca86a")
RootClaimableThreshold: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "RootClaimableThreshold", "8f308870633625a1"
)
RootClaimable: StorageItem[[i.Account], tuple[v.AccountId], list[tuple[v.NetUid, int]]] = (
    StorageItem("SubtensorModule", "RootClaimable", "9884509fc48f69cc")
)
RootClaimed: StorageItem[
    [v.NetUid, i.Account, i.Account], tuple[v.NetUid, v.AccountId, v.AccountId], int
] = StorageItem("SubtensorModule", "RootClaimed", "81d9077fea9d641d")
RootClaimType: StorageItem[[i.Account], tuple[v.AccountId], v.VariantValue] = StorageItem(
    "SubtensorModule", "RootClaimType", "3cdc66de01556287"
)
StakingColdkeysByIndex: StorageItem[[int], tuple[int], v.AccountId | None] = StorageItem(
    "SubtensorModule", "StakingColdkeysByIndex", "be395b9b85096df9"
)
StakingColdkeys: StorageItem[[i.Account], tuple[v.AccountId], int | None] = StorageItem(
    "SubtensorModule", "StakingColdkeys", "09601e1e78b1264f"
)
NumStakingColdkeys: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "NumStakingColdkeys", "0d045e309ef185f9"
)
NumRootClaim: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "NumRootClaim", "0d045e309ef185f9"
)
AssociatedEvmAddress: StorageItem[
    [v.NetUid, int], tuple[v.NetUid, int], tuple[bytes, int] | None
] = StorageItem("SubtensorModule", "AssociatedEvmAddress", "e35ce415119a0aaa")
SubnetLeases: StorageItem[[int], tuple[int], v.SubnetLease | None] = StorageItem(
    "SubtensorModule", "SubnetLeases", "06b76a38b223ad18"
)
SubnetLeaseShares: StorageItem[[int, i.Account], tuple[int, v.AccountId], int] = StorageItem(
    "SubtensorModule", "SubnetLeaseShares", "6bf91b5c28947133"
)
SubnetUidToLeaseId: StorageItem[[v.NetUid], tuple[v.NetUid], int | None] = StorageItem(
    "SubtensorModule", "SubnetUidToLeaseId", "c28eaba982a605c2"
)
NextSubnetLeaseId: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "NextSubnetLeaseId", "565b1fcdd6708493"
)
AccumulatedLeaseDividends: StorageItem[[int], tuple[int], int] = StorageItem(
    "SubtensorModule", "AccumulatedLeaseDividends", "5c2c83ecf6d2dfb3"
)
CommitRevealWeightsVersion: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "CommitRevealWeightsVersion", "aa3022e6495e4734"
)
NetworkRegistrationStartBlock: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "NetworkRegistrationStartBlock", "0d045e309ef185f9"
)
TaoInRefundDeploymentBlock: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "TaoInRefundDeploymentBlock", "0d045e309ef185f9"
)
MinNonImmuneUids: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "MinNonImmuneUids", "fee602c279589bb9"
)
MaxMechanismCount: StorageItem[[], tuple[()], v.MechId] = StorageItem(
    "SubtensorModule", "MaxMechanismCount", "d13afe8eddc069d0"
)
MechanismCountCurrent: StorageItem[[v.NetUid], tuple[v.NetUid], v.MechId] = StorageItem(
    "SubtensorModule", "MechanismCountCurrent", "893509a3ea2bb67f"
)
MechanismEmissionSplit: StorageItem[[v.NetUid], tuple[v.NetUid], list[int] | None] = StorageItem(
    "SubtensorModule", "MechanismEmissionSplit", "a02ce8f03f37b148"
)
BurnHalfLife: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "BurnHalfLife", "fee602c279589bb9"
)
BurnIncreaseMult: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "BurnIncreaseMult", "8f674d12a0bb495c"
)
AutoParentDelegationEnabled: StorageItem[[i.Account], tuple[v.AccountId], bool] = StorageItem(
    "SubtensorModule", "AutoParentDelegationEnabled", "5f04a4683fd1b396"
)
HasMigrationRun: StorageItem[[i.Text], tuple[bytes], bool] = StorageItem(
    "SubtensorModule", "HasMigrationRun", "30430f5935a12094"
)
PendingChildKeyCooldown: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "PendingChildKeyCooldown", "0d045e309ef185f9"
)
LastPowRegistrationBlock: StorageItem[[i.Account], tuple[v.AccountId], int | None] = StorageItem(
    "SubtensorModule", "LastPowRegistrationBlock", "fc99cb73cb0ba4b0"
)
BasketClaimForfeitCapTao: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "BasketClaimForfeitCapTao", "0d045e309ef185f9"
)
BasketClaimRowDustBps: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "BasketClaimRowDustBps", "aa3022e6495e4734"
)
BasketClaimRowDustCapTao: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "BasketClaimRowDustCapTao", "0d045e309ef185f9"
)
BasketClaimSliceDustTao: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "BasketClaimSliceDustTao", "0d045e309ef185f9"
)
BasketClaimed: StorageItem[[i.Account, i.Account], tuple[v.AccountId, v.AccountId], int] = (
    StorageItem("SubtensorModule", "BasketClaimed", "c18bf5c1e6e4c284")
)
BasketConcentrationCap: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "BasketConcentrationCap", "aa3022e6495e4734"
)
BasketDailyTurnoverCap: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "BasketDailyTurnoverCap", "aa3022e6495e4734"
)
BasketDepositedTao: StorageItem[[i.Account], tuple[v.AccountId], int] = StorageItem(
    "SubtensorModule", "BasketDepositedTao", "41e1b6704039938c"
)
BasketLiquidityCap: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "BasketLiquidityCap", "aa3022e6495e4734"
)
BasketLiquidityUsed: StorageItem[
    [i.Account, v.NetUid], tuple[v.AccountId, v.NetUid], tuple[int, int] | None
] = StorageItem("SubtensorModule", "BasketLiquidityUsed", "57811de9864fb90c")
BasketMinTradeTao: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "BasketMinTradeTao", "0d045e309ef185f9"
)
BasketRate: StorageItem[[i.Account], tuple[v.AccountId], int] = StorageItem(
    "SubtensorModule", "BasketRate", "3a22c19a351823bd"
)
BasketRedeemedTao: StorageItem[[i.Account], tuple[v.AccountId], int] = StorageItem(
    "SubtensorModule", "BasketRedeemedTao", "41e1b6704039938c"
)
BasketShares: StorageItem[[i.Account], tuple[v.AccountId], int] = StorageItem(
    "SubtensorModule", "BasketShares", "41e1b6704039938c"
)
BasketTradeBucket: StorageItem[[i.Account], tuple[v.AccountId], tuple[int, int] | None] = (
    StorageItem("SubtensorModule", "BasketTradeBucket", "c3df9f3445b92595")
)
BasketTradingEnabled: StorageItem[[], tuple[()], bool] = StorageItem(
    "SubtensorModule", "BasketTradingEnabled", "558ac9c930e8cad0"
)
BasketTradingFrozen: StorageItem[[i.Account], tuple[v.AccountId], tuple[()] | None] = StorageItem(
    "SubtensorModule", "BasketTradingFrozen", "d51d14a7da162474"
)
BasketTwr: StorageItem[[i.Account], tuple[v.AccountId], int] = StorageItem(
    "SubtensorModule", "BasketTwr", "0dc912763e0e6d9b"
)
CollateralDrainRatio: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "CollateralDrainRatio", "8f674d12a0bb495c"
)
CollateralLockShare: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "CollateralLockShare", "fee602c279589bb9"
)
ColdkeyCollateralHotkeys: StorageItem[
    [v.NetUid, i.Account], tuple[v.NetUid, v.AccountId], list[v.AccountId]
] = StorageItem("SubtensorModule", "ColdkeyCollateralHotkeys", "9d8e5f58e0af663e")
ColdkeyMinerCollateral: StorageItem[[v.NetUid, i.Account], tuple[v.NetUid, v.AccountId], int] = (
    StorageItem("SubtensorModule", "ColdkeyMinerCollateral", "ac2ba1491a5f8871")
)
MinerCollateral: StorageItem[
    [v.NetUid, i.Account, i.Account],
    tuple[v.NetUid, v.AccountId, v.AccountId],
    v.MinerCollateralState | None,
] = StorageItem("SubtensorModule", "MinerCollateral", "712458fbea8f7b2f")
RootStakeUnlockInterval: StorageItem[[], tuple[()], int] = StorageItem(
    "SubtensorModule", "RootStakeUnlockInterval", "0d045e309ef185f9"
)
SubnetEpochConsensus: StorageItem[[v.NetUid], tuple[v.NetUid], v.EpochConsensus] = StorageItem(
    "SubtensorModule", "SubnetEpochConsensus", "e8159641e40e6abb"
)
TotalVotingPower: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem(
    "SubtensorModule", "TotalVotingPower", "1bec034584a6b6a7"
)
