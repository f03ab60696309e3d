// Measures pages with Lighthouse as it comes: its mobile profile with simulated throttling, one browser for all.
// Usage: CHROME_PATH=... node ukur.mjs < pages.json > results.jsonl
// pages.json: [{"alamat": URL, "tanpa": [audits left out]}, ...]; a line of JSON for each, in their order.
import { readFileSync } from "node:fs";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const root = process.getuid?.() === 0; // Chromium's sandbox does not run as root

const chrome = await launch({ chromeFlags: ["--headless=new", ...(root ? ["--no-sandbox"] : [])] });
try {
  for (const { alamat, tanpa } of JSON.parse(readFileSync(0, "utf8"))) {
    console.error(`  ${alamat}`);
    const settings = { port: chrome.port, onlyCategories: CATEGORIES, skipAudits: tanpa, ignoreStatusCode: true };
    const { lhr } = await lighthouse(alamat, { ...settings, logLevel: "silent" });
    console.log(JSON.stringify(result(lhr)));
  }
} finally {
  await chrome.kill();
}

function result(lhr) {
  const requests = lhr.audits["network-requests"]?.details?.items ?? [];
  return {
    galat: lhr.runtimeError?.message ?? null,
    nilai: Object.fromEntries(CATEGORIES.map((name) => [name, lhr.categories[name].score])),
    lcp: lhr.audits["largest-contentful-paint"].numericValue,
    cls: lhr.audits["cumulative-layout-shift"].numericValue,
    permintaan: requests.map(({ url, transferSize, mimeType }) => ({ url, bita: transferSize, jenis: mimeType })),
    gagal: [
      ...CATEGORIES.slice(1).flatMap((name) => failed(lhr, lhr.categories[name])),
      ...requests.slice(1).filter(({ statusCode }) => statusCode >= 400).map(({ url }) => `tidak ada: ${url}`),
    ],
  };
}

// What keeps a category below its best, with the first places that it names.
function failed(lhr, category) {
  return category.auditRefs
    .map(({ id, weight }) => ({ weight, audit: lhr.audits[id] }))
    .filter(({ weight, audit }) => weight > 0 && audit?.score !== null && audit?.score < 1)
    .map(({ audit }) => `${audit.id}: ${places(audit).join(" | ") || audit.title}`);
}

function places(audit) {
  const items = audit.details?.items ?? [];
  return items.slice(0, 3).map((item) => item.node?.snippet ?? item.url ?? item.description ?? JSON.stringify(item));
}
