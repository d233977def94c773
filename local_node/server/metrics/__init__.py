"""Metrics of a served chain: `/metrics` for Prometheus, `/health` for a probe.

    watch         all metrics of one server
    blocks        counts per block
    traffic       connections and requests
    health        problems that need attention
    exposition    Prometheus' text format
    process       figures of the operating system about this process

Names are those of Substrate's node for the same figures, so that its dashboards work; names of this
node's own figures begin with `btsdk_`. Label values come from closed sets: no client can make a new
one.
"""
