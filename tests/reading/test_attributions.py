"""Who says what: what stands in square brackets is said by the source given («source < relay»)."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.reading import read
from hudna.reading.attributions import RULES, find_attributions
from hudna.reading.cast import Cast, Reference
from hudna.reading.claimant import claimants, relays
from hudna.reading.model import Attribution, Entity, Mention
from hudna.reading.page import Page
from hudna.reading.rule import Rule
from hudna.text import Document, Span
from tests.reading.opened import opened

# The names that the examples use: id, type and side by spelling; the longest spelling wins.
NAMES = {
    "روسيا": ("loc.RUS", "LOC", "RUS"),
    "لروسيا": ("loc.RUS", "LOC", "RUS"),
    "فرنسا": ("loc.FRA", "LOC", "FRA"),
    "تركيا": ("loc.TUR", "LOC", "TUR"),
    "أرمينيا": ("loc.ARM", "LOC", "ARM"),
    "وأذربيجان": ("loc.AZE", "LOC", "AZE"),
    "أذربيجان": ("loc.AZE", "LOC", "AZE"),
    "وزارة الدفاع": ("mod", "ORG", "AZE"),
    "الوزارة": ("mod", "ORG", "AZE"),
    "الخارجية": ("mfa", "ORG", "AZE"),
    "للخارجية": ("mfa", "ORG", "AZE"),
    "الجيش": ("army", "ORG", "AZE"),
    "للجيش": ("army", "ORG", "AZE"),
    "الحكومة": ("gov", "ORG", "AZE"),
    "الأمم المتحدة": ("un", "ORG", None),
    "الحركة": ("rebels", "ORG", "rebels"),
    "رويترز": ("reuters", "ORG", None),
    "وكالة رويترز": ("reuters", "ORG", None),
    "لوكالة رويترز": ("reuters", "ORG", None),
    "سامي الخطيب": ("sami", "PER", "AZE"),
    "الخطيب": ("sami", "PER", "AZE"),
    "لينا حداد": ("lina", "PER", "TUR"),
    "ولينا حداد": ("lina", "PER", "TUR"),
    "وزير الخارجية سامي الخطيب": ("sami", "PER", "AZE"),
}


def hear(text: str) -> tuple[Page, Cast]:
    page = opened(text)
    starts = {t.span.start: i for i, t in enumerate(page.tokens)}
    ends = {t.span.end: i + 1 for i, t in enumerate(page.tokens)}
    found: dict[int, tuple[int, str]] = {}
    for name in sorted(NAMES, key=len):
        at = text.find(name)
        while at >= 0:
            if at in starts and at + len(name) in ends:
                found[starts[at]] = (ends[at + len(name)], name)
            at = text.find(name, at + 1)
    references: list[Reference] = []
    mentions: list[Mention] = []
    for first, (last, name) in sorted(found.items()):
        if not references or first >= references[-1].last:
            references.append(Reference(first, last, (NAMES[name][0],), "name"))
            mentions.append(Mention(page.span(first, last), NAMES[name][0]))
    entities = {i: Entity(i, kind, i, side=side) for i, kind, side in NAMES.values()}
    return page, Cast(tuple(entities.values()), tuple(mentions), tuple(references))


def said(text: str) -> tuple[Attribution, ...]:
    return find_attributions(*hear(text))


def told(text: str) -> list[tuple[str, str]]:
    """(who, what) of each attribution; who is «source < relay»."""
    out = []
    for a in said(text):
        who = a.source + (f" < {a.relay}" if a.relay else "")
        out.append((who, text[a.content.start : a.content.end]))
    return out


CASES = [
    # subject behind the verb, before it, joined, in apposition
    ("قالت روسيا إن [الهجوم توقف].", "loc.RUS"),
    ("روسيا تدعو إلى [وقف فوري لإطلاق النار]", "loc.RUS"),
    ("لكن تركيا أكدت أن [الجسر سليم].", "loc.TUR"),
    ("أما روسيا، فتقول إن [الجسر دمر].", "loc.RUS"),
    ("أعلن وزير الخارجية سامي الخطيب [تعليق المحادثات].", "sami"),
    ("وقال مدير الميناء، سامي الخطيب، إن [السفن غادرت].", "sami"),
    ("وأعلنت وزارة الدفاع في بيان [مقتل خمسة جنود].", "mod"),
    ("وأفادت وزارة الدفاع عن [إسقاط طائرة].", "mod"),
    ("وكانت الحكومة قد أعلنت في وقت سابق [حظر التجول].", "gov"),
    # demands, accusations, denials: with the one addressed
    ("وطالبت الحكومة [الأمم المتحدة بالتدخل العاجل].", "gov"),
    ("ونفى الجيش [قصف القرية].", "army"),
    ("ونفى مدير الميناء، سامي الخطيب، [أي تورط للجيش]، معتبرا أن الرواية مختلقة.", "sami"),
    # «ذلك» alone is what others just said
    ("وقالت تركيا إن [الجسر دمر]. ونفت روسيا ذلك.", "loc.RUS"),
    ("اتهمت تركيا [الجيش بقصف القرية]، لكن الحكومة نفت ذلك وقالت إن القرية هادئة.", "gov"),
    ("وقالت تركيا إن [الجسر دمر]، ونفى ذلك متحدث باسم الجيش.", "army"),
    ("وحذر الجيش من [انهيار السد].", "army"),
    ("وقال سامي الخطيب، وهو ضابط سابق يقيم في القرية منذ عامين، إن [السفن غادرت].", "sami"),
    # quotations
    ("وقال سامي الخطيب: «[لن نتراجع عن مواقعنا]».", "sami"),
    ('وقال سامي الخطيب "[لن نتراجع عن مواقعنا]".', "sami"),
    ("وقال سامي الخطيب [لا توجد هدنة في القرية].", "sami"),
    ("وقال سامي الخطيب [سنواصل القتال].", "sami"),
    ("وأكدت تركيا أن الوضع هادئ. وأكدت [تمسكها بالهدنة].", "loc.TUR"),
    ('ووصفه الجيش بأنه "[قائد بارز]"، كما اعتقل ستة آخرين.', "army"),
    # unnamed sources
    ("وقالت مصادر عسكرية إن [المعركة انتهت].", "unnamed: military sources"),
    ("وأفاد شهود عيان بأن [دبابات دخلت البلدة].", "unnamed: eyewitnesses"),
    ("وقال متحدث باسم الجيش إن [الطريق مفتوح].", "army"),
    ("ونفت قيادات الحركة [سقوط البلدة].", "rebels"),
    ("وأفادت الأنباء ب[استمرار القتال].", "unnamed: news reports"),
    ("ويرى مراقبون أن [الهدنة هشة].", "unnamed: observers"),
    # source behind its words, or before them
    ("[سقط عشرة جرحى]، بحسب مصدر طبي.", "unnamed: medical source"),
    ("[سقط عشرة جرحى]، وفق حصيلة جديدة أعلنها مصدر طبي.", "unnamed: medical source"),
    ("[سقط عشرة جرحى]، حسب ما صرح به مصدر طبي.", "unnamed: medical source"),
    ("ووثقت الحكومة [مقتل 120 مدنيا].", "gov"),
    ("[سقط عشرة جرحى]، حسبما أعلنت السلطات المحلية.", "unnamed: authorities"),
    ("ووفقا لروسيا، [سقط عشرة جرحى].", "loc.RUS"),
    ("[دمر الجسر]، حسبما ذكرت وكالة رويترز.", "reuters"),
    ("[قتل أربعة جنود في المعارك] كما أعلنت الحكومة.", "gov"),
    # «كما» before what is no word of saying goes on; so does a clause around its source
    ("وقالت مصادر أمنية إن [الانفجار دمر المبنى، كما أصاب عشرة أشخاص].", "unnamed: security sources"),
    ("[شن الطيران غارات أدت حسب الجيش إلى مقتل ثمانية مسلحين].", "army"),
    ("[قتل، بحسب مصدر طبي، سبعة أشخاص في الهجوم].", "unnamed: medical source"),
    ("وقال مصدر طبي إن [سبعة أشخاص قتلوا]، في حين أعلن الجيش اعتقال مشتبه به.", "unnamed: medical source"),
    ("وقالت البلدية إن [خمسة أشخاص قتلوا].", "unnamed: municipality"),
    # «فيما» behind a comma begins a clause with a speaker of its own
    ("وقالت الحكومة إن الهدنة صامدة، فيما أكدت مصادر أمنية [مقتل سبعة أشخاص].", "unnamed: security sources"),
    # nobody has read who says it: not whoever spoke before
    ("وقالت الحكومة إن الهدنة صامدة. وأعلن مجلس شورى المنطقة [مقتل سبعة أشخاص].", "unnamed: source"),
    ("وقالت الحكومة إن الهدنة صامدة. وأعلنت خدمة الإسعاف [إصابة سبعة أشخاص].", "unnamed: rescuers"),
    # relays
    ("نقلت وكالة رويترز عن مصدر عسكري قوله إن [الجسر دمر].", "unnamed: military source < reuters"),
    ("وقال سامي الخطيب لوكالة رويترز إن [الجسر دمر].", "sami < reuters"),
    ("وقال سامي الخطيب إن [الجسر دمر]، وفق وكالة رويترز.", "sami < reuters"),
    ("ووفقا لوكالة رويترز، قال سامي الخطيب إن [الجسر دمر].", "sami < reuters"),
    ("ذكرت وكالة رويترز نقلا عن مصدر عسكري أن [الجسر دمر].", "unnamed: military source < reuters"),
    ("ونقلت وكالة رويترز أن [الجسر دمر].", "reuters"),
    ("وقال سامي الخطيب على صفحته في وكالة رويترز إن [الجسر دمر].", "sami"),
    ("وقالت مصادر عسكرية في تصريحات نقلتها وكالة رويترز إن [الجسر دمر].", "unnamed: military sources < reuters"),
    # words before their verb
    ("«[لن نتراجع عن مواقعنا]»، قال سامي الخطيب.", "sami"),
    ("[الطريق إلى الميناء مفتوح]، تقول وزارة الدفاع.", "mod"),
    # several speakers, some of many, and those who want no name
    ("وأعلنت أرمينيا، وأذربيجان، عن [بدء المناورات].", "loc.AZE"),
    ("وقال مسؤول محلي ومصادر طبية إن [الحصيلة ارتفعت].", "unnamed: local official and medical sources"),
    ("وقال مصدران رفيعان إن [الحصيلة ارتفعت].", "unnamed: senior sources"),
    ("وقال أحد السكان إن [الطريق مغلق].", "unnamed: residents"),
    ("وقالت إحدى المشاركات في المسيرة لوكالة رويترز: «[سمعنا إطلاق نار كثيف]».", "unnamed: source < reuters"),
    ("لكن مصدرا عسكريا مواليا لروسيا نفى [سقوط البلدة].", "unnamed: loyal military source"),
    # a noun with a pronoun that is spelled as a verb, behind a remark; whom the accused is told as
    ("ونفت الحركة، الذراع المسلحة للحزب، [علمها بالهجوم]، وأوضحت أنها تحقق.", "rebels"),
    ("ورفضت الحركة اتهامات الجيش لها ب[خرق الهدنة].", "army"),
    ("وقال الجيش إنه انسحب، نافيا [تلقي دعم خارجي].", "army"),
    # «لم يستبعد» goes on behind «و» and «لكنه»
    ("قال سامي الخطيب إن الهدنة صامدة، ولم يستبعد [الحوار مع تركيا].", "sami"),
    ("قال سامي الخطيب إن [الهدنة صامدة]، لكنه لم يستبعد الحوار مع تركيا.", "sami"),
    # by the mouth of another; a body that no one has read; a message; «و» and «رد»
    ("ونفى الجيش الاتهامات، مؤكدا على لسان متحدثة باسمه أنه [قصف ثكنة].", "army"),
    ("وقالت روسيا إن الوضع هادئ. وأعلن اتحاد قوى المقاومة في بيان أن [الجسر دمر].", "unnamed: source"),
    ("وبعث سامي الخطيب برسالة إلى الأمم المتحدة طلب فيها [عقد اجتماع عاجل].", "sami"),
    ("ورد المتحدث باسم الحكومة سامي الخطيب بأن [الجسر سليم].", "sami"),
    # quoted for one whom no one has read; by a mouth with a pronoun; an office with one
    (
        "وقالت روسيا إن الوضع هادئ. ونقلت وكالة رويترز عن قائد الكتيبة المتمردة قوله إن [الجسر دمر].",
        "unnamed: source < reuters",
    ),
    ("وهددت روسيا على لسان المتحدثة باسم خارجيتها ب[فرض عقوبات].", "loc.RUS"),
    ("وقالت روسيا إن الوضع هادئ، ووصف سفيرها لدى الأمم المتحدة الاتهامات بأنها [كذب محض].", "unnamed: envoy"),
    ("وتتهم روسيا [الجيش بخرق الهدنة]، وهو اتهام ترفضه الحكومة.", "gov"),
    # initials; a place between; a masdar that is spelled as a verb of saying; states of a kind; who is turned to
    ("وقال وزير الطاقة ب. ك. كرنفلاي إن [الجسر دمر].", "unnamed: other minister"),
    ("وشكك سامي الخطيب في تركيا، في [جدية الإعلان].", "sami"),
    ("وأكدت روسيا [رفضها أي تدخل أجنبي].", "loc.RUS"),
    ("وحملت دول خليجية [الجيش مسؤولية الهجوم].", "unnamed: several states"),
    ("ورحبت الحكومة بالهدنة، إلا أن سامي الخطيب عارضها علنا معتبرا أن [القتال مستمر].", "sami"),
    # camps and delegations by whose they are
    ("واتهم معسكر سامي الخطيب أمس [الجيش بقصف القرية].", "sami"),
    ("أعلن سامي الخطيب [التعبئة العامة].", "sami"),
    ("وقال مصدر عسكري طلب عدم الكشف عن اسمه إن [الجسر دمر].", "unnamed: military source"),
    ("ويتوقع مراقبون أن [تنهار الهدنة].", "unnamed: observers"),
    ("وقالت مصادر طبية: إن [الحصيلة ارتفعت].", "unnamed: medical sources"),
    ("وقال متمردون في كولومبيا إن [الجسر دمر].", "unnamed: rebels"),
    ("وقالت جماعة حقوقية إن [السجن مكتظ].", "unnamed: groups"),
    ("وقال حاج عاد من مكة إن [الطريق مغلق].", "unnamed: source"),
    ("أعلنت تركيا على لسان سامي الخطيب يوم السبت أنها [عثرت على حطام الطائرة].", "loc.TUR"),
    # figures and those who give them out
    ("وتقدر الأمم المتحدة [ضحايا الحرب بنحو مئة ألف].", "un"),
    ("وتشير تقديرات الأمم المتحدة إلى [نزوح مئة ألف شخص].", "un"),
    ("وأحصت الأمم المتحدة [40 قتيلا في أسبوع].", "un"),
    ("وتبنت الحركة الهجوم مؤكدة [مقتل 30 جنديا].", "rebels"),
    ("أعلنت القيادة العامة للجيش [مقتل أربعة جنود].", "army"),
    ("وكانت منظمة كولومبية معنية بالسجون قد ذكرت أن [السجن مكتظ].", "unnamed: groups"),
    ("[سقط عشرة جرحى]، كما أفاد مسؤول طلب عدم الكشف عن اسمه.", "unnamed: official"),
    ("وأفادت مراسلتنا في تركيا لينا حداد ب[مقتل سيدة].", "lina"),
    # between the verb and what is said
    ("وتعهد سامي الخطيب في خطابه الليلي ب[تحرير البلدة].", "sami"),
    ("وأدان سامي الخطيب في كلمة متلفزة، [قصف القرية].", "sami"),
    ("وأعلن رئيس هيئة الأركان، في مؤتمر صحفي، [انتهاء العمليات].", "unnamed: chief of staff"),
    ("وعبر الأمين العام عن [قلقه إزاء التصعيد].", "unnamed: head"),
    ("لكن مسؤولا محليا طلب عدم ذكر اسمه قال إن [الجسر دمر].", "unnamed: local official"),
    ("وقالت الحركة في بيان على موقع تابع لها إن [الجسر دمر].", "rebels"),
    # datelines and brackets, spokesmen named behind a place
    ("باكو 27 أبريل (رويترز) أعلن الجيش [مقتل خمسة جنود].", "army"),
    ("وقال المتحدث باسم الحركة في تركيا، سامي الخطيب، إن [الجسر دمر].", "sami"),
    ("باكو - «رويترز»: عاد سامي الخطيب من زيارة قصيرة، قائلا إن [الجسر دمر].", "sami"),
    ("[سقط عشرة جرحى]، حسبما أفاد أمس مصدر طبي.", "unnamed: medical source"),
    # who goes on: behind «بعد أن», «بالقول», an attack, «الذين», «لكن»
    ("رفضت الحكومة العرض بعد أن اتهمت [الحركة بخرق الهدنة].", "gov"),
    ("ورد سامي الخطيب بالقول إن [الجسر دمر].", "sami"),
    ("نفذت روسيا غارات قالت إنها [أصابت ثكنة].", "loc.RUS"),
    ("وتقول الحكومة إن [القتال توقف]، لكن روسيا تقول إن العكس صحيح.", "gov"),
    ("ونقلت وكالة رويترز عن ثلاثة مسؤولين أن [الجسر دمر].", "unnamed: officials < reuters"),
    # acts told by nouns and relative clauses
    ("وجاء الرد بعد إعلان روسيا أن [الهدنة انهارت].", "loc.RUS"),
    ("وتبادلت أرمينيا وأذربيجان الاتهامات ب[قصف القرى].", "loc.ARM"),
    ("وتبادلت أرمينيا وأذربيجان التهم ب[قصف القرى].", "loc.AZE"),
    ("سقط قتلى في [هجوم جديد نسبته الحكومة إلى الحركة].", "gov"),
]


@pytest.mark.parametrize(("marked", "who"), CASES, ids=[c[0] for c in CASES])
def test_one_saying(marked: str, who: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    content = marked[marked.index("[") + 1 : marked.index("]")]
    assert (who, content) in told(text)


@pytest.mark.parametrize("rule", RULES, ids=[r.id for r in RULES])
def test_each_rule_finds_its_example(rule: Rule) -> None:
    text = rule.example.replace("[", "").replace("]", "")
    start = rule.example.index("[")
    span = Span(start, rule.example.index("]") - 1)
    assert any(a.rule == rule.id and a.content == span for a in said(text)), said(text)


def test_the_last_speaker_goes_on() -> None:
    text = (
        "قالت وزارة الدفاع إن الهجوم توقف. وأضافت أن القوات باقية، مؤكدة أن الطريق مفتوح. وأوضحت الوزارة أن الجسر سليم."
    )
    assert told(text) == [
        ("mod", "الهجوم توقف"),
        ("mod", "القوات باقية"),
        ("mod", "الطريق مفتوح"),
        ("mod", "الجسر سليم"),
    ]


def test_a_verb_goes_back_to_the_speaker_of_its_gender() -> None:
    text = "قالت الحكومة إن الوضع هادئ. وقال الجيش إن الطريق مفتوح. وأضافت أن المدارس مغلقة."
    assert told(text)[-1] == ("gov", "المدارس مغلقة")


def test_the_source_told_of_before_is_the_same() -> None:
    text = "قال مصدر عسكري إن الجسر دمر. وقال شاهد عيان إن الدخان كثيف. وأضاف المصدر أن المعركة مستمرة."
    assert told(text)[-1] == ("unnamed: military source", "المعركة مستمرة")


def test_the_statement_speaks_for_its_issuer() -> None:
    text = "وأفاد بيان للخارجية بأن اللقاء كان مثمرا. وأضاف البيان أن الحوار سيستمر."
    assert told(text) == [("mfa", "اللقاء كان مثمرا"), ("mfa", "الحوار سيستمر")]
    assert {a.via for a in said(text)} == {"statement"}


def test_who_informed_by_the_way_goes_on() -> None:
    text = "سقط عشرة جرحى، حسبما أفاد مصدر طبي، محذرا من ارتفاع الحصيلة."
    assert told(text)[-1] == ("unnamed: medical source", "ارتفاع الحصيلة")


def test_a_title_means_only_who_is_called_by_it() -> None:
    text = "قال قائد الشرطة سامي الخطيب إن الجسر دمر. وقال الرئيس الأفغاني إن الطريق مفتوح."
    assert told(text) == [("sami", "الجسر دمر"), ("unnamed: head", "الطريق مفتوح")]


def test_joint_speakers_have_one_attribution_each() -> None:
    text = "سامي الخطيب ولينا حداد يدعوان إلى وقف القتال"
    assert told(text) == [("sami", "وقف القتال"), ("lina", "وقف القتال")]


def test_nested_speech_keeps_both_levels() -> None:
    text = "وأعلنت الخارجية أن سامي الخطيب دعا إلى وقف القتال."
    assert told(text) == [("mfa", "سامي الخطيب دعا إلى وقف القتال"), ("sami < mfa", "وقف القتال")]


def test_a_statement_quoted_at_length_has_one_attribution_per_sentence() -> None:
    text = 'وجاء في بيان الخارجية: "جرى تبادل الآراء حول الوضع. وتم الاتفاق على مواصلة الحوار".'
    assert [who for who, _ in told(text)] == ["mfa", "mfa"]
    assert told(text)[0][1] == "جرى تبادل الآراء حول الوضع"


def test_an_object_is_not_taken_for_the_subject() -> None:
    text = "قال سامي الخطيب إن المفاوضات فشلت. واتهم تركيا بعرقلة الاتفاق."
    assert told(text)[-1] == ("sami", "تركيا بعرقلة الاتفاق")


def test_a_clause_ends_where_another_speaks() -> None:
    text = "وقالت روسيا إنها تواصل تقدمها فيما تحدث شهود عيان عن قصف متقطع."
    assert told(text) == [("loc.RUS", "تواصل تقدمها"), ("unnamed: eyewitnesses", "قصف متقطع")]


def test_a_capital_speaks_for_its_state() -> None:
    assert told("وقالوا في فرنسا إن الاتفاق قائم.") == [("loc.FRA", "الاتفاق قائم")]


def test_a_named_member_of_a_vague_group_speaks_too() -> None:
    text = "ودعت عدد من الدول، بما فيها روسيا الأطراف إلى التهدئة."
    assert {who for who, _ in told(text)} == {"loc.RUS", "unnamed: several states"}


def test_a_pronoun_goes_back_to_the_last_speaker_through_an_outlet() -> None:
    text = "قال سامي الخطيب إن الوضع هادئ. ونقلت وكالة رويترز عنه قوله إن الحدود آمنة."
    assert told(text)[-1] == ("sami < reuters", "الحدود آمنة")


def test_the_outlet_that_could_not_confirm_is_no_relay() -> None:
    text = "وقال سامي الخطيب في رسالة لم يتسن لوكالة رويترز التأكد منها إن المعركة انتهت."
    assert told(text) == [("sami", "المعركة انتهت")]


def test_what_is_described_does_not_borrow_the_last_speaker() -> None:
    text = "قالت روسيا إن الهجوم توقف. وتستمر الاحتجاجات التي تطالب برحيل الحاكم. واعتقل رجل زعم أنه طبيب."
    assert told(text) == [("loc.RUS", "الهجوم توقف")]


def test_an_official_with_his_state_is_the_person_told_before() -> None:
    text = "قال سامي الخطيب إن الوضع هادئ. وأضاف المسؤول الأذربيجاني أن الطريق مفتوح."
    assert told(text)[-1] == ("sami", "الطريق مفتوح")
    other = "قال سامي الخطيب إن الوضع هادئ. وأضاف المسؤول التركي أن الجسر دمر."
    assert told(other)[-1] == ("unnamed: official", "الجسر دمر")


def test_a_headline_sets_two_sayings_side_by_side() -> None:
    text = "روسيا تتوعد بالرد ومسؤول يؤكد أن الجسر دمر"
    assert told(text) == [("loc.RUS", "الرد"), ("unnamed: official", "الجسر دمر")]


def test_who_only_answers_an_outlet_goes_on_in_an_interview() -> None:
    text = "قال سامي الخطيب لوكالة رويترز إن الوضع هادئ. وأضاف أن الطريق مفتوح."
    assert [(a.relay, a.via) for a in said(text)] == [("reuters", "interview")] * 2


def test_acts_of_speech_are_told_by_the_relay_but_not_by_who_only_asks() -> None:
    for text, by in (
        ("نقلت وكالة رويترز عن سامي الخطيب قوله إنه يرفض الهدنة.", ("reuters",)),
        ("ووفقا لوكالة رويترز، دعا سامي الخطيب إلى هدنة.", ("reuters",)),
        ("ودعا سامي الخطيب في حديث لوكالة رويترز إلى هدنة.", ()),
    ):
        asked = Span(at := max(text.find("دعا"), text.find("يرفض")), at + 3)
        assert relays(said(text), asked, ("sami",)) == by


def test_who_spoke_threatens_or_blames_whom_a_joined_verb_names() -> None:
    text = "قالت لينا حداد إن القوات باقية، وتوعدت سامي الخطيب بالقتل."
    assert told(text)[-1] == ("lina", "القتل")
    text = "نفى سامي الخطيب الاتهامات، وحمل الجيش المسؤولية عن الهجوم."
    assert told(text)[-1] == ("sami", "الجيش المسؤولية عن الهجوم")


def test_what_is_denied_as_that_has_no_other_content() -> None:
    text = "قالت روسيا إن الجسر دمر. ونفى الجيش ذلك، مشيرا إلى أن الطريق مفتوح."
    assert told(text)[1:] == [("army", "الجسر دمر"), ("army", "الطريق مفتوح")]


def test_nobody_denies_or_confirms_what_he_said_himself() -> None:
    assert told("وقالت روسيا إن الجسر دمر. وأكد الجيش ذلك.")[-1] == ("army", "الجسر دمر")
    assert told("وقالت روسيا إن الجسر دمر. ونفت روسيا ذلك.") == [("loc.RUS", "الجسر دمر")]
    assert told("وقالت روسيا إن الجسر دمر. ورفضت تركيا ذلك.") == [("loc.RUS", "الجسر دمر")]


def test_who_stands_behind_a_charge_in_the_singular_is_accused() -> None:
    assert told("وسارعت روسيا إلى اتهام الحركة بتدبير الهجوم.") == []
    assert ("rebels", "تدبير الهجوم") in told("ورفضت تركيا اتهامات الحركة بتدبير الهجوم.")


SILENT = [
    "يذكر أن الاتفاق وقع قبل عامين.",
    "ومن المرجح أن تؤدي الخطوة إلى تصعيد.",
    "ولم تؤكد روسيا أن الهجوم توقف.",
    "ومن المنتظر أن تعلن الحكومة موقفها غدا.",
    "عبرت القوات الجسر وسيطرت على البلدة.",
    "عقدت الجلسة في مدينة حدودية.",
    "وقال أحدهم كلاما كثيرا.",
    "وكشف الهجوم ضعف الدفاعات.",
    "شارك الوزير في مؤتمر صحفي.",
    "اشترط القاضي ضرورة الحضور.",
    "أوقف رجل واتهم بجريمة سرقة.",
    "زار المدينة رجل يدعى كرنفلاي.",
    "وأوقفت الشرطة ثلاثة رجال متهمين بالقتل.",
    "ويعمل الفريق على أمل أن تنتهي الحرب.",
]


@pytest.mark.parametrize("text", SILENT)
def test_the_reporter_s_own_words_are_no_attribution(text: str) -> None:
    assert told(text) == []


def test_a_subject_that_no_one_has_read_is_not_replaced_by_the_last_speaker() -> None:
    text = "قالت روسيا إن الهجوم توقف. وقال كرنفلاي إن الجسر دمر. وأضاف أن الطريق مغلق."
    assert told(text) == [("loc.RUS", "الهجوم توقف")]


def test_two_words_of_saying_for_one_content_are_one_saying() -> None:
    text = "قالت روسيا إن الهجوم توقف. وأضافت قائلة: «الجسر سليم تماما»."
    assert told(text) == [("loc.RUS", "الهجوم توقف"), ("loc.RUS", "الجسر سليم تماما")]


def test_furniture_says_nothing() -> None:
    page, cast = hear("قالت روسيا إن الهجوم توقف.\nقالت تركيا إن الجسر دمر.")
    page = Page(**{f: getattr(page, f) for f in page.__slots__ if f != "furniture"}, furniture=frozenset({1}))
    assert [a.source for a in find_attributions(page, cast)] == ["loc.RUS"]


def test_claimants_are_those_of_the_innermost_content() -> None:
    text = "وأعلنت الخارجية أن روسيا أكدت أن الجسر دمر. وسقط قتيل."
    attributions = said(text)
    destroyed, dead, confirmed = (Span(text.index(w), text.index(w) + len(w)) for w in ("دمر", "قتيل", "أكدت"))
    assert claimants(attributions, destroyed) == ("loc.RUS",)
    assert claimants(attributions, confirmed) == ("mfa",)
    assert claimants(attributions, dead) == ()


WORDS = (
    "قال قالت وأضاف مؤكدا إن أن أنه بحسب كما وفق نقلت عن قوله دعا إلى الاتهامات تبادل بيان في البيان المصدر مصادر"
    ' « » " ، . : ( ) الذي فيما'
)
PIECES = [*NAMES, *WORDS.split(), "\n"]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join) | st.text(max_size=200))
def test_spans_lie_in_one_sentence_of_the_text(text: str) -> None:
    page, cast = hear(text)
    sentences = [page.span(s.first, s.last) for s in page.sentences]
    for a in find_attributions(page, cast):
        assert 0 <= a.cue.start < a.cue.end <= len(text)
        assert a.content.start < a.content.end
        assert any(a.content.within(s) for s in sentences)
        assert a.source
        assert a.relay != a.source


HOSTILE = ['"', "«", "قال إن ", "بحسب مصدر ", "الاتهامات ", "تبادل الاتهامات بقصف ", 'قال "نعم لا" ']


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_input_takes_linear_time(piece: str, work: Callable[[Callable[[], object]], int]) -> None:
    def cost(length: int) -> int:
        page = opened(piece * (length // len(piece)))
        return work(lambda: find_attributions(page, Cast((), (), ())))

    assert cost(16_000) < 6 * cost(4_000)


def test_a_statement_of_nobody_named_is_no_attribution() -> None:
    assert not told("بيان : روسيا")


def test_these_figures_are_those_of_the_last_speaker() -> None:
    text = "أعلنت الحكومة أن القرى قصفت، وبحسب هذه البيانات، سقط ضحايا."
    assert told(text)[-1] == ("gov", "سقط ضحايا")


GOES_ON = [
    ("قالت روسيا إن الطريق آمن. وأضافت في حديث للإذاعة الرسمية مساء الاثنين أن [الجسر مفتوح].", "loc.RUS"),
    ("قالت روسيا إن الطريق آمن، إلا أنها أعربت في الوقت ذاته عن [القلق من الألغام].", "loc.RUS"),
    ("أصدرت روسيا بيانا نددت فيه ب[الهجوم على القرية].", "loc.RUS"),
    ("قال سامي الخطيب إن الطريق آمن. وتابع وهو يغادر القاعة: «[لن نعود إلى هنا أبدا]».", "sami"),
]


@pytest.mark.parametrize(("marked", "who"), GOES_ON)
def test_what_stands_beside_the_verb_is_no_new_speaker(marked: str, who: str) -> None:
    content = marked[marked.index("[") + 1 : marked.index("]")]
    assert told(marked.replace("[", "").replace("]", ""))[-1] == (who, content)


def test_witnesses_are_not_the_one_man_who_speaks_next() -> None:
    text = "قال سامي الخطيب إن الطريق آمن. وقال شهود إن النار اشتعلت. وقال في مؤتمر صحفي إن الوضع صعب."
    assert told(text)[-1] == ("sami", "الوضع صعب")


def test_a_second_clause_opens_no_content_of_its_own() -> None:
    text = "وأشارت روسيا إلى أن الجيش كان يرى الجنود بوضوح، وأنهم عبروا النهر."
    assert told(text) == [("loc.RUS", "الجيش كان يرى الجنود بوضوح"), ("loc.RUS", "عبروا النهر")]


def test_a_paper_of_someone_unread_is_not_the_last_speaker_s() -> None:
    text = "قالت روسيا إن الطريق آمن. وأصدرت عائلة الأسير بيانا طالبت فيه بكشف مصيره."
    assert told(text) == [("loc.RUS", "الطريق آمن")]


def test_the_place_of_the_dateline_is_no_topic() -> None:
    text = "روسيا (رويترز) -- وصل سامي الخطيب في زيارة قصيرة، واعتبر أن الهدنة صامدة."
    assert told(text) == [("sami", "الهدنة صامدة")]


def test_an_outlet_to_which_a_statement_is_made_does_not_make_it() -> None:
    text = "قال سامي الخطيب في تصريح لوكالة رويترز أمس إن الطريق آمن."
    assert told(text) == [("sami < reuters", "الطريق آمن")]


def test_a_noun_that_folds_like_a_verb_with_its_object_says_nothing() -> None:
    text = "قال سامي الخطيب إن الطريق آمن. ووجه دعوة للحكومة إلى زيارة القرية."
    assert told(text) == [("sami", "الطريق آمن")]


def test_the_head_of_a_body_that_no_one_has_read_is_unnamed_or_the_man_named_behind() -> None:
    text = "وشدد رئيس لجنة الإغاثة على أن الطريق آمن."
    assert told(text) == [("unnamed: head", "الطريق آمن")]
    text = "وقال رئيس مجلس تنسيق العمل الشعبي في محافظة صغيرة، الشيخ سامي الخطيب، إن الطريق آمن."
    assert told(text) == [("sami", "الطريق آمن")]


def test_a_place_on_which_a_statement_stands_has_not_made_it() -> None:
    text = "قالت روسيا إن الطريق آمن. وزعم البيان على الموقع الإلكتروني أن الجسر سليم."
    assert told(text)[-1] == ("loc.RUS", "الجسر سليم")


def test_what_people_are_thought_to_be_they_do_not_say() -> None:
    text = "قال شهود عيان إن مسلحين يعتقد أنهم من القبيلة هاجموا القرية."
    assert told(text) == [("unnamed: eyewitnesses", "مسلحين يعتقد أنهم من القبيلة هاجموا القرية")]


def test_nobody_speaks_in_a_plane_without_a_pilot() -> None:
    assert told("أدت غارة نفذتها طائرة بدون طيار يعتقد أنها بعيدة إلى إغلاق الطريق.") == []


def test_a_statement_is_whose_the_verb_of_issuing_names() -> None:
    text = "دعت الأمم المتحدة الحكومة اليمنية والمتمردين إلى الهدوء. وجاء في بيان أصدره الحوثيون أن الهجمات مستمرة."
    told = read(Document("d", text))
    sides = {e.id: e.side for e in told.entities}
    assert sides[told.attributions[-1].source] == "houthi"


def contents(text: str) -> list[str]:
    return [text[a.content.start : a.content.end] for a in read(Document("d", text)).attributions]


def test_a_mark_that_is_never_closed_quotes_the_rest_of_its_line() -> None:
    text = 'وقال متحدث باسم الجيش الكيني "الطريق آمن.\nعاد التيار.\nوصل "الوفد" أمس.'
    assert contents(text) == ["الطريق آمن"]


def test_soldiers_behind_a_statement_have_not_issued_it() -> None:
    text = "قالت وزارة الدفاع إن الطريق آمن. وبحسب ما أوضح البيان فقد عبرت القوات الكينية الجسر."
    assert told(text)[-1] == (told(text)[0][0], "عبرت القوات الكينية الجسر")


def test_marks_around_the_name_behind_its_staff_are_passed() -> None:
    text = 'وذكرت قيادة "إيساف" أن الطريق آمن.'
    told = read(Document("d", text))
    assert [e.name for e in told.entities if e.id == told.attributions[0].source] == ["إيساف"]


def test_reports_without_article_say_what_their_verb_tells() -> None:
    text = "أعلنت حركة الشباب الهدنة بعد تقارير أشارت إلى أن الطريق آمن."
    assert [a.source for a in read(Document("d", text)).attributions][-1] == "unnamed: news reports"


def test_an_official_is_not_of_the_agency_that_he_speaks_to() -> None:
    text = "قال محمد جان المسؤول الكبير في الشرطة المحلية لوكالة فرانس برس إن الطريق آمن."
    told = read(Document("d", text))
    assert [e.side for e in told.entities if e.id == told.attributions[0].source] == [None]


def test_media_tell_of_whoever_is_named_behind_them() -> None:
    text = "ووصفت وسائل الإعلام الإيرانية حسين محمدي بأنه أستاذ كبير."
    assert [a.source for a in read(Document("d", text)).attributions] == ["unnamed: media"]
