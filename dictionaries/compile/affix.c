/* Reads hunspell dictionaries and makes all forms of their stems.
 *
 * Words of their own are made, without what stands in compounds alone (ONLYINCOMPOUND, half words with a hyphen at an
 * end); or, apart from them, all that hunspell can put into a word, with what it can be there. Suffixes on suffixes
 * (continuation flags) are not followed: the German and English dictionaries use those flags for compounds only. */
#include <errno.h>
#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>

#include "error.h"
#include "lexicon/compound_parts.h"
#include "sources.h"
#include "text/arena.h"
#include "text/unicode.h"

enum {
    MAX_WORD = 240, /* bytes of a form; the longest of frami has 61 */
    MAX_FILE = 256 * 1024 * 1024,
    MAX_FIELDS = 6,
};

struct affix {
    struct slice strip, add, flags, condition;
    struct affix *next; /* of the same flag, in the order of the file */
};

struct affix_class {
    struct affix *first, *last;
    bool prefix, cross;
    size_t missing; /* lines that the header promised and that are still to come */
};

struct affix_file {
    struct arena arena;
    char path[512]; /* of the file being read, for errors */
    char charset[32];
    struct affix_class classes[256];
    char only_in_compound, need_affix, forbidden, permit_in_compound, circumfix;
    char compound, compound_places[3]; /* COMPOUNDFLAG: anywhere; COMPOUNDBEGIN, -MIDDLE, -END */
};

/* What an expansion needs at each step. It visits either words of their own or all forms as parts. */
struct expansion {
    const struct affix_file *affixes;
    visit_stem_form *visit;
    visit_part *visit_part;
    void *context;
    struct slice stem, flags;
};

/* The whole file in memory, NUL-terminated, in the arena. */
static int read_bytes(struct arena *arena, const char *path, struct slice *out, struct rs_error *error)
{
    FILE *file = fopen(path, "rb");
    long size = -1;

    if (file != NULL && fseek(file, 0, SEEK_END) == 0)
        size = ftell(file);
    if (size < 0 || size > MAX_FILE) {
        if (file != NULL)
            fclose(file);
        return error_set(error, path, 0, "can't be read: %s", size > MAX_FILE ? "too large" : strerror(errno));
    }
    rewind(file);
    char *bytes = arena_take(arena, (size_t)size + 1);
    bool whole = fread(bytes, 1, (size_t)size, file) == (size_t)size;

    fclose(file);
    *out = (struct slice){ bytes, (size_t)size };
    return whole ? 0 : error_set(error, path, 0, "can't be read to its end");
}

/* The text in UTF-8. A character takes at most three bytes where it took one. */
static int to_utf8(struct affix_file *affixes, struct slice bytes, struct slice *out, struct rs_error *error)
{
    iconv_t converter = iconv_open("UTF-8", affixes->charset);

    if (converter == (iconv_t)-1)
        return error_set(error, affixes->path, 0, "the character set %s is not known", affixes->charset);
    size_t room = bytes.len * 3 + 1, left = bytes.len, free_room = room;
    char *text = arena_take(&affixes->arena, room), *to = text, *from = (char *)(uintptr_t)bytes.at;
    size_t result = iconv(converter, &from, &left, &to, &free_room);

    iconv_close(converter);
    if (result == (size_t)-1)
        return error_set(error, affixes->path, 0, "byte %zu is not in the character set %s", bytes.len - left,
                         affixes->charset);
    *out = slice_between(text, to);
    return 0;
}

