/* The public interface of rotstift.h. */
#include "checker.h"

#include <limits.h>
#include <stdlib.h>

#include "data_path.h"
#include "fingerprint.h"
#include "input/input.h"
#include "score.h"

/* A document as the library's users see it: with its issues, in their form. */
struct rs_document {
    struct document *doc;
    struct issues issues;
    struct rs_issue *shown; /* one for each issue, in the document's arena */
    struct score score;
};

/* The variant's name, or NULL with *error. */
static const char *known_variant(const char *name, struct rs_error *error)
{
    static const char *const variants[] = { "de-DE", "de-AT", "de-CH" };

    if (name == NULL)
        return variants[0];
    for (size_t i = 0; i < sizeof variants / sizeof *variants; i++)
        if (strcmp(name, variants[i]) == 0)
            return variants[i];
    error_set(error, NULL, 0, "unknown variant \"%s\": there are de-DE, de-AT and de-CH", name);
    return NULL;
}

static int pick_language(const char *name, enum language *language, struct rs_error *error)
{
    *language = LANGUAGE_DE;
    if (name == NULL || strcmp(name, "de") == 0)
        return 0;
    *language = LANGUAGE_EN;
    if (strcmp(name, "en") == 0)
        return 0;
    return error_set(error, NULL, 0, "unknown language \"%s\": messages are written in de and en", name);
}

static float pick_confidence(double asked)
{
    return asked < 0 ? 0 : (float)(asked > 0 ? asked : RS_DEFAULT_CONFIDENCE);
}

struct rs_checker *rs_checker_open(const struct rs_options *options, struct rs_error *error)
{
    static const struct rs_options defaults = { 0 };
    struct rs_checker *checker = calloc(1, sizeof *checker);
    const char *variant;
    char path[PATH_MAX];

    if (options == NULL)
        options = &defaults;
    variant = known_variant(options->variant, error);
    if (checker == NULL) {
        error_set(error, NULL, 0, "out of memory");
        return NULL;
    }
    checker->confidence = pick_confidence(options->confidence);
    if (variant == NULL || pick_language(options->language, &checker->language, error) != 0 ||
        find_data(options->data_file, path, sizeof path, error) != 0 ||
        checks_open(&checker->context, path, variant, error) != 0) {
        free(checker);
        return NULL;
    }
    return checker;
}

const char *rs_checker_notice(const struct rs_checker *checker)
{
    return checker->context.missing.message[0] == '\0' ? NULL : checker->context.missing.message;
}

void rs_checker_close(struct rs_checker *checker)
{
    if (checker == NULL)
        return;
    checks_close(&checker->context);
    free(checker);
}

void checker_find(const struct rs_checker *checker, struct document *doc, struct issues *out)
{
    out->confidence = checker->confidence;
    checker_find_wanted(checker, doc, out);
}

void checker_find_wanted(const struct rs_checker *checker, struct document *doc, struct issues *out)
{
    out->arena = &doc->arena;
    checks_run(&checker->context, doc, out);
    fingerprint_issues(doc, out);
}

struct rs_document *rs_document_read(const char *name, const void *bytes, size_t length, struct rs_error *error)
{
    struct rs_document *document = calloc(1, sizeof *document);

    if (document == NULL) {
        error_set(error, NULL, 0, "out of memory");
        return NULL;
    }
    document->doc = read_plain_text(slice_of(name), (struct slice){ bytes, length }, error);
    if (document->doc == NULL) {
        free(document);
        return NULL;
    }
    return document;
}

int rs_document_set_source(struct rs_document *document, const char *name, const void *bytes, size_t length,
                           struct rs_error *error)
{
    return read_plain_source(document->doc, slice_of(name), (struct slice){ bytes, length }, error);
}

void rs_document_free(struct rs_document *document)
{
    if (document == NULL)
        return;
    document_free(document->doc);
    free(document);
}

static struct rs_string to_string(struct slice text)
{
    return (struct rs_string){ text.at == NULL ? "" : text.at, text.len };
}

static const struct rs_string *to_strings(struct arena *arena, const struct slice *texts, size_t count)
{
    struct rs_string *strings = arena_array(arena, count, sizeof *strings);

    for (size_t i = 0; i < count; i++)
        strings[i] = to_string(texts[i]);
    return strings;
}

static struct rs_issue to_public(struct document *doc, const struct issue *issue, enum language language)
{
    struct origin start = document_origin(doc, issue->span.start);
    struct origin end = document_end(doc, issue->span.end);

    return (struct rs_issue){
        .start = start.code_point,
        .end = end.code_point,
        .line = start.line,
        .column = start.column,
        .byte = start.byte,
        .rule = to_string(issue->rule->id),
        .category = to_string(issue->rule->category),
        .severity = to_string(slice_of(severity_name(issue->severity))),
        .confidence = (double)issue->confidence,
        .message = to_string(issue->message[language]),
        .text = to_string(text_of(doc, issue->span)),
        .source = to_string(issue->source),
        .suggestion_count = issue->suggestion_count,
        .suggestions = to_strings(&doc->arena, issue->suggestions, issue->suggestion_count),
    };
}

void rs_check(const struct rs_checker *checker, struct rs_document *document)
{
    struct issues issues = { 0 };
    struct rs_issue *shown;

    checker_find(checker, document->doc, &issues);
    shown = arena_array(&document->doc->arena, issues.count, sizeof *shown);
    for (size_t i = 0; i < issues.count; i++)
        shown[i] = to_public(document->doc, &issues.items[i], checker->language);
    document->issues = issues;
    document->shown = shown;
    document->score = score_of(document->doc, &issues);
}

size_t rs_issue_count(const struct rs_document *document)
{
    return document->issues.count;
}

struct rs_issue rs_issue_at(const struct rs_document *document, size_t index)
{
    return document->shown[index];
}

size_t rs_word_count(const struct rs_document *document)
{
    return document->score.words;
}

double rs_penalty_per_1000(const struct rs_document *document)
{
    return document->score.penalty_per_1000;
}

double rs_score(const struct rs_document *document)
{
    return document->score.score;
}
