/* What a reader does with the report, in a real browser. run.sh calls it with ROTSTIFT and WORK set. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

const work = resolve(process.env.WORK);
const rotstift = resolve(process.env.ROTSTIFT);
const require = createRequire(join(work, "package.json"));
const { chromium } = require("playwright-core");
const axe = require("axe-core");

const articles = "tests/articles";
const hostile = "tests/browser/hostile.txt";
let browser;

/* Writes a report into build/browser and gives its address. */
function report(name, language, ...files) {
    const path = join(work, `${name}.${language}.html`);
    const run = spawnSync(rotstift, ["--language", language, "-o", path, ...files], { encoding: "utf8" });
    assert.ok(run.status === 0 || run.status === 1, run.stderr);
    return pathToFileURL(path).href;
}

const single = (language) => report("single", language, `${articles}/technology.txt`);
const several = (language) => report("several", language,
    `${articles}/finance.txt`, `${articles}/sport.txt`, `${articles}/technology.txt`, hostile);

async function open(address, options = {}) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    page.complaints = [];
    page.on("console", (message) => page.complaints.push(message.text()));
    page.on("pageerror", (error) => page.complaints.push(error.message));
    page.on("request", (request) => {
        if (!/^(file|data):/.test(request.url()) || request.url().startsWith("file:") && request.url() !== address) {
            page.complaints.push(`request for ${request.url()}`);
        }
    });
    await page.goto(address);
    if (options.javaScriptEnabled !== false) {
        await settled(page);
    }
    return page;
}

/* Notes move when the page has been laid out: two frames later they stand. */
function settled(page) {
    return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

const focused = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.tagName);

before(async () => {
    browser = await chromium.launch({
        executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
        args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    });
});

after(() => browser?.close());

for (const language of ["de", "en"]) {
    for (const colorScheme of ["light", "dark"]) {
        for (const [name, make] of [["one article", single], ["several articles", several]]) {
            test(`axe finds nothing: ${name}, ${language}, ${colorScheme}`, async () => {
                const page = await open(make(language), { colorScheme });
                await page.locator("details").first().evaluate((details) => { details.open = true; });
                await page.evaluate(axe.source);
                const { violations } = await page.evaluate(() => axe.run());
                assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes[0].html}`), []);
                await page.context().close();
            });
        }
    }
}

test("axe finds nothing in the help, nor on a narrow page", async () => {
    const page = await open(single("de"), { viewport: { width: 320, height: 640 } });
    await page.evaluate(axe.source);
    assert.deepEqual((await page.evaluate(() => axe.run())).violations, []);
    await page.keyboard.press("?");
    assert.deepEqual((await page.evaluate(() => axe.run("#help"))).violations, []);
    await page.context().close();
});

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

test("j and k, n and p step from issue to issue", async () => {
    const page = await open(single("de"));
    for (const [key, id] of [["j", "m1-1"], ["n", "m1-2"], ["p", "m1-1"], ["k", "m1-1"]]) {
        await page.keyboard.press(key);
        assert.equal(await focused(page), id);
    }
    assert.ok(await page.locator("#n1-1").evaluate((note) => note.classList.contains("near")));
    await page.context().close();
});

test("f leads to the filter, ? opens the help, Escape closes it", async () => {
    const page = await open(single("en"));
    await page.keyboard.press("f");
    assert.equal(await focused(page), "INPUT");
    await page.keyboard.press("?");
    assert.ok(await page.locator("#help").isVisible());
    await page.keyboard.press("Escape");
    assert.ok(await page.locator("#help").isHidden());
    await page.context().close();
});

test("shortcuts can be switched off", async () => {
    const page = await open(single("de"));
    await page.keyboard.press("?");
    await page.locator("#keys-on").uncheck();
    await page.locator("#help button").click();
    await page.locator("body").press("j");
    assert.notEqual(await focused(page), "m1-1");
    await page.context().close();
});

test("the filter hides notes and their marks, and steps leave them out", async () => {
    const page = await open(report("finance", "de", `${articles}/finance.txt`));
    const all = await page.locator(".note").count();
    const major = await page.locator(".note.major").count();
    for (const box of await page.locator("#tools input:not([value=major])").all()) {
        await box.uncheck();
    }
    assert.equal(await page.locator(".note:visible").count(), major);
    assert.equal(await page.locator("#tools output").textContent(), `${major} von ${all}`);
    assert.equal(await page.locator(".number.minor[id]:visible").count(), 0);
    const categories = await page.locator(".note.major").evaluateAll((notes) => notes.map((note) => note.dataset.category));
    const [category] = categories;
    const wanted = categories.filter((other) => other === category).length;
    await page.locator("#tools select").selectOption(category);
    assert.ok(wanted < major, "the sample has major issues of several categories");
    assert.equal(await page.locator(".note:visible").count(), wanted);
    await page.locator("body").press("j");
    assert.equal(await page.evaluate(() => document.getElementById(document.activeElement.dataset.note).dataset.category),
        category);
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

for (const width of [320, 768, 1280]) {
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

test("motion is left out where it is not wanted", async () => {
    const page = await open(single("de"), { reducedMotion: "reduce" });
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior), "auto");
    await page.context().close();
});

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

test("a report of a clean article is small", () => {
    const clean = join(work, "clean.txt");
    writeFileSync(clean, "Der Rat tagt heute\n\nDer Rat der Stadt hat am Montag getagt.\n");
    report("clean", "de", clean);
    assert.ok(statSync(join(work, "clean.de.html")).size < 60_000);
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
