"""The rules that find who did what to whom: the example of each has in [brackets] the event word it reads."""

from hudna.reading.rule import Rule

BESIDE_VERB = frozenset({"event.verb-subject", "event.subject-verb"})  # of those whose doer stands beside the verb

RULES = (
    Rule("event.verb-subject", "A verb with its doer behind it.", "[قصفت] القوات الروسية بلدة تشوهويف."),
    Rule(
        "event.subject-verb", "A doer before the verb in its own clause.", "وقال شهود إن القوات الروسية [قصفت] البلدة."
    ),
    Rule(
        "event.passive-agent",
        "A passive verb whose doer «على يد» or «من قبل» names.",
        "[قتل] جنديان ماليان على يد مسلحين قرب غاو.",
    ),
    Rule("event.passive", "A verb that has only what it was done to.", "[استهدفت] مواقع للحوثيين في الحديدة."),
    Rule("event.elided", "A verb that names nobody beside it.", "[سيطرت] على البلدة بعد معركة قصيرة."),
    Rule(
        "event.elided-subject",
        "A joined verb shares the doer of the verb before it.",
        "هاجمت القوات التشادية القرية و[انسحبت].",
    ),
    Rule(
        "event.elided-speaker",
        "A verb without a doer within somebody's words is the speaker's act.",
        "أعلنت وزارة الدفاع الأوكرانية أنها [أسقطت] مسيرات.",
    ),
    Rule(
        "event.speaker",
        "An act of speech is the act of the one to whom the words are attributed.",
        "[دعت] إثيوبيا إريتريا إلى سحب قواتها.",
    ),
    Rule(
        "event.noun",
        "A noun that names its parties by prepositions, or none.",
        "و[اشتباكات] بين الجيش السوداني وقوات الدعم السريع قرب نيالا.",
    ),
    Rule(
        "event.noun-genitive",
        "A name in construct with the noun.",
        "وتوقفت الحركة بعد [هجوم] القوات الإثيوبية على البلدة.",
    ),
    Rule(
        "event.noun-nisba",
        "An adjective of nationality at the noun is its doer.",
        "وتضررت المدارس جراء [الغارات] الإسرائيلية.",
    ),
    Rule(
        "event.noun-relative",
        "A relative clause at the noun says who did it, or to whom.",
        "وتضررت المدارس في [هجوم] شنته حركة الشباب على القاعدة.",
    ),
    Rule(
        "event.possessor",
        "The pronoun on the noun stands for the doer.",
        "القوات الروسية تكبدت خسائر خلال [هجومها] على البلدة.",
    ),
    Rule(
        "event.held",
        "A participle that says who holds somebody, or that he is still held.",
        "ولا يزال الصحفي كارلوس ميندوزا [محتجزا] لدى جيش التحرير الوطني.",
    ),
    Rule("event.agent", "«من قبل» after a noun names the doer.", "وجاء ذلك بعد [قصف] للبلدة من قبل القوات الإثيوبية."),
    Rule(
        "event.far-phrase",
        "«بين … و…» beyond an aside names the parties.",
        "وبدأ سريان [الاتفاق] الذي أعلن عنه الشهر الماضي بين أوغندا ورواندا.",
    ),
    Rule("event.attributed", "«نسب إلى» after a noun names the doer.", "وقتل جنود في [هجوم] نسب إلى حركة الشباب."),
    Rule(
        "event.resumed",
        "A clause with «فيه» or «خلاله» after a meeting names who met.",
        "وأسفر [اجتماع] بحث فيه هاكان فيدان وسيرغي لافروف الهدنة عن اتفاق.",
    ),
    Rule(
        "event.carried",
        "The subject of the verb that carries the noun is its doer.",
        "شنت القوات السعودية [غارات] على صعدة.",
    ),
    Rule(
        "event.undergo",
        "The subject of «تعرض ل» is hit by what the noun names.",
        "وتعرضت القوات التشادية ل[هجوم] قرب بحيرة تشاد.",
    ),
    Rule(
        "event.purpose",
        "A noun after «ب» or «ل» is done by whom the clause speaks of.",
        "وعاقبت القوات الإثيوبية السكان ب[قصف] البلدة.",
    ),
    Rule(
        "event.enabled",
        "Whom somebody lets, helps or incites to a deed does it.",
        "وسمحت كينيا للقوات الإثيوبية باستخدام أراضيها ل[مهاجمة] حركة الشباب.",
    ),
    Rule(
        "event.clause-subject",
        "A meeting told beside an act has the doer of that act.",
        "ودعت إثيوبيا إلى التهدئة خلال [لقاء] مع رئيس السودان.",
    ),
    Rule("event.denied", "Who denies an accusation is the accused.", "ونفت تركيا [الاتهامات] الروسية لها."),
    Rule(
        "event.accused",
        "What somebody is accused of is done by the accused.",
        "اتهمت إثيوبيا إريتريا ب[قصف] قرى حدودية.",
    ),
    Rule(
        "event.opponent",
        "A deed of force that names only its doer is aimed at the one whom the text says he fights.",
        "هاجمت القوات السودانية قوات الدعم السريع، ثم شنت القوات السودانية [هجوما] آخر.",
    ),
)
