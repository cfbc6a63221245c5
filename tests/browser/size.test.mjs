/* How large the report is, and how fast it opens. */
import assert from "node:assert/strict";
import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { open, report, work } from "./browser.mjs";

test("a report of a clean article is small", () => {
    const clean = join(work, "clean.txt");
    writeFileSync(clean, "Der Rat tagt heute\n\nDer Rat der Stadt hat am Montag getagt.\n");
    report("clean", "de", clean);
    assert.ok(statSync(join(work, "clean.de.html")).size < 100_000);
});

test("an article of 20,000 words with 2,000 issues opens", async (t) => {
    const sentence = "Am Morgen kam der Bürgermeister in in die Stadt.";
    const paragraph = Array.from({ length: 7 }, () => sentence).join(" ");
    const long = join(work, "long.txt");
    writeFileSync(long, Array.from({ length: 320 }, () => paragraph).join("\n\n"));
    const page = await open(report("long", "de", long));
    const shown = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0].startTime);
    const loaded = await page.evaluate(() => performance.getEntriesByType("navigation")[0].loadEventEnd);
    assert.ok(await page.locator(".note").count() >= 2_000);
    t.diagnostic(`measured: ${await page.locator(".note").count()} issues, text shown after ${Math.round(shown)} ms, ` +
        `page complete after ${Math.round(loaded)} ms`);
    assert.ok(shown < 5_000);
    await page.context().close();
});
