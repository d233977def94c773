"""The declared runtime APIs, one module each: a class of methods, and `api` with its version."""
