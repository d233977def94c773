"""A processor gets the paths whose instructions it has, the widest first."""

from __future__ import annotations

from btsdk.pow.native.paths import PATHS, among


def names(features: frozenset[str]) -> list[str]:
    return [path.name for path in among(set(features))]


def test_a_path_needs_all_its_features() -> None:
    avx512, avx2, sse2, neon = PATHS
    everything = avx512.features | sse2.features
    assert names(everything) == ["avx512", "avx2", "sse2"]
    assert names(everything - {"avx512vl"}) == ["avx2", "sse2"]
    assert names(everything - {"avx2"}) == ["sse2"]
    assert names(neon.features) == ["neon"]
    assert names(frozenset()) == []
    assert avx2.features < avx512.features


def test_a_slice_is_whole_groups() -> None:
    assert all(path.slice % path.lanes == 0 for path in PATHS)
