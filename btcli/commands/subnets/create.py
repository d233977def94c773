"""Create a subnet owned by the coldkey.

The hotkey becomes its first neuron. `btcli subnets start` opens the subnet for staking. The options
below set its identity; without them it has none.
"""

from __future__ import annotations

from btcli import options
from btcli.accounts import selection
from btcli.command import command
from btcli.commands.subnets import identity_fields, identity_options
from btcli.commands.subnets.creation import CreationData, created
from btcli.context import Context
from btcli.output import Result
from btcli.transaction import transact
from btsdk.ops import CreateSubnet, SubnetIdentity


@command(options.hotkey, *options.TRANSACTING, data=CreationData)
def run(
    context: Context,
    name: identity_options.NameOption = None,
    repo: identity_options.RepoOption = None,
    contact: identity_options.ContactOption = None,
    url: identity_options.UrlOption = None,
    discord: identity_options.DiscordOption = None,
    description: identity_options.DescriptionOption = None,
    logo: identity_options.LogoOption = None,
    more: identity_options.AdditionalOption = None,
    file: identity_fields.FileOption = None,
) -> Result:
    given = {
        "subnet_name": name, "github_repo": repo, "subnet_contact": contact, "subnet_url": url,
        "discord": discord, "description": description, "logo_url": logo, "additional": more,
    }  # fmt: skip
    said = identity_fields.identity_of(given, file)
    identity = None if said == SubnetIdentity() else said
    operation = CreateSubnet(selection.hotkey(context), identity)
    with context.client() as client:
        outcome = transact(context, client, operation)
    return created(outcome)
