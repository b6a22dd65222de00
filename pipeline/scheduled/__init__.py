"""What the tasks of Airflow do: words and numbers of a DAG in, the work of a room out. With round.py and cli.py, wiring.

connections, airflow and collect_tasks know Airflow; the other modules are named after the DAGs that call them, and know rooms only. A task
never opens the DuckDB file: it asks the tracker and appends to topics.
"""
