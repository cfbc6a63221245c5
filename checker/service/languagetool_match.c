#include "service/languagetool_match.h"

#include "reports/json_issue.h"
#include "reports/texts.h"
#include "text/unicode.h"

enum { CONTEXT_BYTES = 60 }; /* about so much text before and behind a match, as LanguageTool has it */

/* The type by which clients choose a colour, one of ITS 2.0 (https://www.w3.org/TR/its20/#lqissue-typevalues). */
static const char *type_of(struct slice category)
{
    static const struct {
        const char *category, *type;
    } types[] = {
        { "accuracy/addition", "addition" },
        { "accuracy/do-not-translate", "mistranslation" },
        { "accuracy/mistranslation", "mistranslation" },
        { "accuracy/omission", "omission" },
        { "accuracy/untranslated", "untranslated" },
        { "linguistic/grammar", "grammar" },
        { "linguistic/punctuation", "typographical" },
        { "linguistic/spelling", "misspelling" },
        { "locale/typography", "typographical" },
        { "locale", "locale-violation" },
        { "markup", "markup" },
        { "style/register", "register" },
        { "style", "style" },
        { "terminology/inconsistent", "inconsistency" },
        { "terminology", "terminology" },
    };

    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (slice_starts(category, slice_of(types[i].category)))
            return types[i].type;
    return "uncategorized";
}

static json_t *replacements(const struct issue *issue)
{
    json_t *list = json_array();

    for (size_t i = 0; i < issue->suggestion_count; i++)
        json_array_append_new(list, json_pack("{s:o}", "value", json_text(issue->suggestions[i])));
    return list;
}

/* Moves an offset of the text back, or on, to where a character begins. */
static size_t to_character(struct slice text, size_t at, bool on)
{
    while (at > 0 && at < text.len && !starts_code_point(text.at[at]))
        on ? at++ : at--;
    return at;
}

/* What stands around the match, on one line, cut with "...". */
static json_t *context(const struct document *doc, struct span span, struct arena *arena)
{
    struct slice text = doc->text;
    size_t first = to_character(text, span.start > CONTEXT_BYTES ? span.start - CONTEXT_BYTES : 0, true);
    size_t last = to_character(text, span.end + CONTEXT_BYTES < text.len ? span.end + CONTEXT_BYTES : text.len, false);
    struct slice cut = SLICE("..."), none = { 0 };
    struct slice before =
        arena_join(arena, first > 0 ? cut : none, slice_between(text.at + first, text.at + span.start));
    struct slice behind =
        arena_join(arena, slice_between(text.at + span.start, text.at + last), last < text.len ? cut : none);
    struct slice shown = arena_join(arena, before, behind);

    for (char *at = (char *)(uintptr_t)shown.at; at < shown.at + shown.len; at++)
        if (*at == '\n')
            *at = ' ';
    return json_pack("{s:o,s:I,s:I}", "text", json_text(shown), "offset", (json_int_t)count_utf16_units(before),
                     "length", (json_int_t)count_utf16_units(text_of(doc, span)));
}

static struct slice sentence_of(const struct document *doc, struct span span)
{
    size_t token = token_behind(doc, span.start);

    return token < doc->token_count ? text_of(doc, doc->sentences[doc->tokens[token].sentence].span)
                                    : (struct slice){ 0 };
}

static json_t *rule(const struct rule_info *info, enum language language)
{
    struct slice described = info->why[language].len > 0 ? info->why[language] : info->id;

    return json_pack("{s:o,s:o,s:s,s:{s:o,s:o}}", "id", json_text(info->id), "description", json_text(described),
                     "issueType", type_of(info->category), "category", "id", json_text(info->category), "name",
                     json_text(category_text(language, info->category)));
}

static json_t *match(const struct document *doc, const struct issue *issue, size_t offset, size_t length,
                     enum language language, struct arena *arena)
{
    return json_pack(
        "{s:o,s:o,s:o,s:I,s:I,s:o,s:o,s:{s:s},s:o,s:b,s:i,s:s,s:o}", "message", json_text(issue->message[language]),
        "shortMessage", json_text(category_text(language, issue->rule->category)), "replacements", replacements(issue),
        "offset", (json_int_t)offset, "length", (json_int_t)length, "context", context(doc, issue->span, arena),
        "sentence", json_text(sentence_of(doc, issue->span)), "type", "typeName", "Other", "rule",
        rule(issue->rule, language), "ignoreForIncompleteSentence", 0, "contextForSureMatch", 0, "severity",
        severity_name(issue->severity), "confidence", json_figure((double)issue->confidence));
}

/* Where a span of the document stands in the whole. */
static void find_place(const struct document *doc, struct span span, const struct annotated_text *annotated,
                       struct annotated_cursor *cursor, size_t *offset, size_t *length)
{
    struct place place = document_place(doc, span);

    annotated_place(annotated, cursor, (struct span){ (uint32_t)place.start.byte, (uint32_t)place.end.byte }, offset,
                    length);
}

json_t *languagetool_sentences(const struct document *doc, const struct annotated_text *annotated)
{
    struct annotated_cursor cursor = { 0 };
    json_t *list = json_array();

    for (size_t i = 0; i < doc->sentence_count; i++) {
        size_t offset, length;

        find_place(doc, doc->sentences[i].span, annotated, &cursor, &offset, &length);
        json_int_t first = (json_int_t)offset;

        json_array_append_new(list, json_pack("[I,I]", first, first + (json_int_t)length));
    }
    return list;
}

json_t *languagetool_matches(const struct document *doc, const struct issues *issues,
                             const struct annotated_text *annotated, enum language language)
{
    struct annotated_cursor cursor = { 0 };
    struct arena arena = { 0 };
    json_t *list = json_array();

    for (size_t i = 0; list != NULL && i < issues->count; i++) {
        size_t offset, length;

        find_place(doc, issues->items[i].span, annotated, &cursor, &offset, &length);
        if (json_array_append_new(list, match(doc, &issues->items[i], offset, length, language, &arena)) != 0) {
            json_decref(list);
            list = NULL;
        }
        arena_free(&arena);
    }
    return list;
}
