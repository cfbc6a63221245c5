/* What an editor does with the report: steps, filters, decisions. */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { articles, open, report, run, settled, single, work } from "./browser.mjs";

const focused = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.tagName);

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
    for (const box of await page.locator("#tools [name=severity]:not([value=major])").all()) {
        await box.uncheck();
    }
    assert.equal(await page.locator(".note:visible").count(), major);
    assert.equal(await page.locator("#tools output").textContent(), `${major} von ${all}`);
    assert.equal(await page.locator(".number.minor[id]:visible").count(), 0);
    const categories = await page.locator(".note.major").evaluateAll((notes) => notes.map((note) => note.dataset.category));
    const [category] = categories;
    const wanted = categories.filter((other) => other === category).length;
    await page.locator("#tools [name=category]").selectOption(category);
    assert.ok(wanted < major, "the sample has major issues of several categories");
    assert.equal(await page.locator(".note:visible").count(), wanted);
    await page.locator("body").press("j");
    assert.equal(await page.evaluate(() => document.getElementById(document.activeElement.dataset.note).dataset.category),
        category);
    await page.context().close();
});

const finance = () => report("finance", "en", `${articles}/finance.txt`);
const shown = (page) => page.locator(".note:visible").count();

test("check, confidence, state and words filter too", async () => {
    const page = await open(finance());
    const count = (test) => page.locator(".note").evaluateAll((notes, body) =>
        notes.filter((note) => new Function("note", `return ${body}`)(note)).length, test);
    await page.locator("[name=check]").selectOption("idiom");
    assert.equal(await shown(page), await count("note.dataset.check === 'idiom'"));
    await page.locator("[name=check]").selectOption("");
    await page.locator("[name=confidence]").selectOption("0.95");
    assert.equal(await shown(page), await count("Number(note.dataset.confidence) >= 0.95"));
    await page.locator("[name=confidence]").selectOption("");
    await page.keyboard.press("Escape");
    await page.locator("body").press("/");
    await page.keyboard.type("kugel");
    const found = await shown(page);
    assert.ok(found > 0 && found < await page.locator(".note").count());
    await page.keyboard.type(" gibtesnicht");
    assert.equal(await shown(page), 0);
    assert.match(await page.locator("#tools output").textContent(), /No issue fits/);
    await page.context().close();
});

test("a suggestion is accepted into the text, and taken back", async () => {
    const page = await open(single("de"));
    const before = await page.locator("article").innerText();
    await page.keyboard.press("j");
    await page.keyboard.press("a");
    assert.equal(await page.locator(".put").innerText(), "Llama-Modell");
    assert.equal(await page.locator("#n1-1").getAttribute("data-state"), "accepted");
    assert.match(await page.locator("#tools output").textContent(), /1 angenommen/);
    await page.locator("[name=state]").selectOption("open");
    assert.ok(await page.locator("#n1-1").isHidden());
    await page.locator("[name=state]").selectOption("");
    await page.locator("#n1-1 [data-action=undo]").click();
    assert.equal(await page.locator("article").innerText(), before);
    await page.context().close();
});

test("of several suggestions each can be taken, by pointer and by key", async () => {
    const page = await open(single("de"));
    const note = page.locator(".note:has(.correction ins + small)").first();
    await note.scrollIntoViewIfNeeded();
    await note.locator("[data-choice='1']").click();
    assert.equal(await page.locator(".put").innerText(), await note.locator("ins").nth(1).innerText());
    await note.locator("[data-choice='0']").focus();
    await page.keyboard.press("Enter");
    assert.equal(await page.locator(".put").innerText(), await note.locator("ins").first().innerText());
    assert.equal(await note.locator("[data-choice='0']").getAttribute("aria-pressed"), "true");
    await page.context().close();
});

async function saved(page, button) {
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator(button).click()]);
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

test("the corrected text is the article with what was accepted, and nothing else", async () => {
    const page = await open(single("de"));
    const article = readFileSync(`${articles}/technology.txt`, "utf8").trim().split(/\n+/).join("\n\n") + "\n";
    assert.equal((await saved(page, "[data-action=download]")).text, article);
    await page.keyboard.press("j");
    await page.keyboard.press("a");
    const { name, text } = await saved(page, "[data-action=download]");
    assert.equal(name, "technology.berichtigt.txt");
    assert.equal(text, article.replace("Lama-Modell", "Llama-Modell"));
    await page.context().close();
});

test("accepting what is shown leaves nothing open that has a suggestion, and the text reads on", async () => {
    const page = await open(finance());
    await page.locator("[data-action=accept-shown]").click();
    const open_ = await page.locator(".note[data-state=open]").count() + await page.locator(".note:not([data-state])").count();
    assert.equal(open_, await page.locator(".note:not(:has(.correction :is(ins, i)))").count());
    const { text } = await saved(page, "[data-action=download]");
    assert.ok(!/ {2}|\n{3}| [.,]/.test(text), "deleted words leave no gap");
    await page.context().close();
});

