# Every target does its own set-up in .venv from the pinned versions; the README's two commands are `make demo` and
# `make test`. A set-up is done again when the pins change.

PYTHON ?= python3
BIN := .venv/bin
SAMPLE := sample_surveys/hotel-stay
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: help demo app test lint format bench build messages screenshots pictures samples pins clean
.DEFAULT_GOAL := help

help: ## Show what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 12

demo: .venv/ready ## Read a sample survey, print its results, write roadmap.pdf
	$(BIN)/kano-app report $(SAMPLE).csv --features $(SAMPLE)-features.csv --capacity 25,25 \
	    --title "Harbour Hotel, guest stay" --output roadmap.pdf

app: .venv/ready ## Start the program
	$(BIN)/kano-app

test: .venv/develop ## Run the whole suite
	.ci/system-libraries $(BIN)/python
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n auto --dist worksteal -q
	.ci/on-a-screen $(BIN)/python -m pytest tests/journeys -q

lint: .venv/develop ## ruff, mypy strict, import-linter
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

format: .venv/develop ## Put the code into its one form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: .venv/develop ## Measure speed and memory as ratios
	PYTHONPATH=tests $(BIN)/python -m bench

build: .venv/develop ## Freeze the program into dist/ and try it: its window opens, its report is written
	.ci/system-libraries $(BIN)/python
	$(BIN)/pyinstaller --noconfirm --clean --log-level WARN build_installer.spec
	dist/kano-app/kano-app report $(SAMPLE).csv --features $(SAMPLE)-features.csv --output build/roadmap.pdf
	KANO_APP_SMOKE=1 QT_QPA_PLATFORM=offscreen dist/kano-app/kano-app-window

messages: .venv/develop ## Bring new sentences into the catalogues of all languages
	$(BIN)/python .ci/messages.py

screenshots: .venv/develop ## Take the pictures of the window again
	$(BIN)/python .ci/screenshots.py

pictures: .venv/ready ## Make the pictures of the documents again
	.ci/pictures

samples: .venv/develop ## Make the sample surveys again
	$(BIN)/python sample_surveys/make_samples.py

pins: ## Resolve the newest versions and pin them
	.ci/pins

clean: ## Remove what was made
	rm -rf .venv build dist roadmap.pdf .mypy_cache .pytest_cache .ruff_cache .hypothesis

.venv/made:
	.ci/make-venv $(PYTHON) .venv
	touch $@

.venv/ready: .venv/made requirements.txt requirements-build.txt pyproject.toml
	$(PIP) -r requirements.txt -r requirements-build.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	touch $@

.venv/develop: .venv/ready requirements-dev.txt
	$(PIP) -r requirements-dev.txt
	touch $@
