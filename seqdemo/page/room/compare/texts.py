"""What is said while a class is the error bar."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "room.compare": ("The class is the error bar", "우리 반이 오차 막대"),
    "room.compare.about": (
        "Each phone trains one model with a seed of its own, in one of two ways. Together you see the spread that a "
        "single run hides.",
        "휴대전화마다 시드가 다른 모델을 두 방법 가운데 하나로 학습합니다. 실행 하나로는 보이지 않는 편차를 함께 "
        "봅니다.",
    ),
    "room.compare.empty": ("no dot yet", "아직 점이 없습니다"),
    "room.compare.mean": ("mean {mean}, dots: {count}", "평균 {mean}, 점 {count}개"),
    "room.compare.spread": ("mean {mean} ± {deviation}, dots: {count}", "평균 {mean} ± {deviation}, 점 {count}개"),
    "room.compare.legend": (
        "Right answers on writers the models never saw. The line is the mean, the band one standard deviation.",
        "학습에 쓰지 않은 필자에 대한 정답률입니다. 선은 평균, 띠는 표준 편차입니다.",
    ),
    "room.compare.legend.study": (
        "Thin marks: {count} seeds trained beforehand.",
        "가는 눈금은 미리 학습해 둔 시드 {count}개입니다.",
    ),
    "room.compare.claim": ("What we can claim now", "지금 할 수 있는 말"),
    "room.compare.claim.none": (
        "Nothing yet. We look after every fifth dot.",
        "아직 없습니다. 점이 다섯 개 늘 때마다 살펴봅니다.",
    ),
    "room.compare.claim.few": ("Too few dots to claim anything", "점이 너무 적어 아무 말도 할 수 없습니다"),
    "room.compare.claim.few.why": (
        "After {dots} dots: each way needs at least {fewest}.",
        "점 {dots}개: 방법마다 점이 {fewest}개 이상 있어야 합니다.",
    ),
    "room.compare.claim.unclear": ("We cannot tell the two apart", "두 방법의 차이를 말할 수 없습니다"),
    "room.compare.claim.probable": ("“{title}” is probably better", "‘{title}’ 쪽이 아마 더 낫습니다"),
    "room.compare.claim.clear": ("“{title}” is clearly better", "‘{title}’ 쪽이 분명히 더 낫습니다"),
    "room.compare.claim.why": (
        "After {dots} dots, “{title}” leads by {points} percentage points; from {low} to {high} is plausible. If the "
        "two ways were alike, chance would set them as far apart in {chance} of classes.",
        "점 {dots}개에서 ‘{title}’ 쪽이 {points}%p 앞섭니다. 실제 차이는 {low}~{high}%p로 추정합니다. 두 방법이 "
        "같아도 우연히 이만큼 벌어질 확률은 {chance}입니다.",
    ),
    "room.compare.claim.equal": ("After {dots} dots both means are equal.", "점 {dots}개에서 두 평균이 같습니다."),
    "room.compare.claim.rule": (
        "“Probably”: below 5%. “Clearly”: below 0.5%. Each look gives chance another try, so the last look counts.",
        "‘아마’는 5% 미만, ‘분명히’는 0.5% 미만일 때입니다. 여러 번 볼수록 우연에 속기 쉬우므로 마지막 결과가 "
        "중요합니다.",
    ),
    "room.compare.bets": ("Our bets", "우리의 내기"),
    "room.compare.bet.worse": ("{one} is better", "{one}: 더 낫다"),
    "room.compare.bet.same": ("no difference", "차이 없다"),
    "room.compare.bet.better": ("{other} is better", "{other}: 더 낫다"),
    "room.compare.state": (
        "Bets: {bets} of {all}. In line: {waiting}. Dots: {dots}.",
        "내기: {all}명 중 {bets}명. 대기: {waiting}명. 점: {dots}개.",
    ),
    "room.compare.trains": ("Training now:", "지금 학습 중:"),
    "room.compare.phones": ("All phones", "모든 휴대전화"),
    "room.compare.phone.bet": ("has not bet", "내기 전"),
    "room.compare.phone.start": ("has not started", "시작 전"),
    "room.compare.phone.line": ("in line", "대기 중"),
    "room.compare.phone.train": ("training", "학습 중"),
    "room.compare.phone.failed": ("failed", "실패"),
    "room.compare.back": ("Take back", "되돌리기"),
    "room.compare.back.last": ("Take back the last dot", "마지막 점 되돌리기"),
    "room.compare.tell": ("Show what came of it", "결과 보기"),
    "room.compare.opposed": (
        "{count} of {pairs} pairs came out the opposite way of all dots together.",
        "{pairs}쌍 가운데 {count}쌍은 전체와 반대로 나왔습니다.",
    ),
    "room.compare.opposed.why": (
        "With those two phones alone we would have “proved” the opposite. Of all ways to pair two dots, {share} do.",
        "그 두 대만 보았다면 반대를 ‘증명’했을 것입니다. 점 두 개를 짝짓는 모든 경우 가운데 {share}에서 그렇습니다.",
    ),
    "room.compare.ask": ("Which way gets more right? Bet first.", "어느 쪽이 더 많이 맞힐까요? 먼저 내기를 하세요."),
    "room.compare.yours": (
        "You train: {title}. Your seed: {seed}.",
        "내가 학습할 방법: {title}. 나의 시드: {seed}.",
    ),
    "room.compare.start": ("Start", "시작"),
    "room.compare.again": ("Start again", "다시 시작"),
    "room.compare.noted": ("Your bet: {bet}.", "나의 내기: {bet}."),
    "room.compare.change": ("You can change your bet until you start.", "시작하기 전까지 내기를 바꿀 수 있습니다."),
    "room.compare.waiting": ("In line. Runs before yours: {count}.", "대기 중입니다. 앞에 있는 실행: {count}개."),
    "room.compare.training": ("Training: step {step} of {steps}.", "학습 중: 스텝 {step} / {steps}."),
    "room.compare.training.share": ("{share} right so far", "지금 정답률 {share}"),
    "room.compare.failed": ("Your run failed. Start it again.", "실행이 실패했습니다. 다시 시작하세요."),
    "room.compare.result": ("Your model gets {share} right.", "내 모델의 정답률: {share}"),
    "room.compare.result.look": ("Find your dot on the projector.", "프로젝터에서 나의 점을 찾아보세요."),
    "room.compare.pair.opposed": (
        "You and your partner ({other}) “proved” the opposite of what the class found.",
        "나와 짝({other})은 우리 반 전체와 반대를 ‘증명’했습니다.",
    ),
    "room.compare.pair.agrees": (
        "You and your partner ({other}) came out as the class did.",
        "나와 짝({other})의 결과는 우리 반 전체와 같은 방향입니다.",
    ),
    "room.compare.pair.alike": (
        "You and your partner ({other}) came out alike.",
        "나와 짝({other})의 정답률은 같습니다.",
    ),
    "room.compare.pair.none": ("Your partner has no dot.", "짝의 점이 없습니다."),
}

COMPLAINTS: Final[dict[str, str]] = {
    "bet_first": "먼저 내기를 하세요.",
    "bet_stands": "실행을 시작한 뒤에는 내기를 바꿀 수 없습니다.",
    "no_dot": "되돌릴 실행이 없습니다.",
    "unknown_comparison": "그런 비교는 없습니다. 목록에서 고르세요.",
}
