"""A PEP 517 build backend in the standard library alone, so that the wheel builds without a network."""

import base64
import hashlib
import io
import re
import tarfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VERSION = re.search(r'"(.+)"', (ROOT / "kynara_sdk" / "version.py").read_text("utf-8").split("=")[1]).group(1)
NAME = f"kynara_sdk-{VERSION}"
WHEEL = "Wheel-Version: 1.0\nGenerator: kynara wheel_builder\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def _metadata():
    head = f"Metadata-Version: 2.1\nName: kynara-sdk\nVersion: {VERSION}\nRequires-Python: >=3.9\n"
    about = "Summary: Put Kynara in front of an agent's functions.\nDescription-Content-Type: text/markdown\n\n"
    return (head + about).encode() + (ROOT / "README.md").read_bytes()


def _write_wheel(directory, package_files):
    files = {**package_files, f"{NAME}.dist-info/METADATA": _metadata(), f"{NAME}.dist-info/WHEEL": WHEEL.encode()}
    record = "".join(
        f"{name},sha256={base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b'=').decode()},{len(data)}\n"
        for name, data in files.items()
    )
    files[f"{NAME}.dist-info/RECORD"] = f"{record}{NAME}.dist-info/RECORD,,\n".encode()
    path = Path(directory) / f"{NAME}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as wheel:
        for name, data in files.items():
            # A fixed date makes the same source the same wheel, byte for byte.
            wheel.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return path.name


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    package = sorted(path for path in (ROOT / "kynara_sdk").glob("*") if path.suffix in (".py", ".typed"))
    return _write_wheel(wheel_directory, {f"kynara_sdk/{path.name}": path.read_bytes() for path in package})


def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    return _write_wheel(wheel_directory, {"kynara_sdk.pth": f"{ROOT}\n".encode()})


def build_sdist(sdist_directory, config_settings=None):
    with tarfile.open(Path(sdist_directory) / f"{NAME}.tar.gz", "w:gz") as sdist:
        for entry in ("pyproject.toml", "README.md", "kynara_sdk", "build_backend"):
            sdist.add(ROOT / entry, f"{NAME}/{entry}", filter=lambda info: None if "__pycache__" in info.name else info)
        info = tarfile.TarInfo(f"{NAME}/PKG-INFO")
        info.size = len(_metadata())
        sdist.addfile(info, io.BytesIO(_metadata()))
    return f"{NAME}.tar.gz"
