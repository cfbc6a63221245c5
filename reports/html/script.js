/* Makes the report livelier: filter, keyboard, and notes at the height of their marks. The page is whole without it. */
(function () {
    "use strict";

    const tools = document.getElementById("tools");
    const help = document.getElementById("help");
    const keysOn = document.getElementById("keys-on");
    const notes = Array.from(document.querySelectorAll(".note"));
    if (!tools || notes.length === 0) {
        return;
    }

    /* What belongs to a note in the text: its marks and its number. */
    const places = new Map(notes.map((note) => [note.id, []]));
    for (const place of document.querySelectorAll("article [data-note]")) {
        places.get(place.dataset.note).push(place);
    }
    const numberOf = (note) => places.get(note.id).find((place) => place.matches("a"));

    /* ---- notes at the height of their marks, where they stand beside the text ---- */

    const wide = window.matchMedia("(min-width: 62rem)");
    const GAP = 14;
    const FARTHEST = 240; /* a note may stand so much below its mark before the text makes room for it */

    function measure(block) {
        const shown = Array.from(block.children).filter((note) => !note.hidden);
        return {
            block,
            shown,
            top: block.getBoundingClientRect().top,
            heights: shown.map((note) => note.getBoundingClientRect().height),
            wanted: shown.map((note) => numberOf(note).getBoundingClientRect().top - 6),
        };
    }

    /* Sets the notes of an article one below the other, each as near to its mark as those above it allow. Where they
     * would fall too far behind, the row begins lower: moved says how much lower so far. */
    function arrangeArticle({ article, bottom: end, blocks }) {
        let free = 0;
        let moved = 0;
        for (const { block, shown, top, heights, wanted } of blocks) {
            const behind = free - (wanted[0] + moved) - FARTHEST;
            if (behind > 0) {
                block.parentElement.style.marginTop = behind + "px";
                moved += behind;
            }
            let bottom = top + moved - GAP;
            shown.forEach((note, i) => {
                const place = Math.max(wanted[i] + moved, bottom + GAP, free);
                note.style.marginTop = place - bottom - GAP + "px";
                bottom = place + heights[i];
                free = bottom + GAP;
            });
        }
        if (free > end + moved) {
            article.style.paddingBottom = free - end - moved + 60 + "px";
        }
    }

    function measureArticle(article) {
        const blocks = Array.from(article.querySelectorAll(".notes"), measure);
        return {
            article,
            bottom: article.getBoundingClientRect().bottom,
            blocks: blocks.filter(({ shown }) => shown.length > 0),
        };
    }

    /* All is measured before anything is moved: the browser lays the page out once. */
    function arrange() {
        for (const moved of document.querySelectorAll("article, .row, .note")) {
            moved.removeAttribute("style");
        }
        document.body.classList.toggle("free", wide.matches);
        if (wide.matches) {
            Array.from(document.querySelectorAll("article"), measureArticle).forEach(arrangeArticle);
        }
    }

    /* Comes for the first time when the page has been laid out, so that a long article is shown before its notes move. */
    let width = 0;
    function arrangeWhenResized() {
        if (document.body.clientWidth !== width) {
            width = document.body.clientWidth;
            arrange();
        }
    }

    /* ---- filter ---- */

    const shownCount = tools.querySelector("output");

    function filter() {
        const severities = Array.from(tools.querySelectorAll("input:checked"), (box) => box.value);
        const category = tools.elements.category.value;
        let shown = 0;
        for (const note of notes) {
            const wanted = severities.includes(note.dataset.severity) &&
                (category === "" || category === note.dataset.category);
            note.hidden = !wanted;
            shown += wanted ? 1 : 0;
            for (const mark of places.get(note.id)) {
                mark.classList.toggle("off", !wanted);
            }
        }
        shownCount.textContent = shownCount.dataset.text.replace("{shown}", shown).replace("{all}", notes.length);
    }

    /* ---- mark and note together ---- */

    let near = null;

    function touch(note) {
        if (note === near) {
            return;
        }
        for (const [id, on] of [[near, false], [note, true]]) {
            if (id) {
                id.classList.toggle("near", on);
                places.get(id.id).forEach((mark) => mark.classList.toggle("near", on));
            }
        }
        near = note;
    }

    /* The note that an element is of, or marks. */
    function noteOf(element) {
        const found = element instanceof Element ? element.closest(".note, article [data-note]") : null;
        if (!found || found.classList.contains("off")) {
            return null;
        }
        return found.dataset.note ? document.getElementById(found.dataset.note) : found;
    }

    /* ---- steps ---- */

    let current = -1;

    function show(index) {
        current = index;
        const number = numberOf(notes[index]);
        number.focus({ preventScroll: true });
        number.scrollIntoView({ block: "center" });
        touch(notes[index]);
    }

    function step(by) {
        for (let i = current + by; i >= 0 && i < notes.length; i += by) {
            if (!notes[i].hidden) {
                show(i);
                return;
            }
        }
    }

    const actions = {
        next: () => step(1),
        previous: () => step(-1),
        filter: () => tools.querySelector("input, select").focus(),
        help: () => help.showModal(),
        close: () => help.close(),
    };
    const keys = { j: "next", n: "next", k: "previous", p: "previous", f: "filter", "?": "help" };

    function onKey(event) {
        const typing = event.target.matches("select, textarea, input:not([type=checkbox])");
        if (typing || help.open || !keysOn.checked || event.ctrlKey || event.metaKey || event.altKey) {
            return;
        }
        const action = keys[event.key];
        if (action) {
            event.preventDefault();
            actions[action]();
        }
    }

    function onFocus(event) {
        const note = noteOf(event.target);
        touch(note);
        if (note) {
            current = notes.indexOf(note);
        }
    }

    function onClick(event) {
        const button = event.target.closest("[data-action]");
        if (button) {
            actions[button.dataset.action]();
            return;
        }
        const mark = event.target.closest("mark[data-note]");
        if (mark && noteOf(mark) && window.getSelection().isCollapsed) {
            current = notes.indexOf(noteOf(mark));
            numberOf(notes[current]).focus({ preventScroll: true });
        }
    }

    document.addEventListener("keydown", onKey);
    document.addEventListener("click", onClick);
    document.addEventListener("focusin", onFocus);
    document.addEventListener("pointerover", (event) => touch(noteOf(event.target)));
    tools.addEventListener("change", () => {
        filter();
        arrange();
    });
    tools.addEventListener("submit", (event) => event.preventDefault());
    tools.hidden = false;
    filter();
    new ResizeObserver(arrangeWhenResized).observe(document.body);
}());
