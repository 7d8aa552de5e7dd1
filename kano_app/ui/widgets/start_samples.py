"""The sample surveys on the first page, those in the window's language first."""

from dataclasses import dataclass

from kano_app.i18n import N_
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import Card, label
from kano_app.ui.widgets.start_rows import Press, line

_OWN_NAMES = {"en": "English", "zh_CN": "简体中文", "zh_TW": "繁體中文"}


@dataclass(frozen=True, slots=True)
class Sample:
    """One survey of ``sample_surveys/``."""

    file: str
    features_file: str
    language: str
    name: str
    """A message id."""
    people: int | None
    """``None`` where it has counts only."""
    features: int
    titles: dict[str, str]
    """What the study is called, in the language of its answers."""

    @property
    def title(self) -> str:
        """What the study is called: in the language of its answers."""
        return self.titles[self.language]


_HOTEL = {"en": "Hotel stay", "zh_CN": "酒店入住"}
_SHOP = {"en": "Online shop", "zh_CN": "网上商店"}
_CLINIC = {"en": "Clinic visit", "zh_TW": "診所就診"}
_COURSE = {"en": "Evening course"}
SAMPLES = (
    Sample("hotel-stay.csv", "hotel-stay-features.csv", "en", N_("Hotel stay"), 84, 12, _HOTEL),
    Sample("online-shop.xlsx", "online-shop-features.csv", "en", N_("Online shop"), 120, 15, _SHOP),
    Sample("clinic-visit.csv", "clinic-visit-features.csv", "en", N_("Clinic visit"), None, 14, _CLINIC),
    Sample("evening-course.csv", "evening-course-features.csv", "en", N_("Evening course"), 60, 13, _COURSE),
    Sample("hotel-stay-zh_CN.xlsx", "hotel-stay-zh_CN-features.csv", "zh_CN", N_("Hotel stay"), 84, 12, _HOTEL),
    Sample("online-shop-zh_CN.csv", "online-shop-zh_CN-features.csv", "zh_CN", N_("Online shop"), 120, 15, _SHOP),
    Sample("clinic-visit-zh_TW.csv", "clinic-visit-zh_TW-features.csv", "zh_TW", N_("Clinic visit"), 90, 14, _CLINIC),
)


def in_order(code: str) -> list[Sample]:
    """Return the samples for a window in a language: its own, then the other Chinese for Chinese, then the rest."""
    return sorted(SAMPLES, key=lambda one: (one.language != code, one.language[:2] != code[:2]))


def samples_card(context: Context) -> Card:
    """Return the list of samples."""
    card = Card(context.tr("Open a sample"))
    card.body.addWidget(label(context.tr("Invented services with invented answers."), "muted", wrap=True))
    card.body.setSpacing(2)
    for place, sample in enumerate(in_order(context.language.code)):
        if place:
            card.body.addWidget(line(context))
        size = size_text(context, sample.people, sample.features)
        if sample.people is None:
            size = context.tr("{features}, from counts", features=size)
        card.body.addWidget(
            Press(
                context,
                context.tr(sample.name),
                f"{_OWN_NAMES[sample.language]} · {size}",
                lambda sample=sample: context.window.studies.open_sample(  # type: ignore[misc] # a bound default
                    sample.file, sample.features_file, sample.title
                ),
            )
        )
    card.body.addStretch(1)
    return card


def size_text(context: Context, people: int | None, features: int) -> str:
    """Return a size in words: people × features, or the features alone."""
    many = context.ntr("{n} feature", "{n} features", features)
    if people is None:
        return many
    return context.tr("{people} × {features}", people=context.ntr("{n} person", "{n} people", people), features=many)
