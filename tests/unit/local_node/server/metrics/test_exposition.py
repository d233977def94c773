"""The text format, read back by Prometheus' own parser."""

from __future__ import annotations

from functools import reduce
from operator import add

from hypothesis import given
from hypothesis import strategies as st
from prometheus_client.parser import text_string_to_metric_families as parse

from local_node.server.metrics.exposition import SECONDS, Histogram, MetricFamily, Sample, render

# The format has no way to write a carriage return that its reader would not take for a line's end.
TEXTS = st.text(
    st.characters(codec="utf-8", exclude_characters="\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
)


@given(TEXTS, TEXTS, st.floats(allow_nan=False, allow_infinity=False))
def test_whatever_a_label_says_comes_back(label: str, about: str, value: float) -> None:
    sample = Sample(value, {"method": label})
    text = render([MetricFamily("calls", "gauge", about, [sample])], {"chain": "dev"})
    (family,) = parse(text)
    (read,) = family.samples
    assert (read.name, read.value) == ("calls", value)
    assert read.labels == {"chain": "dev", "method": label}


def test_counters_and_gauges_without_labels() -> None:
    families = [
        MetricFamily("done_total", "counter", "All of it.", [Sample(3)]),
        MetricFamily("size_bytes", "gauge", "Now.", [Sample(1 << 60)]),
        MetricFamily("empty", "gauge", "Nothing.", []),
    ]
    text = render(families, {})
    assert text.splitlines()[2] == "done_total 3"
    read = {family.name: family for family in parse(text)}
    assert (read["done"].type, read["done"].documentation) == ("counter", "All of it.")
    assert read["size_bytes"].samples[0].value == 1 << 60


@given(st.lists(st.floats(0, 20)))
def test_a_histogram_counts_what_is_below_each_bound(observed: list[float]) -> None:
    histogram = Histogram()
    for value in observed:
        histogram.observe(value)
    text = render([MetricFamily("took", "histogram", "Seconds.", histogram.samples())], {})
    (family,) = parse(text)
    found = {sample.labels.get("le", sample.name): sample.value for sample in family.samples}
    for bound in SECONDS:
        assert found[str(bound)] == sum(value <= bound for value in observed)
    assert found["+Inf"] == found["took_count"] == len(observed)
    assert found["took_sum"] == reduce(add, observed, 0.0)
