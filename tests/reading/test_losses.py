"""Material losses: what is told of them in which words, and what only looks like one."""

import pytest

from hudna.reading import Reading, read
from hudna.text import Document


def _read(text: str) -> Reading:
    return read(Document("x", text, published="2019-04-16"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("وسقطت طائرة حربية قرب بنغازي.", [("downed", "warplane", "1")]),
        ("وذكر أن مستشفى ميدانيا أصيب بقذائف.", [("damaged", "hospital", "1")]),
        ("وأصابت قنبلة منزلا في القرية.", [("damaged", "house", "1")]),
        ("وقال أحد السكان إن خمسة منازل دمرت بالكامل.", [("destroyed", "house", "5")]),
        ("وتعرضت عشرون طائرة لأضرار في المطار.", [("damaged", "aircraft", "20")]),
        ("وقال إن قواته دمرت دبابتين واستعادت البلدة.", [("destroyed", "tank", "2")]),
        (
            "ودمر الجيش ست عربات مسلحة واستولى على ثلاث أخرى.",
            [("destroyed", "military vehicle", "6"), ("captured", "military vehicle", "3")],
        ),
        ("وفجر مسلحون خط أنابيب الغاز قرب العريش.", [("destroyed", "pipeline", "1")]),
        ("واحترقت إحدى الشاحنات.", [("destroyed", "truck", "1")]),
        ("ودمر القصف معظم المباني في البلدة.", [("destroyed", "building", "unknown")]),
        ("وأسقطت القوات 28 من أصل 32 مسيرة.", [("downed", "drone", "28")]),
        ("وصادرت السلطات طنين من المتفجرات.", [("captured", "explosives", "2")]),
        ("ودمر صاروخ منزلهم.", [("destroyed", "house", "1")]),
        ("ودمروا دبابتي ميركافا.", [("destroyed", "tank", "2")]),
        ("وقال إن الجيش خسر أربع دبابات.", [("destroyed", "tank", "4")]),
        ("وشاهد مراسلنا حافلات محترقة.", [("destroyed", "bus", "unknown")]),
        ("وأتت النيران على عشرات المحال.", [("destroyed", "shop", "~tens")]),
        ("واندلع حريق أتى على ثلاثة منازل.", [("destroyed", "house", "3")]),
        ("ويأتي الهجوم على السفينة الفرنسية بعد يوم من مغادرتها.", []),
        ("واستولى المتمردون على كميات من الأسلحة.", [("captured", "weapons", "unknown")]),
        ("وعثر في الشقة على متفجرات.", [("captured", "explosives", "unknown")]),
        ("واعترضت الدفاعات الجوية صاروخين.", [("downed", "missile", "2")]),
        ("واحتجز القراصنة السفينة الأوكرانية.", [("captured", "ship", "1")]),
        ("وأسفر الهجوم عن تدمير عدد من تلك الشاحنات.", [("destroyed", "truck", "unknown")]),
        ("وتحطمت نوافذ المنازل جراء الانفجار.", [("destroyed", "window", "unknown")]),
        (
            "وأحرق المسلحون طقما عسكريا وأعطبوا عجلتين.",
            [("destroyed", "military vehicle", "1"), ("destroyed", "vehicle", "2")],
        ),
        ("وأصاب الصاروخ مساء الجمعة بارجة حربية.", [("damaged", "warship", "1")]),
        ("وكانت مروحية نقل قد أسقطت قرب غروزني.", [("downed", "transport aircraft", "1")]),
        ("وفجر المسلحون مخازن ذخيرتهم.", [("destroyed", "depot", "unknown")]),
        ("وكان من المقرر أن يزور المدرسة لكن القصف كان قد دمر مدرسة.", [("destroyed", "school", "1")]),
        (
            "إن مدارس ومكاتب تابعة للأمم المتحدة قد دمرت في الهجوم.",
            [("destroyed", "school", "unknown"), ("destroyed", "office", "unknown")],
        ),
        (
            "ودمر الانفجار بوابة السفارة وسيارتين دبلوماسيتين.",
            [("destroyed", "gate", "1"), ("destroyed", "car", "2")],
        ),
        (
            "وأسقطوا طائرة نقل عسكرية أوكرانية من طراز أنتونوف-26 ومقاتلتين من طراز سوخوي-25.",
            [("downed", "transport aircraft", "1"), ("downed", "warplane", "2")],
        ),
        ("وأرسلت روسيا 60 طائرة مسيرة ودمرت الدفاعات الجوية 52 منها.", [("destroyed", "drone", "52")]),
        ("وأحرقت القوات أربع شاحنات ودبابة.", [("destroyed", "truck", "4"), ("destroyed", "tank", "1")]),
    ],
)
def test_acts_and_things(text: str, told: list[tuple[str, str, str]]) -> None:
    assert [(x.kind, x.item, x.count) for x in _read(text).losses] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("وتعرضت ناقلة نفط لأضرار طفيفة في هجوم بألغام.", [("damaged", "oil tanker")]),
        ("وكانت السفينة قد تعرضت لأضرار في هيكلها.", [("damaged", "ship")]),
        ("وقد لحقت بالمسجد أضرار بالغة.", [("damaged", "mosque")]),
        ("وألحق الهجوم أضرارا بمبنى سكني و20 سيارة.", [("damaged", "building"), ("damaged", "car")]),
        ("وأضرم المتظاهرون النار في مقر الحزب وسيارتي شرطة.", [("damaged", "headquarters"), ("damaged", "police car")]),
        ("وأسفر القصف عن أضرار مادية.", [("damaged", "property")]),
        ("وقال إن حريقا اندلع على متن الناقلة.", [("damaged", "ship")]),
        ("وذكر شاهد أن النيران اشتعلت في عشر سيارات.", [("damaged", "car")]),
        ("وتعرضت أربع سفن لعمليات تخريب قبالة الميناء.", [("damaged", "ship")]),
        ("ودمرت القوات الجزء الغربي من الجسر.", [("destroyed", "bridge")]),
        ("وقال إن ناقلتي نفط احترقتا جزئيا.", [("destroyed", "oil tanker")]),
        ("وأصابت القوات السفينة بصاروخين وألحقت بها أضرارا.", [("damaged", "ship")]),
        ("وألحقت بالقوات خسائر في الأرواح والعتاد.", [("destroyed", "equipment")]),
    ],
)
def test_damage_told_by_a_noun(text: str, told: list[tuple[str, str]]) -> None:
    assert [(x.kind, x.item) for x in _read(text).losses] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("وأصابت الصواريخ مصفاة نفط وثلاثة خزانات وقود.", [("refinery", "1"), ("fuel depot", "3")]),
        ("ودمرت طائرات التحالف عشرة صهاريج.", [("tanker", "10")]),
        ("وأسقطت الطائرات قنابل على القرية.", []),
        ("وأسقطت القوات مقاتلتين من طراز ميغ-25 ومروحية.", [("warplane", "2"), ("helicopter", "1")]),
    ],
)
def test_what_strikes_is_not_what_is_struck(text: str, told: list[tuple[str, str]]) -> None:
    assert [(x.item, x.count) for x in _read(text).losses] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("وقصفت المقاتلات مقر المخابرات ودمرته تدميرا كاملا.", ("destroyed", "headquarters")),
        ("وانفجر لغم بحافلة مدنية ما أدى إلى تدميرها بالكامل.", ("destroyed", "bus")),
        ("واستهدفوا دبابة بصاروخ موجه ما أدى إلى إعطابها.", ("destroyed", "tank")),
        ("واصطدمت السفينة بلغم وغرقت قبالة الساحل.", ("destroyed", "ship")),
    ],
)
def test_what_a_pronoun_means(text: str, told: tuple[str, str]) -> None:
    assert told in [(x.kind, x.item) for x in _read(text).losses]


