# One image for all that is ours: extract worker, tracker and Airflow. The command says which.
# Where pip needs settings of its own (an index, a certificate), without keeping them in the image:
#   docker build --secret id=pip,src=$HOME/.config/pip/pip.conf --secret id=ca,src=/etc/ssl/certs/ca-certificates.crt .

FROM python:3.11-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore
WORKDIR /app
RUN python -m venv --without-pip /opt/venv
# Tests of other packages, and headers to compile against, are a tenth of what is installed and never read.
COPY requirements-image.txt ./
RUN --mount=type=secret,id=pip,target=/etc/pip.conf --mount=type=secret,id=ca \
    pip --python /opt/venv/bin/python install --quiet --no-deps --require-hashes -r requirements-image.txt \
 && find /opt/venv -depth -type d \( -name tests -o -path '*/pyarrow/include' \) -exec rm -rf {} +
# The command `kikimimi` and its version, without the tool that makes them; the code itself stays in /app.
COPY LICENSE README.md pyproject.toml ./
RUN mkdir pipeline && touch pipeline/__init__.py \
 && pip --python /opt/venv/bin/python install --quiet --no-deps --no-build-isolation --editable . \
 && pip --python /opt/venv/bin/python uninstall --quiet --yes editables hatchling tomlkit trove-classifiers
COPY pipeline pipeline
COPY dags dags
RUN python -m compileall -q pipeline dags

FROM python:3.11-slim-bookworm
RUN useradd --no-log-init --uid 10001 --user-group --home-dir /tmp --no-create-home --shell /usr/sbin/nologin kikimimi \
 && install --directory --owner=kikimimi --group=kikimimi /data /logs
COPY --from=build /opt/venv /opt/venv
COPY LICENSE README.md /app/
COPY schemas /app/schemas
COPY docker /app/docker
COPY seeds /app/seeds
COPY --from=build /app/dags /app/dags
COPY --from=build /app/pipeline /app/pipeline
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    KIKIMIMI_DATA=/data \
    KIKIMIMI_SEEDS=/app/seeds \
    AIRFLOW_HOME=/tmp/airflow
WORKDIR /app
USER 10001:10001
CMD ["kikimimi", "--help"]
