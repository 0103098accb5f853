"""The packages: those of the code, and the checkpoints, which lie beside it in a checkout and inside it in a wheel."""

import sys

from setuptools import find_namespace_packages, setup

if sys.version_info < (3, 11):  # noqa: UP036 (pip would first look for packages of other versions, and name those)
    sys.exit("seqdemo needs Python 3.11 or newer.")

setup(
    packages=[*find_namespace_packages(include=["seqdemo*"], exclude=["*.__pycache__*"]), "seqdemo.shipped"],
    package_dir={"seqdemo.shipped": "checkpoints"},
)
