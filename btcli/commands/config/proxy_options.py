"""The options of the commands that save proxies, as older versions spell them."""

from __future__ import annotations

from typing import Annotated

from typer import Option

NameOption = Annotated[str, Option("--name", metavar="NAME", help="Name of the proxy.")]
SavedAddressOption = Annotated[
    str, Option("--address", metavar="SS58", help="Address of the pure proxy or the delegate.")
]
NewAddressOption = Annotated[
    str | None,
    Option("--address", metavar="SS58", help="Address of the pure proxy or the delegate."),
]
SpawnerOption = Annotated[
    str | None,
    Option("--spawner", "--delegator", metavar="SS58", help="Account that made or owns the proxy."),
]
NoteOption = Annotated[str | None, Option("--note", help="Note that is shown in the list.")]
ProxyTypeOption = Annotated[
    str | None, Option("--proxy-type", metavar="TYPE", help="Proxy type: Any, Staking …")
]
DelayOption = Annotated[
    int | None, Option("--delay", min=0, metavar="BLOCKS", help="Delay after an announcement.")
]
