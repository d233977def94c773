# Two commands do everything from a fresh clone: `make demo` shows it, `make test` trusts it.
# Both make `.venv` themselves; Python 3.10 or newer and pip are all they need.

PYTHON ?= python3
# Compiled modules are kept: without them each command would compile a thousand files anew.
unexport PYTHONDONTWRITEBYTECODE
VENV   := .venv
BIN    := $(VENV)/bin
# A wheel or nothing: no step may need a compiler.
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: help demo test test-slow check format generate gen-check bench clean

help:
	@sed -n 's/^## //p' $(MAKEFILE_LIST)

## demo       the whole main job on a local chain, on a temporary wallet and chain file
demo: $(VENV)/.installed
	@PATH="$(CURDIR)/$(BIN):$$PATH" bash docs/demo.sh

## test       every test that fits ten minutes on two cores
test: $(VENV)/.developed
	$(BIN)/python -m pytest -m "not slow" -n 2 --dist loadfile

## test-slow  the tests that do not
test-slow: $(VENV)/.developed
	$(BIN)/python -m pytest -m slow -n 2 --dist loadfile

## check      format, lint, types, import contracts, generated files
check: $(VENV)/.developed
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m chain_spec.codegen --check
	$(BIN)/python -m pytest -q -m "not slow" tests/architecture

## format     what `check` would complain of, where a tool can mend it
format: $(VENV)/.developed
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

## generate   write the descriptors of btsdk from chain_spec, and the results in docs/cli.md
generate: $(VENV)/.developed
	$(BIN)/python -m chain_spec.codegen
	$(BIN)/python -m tests.cli.reference

## bench      the figures, as ratios in one run
bench: $(VENV)/.developed
	$(BIN)/python -m benchmarks

## clean      remove the environment and what tools left behind
clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build *.egg-info

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 10) else "Python 3.10 or newer is needed; say which with: make PYTHON=python3.11 …")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(PIP) install --prefer-binary -e .
	@touch $@

$(VENV)/.developed: pyproject.toml | $(VENV)/bin/python
	$(PIP) install --prefer-binary -e '.[dev]'
	@touch $@ $(VENV)/.installed
