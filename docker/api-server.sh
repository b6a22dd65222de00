#!/bin/sh
# Airflow's API server, and the password of its user admin, which stands in memory (/tmp) for this process alone.
set -eu
(
  umask 077
  python -c 'import json, os; print(json.dumps({"admin": os.environ["AIRFLOW_PASSWORD"]}))' \
    > "$AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_PASSWORDS_FILE"
)
unset AIRFLOW_PASSWORD
exec airflow api-server
