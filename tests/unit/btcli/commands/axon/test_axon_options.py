"""The version of an address."""

from __future__ import annotations

import pytest

from btcli.commands.axon.axon_options import check_ip_type
from btsdk.errors import UsageError


def test_it_follows_from_the_address() -> None:
    for ip, version in (("1.2.3.4", 4), ("::1", 6), ("::1", None)):
        check_ip_type(ip, version)
    with pytest.raises(UsageError, match="is an IPv4 address, not IPv6"):
        check_ip_type("1.2.3.4", 6)
