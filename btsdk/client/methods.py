"""The methods that both clients have, each listed once.

A method is a plain function that passes its program to the client's `run`: that of a blocking
client returns the result, that of an async one a coroutine. Type checkers see it as a `Method`.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import update_wrapper
from types import FunctionType
from typing import TYPE_CHECKING, Any, Concatenate, Generic, ParamSpec, TypeVar, cast, overload

from btsdk.client.core import Core
from btsdk.client.dynamic import Dynamic
from btsdk.descriptors import Constant
from btsdk.reads import activity as of_activity
from btsdk.reads import balances as of_balances
from btsdk.reads import baskets as of_baskets
from btsdk.reads import beacon as of_beacon
from btsdk.reads import block_body as of_bodies
from btsdk.reads import children as of_children
from btsdk.reads import coldkey_swaps as of_coldkey_swaps
from btsdk.reads import collateral as of_collateral
from btsdk.reads import commitments as of_commitments
from btsdk.reads import crowdloans as of_crowdloans
from btsdk.reads import delegates as of_delegates
from btsdk.reads import epochs as of_epochs
from btsdk.reads import governance as of_governance
from btsdk.reads import hotkeys as of_hotkeys
from btsdk.reads import hyperparameter_bounds as of_hyperparameter_bounds
from btsdk.reads import hyperparameters as of_hyperparameters
from btsdk.reads import identities as of_identities
from btsdk.reads import leases as of_leases
from btsdk.reads import limit_orders as of_limit_orders
from btsdk.reads import limits as of_limits
from btsdk.reads import locks as of_locks
from btsdk.reads import mechanisms as of_mechanisms
from btsdk.reads import moves as of_moves
from btsdk.reads import multisigs as of_multisigs
from btsdk.reads import neurons as of_neurons
from btsdk.reads import overview as of_overview
from btsdk.reads import owner_limits as of_owner_limits
from btsdk.reads import portfolios as of_portfolios
from btsdk.reads import prices as of_prices
from btsdk.reads import proxies as of_proxies
from btsdk.reads import pruning as of_pruning
from btsdk.reads import rate_limits as of_rate_limits
from btsdk.reads import registration as of_registration
from btsdk.reads import root_claims as of_root_claims
from btsdk.reads import serving as of_serving
from btsdk.reads import stakes as of_stakes
from btsdk.reads import subnet_emission as of_subnet_emission
from btsdk.reads import subnet_lifecycle as of_subnet_lifecycle
from btsdk.reads import subnets as of_subnets
from btsdk.reads import supply as of_supply
from btsdk.reads import symbols as of_symbols
from btsdk.reads import weights as of_weights
from btsdk.reads.metagraph import fetch as of_metagraphs
from btsdk.state import query
from btsdk.state.block_context import BlockContext

if TYPE_CHECKING:
    from btsdk.client.explaining import Explanation
    from btsdk.metadata import Metadata
    from btsdk.rpc.effects import Program
    from btsdk.units import Tao

P = ParamSpec("P")
T = TypeVar("T")
V = TypeVar("V")


class Blocking:
    """Marks what returns results."""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        _present(cls, "{}")


class Async:
    """Marks what returns coroutines."""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        _present(cls, "Coroutine[Any, Any, {}]")


class Asking:
    """Marks what returns the programs themselves."""


class Method(Generic[P, T]):
    """A method as type checkers see it, on a blocking object, an async one, and their classes."""

    @overload
    def __get__(self, instance: Blocking, owner: Any) -> Callable[P, T]: ...
    @overload
    def __get__(self, instance: Async, owner: Any) -> Callable[P, Coroutine[Any, Any, T]]: ...
    @overload
    def __get__(self, instance: Asking, owner: Any) -> Callable[P, Program[T]]: ...
    @overload
    def __get__(
        self, instance: None, owner: type[Blocking]
    ) -> Callable[Concatenate[Any, P], T]: ...
    @overload
    def __get__(
        self, instance: None, owner: type[Async]
    ) -> Callable[Concatenate[Any, P], Coroutine[Any, Any, T]]: ...
    def __get__(self, instance: Any, owner: Any) -> Any:
        raise NotImplementedError("a method is a function at run time")


def of_core(program: Callable[Concatenate[Core, P], Program[T]]) -> Method[P, T]:
    """A method of a client that runs a program of the core."""

    def method(self: Any, /, *args: P.args, **named: P.kwargs) -> Any:
        return self.run(program(self.core, *args, **named))

    return cast("Method[P, T]", update_wrapper(method, program))


def of_block(program: Callable[Concatenate[BlockContext, P], Program[T]]) -> Method[P, T]:
    """A method of a view that runs a read at its block."""

    def method(self: Any, /, *args: P.args, **named: P.kwargs) -> Any:
        return self.client.run(program(self.at, *args, **named))

    return cast("Method[P, T]", update_wrapper(method, program))


def _present(cls: type, result: str) -> None:
    """Give a class its own copy of each shared method, whose signature is that of the call."""
    for base in cls.__bases__:
        for name, method in vars(base).items():
            program = getattr(method, "__wrapped__", None)
            if isinstance(method, FunctionType) and program and name not in vars(cls):
                setattr(cls, name, _presented(method, program, result))


def _presented(method: Any, program: Any, result: str) -> Any:
    """A copy of a method; `inspect` and `help` take its signature from a copy of the program."""
    own, code, names = method.__code__, program.__code__, program.__code__.co_varnames
    hidden = 2 if names[: code.co_argcount][:2] == ("self", "at") else 1
    # The copy is never called; a hidden parameter after the first becomes a local variable.
    code = code.replace(
        co_argcount=code.co_argcount + 1 - hidden,
        co_varnames=("self", *names[hidden:], *names[1:hidden]),
    )
    shown = FunctionType(code, program.__globals__, program.__name__, program.__defaults__)
    update_wrapper(shown, program)
    del shown.__wrapped__  # type: ignore[attr-defined]  # it would be asked for its signature
    shown.__kwdefaults__ = program.__kwdefaults__
    hints = {
        name: hint for name, hint in program.__annotations__.items() if name not in names[:hidden]
    }
    returned = hints["return"].removeprefix("Program[").removesuffix("]")
    shown.__annotations__ = hints | {"return": result.format(returned)}
    copy = FunctionType(own, method.__globals__, method.__name__, None, method.__closure__)
    return update_wrapper(copy, shown)


def of_core_at(program: Callable[Concatenate[Core, BlockContext, P], Program[T]]) -> Method[P, T]:
    """A method of a view that runs a program of its client's core at its block."""

    def method(self: Any, /, *args: P.args, **named: P.kwargs) -> Any:
        return self.client.run(program(self.client.core, self.at, *args, **named))

    return cast("Method[P, T]", update_wrapper(method, program))


