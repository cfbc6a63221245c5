/* Issues: what checks find and reports show. */
#ifndef ROTSTIFT_ISSUES_H
#define ROTSTIFT_ISSUES_H

#include "text/document.h"

enum severity { SEVERITY_NEUTRAL, SEVERITY_MINOR, SEVERITY_MAJOR, SEVERITY_CRITICAL, SEVERITY_COUNT };
enum language { LANGUAGE_DE, LANGUAGE_EN, LANGUAGE_COUNT };

struct glossary; /* glossary/glossary.h */

/* What is known of a rule, whether it is a pattern in dictionaries/rules/ or a built-in check.
 * All slices are borrowed from the mapped rule data. */
struct rule_info {
    struct slice id;       /* "idiom/bite-the-bullet" */
    struct slice category; /* MQM: "accuracy/mistranslation" */
    enum severity severity;
    float confidence;                 /* 0 to 1 */
    struct slice english;             /* the English it comes from, may be empty */
    struct slice why[LANGUAGE_COUNT]; /* one sentence each */
};

#define MAX_SUGGESTIONS 5

/* Why an issue does not count: it is kept and marked, but it changes neither score nor exit status. */
enum suppression {
    SUPPRESSION_NONE,
    SUPPRESSION_BASELINE,      /* it was there before: --baseline */
    SUPPRESSION_COMMENT,       /* a comment in the article says so */
    SUPPRESSION_CONFIGURATION, /* a word or name that the configuration accepts */
    SUPPRESSION_COUNT
};

struct issue {
    struct span span; /* in document.text */
    const struct rule_info *rule;
    enum severity severity; /* the rule's, unless the check knows better */
    float confidence;
    struct slice message[LANGUAGE_COUNT];      /* what is wrong here, a sentence; the document's arena or rule data */
    struct slice suggestions[MAX_SUGGESTIONS]; /* texts to put in place of the span; an empty slice (len 0) = delete */
    size_t suggestion_count;
    struct slice source;  /* the English behind it, or the source passage; may be empty */
    uint64_t fingerprint; /* fingerprint.h: knows the issue again in another run */
    enum suppression suppression;
    struct slice reason; /* for the suppression, where one was given; may be empty */
    bool habit;          /* a habit of the whole document, reported at its first place only */
};

/* A choice the document has made (checks/choices.h). */
struct choice {
    const struct rule_info *rule;
    uint64_t thing;      /* what was to be chosen: a hash over the rule and the thing's name */
    struct slice chosen; /* "Sie", "Start-up" */
    struct span span;
    bool contested; /* the document has also chosen otherwise */
};

struct choices {
    struct choice *items;
    size_t count, capacity;
};

/* What is wanted of a rule, where that is not what its data says. */
struct rule_preference {
    bool is_off;
    bool has_severity;
    enum severity severity;
    float confidence; /* issues less sure are left out; negative: as for all rules */
};

/* What is wanted of all rules: items[i] is that of rules[i]. */
struct rule_preferences {
    const struct rule_info *rules;
    const struct rule_preference *items;
    size_t count;
};

/* The issues of one document, in order of span.start once issues_sort has run. */
struct issues {
    struct arena *arena;
    struct issue *items;
    size_t count, capacity;
    float confidence;                           /* issues_sort leaves out the less sure; 0: none */
    const struct rule_preferences *preferences; /* and what is not wanted; NULL: nothing */
    const struct glossary *glossary;            /* the terms that are wanted; NULL: any */
    bool every_place;                           /* habits that can be corrected are wanted at each of their places */
    struct choices choices;
};

/* Appends a zeroed issue of the rule over the span, with the rule's severity, confidence, explanation and English,
 * and returns it, so that the check can add suggestions. The pointer holds until the next call. */
struct issue *issues_add(struct issues *issues, const struct rule_info *rule, struct span span);

/* Adds a suggestion (text is copied into the arena unless it is borrowed for long enough: copied always).
 * One past MAX_SUGGESTIONS, or one that is there already, is left out. */
void issue_suggest(struct issues *issues, struct issue *issue, struct slice text);

/* True of a rule that finds English rendered word by word, by its id: "idiom/bite-the-bullet", "bilingual/wrong-sense".
 */
bool finds_literal_wording(struct slice rule_id);

/* Drops what is not wanted or not sure enough, first of all, so that it hides nothing. Orders by place, then length
 * (longest first), then rule id. Of issues over the very same span that have the same category or family, or find
 * literal wordings, keeps the surest; of an issue wholly inside another one of the same family and that one keeps the
 * surer, else the longer; of a literal wording and a part of it the whole. */
void issues_sort(struct issues *issues);

/* The issues that count: those that are not suppressed, in a list of their own (in the same arena). */
struct issues issues_that_count(const struct issues *issues);

const char *suppression_name(enum suppression suppression); /* "baseline"; NULL for none */

const char *severity_name(enum severity severity); /* "minor" */
bool severity_from_name(struct slice name, enum severity *out);
double severity_penalty(enum severity severity); /* MQM: 0, 1, 5, 25 */

#endif
