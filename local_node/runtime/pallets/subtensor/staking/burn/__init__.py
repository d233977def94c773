"""The calls that give alpha up: burnt, or recycled so that it can be emitted again."""
