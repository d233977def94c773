"""What importing the clients loads."""

from __future__ import annotations

from tests.unit.btsdk.loading import loaded_by


def test_importing_the_client_loads_no_library_of_others() -> None:
    loaded = loaded_by("from btsdk import Client, Transfer; Client('ws://127.0.0.1:1')")
    assert not {"substrateinterface", "scalecodec", "websockets", "local_node", "numpy"} & loaded
