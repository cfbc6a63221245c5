/* One article of a run: read, checked, and, where that is asked for, corrected. */
#ifndef ROTSTIFT_ARTICLE_H
#define ROTSTIFT_ARTICLE_H

#include "changes/revision.h"
#include "checker.h"
#include "configuration/configuration.h"
#include "suppressions/baseline.h"
#include "suppressions/comments.h"

/* A file and what came of it. */
struct article {
    const char *path;
    const char *below; /* the part of it below the folder that was named */
    struct settings settings;
    const struct rs_checker *checker; /* of the settings' variant; NULL: not to be checked */
    const struct glossary *glossary;  /* the settings'; NULL: none */
    struct changed_lines changed;     /* with --diff: the lines to look at; owned */
    bool marked_only;      /* keep of the document what was marked and no more: no report shows it as a whole */
    bool is_text;          /* its bytes are UTF-8 whatever it says of its encoding (input/input.h) */
    const char *source;    /* the English file beside it, or the folder that holds one of its name; NULL: none */
    struct document *doc;  /* NULL when the file could not be read; owned */
    struct issues issues;  /* with those that are suppressed */
    struct issues counted; /* without */
    struct suppressing_comments comments;
    struct slice before, after; /* with --dry-run: the file's bytes, and what --fix would make of them; malloced */
    size_t rounds;              /* with --fix: how often it was corrected and checked anew */
    bool troubled;
    struct rs_error trouble;
};

/* Reads and checks the article, and corrects the file where the options say so. known marks what was there before.
 * What goes wrong is noted in the article. Safe to call from several threads, each with its own article. */
void check_article(const struct options *options, struct baseline *known, struct article *article);

/* The same with bytes that need not be those of the file. */
void check_article_bytes(const struct options *options, struct baseline *known, struct article *article,
                         struct slice bytes);

/* Frees what the article owns. */
void free_article(struct article *article);

#endif
