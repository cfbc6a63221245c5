/* ---- the page comes to life ---- */

/* Puts buttons into a note when it comes near the window: thousands at once would hold up a long article. */
function dress(note) {
    if (note.querySelector(".deeds")) {
        return;
    }
    note.append(document.getElementById("deeds").content.cloneNode(true));
    const offers = note.querySelectorAll(".correction ins, .correction i");
    note.classList.toggle("bare", offers.length === 0);
    offers.forEach((offer, choice) => {
        offer.classList.add("take"); /* no button element: its lines could not break like those of text */
        offer.tabIndex = 0;
        offer.dataset.action = "accept";
        offer.dataset.choice = choice;
        offer.setAttribute("role", "button");
        offer.setAttribute("aria-pressed", String(decisions.get(note)?.choice === choice));
    });
}

function onFocus(event) {
    const note = noteOf(event.target);
    approach(event.target);
    if (note) {
        dress(note);
        current = notes.indexOf(note);
    }
}

function onClick(event) {
    const button = event.target.closest("[data-action]");
    if (button) {
        act(button.dataset.action, button);
        return;
    }
    const mark = event.target.closest("mark[data-note]");
    if (mark && noteOf(mark) && window.getSelection().isCollapsed) {
        current = notes.indexOf(noteOf(mark));
        numberOf(notes[current]).focus({ preventScroll: true });
    }
}

/* A link to an issue names its note, its mark, or the fingerprint that it keeps from one report to the next. */
function onLink() {
    const name = decodeURIComponent(location.hash.slice(1));
    const index = notes.findIndex((note) => name !== "" &&
        (note.id === name || note.dataset.fingerprint === name || numberOf(note).id === name));
    if (index >= 0) {
        if (notes[index].hidden) {
            tools.reset();
            filter();
            arrange();
        }
        current = index;
        approach(notes[index]);
        if (notes[index].dataset.fingerprint === name) {
            show(index);
        }
    }
}

function start() {
    document.documentElement.classList.add("scripted");
    document.addEventListener("keydown", onKey);
    document.addEventListener("click", onClick);
    document.addEventListener("focusin", onFocus);
    document.addEventListener("pointerover", (event) => approach(event.target));
    window.addEventListener("hashchange", onLink);
    tools.addEventListener("input", () => {
        filter();
        arrange();
    });
    tools.addEventListener("submit", (event) => event.preventDefault());
    dismissal.querySelector("form").addEventListener("submit", (event) => {
        event.preventDefault();
        dismiss();
    });
    tools.hidden = false;
    recall();
    filter();
    watchParts();
    const approaching = new IntersectionObserver((entries) => entries.filter((entry) => entry.isIntersecting)
        .forEach((entry) => dress(entry.target)), { rootMargin: "600px" });
    notes.forEach((note) => approaching.observe(note));
    onLink();
}

if (tools) {
    start();
}
