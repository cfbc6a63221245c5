/* Marks prepositions that come from English: what a verb, noun or adjective asks for in German is another one ("warnen
 * über", "Glaube in einen Sieg", "süchtig zu"). dictionaries/tables/wrong-prepositions.tsv has the pairs; here stands
 * where in a clause such a phrase belongs to the word, and not to another or to the whole clause. */
#include <string.h>

#include "checks/checks.h"
#include "checks/clauses.h"
#include "checks/compounds.h"
#include "checks/government.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* Columns of the table, behind the key "warnen über". */
enum column { RIGHT, ENGLISH, CASE, NOUNS };

/* The phrase behind a preposition. */
struct prepositional {
    size_t head;        /* its last token */
    uint32_t cases;     /* 0: not known */
    bool name, pronoun; /* what the head is */
};

/* The dictionary form of a noun, of a compound that of its last part; the word as it stands where none is known. */
static struct slice noun_lemma(const struct check_run *run, size_t index)
{
    const struct token *token = token_at(run, index);
    const struct lexicon *lexicon = &run->context->lexicon;

    if (token->analysis.part_count > 1) {
        uint32_t head = token_parts(run->doc, token)[token->analysis.part_count - 1].lemma;

        if (head != NO_ID)
            return lemma_text(lexicon, head);
    }
    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        if (pos_of(token->analysis.readings[i].features) == POS_NOUN && token->analysis.readings[i].lemma != NO_ID)
            return lemma_text(lexicon, token->analysis.readings[i].lemma);
    return text_at(run, index);
}

/* The noun in any of its readings, a compound as a whole: "Amtskollege". */
static bool has_noun_lemma(const struct check_run *run, size_t index, struct slice lemma)
{
    const struct token *token = token_at(run, index);

    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        if (pos_of(token->analysis.readings[i].features) == POS_NOUN && token->analysis.readings[i].lemma != NO_ID &&
            slice_equal(lemma_text(&run->context->lexicon, token->analysis.readings[i].lemma), lemma))
            return true;
    return false;
}

/* ---- the phrase ---- */

/* The plain form of a preposition, empty where the token is none. */
static struct slice plain_form(const struct check_run *run, size_t index)
{
    const struct token *token = token_at(run, index);

    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        const struct reading *reading = &token->analysis.readings[i];

        if (pos_of(reading->features) == POS_PREPOSITION && reading->lemma != NO_ID)
            return lemma_text(&run->context->lexicon, reading->lemma);
    }
    return (struct slice){ 0 };
}

/* "zu viele", "zu hohe Kosten": not the preposition, behind which is a dative. */
static bool is_degree(const struct check_run *run, size_t next)
{
    struct noun_phrase phrase;

    if (is_inflected_adjective(token_at(run, next)))
        return !noun_phrase_at(run->doc, next, &phrase) || (strong_cases(run->doc, &phrase) & CASE_DAT) == 0;
    return text_is(run, next, "viele") || text_is(run, next, "wenige") || text_is(run, next, "viel") ||
           text_is(run, next, "wenig") || text_is(run, next, "vielen");
}

/* Reads the phrase behind the preposition at a token, whose plain form is word: "zu" of "zum". */
static bool read_phrase(const struct check_run *run, size_t at, struct slice word, struct prepositional *out)
{
    struct noun_phrase phrase;
    size_t next = at + 1;

    *out = (struct prepositional){ 0 };
    if (!same_clause(run->doc, at, next) ||
        (token_at(run, next)->flags & TOKEN_QUOTED) != (token_at(run, at)->flags & TOKEN_QUOTED))
        return false;
    if (slice_equal(word, SLICE("zu")) && (is_degree(run, next) || text_is(run, next, "Hause")))
        return false;
    bool counted = token_at(run, next)->kind == TOKEN_NUMBER ||
                   (token_is(token_at(run, next), POS_NUMERAL) && !token_is(token_at(run, next), POS_DETERMINER));
    size_t begin = next + counted;

    if (!same_clause(run->doc, at, begin))
        return false;
    if ((!counted && noun_phrase_at(run->doc, at, &phrase) && phrase.contracted) || noun_at(run->doc, begin, &phrase)) {
        out->head = phrase.noun;
        out->cases = phrase.has_determiner || phrase.noun == phrase.first ? agreeing_cases(run->doc, &phrase, NULL)
                                                                          : strong_cases(run->doc, &phrase);
        if (phrase.contracted)
            out->cases &= slice_ends(text_at(run, at), SLICE("s")) ? CASE_ACC : CASE_DAT;
    } else if (!counted && token_is(token_at(run, next), POS_PRONOUN) &&
               (token_at(run, next)->flags & TOKEN_CAPITAL) == 0 && !token_is(token_at(run, next), POS_DETERMINER)) {
        out->head = next;
        out->pronoun = true;
    } else if (!counted && (token_at(run, next)->flags & TOKEN_CAPITAL) != 0) {
        out->head = next;
        out->name = true;
    } else {
        return false;
    }
    uint32_t governed = cases_of_preposition(token_at(run, at));

    if (governed != 0) /* "für Apps": no dative */
        out->cases &= governed;
    return true;
}

