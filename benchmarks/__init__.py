"""The figures that the project holds itself to, as ratios in one run: never a test of its own.

python -m benchmarks            all of them
python -m benchmarks.codec      one subject: codec, cli, node, pow
"""
