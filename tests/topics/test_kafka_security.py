"""TLS and passwords: they come from the environment, and what is wrong with them is one line that does not show them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Fill, Run
from tests.topics.conftest import PASSWORD, USER, Secure


@pytest.fixture
def environment(secure: Secure) -> dict[str, str]:
    return {
        "KIKIMIMI_TOPICS": f"kafka:{secure.server}",
        "KIKIMIMI_KAFKA_SECURITY_PROTOCOL": "SASL_SSL",
        "KIKIMIMI_KAFKA_SASL_MECHANISM": "PLAIN",
        "KIKIMIMI_KAFKA_SASL_PLAIN_USERNAME": USER,
        "KIKIMIMI_KAFKA_SASL_PLAIN_PASSWORD": PASSWORD,
        "KIKIMIMI_KAFKA_SSL_CAFILE": str(secure.ca),
        "PYTHONWARNINGS": "ignore",  # kafka-python leaves sockets whose handshake failed to the garbage collector
    }


def test_documents_pass_over_tls_with_a_password(
    fill: Fill, tmp_path: Path, environment: dict[str, str]
) -> None:
    (tmp_path / "a.txt").write_text("OpenAIは5億ドルを調達した。", encoding="utf-8")
    said = fill(str(tmp_path / "a.txt"), **environment)
    assert "1 new documents" in said
    assert "1 documents extracted" in said


@pytest.mark.parametrize(
    ("changed", "codes", "said"),
    [
        # 2 where the refusal is read; Kafka hangs up right behind it, and over TLS kafka-python may see only that
        ({"SASL_PLAIN_PASSWORD": "open sesame"}, (1, 2), "KIKIMIMI_KAFKA_*"),
        ({"SASL_MECHANISM": "SCRAM-SHA-512"}, (1, 2), "KIKIMIMI_KAFKA_*"),
        ({"SSL_CAFILE": "/nowhere/ca.pem"}, (2,), "/nowhere/ca.pem"),
        (
            {"SECURITY_PROTOCOL": "TLS"},
            (2,),
            "KIKIMIMI_KAFKA_SECURITY_PROTOCOL=TLS is wrong; known are PLAINTEXT, SSL",
        ),
        ({"SSL_CAFILE": ""}, (2,), "CERTIFICATE_VERIFY_FAILED"),
        ({"SECURITY_PROTOCOL": "SASL_PLAINTEXT"}, (1,), "does not answer"),
    ],
    ids=["password", "mechanism", "file", "protocol", "stranger", "plain"],
)
def test_what_is_wrong_is_one_line_without_the_password(
    kikimimi: Run, environment: dict[str, str], changed: dict[str, str], codes: tuple[int, ...], said: str
) -> None:
    done = kikimimi("status", **environment | {f"KIKIMIMI_KAFKA_{name}": to for name, to in changed.items()})
    (line,) = done.stderr.splitlines()
    assert said in line
    assert done.returncode in codes
    assert PASSWORD not in line
    assert "sesame" not in line
