"""What is counted of a served chain."""
