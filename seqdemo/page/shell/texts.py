"""What the page around everything else says."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "title": ("A neural network that reasons about letters", "글자로 추론하는 신경망"),
    "title.short": ("Networks that reason", "글자로 추론하는 신경망"),
    "lang.label": ("Language", "언어"),
    "page.theme": ("Dark page", "어두운 화면"),
    "page.theme.name": ("Dark", "어둡게"),
    "page.project.name": ("Projector", "프로젝터"),
    "page.tour": ("Tour of the page", "페이지 둘러보기"),
    "page.tour.name": ("Tour", "둘러보기"),
    "page.project": ("Projector: large type, one panel at a time", "프로젝터: 큰 글씨로 패널을 하나씩 보여 줍니다"),
    "leaf.-1": ("The panel before (Page Up)", "앞 패널(Page Up)"),
    "leaf.1": ("The next panel (Page Down)", "다음 패널(Page Down)"),
    "leaf.leave": ("Leave (Esc)", "나가기(Esc)"),
    "task.label": ("Task", "과제"),
    "family.next": ("Next letter", "다음 글자"),
    "family.letter": ("Read letters", "글자 읽기"),
    "level.label": ("Variant of the task", "과제의 종류"),
    "question.next": (
        "The letters follow a rule. Which letter comes next?",
        "글자들이 규칙을 따릅니다. 다음에 올 글자는 무엇일까요?",
    ),
    "question.letter": ("Which letters are these?", "이 글자들은 무엇일까요?"),
    "model.label": ("Model", "모델"),
    "model.about": ("About this model", "이 모델 설명"),
    "model.refused": ("Left out, because the checkpoint cannot be used", "체크포인트를 쓸 수 없어 제외된 모델"),
    "model.none": (
        "No model could be loaded. Run “python train.py all”, then start again.",
        "불러올 수 있는 모델이 없습니다. “python train.py all”을 실행한 뒤 다시 시작하세요.",
    ),
    "busy": ("Computing …", "계산 중 …"),
    "failed": (
        "Server error. Try again; the server log has details.",
        "서버 오류입니다. 다시 시도하세요. 자세한 내용은 서버 로그에 있습니다.",
    ),
    "crowded": (
        "The server is busy. Try again in a moment.",
        "지금은 서버가 바쁩니다. 잠시 뒤에 다시 시도하세요.",
    ),
    "offline": (
        "The server does not answer. Check that it is running. Draw to retry.",
        "서버가 응답하지 않습니다. 실행 중인지 확인하고, 획을 그어 다시 시도하세요.",
    ),
    "line.down": (
        "No connection to the server. Dimmed parts may be out of date. The page retries by itself.",
        "서버와 연결이 끊겼습니다. 흐린 부분은 최신이 아닐 수 있습니다. 자동으로 다시 연결합니다.",
    ),
    "line.full": (
        "The server is busy. The page asks again by itself.",
        "지금은 서버가 바쁩니다. 잠시 뒤에 자동으로 다시 요청합니다.",
    ),
    "line.place": ("Many people are asking. Your place in line: {n}", "요청이 많습니다. 대기 순서: {n}번"),
    "loading": ("One moment …", "잠시만요 …"),
    "loading.failed": (
        "The page could not be loaded completely. Check the connection, then reload it.",
        "페이지를 끝까지 불러오지 못했습니다. 연결을 확인한 뒤 새로고침해 주세요.",
    ),
    "loading.again": ("Reload", "새로고침"),
    "question.swap": (
        "Two neighbours inside a word changed places. Which word was it?",
        "단어 안쪽의 이웃한 두 글자가 서로 자리를 바꾸었습니다. 원래 어떤 단어였을까요?",
    ),
    "family.swap": ("Swapped word", "자리 바뀐 글자"),
    "family.row": ("Row by row", "한 줄씩 읽기"),
    "question.row": (
        "One character, read row by row from top to bottom. After how many rows does the network know it?",
        "문자 하나를 위에서 아래로 한 줄씩 읽습니다. 몇 번째 줄에서 어떤 문자인지 알아볼까요?",
    ),
}