/* ---- what a row of the table asks of the phrase ---- */

static bool may_be_person(const struct check_run *run, const struct prepositional *phrase)
{
    return phrase->name || phrase->pronoun || is_person(&run->context->lexicon, token_at(run, phrase->head)) ||
           in_word_list(&run->context->lexicon, LIST_PEOPLE, noun_lemma(run, phrase->head));
}

/* A noun made of an infinitive: "das Lösen", "vom Halten" (else the plural of "Halt"), not "im Herzen". */
static bool is_infinitive(const struct check_run *run, size_t noun)
{
    const struct token *token = token_at(run, noun);
    struct slice lower = lower_at(run, noun);
    bool other = false;

    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        other =
            other ||
            (pos_of(token->analysis.readings[i].features) == POS_NOUN &&
             (token->analysis.readings[i].features & NUMBER_SG) != 0 && token->analysis.readings[i].lemma != NO_ID &&
             !slice_equal(lemma_text(&run->context->lexicon, token->analysis.readings[i].lemma), text_at(run, noun)));
    return !other && slice_ends(lower, SLICE("n")) && form_is(&run->context->lexicon, lower, POS_VERB) &&
           (has_noun_lemma(run, noun, text_at(run, noun)) || token->analysis.reading_count == 0);
}

/* One alternative of the column of nouns: a word, "@list", or a kind of noun. */
static bool is_one_of(const struct check_run *run, const struct prepositional *phrase, struct slice item)
{
    if (slice_equal(item, SLICE("person")))
        return may_be_person(run, phrase);
    if (slice_equal(item, SLICE("time")))
        return is_adverbial_noun(run, phrase->head);
    if (slice_equal(item, SLICE("infinitive")))
        return is_infinitive(run, phrase->head);
    if (slice_starts(item, SLICE("@"))) {
        const struct list_record *list = lexicon_list(&run->context->lexicon, slice_from(item, 1));

        return list != NULL && list_holds(&run->context->lexicon, list, noun_lemma(run, phrase->head));
    }
    return slice_equal(noun_lemma(run, phrase->head), item) || has_noun_lemma(run, phrase->head, item);
}

/* "Unfall|Tod", "!person|Radio": any of them, none of them; "-": any but times. */
static bool fits_nouns(const struct check_run *run, const struct prepositional *phrase, struct slice column)
{
    bool none = slice_starts(column, SLICE("!")), time = is_adverbial_noun(run, phrase->head);
    struct slice rest = none ? slice_from(column, 1) : column, item;

    if (column.len == 0 || slice_equal(column, SLICE("-")))
        return !time;
    while (take_part(&rest, '|', &item))
        if (is_one_of(run, phrase, item))
            return !none;
    return none && !time;
}

static bool fits_case(const struct prepositional *phrase, struct slice column)
{
    uint32_t both = phrase->cases & (CASE_DAT | CASE_ACC);

    if (slice_equal(column, SLICE("Akkusativ")))
        return both == CASE_ACC;
    return slice_equal(column, SLICE("Dativ")) ? both == CASE_DAT : true;
}

/* ---- the words that govern ---- */

/* The row of a word with this preposition; NULL when there is none. */
static const struct pair_record *row_of(const struct check_run *run, const struct list_record *table, struct slice word,
                                        struct slice preposition)
{
    enum { LONGEST = 96 };
    char key[LONGEST];
    size_t count, length = word.len + 1 + preposition.len;

    if (word.len == 0 || length > sizeof(key))
        return NULL;
    memcpy(key, word.at, word.len);
    key[word.len] = ' ';
    memcpy(key + word.len + 1, preposition.at, preposition.len);
    const struct pair_record *row = pairs_of(&run->context->lexicon, table, (struct slice){ key, length }, &count);

    return count > NOUNS ? row : NULL;
}

/* ---- the clause ---- */

