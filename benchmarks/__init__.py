"""Benchmarks of the project's target figures, as ratios within one run; they are not tests.

python -m benchmarks            all of them
python -m benchmarks.codec      one subject: codec, cli, node, pow
"""
