/* Says once that the source is no English: then nothing can be compared. */
#include "bilingual/checks.h"

struct issue *report_with_source(const struct check_run *run, const char *rule_id, struct span span,
                                 struct slice source)
{
    struct issue *issue = report(run, rule_id, span);

    if (issue != NULL)
        issue->source = source;
    return issue;
}

void quote_english(const struct check_run *run, struct issue *issue, struct slice english)
{
    for (int language = 0; issue != NULL && english.len > 0 && language < LANGUAGE_COUNT; language++)
        issue->message[language] = arena_print(
            run->issues->arena, "%.*s %s „%.*s“.", (int)issue->message[language].len, issue->message[language].at,
            language == LANGUAGE_DE ? "Im Englischen:" : "In the English:", (int)english.len, english.at);
}

/* Fewer words beside a segment may be names and terms; a file given as the source is meant to be English. */
#define MOST_NAMES 25

void check_source_language(const struct check_run *run)
{
    const struct document *doc = run->doc;

    if (doc->bilingual->is_english || doc->sentence_count == 0)
        return;
    struct issue *issue =
        report_with_source(run, "bilingual/source-language", doc->sentences[0].span, doc->sentences[0].source);

    if (issue != NULL && doc->english_aligned && doc->bilingual->english->token_count < MOST_NAMES)
        issue->confidence = UNSURE;
}
