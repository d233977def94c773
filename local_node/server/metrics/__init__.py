"""What is counted of a served chain, and shown: `/metrics` for Prometheus, `/health` for a probe.

watch         all of it, for one server
blocks        what is counted as blocks come
traffic       who is connected, and what was asked
health        whether somebody has to look after the node
exposition    Prometheus' text format
process       what the operating system says of this process

Names are those of Substrate's node where it counts the same, so that its dashboards show this node,
too; what only this node has begins with `btsdk_`. Label values come from closed sets: no client can
make a new one.
"""
