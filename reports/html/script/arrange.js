/* ---- notes at the height of their marks, where they stand beside the text ---- */

const wide = window.matchMedia("(min-width: 62rem)");
const GAP = 14;
const FARTHEST = 340; /* a note may stand so much below its mark before the text makes room for it */

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

/* Sets the notes of a part one below the other, each as near to its mark as those above it allow. Where they would
 * fall too far behind, the row begins lower: moved says how much lower so far. */
function arrangePart({ part, bottom: end, blocks }) {
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
        part.style.paddingBottom = free - end - moved + "px";
    }
}

function measurePart(part) {
    const blocks = Array.from(part.querySelectorAll(".notes"), measure);
    return {
        part,
        bottom: part.getBoundingClientRect().bottom,
        blocks: blocks.filter(({ shown }) => shown.length > 0),
    };
}

const nearParts = new Set(); /* those that are or were near the window; the others wait */

/* All is measured before anything is moved: the browser lays the page out once. */
function arrangeParts(parts) {
    for (const part of parts) {
        [part, ...part.querySelectorAll(".row, .note")].forEach((moved) => moved.removeAttribute("style"));
    }
    if (wide.matches) {
        Array.from(parts, measurePart).forEach(arrangePart);
    }
}

function arrange() {
    document.body.classList.toggle("free", wide.matches);
    arrangeParts(nearParts);
}

function arrangeNew(parts) {
    const added = parts.filter((part) => !nearParts.has(part));
    added.forEach((part) => nearParts.add(part));
    arrangeParts(added);
}

let width = 0;
function arrangeWhenResized() {
    if (document.body.clientWidth !== width) {
        width = document.body.clientWidth;
        arrange();
    }
}

/* The browser tells of the first parts when it has laid them out: a long article is shown before its notes move. */
function watchParts() {
    const watch = new IntersectionObserver((entries) => arrangeNew(
        entries.filter((entry) => entry.isIntersecting).map((entry) => entry.target)), { rootMargin: "1000px" });
    document.querySelectorAll(".part").forEach((part) => watch.observe(part));
    new ResizeObserver(arrangeWhenResized).observe(document.body);
}
