import pytest

from kano_app.report.plain_markup import in_markdown, in_wiki_markup

_JOINER = "\N{WORD JOINER}"


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("# Title", r"\# Title"),
        ("- item", r"\- item"),
        ("1. one", r"1\. one"),
        ("*a* <b> [c](d) `e` a|b", r"\*a\* \<b\> \[c\](d) \`e\` a\|b"),
        ("Ask @ann about #12", f"Ask @{_JOINER}ann about #{_JOINER}12"),
        ("check-out (late): 5 − 3", "check-out (late): 5 − 3"),
    ],
)
def test_what_people_wrote_is_no_markdown_and_calls_nobody(text: str, escaped: str) -> None:
    assert in_markdown(text) == escaped


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("[~ann] {code} !a.png!", r"\[\~ann\] \{code\} \!a.png\!"),
        ("-gone- _soft_", r"\-gone\- \_soft\_"),
        ("h1. Large", r"h1\. Large"),
        ("- item", r"\- item"),
        ("check-out: why? 5 - 3", "check-out: why? 5 - 3"),
    ],
)
def test_what_people_wrote_is_no_markup_of_jira(text: str, escaped: str) -> None:
    assert in_wiki_markup(text) == escaped
