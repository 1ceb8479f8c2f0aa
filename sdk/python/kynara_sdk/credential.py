"""The header by which Kynara knows who asks."""

from __future__ import annotations

import re
from typing import Callable, Mapping, Optional

from .errors import KynaraConfigurationError

TokenProvider = Callable[[], str]
"""Returns a token (JWT) of an issuer that the organization trusts; called for each request, so it should keep its own."""

Credential = Callable[[], Mapping[str, str]]

_SENDABLE = re.compile(r"[\x21-\x7e]+")


def credential_of(api_key: Optional[str], token_provider: Optional[TokenProvider]) -> Credential:
    """A key goes as it is made for, in a header of its own; a token as a bearer (RFC 6750, section 2.1).

    :raises KynaraConfigurationError: neither key nor token provider, both, or a key that cannot be sent.
    """
    if token_provider is not None:
        if api_key is not None:
            raise KynaraConfigurationError("Pass either api_key or token_provider, not both.")
        provider = token_provider
        return lambda: {"Authorization": f"Bearer {_token_of(provider)}"}
    key = (api_key or "").strip()
    if not _SENDABLE.fullmatch(key):
        raise KynaraConfigurationError("The API key is empty or malformed; set KYNARA_API_KEY to a key such as sk_live_…")
    header = {"X-Kynara-Key": key} if key.startswith("sk_") else {"Authorization": f"Bearer {key}"}
    return lambda: header


def _token_of(provider: TokenProvider) -> str:
    try:
        token = provider()
    except Exception as error:
        raise KynaraConfigurationError("The token_provider failed, so nothing was asked.") from error
    text = token.strip() if isinstance(token, str) else ""
    if not _SENDABLE.fullmatch(text):
        raise KynaraConfigurationError("The token_provider returned no token, so nothing was asked.")
    return text
