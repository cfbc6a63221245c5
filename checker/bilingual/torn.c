/* Marks where a word of the English was lost and left the German torn: an article without its noun ("stimmte der am
 * Montag zu", "mit ihrer und ihrem Hund"), "haben" without what was done ("hat ihre Tournee wegen Krankheit").
 *
 * German that breaks off so is seldom wrong by that alone; it is where the English has a word in that place that
 * nothing answers to, and all others have their German. */
#include "bilingual/wording.h"
#include "checks/places.h"
#include "lexicon/analysis.h"

/* Words of sense that a sentence must have besides: of fewer, all may be linked by chance. */
enum { LEAST_LINKED = 2 };

struct torn {
    const struct check_run *run;
    const struct bilingual *bilingual;
    const struct passage *passage;
    uint32_t english_first, english_end, german_first, german_end;
    uint32_t lost; /* the English word that nothing answers to */
};

/* The only English word of sense without a link; NO_ID: none, or several. What is light may be left out, and a word
 * beside one that is part of a German compound may be its other part. */
static uint32_t only_lost(const struct torn *t)
{
    const struct list_record *light = named_table(t->bilingual->lexicon, TABLE_LIGHT_ENGLISH);
    uint32_t found = NO_ID, words;
    size_t count;

    for (uint32_t i = t->english_first; i < t->english_end; i++) {
        if (english_row(t->run, light, i, t->english_end, &count, &words) != NULL) {
            i += words - 1;
            continue;
        }
        if (!carries_sense(t->bilingual, i) || t->bilingual->words[i].link_count > 0 || may_hide_in_compound(t->run, i))
            continue;
        if (found != NO_ID)
            return NO_ID;
        found = i;
    }
    return found;
}

/* All German words of sense have their English. */
static bool is_german_answered(const struct torn *t)
{
    for (uint32_t i = t->german_first; i < t->german_end; i++) {
        const struct token *at = &t->run->doc->tokens[i];

        if (at->kind == TOKEN_WORD && !is_light_word(at) && t->bilingual->german[i].linked == LINK_NONE)
            return false;
    }
    return true;
}

static void mark(const struct torn *t, uint32_t first, uint32_t last)
{
    struct issue *issue = report_with_source(t->run, "bilingual/omission", tokens_span(t->run, first, last),
                                             passage_source(t->bilingual, t->passage));

    quote_english(t->run, issue, english_text(t->bilingual, t->lost));
}

/* ---- nouns ---- */

/* A noun stands behind the token before the clause ends: "der am Montag gewählte Chef", "der durch die Fluten
 * Vertriebenen", "die auf Holz, Milch und Autos verhängten Zölle". */
static bool has_attribute_behind(const struct torn *t, uint32_t token)
{
    const struct token *tokens = t->run->doc->tokens;

    for (uint32_t i = token + 1; i + 1 < t->german_end && (tokens[i].kind == TOKEN_WORD ||
                                                           tokens[i].kind == TOKEN_NUMBER || text_is(t->run, i, ","));
         i++)
        if (token_has_feature(&tokens[i], FEATURE_ADJECTIVAL_NOUN) ||
            ((tokens[i].flags & TOKEN_CAPITAL) == 0 && token_is(&tokens[i], POS_ADJECTIVE) &&
             (tokens[i + 1].flags & TOKEN_CAPITAL) != 0))
            return true;
    return false;
}

/* "der am Montag", "ihrer und ihrem": a determiner that no noun can follow, no relative pronoun and no subject. */
static bool lacks_noun(const struct torn *t, uint32_t token)
{
    const struct token *at = &t->run->doc->tokens[token];

    if (token == t->german_first || token + 2 >= t->german_end || !token_is(at, POS_DETERMINER) ||
        at[-1].kind != TOKEN_WORD || at[1].kind != TOKEN_WORD)
        return false;
    if (text_is(t->run, token + 1, "und"))
        return token_is(at + 2, POS_DETERMINER) && !slice_equal(lower_at(t->run, token), lower_at(t->run, token + 2));
    if (slice_starts(lower_at(t->run, token), SLICE("ein"))) /* "einen von ihnen" */
        return false;
    if (at[2].kind == TOKEN_PUNCTUATION && (text_is(t->run, token, "das") || text_is(t->run, token, "die")))
        return false; /* "sehen Sie sich das an." */
    return in_list_lower(t->run, LIST_ARTICLES, token) && token_is(at + 1, POS_PREPOSITION) &&
           !token_is(at + 1, POS_ADJECTIVE) && !has_attribute_behind(t, token);
}