def test_parts_of_what_was_lost() -> None:
    text = "وأكد المتحدث تدمير 12 مركبة بينها دبابتان وثلاث مدرعات.\nوأكد إصابة عدد من الأهداف بينها نفقان."
    reading = _read(text)
    assert [(x.item, x.count) for x in reading.losses] == [
        ("vehicle", "12"),
        ("tank", "2"),
        ("armoured vehicle", "3"),
        ("tunnel", "2"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "وتعهدت الحكومة بتدمير أسلحتها الكيميائية.",
        "وهدد المتمردون بقصف المطارات وتدمير السفن.",
        "وحذر من انهيار الأسواق.",
        "وانهارت أسواق المال بعد الهجوم.",
        "وأصيب سائق الحافلة بجروح.",
        "وخطف مسلحون سائق شاحنة.",
        "واحتجزوا ركاب حافلة.",
        "وفقد الجيش مواقعه في المدينة.",
        "فقد قصفت طائرة أمريكية منطقة القبائل.",
        "قصفت الطائرات مستشفى البلدة.",  # it is hit; that it was damaged is not told
        "وأحيا الضرر الذي لحق بالاقتصاد الجدل.",
        "وأعلن حزبه بعد سيطرته على المحطة أنه باق.",
        "ولم يسفر الهجوم عن خسائر مادية.",
        "ويصلح السكان المنازل المتضررة.",
        "وفشل القراصنة في اختطاف سفينتين.",
        "ولوح الوزير بتدمير واسع للبنية التحتية اللبنانية.",
        "وسيطر التنظيم على مدينة تدمر في مايو.",
        "واستهدف الانفجار مدينة قريبة من العاصمة إسلام أباد.",
        "وقال إن خمسة من سكان منازل مجاورة أصيبوا.",
        "ونشر هذه السفن يأتي ضمن خطة.",
    ],
)
def test_no_losses(text: str) -> None:
    assert not _read(text).losses


