/** Rotstift: checks machine-translated German the way an editor reads it.
 *
 * The whole interface of librotstift. Open a checker once (it maps the rule data read-only and may be shared by
 * threads), make a document of each article, check it, read its issues.
 *
 *     struct rs_error error;
 *     struct rs_checker *checker = rs_checker_open(NULL, &error);
 *     struct rs_document *doc = rs_document_read("article.txt", bytes, length, &error);
 *     rs_check(checker, doc);
 *     for (size_t i = 0; i < rs_issue_count(doc); i++) {
 *         struct rs_issue issue = rs_issue_at(doc, i);
 *         printf("%zu:%zu %.*s\n", issue.line, issue.column, (int)issue.message.length, issue.message.bytes);
 *     }
 *     rs_document_free(doc);
 *     rs_checker_close(checker);
 *
 * Strings given back are UTF-8, not NUL-terminated unless it says so. Nothing here prints, ends the process (but for
 * lack of memory), or opens a network connection.
 */
#ifndef ROTSTIFT_H
#define ROTSTIFT_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define RS_VERSION "0.1.0"

/** Marks what the shared library shows; all else in it is hidden. */
#if defined(__GNUC__)
#define RS_API __attribute__((visibility("default")))
#else
#define RS_API
#endif

struct rs_checker;
struct rs_document;

/** What went wrong. message is NUL-terminated, in English, and says what, where, and what to do. */
struct rs_error {
    char message[512];
    char file[256]; /* the file it is about, empty when there is none */
    size_t line;    /* line in that file, 0 when there is none */
};

/** Borrowed bytes of UTF-8. */
struct rs_string {
    const char *bytes;
    size_t length;
};

/** How to check. Zero-initialise, then set what you need. */
struct rs_options {
    const char *data_file; /**< compiled rule data; NULL: the installed one, or $ROTSTIFT_DATA */
    const char *variant;   /**< "de-DE" (NULL), "de-AT", "de-CH" */
    const char *language;  /**< language of messages, "de" or "en" (NULL: "de") */
    double confidence;     /**< issues less sure than this are not given; 0: RS_DEFAULT_CONFIDENCE; negative: all */
};

/** Only what an editor would nearly always accept. */
#define RS_DEFAULT_CONFIDENCE 0.8

/** One error found. Strings hold as long as the document. */
struct rs_issue {
    size_t start, end;         /**< Unicode code points from the start of the decoded file, end exclusive */
    size_t line, column;       /**< from 1; column in code points */
    size_t byte;               /**< offset in the file's bytes */
    struct rs_string rule;     /**< "idiom/bite-the-bullet" */
    struct rs_string category; /**< MQM: "accuracy/mistranslation" */
    struct rs_string severity; /**< "neutral", "minor", "major", "critical" */
    double confidence;         /**< 0 to 1 */
    struct rs_string message;  /**< one sentence, in the language asked for */
    struct rs_string text;     /**< the marked text */
    struct rs_string source;   /**< the English behind it, or empty */
    size_t suggestion_count;
    const struct rs_string *suggestions; /**< what to write instead; an empty string: delete */
};

/** Opens a checker. options may be NULL. Returns NULL with *error set when the rule data is missing or damaged
 * (the message names the package or the command that brings it). */
RS_API struct rs_checker *rs_checker_open(const struct rs_options *options, struct rs_error *error);

/** What the checker has to do without: a spelling dictionary that is not installed, with the package that brings it;
 * the checks that need it are silent. NULL when nothing is missing; NUL-terminated, borrowed from the checker. */
RS_API const char *rs_checker_notice(const struct rs_checker *checker);

/** Closes it; NULL is allowed. Documents checked by it must be freed before. */
RS_API void rs_checker_close(struct rs_checker *checker);

/** Makes a document from the bytes of a plain-text article: UTF-8 with or without byte order mark, or Windows-1252;
 * paragraphs are lines. name is used in messages and copied. The bytes are copied.
 * Returns NULL with *error set for binary data, invalid bytes (the line is named) or more than 64 MiB. */
RS_API struct rs_document *rs_document_read(const char *name, const void *bytes, size_t length, struct rs_error *error);

/** Puts the English original beside a document, as the bytes of a plain-text file; the two are aligned when the
 * document is checked. name is used in messages and copied, the bytes are copied. Returns 0, or -1 with *error set as
 * rs_document_read, and for a source without text; the document is then as before. */
RS_API int rs_document_set_source(struct rs_document *document, const char *name, const void *bytes, size_t length,
                                  struct rs_error *error);

/** Frees a document and its issues; NULL is allowed. */
RS_API void rs_document_free(struct rs_document *document);

/** Checks the document; issues of an earlier check are replaced. Safe to call from several threads with one checker,
 * each with its own document. */
RS_API void rs_check(const struct rs_checker *checker, struct rs_document *document);

/** The issues of the last check, in order of place. */
RS_API size_t rs_issue_count(const struct rs_document *document);
RS_API struct rs_issue rs_issue_at(const struct rs_document *document, size_t index);

/** Words in the document, penalty points per 1,000 words (minor 1, major 5, critical 25), and the score
 * (100 less the points per 100 words, at least 0), after the last check. */
RS_API size_t rs_word_count(const struct rs_document *document);
RS_API double rs_penalty_per_1000(const struct rs_document *document);
RS_API double rs_score(const struct rs_document *document);

#ifdef __cplusplus
}
#endif

#endif
