#include "article.h"

#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "changes/fix.h"
#include "digest.h"
#include "input/input.h"
#include "output.h"

/* The article's counterpart in a folder of sources, which has the same name below it; the source itself where it is no
 * folder. */
static const char *source_path(const struct article *article, char *room, size_t size)
{
    struct stat status;

    if (stat(article->source, &status) != 0 || !S_ISDIR(status.st_mode))
        return article->source;
    snprintf(room, size, "%s/%s", article->source, article->below);
    return room;
}

/* Puts the English beside the article. Without it, the article is checked all the same. */
static void read_original(const struct options *options, struct article *article)
{
    char room[PATH_MAX];
    struct input input = { .fields = options->json_fields };
    const char *path;

    if (article->doc == NULL || article->source == NULL)
        return;
    path = source_path(article, room, sizeof room);
    input.name = slice_of(path);
    article->troubled = read_file(path, &input.bytes, &article->trouble) != 0 ||
                        read_source(article->doc, &input, options->input_format, &article->trouble) != 0;
    free((void *)(uintptr_t)input.bytes.at);
}

/* Makes the document of the bytes, with its source. */
static void read_article(const struct options *options, struct slice bytes, struct article *article)
{
    struct input input = {
        .name = slice_of(article->path), .bytes = bytes, .is_text = article->is_text, .fields = options->json_fields
    };

    article->doc = read_document(&input, options->input_format, &article->trouble);
    article->troubled = article->doc == NULL;
    read_original(options, article);
}

/* Finds the issues, and settles which of them count. every_place: of habits as well (issues.h). */
static void examine(const struct options *options, struct baseline *known, struct article *article, bool every_place)
{
    const struct rule_set *rules = &article->checker->context.rules;
    struct document *doc = article->doc;

    article->issues = (struct issues){
        .confidence = (float)article->settings.confidence,
        .preferences = configuration_preferences(&article->settings, rules, &doc->arena),
        .glossary = article->glossary,
        .every_place = every_place,
    };
    checker_find_wanted(article->checker, doc, &article->issues);
    if (options->revision != NULL)
        keep_changed(&article->changed, doc, &article->issues);
    configuration_accept(&article->settings, doc, &article->issues);
    article->comments = (struct suppressing_comments){ 0 };
    if (comments_read(&article->comments, doc, rules, &article->trouble) != 0)
        article->troubled = true;
    comments_apply(&article->comments, doc, &article->issues);
    baseline_apply(known, doc, &article->issues);
}

static struct slice copy_bytes(struct slice bytes)
{
    char *copy = malloc(bytes.len + 1);

    return copy == NULL ? (struct slice){ 0 } : slice_between(copy, mempcpy(copy, bytes.at, bytes.len));
}

static void free_bytes(struct slice *bytes)
{
    free((void *)(uintptr_t)bytes->at);
    *bytes = (struct slice){ 0 };
}

/* Corrects the article's bytes once, checks what has come of it, and takes that for the article. Returns false when
 * there was nothing to correct, or when it went wrong: then all is as it was, and *trouble tells. */
static bool correct_once(const struct options *options, struct baseline *known, struct article *article,
                         struct slice *bytes)
{
    struct article next = *article;
    struct changes changes = { 0 };
    struct slice corrected;

    find_changes(article->doc, &article->issues, &article->checker->context.lexicon, &changes);
    if (changes.count == 0)
        return false;
    corrected = apply_changes(&changes, *bytes);
    if (corrected.at != NULL)
        read_article(options, corrected, &next);
    if (corrected.at == NULL || next.doc == NULL || !changes_are_sound(article->doc, &changes, next.doc)) {
        error_set(&article->trouble, article->path, document_origin(article->doc, changes.items[0].span.start).line,
                  "--fix: a correction would change how the file is read; what follows is left as it is");
        article->troubled = true;
        free_bytes(&corrected);
        if (next.doc != article->doc)
            document_free(next.doc);
        return false;
    }
    examine(options, known, &next, true);
    document_free(article->doc);
    free_bytes(bytes);
    *article = next;
    *bytes = corrected;
    return true;
}

static int write_file(const char *path, struct slice bytes, struct rs_error *error)
{
    struct output output;

    if (output_open(&output, path, error) != 0)
        return -1;
    fwrite(bytes.at, 1, bytes.len, output.stream);
    return output_close(&output, error);
}

/* Of two corrections that touch, a round makes one: each round leaves at most half of them, and what only a correction
 * brings to light. */
#define MOST_ROUNDS 32

/* Makes the article that of the corrected file, with its habits at one place each. */
static void take_corrected(const struct options *options, struct baseline *known, struct article *article,
                           struct slice bytes)
{
    struct article corrected = *article;

    read_article(options, bytes, &corrected);
    if (corrected.doc == NULL)
        return;
    examine(options, known, &corrected, false);
    corrected.troubled |= article->troubled;
    document_free(article->doc);
    *article = corrected;
}

