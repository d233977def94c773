"""Of what a chain is a fork, as its file keeps it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from local_node.state.origin import ForkOrigin

hashes = st.binary(min_size=32, max_size=32)
origins = st.builds(
    ForkOrigin,
    st.text('ws:/.é"\\', max_size=12),
    st.integers(0, 2**32 - 1),
    hashes,
    hashes,
    hashes,
    st.booleans(),
)


@given(origins)
def test_origins_come_back_as_they_were(origin: ForkOrigin) -> None:
    assert ForkOrigin.decode(origin.encode()) == origin


def test_what_is_shown_of_it() -> None:
    origin = ForkOrigin("wss://x", 7, b"\x01" * 32, b"\x02" * 32, b"\x03" * 32, True)
    assert origin.document() == {
        "url": "wss://x",
        "block": {"hash": "0x" + "01" * 32, "number": 7},
        "genesis": "0x" + "02" * 32,
        "roots": "remote",
    }
    assert origin._replace(proofs=False).document()["roots"] == "local"
