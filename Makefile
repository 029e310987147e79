# Dorpspomp. The commands a person and CI both use; each installs what it needs and asks nothing.
# `make portal` builds the example village, `make test` proves everything.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

VENV := .venv
BIN := $(VENV)/bin
# Everything drawn or tested shows this day, so that pictures and golden files stay the same.
TODAY ?= 2026-11-22
VILLAGE ?= .
AS_ROOT := $(if $(filter 0,$(shell id -u)),,sudo)

.PHONY: help portal serve watch preview guide test soak check format bless screens bench lock clean

help: ## Tell what there is to make.
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

portal: $(VENV)/.installed ## Build the example village into build/current and tell where to look.
	$(BIN)/dorpspomp build $(VILLAGE)
	@echo
	@echo "Website   $(VILLAGE)/build/current/site/index.html   (best seen with: make serve)"
	@echo "Kiosk     $(VILLAGE)/build/current/kiosk/index.html"
	@echo "Paper     $(VILLAGE)/build/current/print/"

serve: $(VENV)/.installed ## Show the built portal on this machine.
	$(BIN)/dorpspomp serve $(VILLAGE)

watch: $(VENV)/.installed ## Build again whenever a sheet is saved.
	$(BIN)/dorpspomp watch $(VILLAGE)

preview: $(VENV)/.installed ## Let Pelican itself make the site, into build/preview.
	$(BIN)/pelican

guide: $(VENV)/.installed ## Draw the style guide: every colour, icon and component, into build/guide.
	$(BIN)/python -m dorpspomp.outputs.guide $(VILLAGE) $(TODAY)

test: $(VENV)/.tested ## Run every test, then the checks.
	$(BIN)/pytest -n auto --dist loadfile --no-loadscope-reorder
	$(MAKE) --no-print-directory check

soak: $(VENV)/.tested ## Run the property tests on two thousand fresh examples each, a thousand slips, two hundred kills.
	HYPOTHESIS_PROFILE=soak $(BIN)/pytest -n auto --dist loadfile --no-loadscope-reorder

check: $(VENV)/.installed ## Lint, types and layers.
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -q tests/test_layers.py

format: $(VENV)/.installed ## Put the code in shape.
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bless: $(VENV)/.tested ## Take the present output as the golden tree, after looking at the difference.
	DORPSPOMP_BLESS=1 $(BIN)/pytest -q tests/test_golden.py
	git diff --stat -- tests/golden

screens: $(VENV)/.tested ## Draw every kind of page, screen and paper into docs/screens.
	$(BIN)/python -m tests.screens --today $(TODAY)

bench: $(VENV)/.tested ## Measure against the peers.
	$(BIN)/python benchmarks/build_speed.py
	$(BIN)/python benchmarks/page_weight.py

lock: $(VENV)/.installed ## Choose the newest libraries again and write requirements.lock.
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header \
	  --python-version 3.11 --extra dev --output-file requirements.lock pyproject.toml

clean: ## Remove what was made; data and words stay.
	rm -rf $(VENV) build/releases build/current build/preview build/check build/print build/guide build/cache dist

# The library that draws PDF needs Pango; a bare Debian has neither that nor venv.
$(VENV)/.installed: requirements.lock pyproject.toml
	@tools/system.sh portal
	python3 -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.tested: $(VENV)/.installed package-lock.json
	@tools/system.sh test
	npm ci --silent --no-audit --no-fund --ignore-scripts
	@touch $@
