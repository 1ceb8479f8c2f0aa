"""Put Kynara in front of an agent's functions: each call is decided, and recorded, before it runs."""

from .client import Kynara
from .context import get_current_decision, get_current_kynara, set_current_kynara, using_kynara
from .decision import Approval, Decision
from .decorator import permission_required
from .errors import (
    ApprovalCancelled,
    ApprovalDenied,
    ApprovalExpired,
    ApprovalRequired,
    KynaraConfigurationError,
    KynaraError,
    KynaraRequestError,
    KynaraUnavailable,
    PermissionDenied,
)
from .guard import Guard
from .transport import RetryPolicy
from .version import __version__

__all__ = [
    "Approval",
    "ApprovalCancelled",
    "ApprovalDenied",
    "ApprovalExpired",
    "ApprovalRequired",
    "Decision",
    "Guard",
    "Kynara",
    "KynaraConfigurationError",
    "KynaraError",
    "KynaraRequestError",
    "KynaraUnavailable",
    "PermissionDenied",
    "RetryPolicy",
    "__version__",
    "get_current_decision",
    "get_current_kynara",
    "permission_required",
    "set_current_kynara",
    "using_kynara",
]
