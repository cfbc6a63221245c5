/* What reports say to people, in German and English. */
#ifndef ROTSTIFT_REPORTS_TEXTS_H
#define ROTSTIFT_REPORTS_TEXTS_H

#include <stdio.h>

#include "issues.h"

enum text {
    /* verdict and figures */
    TEXT_PASSED,
    TEXT_FAILED,
    TEXT_UNCHECKED, /* neither passed nor failed: no threshold is set */
    TEXT_SCORE,
    TEXT_OUT_OF_100,
    TEXT_PER_1000,
    TEXT_LIMIT,
    TEXT_WORDS,
    TEXT_ISSUE,
    TEXT_ISSUES,
    TEXT_AT_OR_OVER, /* followed by a severity */
    TEXT_ARTICLES,
    TEXT_ARTICLES_PASSED,
    /* notes */
    TEXT_INSTEAD,
    TEXT_BETTER, /* begins a sentence; TEXT_INSTEAD does not */
    TEXT_DELETE,
    TEXT_OR,
    TEXT_OPENING_QUOTE,
    TEXT_CLOSING_QUOTE,
    TEXT_ENGLISH,
    TEXT_PERCENT, /* behind a figure, with the space that belongs there */
    TEXT_SURE,    /* after a percentage */
    TEXT_SUPPRESSED,
    TEXT_NOTE,
    TEXT_TO_PASSAGE,
    /* the page */
    TEXT_REPORT,
    TEXT_SKIP,
    TEXT_ALL_ARTICLES,
    TEXT_SUMMARY,
    TEXT_CONTENTS,
    TEXT_BY_SEVERITY,
    TEXT_BY_CATEGORY,
    TEXT_OTHER_CATEGORIES,
    TEXT_COURSE,
    TEXT_COURSE_START,
    TEXT_COURSE_END,
    TEXT_PASSAGES,
    TEXT_SEVERITY,
    TEXT_CATEGORY,
    TEXT_COUNT_OF_ISSUES,
    TEXT_MARKS,
    TEXT_MARK_REPLACE,
    TEXT_MARK_DELETE,
    TEXT_MARK_INSERT,
    TEXT_SAMPLE_REPLACE,
    TEXT_SAMPLE_DELETE,
    TEXT_SAMPLE_INSERT,
    TEXT_GRAVEST,
    TEXT_AND_MORE, /* followed by a number */
    TEXT_MADE_BY,
    TEXT_NOTHING_CHECKED,
    /* the page that leads to many articles */
    TEXT_SKIP_TO_TABLE,
    TEXT_DISTRIBUTION,
    TEXT_MEDIAN,
    TEXT_HALF_BETWEEN, /* followed by two figures */
    TEXT_AND,
    TEXT_LOWEST,
    TEXT_TREND,
    TEXT_RUN,
    TEXT_COMPARISON,
    TEXT_GROUP,
    TEXT_SPREAD,
    TEXT_PASSED_COUNT,
    TEXT_PENALTY,
    TEXT_COURSE_OF_RUNS,
    TEXT_FREQUENT_CATEGORY,
    TEXT_WORST_CATEGORY,
    TEXT_RULES,
    TEXT_RULE,
    TEXT_ARTICLE,
    TEXT_ARTICLE_COUNT,
    TEXT_WORD_COUNT,
    TEXT_FAILED_SIGN,
    TEXT_FIND_ARTICLE,
    TEXT_ANY_VERDICT,
    TEXT_VERDICT,
    TEXT_ANY_GROUP,
    TEXT_ROWS_OF, /* filled in by the script */
    TEXT_NO_ARTICLE,
    TEXT_PREVIOUS_PAGE,
    TEXT_NEXT_PAGE,
    /* tools of the script */
    TEXT_FILTER,
    TEXT_ALL_CATEGORIES,
    TEXT_CHECK,
    TEXT_ALL_CHECKS,
    TEXT_CONFIDENCE,
    TEXT_ANY_CONFIDENCE,
    TEXT_AT_LEAST, /* before a percentage */
    TEXT_STATE,
    TEXT_ANY_STATE,
    TEXT_COUNTED, /* all but the suppressed */
    TEXT_OPEN,
    TEXT_ACCEPTED,
    TEXT_DISMISSED,
    TEXT_SEARCH,
    TEXT_SHOWN_OF, /* words in braces are filled in by the script, here and below */
    TEXT_DECIDED,
    TEXT_NOTHING_SHOWN,
    TEXT_ACCEPT_SHOWN,
    TEXT_DOWNLOAD,
    TEXT_DOWNLOAD_NAME,
    TEXT_EXPORT,
    TEXT_PREVIOUS,
    TEXT_NEXT,
    /* deeds on a note */
    TEXT_ACCEPT,
    TEXT_DISMISS,
    TEXT_UNDO,
    TEXT_COPY,
    TEXT_COPIED,
    TEXT_LINK,
    TEXT_LINK_COPIED,
    TEXT_DISMISS_TITLE,
    TEXT_REASON,
    TEXT_REASON_NO_ERROR,
    TEXT_REASON_HOUSE,
    TEXT_REASON_QUOTATION,
    TEXT_REASON_OTHER,
    TEXT_REASON_WORDS,
    TEXT_CANCEL,
    /* keys */
    TEXT_KEYS,
    TEXT_KEYS_ON,
    TEXT_KEY_FILTER,
    TEXT_KEY_SEARCH,
    TEXT_KEY_HELP,
    TEXT_KEY_CLOSE,
    TEXT_CLOSE,
    TEXT_COUNT
};

const char *text_in(enum language language, enum text text);

/* "major", "schwer". */
const char *severity_text(enum language language, enum severity severity);

/* "Baseline", "comment" …; NULL for none. */
const char *suppression_text(enum language language, enum suppression suppression);

/* "Wrong term" for "terminology/wrong-term"; a category that has no text is its own. */
struct slice category_text(enum language language, struct slice category);

/* Prints a figure with grouped thousands and so many decimals as the language writes it: 1.234,5 and 1,234.5.
 * figure is at least 0. */
void print_figure(FILE *out, enum language language, double figure, int decimals);

/* "1 issue", "25 issues". */
void print_issue_count(FILE *out, enum language language, size_t count);

/* Cuts text to at most so many bytes, at a word's end where there is one; false when nothing had to be cut. */
bool shorten(struct slice *text, size_t most);

#endif
