"""Whom a party fights, told once, is whom its later deeds are aimed at."""

from hudna.reading import read
from hudna.text import Document


def _targets(text: str) -> list[list[str]]:
    reading = read(Document("d", text, published="2021-05-10"))
    names = {e.id: e.name for e in reading.entities}
    return [[names.get(t, t) for t in e.targets] for e in reading.events]


def test_an_attack_without_an_object_is_aimed_at_the_enemy_told_before() -> None:
    text = "هاجم الجيش الإثيوبي قوات تيغراي أمس.\nوشن الجيش الإثيوبي هجوما واسعا اليوم."
    assert _targets(text)[-1] == ["قوات تيغراي"]


def test_whoever_else_is_hit_is_no_enemy() -> None:
    fought = "هاجم الجيش الإثيوبي قوات تيغراي أمس.\n"
    assert _targets(fought + "وشن الجيش الإثيوبي هجوما على مزارعين.")[-1] == []
    assert _targets(fought + "وأطلق الجيش الإثيوبي النار في الهواء.")[-1] == []


def test_two_enemies_leave_it_open() -> None:
    text = "هاجم الجيش السوري تنظيم داعش وهاجم الجيش السوري حركة أحرار الشام.\nوشن الجيش السوري هجوما واسعا اليوم."
    assert _targets(text)[-1] == []


def test_shells_may_hit_nobody() -> None:
    text = "هاجم الجيش الإثيوبي قوات تيغراي أمس.\nوقصف الجيش الإثيوبي بلدة قرب مقلي."
    assert _targets(text)[-1] == []


def test_who_condemns_an_attack_is_not_its_target() -> None:
    assert [] in _targets("أدانت الأمم المتحدة هجوم حركة الشباب في مقديشو.")


def test_what_is_won_back_was_held_by_the_enemy_what_is_taken_by_anybody() -> None:
    fought = "هاجم الجيش الإثيوبي قوات تيغراي أمس.\n"
    assert _targets(fought + "واستعاد الجيش الإثيوبي بلدة ألاماتا.")[-1] == ["قوات تيغراي"]
    assert _targets(fought + "واستولى الجيش الإثيوبي على بلدة ألاماتا.")[-1] == []


def test_a_threat_to_nobody_is_one_to_the_enemy() -> None:
    text = "هاجم الجيش الإثيوبي قوات تيغراي أمس.\nوهدد الجيش الإثيوبي برد قاس."
    assert _targets(text)[-1] == ["قوات تيغراي"]
    assert _targets(text.replace("برد قاس", "بمعاقبة الضباط"))[-1] == []
