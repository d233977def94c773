"""What the host tells a runtime in each block: only what its version asks for, in order."""

from __future__ import annotations

from btsdk.scale.primitives import compact_read
from local_node.chain.inherents import Moment, inherent_data
from local_node.runtime.version import AURA_API, SHIELD_API, RuntimeVersion, api_id
from tests.unit.local_node.runtime.support import Node


def version(*apis: bytes) -> RuntimeVersion:
    return RuntimeVersion("a", "a", 1, 1, 1, tuple((api, 1) for api in apis), 1, 1)


def entries(data: bytes) -> dict[bytes, bytes]:
    count, at = compact_read(data, 0)
    found = {}
    for _ in range(count):
        key = data[at : at + 8]
        length, at = compact_read(data, at + 8)
        found[key] = data[at : at + length]
        at += length
    assert at == len(data)
    return found


def test_each_api_calls_for_its_own() -> None:
    builder = api_id("BlockBuilder")
    moment = Moment(1_000, 4, b"key")
    assert entries(inherent_data(moment, version())) == {}
    assert list(entries(inherent_data(moment, version(builder)))) == [b"timstap0"]
    whole = entries(inherent_data(moment, version(builder, SHIELD_API, AURA_API)))
    assert list(whole) == sorted(whole) == [b"auraslot", b"shieldpk", b"timstap0"]
    assert whole[b"timstap0"] == (1_000).to_bytes(8, "little")
    assert whole[b"auraslot"] == (4).to_bytes(8, "little")
    assert whole[b"shieldpk"] == b"\x01\x0ckey"
    silent = entries(inherent_data(Moment(1_000, 4), version(SHIELD_API)))
    assert silent == {b"shieldpk": b"\x00"}


def test_the_bundled_runtime_makes_its_inherents_of_it() -> None:
    node = Node()
    declared = RuntimeVersion.decode(node.executive.call("Core_version", b"", node.ext))
    data = inherent_data(Moment(250, 1), declared)
    codec = node.interface.codec(
        next(
            iter(node.interface.apis["BlockBuilder"].methods["inherent_extrinsics"].inputs.values())
        )
    )
    assert dict(codec.decode(data)["data"])[b"timstap0"] == (250).to_bytes(8, "little")
    node.begin(inherents=False)
    made = node.call("BlockBuilder_inherent_extrinsics", codec.decode(data))
    # the time, and the key that the author announces
    assert len(made) == 2
    for inherent in made:
        assert node.apply(inherent) == ("Ok", ("Ok", ()))
