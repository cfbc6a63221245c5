/* Reads clauses from left to right: phrases, prepositions, adverbs, one finite verb, and other verbs at the end. */
#include "checks/clauses.h"

#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"

/* ---- words that are no phrase ---- */

static bool is_preposition(const struct check_run *run, size_t index)
{
    const struct token *token = token_at(run, index);

    return token_is(token, POS_PREPOSITION) && !in_list(run, LIST_QUESTION_WORDS, index);
}

/* Adverbs, particles, adjectives without ending, prefixes: they say nothing of cases. */
static bool is_passed_over(const struct token *token)
{
    return token->kind == TOKEN_WORD && (token_is(token, POS_ADVERB) || token_is(token, POS_PARTICLE) ||
                                         token_is(token, POS_PREFIX) || has_bare_adjective(token));
}

/* A verb form in lower case that is no adjective before a noun. */
static bool is_nonfinite(const struct token *token)
{
    return token->kind == TOKEN_WORD && (token->flags & TOKEN_CAPITAL) == 0 &&
           (token_is_verb_form(token, VERB_PARTICIPLE2) || token_is_verb_form(token, VERB_INFINITIVE)) &&
           !token_is(token, POS_PREPOSITION) && !token_is(token, POS_DETERMINER);
}

/* ---- the clause ---- */

static bool is_unclear(const struct check_run *run, const struct token *token, size_t index)
{
    bool percent = text_is(run, index, "%") && index > 0 && token_at(run, index - 1)->kind == TOKEN_NUMBER;

    return (token->flags & TOKEN_QUOTED) != 0 || (token->kind == TOKEN_SYMBOL && !percent) ||
           token->kind == TOKEN_ADDRESS ||
           ((token->flags & (TOKEN_CAPITAL | TOKEN_SENTENCE_START)) == TOKEN_CAPITAL &&
            (token_is(token, POS_DETERMINER) || token_is(token, POS_PREPOSITION))) || /* a title or a heading */
           is_zu_infinitive(run->doc, index) ||
           (token->kind == TOKEN_WORD && token->analysis.reading_count == 0 && (token->flags & TOKEN_CAPITAL) == 0);
}

/* Takes a second phrase behind und into the first: "der Vater und die Mutter". Behind an attribute ("die Erinnerung an
 * ihn und der Grund") it may belong to any phrase before. False when something else follows. */
static bool take_conjunct(const struct check_run *run, struct clause *clause, size_t *index)
{
    struct clause_phrase next, *phrase = &clause->phrases[clause->count - 1];
    bool und = text_is(run, *index, "und");

    if (!same_sentence(run, *index, *index + 1) || !read_clause_phrase(run, *index + 1, &next) ||
        (phrase->cases & next.cases) == 0)
        return false;
    /* "für Öl und Gas": two bare nouns behind a preposition are its own. */
    bool inner = phrase->prepositional && !phrase->determined && !next.determined && !next.name && !next.pronoun &&
                 !next.counted && next.first == next.head && next.numbers == NUMBER_SG;

    inner = inner || (phrase->prepositional && text_is(run, phrase->first - 1, "zwischen"));
    for (size_t i = 0; i + 1 < clause->count && !inner; i++)
        if (clause->phrases[i].end <= phrase->first)
            clause->phrases[i].numbers = NUMBER_ANY;
    phrase->plural =
        und && (phrase->numbers == NUMBER_PL || next.numbers == NUMBER_PL || (phrase->determined && next.determined));
    phrase->cases &= next.cases;
    phrase->numbers = und && (next.determined || phrase->plural) ? NUMBER_PL : NUMBER_ANY;
    phrase->several = true;
    phrase->name = phrase->name || next.name || !und;
    *index = phrase->end = next.end;
    return true;
}

static bool add_phrase(struct clause *clause, const struct clause_phrase *phrase)
{
    if (clause->count == MAX_CLAUSE_PHRASES)
        return false;
    clause->phrases[clause->count++] = *phrase;
    return true;
}

