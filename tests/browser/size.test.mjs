/* How large the report is, and how fast it opens. */
import assert from "node:assert/strict";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { articles, open, report, work } from "./browser.mjs";

test("a report of a clean article is small", () => {
    const clean = join(work, "clean.txt");
    writeFileSync(clean, "Der Rat tagt heute\n\nDer Rat der Stadt hat am Montag getagt.\n");
    report("clean", "de", clean);
    assert.ok(statSync(join(work, "clean.de.html")).size < 100_000);
});

test("an article of 20,000 words with 2,000 issues opens", async (t) => {
    const paragraph = readFileSync(`${articles}/technology.txt`, "utf8").split("\n").filter((line) => line.length > 200)[0];
    const words = paragraph.split(" ");
    const marred = words.map((word, i) => i % 10 === 4 ? `${word} ${word}` : word).join(" ");
    const long = join(work, "long.txt");
    writeFileSync(long, Array.from({ length: Math.ceil(20_000 / words.length) }, () => marred).join("\n\n"));
    const page = await open(report("long", "de", long));
    const shown = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0].startTime);
    const loaded = await page.evaluate(() => performance.getEntriesByType("navigation")[0].loadEventEnd);
    t.diagnostic(`measured: ${await page.locator(".note").count()} issues, text shown after ${Math.round(shown)} ms, ` +
        `page complete after ${Math.round(loaded)} ms`);
    assert.ok(shown < 5_000);
    await page.context().close();
});
