/* Reads the Ding dictionary: "German; German | German :: English; English | English", an entry a line.
 *
 * Each term carries marks: {grammar}, [domain or register], (remark), <other spelling>, /abbreviation/. They are taken
 * out of the text; what they say is kept in the term. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <utf8proc.h>

#include "builder_rows.h"
#include "error.h"
#include "sources.h"
#include "text/arena.h"

enum {
    MAX_LINE = 64 * 1024, /* bytes; the longest line of 2023 has 11,000 */
};

/* Marks in square brackets that say where, when or how a word is said, not what it is about. */
static const char *const no_domains[] = {
    "ugs.",        "geh.",         "coll.",        "formal",    "humor.",      "pej.",    "slang",
    "rare",        "poet.",        "dated",        "selten",    "veraltend",   "archaic", "prov.",
    "vulg.",       "obs.",         "alt",          "euphem.",   "iron.",       "übtr.",   "fig.",
    "veraltet",    "altertümlich", "tm",           "literary",  "eAm.",        "eBr.",    "dialect",
    "kein Plural", "nachgestellt", "postpositive", "mass noun", "plural noun",
};

struct terms {
    struct ding_term *items;
    size_t count, capacity;
};

struct ding {
    struct arena arena; /* of all that stays */
    const char *path;
    struct ding_pair *pairs;
    size_t count, capacity;
    struct arena scratch; /* of the line being read */
};

static bool is_domain(struct slice mark)
{
    if (mark.len < 2 || mark.at[0] < 'a' || mark.at[0] > 'z' || memchr(mark.at, ' ', mark.len) != NULL)
        return false;
    for (size_t i = 0; i < sizeof(no_domains) / sizeof(*no_domains); i++)
        if (slice_equal(mark, slice_of(no_domains[i])))
            return false;
    return true;
}

static void keep_bracket(struct ding_term *term, struct slice mark)
{
    if (slice_equal(mark, SLICE("übtr.")) || slice_equal(mark, SLICE("fig.")))
        term->figurative = true;
    else if (slice_equal(mark, SLICE("Sprw.")) || slice_equal(mark, SLICE("prov.")))
        term->proverb = true;
    else if (is_domain(mark))
        term->domain = mark;
}

/* The index of the bracket that closes the one at at, or text.len. */
static size_t closing(struct slice text, size_t at, char open, char close)
{
    size_t depth = 0;

    for (; at < text.len; at++) {
        if (text.at[at] == open)
            depth++;
        if (text.at[at] == close && --depth == 0)
            break;
    }
    return at;
}

static char closing_of(char open)
{
    switch (open) {
    case '{':
        return '}';
    case '[':
        return ']';
    case '(':
        return ')';
    case '<':
        return '>';
    default:
        return '\0';
    }
}

/* A slash behind which nothing of the word stands. */
static bool ends_abbreviation(struct slice text, size_t at)
{
    return text.at[at] == '/' && (at + 1 == text.len || strchr(" ;|", text.at[at + 1]) != NULL);
}

/* The last byte of the abbreviations that begin at at: "/DAG/", "/Gov.; Govt./", "/ % /"; 0: none, as in
 * "stellen/einbringen" and "Reise / Fahrt". */
static size_t abbreviation_end(struct slice text, size_t at)
{
    if ((at > 0 && text.at[at - 1] != ' ') || at + 1 >= text.len)
        return 0;
    bool sign = at + 4 < text.len && text.at[at + 1] == ' ' && text.at[at + 3] == ' '; /* one byte alone */

    if (text.at[at + 1] == ' ' && !sign)
        return 0;
    if (sign)
        return ends_abbreviation(text, at + 4) ? at + 4 : 0;
    for (size_t end = at + 1; end < text.len && (text.at[end] != ' ' || strchr(";,", text.at[end - 1]) != NULL); end++)
        if (ends_abbreviation(text, end))
            return end;
    return 0;
}

/* The last byte of the mark or the abbreviations that begin at at; 0: none. What is never closed ends with the text. */
static size_t mark_end(struct slice text, size_t at)
{
    char close = closing_of(text.at[at]);

    return close != '\0' ? closing(text, at, text.at[at], close) : text.at[at] == '/' ? abbreviation_end(text, at) : 0;
}

static void put(char *to, size_t *len, char c)
{
    if (c == ' ' && (*len == 0 || to[*len - 1] == ' '))
        return;
    to[(*len)++] = c;
}

/* Reads a term: its bare text and what its marks say. */
static struct ding_term read_term(struct arena *arena, struct slice text)
{
    struct ding_term term = { { 0 }, { 0 }, { 0 }, false, false };
    char *bare = arena_take(arena, text.len + 1);
    size_t len = 0;

    for (size_t at = 0; at < text.len; at++) {
        size_t end = mark_end(text, at);

        if (end == 0) {
            put(bare, &len, text.at[at]);
            continue;
        }
        struct slice mark = { text.at + at + 1, (end < text.len ? end : text.len) - at - 1 };

        if (text.at[at] == '{')
            term.grammar = mark;
        else if (text.at[at] == '[')
            keep_bracket(&term, mark);
        at = end;
    }
    while (len > 0 && bare[len - 1] == ' ')
        len--;
    term.text = (struct slice){ bare, len };
    return term;
}

static void add_term(struct ding *ding, struct terms *terms, struct slice text)
{
    struct ding_term term = read_term(&ding->arena, text);

    if (term.text.len == 0)
        return;
    terms->items = arena_grow(&ding->scratch, terms->items, terms->count, &terms->capacity, sizeof(*terms->items));
    terms->items[terms->count++] = term;
}