/* What a clause holds besides; read once for all its prepositions. */
struct surroundings {
    size_t first, end;  /* its tokens, end exclusive */
    size_t verbs, verb; /* how many, and the first */
    size_t adjective;   /* one without ending that closes it; 0: none */
    bool passive;       /* a form of werden */
    bool perfect;       /* a form of haben */
    bool reflexive;     /* sich */
    bool auxiliary;
};

/* A word that can be nothing but a verb here, or closes its clause: no adjective before a noun. */
static bool is_verb_at(const struct check_run *run, size_t index)
{
    const struct token *token = token_at(run, index);
    bool attribute = is_inflected_adjective(token) && same_clause(run->doc, index, index + 1) &&
                     (is_inflected_adjective(&token[1]) || (token[1].flags & TOKEN_CAPITAL) != 0);

    return token->kind == TOKEN_WORD && !attribute &&
           (token->flags & (TOKEN_CAPITAL | TOKEN_SENTENCE_START)) != TOKEN_CAPITAL &&
           !token_is(token, POS_PREPOSITION) && !token_is(token, POS_DETERMINER) && !token_is(token, POS_PRONOUN) &&
           !token_is(token, POS_CONJUNCTION);
}

static bool closes_clause(const struct check_run *run, const struct surroundings *clause, size_t index)
{
    return index + 1 == clause->end || token_at(run, index + 1)->kind == TOKEN_PUNCTUATION ||
           token_is(token_at(run, index + 1), POS_AUXILIARY);
}

static bool is_adjective_at(const struct check_run *run, const struct surroundings *clause, size_t index)
{
    const struct token *token = token_at(run, index);

    return token_is(token, POS_ADJECTIVE) && (token->flags & TOKEN_CAPITAL) == 0 && !is_inflected_adjective(token) &&
           (clause->auxiliary || !may_be_finite(token)); /* "das interessiert niemanden" */
}

static void read_surroundings(const struct check_run *run, size_t index, struct surroundings *out)
{
    *out = (struct surroundings){ .first = index };
    while (out->first > 0 && same_clause(run->doc, out->first - 1, index))
        out->first--;
    for (out->end = out->first; same_clause(run->doc, index, out->end); out->end++) {
        const struct token *token = token_at(run, out->end);

        if (token_is(token, POS_AUXILIARY)) {
            out->auxiliary = true;
            out->passive = out->passive || has_lemma(&run->context->lexicon, token, "werden");
            out->perfect = out->perfect || has_lemma(&run->context->lexicon, token, "haben");
        } else if (token_is(token, POS_VERB) && is_verb_at(run, out->end)) {
            out->verb = out->verbs++ == 0 ? out->end : out->verb;
        }
        out->reflexive = out->reflexive || text_is(run, out->end, "sich");
    }
    for (size_t i = out->end; i-- > out->first && out->adjective == 0;)
        if (is_adjective_at(run, out, i) && closes_clause(run, out, i))
            out->adjective = i;
}

/* Says of someone how he is, in no other verb than sein and its like: "spielte gut bei Regen" does not, nor does a
 * participle with haben or werden ("hat mit ihrem Auftritt begeistert", "wurde mit einer Idee überrascht"). */
static bool is_copular(const struct check_run *run, const struct surroundings *clause, size_t adjective)
{
    if ((clause->perfect || clause->passive) && token_is(token_at(run, adjective), POS_VERB))
        return false;
    return clause->verbs == 0 ||
           (clause->verbs == 1 && (clause->verb == adjective ||
                                   has_lemma_of(&run->context->lexicon, token_at(run, clause->verb), LIST_COPULAS)));
}

/* "davor", "wovor" */
static bool is_pronominal(struct slice word, struct slice preposition)
{
    return word.len > preposition.len && slice_ends(word, preposition) &&
           (slice_starts(word, SLICE("da")) || slice_starts(word, SLICE("wo")));
}

/* "am Dienstag", "in der Nacht": says when, whatever the verb asks for; "auf den Sommer" need not. */
static bool says_when(const struct check_run *run, size_t at)
{
    struct slice word = plain_form(run, at);
    struct prepositional phrase;

    return word.len > 0 && read_phrase(run, at, word, &phrase) && phrase.cases == CASE_DAT &&
           is_adverbial_noun(run, phrase.head);
}

/* One of the right prepositions stands in the clause: then the wrong one belongs to something else. */
static bool has_right(const struct check_run *run, const struct surroundings *clause, size_t at, struct slice right)
{
    struct slice item;

    while (take_part(&right, '|', &item))
        for (size_t i = clause->first; i < clause->end; i++)
            if (i != at &&
                (slice_equal(plain_form(run, i), item) || slice_equal(text_at(run, i), item) ||
                 is_pronominal(text_at(run, i), item)) &&
                !says_when(run, i))
                return true;
    return false;
}

