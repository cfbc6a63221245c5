/* Marks what must stand on both sides as often as on one: questions, quotations, brackets; placeholders, markup and
 * addresses, letter by letter. */
#include "bilingual/checks.h"
#include "checks/places.h"
#include "text/unicode.h"

/* Words of a quotation, at least. */
#define LEAST_QUOTED 5

/* A passage's text and tokens on one side. */
struct side {
    const struct document *doc;
    uint32_t first, end;
};

struct sides {
    const struct check_run *run;
    struct side english, german;
};

static struct slice text_of_token(const struct side *side, uint32_t token)
{
    return token_text(side->doc, &side->doc->tokens[token]);
}

static struct slice text_of_side(const struct side *side)
{
    return text_of(side->doc, (struct span){ side->doc->tokens[side->first].span.start,
                                             side->doc->tokens[side->end - 1].span.end });
}

/* The German word for an English one or for the nearest before it; the first word when there is none. */
static uint32_t german_near(const struct sides *sides, uint32_t token)
{
    const struct bilingual *bilingual = sides->run->doc->bilingual;

    for (uint32_t i = token + 1; i > sides->english.first; i--)
        if (bilingual->words[i - 1].best != NO_ID)
            return bilingual->words[i - 1].best;
    return sides->german.first;
}

/* ---- questions ---- */

static bool has_mark(const struct side *side, const char *mark)
{
    for (uint32_t i = side->first; i < side->end; i++)
        if (slice_is(text_of_token(side, i), mark))
            return true;
    return false;
}

/* Words that ask without a question mark: "I wonder why". */
static bool asks_indirectly(const struct sides *sides)
{
    for (uint32_t i = sides->english.first; i < sides->english.end; i++)
        if (english_is(sides->run->doc->bilingual, i, SLICE("ask")) ||
            english_is(sides->run->doc->bilingual, i, SLICE("wonder")) ||
            english_is(sides->run->doc->bilingual, i, SLICE("question")))
            return true;
    return false;
}

static void compare_questions(const struct sides *sides)
{
    bool english = has_mark(&sides->english, "?"), german = has_mark(&sides->german, "?");
    struct slice last = text_of_token(&sides->english, sides->english.end - 1);

    if (english == german || asks_indirectly(sides) || (english && !slice_equal(last, SLICE("?"))))
        return;
    for (uint32_t i = sides->german.end; i > sides->german.first; i--)
        if (sides->german.doc->tokens[i - 1].kind == TOKEN_PUNCTUATION &&
            (english || slice_equal(text_of_token(&sides->german, i - 1), SLICE("?")))) {
            report_with_source(sides->run, english ? "bilingual/question-lost" : "bilingual/question-added",
                               sides->german.doc->tokens[i - 1].span, text_of_side(&sides->english));
            return;
        }
}

/* ---- quotations and brackets ---- */

static bool is_double_quote(struct slice text, const char *other)
{
    return slice_equal(text, SLICE("\"")) || slice_is(text, other);
}

/* The opening mark of a quotation that is long enough to be somebody's words; NO_ID: none. Single marks may be
 * apostrophes. */
static uint32_t long_quotation(const struct side *side)
{
    for (uint32_t i = side->first, opening = NO_ID; i < side->end; i++) {
        struct slice text = text_of_token(side, i);

        if (opening == NO_ID && is_double_quote(text, "“"))
            opening = i;
        else if (opening != NO_ID && is_double_quote(text, "”")) {
            if (i > opening + LEAST_QUOTED)
                return opening;
            opening = NO_ID;
        }
    }
    return NO_ID;
}

/* A quotation without marks is no longer one. Italics and dashes may stand for them. */
static void compare_quotations(const struct sides *sides)
{
    static const char *const marks[] = { "\"", "'", "‘", "’", "“", "”", "„", "‚", "«", "»", "‹", "›", "*", "_", "–" };
    uint32_t at, opening = long_quotation(&sides->english);

    if (opening == NO_ID)
        return;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (has_mark(&sides->german, marks[i]))
            return;
    at = german_near(sides, opening + 1);
    report_with_source(sides->run, "bilingual/quotation-lost", sides->german.doc->tokens[at].span,
                       text_of_side(&sides->english));
}

/* ---- placeholders ---- */

/* Bytes of a placeholder or tag at the start of the text: "{name}", "{{count}}", "${x}", "%s", "%1$d", "<b>";
 * 0: none. An entity ("&amp;") is a letter, which a translation may have as itself. */
static size_t placeholder_length(struct slice text)
{
    size_t at = 1;

    if (text.len < 2)
        return 0;
    if (*text.at == '%') {
        while (at < text.len && strchr("0123456789$.", text.at[at]) != NULL)
            at++;
        return at < text.len && strchr("sdfiux@", text.at[at]) != NULL &&
                       (at + 1 == text.len || !is_letter((unsigned char)text.at[at + 1]))
                   ? at + 1
                   : 0;
    }
    if (*text.at == '$' && text.at[1] == '{')
        at = 2;
    else if (*text.at != '{' && *text.at != '<')
        return 0;
    char close = *text.at == '<' ? '>' : '}';

    while (at < text.len && at < 80 && text.at[at] != close && text.at[at] != ' ' && text.at[at] != '\n')
        at++;
    if (at >= text.len || text.at[at] != close || at < 2)
        return 0;
    while (close == '}' && at + 1 < text.len && text.at[at + 1] == '}')
        at++;
    return at + 1;
}

