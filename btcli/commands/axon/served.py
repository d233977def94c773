"""The axon that a hotkey publishes, as a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypedDict

from btcli.documents import TransactionData
from btcli.output import Result
from btcli.render.blocks import Line
from btcli.transaction import Outcome

if TYPE_CHECKING:
    from btsdk.client import Client


class AxonDocument(TypedDict):
    """The published endpoint of a neuron."""

    ip: str
    port: int
    protocol: int
    version: int
    block: Annotated[int, "of its publication"]


class AxonData(TransactionData):
    """The result of `axon set` and `axon reset`."""

    netuid: int
    hotkey: str
    axon: Annotated[AxonDocument | None, "afterwards; null if there is none, or after a dry run"]


def axon_result(client: Client, outcome: Outcome, netuid: int, hotkey: str) -> Result:
    """The result, with the axon that is published now."""
    if outcome.done is None:
        return outcome.result(netuid=netuid, hotkey=hotkey, axon=None)
    found = client.at(outcome.done.block_hash).axon(netuid, hotkey)
    if found is None or not found.is_serving:
        line = Line(f"{hotkey} publishes no axon on subnet {netuid}.")
        return outcome.result(line, netuid=netuid, hotkey=hotkey, axon=None)
    host = f"[{found.ip}]" if ":" in found.ip else found.ip
    line = Line(f"{hotkey} publishes {host}:{found.port} on subnet {netuid}.")
    axon: AxonDocument = {
        "ip": found.ip,
        "port": found.port,
        "protocol": found.protocol,
        "version": found.version,
        "block": found.block,
    }
    return outcome.result(line, netuid=netuid, hotkey=hotkey, axon=axon)
