/* Builds the lexicon: reads the dictionaries, then lets each part of speech add its readings.
 *
 * The order matters: function words bring the auxiliaries that verbs are built on, verbs mark the participles that are
 * no adjectives of their own, adjectives the nouns that are declined like them. */
#include "morphology.h"

#include "text/unicode.h"

/* Counts the words of all German phrases of Ding: what is common there is common German. */
static void count_words(void *context, const struct ding_pair *pair)
{
    for (size_t i = 0; i < pair->german_count; i++) {
        struct slice text = pair->german[i].text;
        size_t start = 0;

        for (size_t at = 0; at <= text.len;) {
            int32_t c = 0;
            size_t length = read_code_point(slice_from(text, at), &c);
            bool inside = length > 0 && (is_letter(c) || c == '-');

            if (!inside && at > start)
                builder_count(context, (struct slice){ text.at + start, at - start });
            at += length > 0 ? length : 1;
            if (!inside)
                start = at;
        }
    }
}

int build_lexicon(struct builder *builder, const struct lexicon_sources *sources, struct rs_error *error)
{
    struct morphology m = { .builder = builder, .sources = sources };
    int status = vocabulary_read(&m, error);

    if (status == 0)
        status = add_function_words(&m, error);
    if (status == 0)
        status = add_verbs(&m, error);
    if (status == 0)
        status = add_adjectives(&m, error);
    if (status == 0)
        status = add_nouns(&m, error);
    if (status == 0)
        status = add_other_words(&m, error);
    if (status == 0)
        status = mark_lemmas(&m, error);
    if (status == 0) {
        ding_visit(sources->ding, count_words, builder);
        builder_sort_forms(builder);
    }
    arena_free(&m.arena);
    return status;
}
