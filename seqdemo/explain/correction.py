"""What is known beyond the model: is the word right, which letters were swapped, what is unusual about them?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from seqdemo.explain.common import blame, meant
from seqdemo.handwriting.letter import Letter
from seqdemo.letters import letters_of
from seqdemo.sequences.words import SHORTEST, SWAP_NORMAL, all_words, corrections
from seqdemo.trace import Stage, Trace, Verdict

Told = Callable[[list[int]], str]
"""What a model answers when it is told the true letters, as class indices."""


def corrected(trace: Trace, letters: Sequence[Letter], told: Told | None, brief: bool = False) -> Trace:
    """The trace with its verdict, the swapped pair and what is unusual about the letters.

    `told` is None for a model whose reading and writing cannot be taken apart; if `brief`, it is asked only after a
    wrong answer.
    """
    judged = replace(trace, verdict=_verdict(trace, letters, told, brief), notes=_notes(letters))
    return replace(judged, swapped=_pair(judged))


def _verdict(trace: Trace, letters: Sequence[Letter], told: Told | None, brief: bool) -> Verdict | None:
    """Which stage was to blame; None where the truth is unknown, or no swap turns the letters meant into a word."""
    truth = meant(letters)
    shown = "" if truth is None else letters_of(truth)
    words = corrections(shown)
    if truth is None or not words:
        return None
    read = "".join(letter.read for letter in trace.letters)
    target = trace.answer if trace.answer in words else words[0]
    on_truth = told(truth) if told and not (brief and trace.answer == target) else None
    followed = corrections(read)
    rule = target if target in followed else next(iter(followed), None)
    to_blame = _to_blame(trace.answer == target, on_truth, target, read == shown)
    return Verdict(shown, target, trace.answer == target, to_blame, on_truth, rule)


def _to_blame(right: bool, on_truth: str | None, target: str, vision_right: bool) -> Stage:
    if on_truth is None and not right:
        return "reasoning" if vision_right else "vision"
    return blame(right, on_truth == target, vision_right)


def _pair(trace: Trace) -> tuple[int, ...]:
    """The places of two letters that stand in each other's place."""
    before = trace.verdict.letters if trace.verdict else "".join(letter.read for letter in trace.letters)
    after = trace.verdict.target if trace.verdict else trace.answer
    if len(before) != len(after):
        return ()
    differ = [at for at, (a, b) in enumerate(zip(before, after, strict=True)) if a != b]
    crossed = len(differ) == 2 and differ[1] == differ[0] + 1
    return tuple(differ) if crossed and before[differ[0]] == after[differ[1]] else ()


def _notes(letters: Sequence[Letter]) -> tuple[str, ...]:
    """In what the letters differ from those that the model was trained on."""
    count, truth = len(letters), meant(letters)
    size = ("short",) if count < SHORTEST else ("long",) if count > SWAP_NORMAL.longest else ()
    if truth is None or count < SHORTEST or corrections(letters_of(truth)):
        return size
    return (*size, "no_swap" if letters_of(truth) in all_words() else "no_word")
