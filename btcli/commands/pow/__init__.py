"""Commands about proofs of work."""
