"""The guard: no address of a private network is connected to, however it is written and whatever leads there."""

from __future__ import annotations

import socket
from dataclasses import replace

import pytest

from pipeline.collect.sources import sources_from
from pipeline.collect.web.client import Web, open_web
from pipeline.collect.web.guard import NotPublic, is_public, refuse_named
from pipeline.collect.web.learn import wanted_of
from pipeline.errors import Rejected
from tests.collect.web.conftest import Rude, get, impatient, ok

PRIVATE = """0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 127.9.9.9 169.254.169.254 172.16.0.1 192.0.0.1 192.0.2.1 192.168.1.1
    198.18.0.1 224.0.0.1 240.0.0.1 255.255.255.255 :: ::1 ::ffff:10.0.0.1 ::ffff:127.0.0.1 ::127.0.0.1 64:ff9b::10.0.0.1
    64:ff9b:1::1 100::1 2001:db8::1 2002:0a00:0001::1 2001:0:0:0:0:0:f5ff:fffe fc00::1 fd12::1 fe80::1 fec0::1 ff02::1"""
PUBLIC = "1.1.1.1 93.184.216.34 172.32.0.1 100.128.0.1 2606:4700::1111 ::ffff:1.1.1.1 64:ff9b::1.1.1.1 2002:0101:0101::1"


@pytest.mark.parametrize("address", PRIVATE.split())
def test_addresses_of_private_networks(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", PUBLIC.split())
def test_addresses_of_the_public_internet(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST.", "a.localhost", "127.0.0.1", "[::1]", "10.0.0.1"])
def test_a_proxy_is_asked_for_no_private_address(host: str) -> None:
    with pytest.raises(NotPublic):
        refuse_named(host)


def test_a_proxy_is_asked_for_names() -> None:
    refuse_named("a.example")


@pytest.mark.parametrize(
    "host", ["localhost", "127.0.0.1", "127.1", "0x7f000001", "0", "[::1]", "[::ffff:7f00:1]"]
)
def test_a_source_leads_to_no_private_address(rude: Rude, web: Web, host: str) -> None:
    rude.put("/", ok(b"secret"))
    with pytest.raises(Rejected, match="which is no address of the public internet; write `private: yes`"):
        get(web, f"http://{host}:{rude.address.rpartition(':')[2]}/", private="no")
    assert rude.asked == [], "nor is its robots.txt asked for"


def resolved(monkeypatch: pytest.MonkeyPatch, **hosts: list[str]) -> list[str]:
    """Lets these names (with _ for .) resolve to these addresses, one after the other; the names that are looked up."""
    asked: list[str] = []
    plain = socket.getaddrinfo

    def look_up(host: str, port: int, *given: object, **named: object) -> object:
        if (name := host.replace(".", "_")) not in hosts:
            return plain(host, port, *given, **named)  # type: ignore[arg-type]
        asked.append(host)
        address = hosts[name].pop(0) if len(hosts[name]) > 1 else hosts[name][0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, port)) for one in address.split()]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return asked


def test_a_name_of_a_private_address_is_refused(
    rude: Rude, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    resolved(monkeypatch, inner_example=["127.0.0.1 10.0.0.1"])
    with pytest.raises(Rejected, match=r"inner.example:.* leads to 127.0.0.1, which"):
        get(web, rude.address.replace("127.0.0.1", "inner.example"), private="no")
    assert rude.asked == []


def test_the_address_that_was_looked_at_is_connected_to(rude: Rude, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that is public when it is looked at and private a moment later reaches nothing."""
    looked_up = resolved(monkeypatch, turns_example=["192.88.99.1", "127.0.0.1"])
    monkeypatch.setattr("pipeline.collect.web.guard.is_public", lambda address: address != "127.0.0.1")
    connected: list[str] = []

    async def connect(address: str, port: int, seconds: float) -> None:
        connected.append(address)
        raise OSError("not here")

    monkeypatch.setattr("pipeline.collect.web.guard.connect", connect)
    with open_web(impatient()) as web, pytest.raises(Exception, match="cannot be reached: not here"):
        get(web, rude.address.replace("127.0.0.1", "turns.example"), private="no", robots=False)
    assert (looked_up, connected) == (["turns.example"], ["192.88.99.1"])


def test_of_several_addresses_those_that_may_be_are_tried(
    rude: Rude, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    resolved(monkeypatch, many_example=["127.0.0.9 127.0.0.1"])
    rude.put("/", ok(b"text"))
    assert get(web, rude.address.replace("127.0.0.1", "many.example") + "/").body == b"text"


def test_a_connection_of_a_private_source_is_lent_to_no_other(rude: Rude, web: Web) -> None:
    address = rude.put("/page", ok(b"inner"))
    assert get(web, address, private="yes").body == b"inner"
    with pytest.raises(Rejected, match="no address of the public internet"):
        get(web, address, private="no")


def test_a_host_that_a_person_has_typed_leads_to_no_other_private_one(rude: Rude, web: Web) -> None:
    rude.put("/inner", ok(b"inner"))
    there = rude.address.replace("127.0.0.1", "127.0.0.2")
    here = rude.put("/here", ok(b"", f"Location: {there}/inner", status="302 Found"))
    with pytest.raises(Rejected, match=r"leads to 127.0.0.2, which"):
        get(web, here, private="host")
    back = rude.put("/back", ok(b"", "Location: /inner", status="302 Found"))
    assert get(web, back, private="host").body == b"inner"


def test_a_source_that_may_be_private_leads_to_others(rude: Rude, web: Web) -> None:
    rude.put("/inner", ok(b"inner"))
    there = rude.address.replace("127.0.0.1", "localhost")
    here = rude.put("/here", ok(b"", f"Location: {there}/inner", status="302 Found"))
    assert get(web, here, private="yes").body == b"inner"


@pytest.mark.parametrize(
    ("url", "private"),
    [
        ("http://10.0.0.1:80/2", "host"),
        ("http://u@10.0.0.1/x?y", "host"),
        ("http://10.0.0.2/1", "no"),
        ("http://a/@10.0.0.1", "no"),
    ],
)
def test_what_a_typed_source_links_to_is_private_only_where_it_is_itself(url: str, private: str) -> None:
    (source,) = sources_from(["http://10.0.0.1/feed"])
    assert wanted_of(source, url).private == private
    assert wanted_of(replace(source, private="yes"), url).private == "yes"
