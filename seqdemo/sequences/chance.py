"""Random numbers that are a pure function of where they are used, so that a sample never depends on those before it."""

from __future__ import annotations

from zlib import crc32

import numpy as np
from numpy.typing import NDArray

_GOLDEN = np.uint64(0x9E3779B97F4A7C15)


def uniforms(stream: str, seed: int, indices: NDArray[np.int64], count: int) -> NDArray[np.float64]:
    """`count` numbers in [0, 1) for each sample number of a stream, shape (indices, count).

    Counter-based: SplitMix64's finaliser over (stream, seed, index, place) (Steele, Lea and Flood 2014).
    Raises ValueError unless 0 <= seed < 2**63.
    """
    if not 0 <= seed < 2**63:
        raise ValueError("expected a seed of at least 0 and below 2**63")
    with np.errstate(over="ignore"):
        key = _mixed(np.uint64(seed) ^ _mixed(np.uint64(crc32(stream.encode())) * _GOLDEN))
        samples = _mixed(key + indices.astype(np.uint64) * _GOLDEN)
        bits = _mixed(samples[:, None] + np.arange(1, count + 1, dtype=np.uint64) * _GOLDEN)
    return (bits >> np.uint64(11)).astype(np.float64) * 2.0**-53


def _mixed(x: NDArray[np.uint64] | np.uint64) -> NDArray[np.uint64]:
    x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.asarray(x ^ (x >> np.uint64(31)))
