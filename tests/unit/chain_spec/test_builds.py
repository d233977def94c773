"""What the build decides: every `prod_or_fast!` and `cfg!(feature = …)` of Subtensor at 425.

Each line names the file and the rule of the source. `localnet.sh` builds with `pow-faucet` and
`metadata-hash`, and with `fast-runtime` unless its first argument is `False`: that is chain `fast`,
and with the argument chain `local`. `EPOCH_DURATION_IN_SLOTS` (`runtime/src/lib.rs`) is read by the
node's Babe code only, which no chain of Aura's uses; how `faucet` and `metadata-hash` behave is
tested with the runtime.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

from chain_spec import chains
from chain_spec.declare import Constant, StorageItem
from chain_spec.features import Feature
from chain_spec.metadata import metadata
from chain_spec.pallets import aura, crowdloan, subtensor, timestamp
from chain_spec.profile import Profile, at
from chain_spec.runtime import build
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor import rate_limits
from local_node.runtime.pallets.subtensor.subnets.identity import associate_evm_key
from tests.unit.local_node.runtime.support import fresh_context


class Rule(NamedTuple):
    """A `prod_or_fast!` of the source, and the item that has its value."""

    file: str
    name: str
    item: Constant[Any] | StorageItem[Any]
    slow: int
    fast: int


COMMON, RUNTIME = "common/src/lib.rs", "runtime/src/lib.rs"
PALLET, GENESIS = "pallets/subtensor/src/lib.rs", "pallets/subtensor/src/macros/genesis.rs"
constants, storage = subtensor.constants, subtensor.storage

DECLARED = (
    Rule(COMMON, "MILLISECS_PER_BLOCK", aura.constants.SlotDuration, 12_000, 250),
    Rule(COMMON, "MILLISECS_PER_BLOCK", timestamp.constants.MinimumPeriod, 6_000, 125),
    Rule(RUNTIME, "INITIAL_SUBNET_TEMPO", constants.InitialTempo, 360, 10),
    Rule(RUNTIME, "INITIAL_SUBNET_TEMPO", storage.Tempo, 360, 10),
    Rule(
        RUNTIME,
        "INITIAL_CHILDKEY_TAKE_RATELIMIT",
        constants.InitialTxChildKeyTakeRateLimit,
        216_000,
        5,
    ),
    Rule(RUNTIME, "INITIAL_CHILDKEY_TAKE_RATELIMIT", storage.TxChildkeyTakeRateLimit, 216_000, 5),
    Rule(
        RUNTIME,
        "InitialColdkeySwapAnnouncementDelay",
        constants.InitialColdkeySwapAnnouncementDelay,
        36_000,
        50,
    ),
    Rule(
        RUNTIME,
        "InitialColdkeySwapAnnouncementDelay",
        storage.ColdkeySwapAnnouncementDelay,
        36_000,
        50,
    ),
    Rule(
        RUNTIME,
        "InitialColdkeySwapReannouncementDelay",
        constants.InitialColdkeySwapReannouncementDelay,
        7_200,
        10,
    ),
    Rule(
        RUNTIME,
        "InitialColdkeySwapReannouncementDelay",
        storage.ColdkeySwapReannouncementDelay,
        7_200,
        10,
    ),
    Rule(RUNTIME, "HotkeySwapOnSubnetInterval", constants.HotkeySwapOnSubnetInterval, 7_200, 1),
    Rule(RUNTIME, "SubtensorMaxEpochsPerBlock", constants.InitialMaxEpochsPerBlock, 2, 32),
    Rule(RUNTIME, "SubtensorMaxEpochsPerBlock", storage.MaxEpochsPerBlock, 2, 32),
    Rule(RUNTIME, "MinimumBlockDuration", crowdloan.constants.MinimumBlockDuration, 50_400, 50),
    Rule(
        RUNTIME, "MaximumBlockDuration", crowdloan.constants.MaximumBlockDuration, 432_000, 20_000
    ),
    Rule(PALLET, "DefaultPendingCooldown", storage.PendingChildKeyCooldown, 7_200, 15),
)

LIMITS = (
    (PALLET, "MaxUidsTrimmingRateLimit", rate_limits.MAX_UIDS_TRIMMING, 216_000, 1),
    (PALLET, "MechanismCountSetRateLimit", rate_limits.MECHANISM_COUNT_UPDATE, 7_200, 1),
    (PALLET, "MechanismEmissionRateLimit", rate_limits.MECHANISM_EMISSION, 7_200, 1),
)


@pytest.mark.parametrize("rule", DECLARED, ids=lambda rule: f"{rule.file}:{rule.item.full_name}")
def test_a_declared_value_follows_the_profile(rule: Rule) -> None:
    wanted = {Profile.SLOW: rule.slow, Profile.FAST: rule.fast}
    for name in chains.NAMES:
        interface = chains.load(name).interface
        model = metadata(interface)
        shown: Any
        if isinstance(rule.item, Constant):
            constant = model.pallets[rule.item.pallet_name].constants[rule.item.name]
            shown = interface.codec(rule.item.type).decode(constant.value)
        else:
            shown = model.storage(rule.item.pallet_name, rule.item.name).decode(None)
        assert shown == wanted[interface.profile], f"{name}: {rule.file}, {rule.name}"


def test_no_other_declared_value_follows_the_profile() -> None:
    slow, fast = (metadata(build(profile)) for profile in Profile)
    differing = {
        f"{name}.{item}"
        for name, pallet in slow.pallets.items()
        for item, known in pallet.storage.items()
        if known.default != fast.storage(name, item).default
    } | {
        f"{name}.{constant}"
        for name, pallet in slow.pallets.items()
        for constant, known in pallet.constants.items()
        if known.value != fast.pallets[name].constants[constant].value
    }
    assert differing == {rule.item.full_name for rule in DECLARED}


@pytest.mark.parametrize("chain", chains.NAMES)
@pytest.mark.parametrize(("file", "name", "limit", "slow", "fast"), LIMITS)
def test_a_rate_limit_of_the_pallet_follows_the_profile(
    chain: str, file: str, name: str, limit: rate_limits.RateLimit, slow: int, fast: int
) -> None:
    ctx = fresh_context(chain)
    assert limit.limit(ctx, 1) == (slow if chain == "local" else fast), f"{file}, {name}"


def test_evm_keys_are_associated_once_in_a_period() -> None:
    # runtime/src/lib.rs, EVM_KEY_ASSOCIATE_RATELIMIT
    assert at(associate_evm_key.RATE_LIMIT, Profile.SLOW) == 7_200
    assert at(associate_evm_key.RATE_LIMIT, Profile.FAST) == 1


@pytest.mark.parametrize("chain", chains.NAMES)
def test_the_faucet_build_has_no_limit_on_new_subnets(chain: str) -> None:
    # pallets/subtensor/src/lib.rs, DefaultNetworkRateLimit: `cfg!(feature = "pow-faucet")`
    model = metadata(chains.load(chain).interface)
    assert model.storage("SubtensorModule", "NetworkRateLimit").decode(None) == 0
    ctx = fresh_context(chain)
    assert not ctx.contains(storage.NetworkRateLimit), "the default, as on the localnet"
    assert ctx.get(storage.NetworkRateLimit) == 0
    # runtime/src/lib.rs, SubtensorInitialNetworkRateLimit: the same in every build
    assert ctx.constant(constants.InitialNetworkRateLimit) == 7_200


@pytest.mark.parametrize("profile", Profile)
def test_a_build_without_the_faucet_has_the_limit_and_not_the_call(profile: Profile) -> None:
    # pallets/subtensor/src/macros/dispatches.rs, faucet: `#[cfg(feature = "pow-faucet")]`
    plain, faucet = build(profile), build(profile, frozenset({Feature.FAUCET}))
    assert storage.NetworkRateLimit.default(profile, plain.features) == 7_200
    assert "faucet" not in plain.pallets["SubtensorModule"].calls
    assert faucet.pallets["SubtensorModule"].calls["faucet"].index == 60


@pytest.mark.parametrize(("chain", "owned"), [("fast", True), ("local", False), ("dev", True)])
def test_root_has_an_owner_in_the_fast_build(chain: str, owned: bool) -> None:
    # pallets/subtensor/src/macros/genesis.rs, subnet_root_owner and subnet_root_owner_hotkey
    ctx: Context = fresh_context(chain)
    for item in (storage.SubnetOwner, storage.SubnetOwnerHotkey):
        assert (ctx.get(item, 0) != bytes(32)) is owned, GENESIS


def test_the_localnets_features_are_those_of_its_script() -> None:
    # scripts/localnet.sh: `pow-faucet` in both modes, `fast-runtime` unless told otherwise
    fast, local = chains.load("fast"), chains.load("local")
    assert fast.features == local.features == {Feature.FAUCET}
    assert (fast.profile, local.profile) == (Profile.FAST, Profile.SLOW)
    assert "subtensorModule" not in {**fast.genesis, **local.genesis}
