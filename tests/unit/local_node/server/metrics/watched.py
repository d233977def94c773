"""A node that is watched."""

from __future__ import annotations

from prometheus_client.parser import text_string_to_metric_families as parse

from local_node.server.metrics.watch import Watch


def metrics(watch: Watch) -> dict[tuple[str, frozenset[tuple[str, str]]], float]:
    """As Prometheus' parser has them: it calls every counter `…_total`."""
    page = watch.page("/metrics")
    assert page.status == 200
    assert page.content_type.startswith("text/plain; version=0.0.4")
    return {
        (sample.name, frozenset(item for item in sample.labels.items() if item[0] != "chain")): (
            sample.value
        )
        for family in parse(page.body.decode())
        for sample in family.samples
        if sample.labels["chain"] == "bittensor_dev"
    }


def one(watch: Watch, name: str, **labels: str) -> float:
    return metrics(watch)[name, frozenset(labels.items())]
