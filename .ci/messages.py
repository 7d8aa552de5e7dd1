"""Brings new sentences of the program into the catalogues of all languages: ``make messages``.

Sentences whose English changed are marked fuzzy and not used until somebody has looked at them.
"""

import datetime as dt
import sys
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = ("zh_CN", "zh_TW")
KEYWORDS = {
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "N_": None,
    "tr": None,
    "ntr": (1, 2),
}


def template() -> Catalog:
    """Return every message of the source as an untranslated catalogue."""
    catalogue = Catalog(project="Kano App", charset="utf-8", header_comment="# Kano App", fuzzy=False)
    found = extract_from_dir(ROOT / "kano_app", keywords=KEYWORDS, comment_tags=("Translators:",))
    for file, _, message, comments, context in found:
        catalogue.add(message, locations=[(f"kano_app/{file}", None)], auto_comments=comments, context=context)
    return catalogue


def main() -> int:
    """Update the catalogues and tell how many messages still lack a translation."""
    messages = template()
    open_messages = 0
    for code in LANGUAGES:
        path = ROOT / "resources" / "locales" / code / "LC_MESSAGES" / "kano_app.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists():
            with path.open(encoding="utf-8") as file:
                catalogue = read_po(file, locale=code)
        else:
            catalogue = Catalog(
                locale=code, project="Kano App", charset="utf-8", header_comment="# Kano App", fuzzy=False
            )
        catalogue.update(messages)
        catalogue.obsolete.clear()
        catalogue.project, catalogue.version, catalogue.msgid_bugs_address = "Kano App", "", ""
        catalogue.last_translator, catalogue.language_team = "The Kano App founders", ""
        catalogue.fuzzy = False
        # A date would make two runs on the same source differ.
        catalogue.creation_date = catalogue.revision_date = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
        with path.open("wb") as target:
            write_po(target, catalogue, width=110, sort_output=True, include_lineno=False, ignore_obsolete=True)
        missing = [one for one in catalogue if one.id and (not all(_strings(one.string)) or one.fuzzy)]
        open_messages += len(missing)
        print(f"{code}: {len(catalogue)} messages, {len(missing)} without a translation")
    return 1 if open_messages else 0


def _strings(string: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return string if isinstance(string, tuple) else (string or "",)


if __name__ == "__main__":
    sys.exit(main())
