"""The metagraph: attributes of the subnet, columns of its neurons, and rows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from btsdk.errors import UsageError
from btsdk.integers import index
from btsdk.keys import ss58
from btsdk.reads.identities import text
from btsdk.reads.metagraph import columns
from btsdk.reads.metagraph.columns import IdentityText
from btsdk.reads.metagraph.fetched import Fetched
from btsdk.reads.metagraph.fields import Attribute
from btsdk.reads.metagraph.matrix import Matrix
from btsdk.reads.metagraph.rows import SOURCES, MetagraphNeuron, row
from btsdk.reads.neurons import SCORE_MAX
from btsdk.reads.serving import Axon
from btsdk.reads.subnets import moving_price
from btsdk.units import Alpha, Tao

if TYPE_CHECKING:
    from btsdk.reads.metagraph.arrays import Flags, Fractions, Integers
    from btsdk.reads.metagraph.diff import MetagraphDiff


def _number(source: str) -> Attribute[int]:
    return Attribute(source, lambda value, graph: int(value))


def _flag(source: str) -> Attribute[bool]:
    return Attribute(source, lambda value, graph: bool(value))


def _text(source: str) -> Attribute[str]:
    return Attribute(source, lambda value, graph: text(value))


def _address(source: str) -> Attribute[str]:
    return Attribute(source, lambda value, graph: ss58.encode(value))


def _tao(source: str) -> Attribute[Tao]:
    return Attribute(source, lambda value, graph: Tao.from_rao(value))


def _alpha(source: str) -> Attribute[Alpha]:
    return Attribute(source, lambda value, graph: Alpha.from_rao(value, graph.netuid))


def _column(source: str) -> Attribute[Integers]:
    return Attribute(source, columns.integers)


def _flags(source: str) -> Attribute[Flags]:
    return Attribute(source, columns.flags)


class Metagraph(Fetched):
    """A subnet with all its neurons, at one block.

    `size` is the number of neurons. Columns have one element for each uid: `int64` for amounts in
    rao, blocks, and scores from 0 to 65,535; `bool` for flags; tuples for text. All are computed on
    first use. `graph[uid]`, `graph.neurons` and iteration give rows. An attribute that was not
    fetched raises `UsageError`. `S`, `I`, `W` and the like are bittensor's names: their scores are
    fractions of one, and their amounts are rao.
    """

    name = _text("name")
    symbol = _text("symbol")
    identity: Attribute[IdentityText | None] = Attribute("identity", columns.identity)
    registered_at = _number("network_registered_at")
    owner_hotkey = _address("owner_hotkey")
    owner_coldkey = _address("owner_coldkey")
    tempo = _number("tempo")
    last_step = _number("last_step")
    blocks_since_last_step = _number("blocks_since_last_step")
    subnet_emission = _tao("subnet_emission")
    alpha_in = _alpha("alpha_in")
    alpha_out = _alpha("alpha_out")
    tao_in = _tao("tao_in")
    alpha_out_emission = _alpha("alpha_out_emission")
    alpha_in_emission = _alpha("alpha_in_emission")
    tao_in_emission = _tao("tao_in_emission")
    pending_alpha_emission = _alpha("pending_alpha_emission")
    pending_root_emission = _tao("pending_root_emission")
    volume = _tao("subnet_volume")
    moving_price: Attribute[Tao] = Attribute(
        "moving_price", lambda value, graph: moving_price(value)
    )

    rho = _number("rho")
    kappa = _number("kappa")
    min_allowed_weights = _number("min_allowed_weights")
    max_weights_limit = _number("max_weights_limit")
    weights_version = _number("weights_version")
    weights_rate_limit = _number("weights_rate_limit")
    activity_cutoff = _number("activity_cutoff")
    max_validators = _number("max_validators")
    max_uids = _number("max_uids")
    burn = _tao("burn")
    difficulty = _number("difficulty")
    registration_allowed = _flag("registration_allowed")
    pow_registration_allowed = _flag("pow_registration_allowed")
    immunity_period = _number("immunity_period")
    min_difficulty = _number("min_difficulty")
    max_difficulty = _number("max_difficulty")
    min_burn = _tao("min_burn")
    max_burn = _tao("max_burn")
    adjustment_alpha = _number("adjustment_alpha")
    adjustment_interval = _number("adjustment_interval")
    target_regs_per_interval = _number("target_regs_per_interval")
    max_regs_per_block = _number("max_regs_per_block")
    serving_rate_limit = _number("serving_rate_limit")
    commit_reveal_weights_enabled = _flag("commit_reveal_weights_enabled")
    commit_reveal_period = _number("commit_reveal_period")
    liquid_alpha_enabled = _flag("liquid_alpha_enabled")
    alpha_high = _number("alpha_high")
    alpha_low = _number("alpha_low")
    bonds_moving_avg = _number("bonds_moving_avg")

    hotkeys: Attribute[tuple[str, ...]] = Attribute("hotkeys", columns.addresses)
    coldkeys: Attribute[tuple[str, ...]] = Attribute("coldkeys", columns.addresses)
    identities: Attribute[tuple[IdentityText | None, ...]] = Attribute(
        "identities", columns.identities
    )
    axons: Attribute[tuple[Axon | None, ...]] = Attribute("axons", columns.axons)
    active = _flags("active")
    validator_permit = _flags("validator_permit")
    pruning_score = _column("pruning_score")
    last_update = _column("last_update")
    emission = _column("emission")
    dividends = _column("dividends")
    incentive = _column("incentives")
    consensus = _column("consensus")
    trust = _column("trust")
    ranks = _column("rank")
    validator_trust = _column("validator_trust")
    block_at_registration = _column("block_at_registration")
    alpha_stake = _column("alpha_stake")
    tao_stake = _column("tao_stake")
    total_stake = _column("total_stake")
    stake = _column("total_stake")
    tao_dividends: Attribute[Integers] = Attribute("tao_dividends_per_hotkey", columns.dividends)
    alpha_dividends: Attribute[Integers] = Attribute(
        "alpha_dividends_per_hotkey", columns.dividends
    )
    validators: Attribute[Integers] = Attribute("validators", columns.uids)
    commitments: Attribute[dict[str, bytes]] = Attribute("commitments", columns.commitments)

    @property
    def weights(self) -> Matrix:
        """The weights, if the metagraph was fetched with `weights=True`."""
        return _given(self.fetched_weights, "weights")

    @property
    def bonds(self) -> Matrix:
        """The bonds, if the metagraph was fetched with `bonds=True`."""
        return _given(self.fetched_bonds, "bonds")

    @cached_property
    def uids(self) -> Integers:
        """The uids, from 0."""
        return columns.integers(range(self.size), self)

    @cached_property
    def neurons(self) -> tuple[MetagraphNeuron, ...]:
        """All rows, by uid."""
        return tuple(row(self, uid) for uid in range(self.size))

    def __len__(self) -> int:
        return self.size

    def __iter__(self) -> Iterator[MetagraphNeuron]:
        return iter(self.neurons)

    def __getitem__(self, uid: int) -> MetagraphNeuron:
        """The row of a uid; raises `IndexError` if there is no such neuron."""
        found = index(uid)
        if found is None:
            raise TypeError(f"a uid is an integer, not {type(uid).__name__}")
        if not 0 <= found < self.size:
            raise IndexError(f"subnet {self.netuid} has no uid {found}: it has {self.size} neurons")
        return row(self, found)

    def __repr__(self) -> str:
        which = f", mechanism {self.mechanism}" if self.mechanism else ""
        return (
            f"<Metagraph of subnet {self.netuid}{which}: {self.size} neurons, block {self.block}>"
        )

    def diff(self, other: Metagraph) -> MetagraphDiff:
        """The changes from this metagraph to `other`, of the fields that both have."""
        from btsdk.reads.metagraph.diff import compare  # noqa: PLC0415  # few compare

        return compare(self, other)

    def save(self, path: Path | str) -> None:
        """Save all that was fetched as NumPy's `.npz`, without pickles; a file there is replaced.

        The name is used as it is given. Raises `OSError`.
        """
        from btsdk.reads.metagraph import files  # noqa: PLC0415  # loads NumPy

        files.save(self, Path(path))

    @classmethod
    def load(cls, path: Path | str) -> Metagraph:
        """The metagraph in a file of `save`; raises `UsageError` if it is no such file."""
        from btsdk.reads.metagraph import files  # noqa: PLC0415  # loads NumPy

        return cls(*files.load(Path(path)).parts)

    @property
    def S(self) -> Integers:
        return self.total_stake

    @property
    def AS(self) -> Integers:
        return self.alpha_stake

    @property
    def TS(self) -> Integers:
        return self.tao_stake

    @property
    def E(self) -> Integers:
        return self.emission

    @property
    def R(self) -> Fractions:
        return self.ranks / SCORE_MAX

    @property
    def T(self) -> Fractions:
        return self.trust / SCORE_MAX

    @property
    def Tv(self) -> Fractions:
        return self.validator_trust / SCORE_MAX

    @property
    def C(self) -> Fractions:
        return self.consensus / SCORE_MAX

    @property
    def I(self) -> Fractions:  # noqa: E743  # bittensor's name
        return self.incentive / SCORE_MAX

    @property
    def D(self) -> Fractions:
        return self.dividends / SCORE_MAX

    @property
    def W(self) -> Fractions:
        return self.weights.normalized()

    @property
    def B(self) -> Integers:
        return self.bonds.dense()


def _given(matrix: Matrix | None, name: str) -> Matrix:
    if matrix is None:
        raise UsageError(
            f"this metagraph was fetched without {name}",
            hint=f"Fetch it with {name}=True, or read view.{name}(netuid).",
        )
    return matrix


ATTRIBUTES: dict[str, tuple[str, ...]] = {
    **{
        name: (each.source,)
        for name, each in vars(Metagraph).items()
        if isinstance(each, Attribute)
    },
    "uids": (),
    "neurons": SOURCES,
}
"""What can be requested as a field: the chain's fields by attribute."""