static bool is_gender(struct slice grammar)
{
    return grammar.len > 0 && (strchr("mfn", grammar.at[0]) != NULL || slice_equal(grammar, SLICE("pl"))) &&
           (grammar.len < 2 || grammar.at[1] == ',' || grammar.at[1] == 'l' || grammar.at[1] == ';');
}

/* "ankündigen; verkünden {vt}": one mark for both. A gender holds for its own noun alone. */
static void share_grammar(struct terms *terms)
{
    for (size_t i = terms->count; i-- > 1;)
        if (terms->items[i - 1].grammar.len == 0 && !is_gender(terms->items[i].grammar))
            terms->items[i - 1].grammar = terms->items[i].grammar;
}

/* The end of the piece of text that starts at at: the next separator outside of brackets, or the end. */
static size_t piece_end(struct slice text, size_t at, char separator)
{
    for (; at < text.len && text.at[at] != separator; at++) {
        size_t end = mark_end(text, at); /* "<" and "(" may stand alone in remarks: then they close nothing */

        if (end > 0 && end < text.len)
            at = end;
    }
    return at;
}

/* Takes the next part of a side ("|") and reads its synonyms (";"). */
static void read_part(struct ding *ding, struct slice *side, struct terms *terms)
{
    size_t end = piece_end(*side, 0, '|');
    struct slice part = { side->at, end };

    *side = slice_from(*side, end < side->len ? end + 1 : end);
    *terms = (struct terms){ 0 };
    while (part.len > 0) {
        end = piece_end(part, 0, ';');
        add_term(ding, terms, (struct slice){ part.at, end });
        part = slice_from(part, end < part.len ? end + 1 : end);
    }
    share_grammar(terms);
}

static const struct ding_term *keep_terms(struct ding *ding, const struct terms *terms)
{
    struct ding_term *kept = arena_array(&ding->arena, terms->count + 1, sizeof(*kept));

    for (size_t i = 0; i < terms->count; i++)
        kept[i] = terms->items[i];
    return kept;
}

static int read_entry(struct ding *ding, struct slice text, size_t line, struct rs_error *error)
{
    const char *middle = memmem(text.at, text.len, " :: ", 4);

    if (middle == NULL)
        return error_set(error, ding->path, line, "no \" :: \" between German and English");
    struct slice german = slice_between(text.at, middle), english = slice_between(middle + 4, text.at + text.len);

    for (size_t part = 0; german.len > 0 || english.len > 0; part++) {
        struct terms left, right;

        read_part(ding, &german, &left);
        read_part(ding, &english, &right);
        ding->pairs = arena_grow(&ding->arena, ding->pairs, ding->count, &ding->capacity, sizeof(*ding->pairs));
        ding->pairs[ding->count++] = (struct ding_pair){
            keep_terms(ding, &left), left.count, keep_terms(ding, &right), right.count, part, line
        };
    }
    arena_free(&ding->scratch);
    return 0;
}

static bool is_utf8(struct slice text)
{
    while (text.len > 0) {
        utf8proc_int32_t c;
        utf8proc_ssize_t length = (unsigned char)text.at[0] < 0x80 ? 1
                                                                   : utf8proc_iterate((const utf8proc_uint8_t *)text.at,
                                                                                      (utf8proc_ssize_t)text.len, &c);

        if (length <= 0)
            return false;
        text = slice_from(text, (size_t)length);
    }
    return true;
}

static int read_line(struct ding *ding, struct slice text, size_t line, struct rs_error *error)
{
    while (text.len > 0 && (text.at[text.len - 1] == '\n' || text.at[text.len - 1] == '\r'))
        text.len--;
    if (text.len == 0 || text.at[0] == '#')
        return 0;
    if (text.len > MAX_LINE)
        return error_set(error, ding->path, line, "a line of more than %d bytes", MAX_LINE);
    if (!is_utf8(text))
        return error_set(error, ding->path, line, "not UTF-8");
    return read_entry(ding, arena_copy(&ding->arena, text), line, error);
}

static int read_lines(struct ding *ding, FILE *file, struct rs_error *error)
{
    char *line = NULL;
    size_t capacity = 0;
    ssize_t length;
    int status = 0;

    for (size_t number = 1; status == 0 && (length = getline(&line, &capacity, file)) >= 0; number++)
        status = read_line(ding, (struct slice){ line, (size_t)length }, number, error);
    free(line);
    arena_free(&ding->scratch);
    return status;
}

struct ding *ding_read(const char *path, struct rs_error *error)
{
    FILE *file = fopen(path, "rb");

    if (file == NULL) {
        error_set(error, path, 0, "can't be read: %s (the Debian package trans-de-en has it)", strerror(errno));
        return NULL;
    }
    struct ding *ding = must(calloc(1, sizeof(*ding)));

    ding->path = arena_copy(&ding->arena, slice_of(path)).at;
    int status = read_lines(ding, file, error);

    fclose(file);
    if (status == 0)
        return ding;
    ding_free(ding);
    return NULL;
}

void ding_free(struct ding *ding)
{
    if (ding != NULL)
        arena_free(&ding->arena);
    free(ding);
}

const char *ding_path(const struct ding *ding)
{
    return ding->path;
}

void ding_visit(const struct ding *ding, visit_ding_pair *visit, void *context)
{
    for (size_t i = 0; i < ding->count; i++)
        visit(context, &ding->pairs[i]);
}
