"""JavaScript clients against a running node: `@polkadot/api` and `polkadot-api`, from npm."""