/* ---- verbs ---- */

/* "sich interessieren" has rows of its own. */
static const struct pair_record *row_of_lemma(const struct check_run *run, const struct list_record *table,
                                              uint32_t lemma, struct slice preposition, bool reflexive)
{
    struct slice verb = lemma_text(&run->context->lexicon, lemma);
    const struct pair_record *row = row_of(run, table, verb, preposition);

    if (row != NULL || !reflexive)
        return row;
    return row_of(run, table, arena_join(run->issues->arena, SLICE("sich "), verb), preposition);
}

/* The verb of the clause, if it has one alone. */
static const struct pair_record *row_of_verb(const struct check_run *run, const struct list_record *table,
                                             const struct surroundings *clause, struct slice preposition)
{
    const struct token *token = token_at(run, clause->verb);

    /* "wurde von fünf Geräten bestanden": who did it. */
    if (clause->verbs != 1 || (clause->passive && slice_equal(preposition, SLICE("von"))))
        return NULL;
    if (token->analysis.joined != NO_ID)
        return row_of_lemma(run, table, token->analysis.joined, preposition, clause->reflexive);
    for (uint16_t i = 0; token->analysis.particle == NO_ID && i < token->analysis.reading_count; i++) {
        const struct reading *reading = &token->analysis.readings[i];

        if (pos_of(reading->features) != POS_VERB || reading->lemma == NO_ID)
            continue;
        const struct pair_record *row = row_of_lemma(run, table, reading->lemma, preposition, clause->reflexive);

        if (row != NULL)
            return row;
    }
    return NULL;
}

/* Behind a noun the phrase may be its attribute; hardly behind a person, a name or a time, but for where they come from
 * ("Männer aus Ghana waren im Laderaum versteckt"). */
static bool may_be_attribute(const struct check_run *run, const struct surroundings *clause, size_t preposition)
{
    struct prepositional before = { .head = preposition - 1 };

    if (preposition == clause->first || (token_at(run, before.head)->flags & TOKEN_CAPITAL) == 0 ||
        token_at(run, before.head)->kind != TOKEN_WORD ||
        (token_at(run, before.head)->flags & TOKEN_SENTENCE_START) != 0)
        return false;
    before.name = !token_is(token_at(run, before.head), POS_NOUN);
    if (text_is(run, preposition, "aus"))
        return !is_adverbial_noun(run, before.head);
    return !is_adverbial_noun(run, before.head) && !may_be_person(run, &before);
}

/* ---- the check ---- */

static bool suits(const struct check_run *run, const struct pair_record *row, const struct prepositional *phrase)
{
    const struct lexicon *lexicon = &run->context->lexicon;

    return fits_case(phrase, lexicon_text(lexicon, row[CASE].value)) &&
           fits_nouns(run, phrase, lexicon_text(lexicon, row[NOUNS].value));
}

/* The noun that a phrase behind the preposition belongs to: right before it, or before its genitive ("das Interesse
 * der Anleger in dem Projekt", but "die Interessen der Partei über das Wohl des Landes stellen"). NULL where none of
 * the table's stands there. */
static const struct pair_record *row_of_noun(const struct check_run *run, const struct list_record *table,
                                             const struct surroundings *clause, size_t at, struct slice preposition)
{
    enum { LONGEST_GENITIVE = 4 };
    const struct pair_record *row = row_of(run, table, noun_lemma(run, at - 1), preposition);

    if (slice_equal(preposition, SLICE("über")))
        return row;
    for (size_t back = 1; row == NULL && back <= LONGEST_GENITIVE && at - back > clause->first; back++)
        if (behind_genitive(run->doc, at - back) == at && (token_at(run, at - back - 1)->flags & TOKEN_CAPITAL) != 0)
            return row_of(run, table, noun_lemma(run, at - back - 1), preposition);
    return row;
}

/* "das Verbot auf Zigaretten ausdehnen": the verb takes what stands before the preposition there. */
static bool is_moved(const struct check_run *run, size_t at)
{
    const struct lexicon *lexicon = &run->context->lexicon;

    for (size_t i = stretch_first(run, at), end = stretch_end(run, at); i < end; i++) {
        uint32_t joined = token_at(run, i)->analysis.joined;

        if (!is_capitalised(token_at(run, i)) &&
            (joined != NO_ID ? in_word_list(lexicon, LIST_VERBS_OF_MOVING, lemma_text(lexicon, joined))
                             : has_lemma_of(lexicon, token_at(run, i), LIST_VERBS_OF_MOVING)))
            return true;
    }
    return false;
}

