/* ---- filter ---- */

const said = tools?.querySelector("output");
const haystacks = new Map();

/* What the search looks through: the note and its sentence. */
function haystackOf(note) {
    if (!haystacks.has(note)) {
        const { start, end } = passageOf(note);
        const sentence = articleText(note.closest("article")).text.slice(start, end);
        haystacks.set(note, `${note.textContent} ${sentence}`.toLocaleLowerCase());
    }
    return haystacks.get(note);
}

function filterOf({ elements }) {
    const severities = Array.from(tools.querySelectorAll("[name=severity]:checked"), (box) => box.value);
    const words = elements.search.value.toLocaleLowerCase().split(/\s+/).filter((word) => word !== "");
    const fits = (wanted, value) => wanted === "" || wanted === value;
    return (note) => severities.includes(note.dataset.severity) &&
        fits(elements.category.value, note.dataset.category) &&
        fits(elements.check.value, note.dataset.check) &&
        (elements.state.value === "counted" ? stateOf(note) !== "known" : fits(elements.state.value, stateOf(note))) &&
        Number(note.dataset.confidence) >= Number(elements.confidence.value) &&
        words.every((word) => haystackOf(note).includes(word));
}

const shownNotes = () => notes.filter((note) => !note.hidden);

/* "12 of 25 · 3 accepted, 1 dismissed" */
function report() {
    const shown = shownNotes().length;
    const count = (state) => notes.filter((note) => stateOf(note) === state).length;
    const [accepted, dismissed] = [count("accepted"), count("dismissed")];
    const decided = said.dataset.decided.replace("{accepted}", accepted).replace("{dismissed}", dismissed);
    said.textContent = (shown === 0 ? said.dataset.none :
        said.dataset.shown.replace("{shown}", shown).replace("{all}", notes.length)) +
        (accepted + dismissed > 0 ? ` · ${decided}` : "");
}

/* Says something for a moment in the place of the figures. */
let silence = 0;
function announce(words) {
    clearTimeout(silence);
    said.textContent = words;
    silence = setTimeout(report, 2_500);
}

function filter() {
    const wanted = filterOf(tools);
    for (const note of notes) {
        note.hidden = !wanted(note);
        placesOf(note).forEach((place) => place.classList.toggle("off", note.hidden));
    }
    report();
}
