"""How sure a category is, in words."""

from kano_app.analysis.stability import Stability, Sureness
from kano_app.i18n import Language
from kano_app.wording.categories import category_name


def sureness_name(word: Sureness, language: Language) -> str:
    """Return the word for how sure a category is."""
    names = {
        Sureness.CLEAR: language.gettext("clear"),
        Sureness.LIKELY: language.gettext("likely"),
        Sureness.TOO_CLOSE: language.gettext("too close to tell"),
        Sureness.TOO_FEW: language.gettext("too few to tell"),
    }
    return names[word]


def sureness_text(stable: Stability, language: Language) -> str:
    """Return the word, with the rival where it is too close to tell."""
    word = sureness_name(stable.word, language)
    if stable.word is not Sureness.TOO_CLOSE or stable.rival is None:
        return word
    return language.gettext("{word}, rival: {category}").format(
        word=word, category=category_name(stable.rival, language)
    )
