from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hudna.record import Lineage, derive
from hudna.text import Span

TEXT = (
    "أعلن الجيش مساء الأحد أن قواته صدت هجوما واسعا على مواقعها قرب الحدود الشمالية، مؤكدا أن المهاجمين تكبدوا خسائر. "
    "وأضاف البيان أن المعارك استمرت ساعات طويلة قبل أن ينسحب المهاجمون نحو التلال القريبة."
)
OTHER = (
    "استقبل وزير الاقتصاد وفدا من رجال الأعمال لبحث فرص الاستثمار في قطاع النقل والموانئ خلال العام المقبل. "
    "واتفق الجانبان على تشكيل لجنة مشتركة تجتمع كل شهر."
)


def lines(*reports: Any) -> list[Lineage]:
    return sorted(derive(r.pair() for r in reports).lineages, key=lambda x: x.documents)


def test_near_copies_are_one_lineage(scribe: Callable[..., Any]) -> None:
    one, two, other = (
        scribe("a", TEXT),
        scribe("b", TEXT.replace("مساء", "ليلة") + " ولم يصدر تعليق."),
        scribe("c", OTHER),
    )
    first, second = lines(one, two, other)
    assert first.documents == ("a", "b")
    assert [j.rule for j in first.joins] == ["near-copy"]
    assert second.documents == ("c",)
    assert not second.joins


def test_two_relays_of_one_agency_need_less_wording_in_common(scribe: Callable[..., Any]) -> None:
    half = TEXT.split(". ", maxsplit=1)[0] + ". "
    rest = (
        "وقال شهود إن أصوات الانفجارات سمعت في القرى المجاورة حتى الفجر، وإن سكانا كثيرين غادروا منازلهم نحو المدينة."
    )
    relayed = [scribe("a", TEXT, agency="وكالة ألف"), scribe("b", half + rest, agency="وكالة ألف")]
    (line,) = lines(*relayed)
    assert [j.rule for j in line.joins] == ["relay"]
    assert line.agencies == ("وكالة ألف",)
    assert len(lines(scribe("a", TEXT), scribe("b", half + rest))) == 2


def test_page_furniture_makes_no_lineage(scribe: Callable[..., Any]) -> None:
    furniture = (
        "الأكثر قراءة: أسعار العملات اليوم. حالة الطقس في العواصم. نتائج مباريات الدوري. صور من معرض الكتاب السنوي. "
        "اشترك في نشرتنا البريدية كل صباح. جميع الحقوق. شروط الاستخدام وسياسة الخصوصية. اتصل بنا. "
        "التعليقات (0) لا توجد تعليقات على هذا الموضوع،. تابعونا على منصات التواصل الاجتماعي. "
        "حمل تطبيقنا على الهواتف الذكية مجانا. مواضيع ذات صلة: وصفات المطبخ، نصائح صحية، أخبار الفن والمشاهير، علوم. "
    )
    pairs = []
    for name, text in (("a", TEXT), ("b", OTHER)):
        document, reading = scribe(name, furniture + text).pair()
        pairs.append((document, replace(reading, furniture=(Span(0, len(furniture)),))))
    assert len(derive(pairs).lineages) == 2
    assert len(derive((d, replace(r, furniture=())) for d, r in pairs).lineages) == 1


def test_a_part_of_a_longer_text_is_an_excerpt_of_it(scribe: Callable[..., Any]) -> None:
    rest = f"{OTHER} وقال شاهد من القرية إن بيوتا كثيرة تضررت، وإن أهلها باتوا ليلتهم في العراء خوفا من غارة جديدة."
    (line,) = lines(scribe("a", TEXT), scribe("b", f"{TEXT} {rest}"))
    assert [j.rule for j in line.joins] == ["excerpt"]


def test_two_that_credit_one_agency_need_less_wording_in_common(scribe: Callable[..., Any]) -> None:
    def crediting(name: str, rest: str) -> Any:
        report = scribe(name, TEXT.split(". ", maxsplit=1)[0] + ". وفق وكالة رويترز. " + rest)
        agency = report.entity("ORG", "وكالة رويترز", lexicon="org.reuters")
        report.claim(agency, "وفق", "أعلن الجيش مساء الأحد")
        return report

    one = crediting("a", "ولم تصدر بعد أي حصيلة رسمية للضحايا، فيما تواصل فرق الإسعاف عملها في المدينة كلها.")
    two = crediting("b", "وأغلقت السلطات الطريق الساحلي أمام الشاحنات، ودعت السائقين إلى سلوك طرق أخرى بعيدة.")
    (line,) = lines(one, two)
    assert [j.rule for j in line.joins] == ["relay"]
