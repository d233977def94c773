"""What commands assume when they are not told."""
