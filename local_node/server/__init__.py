"""The node's port: sockets, HTTP and WebSocket, the explorer page and the metrics.

server            the server thread and its socket
protocols         uvicorn's HTTP and WebSocket protocols with time and memory limits
gate, access      which requests are admitted, by `Host` and `Origin`
asgi              the ASGI application
connection        one WebSocket: request queue and outbox
submission_queue  the turns in which submitted extrinsics are validated
memory_limit      a limit on the memory held for all clients together
metrics, page     `/metrics` and `/health`, and the explorer page
"""
