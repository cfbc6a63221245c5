/* Words, names and passages that the configuration accepts. */
#include "configuration/configuration.h"
#include "text/unicode.h"

/* The text itself, or its genitive. */
static bool is_form_of(struct slice text, struct slice accepted)
{
    static const char *const endings[] = { "", "s", "’s", "'s", "’", "'" };
    struct slice ending;

    if (!slice_starts(text, accepted))
        return false;
    ending = slice_from(text, accepted.len);
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (slice_is(ending, endings[i]))
            return true;
    return false;
}

/* Where a word as such is at fault, a compound with an accepted word is none either: "Foobar-Chef". */
static bool is_about_words(const struct issue *issue)
{
    struct slice category = issue->rule->category;

    return slice_equal(category, SLICE("linguistic/spelling")) ||
           slice_equal(category, SLICE("accuracy/do-not-translate")) ||
           slice_equal(category, SLICE("accuracy/untranslated"));
}

static bool has_part(struct slice text, struct slice accepted)
{
    while (text.len > 0) {
        const char *hyphen = memchr(text.at, '-', text.len);
        struct slice part = hyphen == NULL ? text : slice_between(text.at, hyphen);

        if (is_form_of(part, accepted))
            return true;
        text = slice_from(text, hyphen == NULL ? text.len : part.len + 1);
    }
    return false;
}

static bool is_accepted(const struct issue *issue, struct slice text, struct slice accepted)
{
    return is_form_of(text, accepted) || (is_about_words(issue) && has_part(text, accepted));
}

void configuration_accept(const struct settings *settings, const struct document *doc, struct issues *issues)
{
    for (size_t i = 0; i < issues->count; i++) {
        struct issue *issue = &issues->items[i];
        struct slice text = trim(text_of(doc, issue->span));

        for (size_t j = 0; j < settings->accepted_count && issue->suppression == SUPPRESSION_NONE; j++)
            if (is_accepted(issue, text, settings->accepted[j].text))
                issue->suppression = SUPPRESSION_CONFIGURATION;
    }
}
