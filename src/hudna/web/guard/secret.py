"""Passwords and keys as hashes, from which nobody can tell them."""

import hashlib
import hmac
import re
import secrets

_N, _R, _P = 2**15, 8, 3  # 32 MiB and some tenths of a second, as OWASP's cheat sheet on storing passwords advises
_MEMORY = 128 * 1024 * 1024  # bytes, the most that hashing may take
_SALT = 16  # bytes
_FORM = re.compile(r"scrypt:(\d{1,7}):(\d{1,2}):(\d{1,2}):([0-9a-f]{32}):([0-9a-f]{128})", re.ASCII)
_NOBODY = f"scrypt:{_N}:{_R}:{_P}:{'0' * 32}:{'0' * 128}"


def hashed(secret: str) -> str:
    """A secret as it is kept: ``scrypt:N:r:p:SALT:DIGEST``, salt and digest in hexadecimal digits."""
    salt = secrets.token_bytes(_SALT)
    return f"scrypt:{_N}:{_R}:{_P}:{salt.hex()}:{_digest(secret, salt, _N, _R, _P).hex()}"


def matches(held: str | None, secret: str) -> bool:
    """Whether a secret is the one kept; it takes as long where none is, and wherever they differ."""
    found = _FORM.fullmatch(held or _NOBODY)
    if found is None:
        return False
    n, r, p = (int(x) for x in found.groups()[:3])
    made = _digest(secret, bytes.fromhex(found[4]), n, r, p)
    return hmac.compare_digest(made, bytes.fromhex(found[5])) and held is not None


def kept(held: object) -> bool:
    """Whether this is a hash of ours."""
    return isinstance(held, str) and _FORM.fullmatch(held) is not None


def _digest(secret: str, salt: bytes, n: int, r: int, p: int) -> bytes:
    return hashlib.scrypt(secret.encode("utf-8", "replace"), salt=salt, n=n, r=r, p=p, maxmem=_MEMORY)