/* "und forderten" */
static bool joins_verbs(const struct check_run *run, size_t index)
{
    return text_is(run, index, "und") && same_sentence(run, index, index + 1) &&
           is_surely_finite(token_at(run, index + 1));
}

/* One phrase alone stands before the token. */
static bool in_first_place(const struct check_run *run, const struct clause *clause, size_t index)
{
    for (size_t i = 1; i < clause->count; i++) /* "der Chef der Behörde" */
        if ((clause->phrases[i].cases & CASE_GEN) == 0 || clause->phrases[i].first != clause->phrases[i - 1].end)
            return false;
    return clause->count > 0 && clause->phrases[clause->count - 1].end == index &&
           clause->phrases[0].first == clause->first &&
           run->doc->tokens[index].clause == run->doc->tokens[clause->first].clause;
}

/* True when the token is the finite verb of a clause whose verb stands second. */
static bool is_second_verb(const struct check_run *run, const struct clause *clause, size_t index)
{
    const struct token *token = token_at(run, index);

    if (clause->order != CLAUSE_VERB_SECOND || clause->finite != 0 || index == clause->first || !may_be_finite(token))
        return false;
    if (index + 1 < clause->end && token_is_verb_form(token, VERB_PARTICIPLE2) && token_is(&token[1], POS_AUXILIARY))
        return false; /* "Seit sich die Mieten verdoppelt haben" */
    if (index + 2 == clause->end && token_is(token, POS_AUXILIARY) && token_is_verb_form(token, VERB_INFINITIVE) &&
        token_is(&token[1], POS_AUXILIARY) && !token_is_verb_form(&token[1], VERB_INFINITIVE))
        return false; /* "damit die Kiste geschlossen werden kann" */
    struct noun_phrase phrase;
    bool last = index + 1 == clause->end || (may_be_finite(&token[1]) && !token_is(&token[1], POS_DETERMINER) &&
                                             !is_inflected_adjective(&token[1]) && !token_is(token, POS_AUXILIARY));

    bool governs = index + 1 == clause->end && text_is(run, index + 1, ",") && /* "Zwei Studien zeigen, dass" */
                   (text_is(run, index + 2, "dass") || text_is(run, index + 2, "ob"));

    if (index + 1 == clause->end && token_is_verb_form(token, VERB_PARTICIPLE2) && text_is(run, index + 1, ",") &&
        same_sentence(run, index, index + 2) && may_be_finite(token_at(run, index + 2)))
        return false;                                                   /* "Das Spiel verloren, war er traurig" */
    if (last && token_is_verb_form(token, VERB_INFINITIVE) && !governs) /* "Die Hoffnung aufgeben bedeutet" */
        return false;
    if (is_surely_finite(token) || token_is(token, POS_AUXILIARY)) /* "soll" */
        return true;
    bool adverb = token_is(token, POS_ADVERB); /* "konzentriert" */

    if (token_is(token, POS_DETERMINER) || token_is(token, POS_PREPOSITION) || token_is(token, POS_PRONOUN) ||
        token_is(token, POS_CONJUNCTION) || (adverb && !token_is_verb_form(token, VERB_PARTICIPLE2)) ||
        (is_inflected_adjective(token) && !governs &&
         (last || noun_phrase_at(run->doc, index, &phrase)))) /* "verletzte Soldaten" */
        return false;
    for (size_t i = index + 1; i < clause->end && !joins_verbs(run, i); i++)
        if (is_surely_finite(token_at(run, i)) ||
            (adverb && (may_be_finite(token_at(run, i)) || !in_first_place(run, clause, index))))
            return false;
    return true;
}

/* "traf … ein": the prefix of a verb, and no preposition of a phrase behind it. */
static bool is_prefix_apart(const struct check_run *run, const struct clause *clause, size_t index)
{
    const struct token *token = token_at(run, index);
    struct clause_phrase phrase;

    return token->analysis.particle != NO_ID && (!token_is(token, POS_VERB) || token_is(token, POS_PREFIX)) &&
           !(is_preposition(run, index) && index + 1 < clause->end &&
             (read_clause_phrase(run, index + 1, &phrase) || token_is(token_at(run, index + 1), POS_DETERMINER) ||
              token_is(token_at(run, index + 1), POS_PRONOUN)));
}