class ClientMethods:
    """What a client does by a program of its core alone."""

    dynamic = Dynamic()
    """Items of the live metadata by name."""

    info = of_core(Core.info)
    genesis_hash = of_core(Core.genesis_hash)
    next_nonce = of_core(Core.next_nonce)
    latency = of_core(Core.latency)
    call = of_core(Core.call)
    wait_for_epoch = of_core(Core.wait_for_epoch)
    prepare = of_core(Core.prepare)
    fee = of_core(Core.fee)
    send = of_core(Core.send)
    sign_order = of_core(Core.sign_order)
    dry_run = of_core(Core.dry_run)
    receipt = of_core(Core.receipt)


class ViewMethods:
    """The reads at one block, and what is known of it without asking the chain."""

    at: BlockContext

    @property
    def hash(self) -> str:
        """The block's hash."""
        return self.at.hash

    @property
    def number(self) -> int:
        """The block's height."""
        return self.at.number

    @property
    def metadata(self) -> Metadata:
        """The metadata of the runtime at this block."""
        return self.at.metadata

    block = of_core_at(Core.block)
    extrinsics = of_core_at(Core.extrinsics)
    timestamp = of_block(of_bodies.timestamp)
    balance = of_block(of_balances.balance)
    balances = of_block(of_balances.balances)
    nonce = of_block(of_balances.nonce)
    subnets = of_block(of_subnets.subnets)
    subnet = of_block(of_subnets.subnet)
    find_subnet = of_block(of_subnets.find_subnet)
    hyperparameters = of_block(of_hyperparameters.hyperparameters)
    hyperparameter_bounds = of_block(of_hyperparameter_bounds.hyperparameter_bounds)
    subnet_exists = of_block(of_subnets.subnet_exists)
    subnet_cost = of_block(of_subnets.subnet_cost)
    subnet_count = of_block(of_subnets.subnet_count)
    staking_open = of_block(of_subnets.staking_open)
    neurons = of_block(of_neurons.neurons)
    neuron = of_block(of_neurons.neuron)
    metagraph = of_block(of_metagraphs.metagraph)
    metagraphs = of_block(of_metagraphs.metagraphs)
    find_metagraph = of_block(of_metagraphs.find_metagraph)
    weights = of_block(of_metagraphs.weights)
    bonds = of_block(of_metagraphs.bonds)
    epoch_schedule = of_block(of_epochs.epoch_schedule)
    epoch_schedules = of_block(of_epochs.epoch_schedules)
    activity = of_block(of_activity.activity)
    blocks_since_update = of_block(of_activity.blocks_since_update)
    pruning = of_block(of_pruning.pruning)
    immunity_left = of_block(of_pruning.immunity_left)
    uid = of_block(of_neurons.uid)
    overview = of_block(of_overview.overview)
    owner = of_block(of_neurons.owner)
    supply = of_block(of_supply.supply)
    stakes = of_block(of_stakes.stakes)
    stake = of_block(of_stakes.stake)
    price = of_block(of_prices.price)
    prices = of_block(of_prices.prices)
    quote_stake = of_block(of_prices.quote_stake)
    quote_unstake = of_block(of_prices.quote_unstake)
    sale_values = of_block(of_prices.sale_values)
    registration = of_block(of_registration.registration)
    commitment = of_block(of_commitments.commitment)
    commitments = of_block(of_commitments.commitments)
    revealed_commitments = of_block(of_commitments.revealed_commitments)
    all_revealed_commitments = of_block(of_commitments.all_revealed_commitments)
    last_drand_round = of_block(of_beacon.last_drand_round)
    shield_keys = of_block(of_beacon.shield_keys)
    council = of_block(of_governance.council)
    senate = of_block(of_governance.senate)
    proposals = of_block(of_governance.proposals)
    sudo_key = of_block(of_governance.sudo_key)
    weights_of = of_block(of_weights.weights_of)
    weight_rules = of_block(of_weights.weight_rules)
    timelocked_commits = of_block(of_weights.timelocked_commits)
    weight_commits = of_block(of_weights.weight_commits)
    weights_allowed_at = of_block(of_rate_limits.weights_allowed_at)
    network_allowed_at = of_block(of_rate_limits.network_allowed_at)
    children_allowed_at = of_block(of_rate_limits.children_allowed_at)
    childkey_take_allowed_at = of_block(of_rate_limits.childkey_take_allowed_at)
    transaction_allowed_at = of_block(of_rate_limits.transaction_allowed_at)
    multisigs = of_block(of_multisigs.multisigs)
    multisig = of_block(of_multisigs.multisig)
    multisig_constants = of_block(of_multisigs.multisig_constants)
    crowdloan = of_block(of_crowdloans.crowdloan)
    crowdloans = of_block(of_crowdloans.crowdloans)
    crowdloan_contributions = of_block(of_crowdloans.crowdloan_contributions)
    crowdloan_contribution = of_block(of_crowdloans.crowdloan_contribution)
    crowdloan_constants = of_block(of_crowdloans.crowdloan_constants)
    next_crowdloan_id = of_block(of_crowdloans.next_crowdloan_id)
    proxies = of_block(of_proxies.proxies)
    all_proxies = of_block(of_proxies.all_proxies)
    announcements = of_block(of_proxies.announcements)
    all_announcements = of_block(of_proxies.all_announcements)
    real_pays_fee = of_block(of_proxies.real_pays_fee)
    proxy_constants = of_block(of_proxies.proxy_constants)
    proxy_types = of_block(of_proxies.proxy_types)
    proxy_filter = of_block(of_proxies.proxy_filter)
    proxy_filters = of_block(of_proxies.proxy_filters)
    identity = of_block(of_identities.identity)
    identities = of_block(of_identities.identities)
    hotkey_identities = of_block(of_identities.hotkey_identities)
    subnet_identity = of_block(of_identities.subnet_identity)
    subnet_identities = of_block(of_identities.subnet_identities)
    symbols = of_block(of_symbols.symbols)
    free_symbols = of_block(of_symbols.free_symbols)
    subnet_names = of_block(of_symbols.subnet_names)
    coldkey_swap_rules = of_block(of_coldkey_swaps.coldkey_swap_rules)
    coldkey_swap = of_block(of_coldkey_swaps.coldkey_swap)
    coldkey_swaps = of_block(of_coldkey_swaps.coldkey_swaps)
    limits = of_block(of_limits.limits)
    order_status = of_block(of_limit_orders.order_status)
    limit_orders_enabled = of_block(of_limit_orders.limit_orders_enabled)
    freeze_window = of_block(of_owner_limits.freeze_window)
    in_admin_freeze_window = of_block(of_owner_limits.in_admin_freeze_window)
    subnet_owner = of_block(of_subnet_lifecycle.subnet_owner)
    start_schedule = of_block(of_subnet_lifecycle.start_schedule)
    subnet_to_prune = of_block(of_subnet_lifecycle.subnet_to_prune)
    mechanisms = of_block(of_mechanisms.mechanisms)
    lease = of_block(of_leases.lease)
    leases = of_block(of_leases.leases)
    lease_of_subnet = of_block(of_leases.lease_of_subnet)
    lease_shares = of_block(of_leases.lease_shares)
    lease_dividends = of_block(of_leases.lease_dividends)
    emission_enabled = of_block(of_subnet_emission.emission_enabled)
    tao_flow = of_block(of_subnet_emission.tao_flow)
    tao_flows = of_block(of_subnet_emission.tao_flows)
    axon = of_block(of_serving.axon)
    prometheus = of_block(of_serving.prometheus)
    certificate = of_block(of_serving.certificate)
    certificates = of_block(of_serving.certificates)
    evm_key = of_block(of_serving.evm_key)
    last_bonds_reset = of_block(of_serving.last_bonds_reset)
    stakes_for_coldkeys = of_block(of_stakes.stakes_for_coldkeys)
    stake_availability = of_block(of_stakes.stake_availability)
    stake_availability_for_coldkeys = of_block(of_stakes.stake_availability_for_coldkeys)
    portfolio = of_block(of_portfolios.portfolio)
    stake_value = of_block(of_portfolios.stake_value)
    stake_values = of_block(of_portfolios.stake_values)
    owned_hotkeys = of_block(of_hotkeys.owned_hotkeys)
    staking_hotkeys = of_block(of_hotkeys.staking_hotkeys)
    netuids_for_hotkey = of_block(of_hotkeys.netuids_for_hotkey)
    hotkey_stake = of_block(of_hotkeys.hotkey_stake)
    hotkey_stakes = of_block(of_hotkeys.hotkey_stakes)
    total_alpha_staked = of_block(of_hotkeys.total_alpha_staked)
    stake_weights = of_block(of_hotkeys.stake_weights)
    minimum_required_stake = of_block(of_hotkeys.minimum_required_stake)
    auto_stake = of_block(of_hotkeys.auto_stake)
    auto_stakes = of_block(of_hotkeys.auto_stakes)
    quote_move = of_block(of_moves.quote_move)
    coldkey_lock = of_block(of_locks.coldkey_lock)
    locks_for_coldkey = of_block(of_locks.locks_for_coldkey)
    locks_for_hotkey = of_block(of_locks.locks_for_hotkey)
    hotkey_conviction = of_block(of_locks.hotkey_conviction)
    subnet_convictions = of_block(of_locks.subnet_convictions)
    most_convicted_hotkey = of_block(of_locks.most_convicted_hotkey)
    is_perpetual_lock = of_block(of_locks.is_perpetual_lock)
    accepts_locked_alpha = of_block(of_locks.accepts_locked_alpha)
    collateral = of_block(of_collateral.collateral)
    coldkey_collateral = of_block(of_collateral.coldkey_collateral)
    collateral_rules = of_block(of_collateral.collateral_rules)
    basket = of_block(of_baskets.basket)
    baskets = of_block(of_baskets.baskets)
    basket_shares = of_block(of_baskets.basket_shares)
    basket_trading = of_block(of_baskets.basket_trading)
    root_claims = of_block(of_root_claims.root_claims)
    root_claim_type = of_block(of_root_claims.root_claim_type)
    root_claimable_rates = of_block(of_root_claims.root_claimable_rates)
    root_claimable_rate = of_block(of_root_claims.root_claimable_rate)
    root_claimable_stake = of_block(of_root_claims.root_claimable_stake)
    root_claimed = of_block(of_root_claims.root_claimed)
    root_claim_threshold = of_block(of_root_claims.root_claim_threshold)
    root_alpha_dividends = of_block(of_root_claims.root_alpha_dividends)
    delegates = of_block(of_delegates.delegates)
    delegate = of_block(of_delegates.delegate)
    is_delegate = of_block(of_delegates.is_delegate)
    delegated = of_block(of_delegates.delegated)
    delegate_take = of_block(of_delegates.delegate_take)
    delegate_take_bounds = of_block(of_delegates.delegate_take_bounds)
    children = of_block(of_children.children)
    parents = of_block(of_children.parents)
    pending_children = of_block(of_children.pending_children)
    childkey_take = of_block(of_children.childkey_take)
    childkey_take_bounds = of_block(of_children.childkey_take_bounds)
    auto_parent_delegation = of_block(of_children.auto_parent_delegation)

    def existential_deposit(self) -> Tao:
        """Below this much an account is removed. Nothing is asked of the chain."""
        return of_balances.existential_deposit(self.at)

    def explain(self, name: str | int) -> tuple[Explanation, ...]:
        """What a name means on this chain: of an error, a call, a hyperparameter, an operation, or
        any item of the metadata; a number is the pool's code of a refusal. Nothing is asked of the
        chain. Raises `UsageError` with the nearest names."""
        from btsdk.client.explaining import explain  # noqa: PLC0415  # it is rarely asked for

        return explain(self.at.metadata, name)

    def constant(self, item: Constant[V]) -> V:
        """A constant of the runtime. Nothing is asked of the chain."""
        return query.constant(self.at, item)
