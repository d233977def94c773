"""The slots of a subnet: who holds each uid, who is replaced, and trimming to fewer."""
