"""The slots of a subnet: the holders of uids, replacement, and trimming."""
