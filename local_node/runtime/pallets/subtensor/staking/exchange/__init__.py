"""The shared code of exchange calls: checks, settlement, nominations, fees, refunds."""
