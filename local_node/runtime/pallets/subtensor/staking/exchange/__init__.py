"""What calls that exchange TAO and alpha share: checks, settlement, nominations, fees, refunds."""
