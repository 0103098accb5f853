PYTHON ?= python3
BIN = .venv/bin

.PHONY: run setup test format benchmark

run: setup  ## serve the app on http://127.0.0.1:7860
	$(BIN)/python app.py

setup: .venv/ready

test: .venv/tested  ## everything that is checked before a change lands
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -n auto --dist loadfile

format: .venv/tested
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

benchmark: setup  ## the scoreboard's figures, from UNIPEN in SEQDEMO_DATA; about 20 minutes
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r benchmarks/requirements.txt
	$(BIN)/python benchmarks/scoreboard.py

.venv/ready: requirements.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

.venv/tested: .venv/ready tests/requirements.txt tests/scripts/package-lock.json
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r tests/requirements.txt
	$(BIN)/python tests/node.py ci --prefix tests/scripts --no-audit --no-fund --silent  # type checker, linter
	touch $@