/* "the takeover", "her daughter": the lost word has its determiner. */
static bool is_determined(const struct torn *t)
{
    return t->lost > t->english_first && is_english_determiner(t->bilingual, t->lost - 1);
}

static bool check_noun(const struct torn *t)
{
    for (uint32_t i = t->german_first; is_determined(t) && i < t->german_end; i++)
        if (lacks_noun(t, i)) {
            mark(t, i, i + 1);
            return true;
        }
    return false;
}

/* ---- participles ---- */

/* "has cancelled": the lost word is what was done. */
static bool is_perfect(const struct torn *t)
{
    struct slice before = t->lost > t->english_first ? lower_english(t->bilingual, t->lost - 1) : (struct slice){ 0 };

    return (slice_is(before, "has") || slice_is(before, "have")) &&
           slice_ends(english_text(t->bilingual, t->lost), SLICE("ed"));
}

/* The only verb of the German is "haben": its token; NO_ID: it has another. */
static uint32_t lone_haben(const struct torn *t)
{
    uint32_t found = NO_ID;

    for (uint32_t i = t->german_first; i < t->german_end; i++) {
        const struct token *at = &t->run->doc->tokens[i];
        bool noun = (at->flags & (TOKEN_CAPITAL | TOKEN_SENTENCE_START)) == TOKEN_CAPITAL;

        if (noun || token_is(at, POS_DETERMINER) || !(token_is(at, POS_VERB) || token_is(at, POS_AUXILIARY)))
            continue;
        if (found != NO_ID || !token_is_verb_form(at, VERB_PRESENT) || !german_is(t->run, i, SLICE("haben")))
            return NO_ID;
        found = i;
    }
    return found;
}

/* "ihre Tournee wegen": what was done something to, which is known, and a preposition behind it; "hat neue Mitglieder"
 * is whole. */
static bool is_open(const struct torn *t, uint32_t haben)
{
    const struct token *tokens = t->run->doc->tokens;

    if (haben + 3 >= t->german_end || !token_is(&tokens[haben + 1], POS_DETERMINER) ||
        slice_starts(lower_at(t->run, haben + 1), SLICE("ein")) ||
        slice_starts(lower_at(t->run, haben + 1), SLICE("kein")))
        return false;
    for (uint32_t i = haben + 2; i < t->german_end; i++)
        if (token_is(&tokens[i], POS_PREPOSITION))
            return true;
    return false;
}

/* "hat ihre Tournee wegen Krankheit": the bracket stays open. */
static void check_participle(const struct torn *t)
{
    uint32_t haben = is_perfect(t) ? lone_haben(t) : NO_ID;

    if (haben != NO_ID && is_open(t, haben))
        mark(t, haben, t->german_end - 2);
}

void check_torn(const struct check_run *run)
{
    struct torn t = { .run = run, .bilingual = run->doc->bilingual };

    for (size_t i = 0; t.bilingual->is_english && i < t.bilingual->passage_count; i++) {
        t.passage = &t.bilingual->passages[i];
        if (!is_sentence_pair(t.passage) || t.passage->linked < LEAST_LINKED)
            continue;
        passage_english(t.bilingual, t.passage, &t.english_first, &t.english_end);
        passage_german(run->doc, t.passage, &t.german_first, &t.german_end);
        t.lost = only_lost(&t);
        if (t.lost != NO_ID && is_german_answered(&t) && !check_noun(&t))
            check_participle(&t);
    }
}