/* Corrects the file as far as its suggestions are certain. The article is then that of the corrected file; with
 * --dry-run it stays as it is, and both versions are kept. */
static void correct(const struct options *options, struct baseline *known, struct article *article, struct slice bytes)
{
    struct article draft = *article;
    struct slice after = copy_bytes(bytes);

    read_article(options, bytes, &draft);
    if (after.at == NULL || draft.doc == NULL)
        return;
    examine(options, known, &draft, true);
    while (draft.rounds < MOST_ROUNDS && correct_once(options, known, &draft, &after))
        draft.rounds++;
    article->troubled = draft.troubled;
    article->trouble = draft.trouble;
    if (options->dry_run) {
        article->before = copy_bytes(bytes);
        article->after = after;
        document_free(draft.doc);
        return;
    }
    if (draft.rounds > 0 && write_file(article->path, after, &article->trouble) != 0)
        article->troubled = true;
    else if (draft.rounds > 0)
        take_corrected(options, known, article, after);
    article->rounds = draft.rounds;
    document_free(draft.doc);
    free_bytes(&after);
}

/* DOCX and ODT are not rewritten. That is worth a word where there is something to correct. */
static void refuse_archive(struct article *article)
{
    if (!has_certain(&article->issues, &article->checker->context.lexicon))
        return;
    article->troubled = true;
    error_set(&article->trouble, article->path, 0,
              "--fix: DOCX and ODT are only checked; correct them where they are edited");
}

/* A file that is read in batches. */
struct large_file {
    const struct options *options;
    struct baseline *known;
    struct article *article;
    struct digest digest;
    struct slice bytes;
};

static void check_batch(void *user, struct document *batch)
{
    struct large_file *file = user;
    struct article part = *file->article;

    part.doc = batch;
    part.troubled = false;
    examine(file->options, file->known, &part, false);
    if (part.troubled && !file->article->troubled) {
        file->article->troubled = true;
        file->article->trouble = part.trouble;
    }
    digest_take(&file->digest, batch, &part.issues);
    document_free(batch);
    forget_pages(file->bytes);
}

/* Checks a file of any size; the article's document is what remains of it. */
static void check_large_file(const struct options *options, struct baseline *known, struct article *article,
                             const struct format *format)
{
    struct large_file file = { .options = options, .known = known, .article = article };
    struct input input = { .name = slice_of(article->path), .take_batch = check_batch, .user = &file };
    struct document *last = NULL;

    if (map_file(article->path, &file.bytes, &article->trouble) == 0) {
        input.bytes = file.bytes;
        digest_begin(&file.digest, input.name);
        last = format->read(&input, &article->trouble);
        if (last != NULL)
            check_batch(&file, last);
        article->doc = file.digest.doc;
        article->issues = file.digest.issues;
        article->comments = (struct suppressing_comments){ 0 };
        unmap_file(file.bytes);
    }
    article->troubled |= last == NULL;
    if (article->doc == NULL || !options->fix)
        return;
    article->troubled = true;
    error_set(&article->trouble, article->path, 0, "--fix: the file is too large to be corrected; it is only checked");
}

/* The format, where the file is too large to be held and can be read in batches, or NULL. */
static const struct format *format_of_large(const struct options *options, const char *path)
{
    const struct format *format = options->input_format;

    if (!is_large_file(path))
        return NULL;
    if (format == NULL)
        format = format_by_ending(slice_of(path));
    return format != NULL && format->in_batches ? format : NULL;
}

/* Of an article that nobody reads as a whole only the passages are kept in which something was found. */
static void keep_marked(struct article *article)
{
    struct digest digest;

    digest_begin(&digest, article->doc->name);
    digest_take(&digest, article->doc, &article->issues);
    document_free(article->doc);
    article->doc = digest.doc;
    article->issues = digest.issues;
    article->comments = (struct suppressing_comments){ 0 };
}

void check_article_bytes(const struct options *options, struct baseline *known, struct article *article,
                         struct slice bytes)
{
    read_article(options, bytes, article);
    if (article->doc == NULL)
        return;
    examine(options, known, article, false);
    if (options->fix && article->doc->notation == NOTATION_PACKED)
        refuse_archive(article);
    else if (options->fix)
        correct(options, known, article, bytes);
    if (article->marked_only)
        keep_marked(article);
    document_forget_analysis(article->doc);
}

void check_article(const struct options *options, struct baseline *known, struct article *article)
{
    struct slice bytes = { 0 };
    const struct format *large;

    if (article->checker == NULL)
        return;
    large = format_of_large(options, article->path);
    if (large != NULL) {
        check_large_file(options, known, article, large);
        return;
    }
    if (read_file(article->path, &bytes, &article->trouble) != 0) {
        article->troubled = true;
        return;
    }
    check_article_bytes(options, known, article, bytes);
    free_bytes(&bytes);
}

void free_article(struct article *article)
{
    if (article->doc != NULL)
        document_free(article->doc);
    changed_lines_free(&article->changed);
    free_bytes(&article->before);
    free_bytes(&article->after);
}
