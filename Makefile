# Two commands on a machine that has Python (3.11 or later), make and git: `make site`, `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
VIDSTORE := $(BIN)/vidstore

.PHONY: help site serve validate readme screenshots test lint format bench lock clean
.DEFAULT_GOAL := help

help: ## show this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

site: $(VENV)/site.stamp ## make the environment and build the website into site/
	$(VIDSTORE) build

serve: $(VENV)/site.stamp ## build and preview with live reload
	$(VIDSTORE) serve

validate: $(VENV)/site.stamp ## check all entries
	$(VIDSTORE) validate

readme: $(VENV)/site.stamp ## write both READMEs and the schemas for editors
	$(VIDSTORE) readme
	$(VIDSTORE) schema

screenshots: $(VENV)/test.stamp ## take the pictures of the website that the READMEs show
	$(BIN)/python tools/chromium.py --install
	$(BIN)/python -m tools.screenshots

test: $(VENV)/test.stamp ## run every test, those in a real Chromium included
	$(BIN)/python tools/chromium.py --install
	$(BIN)/python -m pytest

lint: $(VENV)/test.stamp tools/types/node_modules ## ruff, mypy --strict, import-linter, tsc
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/node tools/types/node_modules/typescript/bin/tsc --project jsconfig.json

format: $(VENV)/test.stamp ## let ruff lay out the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(VENV)/bench.stamp ## compare speed and memory with other generators
	$(BIN)/python -m bench --entries 1000 --runs 3

lock: $(VENV)/python.stamp ## resolve requirements/*.txt anew
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/python tools/lock.py

clean: ## remove what can be made again
	rm -rf $(VENV) tools/types/node_modules .vidstore site .mypy_cache .ruff_cache .pytest_cache

$(VENV)/python.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "vidstore needs Python 3.11 or later; name one with: make PYTHON=python3.12" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV) || \
	  { echo "python3 -m venv does not work here; on Debian and Ubuntu: apt install python3-venv" >&2; exit 2; }
	touch $@

# TypeScript checks the types that the scripts of the website state in comments. Networks with a
# certificate authority of their own are trusted as the system trusts them.
tools/types/node_modules: tools/types/package-lock.json $(VENV)/test.stamp
	NODE_USE_SYSTEM_CA=1 $(BIN)/npm ci --silent --no-audit --no-fund --prefix tools/types
	touch $@

# The package goes in last and without dependencies: those are pinned, with their hashes.
$(VENV)/%.stamp: requirements/%.txt pyproject.toml $(VENV)/python.stamp
	$(BIN)/python -m pip install --quiet --require-hashes --requirement $<
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@
