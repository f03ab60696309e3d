"""Comments as a reader meets them, with a stand-in for the comment server's script."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, Route, expect

from macros.site import Site
from macros.trust.policy import at, headers_at, page_policy
from tests.accessibility import serious
from tests.warta.conftest import SERVER
from tests.warta.test_comments import ARTICLE, page

STAND_IN = """
const own = document.querySelector("script[data-isso]");
document.querySelector("#isso-thread").innerHTML = `<h4 class="isso-thread-heading">Satu komentar</h4>
<div class="isso-postbox"><textarea class="isso-textarea"></textarea><div class="isso-auth-section">
<p class="isso-input-wrapper"><label for="n">Nama (opsional)</label><input id="n" type="text" name="author"></p>
<p class="isso-input-wrapper"><label for="e">Email (opsional)</label><input id="e" type="email" name="email"></p>
<p class="isso-input-wrapper"><label for="w">Situs web</label><input id="w" type="text" name="website"></p>
<p class="isso-post-action"><input type="submit" value="Kirim"></p></div></div>
<output>${own.dataset.isso} ${own.getAttribute("data-isso-vote")} ${own.getAttribute("data-isso-avatar")}</output>`;
"""
"""Does what Isso's script does to the page: a thread with a form."""


def opened(browser: Browser, server: str, site: Site, **options: object) -> tuple[Page, list[str]]:
    """The article with comments switched on, in the frame of the built site, and what it asks of other servers."""
    html, head = page(site, ARTICLE)
    visitor = browser.new_context(**options).new_page()  # type: ignore[arg-type]
    foreign: list[str] = []

    def serve(route: Route) -> None:
        text = route.fetch().text()
        start, end = text.index('<div class="warta warta-halaman-artikel"'), text.index("</article>")
        text = text.replace(page_policy(at(ARTICLE)), page_policy(at(ARTICLE, site.features)))
        body = (text[:start] + html + text[end:]).replace("</head>", f"{head}</head>")
        headers = {**headers_at(ARTICLE, site.features), "Content-Type": "text/html"}
        route.fulfill(body=body, headers=headers)

    visitor.route(f"{server}{ARTICLE}", serve)
    visitor.on("request", lambda request: None if request.url.startswith(server) else foreign.append(request.url))
    visitor.goto(f"{server}{ARTICLE}")
    return visitor, foreign


def test_comments_are_fetched_when_they_are_asked_for(browser: Browser, server: str, with_comments: Site) -> None:
    """No request before; then the form without fields for e-mail and website, on a phone, readable in the dark, too."""
    phone = {"viewport": {"width": 360, "height": 740}, "color_scheme": "dark"}
    visitor, foreign = opened(browser, server, with_comments, **phone)
    visitor.route(f"{SERVER}/**", lambda route: route.fulfill(body=STAND_IN, content_type="text/javascript"))
    visitor.wait_for_load_state("networkidle")
    assert foreign == []
    visitor.get_by_role("button", name="Tampilkan komentar").click()
    expect(visitor.get_by_role("textbox", name="Komentar Anda")).to_be_visible()
    expect(visitor.get_by_label("Nama (opsional)")).to_be_visible()
    expect(visitor.get_by_label("Email (opsional)")).to_be_hidden()
    expect(visitor.get_by_label("Situs web")).to_be_hidden()
    expect(visitor.get_by_role("button", name="Tampilkan komentar")).to_be_hidden()
    assert visitor.locator("#isso-thread output").inner_text() == f"{SERVER}/ false false"
    assert foreign == [f"{SERVER}/js/embed.min.js"]
    assert visitor.evaluate("document.documentElement.scrollWidth") <= 360
    assert serious(visitor) == []
    visitor.context.close()


def test_a_server_that_is_down_is_told(browser: Browser, server: str, with_comments: Site) -> None:
    """With another way to respond; the button can be tried again."""
    visitor, _ = opened(browser, server, with_comments)
    visitor.route(f"{SERVER}/**", lambda route: route.abort())
    visitor.get_by_role("button", name="Tampilkan komentar").click()
    expect(visitor.get_by_text("Komentar tidak dapat diambil.")).to_be_visible()
    expect(visitor.get_by_role("button", name="Tampilkan komentar")).to_be_enabled()
    visitor.context.close()


def test_without_javascript(browser: Browser, server: str, with_comments: Site) -> None:
    """A sentence and a link in place of the button."""
    visitor, foreign = opened(browser, server, with_comments, java_script_enabled=False)
    expect(visitor.get_by_text("Komentar memerlukan JavaScript.")).to_be_visible()
    expect(visitor.get_by_role("button", name="Tampilkan komentar")).to_be_hidden()
    assert foreign == []
    visitor.context.close()