/* "vom Herbst | an", "von Mai | an": the second half of a preposition around its noun. */
static bool closes_von_an(const struct check_run *run, const struct clause *clause, size_t index)
{
    const struct clause_phrase *before = clause->count > 0 ? &clause->phrases[clause->count - 1] : NULL;

    if (before == NULL || before->end != index || !before->prepositional || index < clause->first + 2 ||
        (!text_is(run, index, "an") && !text_is(run, index, "ab")) ||
        (!is_kind_of(run, before->head, LIST_TIME_NOUNS) && !is_kind_of(run, before->head, LIST_SPANS_OF_TIME)))
        return false;
    return slice_starts(lower_at(run, before->first), SLICE("vom")) ||
           slice_equal(lower_at(run, before->first - 1), SLICE("von"));
}

/* "wie folgt", "vor allem": two words that are an adverb. */
static bool is_adverb_of_two(const struct check_run *run, const struct clause *clause, size_t index)
{
    return (text_is(run, index, "wie") && text_is(run, index + 1, "folgt")) ||
           (text_is(run, index, "vor") && text_is(run, index + 1, "allem") && index + 2 < clause->end);
}

/* "mehr als tausend Menschen" */
static bool is_more_than(const struct check_run *run, size_t index)
{
    return (slice_equal(lower_at(run, index), SLICE("mehr")) || slice_equal(lower_at(run, index), SLICE("weniger"))) &&
           text_is(run, index + 1, "als") && same_sentence(run, index, index + 2) && is_counting_number(run, index + 2);
}

/* "mit nur | einer Sekunde", "in nicht einmal | einer Stunde": behind the adverbs that stand between a preposition and
 * an article in one of its cases; at itself where none do. */
static size_t behind_degree(const struct check_run *run, const struct clause *clause, size_t preposition, size_t at)
{
    struct noun_phrase phrase;
    size_t article = at;

    while (article + 1 < clause->end &&
           (text_is(run, article, "all") || /* "für all | die Gäste" */
            (is_passed_over(token_at(run, article)) && !token_is(token_at(run, article), POS_DETERMINER) &&
             !is_preposition(run, article))))
        article++;
    return article > at && noun_phrase_at(run->doc, article, &phrase) && phrase.has_determiner && !phrase.contracted &&
                   (agreeing_cases(run->doc, &phrase, NULL) & preposition_cases(token_at(run, preposition))) != 0
               ? article
               : at;
}

/* Behind a preposition, als or wie: the token at which their phrase begins. */
static size_t governed_first(const struct check_run *run, const struct clause *clause, size_t index, bool governed)
{
    struct noun_phrase phrase;
    size_t at = index;

    if (!(governed && noun_phrase_at(run->doc, at, &phrase) && phrase.contracted))
        at++;
    while (at > index && at < clause->end && is_preposition(run, at) && !noun_phrase_at(run->doc, at, &phrase))
        at++; /* "bis zu", "von bis" */
    while (at > index && at + 1 < clause->end &&
           (noun_phrase_behind_adverbs(run, at, &phrase) || is_adverb_before_number(run, at)))
        at++; /* "in sehr kleine Teile", "mit nur 24 Jahren" */
    return governed && at > index ? behind_degree(run, clause, index, at) : at;
}

/* "der Studie | zufolge": the phrase that ends at an index, where a word stands that governs what it stands behind;
 * NULL when there is none. */
static struct clause_phrase *phrase_of_postposition(const struct check_run *run, struct clause *clause, size_t index)
{
    struct clause_phrase *before = clause->count > 0 ? &clause->phrases[clause->count - 1] : NULL;

    return before != NULL && before->end == index && (before->cases & CASE_DAT) != 0 &&
                   in_list(run, LIST_POSTPOSITIONS, index)
               ? before
               : NULL;
}

