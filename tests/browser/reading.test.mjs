/* The report as a reader sees it: whole without scripts, inert whatever the article holds, notes beside their lines. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { bilingual, hostile, open, report, several, single } from "./browser.mjs";

test("a hostile article comes out inert, and nothing is loaded", async () => {
    const page = await open(report("hostile", "de", hostile));
    assert.deepEqual(page.complaints, []);
    assert.match(await page.title(), /^Korrekturbericht/);
    assert.equal(await page.locator("script").count(), 1);
    assert.equal(await page.locator("img, article b, article script, article style").count(), await page.locator(".kind b").count());
    const text = await page.locator("article").innerText();
    assert.ok(!/[\u200b\u202a-\u202e\u2066-\u2069]/.test(text));
    assert.match(text, /RLO/);
    assert.match(text, /👩‍💻/);
    await page.context().close();
});

test("the policy forbids scripts and styles that are not the report's own", async () => {
    const page = await open(single("de"));
    const added = await page.evaluate(() => {
        const script = document.createElement("script");
        script.textContent = "document.title = 'taken'";
        document.body.append(script);
        return document.title;
    });
    assert.notEqual(added, "taken");
    assert.match(page.complaints.join(), /Content Security Policy/);
    await page.context().close();
});

test("without scripts the report is whole and its links lead both ways", async () => {
    const address = single("de");
    const page = await open(address, { javaScriptEnabled: false });
    const notes = await page.locator(".note").count();
    assert.ok(notes > 0);
    assert.equal(await page.locator(".note:visible").count(), notes);
    assert.ok(await page.locator("#tools").isHidden());
    await page.locator("#m1-1").click();
    assert.equal(page.url(), `${address}#n1-1`);
    await page.locator("#n1-1 a").click();
    assert.equal(page.url(), `${address}#m1-1`);
    await page.context().close();
});

test("each mark is described by its note, each number leads to it", async () => {
    const page = await open(several("de"));
    const broken = await page.evaluate(() => Array.from(document.querySelectorAll("article [data-note]"))
        .filter((mark) => {
            const note = document.getElementById(mark.dataset.note);
            const described = mark.getAttribute("aria-describedby");
            return !note || (described && !note.contains(document.getElementById(described))) ||
                (mark.matches("a") && mark.getAttribute("href") !== `#${note.id}`);
        }).length);
    assert.equal(broken, 0);
    await page.context().close();
});

test("a mark under the pointer shows its note", async () => {
    const page = await open(single("de"));
    await page.locator("mark[data-note='n1-1']").first().hover();
    assert.ok(await page.locator("#n1-1").evaluate((note) => note.classList.contains("near")));
    await page.mouse.move(2, 2);
    assert.ok(!await page.locator("#n1-1").evaluate((note) => note.classList.contains("near")));
    await page.context().close();
});

test("on a wide page notes stand beside the text, none over another", async () => {
    const page = await open(report("hostile", "de", hostile));
    const boxes = await page.locator(".note").evaluateAll((notes) => notes.map((note) => {
        const { top, bottom, left } = note.getBoundingClientRect();
        return { top, bottom, left };
    }));
    const textRight = await page.locator(".row > :first-child").first().evaluate((p) => p.getBoundingClientRect().right);
    boxes.forEach((box, i) => {
        assert.ok(box.left >= textRight);
        assert.ok(i === 0 || box.top >= boxes[i - 1].bottom);
    });
    await page.context().close();
});

test("in the dark the paper is dark and the pencil bright", async () => {
    const page = await open(single("de"), { colorScheme: "dark" });
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(24, 23, 21)");
    assert.match(await page.locator("mark.major").first().evaluate((mark) => getComputedStyle(mark).backgroundImage),
        /ff7d6e/);
    await page.context().close();
});

test("the languages of interface, article and source are told apart", async () => {
    const page = await open(single("en"));
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
    assert.equal(await page.locator("article").getAttribute("lang"), "de");
    assert.equal(await page.locator(".notes").first().getAttribute("lang"), "en");
    assert.equal(await page.locator(".english q").first().getAttribute("lang"), "en");
    assert.equal(await page.locator(".correction ins").first().getAttribute("lang"), "de");
    await page.context().close();
});

test("the source stands beside the text, and sentence and source show together", async () => {
    const page = await open(bilingual("de"), { viewport: { width: 1400, height: 900 } });
    const [source, text] = await Promise.all([".source", "> p"].map((selector) =>
        page.locator(`.pair:has(> p) ${selector}`).first().evaluate((element) => element.getBoundingClientRect().toJSON())));
    assert.ok(source.right <= text.left && Math.abs(source.top - text.top) < 24);
    assert.equal(await page.locator(".source").first().getAttribute("lang"), "en");
    const sentence = page.locator("article .pair > p .s[data-pair]").nth(1);
    const pair = await sentence.getAttribute("data-pair");
    await sentence.hover();
    assert.deepEqual(await page.locator(".s.linked").evaluateAll((all) => all.map((one) => one.dataset.pair)), [pair, pair]);
    await page.mouse.move(2, 2);
    assert.equal(await page.locator(".s.linked").count(), 0);
    await page.locator(".number[id]").first().focus();
    assert.equal(await page.locator(".source .linked").count(), 1);
    await page.context().close();
});

test("on a narrow page the source follows its paragraph, and the note comes after both", async () => {
    const page = await open(bilingual("de"), { viewport: { width: 320, height: 900 } });
    const tops = await page.locator(".row").first().evaluate((row) =>
        ["[data-segment]", ".source", ".note"].map((selector) => row.querySelector(selector).getBoundingClientRect().top));
    assert.deepEqual(tops, [...tops].sort((one, other) => one - other));
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 320);
    await page.context().close();
});
