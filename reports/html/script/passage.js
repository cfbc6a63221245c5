/* ---- the article's text, read back from the page ---- */

/* The text of an element as the article has it: without numbers, signs and what was put in, and with the unseen
 * characters for which labels stand. */
function textOf(element) {
    if (element.matches(".unseen")) {
        return String.fromCodePoint(parseInt(element.title.slice(2), 16));
    }
    if (element.matches(".number, .deleatur, .caret, .put")) {
        return "";
    }
    return Array.from(element.childNodes, (child) => child instanceof Element ? textOf(child) : child.data).join("");
}

const read = new Map();

/* An article's text and where its segments and sentences lie in it, all in UTF-16 units. */
function articleText(article) {
    if (read.has(article)) {
        return read.get(article);
    }
    const found = { text: "", segments: [], sentences: [] };
    for (const element of article.querySelectorAll("[data-segment]")) {
        const start = found.text.length;
        let at = start;
        for (const child of element.childNodes) {
            const length = (child instanceof Element ? textOf(child) : child.data).length;
            if (child instanceof Element && child.matches(".s")) {
                found.sentences.push({ start: at, end: at + length });
            }
            at += length;
        }
        found.segments.push({ element, start, end: at });
        found.text += textOf(element) + "\n";
    }
    read.set(article, found);
    return found;
}

const homeOf = (note) => note.closest(".row").querySelector("[data-segment]");

const ranges = new Map();

/* The place that a note is about, in its article's text. */
function rangeOf(note) {
    if (!ranges.has(note)) {
        const home = homeOf(note);
        const article = note.closest("article");
        const { start } = articleText(article).segments.find(({ element }) => element === home);
        ranges.set(note, { article, start: start + Number(note.dataset.start), end: start + Number(note.dataset.end) });
    }
    return ranges.get(note);
}

/* The sentence or sentences that it stands in. */
function passageOf(note) {
    const { segments, sentences } = articleText(note.closest("article"));
    const { start, end } = rangeOf(note);
    const first = sentences.findLast((sentence) => sentence.start <= start);
    const last = sentences.find((sentence) => sentence.end >= end);
    const home = segments.find(({ element }) => element === homeOf(note));
    return {
        start: first && first.start >= home.start ? first.start : home.start,
        end: last ? Math.max(last.end, end) : Math.max(home.end, end),
    };
}

/* What a note offers in place of the marked text. */
const suggestionsOf = (note) => Array.from(note.querySelectorAll(".correction ins, .correction i"),
    (offer) => offer.matches("i") ? "" : textOf(offer));

/* The text of a passage with edits ({ start, end, text }, none over another) made in it. Where words are deleted, one of
 * the two spaces around them goes as well. */
function edited(whole, passage, edits) {
    let text = "";
    let at = passage.start;
    for (const edit of edits.filter(({ start, end }) => start >= passage.start && end <= passage.end)
        .sort((one, other) => one.start - other.start)) {
        text += whole.slice(at, edit.start) + edit.text;
        at = edit.end;
        if (edit.text === "" && (text === "" || /\s$/.test(text)) && whole[at] === " ") {
            at += 1;
        }
    }
    return text + whole.slice(at, passage.end);
}
