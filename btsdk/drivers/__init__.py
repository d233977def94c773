"""What touches the world: sockets, threads, event loops and the clock live here and nowhere else.

    blocking    runs programs on the caller's thread; `websockets.sync`
    asyncio     runs programs as coroutines; `websockets.asyncio`
    inprocess   the chain in the box, through the entry point group `btsdk.transports`
    transport   what a connection must be able to do

A driver owns every resource: it connects and reconnects, applies deadlines, releases the
subscriptions of programs that end, and closes. What is asked, and what an answer means, it does
not know.
"""
