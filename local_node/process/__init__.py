"""The node process: a chain file served on a port.

node          `Node`, and what `btcli node start` configures
node_info     the node's endpoint and funded accounts, printed and written at its start
retention     how many states are kept in the file, and the finality lag
maintenance   import and check of a chain file that no process has open
"""
