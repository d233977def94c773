"""Publish the identity of a subnet that you own.

What is not given keeps its value; an empty text clears a field.
"""

from __future__ import annotations

from typing import Annotated

from btcli import options
from btcli.command import command
from btcli.commands.subnets import identity_fields, identity_options
from btcli.context import Context
from btcli.documents import TransactionData
from btcli.output import Result
from btcli.transaction import transact
from btsdk.errors import UsageError
from btsdk.ops import SetSubnetIdentity


class SetSubnetIdentityData(TransactionData):
    """The result of `subnets set-identity`."""

    netuid: int
    identity: Annotated[identity_fields.SubnetIdentityDocument, "what was published"]


@command(*options.TRANSACTING, data=SetSubnetIdentityData)
def run(
    context: Context,
    netuid: options.NetuidOption,
    subnet_name: identity_options.NameOption = None,
    github_repo: identity_options.RepoOption = None,
    subnet_contact: identity_options.ContactOption = None,
    subnet_url: identity_options.UrlOption = None,
    discord: identity_options.DiscordOption = None,
    description: identity_options.DescriptionOption = None,
    logo_url: identity_options.LogoOption = None,
    additional: identity_options.AdditionalOption = None,
    file: identity_fields.FileOption = None,
) -> Result:
    given = {
        "subnet_name": subnet_name, "github_repo": github_repo, "subnet_contact": subnet_contact,
        "subnet_url": subnet_url, "discord": discord, "description": description,
        "logo_url": logo_url, "additional": additional,
    }  # fmt: skip
    if file is None and not any(value is not None for value in given.values()):
        raise UsageError("no field given", hint="Use --subnet-name NAME, --identity-file FILE, …")
    with context.client() as client:
        before = client.head().subnet_identity(netuid)
        identity = identity_fields.identity_of(given, file, before)
        outcome = transact(context, client, SetSubnetIdentity(netuid, identity))
    return outcome.result(netuid=netuid, identity=identity_fields.identity_document(identity))
