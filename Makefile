# Two commands are enough: `make demo` shows an account, `make test` runs every check. `make` alone lists all.
# What is installed comes from the lock files, by hash, into .venv here; nothing is installed again while they stay as they are.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test tests types lint imports licences format docs bench diff-claims lock clean

BIN := .venv/bin
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input

# The first Python here that is new enough and can make an environment. `make PYTHON=/a/path/to/python demo` takes another.
FITS = import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for each in python3.11 python3 python3.12 python3.13; do \
	if "$$each" -c '$(FITS)' >/dev/null 2>&1; then echo "$$each"; break; fi; done)

help: ## list the commands
	@echo 'make COMMAND, where COMMAND is one of'
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  \1 - \2/p' Makefile | awk -F' - ' '{ printf "%-11s %s\n", $$1, $$2 }'

demo: .venv/.program ## install the program and show the account of the reports that ship with it
	$(BIN)/unaccounted demo

test: .venv/.checks ## run every check: lint, types, imports, licences, tests and docs
	@$(MAKE) --no-print-directory --keep-going lint types imports licences tests

tests: .venv/.checks ## run the tests alone, the docs' among them
	$(BIN)/python -m pytest

types: .venv/.checks ## check types with mypy --strict
	$(BIN)/python -m mypy

lint: .venv/.checks ## check style and format with ruff
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .

imports: .venv/.checks ## check that no room of the house imports one that it may not
	$(BIN)/lint-imports

licences: .venv/.checks ## check the licence of every package that the locks bring in
	$(BIN)/python scripts/check_licences.py

format: .venv/.checks ## put the sources into the house's format
	$(BIN)/python -m ruff check --fix .
	$(BIN)/python -m ruff format .

docs: .venv/.checks ## write docs/reference and docs/licences.md anew from the sources
	$(BIN)/python scripts/make_reference.py
	$(BIN)/python scripts/check_licences.py --write docs/licences.md

bench: .venv/.checks ## measure speeds of reading, as ratios within one run, and of reckoning
	$(BIN)/python benchmarks/measure_speed.py
	$(BIN)/python benchmarks/measure_reckoning.py

diff-claims: .venv/.checks ## measure the reader on the corpus; BASE=revision: what it gained and lost since; LIST=1: misses and extras
	$(BIN)/python -m scripts.diff_claims $(if $(LIST),--list) $(if $(BASE),--base '$(BASE)')

# Pins that still fit stay; `make lock UPGRADE=1` takes the newest of each.
LOCK = $(BIN)/uv pip compile pyproject.toml --quiet --no-config --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --no-header --no-annotate $(if $(UPGRADE),--upgrade) --group build

lock: ## pin every package anew, with hashes, for every platform
	@test -x $(BIN)/uv || $(MAKE) --no-print-directory .venv/.checks
	$(LOCK) --extra dev --output-file requirements-dev.lock
	$(LOCK) --constraints requirements-dev.lock --output-file requirements.lock

clean: ## remove the environment and what the checks leave behind
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache build dist

.venv/.python:
	@test -n '$(PYTHON)' || { echo 'Python 3.11 or newer is needed, with its venv module, and none was found.' \
		'Install it (on Debian and Ubuntu: apt-get install python3 python3-venv), or say: make PYTHON=/a/path/to/python demo' >&2; exit 1; }
	@'$(PYTHON)' -c '$(FITS)' || { echo '$(PYTHON) is older than Python 3.11, or has no venv module (on Debian and Ubuntu: apt-get install python3-venv).' \
		'Say: make PYTHON=/a/path/to/python demo' >&2; exit 1; }
	@echo 'Making .venv (a minute or two, once) ...'
	@'$(PYTHON)' -m venv .venv
	@touch $@

.venv/.locked: .venv/.python requirements.lock
	$(INSTALL) --require-hashes --requirement requirements.lock
	@touch $@

.venv/.program: .venv/.locked pyproject.toml src/unaccounted/__init__.py
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.checks: .venv/.program requirements-dev.lock
	$(INSTALL) --require-hashes --requirement requirements-dev.lock
	@touch $@