/* Takes the phrase that a preposition (governed) or als or wie at *index stands before, or that begins there. */
static bool take_phrase(const struct check_run *run, struct clause *clause, size_t *index, struct clause_phrase phrase,
                        bool governed, bool compared)
{
    struct clause_phrase *before = phrase_of_postposition(run, clause, *index);

    /* "Dem Vernehmen nach die Leiterin"; "zufolge" nearly always stands behind */
    if (governed && before != NULL && ((phrase.cases & CASE_DAT) == 0 || text_is(run, *index, "zufolge"))) {
        before->prepositional = true;
        governed = false;
    }
    phrase.prepositional = phrase.prepositional || governed;
    phrase.adverbial = phrase.adverbial || compared;
    *index = phrase.end;
    return add_phrase(clause, &phrase);
}

/* Reads one word or phrase at *index and moves it on; false when it is not understood. */
static bool read_part(const struct check_run *run, struct clause *clause, size_t *index)
{
    const struct token *token = token_at(run, *index);
    struct clause_phrase phrase;
    size_t at = *index;

    if (is_unclear(run, token, at))
        return false;
    if (is_prefix_apart(run, clause, at) || closes_von_an(run, clause, at) ||
        token->kind == TOKEN_SYMBOL) { /* the sign of a number, which was read */
        *index = at + 1;
        return true;
    }
    if (is_adverb_of_two(run, clause, at)) {
        *index = at + 2;
        return true;
    }
    if (is_second_verb(run, clause, at)) {
        clause->finite = at;
        clause->before_finite = clause->count == 1;
        *index = at + 1;
        return true;
    }
    if (token_is(token, POS_CONJUNCTION) &&
        (text_is(run, at, "und") || text_is(run, at, "oder") || text_is(run, at, "sowie")))
        return clause->count > 0 && clause->phrases[clause->count - 1].end == at && take_conjunct(run, clause, index);
    if (is_more_than(run, at)) {
        *index = at + 2;
        return true;
    }
    bool governed = is_preposition(run, at) && !token_is(token, POS_DETERMINER);
    bool compared = slice_equal(lower_at(run, at), SLICE("als")) || slice_equal(lower_at(run, at), SLICE("wie"));

    if (governed || compared)
        at = governed_first(run, clause, at, governed);
    bool found = at < clause->end && read_clause_phrase(run, at, &phrase);

    /* "an allen vier Adventswochenenden": the noun is unknown, so that no phrase begins with the determiner */
    if (!found && governed && at + 1 < clause->end &&
        (token_is(token_at(run, at), POS_DETERMINER) || token_is(token_at(run, at), POS_PRONOUN)))
        found = read_clause_phrase(run, at + 1, &phrase);
    if (found)
        return take_phrase(run, clause, index, phrase, governed, compared);
    struct clause_phrase *before = governed ? phrase_of_postposition(run, clause, *index) : NULL;

    if (before != NULL && (before->cases & (CASE_NOM | CASE_ACC)) == 0) /* no "den Daumen nach oben" */
        before->prepositional = true;
    if (!governed && !compared && !is_passed_over(token) && !is_nonfinite(token) && token->kind != TOKEN_NUMBER &&
        !(may_be_finite(token) && *index + 1 == clause->end))
        return false;
    *index += 1;
    return true;
}

/* Finds the verb that an auxiliary goes with: the first of the verbs at the end. */
static void find_verb(const struct check_run *run, struct clause *clause)
{
    size_t end = clause->order == CLAUSE_VERB_LAST ? clause->finite : clause->end, at = end;

    clause->verb = clause->finite;
    if (!token_is(token_at(run, clause->finite), POS_AUXILIARY))
        return;
    while (at > clause->first + 1 && at - 1 != clause->finite && is_nonfinite(token_at(run, at - 1)))
        at--;
    if (at == end)
        return;
    clause->verb = at;
    bool participle = token_is_verb_form(token_at(run, at), VERB_PARTICIPLE2);

    for (size_t i = at + 1; i < end; i++)
        clause->passive = clause->passive || text_is(run, i, "worden") || text_is(run, i, "werden");
    clause->passive = (clause->passive && participle) ||
                      (participle && (has_lemma(&run->context->lexicon, token_at(run, clause->finite), "werden") ||
                                      has_lemma(&run->context->lexicon, token_at(run, clause->finite), "sein")));
}

