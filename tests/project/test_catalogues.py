import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages import Catalog, Message
from babel.messages.pofile import read_po

_FIELD = re.compile(r"\{(\w+)\}")


@pytest.fixture(scope="module")
def template(root: Path) -> Catalog:
    spec = importlib.util.spec_from_file_location("messages", root / ".ci" / "messages.py")
    assert spec is not None
    assert spec.loader is not None
    module: ModuleType = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    catalogue: Catalog = module.template()
    return catalogue


def _catalogue(root: Path, code: str) -> Catalog:
    with (root / "resources" / "locales" / code / "LC_MESSAGES" / "kano_app.po").open(encoding="utf-8") as file:
        return read_po(file, locale=code)


def _forms(text: str | list[str] | tuple[str, ...] | None) -> list[str]:
    return [text or ""] if isinstance(text, str | None) else list(text)


def _key(message: Message) -> tuple[str, str | None]:
    return (_forms(message.id)[0], message.context)


@pytest.mark.parametrize("code", ["zh_CN", "zh_TW"])
def test_every_sentence_of_the_program_is_translated(root: Path, template: Catalog, code: str) -> None:
    translated = {_key(one) for one in _catalogue(root, code) if one.id and all(_forms(one.string)) and not one.fuzzy}
    assert [_key(one) for one in template if one.id and _key(one) not in translated] == []


@pytest.mark.parametrize("code", ["zh_CN", "zh_TW"])
def test_no_catalogue_holds_a_sentence_the_program_does_not_say(root: Path, template: Catalog, code: str) -> None:
    said = {_key(one) for one in template if one.id}
    assert [_key(one) for one in _catalogue(root, code) if one.id and _key(one) not in said] == []


@pytest.mark.parametrize("code", ["zh_CN", "zh_TW"])
def test_translations_have_the_placeholders_of_their_sentence(root: Path, code: str) -> None:
    for message in _catalogue(root, code):
        if message.id:
            wanted = set(_FIELD.findall(_forms(message.id)[-1]))
            for form in _forms(message.string):
                assert set(_FIELD.findall(form)) == wanted, message.id
