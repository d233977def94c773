"""Create a subnet owned by the coldkey.

The hotkey becomes its first neuron. `btcli subnets start` opens the subnet for staking. The options
below set its identity; without them it has none.
"""

from __future__ import annotations

from btcli import options
from btcli.accounts import selection
from btcli.command import command
from btcli.commands.subnets.creation import CreationData, created
from btcli.context import Context
from btcli.output import Result
from btcli.transaction import transact
from btsdk.ops import CreateSubnet, SubnetIdentity


@command(options.hotkey, *options.TRANSACTING, data=CreationData)
def run(
    context: Context,
    name: options.SubnetNameOption = "",
    repo: options.GithubRepoOption = "",
    contact: options.SubnetContactOption = "",
    url: options.SubnetUrlOption = "",
    discord: options.DiscordOption = "",
    description: options.DescriptionOption = "",
    logo: options.LogoUrlOption = "",
    more: options.AdditionalOption = "",
) -> Result:
    said = SubnetIdentity(name, repo, contact, url, discord, description, logo, more)
    identity = None if said == SubnetIdentity() else said
    operation = CreateSubnet(selection.hotkey(context), identity)
    with context.client() as client:
        outcome = transact(context, client, operation)
    return created(outcome)
