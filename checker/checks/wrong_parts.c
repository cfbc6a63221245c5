/* Marks compounds that German doesn't have and that become a German word when one part is put in another sense of its
 * English: "Luftstreik" is an air strike, and German has the Luftangriff. Which nouns are senses of one English word
 * stands in dictionaries/words/homonyms.tsv, noun-fields.tsv and noun-senses.tsv. */
#include "checks/compounds.h"
#include "checks/marks.h"
#include "checks/places.h"

enum { LEAST_REST = 4 }; /* bytes of the other part: shorter ones are prefixes ("Verarbeiter") */

/* The known compound with another sense in place of the last part ("Luft" + "Angriff"), or of the first. */
static struct slice repaired(const struct check_run *run, size_t i, bool last, struct slice right)
{
    const struct token *token = token_at(run, i);
    const struct compound_part *parts = token_parts(run->doc, token);
    struct slice text = text_at(run, i);
    const struct compound_part *part = &parts[last ? token->analysis.part_count - 1 : 0];
    struct slice rest = last ? (struct slice){ text.at, part->span.start - token->span.start }
                             : slice_from(text, parts[1].span.start - token->span.start);

    while (last && slice_ends(rest, SLICE("-")))
        rest.len--;
    if (rest.len < LEAST_REST)
        return (struct slice){ 0 };
    if (!last)
        return known_compound(run, right, rest);
    struct slice lower = lower_case(run->issues->arena, right);
    struct slice whole = arena_join(run->issues->arena, rest, lower);

    return form_is(&run->context->lexicon, whole, POS_NOUN) ? whole : (struct slice){ 0 };
}

static struct slice other_sense(const struct check_run *run, size_t i, bool last)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *token = token_at(run, i);
    const struct compound_part *part = &token_parts(run->doc, token)[last ? token->analysis.part_count - 1 : 0];
    struct slice found = { 0 };
    size_t count = 0;

    /* "Saisonziel": some nouns go with anything */
    if (part->lemma == NO_ID || in_word_list(lexicon, LIST_PRODUCTIVE_PARTS, lemma_text(lexicon, part->lemma)))
        return found;
    const struct pair_record *pairs =
        pairs_of(lexicon, named_table(lexicon, TABLE_NOUN_SENSES), lemma_text(lexicon, part->lemma), &count);

    for (size_t n = 0; n < count && found.len == 0; n++)
        found = repaired(run, i, last, lexicon_text(lexicon, pairs[n].value));
    return found;
}

/* What German has for a compound of two parts that it doesn't have; empty where it isn't one. */
static struct slice known_word_for(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    if (token->kind != TOKEN_WORD || (token->flags & TOKEN_CAPITAL) == 0 || token->analysis.part_count != 2 ||
        form_is(&run->context->lexicon, text_at(run, i), POS_NOUN) || begins_in_english(run, i))
        return (struct slice){ 0 };
    struct slice word = other_sense(run, i, true);

    return word.len > 0 ? word : other_sense(run, i, false);
}

bool has_wrong_part(const struct check_run *run, size_t i)
{
    return known_word_for(run, i).len > 0;
}

void check_wrong_parts(const struct check_run *run)
{
    for (size_t i = next_marked(run, MARK_WRONG_PART, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_WRONG_PART, i + 1))
        suggest(run, report(run, "check/wrong-part", token_at(run, i)->span), known_word_for(run, i));
}
