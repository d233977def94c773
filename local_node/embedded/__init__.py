"""The embedded chain, in the process of its client: the network `local`, and `LocalChain`.

transport     `connect`: the chain file opened here, or the process that has it open
chain_file    the lock on a chain file, and its holder
open_chain    a chain file open in this process: chain, RPC dispatcher, block timer, server
connection    a client's connection to a chain in its own process
local_chain   `LocalChain`: a chain in memory for tests and scripts
drand_beacon  the development beacon
"""

from local_node.embedded.transport import connect

__all__ = ["connect"]
