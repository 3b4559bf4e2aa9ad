"""A scheduler and workers of Dask for tests, with certificates of their own: real processes on this machine."""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import dask
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from distributed import Client, Security

from tests.cluster.nodes import free_ports

ROOT = Path(__file__).parents[2]
_DAYS = datetime.timedelta(days=2)


class Workers:
    """A running scheduler at ``address`` with its workers; ``settings`` are what a program that calls it needs."""

    def __init__(self, address: str, folder: Path, settings: dict[str, str]) -> None:
        self.address = address
        self._folder = folder
        self.settings = settings
        self._scheduler = self._start("scheduler", "--host", "127.0.0.1", "--port", address.rsplit(":", 1)[1])
        self._workers: list[subprocess.Popen[bytes]] = []

    def _start(self, program: str, *arguments: str) -> subprocess.Popen[bytes]:
        code = f"from distributed.cli.dask_{program} import main; main()"
        environment = {**os.environ, **self.settings, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", code, *arguments, "--no-dashboard", "--protocol", self.address.split(":")[0]]
        with (self._folder / "log").open("ab") as log:
            return subprocess.Popen(command, stdout=log, stderr=log, env=environment, cwd=self._folder)

    def add(self) -> None:
        here = ("--nthreads", "1", "--no-nanny", "--host", "127.0.0.1", "--local-directory", str(self._folder / "w"))
        self._workers.append(self._start("worker", self.address, *here))

    def kill_one(self) -> None:
        """Kill the worker that has been there longest, and start another."""
        worker = self._workers.pop(0)
        worker.kill()
        worker.wait()
        self.add()

    def wait_for(self, count: int) -> None:
        security = Security(require_encryption=True)
        with Client(self.address, security=security, set_as_default=False, timeout=120) as client:
            client.wait_for_workers(count, timeout=120)

    def close(self) -> None:
        for process in (*self._workers, self._scheduler):
            process.kill()
            process.wait()


@contextmanager
def working(folder: Path, count: int = 2) -> Iterator[Workers]:
    """Start a scheduler and workers that speak TLS alone; this process has what it needs to speak to them."""
    settings = certificates(folder)
    (port,) = free_ports(1)
    workers = Workers(f"tls://127.0.0.1:{port}", folder, settings)
    with dask.config.set(_of_client(folder)):
        try:
            for _ in range(count):
                workers.add()
            if count:
                workers.wait_for(count)
            yield workers
        finally:
            workers.close()


def _of_client(folder: Path) -> dict[str, str]:
    names = {"ca-file": "ca.pem", "client.cert": "cert.pem", "client.key": "key.pem"}
    return {f"distributed.comm.tls.{key}": str(folder / name) for key, name in names.items()}


def certificates(folder: Path) -> dict[str, str]:
    """Make an authority and a certificate for all; return the settings of Dask that name them."""
    now = datetime.datetime.now(datetime.UTC)
    ours, theirs = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "tests")])

    def certificate(key: ec.EllipticCurvePrivateKey, authority: bool) -> bytes:
        subject = name if authority else x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
        made = x509.CertificateBuilder().subject_name(subject).issuer_name(name).public_key(key.public_key())
        made = (
            made.serial_number(x509.random_serial_number()).not_valid_before(now - _DAYS).not_valid_after(now + _DAYS)
        )
        made = made.add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        return made.sign(ours, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)

    (folder / "ca.pem").write_bytes(certificate(ours, authority=True))
    (folder / "cert.pem").write_bytes(certificate(theirs, authority=False))
    plain = serialization.NoEncryption()
    key = theirs.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    (folder / "key.pem").write_bytes(key)
    prefix = "DASK_DISTRIBUTED__COMM__TLS__"
    settings = {f"{prefix}CA_FILE": str(folder / "ca.pem")}
    for role in ("SCHEDULER", "WORKER", "CLIENT"):
        settings[f"{prefix}{role}__CERT"] = str(folder / "cert.pem")
        settings[f"{prefix}{role}__KEY"] = str(folder / "key.pem")
    return settings
