/* The page that leads to many articles. */
import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { articles, hostile, open, run, settled, violations, work } from "./browser.mjs";

/* Two folders, as two systems fill them, and a history of two runs. */
function folder(language) {
    const inputs = join(work, "inputs");
    const place = join(work, `folder.${language}`);
    const history = join(work, `history.${language}.ndjson`);
    rmSync(inputs, { recursive: true, force: true });
    rmSync(history, { force: true });
    for (const [system, names] of [["nord", ["finance", "sport", "science"]], ["sued", ["technology", "local"]]]) {
        mkdirSync(join(inputs, system), { recursive: true });
        names.forEach((name) => cpSync(`${articles}/${name}.txt`, join(inputs, system, `${name}.txt`)));
    }
    cpSync(hostile, join(inputs, "sued", "<b>böse & \"so\".txt"));
    const files = ["nord/finance.txt", "nord/sport.txt", "nord/science.txt", "sued/technology.txt", "sued/local.txt",
        "sued/<b>böse & \"so\".txt"].map((name) => join(inputs, name));
    for (let i = 0; i < 2; i++) {
        run("report", "--language", language, "--history", history, "-o", place, ...files);
    }
    return pathToFileURL(join(place, "index.html")).href;
}

const rows = (page) => page.locator("#articles tbody tr");
const column = (page, number) => page.locator(`#articles tbody tr > :nth-child(${number})`).allInnerTexts();

for (const language of ["de", "en"]) {
    for (const colorScheme of ["light", "dark"]) {
        test(`axe finds nothing: index, ${language}, ${colorScheme}`, async () => {
            const page = await open(folder(language), { colorScheme });
            assert.deepEqual(await violations(page), []);
            assert.deepEqual(page.complaints, []);
            await page.context().close();
        });
    }
}

test("every article has its row and its page, and its page leads back", async () => {
    const page = await open(folder("de"));
    assert.equal(await rows(page).count(), 6);
    for (const link of await page.locator("#articles a").all()) {
        const href = await link.getAttribute("href");
        assert.match(href, /^articles\/[a-z0-9.-]+\.html$/);
        assert.ok(existsSync(join(work, "folder.de", href)));
    }
    await page.locator("#articles a").first().click();
    assert.match(page.url(), /articles\/.*\.html$/);
    assert.ok(await page.locator("article").isVisible());
    await page.locator(".back a").click();
    assert.match(page.url(), /index\.html$/);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
});

test("the table is sorted by any column, both ways, figures as figures", async () => {
    const page = await open(folder("de"));
    const figures = async () => (await column(page, 2)).map((text) => Number(text.replace("✗ ", "").replace(",", ".")));
    const ascending = (list) => list.every((value, i) => i === 0 || list[i - 1] <= value);
    assert.ok(ascending(await figures()), "the worst first");
    const heading = page.locator("#articles thead button", { hasText: "Wert" });
    await heading.click();
    assert.ok(ascending((await figures()).reverse()));
    assert.equal(await page.locator("#articles th[aria-sort]").getAttribute("aria-sort"), "descending");
    await page.locator("#articles thead button", { hasText: "Artikel" }).click();
    const names = await column(page, 1);
    assert.deepEqual(names, [...names].sort((one, other) => one.localeCompare(other, "de")));
    await page.context().close();
});

test("the table is searched, and filtered by verdict and origin", async () => {
    const page = await open(folder("en"));
    await page.locator("[name=verdict]").selectOption("passed");
    assert.ok((await column(page, 2)).every((score) => !score.startsWith("✗")));
    await page.locator("[name=verdict]").selectOption("");
    await page.locator("[name=group]").selectOption("nord");
    assert.equal(await rows(page).count(), 3);
    await page.locator("[name=search]").fill("raptors");
    assert.equal(await rows(page).count(), 1);
    await page.locator("[name=search]").fill("nothing like it");
    assert.match(await page.locator("#tools output").innerText(), /No article fits/);
    await page.context().close();
});

test("systems are compared, and runs", async () => {
    const page = await open(folder("en"));
    assert.deepEqual((await page.locator("#comparison tbody th").allInnerTexts()).sort(), ["nord", "sued"]);
    assert.ok(await page.locator("svg.trend").first().isVisible());
    assert.equal(readFileSync(join(work, "history.en.ndjson"), "utf8").trim().split("\n").length, 2);
    await page.context().close();
});

test("without scripts the index is whole", async () => {
    const page = await open(folder("de"), { javaScriptEnabled: false });
    assert.equal(await rows(page).count(), 6);
    assert.ok(await page.locator("#tools").isHidden());
    await page.context().close();
});

for (const width of [320, 800, 1400]) {
    test(`the index at ${width} pixels: nothing sticks out`, async () => {
        for (const colorScheme of ["light", "dark"]) {
            const page = await open(folder("de"), { viewport: { width, height: 900 }, colorScheme });
            assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= width);
            await page.screenshot({ path: join(work, `index-${width}-${colorScheme}.png`), fullPage: true });
            await page.context().close();
        }
    });
}

/* 10,000 rows, made by repeating those of a real index. */
test("an index of 10,000 articles stays usable", async (t) => {
    folder("de");
    const html = readFileSync(join(work, "folder.de", "index.html"), "utf8");
    const [, before, body, after] = /^(.*<tbody>\n)(<tr><th scope="row"><a.*?<\/tr>\n)(<\/tbody>\n<\/table><\/div>\n<\/section>\n<\/main>.*)$/s
        .exec(html);
    const some = body.split(/(?<=<\/tr>\n)/);
    const many = Array.from({ length: 10_000 }, (_, i) =>
        some[i % some.length].replace("</small>", ` ${i}</small>`)).join("");
    const split = many.indexOf("</tr>\n", many.length / 100) + 6;
    writeFileSync(join(work, "folder.de", "index-10000.html"),
        `${before}${many.slice(0, split)}</tbody>\n<tbody class="rest">\n${many.slice(split)}${after}`);
    const page = await open(pathToFileURL(join(work, "folder.de", "index-10000.html")).href);
    const shown = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0].startTime);
    const timed = async (deed) => {
        const start = Date.now();
        await deed();
        await settled(page);
        return Date.now() - start;
    };
    const sorted = await timed(() => page.locator("#articles thead button").nth(2).click());
    const searched = await timed(() => page.locator("[name=search]").fill("finance.txt 77"));
    t.diagnostic(`measured: 10,000 articles, shown after ${Math.round(shown)} ms, sorted in ${sorted} ms, ` +
        `searched in ${searched} ms`);
    assert.ok(await rows(page).count() > 0 && await rows(page).count() <= 100);
    await page.locator("[name=search]").fill("");
    await page.locator("[data-step='1']").click();
    assert.match(await page.locator("#tools output").innerText(), /^101–200 von 10\.000$/);
    await page.context().close();
});
