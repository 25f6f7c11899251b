# `make serve` and `make test` do all the set-up there is.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
ASKED := .
PYTEST := $(BIN)/python -m pytest -n auto
# The site that the tests look at: built once, for an address and a repository.
export SITE ?= $(CURDIR)/.cache/site

LOCK := $(BIN)/uv pip compile --quiet --universal --fork-strategy fewest \
  --python-version 3.11 --no-annotate --no-header

export FRESH
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help serve build backends tools test lint test-engine test-runs test-site bench lock newest clean
.DEFAULT_GOAL := help

help: ## say what there is
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

serve: $(VENV)/.site ## run the programs and serve the site, with live reload
	$(BIN)/python -m mkdocs serve --dev-addr 127.0.0.1:$(PORT)

build: $(VENV)/.site ## run the programs and write the site to site/
	$(BIN)/python -m mkdocs build --strict

backends: $(VENV)/.backends ## add JAX and PyTorch to TensorFlow

tools: ## as root on Debian or Ubuntu: install what the tests in a browser need
	@.ci/tools

test: tools lint test-engine test-runs test-site ## all tests; what is proved already is left out, unless FRESH=1
	@echo "All passed: style, types and imports; the engine; every block, layer and model; the built site."

lint: $(VENV)/.lint ## style of all code; types of the engine, and which room imports which
	@echo "== Style, types, imports"
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test-engine: $(VENV)/.test ## the engine and the site's extras, on small sites of the tests' own; the documents
	@echo "== The engine"
	$(PYTEST) --dist loadscope tests/execdocs tests/site_extras tests/test_documents.py tests/test_learn.py tests/test_bench.py

test-runs: $(VENV)/.test backends ## each program, run as a reader runs it; its blocks, layers and models
	@echo "== Every program, as a reader runs it"
	$(BIN)/python -m execdocs run
	$(BIN)/python -m execdocs editions
	$(PYTEST) --codeblocks -p tests.runs.plugin --dist worksteal .execdocs/editions tests/runs tests/snippets

test-site: $(VENV)/.test $(VENV)/.npm backends ## the built site: links, HTML, notebooks; in a browser, if there is one
	@echo "== The built site"
	$(PYTEST) --dist loadgroup tests/site

bench: $(VENV)/.test $(VENV)/.npm backends ## speed, as ratios within one run (about twelve minutes)
	$(BIN)/python -m tests.bench

lock: | $(BIN)/python ## pin what requirements*.in ask for
	$(BIN)/pip install --quiet uv
	$(LOCK) --generate-hashes --upgrade --output-file requirements.txt $(ASKED)/requirements.in
	$(LOCK) --generate-hashes --upgrade --output-file requirements-dev.txt requirements-dev.in
	$(LOCK) --generate-hashes --upgrade --output-file requirements-lint.txt requirements-lint.in
	$(LOCK) $(ASKED)/requirements-backends.in | grep -vE '^(cuda|nvidia|triton)' > requirements-backends.txt

newest: ## pin the newest releases, also those that requirements*.in do not allow yet
	mkdir -p .cache/newest
	for name in requirements requirements-backends; do \
	  sed -E 's/==[0-9.]+\*//; s|^-c |-c ../../|' $$name.in > .cache/newest/$$name.in || exit 1; \
	done
	$(MAKE) lock ASKED=.cache/newest

clean: ## delete all that was made, but for the environment
	rm -rf .cache .execdocs site

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' || \
	  { echo "$$($(PYTHON) --version 2>&1) found; TensorFlow 2.21 needs Python 3.11, 3.12 or 3.13: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.site: requirements.txt pyproject.toml | $(BIN)/python
	$(BIN)/pip install --quiet --requirement requirements.txt
	$(BIN)/pip install --quiet --no-deps --editable .
	@touch $@

$(VENV)/.backends: requirements-backends.txt $(VENV)/.site
	$(BIN)/pip install --quiet --requirement requirements-backends.txt
	@touch $@

$(VENV)/.test: requirements-dev.txt $(VENV)/.site
	$(BIN)/pip install --quiet --requirement requirements-dev.txt
	@touch $@

$(VENV)/.lint: requirements-lint.txt | $(BIN)/python
	$(BIN)/pip install --quiet --requirement requirements-lint.txt
	@touch $@

# Without npm, the tests that need it say so.
$(VENV)/.npm: tests/site/package-lock.json | $(BIN)/python
	@if command -v npm >/dev/null; then npm ci --loglevel=error --prefix tests/site && touch $@; fi
