"""Options of the `axon` commands."""

from __future__ import annotations

from typing import Annotated

from typer import Option

from btsdk.errors import UsageError

IpOption = Annotated[
    str | None, Option("--ip", metavar="ADDRESS", help="IPv4 or IPv6 address of the axon.")
]
PortOption = Annotated[
    int | None, Option("--port", min=1, max=65_535, metavar="N", help="Port of the axon.")
]
IpTypeOption = Annotated[
    int | None,
    Option("--ip-type", metavar="4|6", help="Version of the address; it follows from --ip."),
]
ProtocolOption = Annotated[
    int, Option("--protocol", min=0, max=255, metavar="N", help="Protocol number of the axon.")
]


def check_ip_type(ip: str, ip_type: int | None) -> None:
    """Raise for an --ip-type that contradicts the address."""
    version = 6 if ":" in ip else 4
    if ip_type is not None and ip_type != version:
        raise UsageError(
            f"{ip} is an IPv{version} address, not IPv{ip_type}", hint="Omit --ip-type."
        )
