/* ---- what the editor decides: a suggestion is accepted, an issue dismissed ---- */

/* By note: { state: "accepted", choice } or { state: "dismissed", reason }. */
const decisions = new Map();

const stateOf = (note) => decisions.get(note)?.state || (note.dataset.known ? "known" : "open");

function editOf(note, choice) {
    return { ...rangeOf(note), text: suggestionsOf(note)[choice] };
}

const collide = (one, other) => one.article === other.article && (one.start < other.end && other.start < one.end ||
    one.start === other.start && one.end === other.end);

/* The edits accepted in an article, but for those that collide with one that is wanted. */
function acceptedEdits(article, wanted) {
    return Array.from(decisions).filter(([note, { state }]) => state === "accepted" && rangeOf(note).article === article)
        .map(([note, { choice }]) => editOf(note, choice))
        .filter((edit) => !wanted || !collide(edit, wanted));
}

/* The new text stands behind the old, as an editor writes it in. */
function showInText(note, decision) {
    for (const place of placesOf(note).filter((old) => old.matches(".put"))) {
        place.remove();
        places.set(note.id, placesOf(note).filter((other) => other !== place));
    }
    for (const place of placesOf(note)) {
        place.classList.toggle("accepted", decision?.state === "accepted");
        place.classList.toggle("dismissed", decision?.state === "dismissed");
    }
    const text = decision?.state === "accepted" ? suggestionsOf(note)[decision.choice] : "";
    if (text) {
        const put = document.createElement("ins");
        put.className = "put";
        put.dataset.note = note.id;
        put.textContent = text;
        numberOf(note).before(put);
        placesOf(note).push(put);
    }
}

function showInNote(note, decision) {
    note.dataset.state = stateOf(note);
    note.querySelector(".reason")?.remove();
    if (decision?.reason) {
        const reason = document.createElement("p");
        reason.className = "reason";
        reason.textContent = decision.reason;
        note.querySelector(".kind").before(reason);
    }
    note.querySelectorAll(".take").forEach((button) =>
        button.setAttribute("aria-pressed", String(Number(button.dataset.choice) === decision?.choice)));
}

function record(note, decision) {
    if (decision) {
        decisions.set(note, decision);
    } else {
        decisions.delete(note);
    }
    showInText(note, decision);
    showInNote(note, decision);
}

/* Of two suggestions for the same words the later accepted one holds. */
function accept(note, choice = 0) {
    if (suggestionsOf(note).length === 0) {
        return;
    }
    const wanted = editOf(note, choice);
    for (const [other, decision] of Array.from(decisions)) {
        if (decision.state === "accepted" && collide(rangeOf(other), wanted)) {
            record(other, null);
        }
    }
    record(note, { state: "accepted", choice });
}

/* ---- kept from one visit to the next, where the browser allows it ---- */

const memory = "rotstift " + location.pathname;
const markedText = (note) => {
    const { start, end } = rangeOf(note);
    return articleText(note.closest("article")).text.slice(start, end);
};
const ruleOf = (note) => note.querySelector(".kind code").textContent;

function remember() {
    try {
        const kept = Array.from(decisions, ([note, decision]) => [note.dataset.fingerprint, decision]);
        localStorage.setItem(memory, JSON.stringify(kept));
    } catch {
        /* A browser that keeps nothing is no reason to stop. */
    }
}

function recall() {
    try {
        const kept = new Map(JSON.parse(localStorage.getItem(memory) || "[]"));
        for (const note of kept.size > 0 ? notes : []) {
            const decision = kept.get(note.dataset.fingerprint);
            if (decision?.state === "dismissed" || decision && decision.choice < suggestionsOf(note).length) {
                record(note, decision);
            }
        }
    } catch {
        /* Nothing is kept, or nothing that can be read. */
    }
}

/* ---- out of the page ---- */

function save(name, type, text) {
    const address = URL.createObjectURL(new Blob([text], { type }));
    const anchor = document.createElement("a");
    anchor.href = address;
    anchor.download = name;
    anchor.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/* Segments as they follow each other in plain text: list items without a blank line between them. */
function correctedText(article) {
    const { text, segments } = articleText(article);
    const edits = acceptedEdits(article);
    let before = null;
    let whole = "";
    for (const segment of segments) {
        const piece = edited(text, segment, edits);
        if (piece.trim() !== "") {
            whole += (before === null ? "" : before === "LI" && segment.element.tagName === "LI" ? "\n" : "\n\n") + piece;
            before = segment.element.tagName;
        }
    }
    return whole + "\n";
}

/* "artikel.txt" becomes "artikel.berichtigt.txt". */
function saveArticles(word) {
    const articles = Array.from(document.querySelectorAll("article"));
    const changed = articles.filter((article) => acceptedEdits(article).length > 0);
    for (const article of changed.length > 0 ? changed : articles.slice(0, 1)) {
        const name = article.dataset.file.replace(/^.*[\\/]/, "").replace(/\.[^.]*$/, "") || "rotstift";
        save(`${name}.${word}.txt`, "text/plain;charset=utf-8", correctedText(article));
    }
}

/* What `--baseline` reads: the issues dismissed here, and those that the last baseline knew. */
function baseline() {
    const kept = (note) => stateOf(note) === "dismissed" || stateOf(note) === "known" && note.dataset.known === "baseline";
    const findings = notes.filter(kept).map((note) => ({
        fingerprint: note.dataset.fingerprint,
        file: note.closest("article").dataset.file,
        rule: ruleOf(note),
        text: markedText(note),
        reason: decisions.get(note)?.reason || note.querySelector(".known-by q")?.textContent || "",
    }));
    return JSON.stringify({ "rotstift-baseline": 1, findings }, null, 2) + "\n";
}

async function copy(text) {
    try {
        await navigator.clipboard.writeText(text);
    } catch {
        const area = document.createElement("textarea");
        area.value = text;
        document.body.append(area);
        area.select();
        document.execCommand("copy");
        area.remove();
    }
}

/* The sentence with what was accepted in it and this note's suggestion. */
function correctedSentence(note) {
    const article = note.closest("article");
    const decision = decisions.get(note);
    const wanted = suggestionsOf(note).length > 0 ? editOf(note, decision?.choice || 0) : null;
    const edits = acceptedEdits(article, wanted);
    return edited(articleText(article).text, passageOf(note), wanted ? edits.concat(wanted) : edits).trim();
}
