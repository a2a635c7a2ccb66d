# demo, test, check and bench each set up what they need: Python 3.11 and make are enough.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test lint check bench

$(VENV)/runs: requirements.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	touch $@

$(VENV)/checks: requirements-dev.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch $(VENV)/runs $@

demo: $(VENV)/runs  ## make the demo's database where there is none, and serve it
	$(BIN)/python -m workbench.cli demo

test: $(VENV)/checks  ## every test; browser and PostgreSQL tests skip where neither is found
	$(BIN)/python -m pytest -q -n auto --cov --cov-report=

lint: $(VENV)/checks  ## what needs no test run, each fast thing first
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint --lint --quiet templates
	$(BIN)/python -m workbench.cli permissions --check

check: lint test  ## everything that CI runs
	$(BIN)/coverage report --fail-under=95
	$(BIN)/coverage report --fail-under=100 \
		--include='workbench/*/domain/*,workbench/policy.py,workbench/*/commands.py,workbench/*/commands/*'

bench: $(VENV)/checks  ## what the issues give a number for, as ratios in one run
	$(BIN)/python -m bench
