# Every target works on a fresh machine with Python 3.11 or later and a package registry.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
REPORTS := examples/reports

.PHONY: help demo serve test check web webcheck bench score clean growth

# List the targets
help:
	@awk '/^# /{text=substr($$0, 3)} /^[a-z]+:/{sub(":.*", ""); printf "make %-8s%s\n", $$0, text}' Makefile

# Build a record of the example reports, print its brief and write it as pages in Arabic and English
demo: .venv/installed
	@rm -rf demo && mkdir demo
	$(BIN)/hudna build demo/demo.hudna $(REPORTS)
	@$(BIN)/hudna brief demo/demo.hudna --lang ar --format html --out demo/brief.ar.html
	@$(BIN)/hudna brief demo/demo.hudna --lang en --format html --out demo/brief.en.html
	$(BIN)/hudna brief demo/demo.hudna --lang en
	@echo
	@echo "The brief as a page, in Arabic:   $(CURDIR)/demo/brief.ar.html"
	@echo "The brief as a page, in English:  $(CURDIR)/demo/brief.en.html"
	@echo "The record behind both:           $(CURDIR)/demo/demo.hudna"

# Show the record of the example reports in a browser
serve: demo
	$(BIN)/hudna serve demo/demo.hudna

# Run all tests; those of the pages in a browser need Chromium, and web/node_modules from «make webcheck»
test: .venv/developed
	$(BIN)/pytest

# Check style, types and the direction of imports
check: .venv/developed
	$(BIN)/ruff check --output-format concise
	$(BIN)/ruff format --check quality benchmarks
	$(BIN)/mypy
	$(BIN)/lint-imports

# Bundle what browsers get from web/ into the package (needs Node 18.18 or later)
web: web/node_modules
	npm --prefix web run --silent build

# Check that the bundle in the package is what web/ gives
webcheck: web/node_modules
	npm --prefix web run --silent check

# Measure speed, start-up and memory, beside rivals where they are installed
bench: .venv/installed
	$(BIN)/python -m benchmarks.run

# Measure what a record costs as it grows to 20,000 reports; writes benchmarks/growth.tsv (half an hour)
growth: .venv/installed
	$(BIN)/python -m benchmarks.growth

# Measure the word lists; score dev, val and the record of five against their floors; renew the tables of reliability and measures (needs ../shared)
score: .venv/installed
	$(BIN)/python -m quality.recognised
	$(BIN)/python -m quality.gate

# Remove what make built
clean:
	rm -rf .venv demo build dist web/node_modules

web/node_modules: web/package-lock.json
	npm --prefix web ci --silent
	@touch $@

.venv/installed: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/developed: .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@
