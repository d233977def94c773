"""Drivers: they run programs, and own sockets, threads, event loops and the clock.

    blocking    runs programs on the caller's thread; `websockets.sync`
    asyncio     runs programs as coroutines; `websockets.asyncio`
    inprocess   the local chain, through the entry point group `btsdk.transports`
    transport   the interface of a connection

A driver owns every resource: it connects and reconnects, applies deadlines, releases the
subscriptions of programs that end, and closes. It does not interpret requests or answers.
"""