static bool contains(struct slice text, struct slice part)
{
    return memmem(text.at, text.len, part.at, part.len) != NULL;
}

/* "</p>" or "<b>" whose other half is not there: debris of a page, which a translation rightly drops. Of an element
 * that stands alone ("<br>") and of a name in brackets ("<user>") nothing is known to be missing. */
static bool is_half_of_pair(const struct sides *sides, struct slice text, struct slice tag)
{
    bool closing = tag.len > 2 && tag.at[1] == '/';
    struct arena *arena = sides->run->issues->arena;
    struct slice name;

    if (*tag.at != '<' || tag.at[tag.len - 2] == '/')
        return false;
    name = (struct slice){ tag.at + 1 + closing, tag.len - 2 - closing };
    if (closing)
        return !contains(text, arena_print(arena, "<%.*s>", (int)name.len, name.at)) &&
               !contains(text, arena_print(arena, "<%.*s ", (int)name.len, name.at));
    return in_word_list(&sides->run->context->lexicon, LIST_PAIRED_TAGS, name) &&
           !contains(text, arena_print(arena, "</%.*s>", (int)name.len, name.at));
}

/* The English token that begins at or before a place in the English text. */
static uint32_t token_before(const struct side *side, uint32_t offset)
{
    uint32_t token = side->first;

    while (token + 1 < side->end && side->doc->tokens[token + 1].span.start <= offset)
        token++;
    return token;
}

static void report_part(const struct sides *sides, const char *rule, uint32_t english, struct slice part)
{
    uint32_t at = german_near(sides, english);
    struct issue *issue =
        report_with_source(sides->run, rule, sides->german.doc->tokens[at].span, text_of_side(&sides->english));

    for (int language = 0; issue != NULL && language < LANGUAGE_COUNT; language++)
        issue->message[language] =
            arena_print(sides->run->issues->arena, "%.*s „%.*s“", (int)issue->message[language].len,
                        issue->message[language].at, (int)part.len, part.at);
}

static void compare_placeholders(const struct sides *sides)
{
    struct slice english = text_of_side(&sides->english), german = text_of_side(&sides->german);
    uint32_t start = sides->english.doc->tokens[sides->english.first].span.start;

    for (size_t i = 0; i < english.len; i++) {
        size_t length = placeholder_length(slice_from(english, i));
        struct slice part = { english.at + i, length };

        if (length == 0)
            continue;
        if (!contains(german, part) && !is_half_of_pair(sides, english, part))
            report_part(sides, "bilingual/placeholder", token_before(&sides->english, start + (uint32_t)i), part);
        i += length - 1;
    }
}

/* The letters and figures of a text: a space more or less in an address is another check's matter. */
static struct slice letters_of(struct arena *arena, struct slice text)
{
    char *letters = arena_take(arena, text.len + 1);
    size_t count = 0;

    for (size_t i = 0; i < text.len; i++)
        if (is_letter((unsigned char)text.at[i]) || is_digit((unsigned char)text.at[i]))
            letters[count++] = text.at[i];
    return (struct slice){ letters, count };
}

/* Web and mail addresses are copied as they are. */
static void compare_addresses(const struct sides *sides)
{
    struct arena *arena = sides->run->issues->arena;
    struct slice german = { 0 };

    for (uint32_t i = sides->english.first; i < sides->english.end; i++) {
        struct slice address = text_of_token(&sides->english, i);

        if (sides->english.doc->tokens[i].kind != TOKEN_ADDRESS || strchr("#@", *address.at) != NULL)
            continue;
        if (german.len == 0)
            german = letters_of(arena, text_of_side(&sides->german));
        if (!contains(german, letters_of(arena, address)))
            report_part(sides, "bilingual/address", i, address);
    }
}

void check_marks(const struct check_run *run)
{
    const struct bilingual *bilingual = run->doc->bilingual;

    for (size_t i = 0; bilingual->is_english && i < bilingual->passage_count; i++) {
        const struct passage *passage = &bilingual->passages[i];
        struct sides sides = { run, { bilingual->english, 0, 0 }, { run->doc, 0, 0 } };

        if (!is_close_translation(passage))
            continue;
        passage_english(bilingual, passage, &sides.english.first, &sides.english.end);
        passage_german(run->doc, passage, &sides.german.first, &sides.german.end);
        if (passage->english_count == 1 && passage->german_count == 1)
            compare_questions(&sides);
        compare_quotations(&sides);
        compare_placeholders(&sides);
        compare_addresses(&sides);
    }
}