def test_who_lost_what_was_his() -> None:
    text = "واعترفت وزارة الدفاع البريطانية بخسارة طائرة بدون طيار.\nوقالت كييف إن القوات الروسية خسرت ست دبابات."
    assert [x.side for x in _read(text).losses] == ["GBR", "RUS"]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("واحتجز الحرس ناقلة نفط ترفع علم النرويج.", ["NOR"]),
        ("وأعلنت وزارة الدفاع الروسية غرق الطراد في البحر الأسود.", ["RUS"]),
        ("وأعلنت وزارة الدفاع الروسية غرق السفينة في البحر الأسود.", [None]),
        ("ودمرت إسرائيل مدارس ومكاتب تابعة للأمم المتحدة.", [None, None]),
        ("وهاجم قراصنة أربعين سفينة كما اختطفوا 12 سفينة قبالة السواحل الصومالية.", [None]),
    ],
)
def test_whose_a_ship_was(text: str, sides: list[str | None]) -> None:
    assert [x.side for x in _read(text).losses] == sides


def test_a_loss_is_told_by_whoever_the_sentence_goes_on_with() -> None:
    told = _read("أعلن الجيش التركي تدمير عشرة مخابئ، كما ضبطت القوات متفجرات وخمس بنادق.").losses
    assert [len(x.claimed_by) for x in told] == [1, 1, 1]


def test_what_is_taken_was_taken_by_whoever_seized_it() -> None:
    reading = _read("واحتجز الحرس الثوري الإيراني ناقلة نفط بريطانية.")
    (loss,) = reading.losses
    assert loss.blamed == reading.events[0].actors


def test_what_an_attack_answers_it_did_not_do() -> None:
    (loss,) = _read("أنباء\nوأطلقت كتائب القسام صواريخ على عسقلان ردا على تدمير البرج.").losses
    assert loss.blamed == ()


