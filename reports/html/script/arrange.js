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

/* Sets the notes of an article one below the other, each as near to its mark as those above it allow. Where they would
 * fall too far behind, the row begins lower: moved says how much lower so far. */
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
