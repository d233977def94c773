"""A subnet's creation, lease, start, tempo and dissolution: the calls and their shared code."""
