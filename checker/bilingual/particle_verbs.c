/* Marks English verbs with a particle that German renders part by part: "burn down" – "herunterbrennen", "level off" –
 * "abebnen".
 *
 * Ding has German for the two words together; the German has none of it, but a translation of the verb alone with what
 * the particle means by itself, before it or at the end of the clause, and no dictionary has that verb. Those that
 * German has ("hineinfallen") may be right: literal-phrases.tsv knows them. */
#include "bilingual/wording.h"
#include "checks/places.h"
#include "lexicon/analysis.h"
#include "text/letters.h"

enum {
    PHRASE_ROOM = 64, /* bytes */
    MOST_STEMS = 4,
    LEAST_REST = 3, /* letters of a verb without its prefix */
};

struct particles {
    const struct check_run *run;
    const struct bilingual *bilingual;
    const struct list_record *table; /* particles with the German prefixes that render them literally */
    uint32_t verb, german, german_end;
    struct slice prefix; /* that is looked for */
};

/* ---- Ding ---- */

static bool is_in(const struct particles *p, const struct translation_record *row, uint32_t lemma)
{
    for (uint32_t i = 0; row != NULL && lemma != NO_ID && i < row->count; i++)
        if (p->bilingual->lexicon->translation_words[row->first + i].lemma == lemma)
            return true;
    return false;
}

/* What Ding has for a form of the verb with the particle; NULL: nothing. */
static const struct translation_record *phrase_at(const struct particles *p, uint32_t stem, struct slice particle)
{
    const struct lexicon *lexicon = p->bilingual->lexicon;
    struct slice verb = english_stem(lexicon, p->bilingual->words[p->verb].record, stem);
    char room[PHRASE_ROOM];

    if (verb.len + 1 + particle.len > sizeof room)
        return NULL;
    memcpy(room, verb.at, verb.len);
    room[verb.len] = ' ';
    memcpy(room + verb.len + 1, particle.at, particle.len);
    return translation_of(lexicon, (struct slice){ room, verb.len + 1 + particle.len });
}

/* The German lemma renders the verb alone, by any of its stems. */
static bool renders_verb(const struct particles *p, uint32_t lemma)
{
    const struct english_record *record = p->bilingual->words[p->verb].record;

    for (uint32_t i = 0; i < record->stem_count && i < MOST_STEMS; i++)
        if (is_in(p, stem_translation(p->bilingual->lexicon, record, i), lemma))
            return true;
    return false;
}

/* ---- German ---- */

/* The lemma of the form, a verb, renders the English verb alone. */
static bool form_renders_verb(const struct particles *p, struct slice text)
{
    const struct lexicon *lexicon = p->bilingual->lexicon;
    uint32_t form = lexicon_form(lexicon, text);

    for (uint16_t i = 0; form != NO_ID && i < lexicon->forms[form].reading_count; i++) {
        const struct reading *reading = &lexicon->readings[lexicon->forms[form].first_reading + i];

        if (pos_of(reading->features) == POS_VERB && renders_verb(p, reading->lemma))
            return true;
    }
    return false;
}

/* "herunterbrennen", "herunterzubrennen", "herunterbrannte": the prefix and a form of the literal verb. */
static bool is_joined(const struct particles *p, uint32_t token)
{
    struct slice text = lower_at(p->run, token), rest;

    if (!slice_starts(text, p->prefix) || text.len < p->prefix.len + LEAST_REST ||
        lexicon_form(p->bilingual->lexicon, text) != NO_ID)
        return false;
    rest = slice_from(text, p->prefix.len);
    return form_renders_verb(p, rest) || (slice_starts(rest, SLICE("zu")) && form_renders_verb(p, slice_from(rest, 2)));
}

/* "brannte … herunter": a verb that renders the English one, and the prefix by itself, not before a noun phrase. */
static bool is_separated(const struct particles *p, uint32_t token)
{
    const struct token *verb = token_at(p->run, token);

    if (!token_is_finite(verb) || !token_is(verb, POS_VERB) || verb->analysis.joined != NO_ID)
        return false;
    for (uint32_t i = token + 1; i < p->german_end; i++)
        if (token_at(p->run, i)->clause == verb->clause && slice_equal(lower_at(p->run, i), p->prefix) &&
            (i + 1 == p->german_end || token_at(p->run, i + 1)->kind == TOKEN_PUNCTUATION ||
             token_is(token_at(p->run, i + 1), POS_CONJUNCTION)))
            return form_renders_verb(p, lower_at(p->run, token));
    return false;
}

