"""The way to a page, as people and search engines read it."""

from __future__ import annotations

from posixpath import normpath

from lxml.html import HtmlElement, document_fromstring

from macros.site import Site


def ways(html: str) -> list[HtmlElement]:
    """The breadcrumbs on a page."""
    return list(document_fromstring(html).find_class("remah")) if 'class="remah"' in html else []


def test_search_engines_read_every_way_to_a_page(site: Site) -> None:
    """schema.org's BreadcrumbList: each step has its place, its name, and a page that there is."""
    found = 0
    for page in site.pages.values():
        for way in ways(page.html):
            found += 1
            assert way.get("itemtype") == "https://schema.org/BreadcrumbList", page.alamat
            steps = way.xpath(".//*[@itemprop='itemListElement']")
            for number, step in enumerate(steps, 1):
                assert step.xpath(".//*[@itemprop='position']/@content") == [str(number)]
                assert step.xpath("string(.//*[@itemprop='name'])") == step.text_content() != ""
                if number == len(steps) and not step.xpath(".//a"):
                    continue  # the last step may be a name only
                (link,) = step.xpath(".//a[@itemprop='item']")
                target = normpath(f"/{page.alamat}{link.get('href').partition('#')[0]}").strip("/")
                assert (f"{target}/" if target else "") in site.addresses, (page.alamat, link.get("href"))
    assert found > 200


def test_a_page_has_one_way_at_most(site: Site) -> None:
    """And it stands above the heading."""
    for page in site.pages.values():
        html = page.html
        assert len(ways(html)) <= 1, page.alamat
        if 'class="remah"' in html:
            assert html.index('class="remah"') < html.index("<h1"), page.alamat
