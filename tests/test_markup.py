"""Markdown becomes HTML that can be trusted."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorpspomp import markup


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        ("Hallo **dorp**", "<p>Hallo <strong>dorp</strong></p>"),
        ("# Een\n## Twee", "<h2>Een</h2>\n<h3>Twee</h3>"),
        ("### Een\n#### Twee", "<h2>Een</h2>\n<h3>Twee</h3>"),
        ("# 1\n###### 6", "<h2>1</h2>\n<h6>6</h6>"),
        ("[bel](tel:112)", '<p><a href="tel:112">bel</a></p>'),
        ("[mail](mailto:a@b.nl)", '<p><a href="mailto:a@b.nl">mail</a></p>'),
        ("[hier](../plekken/de-linde/)", '<p><a href="../plekken/de-linde/">hier</a></p>'),
        ("[x](javascript:alert(1))", "<p><a>x</a></p>"),
        ("[x](//boos.nl)", "<p><a>x</a></p>"),
        ("![foto](linde.jpg)", '<p><img alt="foto" src="linde.jpg"></p>'),
        ("![spion](https://boos.nl/p.gif)", '<p><img alt="spion"></p>'),
        ("<script>alert(1)</script>Hallo", "<p>Hallo</p>"),
        ("<p style='x' onclick='y' class='z'>Hallo</p>", "<p>Hallo</p>"),
        ("<iframe src='https://boos.nl'></iframe>", ""),
        ("een\ntwee", "<p>een<br>\ntwee</p>"),
    ],
)
def test_html(text: str, html: str) -> None:
    """Headings start at h2; scripts, styles, handlers and strange links are gone."""
    assert markup.html(text) == html


@given(st.text(st.sampled_from("<>a =\"'/:;#[]()!scriptonjavhref\n*"), max_size=120))
def test_nothing_dangerous_comes_out(text: str) -> None:
    """Whatever goes in, no script, handler, style or foreign scheme comes out."""
    for tag in re.findall(r"<[^>]*>", markup.html(text)):
        assert not re.match(r"</?(script|style|iframe|h1)\b", tag)
        assert not re.search(r"\s(on\w+|style|class|id)=", tag)
        assert not re.search(r"(href|src)=\"\s*(javascript|data|vbscript):", tag, re.IGNORECASE)


@pytest.mark.parametrize("mark", ["[", "<a ", "\n# a", "\n---\n"])
def test_markup_that_goes_on_for_ever_is_words(mark: str) -> None:
    """More marks than a person would write make plain paragraphs, in which nothing is a tag."""
    made = markup.html(f"eerst\n\n{mark * 600}")
    assert made.startswith("<p>eerst</p>\n<p>")
    assert set(re.findall(r"<(/?\w+)", made)) == {"p", "/p"}
