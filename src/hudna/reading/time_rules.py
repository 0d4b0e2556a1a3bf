"""The rules that find times: what each id stands for, and an example that runs as a test."""

from hudna.reading.rule import Rule

RULES = (
    Rule("time.date", "A day, month and, if told, year of the Gregorian calendar.", "توقفت المعارك في [5 مارس 2019]."),
    Rule("time.hijri", "A date of the Islamic calendar.", "صدر البيان في [3 رمضان 1442 هـ]."),
    Rule("time.days", "Days of one month, together or from one to the other.", "عقدت الجلسات [يومي 4 و5 أبريل 2019]."),
    Rule("time.day", "A day counted from today: yesterday, tomorrow.", "وصل الوفد [أمس]."),
    Rule(
        "time.weekday",
        "A day of the week, on the side of the publication that the tense tells.",
        "اندلع القتال [يوم الأحد الماضي].",
    ),
    Rule("time.weekdays", "Two days of the week together.", "عقدت الجولة [يومي السبت والأحد]."),
    Rule("time.weekend", "A weekend.", "اجتمعوا [نهاية الأسبوع الماضي]."),
    Rule("time.week", "A week counted from this one.", "غادروا البلدة [الأسبوع الماضي]."),
    Rule("time.day_of_month", "A day told by its number alone.", "عقد الاجتماع في [الخامس من الشهر الجاري]."),
    Rule("time.month", "A month, with its year if told.", "سقطت البلدة في [مايو 2018]."),
    Rule("time.month_relative", "A month counted from this one.", "بدأت الحملة [الشهر الماضي]."),
    Rule("time.months", "Two months, or from one to the other.", "عقدت جولتان في [مارس وأبريل 2017]."),
    Rule("time.season", "A season.", "تجدد القتال [الصيف الماضي]."),
    Rule("time.feast", "A feast of a year that is told.", "أعلنت هدنة في [عيد الأضحى 2018]."),
    Rule("time.range", "From one date to another.", "استمر الحصار [من مارس إلى يونيو 2017]."),
    Rule("time.year", "A year.", "وقع الاتفاق [عام 2016]."),
    Rule("time.years", "Years from one to another.", "دامت الحرب [بين عامي 2011 و2014]."),
    Rule("time.decade", "A decade or a century.", "نشأت الحركة في [تسعينات القرن الماضي]."),
    Rule("time.hour", "An hour of the day of publication.", "سقطت القذائف [الساعة 11:30 مساء]."),
    Rule("time.hour_of_day", "An hour of a day that is told.", "بدأ الهجوم [الساعة 4:30 فجر أمس]."),
    Rule(
        "time.period",
        "So many days, weeks, months or years up to the report.",
        "نزح الآلاف في [الأيام الثلاثة الماضية].",
    ),
    Rule("time.ago", "So many days, weeks, months or years ago or from now.", "نزح السكان [قبل ثلاثة أيام]."),
)