/* "Seit Chile 2019 das Gesetz erlassen hat": no preposition where the only finite verb closes what it opens. */
static bool is_seit_of_clause(const struct check_run *run, size_t index)
{
    size_t last = stretch_end(run, index) - 1;

    if (!slice_equal(lower_at(run, index), SLICE("seit")) || last < index + 2 || !text_is(run, last + 1, ",") ||
        !is_surely_finite(token_at(run, last)))
        return false;
    for (size_t i = index + 1; i < last; i++)
        if (is_surely_finite(token_at(run, i)))
            return false;
    return true;
}

/* The subordinator or relative pronoun at an index, or none. */
static bool opens_subordinate(const struct check_run *run, size_t index)
{
    return in_list_lower(run, LIST_CLAUSE_OPENERS, index) || is_seit_of_clause(run, index);
}

/* ", die nebenan wohnt": no article of a noun behind it. */
static bool opens_relative(const struct check_run *run, size_t index)
{
    struct noun_phrase phrase;
    bool declined = false; /* "wobei" is not */

    for (uint16_t i = 0; i < token_at(run, index)->analysis.reading_count; i++)
        declined = declined || (token_at(run, index)->analysis.readings[i].features & NUMBER_ANY) != 0;
    return index > 0 && declined && text_is(run, index - 1, ",") && token_is(token_at(run, index), POS_RELATIVE) &&
           (token_at(run, index)->flags & TOKEN_CAPITAL) == 0 && !in_list(run, LIST_QUESTION_WORDS, index) &&
           (!noun_phrase_at(run->doc, index, &phrase) || agreeing_cases(run->doc, &phrase, NULL) == 0) &&
           !token_is(token_at(run, index), POS_PREPOSITION);
}

/* ", warum die Gespräche gescheitert sind": an indirect question about a circumstance. */
static bool opens_question(const struct check_run *run, size_t index)
{
    return index > 0 && text_is(run, index - 1, ",") && in_list(run, LIST_QUESTION_ADVERBS, index) &&
           is_surely_finite(token_at(run, stretch_end(run, index) - 1));
}

/* No other word between the marks may be a finite verb, and none an infinitive. */
static bool is_lone_verb(const struct document *doc, size_t index)
{
    for (size_t i = index; i > 0 && same_clause(doc, i - 1, index) && doc->tokens[i - 1].kind == TOKEN_WORD; i--)
        if (!token_is(&doc->tokens[i - 1], POS_DETERMINER) &&
            (may_be_finite(&doc->tokens[i - 1]) || token_is_verb_form(&doc->tokens[i - 1], VERB_PARTICIPLE2)))
            return false;
    return true;
}

/* A finite verb at the end; "bemerkte" may be an adjective too, but not there. */
static bool closes_clause(const struct document *doc, size_t index)
{
    const struct token *token = &doc->tokens[index];

    if (index + 2 < doc->token_count && is_inflected_adjective(token) && is_inflected_adjective(&token[2]) &&
        doc->tokens[index + 2].sentence == token->sentence && slice_equal(token_text(doc, &token[1]), SLICE(",")))
        return false; /* "dass sie weiße, rote und gelbe Blüten haben" */
    if (may_be_finite(token) && token_is_verb_form(token, VERB_PARTICIPLE2)) /* "der 300 Leute beschäftigt" */
        return is_lone_verb(doc, index);
    return is_surely_finite(token) || (third_person_numbers(token) != 0 && !is_zu_infinitive(doc, index)) ||
           (may_be_finite(token) && is_inflected_adjective(token) && !token_is_verb_form(token, VERB_INFINITIVE));
}

