"""JSON-RPC without I/O: requests, answers and subscriptions as state machines.

Layers, top to bottom:

    task       runs one program of effects against a session, step by step
    session    the state machine of a connection: ids, matching, subscriptions, reconnection
    locks      named locks among the programs of a session
    reconnect  which endpoint to try next, and after how long
    refusal    error objects as typed errors, with Substrate's reason and a hint
    messages   JSON-RPC 2.0 text, both ways
    effects    the closed set of requests that a program may yield

Nothing here opens a socket, starts a thread or reads a clock: `btsdk.drivers` does.
"""