/* The row that the phrase behind a preposition goes against. Rows are looked up first: most words have none. */
static const struct pair_record *judge(const struct check_run *run, const struct list_record *table,
                                       const struct surroundings *clause, size_t at)
{
    struct slice preposition = plain_form(run, at);
    struct prepositional phrase;
    const struct pair_record *noun = NULL, *before = NULL, *behind = NULL, *verb;

    if (at > clause->first && (token_at(run, at - 1)->flags & TOKEN_CAPITAL) != 0 && !is_moved(run, at))
        noun = row_of_noun(run, table, clause, at, preposition); /* "Glaube in einen Sieg" */
    else if (at > clause->first && is_adjective_at(run, clause, at - 1) && is_copular(run, clause, at - 1))
        before = row_of(run, table, text_at(run, at - 1), preposition); /* "süchtig zu Zucker" */
    if (clause->adjective > at + 1 && is_copular(run, clause, clause->adjective))
        behind = row_of(run, table, text_at(run, clause->adjective), preposition); /* "zu Zucker süchtig" */
    verb = row_of_verb(run, table, clause, preposition);
    if ((noun == NULL && before == NULL && behind == NULL && verb == NULL) ||
        !read_phrase(run, at, preposition, &phrase))
        return NULL;
    if (noun != NULL && suits(run, noun, &phrase))
        return noun;
    if (before != NULL && suits(run, before, &phrase))
        return before;
    if (behind != NULL && phrase.head + 1 == clause->adjective && suits(run, behind, &phrase))
        return behind;
    /* In front of its sentence a phrase more often says when or where. */
    bool adjunct = (token_at(run, at)->flags & TOKEN_SENTENCE_START) != 0 || may_be_attribute(run, clause, at);

    return verb != NULL && !adjunct && suits(run, verb, &phrase) ? verb : NULL;
}

/* "sechs von zehn Prüflingen", "zum Preis eines Eises": part of a whole, and what something costs, with any verb. */
static bool is_share_or_price(const struct check_run *run, const struct surroundings *clause, size_t at)
{
    if (text_is(run, at, "zum") && text_is(run, at + 1, "Preis"))
        return true;
    return text_is(run, at, "von") && at > clause->first && at + 1 < clause->end && is_counting_number(run, at - 1) &&
           is_counting_number(run, at + 1);
}

static void check_preposition(const struct check_run *run, const struct list_record *table,
                              const struct surroundings *clause, size_t at)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct pair_record *row = judge(run, table, clause, at);

    if (row == NULL || (at > 0 && text_is(run, at - 1, "bis")) || /* "bis zu acht Stimmen" */
        is_share_or_price(run, clause, at) || has_right(run, clause, at, lexicon_text(lexicon, row[RIGHT].value)))
        return;
    struct issue *issue = report(run, "check/english-preposition", token_at(run, at)->span);

    if (issue == NULL)
        return;
    struct slice right = lexicon_text(lexicon, row[RIGHT].value), english = lexicon_text(lexicon, row[ENGLISH].value);
    struct slice best = { 0 };

    take_part(&right, '|', &best);
    if (!slice_starts(best, SLICE("("))) /* "(Genitiv)" is advice */
        issue_suggest(run->issues, issue, best);
    issue->message[LANGUAGE_DE] =
        arena_print(run->issues->arena, "Die Präposition ist aus dem Englischen („%.*s“); im Deutschen steht „%.*s“.",
                    (int)english.len, english.at, (int)best.len, best.at);
    issue->message[LANGUAGE_EN] =
        arena_print(run->issues->arena, "The preposition comes from “%.*s”; German has “%.*s”.", (int)english.len,
                    english.at, (int)best.len, best.at);
}

bool may_be_preposition(const struct check_run *run, size_t i)
{
    return token_is(token_at(run, i), POS_PREPOSITION);
}

void check_wrong_prepositions(const struct check_run *run)
{
    const struct list_record *table = named_table(&run->context->lexicon, TABLE_WRONG_PREPOSITIONS);

    struct surroundings clause = { 0 };

    for (size_t i = next_marked(run, MARK_PREPOSITION, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_PREPOSITION, i + 1)) {
        if (token_at(run, i)->analysis.particle != NO_ID)
            continue;
        if (i >= clause.end)
            read_surroundings(run, i, &clause);
        check_preposition(run, table, &clause, i);
    }
}
