/* Marks what belongs to another variant of German: ß in Switzerland, "Jänner" in Germany, "Januar" in Austria. */
#include "checks/variants.h"
#include "checks/habits.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "text/letters.h"

enum { MIN_REGIONAL = 4 /* bytes: no regional word is shorter, many other words are */ };

/* The word that the variant has in place of the lemma; empty when the lemma is its own. */
static struct slice local_word(const struct check_run *run, const struct list_record *table, struct slice lemma)
{
    struct slice variant;

    for (size_t i = 0; (variant = row_value(run, table, lemma, i)).len > 0; i += 2)
        if (slice_equal(variant, run->context->variant))
            return row_value(run, table, lemma, i + 1);
    return (struct slice){ 0 };
}

/* The local word in the form of the reading; in its dictionary form where that can't be made. */
static struct slice inflected(const struct check_run *run, struct slice word, uint32_t features)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    uint32_t lemma = lexicon_lemma(lexicon, word);
    struct slice form = lemma == NO_ID ? (struct slice){ 0 } : lemma_inflected(lexicon, lemma, features);

    return form.len > 0 ? form : word;
}

static void regional_word(const struct check_run *run, const struct list_record *table, size_t i)
{
    const struct token *token = &run->doc->tokens[i];

    for (uint16_t n = 0; n < token->analysis.reading_count; n++) {
        const struct reading *reading = &token->analysis.readings[n];
        struct slice local = local_word(run, table, lemma_text(&run->context->lexicon, reading->lemma));

        if (local.len == 0)
            continue;
        suggest(run, report(run, "check/regional-word", token->span), inflected(run, local, reading->features));
        return;
    }
}

/* "Strasse" for "Straße". */
static struct slice with_double_s(const struct check_run *run, struct slice word)
{
    struct slice copy = arena_copy(run->issues->arena, word);
    char *at = (char *)(uintptr_t)copy.at;

    while ((at = memmem(at, copy.len - (size_t)(at - copy.at), "ß", 2)) != NULL) {
        memcpy(at, "ss", 2); /* ß takes two bytes, as ss does */
        at += 2;
    }
    return copy;
}

/* An article on Austria or Switzerland may call things what they are called there. */
static bool tells_of_neighbours(const struct check_run *run)
{
    for (size_t i = 0; i < run->doc->token_count; i++)
        if (run->doc->tokens[i].kind == TOKEN_WORD &&
            (in_list(run, LIST_NEIGHBOURS, i) ||
             has_lemma_of(&run->context->lexicon, &run->doc->tokens[i], LIST_NEIGHBOURS)))
            return true;
    return false;
}

bool is_swiss_text(const struct check_run *run)
{
    return slice_equal(run->context->variant, SLICE("de-CH")) ||
           (memmem(run->doc->text.at, run->doc->text.len, "ß", 2) == NULL && tells_of_neighbours(run));
}

bool may_be_regional(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);
    struct slice text = text_at(run, i);

    return token->kind == TOKEN_WORD &&
           ((text.len >= MIN_REGIONAL &&
             set_holds(token->type->lemmas_listed, run->context->lexicon.table_numbers[TABLE_REGIONAL_WORDS])) ||
            memmem(text.at, text.len, "ß", 2) != NULL);
}

void check_variants(const struct check_run *run)
{
    bool swiss = slice_equal(run->context->variant, SLICE("de-CH"));
    bool german = slice_equal(run->context->variant, SLICE("de-DE")), asked = false;
    const struct list_record *table = named_table(&run->context->lexicon, TABLE_REGIONAL_WORDS);
    struct habit sharp = { .count = 0 };
    struct slice first = { 0 };

    for (size_t i = next_marked(run, MARK_REGIONAL, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_REGIONAL, i + 1)) {
        const struct token *token = &run->doc->tokens[i];
        struct slice text = token_text(run->doc, token);

        if ((token->flags & TOKEN_QUOTED) != 0)
            continue;
        if (swiss && memmem(text.at, text.len, "ß", 2) != NULL) {
            first = sharp.count == 0 ? text : first;
            habit_seen(&sharp, token->span);
        }
        if (german && !asked && tells_of_neighbours(run))
            return; /* in this variant only words are asked for */
        asked = true;
        if (text.len >= MIN_REGIONAL)
            regional_word(run, table, i);
    }
    suggest(run, report_habit(run, "check/regional-word", &sharp, 1), with_double_s(run, first));
}
