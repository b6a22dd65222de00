"""Brokers for the tests of this room: one for all, and one that asks for TLS and a password."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import trustme
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from pipeline.topics.broker import free_port, running_broker

USER, PASSWORD = "kikimimi", "hush hush"


@dataclass(frozen=True)
class Secure:
    """A broker that takes clients over TLS with a password only; ca: the certificate that it is known by."""

    server: str
    ca: Path


@pytest.fixture(scope="module")
def secure(broker: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Secure]:
    """Its inner listener stays open to the controller and to the start-up's own look; `broker` skips where there is none."""
    folder = tmp_path_factory.mktemp("secure")
    authority = trustme.CA()
    ca, pem = folder / "ca.pem", folder / "server.pem"
    authority.cert_pem.write_to_path(ca)
    certificate = authority.issue_cert("127.0.0.1")
    key = load_pem_private_key(certificate.private_key_pem.bytes(), None)
    pem.write_bytes(
        key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        + b"".join(blob.bytes() for blob in certificate.cert_chain_pems)
    )
    inner, outer, controller = free_port(), free_port(), free_port()
    login = f'username="admin" password="x" user_{USER}="{PASSWORD}"'
    more = f"""
listeners=PLAINTEXT://127.0.0.1:{inner},SECURE://127.0.0.1:{outer},CONTROLLER://127.0.0.1:{controller}
advertised.listeners=PLAINTEXT://127.0.0.1:{inner},SECURE://127.0.0.1:{outer}
controller.quorum.voters=1@127.0.0.1:{controller}
listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SECURE:SASL_SSL
sasl.enabled.mechanisms=PLAIN
listener.name.secure.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required {login};
listener.name.secure.ssl.keystore.type=PEM
listener.name.secure.ssl.keystore.location={pem}
"""
    with contextlib.ExitStack() as stack:
        stack.enter_context(running_broker(folder / "kafka", inner, more))
        yield Secure(f"127.0.0.1:{outer}", ca)
