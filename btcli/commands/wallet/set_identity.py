"""Publish the identity of the coldkey: name, web page, image and other texts.

Fields that are not given keep their values; an empty text clears a field. The coldkey needs a
registered hotkey.
"""

from __future__ import annotations

from typing import Annotated

from typer import Option

from btcli import options
from btcli.accounts import proxy_account
from btcli.command import command
from btcli.commands.wallet import identities
from btcli.context import Context
from btcli.output import Result
from btcli.transaction import transact
from btsdk.ops import SetIdentity

Text = str | None


@command(*options.TRANSACTING, data=identities.SetIdentityData)
def run(
    context: Context,
    name: Annotated[Text, Option("--id-name", metavar="TEXT", help="Name.")] = None,
    url: Annotated[Text, Option("--web-url", "--web", "--url", help="Web page.")] = None,
    image: Annotated[Text, Option("--image-url", "--image", help="URL of an image.")] = None,
    discord: Annotated[Text, Option("--discord", help="Discord handle.")] = None,
    description: Annotated[Text, Option("--description", help="Description.")] = None,
    additional: Annotated[Text, Option("--additional", help="Additional information.")] = None,
    github: Annotated[Text, Option("--github", "--github-repo", help="Repository.")] = None,
) -> Result:
    given = {
        "name": name,
        "url": url,
        "image": image,
        "discord": discord,
        "description": description,
        "additional": additional,
        "github_repo": github,
    }
    identities.check_given(context, given)
    coldkey = proxy_account.coldkey(context)
    with context.client() as client:
        identity = identities.changed(context, client.head().identity(coldkey), given)
        outcome = transact(context, client, SetIdentity(identity))
    document = identities.identity_document(identity)
    shown = [identities.identity_facts(identity, coldkey)] if outcome.done else []
    return outcome.result(*shown, coldkey=coldkey, identity=document)
