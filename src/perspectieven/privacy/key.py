"""The key of the pseudonyms: one encrypted file that says who is meant by whom.

Whoever has the file and the passphrase can undo the pseudonyms, so it is kept apart from what is shared, never in
``data/coded``. The file is four lines of text: what it is and its version, the salt, a checksum of salt and content,
and the content, encrypted with Fernet by a key that Scrypt makes of the passphrase.
"""

import base64
import hashlib
import json
import secrets
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from perspectieven.errors import Fault, PerspectievenError
from perspectieven.writing import write_bytes

SHORTEST_PASSPHRASE = 8
_NAME = b"perspectieven key, version "
_VERSION = b"1"


class PrivacyError(PerspectievenError):
    """The key of the pseudonyms or its passphrase needs attention."""


def write_key(path: Path, content: Mapping[str, object], passphrase: str) -> None:
    """Encrypt the key and write it whole, readable for its owner only where the system knows owners.

    Parameters
    ----------
    path : Path
        The file; what was there is replaced.
    content : mapping
        What can be written as JSON.
    passphrase : str
        At least `SHORTEST_PASSPHRASE` characters. It is stored nowhere: without it the key is lost.

    Raises
    ------
    PrivacyError
        If the passphrase is too short or the file cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = Path(folder, "key")
    ...     write_key(path, {"persoon": {"noor": "Sanne"}}, "vier losse gewone woorden")
    ...     read_key(path, "vier losse gewone woorden")
    {'persoon': {'noor': 'Sanne'}}
    """
    salt = secrets.token_bytes(16)
    token = _fernet(path, salt, passphrase).encrypt(json.dumps(content, ensure_ascii=False).encode("utf-8"))
    lines = [_NAME + _VERSION, salt.hex().encode(), _checksum(salt, token), token, b""]
    try:
        write_bytes(path, b"\n".join(lines))
        path.chmod(0o600)
    except OSError as error:
        what = (
            f"cannot be written ({error.strerror or 'no reason given'}); check the folder and that you may write there"
        )
        raise PrivacyError(Fault(path.name, "", what)) from error


def read_key(path: Path, passphrase: str) -> dict[str, object]:
    """Read and decrypt a key that `write_key` wrote.

    Raises
    ------
    PrivacyError
        If the file is not there, is no key, is damaged or of another version, or the passphrase is not its own.
    """
    salt, token = _split(path, _read(path))
    try:
        content = _fernet(path, salt, passphrase).decrypt(token)
    except InvalidToken as error:
        what = "the passphrase is not the one that this key was written with; try again, it cannot be recovered"
        raise PrivacyError(Fault(path.name, "", what)) from error
    return dict(json.loads(content))


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        what = (
            f"cannot be opened ({error.strerror or 'no reason given'}); check that the key is there and that you may "
            "read it, or put back a copy"
        )
        raise PrivacyError(Fault(path.name, "", what)) from error


def _split(path: Path, data: bytes) -> tuple[bytes, bytes]:
    """Return the salt and the encrypted content of a key file, once it is known to be sound."""
    first, *lines = data.splitlines() or [b""]
    if not first.startswith(_NAME):
        what = "is not a key of pseudonyms, or its first line is damaged; choose the right file or put back a copy"
        raise PrivacyError(Fault(path.name, "line 1", what))
    if first != _NAME + _VERSION:
        what = "is of a version that is not known here; only version 1 is read; update perspectieven"
        raise PrivacyError(Fault(path.name, "line 1", what))
    try:
        salt_hex, checksum, token = lines
        salt = bytes.fromhex(salt_hex.decode("ascii"))
    except ValueError as error:
        raise _damaged(path) from error
    if checksum != _checksum(salt, token):
        raise _damaged(path)
    return salt, token


def _damaged(path: Path) -> PrivacyError:
    what = "the file was damaged or changed after it was written; put back a copy"
    return PrivacyError(Fault(path.name, "", what))


def _fernet(path: Path, salt: bytes, passphrase: str) -> Fernet:
    """Make the cipher of a passphrase, which is the same however its accents were typed."""
    if len(passphrase.strip()) < SHORTEST_PASSPHRASE:
        what = f"the passphrase is too short; use at least {SHORTEST_PASSPHRASE} characters, such as four words"
        raise PrivacyError(Fault(path.name, "passphrase", what))
    secret = unicodedata.normalize("NFC", passphrase).encode("utf-8")
    return Fernet(base64.urlsafe_b64encode(Scrypt(salt=salt, length=32, n=2**15, r=8, p=1).derive(secret)))


def _checksum(salt: bytes, token: bytes) -> bytes:
    return hashlib.sha256(salt + token).hexdigest().encode()
