/* Whether everyone can use the report: axe, narrow pages, keys, no motion. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { bilingual, open, several, single, violations, work } from "./browser.mjs";

for (const language of ["de", "en"]) {
    for (const colorScheme of ["light", "dark"]) {
        for (const [name, make] of [["one article", single], ["several articles", several],
            ["with its source", bilingual]]) {
            test(`axe finds nothing: ${name}, ${language}, ${colorScheme}`, async () => {
                const page = await open(make(language), { colorScheme });
                await page.locator("details").first().evaluate((details) => { details.open = true; });
                assert.deepEqual(await violations(page), []);
                await page.context().close();
            });
        }
    }
}

test("axe finds nothing in the dialogs, nor on a narrow page", async () => {
    const page = await open(single("de"), { viewport: { width: 320, height: 640 } });
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press("?");
    assert.deepEqual(await violations(page, "#help"), []);
    await page.keyboard.press("Escape");
    await page.keyboard.press("j");
    await page.keyboard.press("d");
    assert.deepEqual(await violations(page, "#dismiss"), []);
    await page.context().close();
});

test("axe finds nothing where issues are accepted and dismissed", async () => {
    for (const colorScheme of ["light", "dark"]) {
        const page = await open(single("en"), { colorScheme });
        await page.keyboard.press("j");
        await page.keyboard.press("a");
        await page.keyboard.press("j");
        await page.keyboard.press("d");
        await page.keyboard.press("Enter");
        assert.equal(await page.locator(".note[data-state=dismissed]").count(), 1);
        assert.deepEqual(await violations(page), []);
        await page.context().close();
    }
});

for (const width of [320, 800, 1400]) {
    test(`at ${width} pixels nothing sticks out`, async () => {
        for (const [name, address] of [["single", single("de")], ["several", several("de")]]) {
            for (const colorScheme of ["light", "dark"]) {
                const page = await open(address, { viewport: { width, height: 900 }, colorScheme });
                assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= width);
                await page.screenshot({ path: join(work, `${name}-${width}-${colorScheme}.png`), fullPage: true });
                await page.context().close();
            }
        }
    });
}

/* Zoom of 200 % on a window of 1280 is a page of 640. */
test("at 200 % zoom nothing sticks out, and the tools scroll away", async () => {
    const page = await open(single("en"), { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 640);
    assert.equal(await page.locator("#tools").evaluate((tools) => getComputedStyle(tools).position), "static");
    await page.context().close();
});

test("every button and field is at least 24 pixels high and wide", async () => {
    const page = await open(single("de"), { viewport: { width: 320, height: 640 } });
    const small = await page.locator("button:visible, select:visible, #tools label:visible, input[type=search]:visible")
        .evaluateAll((targets) => targets.filter((target) => {
            const { width, height } = target.getBoundingClientRect();
            return width < 24 || height < 24;
        }).map((target) => target.outerHTML));
    assert.deepEqual(small, []);
    await page.context().close();
});

test("a note follows its paragraph, for who hears the page", async () => {
    const page = await open(single("de"));
    const misplaced = await page.locator(".note").evaluateAll((notes) => notes.filter((note) =>
        !note.closest(".row").firstElementChild.contains(document.getElementById(note.id.replace("n", "m")))).length);
    assert.equal(misplaced, 0);
    await page.context().close();
});

test("what has the focus is outlined", async () => {
    const page = await open(single("de"));
    for (let i = 0; i < 12; i++) {
        await page.keyboard.press("Tab");
        const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
        assert.notEqual(outline, "none");
    }
    await page.context().close();
});

test("motion is left out where it is not wanted", async () => {
    const page = await open(single("de"), { reducedMotion: "reduce" });
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior), "auto");
    await page.context().close();
});