bool may_have_infinitive(const struct check_run *run, const struct clause *clause, size_t index)
{
    const struct token *finite = token_at(run, clause->finite);
    bool perfect = has_lemma(&run->context->lexicon, finite, "haben") &&
                   token_is_verb_form(token_at(run, index - 1), VERB_PARTICIPLE2);

    return has_lemma_of(&run->context->lexicon, finite, LIST_MODAL_VERBS) ||
           (has_lemma_of(&run->context->lexicon, finite, LIST_VERBS_WITH_BARE_INFINITIVE) && !perfect) ||
           has_lemma(&run->context->lexicon, finite, "werden") ||
           token_is_verb_form(token_at(run, index - 1), VERB_INFINITIVE);
}

/* "versammelten sich und | forderten": the clause ends where another verb shares its subject. */
static bool opens_second_verb(const struct check_run *run, const struct clause *clause, size_t index)
{
    return clause->order == CLAUSE_VERB_SECOND && clause->finite != 0 && text_is(run, index, "und") &&
           clause->finite + 1 != index && /* "darf und kann man" */
           index + 1 < clause->end && third_person_numbers(token_at(run, index + 1)) != 0 &&
           (is_surely_finite(token_at(run, index + 1)) || !may_have_infinitive(run, clause, index));
}

/* ", und | das Werk schließt", "; das Werk schließt": another main clause in the sentence. */
static bool opens_next_main(const struct check_run *run, size_t index)
{
    if (index < 3 || !same_sentence(run, index - 2, index))
        return false;
    if (text_is(run, index - 1, ";"))
        return true;
    if (!text_is(run, index - 2, ",") || !in_list(run, LIST_CLAUSE_CONJUNCTIONS, index - 1))
        return false;
    size_t before = stretch_first(run, index - 3);

    /* "das Haus, das er kaufte, und der Garten" */
    return token_at(run, index - 3)->kind == TOKEN_WORD &&
           (before == sentence_first(run, index) ||
            (!token_is(token_at(run, before), POS_RELATIVE) && !token_is(token_at(run, before), POS_SUBORDINATOR) &&
             !token_is(token_at(run, before), POS_PREPOSITION)));
}

/* "dass er krank ist | und sie gesund": the auxiliary closes the clause before und. */
static size_t end_before_conjunct(const struct check_run *run, size_t index, size_t end)
{
    for (; index + 2 < end; index++)
        if (text_is(run, index + 1, "und") && is_surely_finite(token_at(run, index)) &&
            token_is(token_at(run, index), POS_AUXILIARY) && !is_surely_finite(token_at(run, index + 2)))
            return index + 1;
    return end;
}

/* "soll", "wird", but not "werden", which may be an infinitive: "Als Nächstes soll das Haus gebaut werden" is no clause
 * that als opens. */
static bool is_finite_auxiliary(const struct token *token)
{
    return token_is(token, POS_AUXILIARY) && finite_numbers(token) != 0 &&
           !token_is_verb_form(token, VERB_INFINITIVE) && !token_is_verb_form(token, VERB_PARTICIPLE2);
}

bool read_clause(const struct check_run *run, size_t first, struct clause *out)
{
    bool next_main = opens_next_main(run, first);
    size_t index = first;

    *out = (struct clause){ .first = first, .end = stretch_end(run, first), .order = CLAUSE_VERB_SECOND };
    /* "Häuser, die brennen" has two words, but so has "das heißt". */
    if (out->end < first + 2 || (out->end < first + 3 && text_is(run, first, "das")))
        return false;
    out->relative = opens_relative(run, first);
    if (out->relative || opens_subordinate(run, first) || opens_question(run, first)) {
        out->order = CLAUSE_VERB_LAST;
        out->opener = index++;
        out->end = end_before_conjunct(run, index + 1, out->end);
        out->finite = out->end - 1;
        if (!closes_clause(run->doc, out->finite))
            return false;
    } else if (((token_at(run, first)->flags & TOKEN_SENTENCE_START) == 0 && !next_main) ||
               (may_be_finite(token_at(run, first)) && !token_is(token_at(run, first), POS_DETERMINER))) {
        return false;
    }
    size_t stop = out->order == CLAUSE_VERB_LAST ? out->finite : out->end;

    while (index < stop) {
        if (opens_second_verb(run, out, index)) {
            out->end = stop = index;
            break;
        }
        if (out->order == CLAUSE_VERB_LAST || out->finite != 0) {
            bool cluster = index + 1 == out->end || token_at(run, index)->kind != TOKEN_WORD;

            if (!cluster && (is_surely_finite(token_at(run, index)) || is_finite_auxiliary(token_at(run, index))))
                return false;
        }
        if (!read_part(run, out, &index))
            return false;
    }
    if (out->finite == 0 || index != stop)
        return false;
    /* "weil …, die …, und die Zahl sinkt": what goes on may be the clause before the last. */
    if (next_main && out->order == CLAUSE_VERB_SECOND && (!out->before_finite || out->finite + 1 == out->end))
        return false;
    find_verb(run, out);
    return true;
}

