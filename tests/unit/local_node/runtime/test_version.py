"""Versions as runtimes encode them, those of older runtimes too."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsdk.errors import BtError, DecodeError
from local_node.runtime.version import AURA_API, RuntimeVersion, api_id, read_apis
from tests.unit.local_node.runtime.support import Node

names = st.text("aZ0-é", max_size=12)
u32s = st.integers(0, 2**32 - 1)
versions = st.builds(
    RuntimeVersion,
    names,
    names,
    u32s,
    u32s,
    u32s,
    st.lists(st.tuples(st.binary(min_size=8, max_size=8), u32s), max_size=4).map(tuple),
    u32s,
    st.integers(0, 255),
)


@given(versions)
def test_versions_come_back_as_they_were(version: RuntimeVersion) -> None:
    assert RuntimeVersion.decode(version.encode()) == version


def test_it_is_encoded_as_the_runtime_declares_it() -> None:
    node = Node()
    raw = node.executive.call("Core_version", b"", node.ext)
    version = RuntimeVersion.decode(raw)
    assert version.encode() == raw
    assert version.declares(AURA_API)
    assert not version.declares(api_id("NoSuchApi"))
    # Substrate's `Core`, as every node names it
    assert api_id("Core").hex() == "df6acb689907609b"
    assert version.declares(api_id("Core"))


@given(versions)
def test_older_runtimes_end_it_sooner(version: RuntimeVersion) -> None:
    raw = version.encode()
    without_system = RuntimeVersion.decode(raw[:-1])
    assert without_system == version._replace(system_version=0)
    without_both = RuntimeVersion.decode(raw[:-5])
    assert without_both == version._replace(transaction_version=1, system_version=0)
    for cut in (raw[:-2], raw[:-3], raw + b"\0"):
        with pytest.raises(DecodeError):
            RuntimeVersion.decode(cut)


@pytest.mark.parametrize(("system", "state", "extrinsics"), [(0, 0, 0), (1, 1, 0), (2, 1, 1)])
def test_layouts_follow_the_system_version(system: int, state: int, extrinsics: int) -> None:
    version = RuntimeVersion("a", "b", 1, 1, 1, (), 1, system)
    assert (version.state_layout, version.extrinsics_layout) == (state, extrinsics)


@given(st.binary(max_size=60))
def test_noise_raises_nothing_else(data: bytes) -> None:
    with contextlib.suppress(BtError):
        RuntimeVersion.decode(data)


def test_the_section_of_apis() -> None:
    one, other = api_id("Core"), api_id("Metadata")
    raw = one + b"\5\0\0\0" + other + b"\2\0\0\0"
    assert read_apis(raw) == ((one, 5), (other, 2))
    assert read_apis(b"") == ()
    with pytest.raises(DecodeError, match="cut off"):
        read_apis(raw[:-1])
