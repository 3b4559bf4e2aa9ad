"""A time stamp authority for tests: OpenSSL with a certificate made for the occasion."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

_CONFIG = """
[req]
distinguished_name = name
[name]
[root]
basicConstraints = critical, CA:true
subjectKeyIdentifier = hash
[leaf]
basicConstraints = critical, CA:false
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
subjectKeyIdentifier = hash
[tsa]
default_tsa = tsa_config
[tsa_config]
serial = {folder}/serial
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
"""


@dataclass(frozen=True)
class Authority:
    """An authority in a folder; ``certificate`` is its root as PEM."""

    folder: Path
    certificate: bytes

    @classmethod
    def make(cls, folder: Path) -> Authority:
        """Make keys and certificates; skips the test where OpenSSL isn't installed."""
        if not shutil.which("openssl"):
            pytest.skip("openssl isn't installed: no time stamp authority to be had")
        folder.mkdir(exist_ok=True)
        (folder / "c.cnf").write_text(_CONFIG.format(folder=folder))
        new = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-config", "c.cnf"]
        root = ["-x509", "-days", "3650", "-subj", "/CN=Root of Fenwick Time", "-extensions", "root"]
        _openssl(folder, "req", *root, *new, "-keyout", "root.key", "-out", "root.pem")
        _openssl(folder, "req", "-subj", "/CN=Fenwick Time", *new, "-keyout", "tsa.key", "-out", "tsa.csr")
        by_root = ["-CA", "root.pem", "-CAkey", "root.key", "-CAcreateserial", "-days", "3650"]
        extensions = ["-extfile", "c.cnf", "-extensions", "leaf"]
        _openssl(folder, "x509", "-req", "-in", "tsa.csr", "-out", "tsa.pem", *by_root, *extensions)
        return cls(folder, (folder / "root.pem").read_bytes())

    def answer(self, request: bytes, chain: str = "") -> bytes:
        """Return the answer to a request, with the certificates of a file besides the signer's own."""
        (self.folder / "q.tsq").write_bytes(request)
        signer = ["-signer", "tsa.pem", "-inkey", "tsa.key", *(["-chain", chain] if chain else [])]
        _openssl(self.folder, "ts", "-reply", "-config", "c.cnf", "-queryfile", "q.tsq", *signer, "-out", "a.tsr")
        return (self.folder / "a.tsr").read_bytes()


def _openssl(folder: Path, *args: str) -> None:
    subprocess.run(["openssl", *args], cwd=folder, check=True, capture_output=True)
