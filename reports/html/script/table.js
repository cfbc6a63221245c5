/* Makes the table of articles livelier: sorted by any column, filtered, a page at a time. It is whole without it. */
const table = document.getElementById("articles");
const tools = document.getElementById("tools");
const PAGE = 100;

/* A figure as the page's language writes it; text as it is. */
function valueOf(text) {
    const german = document.documentElement.lang === "de";
    const figure = text.replace("✗ ", "").replaceAll(german ? "." : ",", "").replace(german ? "," : ".", ".");
    return figure.trim() !== "" && Number.isFinite(Number(figure)) ? Number(figure) : text;
}

function compare(one, other) {
    if (typeof one === "number" && typeof other === "number") {
        return one - other;
    }
    return String(one).localeCompare(String(other), document.documentElement.lang);
}

/* All rows, out of the page: it holds only those that are shown. */
function takeRows() {
    const rows = Array.from(table.tBodies).flatMap((body) => Array.from(body.rows));
    Array.from(table.tBodies).slice(1).forEach((body) => body.remove());
    return rows;
}

function startTable() {
    const rows = takeRows();
    const headings = Array.from(table.tHead.rows[0].cells);
    const said = tools.querySelector("output");
    const groupColumn = tools.elements.group ? headings.length - 1 : -1;
    const words = new Map();
    let wanted = rows;
    let page = 0;

    const wordsOf = (row) => {
        if (!words.has(row)) {
            words.set(row, row.cells[0].textContent.toLocaleLowerCase());
        }
        return words.get(row);
    };

    function showPage() {
        const pages = Math.max(1, Math.ceil(wanted.length / PAGE));
        page = Math.min(Math.max(page, 0), pages - 1);
        const shown = wanted.slice(page * PAGE, (page + 1) * PAGE);
        table.tBodies[0].replaceChildren(...shown);
        const figure = (number) => number.toLocaleString(document.documentElement.lang);
        said.textContent = shown.length === 0 ? said.dataset.none : said.dataset.text
            .replace("{first}", figure(page * PAGE + 1)).replace("{last}", figure(page * PAGE + shown.length))
            .replace("{all}", figure(wanted.length));
        for (const button of tools.querySelectorAll("[data-step]")) {
            const next = page + Number(button.dataset.step);
            button.disabled = next < 0 || next >= pages;
        }
    }

    function filter() {
        const { search, verdict, group } = tools.elements;
        const sought = search.value.toLocaleLowerCase().split(/\s+/).filter((word) => word !== "");
        const verdictOf = (row) => row.cells[1].textContent.startsWith("✗") ? "failed" : "passed";
        wanted = rows.filter((row) => (verdict.value === "" || verdict.value === verdictOf(row)) &&
            (groupColumn < 0 || group.value === "" || group.value === row.cells[groupColumn].textContent) &&
            sought.every((word) => wordsOf(row).includes(word)));
        page = 0;
        showPage();
    }

    /* Figures begin with the greatest, names with the first; the same heading again turns the order round. */
    function sort(column) {
        const heading = headings[column];
        const keys = new Map(rows.map((row) => [row, valueOf(row.cells[column].textContent)]));
        const named = rows.some((row) => typeof keys.get(row) === "string" && keys.get(row) !== "");
        const first = named ? "ascending" : "descending";
        const other = named ? "descending" : "ascending";
        const order = heading.getAttribute("aria-sort") === first ? other : first;
        headings.forEach((one) => one.removeAttribute("aria-sort"));
        heading.setAttribute("aria-sort", order);
        const sign = order === "ascending" ? 1 : -1;
        rows.sort((one, another) => sign * compare(keys.get(one), keys.get(another)));
        filter();
    }

    headings.forEach((heading, column) => {
        const button = document.createElement("button");
        button.type = "button";
        button.append(...heading.childNodes);
        button.addEventListener("click", () => sort(column));
        heading.append(button);
    });
    tools.addEventListener("input", filter);
    tools.addEventListener("submit", (event) => event.preventDefault());
    tools.addEventListener("click", (event) => {
        const button = event.target.closest("[data-step]");
        if (button) {
            page += Number(button.dataset.step);
            showPage();
        }
    });
    /* Paper has room for all. */
    window.addEventListener("beforeprint", () => table.tBodies[0].replaceChildren(...wanted));
    window.addEventListener("afterprint", showPage);
    tools.hidden = false;
    showPage();
}

if (table && tools) {
    startTable();
}
