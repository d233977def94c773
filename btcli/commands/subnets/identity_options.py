"""The fields of a subnet's identity as options that may be absent."""

from __future__ import annotations

from typing import Annotated

from typer import Option

NameOption = Annotated[str | None, Option("--subnet-name", "--sn-name", help="Name of the subnet.")]
RepoOption = Annotated[
    str | None, Option("--github-repo", "--repo", help="Repository of the subnet.")
]
ContactOption = Annotated[
    str | None,
    Option("--subnet-contact", "--contact", "--email", help="Contact of the subnet."),
]
UrlOption = Annotated[str | None, Option("--subnet-url", "--url", help="Web page of the subnet.")]
DiscordOption = Annotated[
    str | None, Option("--discord-handle", "--discord", help="Discord handle of the subnet.")
]
DescriptionOption = Annotated[
    str | None, Option("--description", help="Description of the subnet.")
]
LogoOption = Annotated[str | None, Option("--logo-url", help="URL of the subnet's logo.")]
AdditionalOption = Annotated[
    str | None, Option("--additional-info", "--additional", help="Additional information.")
]
