/* The report on paper: A4, notes beside the text, none of them cut. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { articles, open, run, single, work } from "./browser.mjs";

test("on paper, too, notes stand beside the text", async () => {
    const page = await open(single("de"), { viewport: { width: 690, height: 1000 } });
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

const tool = (name, ...args) => {
    const { status, stdout, stderr } = spawnSync(name, args, { encoding: "utf8", maxBuffer: 1 << 26 });
    assert.equal(status, 0, stderr);
    return stdout;
};

/* The words of a PDF with their page and place. */
function wordsOf(pdf) {
    let page = 0;
    return tool("pdftotext", "-bbox", pdf, "-").split("\n").flatMap((line) => {
        page += line.includes("<page ") ? 1 : 0;
        const word = /<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*)<\/word>/.exec(line);
        return word ? [{ page, left: Number(word[1]), top: Number(word[2]), right: Number(word[3]),
            bottom: Number(word[4]), text: word[5] }] : [];
    });
}

test("the PDF is A4, has the pages it needs, and cuts no note", async () => {
    const pdf = join(work, "finance.pdf");
    run("report", "--pdf", "--language", "de", "-o", pdf, `${articles}/finance.txt`);
    const facts = tool("pdfinfo", pdf);
    assert.match(facts, /Page size: +59[45].* x 84[12].*A4/);
    const pages = Number(/Pages: +(\d+)/.exec(facts)[1]);
    assert.ok(pages >= 2 && pages <= 4, `${pages} pages`);
    assert.match(facts, /Tagged: +yes/);

    const words = wordsOf(pdf);
    assert.ok(words.every(({ left, top, right, bottom }) => left > 20 && right < 575 && top > 20 && bottom < 822));
    /* Each note ends with its rule: it stands in the note's column, right below the line with the severity. */
    const rules = spawnSync(process.env.ROTSTIFT, ["--format", "ndjson", `${articles}/finance.txt`], { encoding: "utf8" })
        .stdout.trim().split("\n").map((line) => JSON.parse(line).rule);
    const ends = words.filter(({ text, left }) => left > 330 && text.includes("/") && rules.some((rule) => rule.startsWith(text)));
    const kinds = words.filter(({ text, left }) => left > 330 && /^(schwer|leicht|kritisch)$/.test(text));
    assert.equal(ends.length, rules.length);
    ends.forEach((end) => assert.ok(
        kinds.some(({ page, top }) => page === end.page && end.top > top && end.top - top < 20), end.text));
});

test("a folder is printed page by page", () => {
    const place = join(work, "printed");
    rmSync(place, { recursive: true, force: true });
    run("report", "--pdf", "--language", "en", "-o", place, `${articles}/local.txt`, `${articles}/sport.txt`);
    for (const name of ["index", "articles/local", "articles/sport"]) {
        assert.equal(readFileSync(join(place, `${name}.pdf`)).subarray(0, 5).toString(), "%PDF-");
    }
});

test("a file's name is no command, and the old PDF stays when there is no Chromium", () => {
    const place = join(work, "shell");
    mkdirSync(place, { recursive: true });
    const pdf = join(place, "a; touch gekapert; $(touch gekapert) `touch gekapert` #%20&\".pdf");
    run("report", "--pdf", "--language", "en", "-o", pdf, `${articles}/local.txt`);
    const bytes = readFileSync(pdf);
    assert.equal(bytes.subarray(0, 5).toString(), "%PDF-");
    assert.ok(!existsSync("gekapert") && !existsSync(join(place, "gekapert")));
    const { status, stderr } = spawnSync(process.env.ROTSTIFT, ["report", "-o", pdf, `${articles}/local.txt`],
        { encoding: "utf8", env: { ...process.env, CHROMIUM: "/nowhere/chromium" } });
    assert.equal(status, 2);
    assert.match(stderr, /install the package chromium/);
    assert.deepEqual(readFileSync(pdf), bytes);
});

test("with its source, too, the article is printed whole", () => {
    const pdf = join(work, "bilingual.pdf");
    run("report", "--language", "de", "--source", "tests/browser/council.en.txt", "-o", pdf,
        "tests/browser/council.de.txt");
    assert.match(tool("pdftotext", pdf, "-"), /Nobody was surprised/);
});