test("the corrected sentence is copied", async () => {
    const page = await open(single("de"), { permissions: ["clipboard-read", "clipboard-write"] });
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("c");
    assert.match(await page.locator("#tools output").textContent(), /Satz kopiert/);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /^Der Internetkonzern Meta .* Sprachmodells Llama vorgestellt\.$/);
    await page.context().close();
});

test("an issue is dismissed with a reason, and the next run knows it", async () => {
    const page = await open(single("de"));
    await page.keyboard.press("j");
    await page.keyboard.press("d");
    await page.locator("#dismiss label", { hasText: "Zitat oder Name" }).click();
    await page.locator("#dismiss [name=words]").fill("so heißt das <Modell>");
    await page.keyboard.press("Enter");
    assert.equal(await page.locator("#n1-1").getAttribute("data-state"), "dismissed");
    assert.equal(await page.locator("#n1-1 .reason").innerText(), "Zitat oder Name: so heißt das <Modell>");
    const { name, text } = await saved(page, "[data-action=export]");
    assert.equal(name, "rotstift-baseline.json");
    assert.deepEqual(JSON.parse(text).findings.map(({ file, rule, text: marked, reason }) => [file, rule, marked, reason]),
        [[`${articles}/technology.txt`, "name/llama", "Lama-Modell", "Zitat oder Name: so heißt das <Modell>"]]);
    await page.context().close();

    const baseline = `${work}/decisions.json`;
    writeFileSync(baseline, text);
    const path = `${work}/known.html`;
    run("--language", "de", "--baseline", baseline, "-o", path, `${articles}/technology.txt`);
    const next = await open(pathToFileURL(path).href);
    assert.equal(await next.locator("#n1-1").getAttribute("data-state"), "known");
    assert.ok(await next.locator("#n1-1").isHidden());
    await next.locator("[name=state]").selectOption("");
    assert.match(await next.locator("#n1-1 .known-by").innerText(), /bekannt: .*so heißt das <Modell>/);
    assert.equal(JSON.parse((await saved(next, "[data-action=export]")).text).findings.length, 1);
    await next.context().close();
});

test("decisions are there again when the page is opened again", async () => {
    const page = await open(single("de"));
    await page.keyboard.press("j");
    await page.keyboard.press("a");
    await page.reload();
    await settled(page);
    assert.equal(await page.locator(".put").innerText(), "Llama-Modell");
    await page.context().close();
});

test("a link leads to its issue, by number and by fingerprint, also one that is filtered out", async () => {
    const address = finance();
    const page = await open(`${address}#n1-3`);
    assert.ok(await page.locator("#n1-3").evaluate((note) => note.classList.contains("near")));
    const fingerprint = await page.locator("#n1-5").getAttribute("data-fingerprint");
    for (const box of await page.locator("[name=severity]").all()) {
        await box.uncheck();
    }
    assert.equal(await shown(page), 0);
    await page.evaluate((name) => { location.hash = name; }, fingerprint);
    await page.waitForFunction(() => document.activeElement.id === "m1-5");
    assert.ok(await page.locator("#n1-5").isVisible());
    await page.context().close();
});

test("places are found again behind emoji and characters that no one sees", async () => {
    const file = `${work}/zeichen.txt`;
    const text = "👩‍💻 und 🇩🇪: Der Rat\u200b sah \u202eviel\u202c, und dann kam der Bürgermeister in in die Stadt.\n";
    writeFileSync(file, text);
    const page = await open(report("zeichen", "de", file));
    const note = page.locator(".note[data-check=repetition]");
    await note.locator(".correction ins").click();
    assert.equal((await saved(page, "[data-action=download]")).text, text.replace("in in", "in"));
    await page.context().close();
});

test("in 2,000 issues accepting all of them is a matter of a moment", async (t) => {
    const file = `${work}/viele.txt`;
    const sentence = "Am Morgen kam der Bürgermeister in in die Stadt. ";
    writeFileSync(file, Array.from({ length: 500 }, () => sentence.repeat(4).trim()).join("\n\n") + "\n");
    const page = await open(report("viele", "de", file));
    const start = Date.now();
    await page.locator("[data-action=accept-shown]").click();
    await settled(page);
    t.diagnostic(`measured: ${await page.locator(".put").count()} suggestions accepted in ${Date.now() - start} ms`);
    assert.ok(await page.locator(".put").count() >= 2_000);
    const { text } = await saved(page, "[data-action=download]");
    assert.ok(!text.includes("in in"));
    await page.context().close();
});