def test_a_plane_told_again_is_one() -> None:
    text = "أنباء\nوأسقط المتمردون طائرة نقل أوكرانية. واتهمت كييف المتمردين بإسقاط الطائرة بصاروخ."
    assert [(x.item, x.side) for x in _read(text).losses] == [("transport aircraft", "UKR")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("أسقطت الحركة مقاتلة قرب المطار. وتحدث مصدر عن سقوط الطائرة.", ["warplane"]),
        ("غرقت سفينة حربية قرب الساحل. واتهمت الحكومة الحركة بإغراق السفينة.", ["warship"]),
        ("أسقطت الحركة مقاتلة قرب المطار. وأسقطت مروحية قرب النهر.", ["warplane", "helicopter"]),
    ],
)
def test_the_craft_told_before_is_no_other(text: str, told: list[str]) -> None:
    assert [x.item for x in _read(text).losses] == told


def test_a_definite_number_behind_things_counts_them() -> None:
    (loss,) = _read("واقتادت البحرية السفن الست إلى الميناء.").losses
    assert (loss.item, loss.count) == ("ship", "6")


def test_things_lost_beside_people_are_lost_by_the_same_act() -> None:
    (tanks,) = _read("وقالت كييف إن روسيا خسرت نحو 19 ألف جندي و700 دبابة.").losses
    assert (tanks.item, tanks.count, tanks.side) == ("tank", "700", "RUS")
    (ships,) = _read("ويحتجز القراصنة نحو 300 بحار و17 سفينة.").losses
    assert (ships.item, ships.count) == ("ship", "17")


def test_arms_are_the_enemy_s_of_whoever_destroys_them() -> None:
    clash = "تجددت الاشتباكات بين الجيش السوداني وقوات الدعم السريع."
    (loss,) = _read(f"{clash} وقالت قوات الدعم السريع إنها أسقطت طائرة حربية.").losses
    assert loss.side == "SDN"
    (house,) = _read(f"{clash} وقالت قوات الدعم السريع إنها دمرت منزلا.").losses
    assert house.side is None


def test_what_an_attack_told_before_destroyed_was_of_those_whom_it_hit() -> None:
    reading = _read("أعلن الجيش الباكستاني أنه قصف مواقع لحركة طالبان. وأسفرت الغارات عن تدمير ستة مخابئ.")
    assert [(x.item, x.count, x.side) for x in reading.losses] == [("hideout", "6", "taliban")]


def test_what_serves_all_is_the_states_that_rebels_fight() -> None:
    reading = _read("هاجمت حركة الشباب الصومالية القاعدة. وفجرت حركة الشباب جسرا قرب مقديشو.")
    assert [(x.item, x.side) for x in reading.losses] == [("bridge", "SOM")]


def test_what_rebels_took_was_of_those_whose_soldiers_fell() -> None:
    reading = _read("وزعم المتمردون أنهم قتلوا سبعة جنود سودانيين وغنموا ثلاث شاحنات.")
    assert [(x.item, x.count, x.side) for x in reading.losses] == [("truck", "3", "SDN")]


def test_two_things_are_meant_by_a_dual_pronoun() -> None:
    reading = _read("قصفت الطائرات دبابتين للحركة ودمرتهما.")
    assert [(x.item, x.count) for x in reading.losses] == [("tank", "2")]


def test_things_in_a_row_before_their_verb_are_all_lost() -> None:
    reading = _read("وقال إن ثلاثة منازل وفندقا دمرت كليا.")
    assert [(x.item, x.count) for x in reading.losses] == [("house", "3"), ("hotel", "1")]


def test_the_house_is_that_of_those_hurt_in_it() -> None:
    reading = _read("أصيب ثلاثة أفراد من عائلة فلسطينية بحروق عندما أضرم مستوطنون النار في منزلهم.")
    assert [(x.item, x.side) for x in reading.losses] == [("house", "PSE")]


def test_the_body_tells_a_loss_better_than_the_headline() -> None:
    reading = _read("تحطم طائرة عسكرية فوق حي سكني\nتحطمت طائرة نقل عسكرية إندونيسية في سومطرة.")
    assert len(reading.losses) == 1
