"""Options of the `axon` commands."""

from __future__ import annotations

from typing import Annotated

from typer import Option

from btcli.accounts import selection
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

CertificateOption = Annotated[
    str | None,
    Option(
        "--certificate", metavar="HEX",
        help="TLS key to publish: a byte for the algorithm, then the public key.",
    ),
]  # fmt: skip
TlsOption = Annotated[bool, Option("--tls", hidden=True)]


def certificate_of(text: str | None, *, tls: bool) -> bytes | None:
    """The certificate in bytes; `--tls` of other versions needs one."""
    if text is None and tls:
        raise UsageError("--tls needs a certificate", hint="Use --certificate HEX.")
    return None if text is None else selection.hex_bytes(text, "the certificate")


def check_ip_type(ip: str, ip_type: int | None) -> None:
    """Raise for an --ip-type that contradicts the address."""
    version = 6 if ":" in ip else 4
    if ip_type is not None and ip_type != version:
        raise UsageError(
            f"{ip} is an IPv{version} address, not IPv{ip_type}", hint="Omit --ip-type."
        )
