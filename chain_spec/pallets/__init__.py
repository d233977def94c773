"""The declared pallets, one module each; `subtensor` is a package."""
