"""`RedisStore`: rooms in a Redis server, which several processes share and which outlives them."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from typing import Any

import redis

from seqdemo.room.store import LIFE, MOST_ROOMS, SHELVES, Shelf

_ALL = "seqdemo:rooms"
"""The codes of all rooms, by when they were last used."""
_PATIENCE = 5.0
"""Seconds for the server to answer."""
_RENEW = """
redis.call('EXPIRE', KEYS[1], ARGV[1])
redis.call('EXPIRE', KEYS[2], ARGV[1])
redis.call('ZADD', KEYS[3], ARGV[2], ARGV[3])
"""
_IF_THERE = "if redis.call('EXISTS', KEYS[1]) == 0 then return false end"
_TEXTS = f"{_IF_THERE} {_RENEW} return redis.call('HGETALL', ARGV[4])"
_OPEN = f"""
if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
redis.call('HSET', KEYS[1], unpack(ARGV, 4))
{_RENEW} return 1
"""
_PUT = f"""{_IF_THERE}
local last = 5 + tonumber(ARGV[5])
for at = 6, last do redis.call('HDEL', ARGV[4], ARGV[at]) end
for at = last + 1, #ARGV, 2 do redis.call('HSET', ARGV[4], ARGV[at], ARGV[at + 1]) end
{_RENEW} return 1
"""
_CLAIM = f"""{_IF_THERE}
local free = redis.call('HSETNX', KEYS[1], ARGV[4], ARGV[5])
{_RENEW} return free
"""


class RedisStore:
    """A `Store`. Each change is one Lua script, which Redis runs without anything else in between."""

    def __init__(self, url: str) -> None:
        """`url` as redis-py takes it, such as redis://127.0.0.1:6379/0."""
        self._redis = redis.Redis.from_url(
            url, decode_responses=True, socket_timeout=_PATIENCE, socket_connect_timeout=_PATIENCE
        )
        self._scripts = {text: self._redis.register_script(text) for text in (_TEXTS, _OPEN, _PUT, _CLAIM)}

    def open(self, code: str, texts: Mapping[str, str]) -> bool:
        return not self.full() and bool(self._run(_OPEN, code, *_flat(texts)))

    def full(self) -> bool:
        self._redis.zremrangebyscore(_ALL, 0, time.time() - LIFE)
        return self._redis.zcard(_ALL) >= MOST_ROOMS

    def texts(self, code: str, shelf: Shelf) -> dict[str, str] | None:
        found = self._run(_TEXTS, code, _key(code, shelf))
        return None if found is None else dict(zip(found[::2], found[1::2], strict=True))

    def put(self, code: str, texts: Mapping[str, str], shelf: Shelf = "said", *, drop: Iterable[str] = ()) -> bool:
        names = list(drop)
        return bool(self._run(_PUT, code, _key(code, shelf), len(names), *names, *_flat(texts)))

    def claim(self, code: str, name: str, text: str) -> bool:
        return bool(self._run(_CLAIM, code, name, text))

    def close(self, code: str) -> None:
        self._redis.delete(*(_key(code, shelf) for shelf in SHELVES))
        self._redis.zrem(_ALL, code)

    def _run(self, script: str, code: str, *arguments: str | int) -> Any:
        keys = [*(_key(code, shelf) for shelf in SHELVES), _ALL]
        return self._scripts[script](keys, [int(LIFE), int(time.time()), code, *arguments])


def _key(code: str, shelf: Shelf) -> str:
    return f"seqdemo:room:{code}:{shelf}"


def _flat(texts: Mapping[str, str]) -> list[str]:
    return [part for pair in texts.items() for part in pair]
