"""The version of an address."""

from __future__ import annotations

import pytest

from btcli.commands.axon.axon_options import certificate_of, check_ip_type
from btsdk.errors import UsageError


def test_it_follows_from_the_address() -> None:
    for ip, version in (("1.2.3.4", 4), ("::1", 6), ("::1", None)):
        check_ip_type(ip, version)
    with pytest.raises(UsageError, match="is an IPv4 address, not IPv6"):
        check_ip_type("1.2.3.4", 6)


def test_a_certificate_is_hex() -> None:
    assert certificate_of("0x0141", tls=True) == b"\x01A"
    assert certificate_of(None, tls=False) is None
    with pytest.raises(UsageError, match="--tls needs"):
        certificate_of(None, tls=True)
    with pytest.raises(UsageError, match="not hex"):
        certificate_of("xyz", tls=False)
