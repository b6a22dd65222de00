"""Parts: packages, models and programs of this machine in, whether what is needed or can be added is there out."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from importlib.metadata import EntryPoint, PackageNotFoundError, version

from pipeline.doctor.condition import Condition, needed
from pipeline.errors import KikimimiError, Misconfigured
from pipeline.topics.broker_jars import find_java
from pipeline.warehouse.extensions import load_extensions

LAKE = ("ducklake", "postgres_scanner", "sqlite_scanner")
AGAIN = "install kikimimi with its dependencies again"


def words_condition() -> Condition:
    """SudachiPy with its dictionary, which cuts Japanese into words: it is tried."""

    def look() -> str:
        try:
            from sudachipy import Dictionary, errors
        except ImportError as error:
            raise Misconfigured(f"SudachiPy cannot be loaded: {error}", AGAIN) from error
        try:
            Dictionary(dict="core").create().tokenize("聞き耳を立てる")
        except (errors.SudachiError, ImportError, ValueError) as error:
            raise Misconfigured(
                f"SudachiPy has no dictionary: {error}", "pip install sudachidict-core"
            ) from error
        return f"SudachiPy {_version('sudachipy')} with sudachidict-core {_version('sudachidict-core')}"

    return needed("Japanese words", look)


def spacy_condition() -> Condition:
    """Not loaded, which takes a second."""

    def look() -> str:
        found = _version("spacy")
        if not found:
            raise Misconfigured("spaCy is not installed", AGAIN)
        return f"spaCy {found}, which the extractor is built on"

    return needed("spaCy", look)


def models_condition(models: Sequence[EntryPoint]) -> Condition:
    """models: those that spaCy finds (installed_models). They are named, and it is said that nothing waits for them."""
    found = ", ".join(map(_named, models))
    if not found:
        return Condition("models", "there", "none, and none is needed: no language wants one")
    said = f"{found}; not asked by the extractor, which reads better without (docs/extraction.md)"
    return Condition("models", "there", said)


def installed_models() -> Sequence[EntryPoint]:
    """What spacy.util.get_installed_models() names, without the second that loading spaCy takes."""
    from importlib.metadata import entry_points

    return sorted(entry_points(group="spacy_models"), key=lambda one: one.name)


def quack_condition() -> Condition:
    """The extensions that serve SQL over the network: they are loaded."""
    return needed("SQL server", lambda: f"DuckDB {_loaded(('httpfs', 'quack'))} with quack and httpfs")


def lake_condition(*, wanted: bool) -> Condition:
    """wanted: the warehouse is a DuckLake."""
    found = needed("DuckLake", lambda: f"{', '.join(LAKE)} for DuckDB {_loaded(LAKE)}")
    if wanted or found.state == "there":
        return found
    remedy = "for KIKIMIMI_WAREHOUSE=ducklake:… pip install 'kikimimi[lake]'"
    return Condition("DuckLake", "absent", found.said, remedy)


def java_condition() -> Condition:
    try:
        return Condition("Java", "there", f"{find_java()}, for kikimimi broker")
    except KikimimiError as error:
        return Condition("Java", "absent", f"{error.problem}, for kikimimi broker", error.remedy)


def airflow_condition() -> Condition:
    found = _version("apache-airflow")
    if found:
        return Condition("Airflow", "there", f"{found}, for make up and dags/")
    said = "not installed: kikimimi run --watch does without"
    return Condition("Airflow", "absent", said, "to add: pip install 'kikimimi[airflow]'")


def _loaded(names: Sequence[str]) -> str:
    """DuckDB's version, in which these were loaded. Raises Misconfigured where one cannot be."""
    try:
        import duckdb
    except ImportError as error:
        raise Misconfigured(f"DuckDB cannot be loaded: {error}", AGAIN) from error
    with closing(duckdb.connect()) as connection:
        try:
            load_extensions(connection, names)
        except duckdb.Error as error:
            raise Misconfigured(f"an extension cannot be loaded: {error}", AGAIN) from error
    return duckdb.__version__


def _version(package: str) -> str:
    """ "" where it is not installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _named(model: EntryPoint) -> str:
    return f"{model.name} {model.dist.version}" if model.dist else model.name
