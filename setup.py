"""The packages: those of the code, and the checkpoints, which lie beside it in a checkout and inside it in a wheel."""

from setuptools import find_namespace_packages, setup

setup(
    packages=[*find_namespace_packages(include=["seqdemo*"], exclude=["*.__pycache__*"]), "seqdemo.shipped"],
    package_dir={"seqdemo.shipped": "checkpoints"},
)
