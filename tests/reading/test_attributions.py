"""Who says what: what stands in square brackets is said by the source given («source < relay»)."""

import pytest

from hudna.reading import read
from hudna.reading.attributions import RULES, find_attributions
from hudna.reading.claimant import claimants, relays
from hudna.reading.page import Page
from hudna.reading.rule import Rule
from hudna.text import Document, Span
from tests.reading.heard import hear, said, told

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
    ("وردا على سؤال من سامي الخطيب، مراسل القناة في باكو، قال متحدث باسم الجيش إن [الجسر دمر].", "army"),
    # who goes on: behind «بعد أن», «بالقول», an attack, «الذين», «لكن»
    ("رفضت الحكومة العرض بعد أن اتهمت [الحركة بخرق الهدنة].", "gov"),
    ("ورد سامي الخطيب بالقول إن [الجسر دمر].", "sami"),
    ("نفذت روسيا غارات قالت إنها [أصابت ثكنة].", "loc.RUS"),
    ("وتقول الحكومة إن [القتال توقف]، لكن روسيا تقول إن العكس صحيح.", "gov"),
    ("ونقلت وكالة رويترز عن ثلاثة مسؤولين أن [الجسر دمر].", "unnamed: officials < reuters"),
    # joined to a source without a name, or by a number; named behind «يدعى»
    ("قال مسؤولون محليون ولينا حداد إن [الجسر دمر].", "lina"),
    ("وأكد مسؤول محلي واثنان من السكان [تدمير الجسر].", "unnamed: local official and residents"),
    ("وقالت الحكومة وقوات الأمم المتحدة إن [الجسر دمر].", "un"),
    ("وقال أحد الشهود لوكالة رويترز ويدعى سامي الخطيب إن [الجسر دمر].", "sami < reuters"),
    # where the main clause or somebody else comes, what is said is over
    ("ورغم إعلان الحكومة أن [الحركة انسحبت]، شن مقاتلون هجوما.", "gov"),
    ("اتهمت تركيا [الجيش بقصف القرية]، ومن جهتها، لا تعلق روسيا على الأمر.", "loc.TUR"),
    ("وحذر سامي الخطيب قائلا «[لن نتراجع عن مواقعنا]».", "sami"),
    # places of speech
    ("وقالت الحكومة إن الجسر دمر. وقالت في خطاب بمدينة أذربيجان أمس: «[نحن بخير اليوم]».", "gov"),
    # acts told by nouns and relative clauses
    ("وجاء الرد بعد إعلان روسيا أن [الهدنة انهارت].", "loc.RUS"),
    ("وتبادلت أرمينيا وأذربيجان الاتهامات ب[قصف القرى].", "loc.ARM"),
    ("وتبادلت أرمينيا وأذربيجان التهم ب[قصف القرى].", "loc.AZE"),
    ("سقط قتلى في [هجوم جديد نسبته الحكومة إلى الحركة].", "gov"),
    # what is one's own, announced in a relative clause; its subject may stand behind it
    ("وانسحبت الحركة التي أعلنت [مسؤوليتها عن الهجوم].", "rebels"),
    ("وقتل جنديان في الهجوم الذي أعلنت [تبنيه] الحركة.", "rebels"),
    # a participle in the feminine, spelled like a verbal noun
    ("رحبت روسيا بالهدنة، مطالبة [تركيا بسحب قواتها].", "loc.RUS"),
    # papers with a word of whose they are, and where they came out
    ("واتهمت الحركة في تقرير لها [الجيش بقصف القرى].", "rebels"),
    ("ودعت الحركة في بيان صدر في فرنسا [الحكومة إلى وقف القصف].", "rebels"),
    # whoever stands alone before what they are accused of is the accused
    ("انتقدت روسيا الهجوم واتهمت الحكومة بأنها [خرقت الهدنة].", "loc.RUS"),
    # a fronted clause ends where the main one begins
    ("وفيما أعلنت روسيا [سحب قواتها]، قتل جنديان في الإقليم.", "loc.RUS"),
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


def test_a_clause_ends_where_another_speaks() -> None:
    text = "وقالت روسيا إنها تواصل تقدمها فيما تحدث شهود عيان عن قصف متقطع."
    assert told(text) == [("loc.RUS", "تواصل تقدمها"), ("unnamed: eyewitnesses", "قصف متقطع")]


def test_a_capital_speaks_for_its_state() -> None:
    assert told("وقالوا في فرنسا إن الاتفاق قائم.") == [("loc.FRA", "الاتفاق قائم")]


def test_a_named_member_of_a_vague_group_speaks_too() -> None:
    text = "ودعت عدد من الدول، بما فيها روسيا الأطراف إلى التهدئة."
    assert {who for who, _ in told(text)} == {"loc.RUS", "unnamed: several states"}


def test_the_outlet_that_could_not_confirm_is_no_relay() -> None:
    text = "وقال سامي الخطيب في رسالة لم يتسن لوكالة رويترز التأكد منها إن المعركة انتهت."
    assert told(text) == [("sami", "المعركة انتهت")]


