/* The report on paper. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { open, single, work } from "./browser.mjs";

test("on paper, too, notes stand beside the text, uncut", async () => {
    const page = await open(single("de"), { viewport: { width: 690, height: 1000 } });
    const pdf = await page.pdf({ path: join(work, "single.pdf"), preferCSSPageSize: true });
    assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
    assert.match(pdf.toString("latin1"), /\/MediaBox \[0 0 59[45][.0-9]* 84[12]/);
    await page.emulateMedia({ media: "print" });
    const [note, paragraph] = await Promise.all([".note", ".row > :first-child"].map((selector) =>
        page.locator(selector).first().evaluate((element) => ({
            left: element.getBoundingClientRect().left,
            right: element.getBoundingClientRect().right,
            breaks: getComputedStyle(element).breakInside,
        }))));
    assert.ok(note.left >= paragraph.right);
    assert.equal(note.breaks, "avoid");
    assert.ok(await page.locator("#tools").isHidden());
    await page.context().close();
});
