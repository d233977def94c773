"""JSON-RPC without input or output: what to send, and what an answer means.

Layers, top to bottom:

    task       runs one program of effects against a session, step by step
    session    the connection's state machine: ids, matching, subscriptions, what survives a loss
    reconnect  which endpoint to try next, and after how long
    refusal    error objects as typed errors, with Substrate's reason and a hint
    messages   JSON-RPC 2.0 text, both ways
    effects    the closed set of things that a program may ask for

Nothing here opens a socket, starts a thread or reads a clock: `btsdk.drivers` does.
"""
