"""The constants of SubtensorModule.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from btsdk.descriptors.items import Constant

InitialIssuance: Constant[int] = Constant("SubtensorModule", "InitialIssuance", "67909149a73f10c6")
InitialMinAllowedWeights: Constant[int] = Constant(
    "SubtensorModule", "InitialMinAllowedWeights", "424bb468a633b87b"
)
InitialEmissionValue: Constant[int] = Constant(
    "SubtensorModule", "InitialEmissionValue", "424bb468a633b87b"
)
InitialTempo: Constant[int] = Constant("SubtensorModule", "InitialTempo", "424bb468a633b87b")
InitialDifficulty: Constant[int] = Constant(
    "SubtensorModule", "InitialDifficulty", "67909149a73f10c6"
)
InitialMaxDifficulty: Constant[int] = Constant(
    "SubtensorModule", "InitialMaxDifficulty", "67909149a73f10c6"
)
InitialMinDifficulty: Constant[int] = Constant(
    "SubtensorModule", "InitialMinDifficulty", "67909149a73f10c6"
)
InitialRAORecycledForRegistration: Constant[int] = Constant(
    "SubtensorModule", "InitialRAORecycledForRegistration", "67909149a73f10c6"
)
InitialBurn: Constant[int] = Constant("SubtensorModule", "InitialBurn", "67909149a73f10c6")
InitialMaxBurn: Constant[int] = Constant("SubtensorModule", "InitialMaxBurn", "67909149a73f10c6")
InitialMinBurn: Constant[int] = Constant("SubtensorModule", "InitialMinBurn", "67909149a73f10c6")
InitialMinStake: Constant[int] = Constant("SubtensorModule", "InitialMinStake", "67909149a73f10c6")
MinBurnUpperBound: Constant[int] = Constant(
    "SubtensorModule", "MinBurnUpperBound", "67909149a73f10c6"
)
MaxBurnLowerBound: Constant[int] = Constant(
    "SubtensorModule", "MaxBurnLowerBound", "67909149a73f10c6"
)
MinTempo: Constant[int] = Constant("SubtensorModule", "MinTempo", "424bb468a633b87b")
MaxTempo: Constant[int] = Constant("SubtensorModule", "MaxTempo", "424bb468a633b87b")
MinActivityCutoffFactorMilli: Constant[int] = Constant(
    "SubtensorModule", "MinActivityCutoffFactorMilli", "14b7429f83a073c5"
)
MaxActivityCutoffFactorMilli: Constant[int] = Constant(
    "SubtensorModule", "MaxActivityCutoffFactorMilli", "14b7429f83a073c5"
)
InitialAdjustmentInterval: Constant[int] = Constant(
    "SubtensorModule", "InitialAdjustmentInterval", "424bb468a633b87b"
)
InitialBondsMovingAverage: Constant[int] = Constant(
    "SubtensorModule", "InitialBondsMovingAverage", "67909149a73f10c6"
)
InitialBondsPenalty: Constant[int] = Constant(
    "SubtensorModule", "InitialBondsPenalty", "424bb468a633b87b"
)
InitialBondsResetOn: Constant[bool] = Constant(
    "SubtensorModule", "InitialBondsResetOn", "67636a62f4da707d"
)
InitialTargetRegistrationsPerInterval: Constant[int] = Constant(
    "SubtensorModule", "InitialTargetRegistrationsPerInterval", "424bb468a633b87b"
)
InitialRho: Constant[int] = Constant("SubtensorModule", "InitialRho", "424bb468a633b87b")
InitialAlphaSigmoidSteepness: Constant[int] = Constant(
    "SubtensorModule", "InitialAlphaSigmoidSteepness", "7dc84c18e10b6aa7"
)
InitialKappa: Constant[int] = Constant("SubtensorModule", "InitialKappa", "424bb468a633b87b")
InitialMinAllowedUids: Constant[int] = Constant(
    "SubtensorModule", "InitialMinAllowedUids", "424bb468a633b87b"
)
InitialMaxAllowedUids: Constant[int] = Constant(
    "SubtensorModule", "InitialMaxAllowedUids", "424bb468a633b87b"
)
InitialValidatorPruneLen: Constant[int] = Constant(
    "SubtensorModule", "InitialValidatorPruneLen", "67909149a73f10c6"
)
InitialScalingLawPower: Constant[int] = Constant(
    "SubtensorModule", "InitialScalingLawPower", "424bb468a633b87b"
)
InitialImmunityPeriod: Constant[int] = Constant(
    "SubtensorModule", "InitialImmunityPeriod", "424bb468a633b87b"
)
InitialActivityCutoff: Constant[int] = Constant(
    "SubtensorModule", "InitialActivityCutoff", "424bb468a633b87b"
)
InitialMaxRegistrationsPerBlock: Constant[int] = Constant(
    "SubtensorModule", "InitialMaxRegistrationsPerBlock", "424bb468a633b87b"
)
InitialPruningScore: Constant[int] = Constant(
    "SubtensorModule", "InitialPruningScore", "424bb468a633b87b"
)
InitialMaxAllowedValidators: Constant[int] = Constant(
    "SubtensorModule", "InitialMaxAllowedValidators", "424bb468a633b87b"
)
InitialDefaultDelegateTake: Constant[int] = Constant(
    "SubtensorModule", "InitialDefaultDelegateTake", "424bb468a633b87b"
)
InitialMinDelegateTake: Constant[int] = Constant(
    "SubtensorModule", "InitialMinDelegateTake", "424bb468a633b87b"
)
InitialDefaultChildKeyTake: Constant[int] = Constant(
    "SubtensorModule", "InitialDefaultChildKeyTake", "424bb468a633b87b"
)
InitialMinChildKeyTake: Constant[int] = Constant(
    "SubtensorModule", "InitialMinChildKeyTake", "424bb468a633b87b"
)
InitialMaxChildKeyTake: Constant[int] = Constant(
    "SubtensorModule", "InitialMaxChildKeyTake", "424bb468a633b87b"
)
InitialWeightsVersionKey: Constant[int] = Constant(
    "SubtensorModule", "InitialWeightsVersionKey", "67909149a73f10c6"
)
InitialServingRateLimit: Constant[int] = Constant(
    "SubtensorModule", "InitialServingRateLimit", "67909149a73f10c6"
)
InitialTxRateLimit: Constant[int] = Constant(
    "SubtensorModule", "InitialTxRateLimit", "67909149a73f10c6"
)
InitialTxDelegateTakeRateLimit: Constant[int] = Constant(
    "SubtensorModule", "InitialTxDelegateTakeRateLimit", "67909149a73f10c6"
)
InitialTxChildKeyTakeRateLimit: Constant[int] = Constant(
    "SubtensorModule", "InitialTxChildKeyTakeRateLimit", "67909149a73f10c6"
)
InitialAdjustmentAlpha: Constant[int] = Constant(
    "SubtensorModule", "InitialAdjustmentAlpha", "67909149a73f10c6"
)
InitialNetworkImmunityPeriod: Constant[int] = Constant(
    "SubtensorModule", "InitialNetworkImmunityPeriod", "67909149a73f10c6"
)
InitialNetworkMinLockCost: Constant[int] = Constant(
    "SubtensorModule", "InitialNetworkMinLockCost", "67909149a73f10c6"
)
InitialSubnetOwnerCut: Constant[int] = Constant(
    "SubtensorModule", "InitialSubnetOwnerCut", "424bb468a633b87b"
)
InitialNetworkLockReductionInterval: Constant[int] = Constant(
    "SubtensorModule", "InitialNetworkLockReductionInterval", "67909149a73f10c6"
)
InitialNetworkRateLimit: Constant[int] = Constant(
    "SubtensorModule", "InitialNetworkRateLimit", "67909149a73f10c6"
)
KeySwapCost: Constant[int] = Constant("SubtensorModule", "KeySwapCost", "67909149a73f10c6")
AlphaHigh: Constant[int] = Constant("SubtensorModule", "AlphaHigh", "424bb468a633b87b")
AlphaLow: Constant[int] = Constant("SubtensorModule", "AlphaLow", "424bb468a633b87b")
LiquidAlphaOn: Constant[bool] = Constant("SubtensorModule", "LiquidAlphaOn", "67636a62f4da707d")
Yuma3On: Constant[bool] = Constant("SubtensorModule", "Yuma3On", "67636a62f4da707d")
InitialColdkeySwapAnnouncementDelay: Constant[int] = Constant(
    "SubtensorModule", "InitialColdkeySwapAnnouncementDelay", "14b7429f83a073c5"
)
InitialColdkeySwapReannouncementDelay: Constant[int] = Constant(
    "SubtensorModule", "InitialColdkeySwapReannouncementDelay", "14b7429f83a073c5"
)
InitialDissolveNetworkScheduleDuration: Constant[int] = Constant(
    "SubtensorModule", "InitialDissolveNetworkScheduleDuration", "14b7429f83a073c5"
)
InitialTaoWeight: Constant[int] = Constant(
    "SubtensorModule", "InitialTaoWeight", "67909149a73f10c6"
)
InitialEmaPriceHalvingPeriod: Constant[int] = Constant(
    "SubtensorModule", "InitialEmaPriceHalvingPeriod", "67909149a73f10c6"
)
InitialStartCallDelay: Constant[int] = Constant(
    "SubtensorModule", "InitialStartCallDelay", "67909149a73f10c6"
)
KeySwapOnSubnetCost: Constant[int] = Constant(
    "SubtensorModule", "KeySwapOnSubnetCost", "67909149a73f10c6"
)
HotkeySwapOnSubnetInterval: Constant[int] = Constant(
    "SubtensorModule", "HotkeySwapOnSubnetInterval", "67909149a73f10c6"
)
LeaseDividendsDistributionInterval: Constant[int] = Constant(
    "SubtensorModule", "LeaseDividendsDistributionInterval", "14b7429f83a073c5"
)
MaxImmuneUidsPercentage: Constant[int] = Constant(
    "SubtensorModule", "MaxImmuneUidsPercentage", "d503333a66eb0308"
)
SubtensorPalletId: Constant[bytes] = Constant(
    "SubtensorModule", "SubtensorPalletId", "9b215fef8a45329b"
)
BurnAccountId: Constant[bytes] = Constant("SubtensorModule", "BurnAccountId", "9b215fef8a45329b")
InitialMaxEpochsPerBlock: Constant[int] = Constant(
    "SubtensorModule", "InitialMaxEpochsPerBlock", "d503333a66eb0308"
)
