PYTHON ?= python3
BIN = .venv/bin

MAKEFLAGS += --jobs=3  # types are checked beside tests, which often wait for a browser

.PHONY: run class check setup test test-all style types tests faults format benchmark

run: setup  ## serve the app on http://127.0.0.1:7860
	$(BIN)/python app.py

class: setup  ## serve everyone in the local network, and show the address as a QR code
	$(BIN)/python app.py --class

check: setup  ## see whether every model answers as it was trained
	$(BIN)/python app.py --check

setup: .venv/ready

test: PICKED = -m "not exhaustive"
test: test-all  ## style, types and tests, but for those that go through every combination

test-all: style types tests  ## everything that is checked before a change lands

style: .venv/tested
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/tested
	$(BIN)/mypy

tests: .venv/tested
	$(BIN)/pytest -n auto --dist loadfile $(PICKED)

faults: .venv/tested  ## 2,000 damaged files and 10,000 wrong requests
	SEQDEMO_TIMES=32 $(BIN)/pytest -n auto tests/test_damaged.py tests/test_server.py

format: .venv/tested
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

benchmark: setup  ## the scoreboard's figures, from UNIPEN in SEQDEMO_DATA; about 20 minutes
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r benchmarks/requirements.txt
	$(BIN)/python benchmarks/scoreboard.py

.venv/ready: requirements.lock
	@$(PYTHON) -c "import sys; sys.version_info >= (3, 11) or sys.exit('seqdemo needs Python 3.11 or newer.')"
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	touch $@

.venv/tested: .venv/ready tests/requirements.txt docs/requirements.txt tests/scripts/package-lock.json
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r tests/requirements.txt -r docs/requirements.txt
	$(BIN)/python tests/node.py ci --prefix tests/scripts --no-audit --no-fund --silent  # type checker, linter
	touch $@
