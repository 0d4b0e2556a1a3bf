"""When an event happened, by what its sentence says."""

import pytest

from hudna.reading import read
from hudna.text import Document

TUESDAY = "2019-04-16"


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        ("قصف الجيش السوري بلدة سراقب أمس.", "ASSAULT", "2019-04-15"),
        ("قصف الجيش السوري بلدة سراقب في مارس الماضي.", "ASSAULT", "2019-03"),
        ("قال متحدث الأحد إن الجيش السوري قصف بلدة سراقب.", "ASSAULT", "2019-04-14"),
        # a year of another clause is background
        ("اتهمت الحكومة اليمنية الحوثيين بالسعي إلى إعادة النظام الذي أطيح به عام 1962.", "ACCUSE", None),
        # unless it is counted from the report
        ("قال متحدث الشهر الماضي إن الجيش السوري قصف بلدة سراقب.", "ASSAULT", "2019-03"),
        # the clause that says who did it tells when
        ("أكدت الحكومة الثلاثاء مقتله في الغارة التي شنها الجيش السوري السبت.", "ASSAULT", "2019-04-13"),
        # what lies ahead is of the clause that tells of it
        ("قبل افتتاح المعبر المقرر في 6 مايو المقبل، أعلن الجيش السوري التعبئة العامة.", "MOBILIZE", None),
        # when a truce begins is not when it was announced
        ("أعلنت الحكومة اليمنية هدنة تبدأ من ظهر يوم الجمعة المقبل.", "AGREE", None),
        ("أعلنت الحكومة اليمنية أمس هدنة تبدأ من ظهر يوم الجمعة المقبل.", "AGREE", "2019-04-15"),
        # nor the date of a clause about what is spoken of, or of one that turns to something else
        ("اتهمت الحكومة الحركة بخرق الاتفاق الذي وقعه الطرفان في 23 مارس 2009.", "ACCUSE", None),
        ("اتهمت الحكومة اليمنية الحوثيين بخرق الهدنة، فيما زار المبعوث صنعاء في 2 أبريل.", "ACCUSE", None),
        # nor is the day of another sentence
        ("وصل الوفد أمس. وقصف الجيش السوري بلدة سراقب.", "ASSAULT", None),
    ],
)
def test_the_date_of_an_event(text: str, kind: str, date: str | None) -> None:
    found = {e.type: e.date for e in read(Document("x", text, published=TUESDAY)).events}
    assert found[kind] == date