def test_a_headline_sets_two_sayings_side_by_side() -> None:
    text = "روسيا تتوعد بالرد ومسؤول يؤكد أن الجسر دمر"
    assert told(text) == [("loc.RUS", "الرد"), ("unnamed: official", "الجسر دمر")]


def test_acts_of_speech_are_told_by_the_relay_but_not_by_who_only_asks() -> None:
    for text, by in (
        ("نقلت وكالة رويترز عن سامي الخطيب قوله إنه يرفض الهدنة.", ("reuters",)),
        ("ووفقا لوكالة رويترز، دعا سامي الخطيب إلى هدنة.", ("reuters",)),
        ("ودعا سامي الخطيب في حديث لوكالة رويترز إلى هدنة.", ()),
    ):
        asked = Span(at := max(text.find("دعا"), text.find("يرفض")), at + 3)
        assert relays(said(text), asked, ("sami",)) == by


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


def test_a_statement_of_nobody_named_is_no_attribution() -> None:
    assert not told("بيان : روسيا")


def test_a_second_clause_opens_no_content_of_its_own() -> None:
    text = "وأشارت روسيا إلى أن الجيش كان يرى الجنود بوضوح، وأنهم عبروا النهر."
    assert told(text) == [("loc.RUS", "الجيش كان يرى الجنود بوضوح"), ("loc.RUS", "عبروا النهر")]


def test_the_place_of_the_dateline_is_no_topic() -> None:
    text = "روسيا (رويترز) -- وصل سامي الخطيب في زيارة قصيرة، واعتبر أن الهدنة صامدة."
    assert told(text) == [("sami", "الهدنة صامدة")]


def test_an_outlet_to_which_a_statement_is_made_does_not_make_it() -> None:
    text = "قال سامي الخطيب في تصريح لوكالة رويترز أمس إن الطريق آمن."
    assert told(text) == [("sami < reuters", "الطريق آمن")]


def test_the_head_of_a_body_that_no_one_has_read_is_unnamed_or_the_man_named_behind() -> None:
    text = "وشدد رئيس لجنة الإغاثة على أن الطريق آمن."
    assert told(text) == [("unnamed: head", "الطريق آمن")]
    text = "وقال رئيس مجلس تنسيق العمل الشعبي في محافظة صغيرة، الشيخ سامي الخطيب، إن الطريق آمن."
    assert told(text) == [("sami", "الطريق آمن")]


def test_what_people_are_thought_to_be_they_do_not_say() -> None:
    text = "قال شهود عيان إن مسلحين يعتقد أنهم من القبيلة هاجموا القرية."
    assert told(text) == [("unnamed: eyewitnesses", "مسلحين يعتقد أنهم من القبيلة هاجموا القرية")]


def test_nobody_speaks_in_a_plane_without_a_pilot() -> None:
    assert told("أدت غارة نفذتها طائرة بدون طيار يعتقد أنها بعيدة إلى إغلاق الطريق.") == []


def contents(text: str) -> list[str]:
    return [text[a.content.start : a.content.end] for a in read(Document("d", text)).attributions]


def test_a_mark_that_is_never_closed_quotes_the_rest_of_its_line() -> None:
    text = 'وقال متحدث باسم الجيش الكيني "الطريق آمن.\nعاد التيار.\nوصل "الوفد" أمس.'
    assert contents(text) == ["الطريق آمن"]


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


def test_a_name_that_no_one_has_read_is_what_he_is_told_to_be() -> None:
    text = "ويقول عليم مقبول، مراسل رويترز في الخرطوم، إن الطريق آمن."
    assert [a.source for a in read(Document("d", text)).attributions] == ["unnamed: journalist of Reuters"]


def test_whom_another_verb_quotes_is_no_source_of_the_clause_before() -> None:
    text = "أفادت وكالة رويترز أن الطريق آمن، كما ذكرت نقلا عن مسؤول محلي أن الجسر دمر."
    assert told(text) == [("reuters", "الطريق آمن"), ("unnamed: local official", "الجسر دمر")]


def test_one_in_a_body_is_not_that_body() -> None:
    text = "وقال مسؤول بوزارة الداخلية العراقية إن الطريق آمن."
    assert [a.source for a in read(Document("d", text)).attributions] == ["unnamed: official"]


def test_praise_has_no_content_behind_its_comma() -> None:
    assert told("وامتدح سامي الخطيب الجيش، مضيفا أن الجسر دمر.")[-1] == ("sami", "الجسر دمر")


def test_neither_an_aside_nor_what_is_feared_is_another_saying() -> None:
    assert told("أشارت الحكومة، في تقرير نشر أمس، إلى أن الجسر دمر.") == [("gov", "الجسر دمر")]
    assert told("حصيلة القتلى تزيد المخاوف من أن الجسر دمر.") == []


def test_what_was_left_of_html_marks_a_quotation() -> None:
    assert told("وقال سامي الخطيب &#34;لن نتراجع عن مواقعنا&#34;.") == [("sami", "لن نتراجع عن مواقعنا")]


def test_media_tell_of_whoever_is_named_behind_them() -> None:
    text = "ووصفت وسائل الإعلام الإيرانية حسين محمدي بأنه أستاذ كبير."
    assert [a.source for a in read(Document("d", text)).attributions] == ["unnamed: media"]
