"""`sudo senate`."""

from __future__ import annotations

from btsdk.keys import Keypair
from tests.cli.running import Cli


def test_who_proposes_and_who_votes(owner: Cli) -> None:
    data = owner.inside("sudo", "senate", "--json").data()
    senate, council = ({one["ss58"] for one in data[name]} for name in ("senate", "council"))
    assert Keypair.from_uri("//Dave").ss58_address in senate
    assert Keypair.from_uri("//Bob").ss58_address in council
    assert data["senate"][0]["name"] is None
