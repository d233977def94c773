"""Subtensor's errors."""

from __future__ import annotations

from chain_spec.declare import Error

RootNetworkDoesNotExist = Error(0, "There is no root network.")
InvalidIpType = Error(1, "The IP type is neither 4 nor 6.")
InvalidIpAddress = Error(
    2, "Not an address that others can reach; give a public one of the given IP type."
)
InvalidPort = Error(3, "Port 0 cannot be served; give another.")
HotKeyNotRegisteredInSubNet = Error(
    4, "The hotkey has no UID on this subnet; register it there first."
)
HotKeyAccountNotExists = Error(
    5, "No coldkey owns this hotkey yet; register it on a subnet first, or check its address."
)
HotKeyNotRegisteredInNetwork = Error(6, "The hotkey has no UID on any subnet; register it first.")
NonAssociatedColdKey = Error(7, "Another coldkey owns this hotkey; sign with that one.")
NotEnoughStake = Error(8, "The stake is below what this needs; stake more.")
NotEnoughStakeToWithdraw = Error(
    9, "The hotkey holds less of your stake on this subnet than you want to take out."
)
NotEnoughStakeToSetWeights = Error(
    10, "The hotkey's stake is below the threshold for setting weights; stake more to it."
)
NotEnoughStakeToSetChildkeys = Error(
    11, "The hotkey's stake is too small to have children; stake more to it."
)
NotEnoughBalanceToStake = Error(
    12, "The coldkey has too little free TAO for this; lower the amount, or send it more."
)
BalanceWithdrawalError = Error(
    13, "The TAO could not be taken from the account; check its free balance."
)
ZeroBalanceAfterWithdrawn = Error(
    14, "Nothing could be taken from the account without removing it; leave it some TAO."
)
NeuronNoValidatorPermit = Error(
    15, "Without a validator permit a neuron may only give weight to itself; gain more stake."
)
WeightVecNotEqualSize = Error(16, "There must be as many weights as UIDs.")
DuplicateUids = Error(17, "A UID occurs twice; give each once.")
UidVecContainInvalidOne = Error(18, "A UID is not on this subnet; read the metagraph again.")
WeightVecLengthIsLow = Error(19, "The subnet wants weights for more neurons than were given.")
TooManyRegistrationsThisBlock = Error(
    20, "This block has taken all registrations that the subnet allows; try in the next one."
)
HotKeyAlreadyRegisteredInSubNet = Error(
    21, "The hotkey has a UID on this subnet already; there is nothing to do."
)
NewHotKeyIsSameWithOld = Error(22, "The new hotkey is the old one.")
NewHotKeyNotCleanForRootSwap = Error(
    23, "The new hotkey has stake or dividends on root already; swap to a fresh one."
)
InvalidWorkBlock = Error(
    24, "The proof was made for a block that is too old, unknown or used before; search again."
)
InvalidDifficulty = Error(
    25, "The proof does not meet the subnet's difficulty; read it again and search on."
)
InvalidSeal = Error(
    26,
    "The seal does not follow from block, keys and nonce; see which form of proof the chain has.",
)
MaxWeightExceeded = Error(
    27, "A weight is above the maximum that the subnet allows for one neuron."
)
HotKeyAlreadyDelegate = Error(28, "The hotkey is a delegate already.")
SettingWeightsTooFast = Error(
    29, "The subnet's rate limit for weights has not passed; wait as many blocks as it says."
)
IncorrectWeightVersionKey = Error(
    30, "The version key is below the subnet's; update the validator's software."
)
ServingRateLimitExceeded = Error(
    31, "The subnet's rate limit for serving has not passed; try again later."
)
UidsLengthExceedUidsInSubNet = Error(32, "More UIDs were given than the subnet has.")
NetworkTxRateLimitExceeded = Error(
    33, "A subnet was created too recently; wait for the rate limit to pass."
)
DelegateTxRateLimitExceeded = Error(
    34, "The take was changed too recently; wait for the rate limit to pass."
)
HotKeySetTxRateLimitExceeded = Error(
    35, "This coldkey swapped a hotkey too recently; try again later."
)
StakingRateLimitExceeded = Error(
    36, "There were too many stake operations on this hotkey; try in the next block."
)
SubNetRegistrationDisabled = Error(37, "The subnet's owner has closed this way of registration.")
TooManyRegistrationsThisInterval = Error(
    38, "The subnet has taken all registrations of this interval; try in the next one."
)
TransactorAccountShouldBeHotKey = Error(39, "Sign this with the hotkey that is being registered.")
FaucetDisabled = Error(40, "This chain has no faucet; the local chains have one.")
NotSubnetOwner = Error(41, "Only the subnet's owner may do this; sign with the owner's coldkey.")
RegistrationNotPermittedOnRootSubnet = Error(
    42, "The root network is joined with root_register, not like a subnet."
)
StakeTooLowForRoot = Error(
    43, "Every place of the root network is held by more stake; stake more first."
)
AllNetworksInImmunity = Error(
    44, "No subnet can make room now, because all are immune; wait, or find a subnet to take over."
)
NotEnoughBalanceToPaySwapHotKey = Error(
    45, "The coldkey has too little free TAO for the cost of the swap."
)
NotRootSubnet = Error(46, "Weights of the root network are set for netuid 0.")
CanNotSetRootNetworkWeights = Error(47, "Weights cannot be set on the root network.")
NoNeuronIdAvailable = Error(
    48, "The subnet has no free place, and no neuron that may be replaced; try again later."
)
DelegateTakeTooLow = Error(49, "The take is below the minimum, or not lower than before.")
DelegateTakeTooHigh = Error(50, "The take is above the maximum, or not higher than before.")
NoWeightsCommitFound = Error(51, "There is no commit of this hotkey to reveal; commit first.")
InvalidRevealCommitHashNotMatch = Error(
    52, "What was revealed is not what was committed; use the same UIDs, weights, salt and key."
)
CommitRevealEnabled = Error(53, "This subnet takes weights by commit and reveal only.")
CommitRevealDisabled = Error(54, "This subnet takes weights directly, not by commit and reveal.")
LiquidAlphaDisabled = Error(
    55, "Liquid alpha is off on this subnet; switch it on before its values are set."
)
AlphaHighTooLow = Error(56, "The upper alpha value is below its minimum.")
AlphaLowOutOfRange = Error(
    57, "The lower alpha value is below its minimum, or above the upper one."
)
ColdKeyAlreadyAssociated = Error(58, "The new coldkey has stakes already; choose a fresh one.")
NotEnoughBalanceToPaySwapColdKey = Error(
    59, "The coldkey has too little free TAO for the cost of the swap."
)
InvalidChild = Error(60, "A hotkey cannot be its own child.")
DuplicateChild = Error(61, "A child is named twice.")
ProportionOverflow = Error(62, "The proportions of the children add up to more than the whole.")
TooManyChildren = Error(63, "A hotkey can have five children at most.")
TxRateLimitExceeded = Error(64, "This was done too recently; wait for the rate limit to pass.")
ColdkeySwapAnnouncementNotFound = Error(
    65, "No swap of this coldkey is announced; announce it first."
)
ColdkeySwapTooEarly = Error(66, "The delay after the announcement has not passed; wait for it.")
ColdkeySwapReannouncedTooEarly = Error(
    67, "A swap was announced recently; wait before you announce another."
)
AnnouncedColdkeyHashDoesNotMatch = Error(68, "The new coldkey is not the one that was announced.")
ColdkeySwapAlreadyDisputed = Error(69, "The swap of this coldkey is disputed already.")
NewColdKeyIsHotkey = Error(70, "The new coldkey is in use as a hotkey; choose a fresh one.")
InvalidChildkeyTake = Error(71, "The childkey's take is outside its limits.")
TxChildkeyTakeRateLimitExceeded = Error(
    72, "The childkey's take was changed too recently; try again later."
)
InvalidIdentity = Error(73, "A field of the identity is longer than it may be.")
MechanismDoesNotExist = Error(74, "The subnet has no mechanism of this id.")
StakeUnavailable = Error(
    75, "This much of the stake is locked; only what is not locked can be moved."
)
SubnetNotExists = Error(76, "There is no subnet of this netuid; list the subnets.")
TooManyUnrevealedCommits = Error(
    77, "Ten commits of this hotkey wait to be revealed; reveal some first."
)
ExpiredWeightCommit = Error(78, "The time to reveal this commit is over; commit again.")
RevealTooEarly = Error(79, "The epoch to reveal this commit in has not come; wait for it.")
InputLengthsUnequal = Error(80, "Lists that belong together have different lengths.")
CommittingWeightsTooFast = Error(
    81, "The subnet's rate limit for weights has not passed; wait as many blocks as it says."
)
AmountTooLow = Error(82, "The amount is below the minimum for a stake operation.")
InsufficientLiquidity = Error(83, "The subnet's pool is too small for this amount; lower it.")
SlippageTooHigh = Error(
    84,
    "The price would pass your limit; widen the limit, lower the amount, or allow a partial fill.",
)
TransferDisallowed = Error(85, "The subnet's owner has switched transfers of its alpha off.")
ActivityCutoffTooLow = Error(86, "The activity cutoff is below the minimum.")
CallDisabled = Error(87, "This call is switched off.")
FirstEmissionBlockNumberAlreadySet = Error(88, "The subnet has been started already.")
NeedWaitingMoreBlocksToStarCall = Error(
    89, "The subnet is too young to be started; wait some blocks."
)
NotEnoughAlphaOutToRecycle = Error(90, "The subnet has less alpha out than was to be recycled.")
CannotBurnOrRecycleOnRootSubnet = Error(
    91, "Stake on the root network cannot be burned or recycled."
)
UnableToRecoverPublicKey = Error(92, "The signature leads to no public key; sign the message anew.")
InvalidRecoveredPublicKey = Error(
    93, "The signature is of another EVM key; sign with the one that is given."
)
SubtokenDisabled = Error(
    94, "The subnet's token is not enabled yet: its owner must make the start call."
)
HotKeySwapOnSubnetIntervalNotPassed = Error(
    95, "This hotkey was swapped on the subnet too recently; try again later."
)
SameNetuid = Error(96, "Origin and destination are the same subnet.")
InsufficientBalance = Error(97, "The account has too little free TAO for this.")
InvalidLeaseBeneficiary = Error(98, "Only the one who created the crowdloan may lease with it.")
LeaseCannotEndInThePast = Error(99, "The lease would be over already; choose a later block.")
LeaseNetuidNotFound = Error(100, "The subnet of the new lease was not found.")
LeaseDoesNotExist = Error(101, "There is no such lease.")
LeaseHasNoEndBlock = Error(102, "The lease has no end, so it cannot be terminated.")
LeaseHasNotEnded = Error(103, "The lease still runs; wait for its last block.")
Overflow = Error(104, "A number grew out of its range.")
BeneficiaryDoesNotOwnHotkey = Error(105, "The beneficiary does not own this hotkey.")
ExpectedBeneficiaryOrigin = Error(106, "Only the beneficiary of the lease may do this.")
AdminActionProhibitedDuringWeightsWindow = Error(
    107, "The subnet's epoch is near, and hyperparameters are frozen until it is over."
)
SymbolDoesNotExist = Error(108, "This is not one of the symbols that a subnet can have.")
SymbolAlreadyInUse = Error(109, "Another subnet has this symbol.")
IncorrectCommitRevealVersion = Error(
    110, "The commit was made for another version of commit-reveal; update the software."
)
InvalidRevealRound = Error(111, "The drand round to reveal at is in the past; choose a later one.")
RevealPeriodTooLarge = Error(112, "The reveal period is above the maximum.")
RevealPeriodTooSmall = Error(113, "The reveal period is below the minimum.")
InvalidValue = Error(114, "The value is outside its limits.")
SubnetLimitReached = Error(115, "There are as many subnets as there can be.")
CannotAffordLockCost = Error(
    116, "The coldkey has too little free TAO for the lock cost of a subnet; read the cost again."
)
EvmKeyAssociateRateLimitExceeded = Error(
    117, "An EVM key was associated too recently; wait some blocks."
)
SameAutoStakeHotkeyAlreadySet = Error(118, "Stake goes to this hotkey by itself already.")
UidMapCouldNotBeCleared = Error(119, "The UIDs of the subnet could not be cleared.")
TrimmingWouldExceedMaxImmunePercentage = Error(
    120, "Too many of those that would stay are immune; trim to more UIDs, or later."
)
ChildParentInconsistency = Error(
    121, "A child cannot be a parent of its own parent; remove one of the two relations."
)
InvalidNumRootClaim = Error(122, "The number of claims in a block is above the maximum.")
InvalidRootClaimThreshold = Error(123, "The threshold of root claims is above the maximum.")
InvalidSubnetNumber = Error(
    124, "Name at least one subnet, and no more than can be claimed at once."
)
TooManyUIDsPerMechanism = Error(
    125, "UIDs times mechanisms would be more than 256; lower one of them."
)
VotingPowerTrackingNotEnabled = Error(
    126, "Voting power is not tracked on this subnet; switch it on first."
)
InvalidVotingPowerEmaAlpha = Error(
    127, "The weight of the moving average of voting power is above 10^18."
)
Deprecated = Error(128, "This call no longer does anything.")
AddStakeBurnRateLimitExceeded = Error(
    129, "The subnet bought alpha back too recently; wait for the rate limit to pass."
)
ColdkeySwapAnnounced = Error(
    130, "A swap of this coldkey is announced, and until it is done little else is allowed."
)
ColdkeySwapDisputed = Error(
    131, "The swap of this coldkey is disputed, and nothing is allowed until that is settled."
)
ColdkeySwapClearTooEarly = Error(
    132, "The announcement of the swap is too young to be cleared; wait some blocks."
)
DisabledTemporarily = Error(133, "This is switched off for now.")
RegistrationPriceLimitExceeded = Error(
    134, "The price of registration is above your limit; raise the limit, or wait for it to fall."
)
LockHotkeyMismatch = Error(135, "The coldkey has a lock on this subnet for another hotkey.")
InsufficientStakeForLock = Error(136, "There is less stake on the subnet than is to be locked.")
NoExistingLock = Error(137, "There is no lock to change.")
ActiveLockExists = Error(138, "The coldkey has a lock already.")
CannotUseSystemAccount = Error(139, "An account of the chain itself cannot be used here.")
UnlockAmountTooHigh = Error(140, "Less is locked than is to be unlocked.")
TempoOutOfBounds = Error(141, "The tempo is outside its limits.")
ActivityCutoffFactorMilliOutOfBounds = Error(
    142, "The activity cutoff factor is outside its limits."
)
EpochTriggerAlreadyPending = Error(143, "An epoch is called for already; wait until it has run.")
AutoEpochAlreadyImminent = Error(144, "The next epoch comes as soon by itself.")
DynamicTempoBlockedByCommitReveal = Error(
    145, "An epoch out of turn would lose timelocked weights; switch commit-reveal off first."
)
AccountRejectsLockedAlpha = Error(
    146, "The destination takes no locked alpha; its owner must allow it."
)
