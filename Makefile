# What can be done here: `make` alone lists it. Everything happens inside this folder, in `.venv`.

.DEFAULT_GOAL := help
.NOTPARALLEL:
.SUFFIXES:

# No absolute paths: the folder's own name may contain blanks.
BIN    := .venv/bin
PYTHON := $(BIN)/python
PIP    := $(PYTHON) -m pip --disable-pip-version-check
STAMPS := .venv/.stamps
PINNED := pyproject.toml constraints.txt

# What a set-up of the caller's own might lead astray.
unexport PYTHONPATH PYTHONHOME

.PHONY: help demo test fast lint format shops shops-stop bench-walk bench-reading \
	report-samples doctor constraints setup clean

help: ## List what can be done here
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# --- set-up, each part once ------------------------------------------------------------------------

$(PYTHON):
	@sh .ci/venv

$(STAMPS)/package: $(PINNED) | $(PYTHON)
	@echo "Installing the package into .venv ..."
	@$(PIP) install --quiet --constraint constraints.txt --editable .
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/tools: $(PINNED) | $(PYTHON)
	@echo "Installing the package and what its tests need into .venv ..."
	@$(PIP) install --quiet --constraint constraints.txt --editable '.[test]'
	@mkdir -p $(STAMPS) && touch $@ $(STAMPS)/package

$(STAMPS)/bench: $(PINNED) $(STAMPS)/tools
	@echo "Installing what the benchmarks compare with ..."
	@$(PIP) install --quiet --constraint constraints.txt --editable '.[test,bench]'
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/browser: .ci/browser | $(PYTHON)
	@sh .ci/browser
	@mkdir -p $(STAMPS) && touch $@

setup: $(STAMPS)/tools $(STAMPS)/browser ## Install everything that working on the code needs

# --- for everybody ---------------------------------------------------------------------------------

demo: $(STAMPS)/package $(STAMPS)/browser ## Audit the three bundled shops, compare with the truth, write scorecards
	@$(BIN)/auditor demo --no-open

doctor: $(STAMPS)/package ## Say what works on this machine, and what mends the rest
	@$(BIN)/auditor doctor

# --- for those who work on it ------------------------------------------------------------------------

test: setup ## Every check and every test: fast ones first, then those with a browser
	@failed=0; sh .ci/lint || failed=1; $(PYTHON) -m pytest || failed=1; exit $$failed

fast: $(STAMPS)/tools ## The same without a browser
	@failed=0; sh .ci/lint || failed=1; $(PYTHON) -m pytest -m "not browser" || failed=1; exit $$failed

lint: $(STAMPS)/tools ## ruff, mypy and the import rules
	@sh .ci/lint

format: $(STAMPS)/tools ## Lay the code out anew
	@$(BIN)/ruff format .

report-samples: $(STAMPS)/package ## Sample reports without walking a shop, to look at the templates
	@$(PYTHON) tests/reports/samples.py report-samples

# --- measurements -----------------------------------------------------------------------------------

shops: $(STAMPS)/package ## Install and open three third-party shop engines on this machine
	@$(PYTHON) -m benchmarks.shops install
	@$(PYTHON) -m benchmarks.shops start

shops-stop: $(STAMPS)/package ## Close them again
	@$(PYTHON) -m benchmarks.shops stop

bench-walk: $(STAMPS)/package $(STAMPS)/browser ## How far walks come on real engines, and what is read right
	@$(PYTHON) -m benchmarks.bench_walk --write

bench-reading: $(STAMPS)/bench ## How many sentences and pages are read right, wrong, or refused
	@$(PYTHON) benchmarks/reading_measures.py
	@$(PYTHON) benchmarks/reading_policies.py

# --- housekeeping -----------------------------------------------------------------------------------

constraints: ## Pin anew what a fresh install brings today
	@sh .ci/constraints

clean: ## Delete what was made here: set-up, caches, the demo's results (never auditor-data)
	rm -rf .venv .mypy_cache .ruff_cache .import_linter_cache .pytest_cache .hypothesis demo-data report-samples dist
	find . -name __pycache__ -type d -prune -not -path './.shops/*' -exec rm -rf {} +
