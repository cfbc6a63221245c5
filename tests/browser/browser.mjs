/* Reports in a real browser, for the tests beside. run.sh calls them with ROTSTIFT and WORK set. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { after, before } from "node:test";
import { pathToFileURL } from "node:url";

export const work = resolve(process.env.WORK);
const rotstift = resolve(process.env.ROTSTIFT);
const require = createRequire(join(work, "package.json"));
const { chromium } = require("playwright-core");
export const axe = require("axe-core");

export const articles = "tests/articles";
export const hostile = "tests/browser/hostile.txt";
let browser;

/* Runs the program; its status must be 0 or 1. */
export function run(...args) {
    const { status, stderr, stdout } = spawnSync(rotstift, args, { encoding: "utf8" });
    assert.ok(status === 0 || status === 1, stderr);
    return stdout;
}

/* Writes a report into build/browser and gives its address. */
export function report(name, language, ...files) {
    const path = join(work, `${name}.${language}.html`);
    run("--language", language, "-o", path, ...files);
    return pathToFileURL(path).href;
}

export const single = (language) => report("single", language, `${articles}/technology.txt`);
export const several = (language) => report("several", language,
    `${articles}/finance.txt`, `${articles}/sport.txt`, `${articles}/technology.txt`, hostile);

/* An article beside its English. */
export const bilingual = (language) => report("bilingual", language, "--source", "tests/browser/council.en.txt",
    "tests/browser/council.de.txt");

/* Notes move when the page has been laid out: two frames later they stand. */
export function settled(page) {
    return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/* Smooth scrolling is off: a page that still scrolls between press and release of the mouse loses the click.
   page.complaints collects what the console says, errors, and every request that leaves the page's own folder. */
export async function open(address, options = {}) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce", ...options });
    const page = await context.newPage();
    const folder = address.replace(/[^/]*(#.*)?$/, "");
    page.complaints = [];
    page.on("console", (message) => page.complaints.push(message.text()));
    page.on("pageerror", (error) => page.complaints.push(error.message));
    page.on("request", (request) => {
        if (!/^(data|blob):/.test(request.url()) && !(request.isNavigationRequest() && request.url().startsWith(folder))) {
            page.complaints.push(`request for ${request.url()}`);
        }
    });
    await page.goto(address);
    if (options.javaScriptEnabled !== false) {
        await settled(page);
    }
    return page;
}

/* What axe has against a page, or a part of it. */
export async function violations(page, part) {
    await page.evaluate(axe.source);
    const found = await page.evaluate((selector) => selector ? axe.run(selector) : axe.run(), part);
    return found.violations.map((v) => `${v.id}: ${v.nodes[0].html}`);
}

before(async () => {
    browser = await chromium.launch({
        executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
        args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    });
});

after(() => browser?.close());
