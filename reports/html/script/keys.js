/* ---- steps, deeds, keys ---- */

const help = document.getElementById("help");
const dismissal = document.getElementById("dismiss");
const keysOn = document.getElementById("keys-on");
let current = -1; /* index of the note that keys act on */

function show(index) {
    current = index;
    const number = numberOf(notes[index]);
    arrangeNew([number.closest(".part")]);
    number.focus({ preventScroll: true });
    number.scrollIntoView({ block: "center" });
    approach(number);
}

function step(by) {
    for (let i = current + by; i >= 0 && i < notes.length; i += by) {
        if (!notes[i].hidden) {
            show(i);
            return;
        }
    }
}

/* After a decision: the filter may ask for its state, and notes change their height. */
function decided() {
    remember();
    filter();
    arrange();
}

function askWhy(note) {
    const title = dismissal.querySelector("h2");
    title.textContent = title.dataset.text.replace("{number}", numberOf(note).textContent);
    dismissal.dataset.of = note.id;
    dismissal.querySelector("[name=words]").value = "";
    dismissal.showModal();
}

function dismiss() {
    const { reason, words } = dismissal.querySelector("form").elements;
    const note = document.getElementById(dismissal.dataset.of);
    const written = words.value.trim();
    record(note, { state: "dismissed", reason: written === "" ? reason.value : `${reason.value}: ${written}` });
    dismissal.close();
    decided();
}

const deeds = {
    accept: (note, button) => {
        accept(note, Number(button?.dataset.choice || 0));
        decided();
    },
    dismiss: askWhy,
    undo: (note) => {
        record(note, null);
        decided();
    },
    copy: async (note) => {
        await copy(correctedSentence(note));
        announce(said.dataset.copied);
    },
    link: async (note) => {
        await copy(location.href.replace(/#.*$/, "") + "#" + note.dataset.fingerprint);
        announce(said.dataset.linked);
    },
};

const actions = {
    next: () => step(1),
    previous: () => step(-1),
    filter: () => tools.querySelector("input, select").focus(),
    search: () => tools.elements.search.focus(),
    help: () => help.showModal(),
    close: () => document.querySelector("dialog[open]").close(),
    export: () => save("rotstift-baseline.json", "application/json", baseline()),
    download: (button) => saveArticles(button.dataset.name),
    "accept-shown": () => {
        shownNotes().filter((note) => stateOf(note) === "open").forEach((note) => accept(note));
        decided();
    },
};

const keys = {
    j: "next", n: "next", k: "previous", p: "previous", f: "filter", "/": "search", "?": "help",
    a: "accept", d: "dismiss", u: "undo", c: "copy", l: "link",
};

function act(name, button) {
    const note = button ? noteOf(button) : notes[current];
    if (actions[name]) {
        actions[name](button);
    } else if (note && !note.hidden) {
        deeds[name](note, button);
    }
}

function onKey(event) {
    const offer = event.target.closest(".take");
    if (offer && (event.key === "Enter" || event.key === " ")) {
        event.preventDefault();
        act("accept", offer);
        return;
    }
    const typing = event.target.matches("select, textarea, input:not([type=checkbox])");
    const open = document.querySelector("dialog[open]");
    if (typing || open || !keysOn.checked || event.ctrlKey || event.metaKey || event.altKey) {
        return;
    }
    if (keys[event.key]) {
        event.preventDefault();
        act(keys[event.key]);
    }
}
