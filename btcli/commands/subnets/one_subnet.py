"""One subnet and the metagraph of one of its mechanisms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypedDict

from btcli.commands.subnets.identity_fields import SubnetIdentityDocument
from btcli.documents import NeuronDocument, RegistrationDocument, SubnetDocument
from btcli.failures import NotFound

if TYPE_CHECKING:
    from btsdk.client import View
    from btsdk.reads.metagraph import Metagraph
    from btsdk.reads.subnets import Subnet


class SubnetData(TypedDict):
    """The result of `subnets show`."""

    block: int
    subnet: SubnetDocument
    identity: Annotated[SubnetIdentityDocument | None, "null if there is none"]
    registration: RegistrationDocument
    neurons: list[NeuronDocument]


def subnet_with_graph(view: View, netuid: int, mechanism: int) -> tuple[Subnet, Metagraph]:
    """The subnet and the metagraph; raises `NotFound`."""
    subnet, graph = view.find_subnet(netuid), view.find_metagraph(netuid, mechanism)
    if subnet is None:
        raise NotFound(f"there is no subnet {netuid}", hint="List them: `btcli subnets list`.")
    if graph is None:
        raise NotFound(f"subnet {netuid} has no mechanism {mechanism}")
    return subnet, graph
