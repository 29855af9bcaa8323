# make run    the example study, from transcripts to reports/index.html
# make test   everything that must hold: format, lint, types, floors, tests, examples, notebooks
# make lab    JupyterLab on the notebooks
# On Windows: see README.md, "Windows".

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --constraint constraints.txt

.PHONY: run test check lab clean

run: .venv/run.stamp
	$(BIN)/perspectieven run .

test: check

check: .venv/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n logical --dist worksteal

lab: .venv/run.stamp
	$(BIN)/jupyter lab --notebook-dir notebooks

clean:
	rm -rf .venv

.venv/run.stamp: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(PIP) --editable .
	touch $@

.venv/test.stamp: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(PIP) --editable .[test]
	touch $@ .venv/run.stamp
