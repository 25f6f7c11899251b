# `make serve` and `make test` do all the set-up there is.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
ASKED := .

LOCK := $(BIN)/uv pip compile --quiet --universal --fork-strategy fewest \
  --python-version 3.11 --no-annotate --no-header

export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help serve build backends test lint test-engine test-blocks test-snippets test-site bench lock newest clean
.DEFAULT_GOAL := help

help: ## say what there is
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

serve: $(VENV)/.site ## run the programs and serve the site, with live reload
	$(BIN)/python -m mkdocs serve --dev-addr 127.0.0.1:$(PORT)

build: $(VENV)/.site ## run the programs and write the site to site/
	$(BIN)/python -m mkdocs build --strict

backends: $(VENV)/.backends ## add JAX and PyTorch to TensorFlow

test: lint test-engine test-blocks test-snippets test-site ## all tests, the fast ones first
	@echo "All passed: code style; the engine; every block as it is copied; every layer and model; the built site."

lint: $(VENV)/.test ## code style of the engine, the tests and the programs
	@echo "== Code style"
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

test-engine: $(VENV)/.test ## the engine, on small programs of the tests' own; the documents
	@echo "== The engine"
	$(BIN)/python -m pytest tests/execdocs tests/test_documents.py -n auto --dist loadscope

test-blocks: $(VENV)/.test backends ## each block, copied and run by pytest-codeblocks
	@echo "== Every block, exactly as it is copied"
	$(BIN)/python -m execdocs run
	$(BIN)/python -m execdocs editions
	for backend in $$(ls .execdocs/editions); do \
	  echo "-- on $$backend"; \
	  $(BIN)/python -m pytest --codeblocks -p tests.blocks --backend $$backend \
	    -W ignore -n auto .execdocs/editions/$$backend || exit 1; \
	done

test-snippets: $(VENV)/.test backends ## what the programs' layers and models stand
	@echo "== The layers and models of the programs"
	$(BIN)/python -m execdocs run
	for backend in tensorflow jax torch; do \
	  echo "-- on $$backend"; \
	  $(BIN)/python -m pytest -p tests.backend --backend $$backend \
	    -W ignore -n auto tests/snippets || exit 1; \
	done

test-site: $(VENV)/.test $(VENV)/.npm backends build ## the programs as they are copied, the site in a browser
	@echo "== The programs and the built site"
	$(BIN)/python -m pytest tests/site -n auto --dist loadgroup --ignore tests/site/test_lighthouse.py
	@echo "== Lighthouse, with nothing else running"
	$(BIN)/python -m pytest tests/site/test_lighthouse.py

bench: $(VENV)/.test backends ## speed, as ratios within one run (about twelve minutes); records the chapter's
	$(BIN)/python -m tests.bench

lock: | $(BIN)/python ## pin what requirements*.in ask for
	$(BIN)/pip install --quiet uv
	$(LOCK) --generate-hashes --upgrade --output-file requirements.txt $(ASKED)/requirements.in
	$(LOCK) --generate-hashes --upgrade --output-file requirements-dev.txt requirements-dev.in
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

$(VENV)/.site: requirements.txt | $(BIN)/python
	$(BIN)/pip install --quiet --requirement requirements.txt
	@touch $@

$(VENV)/.backends: requirements-backends.txt $(VENV)/.site
	$(BIN)/pip install --quiet --requirement requirements-backends.txt
	@touch $@

$(VENV)/.test: requirements-dev.txt $(VENV)/.site
	$(BIN)/pip install --quiet --requirement requirements-dev.txt
	@touch $@

# Without npm, the tests that need it say so.
$(VENV)/.npm: tests/site/package-lock.json | $(BIN)/python
	@if command -v npm >/dev/null; then npm ci --loglevel=error --prefix tests/site && touch $@; \
	else echo "no npm: tests with axe, html-validate and Lighthouse are left out"; fi