/* Ding's German for both words together is there, or a synonym of it. */
static bool is_rendered(const struct particles *p, const struct translation_record *phrase)
{
    const struct bilingual *bilingual = p->bilingual;
    const struct english_word *word = &bilingual->words[p->verb];

    for (uint32_t i = p->german; i < p->german_end; i++) {
        const struct token *token = token_at(p->run, i);

        if (is_in(p, phrase, token->analysis.joined))
            return true;
        for (uint16_t j = 0; token->analysis.joined == NO_ID && j < token->analysis.reading_count; j++)
            if (is_in(p, phrase, token->analysis.readings[j].lemma))
                return true;
    }
    return word->link_count == 0 && word->record == NULL;
}

/* Another English word stands for the verb. */
static bool is_of_another(const struct particles *p, uint32_t token)
{
    const struct german_word *word = &p->bilingual->german[token];

    return word->best != NO_ID && word->best != p->verb && word->best != p->verb + 1 &&
           word->best_kind >= LINK_DICTIONARY;
}

static void mark(const struct particles *p, uint32_t token)
{
    struct issue *issue = report_with_source(p->run, "bilingual/literal-phrase", token_at(p->run, token)->span,
                                             p->run->doc->sentences[token_at(p->run, token)->sentence].source);

    quote_english(p->run, issue, english_between(p->bilingual, p->verb, p->verb + 1));
}

/* One literal rendering of the particle: true when it was found. */
static bool check_prefix(struct particles *p, struct slice prefix)
{
    p->prefix = prefix;
    for (uint32_t i = p->german; i < p->german_end; i++)
        if ((is_joined(p, i) || is_separated(p, i)) && !is_of_another(p, i)) {
            mark(p, i);
            return true;
        }
    return false;
}

static void check_verb(struct particles *p, struct slice particle)
{
    const struct english_record *record = p->bilingual->words[p->verb].record;
    size_t count;
    const struct pair_record *prefixes = pairs_of(p->bilingual->lexicon, p->table, particle, &count);
    bool known = false;

    for (uint32_t i = 0; i < record->stem_count && i < MOST_STEMS; i++) {
        const struct translation_record *phrase = phrase_at(p, i, particle);

        known = known || phrase != NULL;
        if (phrase != NULL && is_rendered(p, phrase))
            return;
    }
    for (size_t i = 0; known && i < count; i++)
        if (check_prefix(p, lexicon_text(p->bilingual->lexicon, prefixes[i].value)))
            return;
}

/* True where the verb and the word behind it are of one passage that is translated word by word. */
static bool is_open(const struct particles *p)
{
    const struct english_word *word = &p->bilingual->words[p->verb];

    return word->passage != NO_ID && word->record != NULL && (word->flags & ENGLISH_NAME) == 0 &&
           p->bilingual->words[p->verb + 1].passage == word->passage &&
           is_translation(&p->bilingual->passages[word->passage]) &&
           is_short_passage(p->bilingual, p->run->doc, &p->bilingual->passages[word->passage]);
}

void check_particle_verbs(const struct check_run *run)
{
    struct particles p = { .run = run,
                           .bilingual = run->doc->bilingual,
                           .table = lexicon_pairs(&run->context->lexicon, SLICE("particles")) };
    uint32_t number = p.table == NULL ? 0 : table_number(&run->context->lexicon, p.table);

    for (uint32_t i = 0; p.bilingual->is_english && p.table != NULL && i + 1 < p.bilingual->english->token_count; i++) {
        struct slice particle = token_lower(&p.bilingual->english->tokens[i + 1]);

        p.verb = i;
        if (!set_holds(p.bilingual->english->tokens[i + 1].type->lower_listed, number) || !is_open(&p))
            continue;
        passage_german(run->doc, &p.bilingual->passages[p.bilingual->words[i].passage], &p.german, &p.german_end);
        check_verb(&p, particle);
    }
}
