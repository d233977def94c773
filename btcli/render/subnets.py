"""Tables of subnets and neurons."""

from __future__ import annotations

from collections.abc import Sequence

from btcli.render.blocks import Facts, Table
from btcli.terminal.visible import clipped, visible
from btsdk.reads.metagraph import Metagraph
from btsdk.reads.neurons import SCORE_MAX
from btsdk.reads.registration import Registration
from btsdk.reads.subnets import Subnet

_NAME_COLUMNS = 40
"""The widest name in a table: its owner chooses it, and it must not displace other columns."""


def subnet_table(subnets: Sequence[Subnet]) -> Table:
    """A row for each subnet."""
    return Table(
        ("netuid", "name", "price", "TAO in pool", "alpha in pool", "alpha staked", "tempo"),
        [
            (
                str(subnet.netuid),
                clipped(visible(f"{subnet.name} {subnet.symbol}".strip()), _NAME_COLUMNS),
                f"{subnet.price:.6}",
                f"{subnet.tao_in:,.4}",
                f"{subnet.alpha_in:,.4}",
                f"{subnet.alpha_out:,.4}",
                str(subnet.tempo),
            )
            for subnet in subnets
        ],
        right=frozenset(
            {"netuid", "price", "TAO in pool", "alpha in pool", "alpha staked", "tempo"}
        ),
        spare=("tempo", "alpha staked"),
        empty="This chain has no subnets.",
    )


def subnet_facts(subnet: Subnet, offer: Registration, graph: Metagraph) -> Facts:
    """Facts about one subnet."""
    work = f"difficulty {offer.difficulty:,}" if offer.pow_allowed else "closed"
    return Facts(
        (
            ("owner", subnet.owner_coldkey),
            ("price of one alpha", str(subnet.price)),
            ("pool", f"{subnet.tao_in:,} and {subnet.alpha_in:,}"),
            ("staked", f"{subnet.alpha_out:,}"),
            ("tempo", f"{subnet.tempo} blocks, {_since(subnet)}"),
            ("neurons", f"{len(graph.neurons)} of {graph.max_uids}"),
            ("registration", f"{offer.price} recycled" if offer.allowed else "closed"),
            ("proof of work", work),
        ),
        title=f"Subnet {subnet.netuid} {subnet.name} {subnet.symbol}".strip(),
    )


def _since(subnet: Subnet) -> str:
    """The blocks since the last epoch; before the first one the chain counts from block 0."""
    if subnet.last_step <= subnet.registered_at:
        return "no epoch yet"
    return f"{subnet.blocks_since_last_step} since the last epoch"


def score(parts: int) -> str:
    """A score as a fraction of one, with five decimal places."""
    return f"{parts / SCORE_MAX:.5f}"


def neuron_table(graph: Metagraph) -> Table:
    """A row for each neuron."""
    return Table(
        ("uid", "hotkey", "coldkey", "stake", "emission", "incentive", "dividends", "updated"),
        [
            (
                str(neuron.uid),
                neuron.hotkey,
                neuron.coldkey,
                f"{neuron.alpha_stake:,.4}",
                f"{neuron.emission:,.4}",
                score(neuron.incentive),
                score(neuron.dividends),
                f"{graph.block - neuron.last_update} blocks ago",
            )
            for neuron in graph.neurons
        ],
        right=frozenset({"uid", "stake", "emission", "incentive", "dividends", "updated"}),
        spare=("dividends", "incentive", "updated", "coldkey"),
        empty="No neurons are registered.",
    )
