"""What the page says of files and pictures to keep."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "keep.label": ("Download", "내려받기"),
    "keep.png": ("Picture (PNG)", "그림 (PNG)"),
    "keep.png.told": ("for slides and documents", "발표 자료와 문서에"),
    "keep.svg": ("Picture (SVG)", "그림 (SVG)"),
    "keep.svg.told": ("for print, sharp at any size", "인쇄용, 크게 해도 선명하게"),
    "keep.csv": ("Tables (CSV)", "표 (CSV)"),
    "keep.csv.told": ("one file for each panel, in a zip", "패널마다 파일 하나씩, zip으로"),
    "keep.json": ("Everything (JSON)", "전체 (JSON)"),
    "keep.json.told": ("what the API answers", "API의 답과 같은 내용"),
    "keep.panel": ("Download as CSV: {title}", "CSV로 내려받기: {title}"),
    "keep.done": ("Saved {name}.", "저장한 파일: {name}."),
    "keep.failed": ("The download failed. Try again.", "내려받지 못했습니다. 다시 시도하세요."),
    "picture.accuracy": ("{percent} right in its test", "시험에서 정답률 {percent}"),
    "picture.confidence": ("{percent} sure", "확신도 {percent}"),
    "picture.letters": ("What the model sees", "모델이 보는 것"),
    "once:panel.recall.title": ("What the answer depends on", "답이 의존하는 줄"),
    "picture.unit": ("Units", "유닛"),
    "picture.seed": ("Sample, seed {seed}", "예제, 시드 {seed}"),
    "picture.text": ("Typed: {text}", "입력: {text}"),
    "picture.drawn": ("Letters drawn by hand", "직접 그린 글자"),
    "picture.covered": ("Covered rows: {rows}", "가린 줄: {rows}"),
}

COMPLAINTS: Final[dict[str, str]] = {
    "bad_address": "주소는 300자 이하의 보통 글자여야 합니다.",
    "unknown_file": "내려받을 수 있는 것은 png, svg, csv, json입니다.",
    "unknown_panel": "이 답에는 그런 표가 없습니다.",
}
