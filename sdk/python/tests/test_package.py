"""The wheel builds with pip and no network, carries its types, and the source runs on Python 3.9."""

from __future__ import annotations

import ast
import subprocess
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "build_backend"))

import wheel_builder  # noqa: E402


class Packaging(unittest.TestCase):
    def test_the_wheel_is_complete_and_the_same_each_time(self) -> None:
        with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as second:
            name = wheel_builder.build_wheel(first)
            wheel_builder.build_wheel(second)
            self.assertEqual((Path(first) / name).read_bytes(), (Path(second) / name).read_bytes())
            with zipfile.ZipFile(Path(first) / name) as wheel:
                names = set(wheel.namelist())
                recorded = {line.split(",")[0] for line in wheel.read("kynara_sdk-0.1.0.dist-info/RECORD").decode().splitlines()}
        modules = {f"kynara_sdk/{path.name}" for path in (ROOT / "kynara_sdk").glob("*.py")}
        self.assertLessEqual(modules | {"kynara_sdk/py.typed"}, names)
        self.assertEqual(names, recorded)

    def test_an_installed_wheel_imports_on_its_own(self) -> None:
        with tempfile.TemporaryDirectory() as directory:
            name = wheel_builder.build_wheel(directory)
            script = "import kynara_sdk, sys; print(kynara_sdk.__version__, kynara_sdk.__file__)"
            ran = subprocess.run(
                [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(Path(directory) / name)!r}); {script}"],
                capture_output=True,
                text=True,
                timeout=60,
            )
        self.assertEqual(ran.returncode, 0, ran.stderr)
        self.assertTrue(ran.stdout.startswith("0.1.0 "), ran.stdout)
        self.assertIn(name, ran.stdout)

    def test_the_version_is_the_same_everywhere(self) -> None:
        self.assertIn(f'version = "{wheel_builder.VERSION}"', (ROOT / "pyproject.toml").read_text("utf-8"))

    def test_the_source_is_python_3_9(self) -> None:
        for path in (ROOT / "kynara_sdk").glob("*.py"):
            with self.subTest(path=path.name):
                tree = ast.parse(path.read_text("utf-8"), feature_version=(3, 9))
                self.assertFalse([n for n in ast.walk(tree) if isinstance(n, ast.Call) and any(k.arg == "kw_only" for k in n.keywords)])


if __name__ == "__main__":
    unittest.main()