/* Takes the next line off the text; false at its end. */
static bool next_line(struct slice *text, struct slice *line)
{
    if (text->len == 0)
        return false;
    const char *end = memchr(text->at, '\n', text->len);

    *line = end == NULL ? *text : slice_between(text->at, end);
    *text = slice_from(*text, line->len + (end != NULL));
    if (line->len > 0 && line->at[line->len - 1] == '\r')
        line->len--;
    return true;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* The fields of a line that stand between white space; returns their number, at most MAX_FIELDS. */
static size_t split_fields(struct slice line, struct slice *fields)
{
    size_t count = 0, at = 0;

    while (at < line.len && count < MAX_FIELDS) {
        size_t start;

        while (at < line.len && is_blank(line.at[at]))
            at++;
        start = at;
        while (at < line.len && !is_blank(line.at[at]))
            at++;
        if (at > start)
            fields[count++] = (struct slice){ line.at + start, at - start };
    }
    return count;
}

static int find_charset(struct affix_file *affixes, struct slice bytes, struct rs_error *error)
{
    struct slice line, fields[MAX_FIELDS];

    memcpy(affixes->charset, "ISO8859-1", sizeof("ISO8859-1")); /* hunspell's default */
    while (next_line(&bytes, &line)) {
        if (split_fields(line, fields) < 2 || !slice_equal(fields[0], SLICE("SET")))
            continue;
        if (fields[1].len >= sizeof(affixes->charset))
            return error_set(error, affixes->path, 0, "SET names no character set");
        memcpy(affixes->charset, fields[1].at, fields[1].len);
        affixes->charset[fields[1].len] = '\0';
        return 0;
    }
    return 0;
}

static bool read_number(struct slice field, size_t *number)
{
    *number = 0;
    for (size_t i = 0; i < field.len; i++) {
        if (field.at[i] < '0' || field.at[i] > '9' || *number > 1000000)
            return false;
        *number = *number * 10 + (size_t)(field.at[i] - '0');
    }
    return field.len > 0;
}

static struct slice zero_is_empty(struct slice field)
{
    return slice_equal(field, SLICE("0")) ? (struct slice){ field.at, 0 } : field;
}

static int read_affix(struct affix_file *affixes, struct affix_class *class, const struct slice *fields, size_t count,
                      size_t line, struct rs_error *error)
{
    if (count < 4)
        return error_set(error, affixes->path, line, "an affix needs a flag, what to strip and what to add");
    struct affix *affix = arena_take(&affixes->arena, sizeof(*affix));
    const char *slash = memchr(fields[3].at, '/', fields[3].len);
    struct slice add = slash == NULL ? fields[3] : slice_between(fields[3].at, slash);

    *affix = (struct affix){ .strip = zero_is_empty(fields[2]),
                             .add = zero_is_empty(add),
                             .condition = count > 4 ? fields[4] : SLICE(".") };
    if (slash != NULL)
        affix->flags = slice_from(fields[3], add.len + 1);
    if (class->last != NULL)
        class->last->next = affix;
    else
        class->first = affix;
    class->last = affix;
    class->missing--;
    return 0;
}

/* "SFX A Y 46" announces 46 lines, "SFX A 0 e [^elr]" is one of them. */
static int read_affix_line(struct affix_file *affixes, const struct slice *fields, size_t count, size_t line,
                           struct rs_error *error)
{
    bool prefix = slice_equal(fields[0], SLICE("PFX"));

    if (count < 4 || fields[1].len != 1)
        return error_set(error, affixes->path, line, "an affix needs a flag of one character and three fields more");
    struct affix_class *class = &affixes->classes[(unsigned char)fields[1].at[0]];

    if (class->missing > 0 && class->prefix == prefix)
        return read_affix(affixes, class, fields, count, line, error);
    if (class->first != NULL || !read_number(fields[3], &class->missing))
        return error_set(error, affixes->path, line, "more affixes of the flag %c than its first line says",
                         fields[1].at[0]);
    class->prefix = prefix;
    class->cross = slice_equal(fields[2], SLICE("Y"));
    return 0;
}

static int read_option(struct affix_file *affixes, const struct slice *fields, size_t count, size_t line,
                       struct rs_error *error)
{
    const struct {
        const char *name;
        char *flag;
    } flags[] = {
        { "ONLYINCOMPOUND", &affixes->only_in_compound },
        { "NEEDAFFIX", &affixes->need_affix },
        { "FORBIDDENWORD", &affixes->forbidden },
        { "COMPOUNDFLAG", &affixes->compound },
        { "COMPOUNDBEGIN", &affixes->compound_places[0] },
        { "COMPOUNDMIDDLE", &affixes->compound_places[1] },
        { "COMPOUNDEND", &affixes->compound_places[2] },
        { "COMPOUNDPERMITFLAG", &affixes->permit_in_compound },
        { "CIRCUMFIX", &affixes->circumfix },
    };

    if (slice_equal(fields[0], SLICE("FLAG")))
        return error_set(error, affixes->path, line, "flags of more than one character are not known here");
    for (size_t i = 0; i < sizeof(flags) / sizeof(*flags); i++)
        if (slice_equal(fields[0], slice_of(flags[i].name)) && count > 1)
            *flags[i].flag = fields[1].at[0];
    return 0;
}

static int read_affix_file(struct affix_file *affixes, const char *base, struct rs_error *error)
{
    struct slice bytes, text, line, fields[MAX_FIELDS];
    int status = 0;

    snprintf(affixes->path, sizeof(affixes->path), "%s.aff", base);
    if (read_bytes(&affixes->arena, affixes->path, &bytes, error) != 0 || find_charset(affixes, bytes, error) != 0 ||
        to_utf8(affixes, bytes, &text, error) != 0)
        return -1;
    for (size_t number = 1; status == 0 && next_line(&text, &line); number++) {
        size_t count = line.len > 0 && line.at[0] == '#' ? 0 : split_fields(line, fields);

        if (count == 0)
            continue;
        if (slice_equal(fields[0], SLICE("SFX")) || slice_equal(fields[0], SLICE("PFX")))
            status = read_affix_line(affixes, fields, count, number, error);
        else
            status = read_option(affixes, fields, count, number, error);
    }
    return status;
}

static bool has_flag(struct slice flags, char flag)
{
    return flag != '\0' && flags.len > 0 && memchr(flags.at, flag, flags.len) != NULL;
}

/* Takes one element off a condition ("[^elr]", ".", "n") and says whether it holds for the code point. */
static bool element_holds(struct slice *condition, int32_t letter)
{
    int32_t c;
    size_t length = read_code_point(*condition, &c);

    *condition = slice_from(*condition, length);
    if (c == '.')
        return true;
    if (c != '[')
        return c == letter;
    bool negated = condition->len > 0 && condition->at[0] == '^', found = false;

    if (negated)
        *condition = slice_from(*condition, 1);
    while ((length = read_code_point(*condition, &c)) > 0) {
        *condition = slice_from(*condition, length);
        if (c == ']')
            break;
        found = found || c == letter;
    }
    return found != negated;
}

static size_t count_elements(struct slice condition)
{
    size_t count = 0;

    for (; condition.len > 0; count++)
        element_holds(&condition, 0);
    return count;
}

/* The last n code points of a word, or all of it. */
static struct slice last_letters(struct slice word, size_t n)
{
    size_t at = word.len;

    while (at > 0 && n > 0)
        if (starts_code_point(word.at[--at]))
            n--;
    return slice_from(word, at);
}

static bool condition_holds(struct slice condition, struct slice word, bool prefix)
{
    size_t elements = count_elements(condition);

    if (elements == 1 && condition.at[0] == '.')
        return true;
    if (!prefix)
        word = last_letters(word, elements);
    while (condition.len > 0) {
        int32_t letter;
        size_t length = read_code_point(word, &letter);

        if (length == 0 || !element_holds(&condition, letter))
            return false;
        word = slice_from(word, length);
    }
    return true;
}

static bool affix_fits(const struct expansion *expansion, const struct affix *affix, struct slice word, bool prefix)
{
    const struct affix_file *affixes = expansion->affixes;

    bool own = !has_flag(affix->flags, affixes->only_in_compound) && !has_flag(affix->flags, affixes->need_affix);

    if ((!own && expansion->visit_part == NULL) || word.len < affix->strip.len || word.len + affix->add.len >= MAX_WORD)
        return false;
    if (prefix ? !slice_starts(word, affix->strip) : !slice_ends(word, affix->strip))
        return false;
    return condition_holds(affix->condition, word, prefix);
}

/* "Haus-" and "-haus" are halves of "Haus- und Hof-": no words of their own. */
static bool is_half(struct slice form)
{
    return form.len < 1 || form.at[0] == '-' || form.at[form.len - 1] == '-';
}

/* The places in a compound that flags allow, as bits of enum part_role. */
static unsigned places_of(const struct affix_file *affixes, struct slice flags)
{
    unsigned places = 0;

    for (size_t i = 0; i < sizeof(affixes->compound_places); i++)
        if (has_flag(flags, affixes->compound_places[i]) || has_flag(flags, affixes->compound))
            places |= 1u << i;
    return places;
}

/* A stem with at most one affix at each end. */
struct affixed {
    char prefix, suffix; /* their flags */
    const struct affix *before, *behind;
};

static bool affix_has(const struct affix *affix, char flag)
{
    return affix != NULL && has_flag(affix->flags, flag);
}

/* A form may stand where its stem may, and where an affix of it may; with a suffix not before another part and with a
 * prefix not at the end, unless they are permitted there. */
static unsigned roles_of(const struct expansion *expansion, const struct affixed *affixed)
{
    const struct affix_file *affixes = expansion->affixes;
    const struct affix *before = affixed->before, *behind = affixed->behind;
    unsigned places = places_of(affixes, expansion->flags);

    if (has_flag(expansion->flags, affixes->forbidden))
        return PART_FORBIDDEN;
    if ((before == NULL && behind == NULL && has_flag(expansion->flags, affixes->need_affix)) ||
        affix_has(before, affixes->need_affix) || affix_has(behind, affixes->need_affix) ||
        (behind != NULL && affix_has(before, affixes->circumfix) != affix_has(behind, affixes->circumfix)))
        return 0;
    if (before != NULL)
        places |= places_of(affixes, before->flags);
    if (behind != NULL)
        places |= places_of(affixes, behind->flags);
    if (behind != NULL && !affix_has(behind, affixes->permit_in_compound))
        places &= ~(unsigned)(PART_BEGIN | PART_MIDDLE);
    if (before != NULL && !affix_has(before, affixes->permit_in_compound))
        places &= ~(unsigned)PART_END;
    if (!has_flag(expansion->flags, affixes->only_in_compound) && !affix_has(before, affixes->only_in_compound) &&
        !affix_has(behind, affixes->only_in_compound))
        places |= PART_WORD;
    return places;
}

static void emit(const struct expansion *expansion, struct slice form, const struct affixed *affixed)
{
    if (expansion->visit_part != NULL) {
        unsigned roles = roles_of(expansion, affixed);

        if (roles != 0)
            expansion->visit_part(expansion->context, form, roles);
        return;
    }
    struct stem_form out = { form, expansion->stem, expansion->flags, affixed->suffix, affixed->prefix, { 0 }, { 0 } };

    if (is_half(form))
        return;
    if (affixed->behind != NULL) {
        out.stripped = affixed->behind->strip;
        out.added = affixed->behind->add;
    }
    expansion->visit(expansion->context, &out);
}

/* All suffixes on a word; with a prefix before it only those that go with prefixes. */
static void add_suffixes(const struct expansion *expansion, struct slice word, struct affixed affixed)
{
    char form[MAX_WORD * 2];

    for (size_t i = 0; i < expansion->flags.len; i++) {
        const struct affix_class *class = &expansion->affixes->classes[(unsigned char)expansion->flags.at[i]];

        if (class->prefix || (affixed.before != NULL && !class->cross))
            continue;
        affixed.suffix = expansion->flags.at[i];
        for (const struct affix *affix = class->first; affix != NULL; affix = affix->next) {
            size_t kept = word.len - affix->strip.len;

            if (!affix_fits(expansion, affix, word, false))
                continue;
            memcpy(form, word.at, kept);
            memcpy(form + kept, affix->add.at, affix->add.len);
            affixed.behind = affix;
            emit(expansion, (struct slice){ form, kept + affix->add.len }, &affixed);
        }
    }
}

static void add_prefixes(const struct expansion *expansion)
{
    char form[MAX_WORD];
    struct slice word = expansion->stem;

    for (size_t i = 0; i < expansion->flags.len; i++) {
        const struct affix_class *class = &expansion->affixes->classes[(unsigned char)expansion->flags.at[i]];

        if (!class->prefix)
            continue;
        for (const struct affix *affix = class->first; affix != NULL; affix = affix->next) {
            size_t kept = word.len - affix->strip.len;

            if (!affix_fits(expansion, affix, word, true))
                continue;
            memcpy(form, affix->add.at, affix->add.len);
            memcpy(form + affix->add.len, word.at + affix->strip.len, kept);
            struct slice prefixed = { form, affix->add.len + kept };
            struct affixed affixed = { .prefix = expansion->flags.at[i], .before = affix };

            if (expansion->visit_part == NULL && is_half(prefixed))
                continue;
            if (expansion->visit_part != NULL || !has_flag(expansion->flags, expansion->affixes->need_affix))
                emit(expansion, prefixed, &affixed);
            if (class->cross)
                add_suffixes(expansion, prefixed, affixed);
        }
    }
}

static void expand(const struct expansion *expansion)
{
    const struct affix_file *affixes = expansion->affixes;
    const struct affixed bare = { 0 };
    const bool parts = expansion->visit_part != NULL;

    if (!parts &&
        (has_flag(expansion->flags, affixes->forbidden) || has_flag(expansion->flags, affixes->only_in_compound)))
        return;
    if (parts || !has_flag(expansion->flags, affixes->need_affix))
        emit(expansion, expansion->stem, &bare);
    add_suffixes(expansion, expansion->stem, bare);
    add_prefixes(expansion);
}

/* "stem/flags<TAB>morphology": a line of the .dic file. Returns false for comments and the count in the first line. */
static bool read_stem(struct slice line, size_t number, struct slice *stem, struct slice *flags)
{
    size_t count;
    const char *tab = memchr(line.at, '\t', line.len);

    if (line.len == 0 || line.at[0] == '#' || is_blank(line.at[0]) || (number == 1 && read_number(line, &count)))
        return false;
    if (tab != NULL)
        line = slice_between(line.at, tab);
    while (line.len > 0 && is_blank(line.at[line.len - 1]))
        line.len--;
    const char *slash = memchr(line.at, '/', line.len);

    *stem = slash == NULL ? line : slice_between(line.at, slash);
    *flags = slash == NULL ? (struct slice){ line.at + line.len, 0 } : slice_from(line, stem->len + 1);
    return stem->len > 0;
}

static int read_stems(struct affix_file *affixes, const char *base, struct expansion expansion, struct rs_error *error)
{
    struct slice bytes, text, line;

    snprintf(affixes->path, sizeof(affixes->path), "%s.dic", base);
    if (read_bytes(&affixes->arena, affixes->path, &bytes, error) != 0 || to_utf8(affixes, bytes, &text, error) != 0)
        return -1;
    for (size_t number = 1; next_line(&text, &line); number++) {
        if (!read_stem(line, number, &expansion.stem, &expansion.flags))
            continue;
        if (expansion.stem.len >= MAX_WORD)
            return error_set(error, affixes->path, number, "a word of more than %d bytes", MAX_WORD);
        expand(&expansion);
    }
    return 0;
}

static int read_dictionary(const char *base, struct expansion expansion, struct rs_error *error)
{
    struct affix_file *affixes = calloc(1, sizeof(*affixes));
    int status;

    if (affixes == NULL || strlen(base) + sizeof(".aff") > sizeof(affixes->path)) {
        free(affixes);
        return error_set(error, base, 0, affixes == NULL ? "out of memory" : "the path is too long");
    }
    expansion.affixes = affixes;
    status = read_affix_file(affixes, base, error);
    if (status == 0)
        status = read_stems(affixes, base, expansion, error);
    arena_free(&affixes->arena);
    free(affixes);
    return status;
}

int read_hunspell(const char *base, visit_stem_form *visit, void *context, struct rs_error *error)
{
    return read_dictionary(base, (struct expansion){ .visit = visit, .context = context }, error);
}

int read_hunspell_parts(const char *base, visit_part *visit, void *context, struct rs_error *error)
{
    return read_dictionary(base, (struct expansion){ .visit_part = visit, .context = context }, error);
}
