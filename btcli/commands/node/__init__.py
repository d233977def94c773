"""The chain in the box. The only commands that know `local_node`."""
