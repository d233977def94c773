"""Arithmetic on BLS12-381: against the library where it can do the same, and by its laws."""

from __future__ import annotations

from typing import Any

import py_arkworks_bls12381 as arkworks
import pytest

from btsdk.scale.primitives import compact_encode
from local_node.runtime.wasm.host import target_field as field
from local_node.runtime.wasm.host.bls12_381 import (
    ERR,
    Group,
    read_point,
    read_projective,
    write_point,
    write_projective,
)
from tests.unit.local_node.runtime.wasm.support import Bench, step

if not hasattr(arkworks.G1Point, "to_xy_bytes_be"):
    pytest.skip("the library for Python 3.10 lacks it", allow_module_level=True)

CALLS = "ext_host_calls_bls12_381_"
G1, G2 = Group(arkworks.G1Point, 1), Group(arkworks.G2Point, 2)
GROUPS = {"g1": G1, "g2": G2}
GENERATOR_G1 = (
    "17f1d3a73197d7942695638c4fa9ac0fc3688c4f9774b905a14e3a3f171bac58"
    "6c55e83ff97a1aeffb3af00adb22c6bb08b3f481e3aaa0f1a09e30ed741d8ae4"
    "fcf5e095d5d00af600db18cb2c04b3edd03cc744a2888ae40caa232946c5e7e1"
)
GENERATOR_G2_X = (
    "13e02b6052719f607dacd3a088274f65596bd0d09920b61ab5da61bbdc7f5049334cf11213945d57e5ac7d055d042b7e"
    "024aa2b2f08f0a91260805272dc51051c6e47ad4fa403b02b4510b647ae3d1770bac0326a805bbefd48056c8c121bdb8"
)


def times(group: Group, factor: int) -> Any:
    return group.points() * arkworks.Scalar.from_le_bytes(factor.to_bytes(32, "little"))


def listed(*items: bytes) -> bytes:
    return len(items).to_bytes(8, "little") + b"".join(items)


def integer(number: int) -> bytes:
    limbs = (number.bit_length() + 63) // 64
    return limbs.to_bytes(8, "little") + number.to_bytes(8 * limbs, "little")


def ok(data: bytes) -> bytes:
    return b"\x00" + compact_encode(len(data)) + data


def inner(answer: bytes) -> bytes:
    """What is in an `Ok`."""
    assert answer[0] == 0
    return answer[1 + len(compact_encode(len(answer) - 3)) :]


def test_points_are_written_as_zcash_writes_them() -> None:
    assert write_point(G1, arkworks.G1Point()).hex() == GENERATOR_G1
    assert write_point(G2, arkworks.G2Point()).hex().startswith(GENERATOR_G2_X)
    for group in (G1, G2):
        for point in (group.points(), times(group, 5), group.points.identity()):
            assert read_point(group, write_point(group, point)) == point
            assert read_projective(group, write_projective(group, point)) == point


@pytest.mark.parametrize("name", ["g1", "g2"])
def test_a_projective_point_is_the_same_in_any_scale(name: str) -> None:
    group, scale = GROUPS[name], 7
    data = bytes(times(group, 3).to_xy_bytes_be())
    numbers = [int.from_bytes(data[at : at + 48], "big") for at in range(0, len(data), 48)]
    width = group.width
    scaled = [n * scale**2 % field.P for n in numbers[:width]]
    scaled += [n * scale**3 % field.P for n in numbers[width:]]
    scaled += [scale] + [0] * (width - 1)
    encoded = b"".join(n.to_bytes(48, "little") for n in scaled)
    assert read_projective(group, encoded) == times(group, 3)


@pytest.mark.parametrize("name", ["g1", "g2"])
@pytest.mark.parametrize("factor", [0, 1, 2, 2**64 + 5, field.R - 1, field.R, field.R + 1, 2**300])
def test_multiplication(bench: Bench, name: str, factor: int) -> None:
    group = GROUPS[name]
    expected = times(group, factor % field.R)
    affine, projective = bench.run(
        step(
            f"{CALLS}mul_affine_{name}_version_1",
            write_point(group, group.points()),
            integer(factor),
        ),
        step(
            f"{CALLS}mul_projective_{name}_version_1",
            write_projective(group, group.points()),
            integer(factor),
        ),
    )
    assert affine == ok(write_point(group, expected))
    assert projective == ok(write_projective(group, expected))


