"""What the page for teachers and the worksheet say."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "teachers.title": ("For teachers", "교사용"),
    "teachers.lead": (
        "Plans for 50 minutes or three times 50, links for a class, and a worksheet of two pages.",
        "50분 수업과 50분씩 3차시 수업의 계획, 수업용 링크, 두 쪽짜리 학습지가 있습니다.",
    ),
    "teachers.plan": ("Lesson plan", "수업 계획"),
    "teachers.plan.file": ("teaching.md", "teaching.ko.md"),
    "teachers.print": ("Print the worksheet", "학습지 인쇄"),
    "teachers.links": ("Links for a class", "수업용 링크"),
    "teachers.links.told": (
        "A link opens one lesson, or one task without its menu. Where it says so, the answer stays hidden until a "
        "button shows it. Students can open the page without locks at any time.",
        "링크를 열면 실습 하나, 또는 과제 하나가 메뉴 없이 나타납니다. 표시된 링크에서는 단추를 누를 때까지 답이 "
        "가려집니다. 학생은 언제든지 잠금 없이 열 수 있습니다.",
    ),
    "teachers.code": ("QR code", "QR 코드"),
    "teachers.guess": ("Which letter comes next? Answer hidden", "다음에 올 글자는? 답 숨김"),
    "teachers.write": ("Write a sequence of your own", "글자열 직접 쓰기"),
    "teachers.blame": ("Which stage is wrong? Answer hidden", "어느 단계가 틀렸을까? 답 숨김"),
    "teachers.words": ("Which word was it? Answer hidden", "원래 어떤 단어였을까? 답 숨김"),
    "teachers.rows": ("One character, row by row. Answer hidden", "문자 하나를 한 줄씩. 답 숨김"),
    "teachers.lesson": ("Lesson {n}: {title}", "실습 {n}: {title}"),
    "sheet.title.1": ("A network that reads letters", "글자를 읽는 신경망"),
    "sheet.title.2": ("Sequences, attention and confidence", "시퀀스, 어텐션, 확신도"),
    "sheet.name": ("Name, class, date:", "이름, 반, 날짜:"),
    "sheet.images": (
        "Write a letter. What does the model see of it? Name one thing that gets lost.",
        "글자를 하나 쓰세요. 모델은 무엇을 보나요? 사라지는 것을 하나 적으세요.",
    ),
    "sheet.sees": (
        "Find a letter that the CNN misreads and GRU 1 reads right. Which letters stood before it? Why does that help?",
        "CNN은 잘못 읽고 GRU 1은 바르게 읽는 글자를 찾으세요. 앞에는 어떤 글자들이 있었나요? 왜 도움이 될까요?",
    ),
    "sheet.step": (
        "After how many letters does GRU 2 know the step? Why not earlier?",
        "글자가 몇 개면 GRU 2가 간격을 알까요? 왜 더 일찍은 안 될까요?",
    ),
    "sheet.blame": (
        "Make the answer wrong. Which stage was wrong? What did the page show that proves it?",
        "답이 틀리게 해 보세요. 어느 단계가 틀렸나요? 화면의 무엇이 근거인가요?",
    ),
    "sheet.two": (
        "Two letters, one of them misread: what do three more letters change, and what do they not change?",
        "두 글자 중 하나를 잘못 읽었을 때 세 글자를 더하면 무엇이 달라지고 무엇이 그대로인가요?",
    ),
    "sheet.bottleneck": (
        "Draw encoder, context vector and decoder. Mark the bottleneck.",
        "인코더, 문맥 벡터, 디코더를 그리고 병목을 표시하세요.",
    ),
    "sheet.attention": (
        "Two letters of a word are swapped. Draw what the attention of the decoder looks like, and say why it crosses.",
        "단어의 두 글자가 바뀌었습니다. 디코더의 어텐션이 어떤 모양인지 그리고, 왜 엇갈리는지 쓰세요.",
    ),
    "sheet.longer": (
        "What happens to words longer than in training? Which model copes best, and why?",
        "학습 때보다 긴 단어는 어떻게 되나요? 어느 모델이 가장 잘하고, 왜 그럴까요?",
    ),
    "sheet.rows": (
        "Compare RNN and LSTM row by row. Which one is less sensitive to the first rows? What do gates do?",
        "RNN과 LSTM을 한 줄씩 비교하세요. 먼저 읽은 줄에 덜 민감한 것은 어느 쪽인가요? 게이트는 무엇을 하나요?",
    ),
    "sheet.confidence": (
        "A model is 90% sure of each of 100 letters. How many should be right? How would you check it?",
        "모델이 글자 100개마다 90% 확신합니다. 몇 개가 맞아야 할까요? 어떻게 확인할 수 있을까요?",
    ),
}