bool is_last_clause(const struct check_run *run, const struct clause *clause)
{
    return text_is(run, clause->end, ".") &&
           token_at(run, clause->end)->span.start == token_at(run, clause->end - 1)->span.end;
}

static bool may_begin_clause(const struct check_run *run, size_t index)
{
    return index == sentence_first(run, index) ||
           (text_is(run, index - 1, ",") && same_sentence(run, index - 1, index)) || opens_next_main(run, index);
}

const struct clause *read_clauses(const struct check_run *run, struct arena *arena, size_t *count)
{
    size_t most = 0; /* clauses are large: room for as many as can begin, and no more */

    for (size_t i = 0; i < run->doc->token_count; i++)
        most += may_begin_clause(run, i);
    struct clause *clauses = arena_array(arena, most, sizeof(*clauses));

    *count = 0;
    for (size_t i = 0; i < run->doc->token_count; i++)
        if (may_begin_clause(run, i) && read_clause(run, i, &clauses[*count]))
            ++*count;
    return clauses;
}

const struct clause *clause_at(const struct check_run *run, size_t index)
{
    size_t low = 0, high = run->clause_count; /* the last that begins at or before the token lies below high */

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (run->clauses[middle].first <= index)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 && index < run->clauses[low - 1].end ? &run->clauses[low - 1] : NULL;
}

uint32_t finite_numbers(const struct token *token)
{
    uint32_t numbers = 0;

    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;
        enum verb_form form = verb_form_of(features);

        if (form >= VERB_PRESENT && form <= VERB_SUBJUNCTIVE2 && (features & PERSON_3) != 0)
            numbers |= features & NUMBER_ANY;
    }
    return numbers;
}

bool clause_verb_in(const struct check_run *run, const struct clause *clause, enum named_list list)
{
    const struct token *token = token_at(run, clause->verb);
    const struct lexicon *lexicon = &run->context->lexicon;
    bool found = false;

    if (token->analysis.joined != NO_ID)
        return in_word_list(lexicon, list, lemma_text(lexicon, token->analysis.joined));
    if (token->analysis.particle != NO_ID || !set_holds(token->type->lemmas_listed, lexicon->list_numbers[list]))
        return false;
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        const struct reading *reading = &token->analysis.readings[i];

        enum verb_form form = verb_form_of(reading->features);
        bool finite = form >= VERB_PRESENT && form <= VERB_SUBJUNCTIVE2;

        if (pos_of(reading->features) != POS_VERB || finite != (clause->verb == clause->finite))
            continue;
        if (reading->lemma == NO_ID || !in_word_list(lexicon, list, lemma_text(lexicon, reading->lemma)))
            return false;
        found = true;
    }
    return found;
}

bool clause_follows(const struct check_run *run, size_t mark)
{
    return text_is(run, mark, ":") ||
           (text_is(run, mark, ",") && same_sentence(run, mark, mark + 1) &&
            (token_is(token_at(run, mark + 1), POS_SUBORDINATOR) || in_list(run, LIST_QUESTION_WORDS, mark + 1)));
}