@pytest.mark.parametrize("name", ["g1", "g2"])
def test_sums_of_products(bench: Bench, name: str) -> None:
    group, call = GROUPS[name], f"{CALLS}msm_{name}_version_1"
    bases = [times(group, n) for n in (1, 2, 9)]
    scalars = [3, field.R - 1, 0]
    points = listed(*(write_point(group, base) for base in bases))
    numbers = [scalar.to_bytes(32, "little") for scalar in scalars]
    several, none, mismatched = bench.run(
        step(call, points, listed(*numbers)),
        step(call, listed(), listed()),
        step(call, points, listed(*numbers[:2])),
    )
    assert several == ok(write_point(group, group.points()))
    assert none == ok(write_point(group, group.points.identity()))
    assert mismatched == ERR


def pair(bench: Bench, *pairs: tuple[Any, Any]) -> bytes:
    """A whole pairing through both host functions."""
    first = listed(*(write_point(G1, p) for p, _ in pairs))
    second = listed(*(write_point(G2, q) for _, q in pairs))
    loop = bench.one(f"{CALLS}multi_miller_loop_version_1", first, second)
    return inner(bench.one(f"{CALLS}final_exponentiation_version_1", inner(loop)))


def test_a_pairing_is_arkworks_own(bench: Bench) -> None:
    p, q = times(G1, 5), times(G2, 11)
    assert pair(bench, (p, q)).hex() == str(arkworks.GT.pairing(p, q))
    both = [(p, q), (G1.points(), G2.points())]
    expected = arkworks.GT.multi_pairing([p, G1.points()], [q, G2.points()])
    assert pair(bench, *both).hex() == str(expected)


def test_a_product_of_pairings_that_cancel_is_one(bench: Bench) -> None:
    one = field.encode(field.ONE)
    p, q = G1.points(), G2.points()
    assert pair(bench, (times(G1, 6), q), (-p, times(G2, 6))) == one
    assert pair(bench) == one
    assert pair(bench, (G1.points.identity(), q)) == one
    assert pair(bench, (p, q)) != one


def test_the_final_exponentiation_of_a_product_of_loops(bench: Bench) -> None:
    """A runtime may multiply loops itself: that is no loop that this host has seen."""
    loops = []
    for factor in (4, 9):
        p, q = write_point(G1, times(G1, factor)), write_point(G2, G2.points())
        answer = bench.one(f"{CALLS}multi_miller_loop_version_1", listed(p), listed(q))
        element = field.decode(inner(answer))
        assert element is not None
        loops.append(element)
    product = field.encode(field.multiply(*loops))
    answer = inner(bench.one(f"{CALLS}final_exponentiation_version_1", product))
    assert answer.hex() == str(arkworks.GT.pairing(times(G1, 13), G2.points()))


def test_the_final_exponentiation_is_a_power_as_any(bench: Bench) -> None:
    """Of an element outside of the pairing's group, too, where nothing can be remembered."""
    element = tuple(range(2, 14))
    answer = bench.one(f"{CALLS}final_exponentiation_version_1", field.encode(element))
    found = field.decode(inner(answer))
    assert found == field.power(element, field.FINAL)
    assert field.power(found, field.R) == field.ONE


@pytest.mark.parametrize(
    ("call", "arguments"),
    [
        ("multi_miller_loop", (b"", b"")),
        ("multi_miller_loop", (listed(bytes(95)), listed())),
        ("multi_miller_loop", (listed(b"\xc0" + bytes(95)), listed())),
        ("multi_miller_loop", (listed(b"\x40" + bytes(94) + b"\1"), listed())),
        ("final_exponentiation", (b"",)),
        ("final_exponentiation", (bytes(576),)),
        ("final_exponentiation", (b"\xff" * 576,)),
        ("msm_g1", (listed(), listed(field.R.to_bytes(32, "little")))),
        ("mul_affine_g1", (bytes(50), integer(1))),
        ("mul_affine_g2", (b"\x1f" + b"\xff" * 191, integer(1))),
        ("mul_projective_g1", (bytes(100), integer(1))),
        ("mul_projective_g2", (b"\xff" * 288, integer(1))),
        ("mul_affine_g1", (bytes.fromhex(GENERATOR_G1), b"\2")),
    ],
)
def test_what_cannot_be_read_is_an_error_and_no_trap(
    bench: Bench, call: str, arguments: tuple[bytes, ...]
) -> None:
    assert bench.one(f"{CALLS}{call}_version_1", *arguments) == ERR
