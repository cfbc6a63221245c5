/* Makes the report livelier; the page is whole without it. Here: its parts, and what belongs together. */
const tools = document.getElementById("tools");
const notes = Array.from(document.querySelectorAll(".note"));

/* What belongs to a note in the text: its marks, its sign and its number. */
const places = new Map(notes.map((note) => [note.id, []]));
for (const place of document.querySelectorAll("article [data-note]")) {
    places.get(place.dataset.note).push(place);
}
const placesOf = (note) => places.get(note.id);
const numberOf = (note) => placesOf(note).find((place) => place.matches("a"));

/* The note that an element is of, or marks; null when it is filtered out. */
function noteOf(element) {
    const found = element instanceof Element ? element.closest(".note, article [data-note]") : null;
    if (!found || found.classList.contains("off")) {
        return null;
    }
    return found.dataset.note ? document.getElementById(found.dataset.note) : found;
}

/* ---- mark and note, sentence and source show together ---- */

let near = null;

function touch(note) {
    if (note === near) {
        return;
    }
    for (const [one, on] of [[near, false], [note, true]]) {
        if (one) {
            one.classList.toggle("near", on);
            placesOf(one).forEach((place) => place.classList.toggle("near", on));
        }
    }
    near = note;
}

let pairs = null; /* sentences and their sources by the number that they share */
let linked = null;

function sentencesOf(pair) {
    if (!pairs) {
        pairs = new Map();
        for (const sentence of document.querySelectorAll(".s[data-pair]")) {
            const others = pairs.get(sentence.dataset.pair);
            pairs.set(sentence.dataset.pair, others ? others.concat(sentence) : [sentence]);
        }
    }
    return pairs.get(pair) || [];
}

function link(pair) {
    if (pair !== linked) {
        sentencesOf(linked).forEach((sentence) => sentence.classList.remove("linked"));
        sentencesOf(pair).forEach((sentence) => sentence.classList.add("linked"));
        linked = pair;
    }
}

/* The sentence that an element stands in, or, of a note, the one that its number stands in. */
function pairOf(element) {
    const note = element instanceof Element ? element.closest(".note") : null;
    const sentence = (note ? numberOf(note) : element)?.closest?.(".s[data-pair]");
    return sentence ? sentence.dataset.pair : null;
}

function approach(element) {
    touch(noteOf(element));
    link(pairOf(element));
}
