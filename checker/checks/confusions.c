/* Marks real words in the place of others that sound alike: das/dass, seid/seit, wider/wieder, als/wie, den/denn.
 * What a short pattern can tell is a rule (dictionaries/rules/confusions.xml); these need the clause around them. */
#include "checks/checks.h"
#include "checks/clauses.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/stretches.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

static void replace(const struct check_run *run, const char *rule, size_t index, const char *by)
{
    suggest(run, report(run, rule, token_at(run, index)->span), slice_of(by));
}

/* ---- das, dass ---- */

/* A neuter in the singular, or a word that is not known: a relative das could belong to it. */
static bool may_be_neuter(const struct token *token)
{
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;

        if (pos_of(features) == POS_NOUN && (features & GENDER_N) != 0 && (features & NUMBER_SG) != 0)
            return true;
    }
    return token->kind == TOKEN_WORD && token->analysis.reading_count == 0; /* "ein planum" */
}

/* The same, a name or a pronoun. */
static bool may_be_antecedent(const struct check_run *run, size_t index)
{
    return token_is(token_at(run, index), POS_NAME) || in_list(run, LIST_NEUTER_PRONOUNS, index) ||
           may_be_neuter(token_at(run, index));
}

static bool has_antecedent(const struct check_run *run, size_t end)
{
    for (size_t i = sentence_first(run, end); i < end; i++)
        if (may_be_antecedent(run, i))
            return true;
    return false;
}

/* "kehrte aus Ghana zurück, das": a name behind a preposition is a place, others rarely are. */
static bool is_place_name(const struct check_run *run, size_t index)
{
    const struct token *token = token_at(run, index);

    return index > 0 && token_is(token_at(run, index - 1), POS_PREPOSITION) && (token->flags & TOKEN_CAPITAL) != 0 &&
           (token_is(token, POS_NAME) || token->analysis.reading_count == 0);
}

/* "ein anderes, das", "das einzige, das": a word that stands for a noun; not "der Minister bestätigte, das". */
static bool stands_for_noun(const struct check_run *run, size_t index)
{
    const struct token *token = token_at(run, index);
    bool verb = may_be_finite(token) && index > 0 && is_capitalised(token - 1) && token_is(token - 1, POS_NOUN);

    return token->analysis.particle == NO_ID &&
           ((is_inflected_adjective(token) && !verb) ||
            (slice_ends(lower_at(run, index), SLICE("es")) && token_is(token, POS_DETERMINER)));
}

/* From first up to a comma: "es" and "das" only right before it ("es, das"). */
static bool has_near_antecedent(const struct check_run *run, size_t first, size_t comma)
{
    for (size_t i = first; i + 1 < comma; i++) {
        const struct token *token = token_at(run, i);
        bool weak = text_is(run, i, "es") || text_is(run, i, "Es") || text_is(run, i, "das") ||
                    text_is(run, i, "Das") || text_is(run, i, "dem");
        bool name = token_is(token, POS_NAME) || (token->analysis.reading_count == 0 && is_capitalised(token));
        bool small =
            (token->flags & TOKEN_SENTENCE_START) != 0 && token->type->small_form != NO_ID; /* "In", "Stellen" */

        if (is_place_name(run, i) || (in_list(run, LIST_NEUTER_PRONOUNS, i) && !weak) ||
            (may_be_neuter(token) && !name && !weak && !small))
            return true;
    }
    return may_be_antecedent(run, comma - 1);
}

/* "das neue Gesetz", but not "das neue Gesetze": the plural stands without article. */
static bool is_article(const struct check_run *run, size_t i)
{
    struct noun_phrase phrase, rest;

    if (!noun_phrase_at(run->doc, i, &phrase)) {
        const struct token *next = token_at(run, i + 1);

        return is_inflected_adjective(next) || (is_capitalised(next) && !token_is(next, POS_NAME) &&
                                                !token_is(next, POS_PRONOUN) && may_be_neuter(next));
    }
    return agreeing_cases(run->doc, &phrase, NULL) != 0 || !noun_at(run->doc, i + 1, &rest) ||
           (agreeing_numbers(run->doc, &rest, CASE_NOM) & NUMBER_PL) == 0;
}

/* "so laut, das niemand schlief": what so measures wants a clause with dass. */
static bool is_measured_by_so(const struct check_run *run, size_t index)
{
    const struct token *token = token_at(run, index);

    return index > 0 && (text_is(run, index - 1, "so") || text_is(run, index - 1, "derart")) &&
           (token->flags & TOKEN_CAPITAL) == 0 && token_is(token, POS_ADJECTIVE) && !is_inflected_adjective(token);
}

/* "das er gewählt wurde", "das wir den Brief lasen": subject and object stand there, and nothing is left for das to be.
 */
static bool is_complete(const struct check_run *run, size_t i)
{
    const struct clause *clause = clause_at(run, i);
    bool subject = false, object = false;

    if (clause == NULL || clause->first != i || !clause->relative)
        return false;
    for (size_t j = 0; j < clause->count; j++) {
        const struct clause_phrase *phrase = &clause->phrases[j];
        bool es = text_is(run, phrase->head, "es");
        bool pronoun = in_list(run, LIST_SUBJECT_PRONOUNS, phrase->head) || es;

        if (!is_argument(phrase))
            continue;
        if (es && clause->passive)
            return false;
        subject = subject || pronoun ||
                  (phrase->cases == CASE_NOM && phrase->determined && !phrase->name &&
                   (phrase->numbers & finite_numbers(token_at(run, clause->finite))) != 0);
        object = object || (phrase->cases == CASE_ACC && phrase->determined && !phrase->name);
    }
    bool passive =
        clause->passive && !token_is_verb_form(token_at(run, clause->verb), VERB_INFINITIVE); /* "vergessen" */

    return subject && (passive || object) &&
           !has_lemma_of(&run->context->lexicon, token_at(run, clause->verb), LIST_VERBS_WITH_TWO_ACCUSATIVES);
}

/* A verb that wants a clause with dass; "legte" of "legte nahe" is one. */
static bool is_verb_with_dass(const struct check_run *run, size_t index)
{
    const struct token *token = token_at(run, index);
    const struct lexicon *lexicon = &run->context->lexicon;

    if (token->analysis.joined != NO_ID)
        return in_word_list(lexicon, LIST_VERBS_WITH_DASS, lemma_text(lexicon, token->analysis.joined));
    return (token->flags & TOKEN_CAPITAL) == 0 && has_lemma_of(lexicon, token, LIST_VERBS_WITH_DASS);
}

/* "sagte am Montag, das", "ist möglich, das", "bin dafür, das": the stretch up to the comma has a word that wants a
 * clause with dass. */
static bool wants_dass(const struct check_run *run, size_t first, size_t comma)
{
    size_t adjective = comma - (comma > first + 1 && is_surely_finite(token_at(run, comma - 1)) ? 2 : 1);

    if (in_list(run, LIST_ADJECTIVES_WITH_DASS, adjective) || in_list(run, LIST_PRONOMINAL_ADVERBS, comma - 1))
        return true;
    for (size_t i = first; i < comma; i++)
        if (is_verb_with_dass(run, i))
            return true;
    return false;
}

/* A main clause from the start of the sentence to the comma. */
static bool is_first_clause(const struct check_run *run, size_t first, size_t comma)
{
    return first == sentence_first(run, first) && has_sure_finite(run, first, comma);
}

/* "das Team habe Briefe erhalten": the verb stands before the last word, which only looks like one. */
static bool is_verb_inside(const struct check_run *run, size_t i, size_t end)
{
    return !is_surely_finite(token_at(run, end - 1)) && has_sure_finite(run, i + 1, end - 1);
}

/* "das ist", "das liegt"; "einige" of "das einige Leute" looks like one. */
static bool is_verb_next(const struct check_run *run, size_t i)
{
    return may_be_finite(token_at(run, i + 1)) && !token_is(token_at(run, i + 1), POS_DETERMINER);
}

/* "weiß, das die Zeit drängt": a clause has its verb at the end, and what stands before the comma wants one with dass,
 * or holds nothing that a relative das could belong to; or the clause has no place for das. */
static bool should_be_dass(const struct check_run *run, size_t i)
{
    size_t end = stretch_end(run, i), comma = i - 1;

    if (i < 2 || !same_sentence(run, i - 2, i) || !text_is(run, comma, ",") || end < i + 3 ||
        !may_be_finite(token_at(run, end - 1)) || is_verb_next(run, i) || is_zu_infinitive(run->doc, end - 1) ||
        is_article(run, i) || is_verb_inside(run, i, end) || stands_for_noun(run, comma - 1))
        return false;
    size_t first = stretch_first(run, comma - 1);

    if (comma - 1 == sentence_first(run, i) && is_capitalised(token_at(run, comma - 1))) /* "Dortmund, das" */
        return false;

    /* "das VPN, das": nothing is known of the word but its article */
    if (text_is(run, comma - 2, "das") && (token_at(run, comma - 1)->flags & (TOKEN_ALL_CAPS | TOKEN_HYPHEN)) != 0)
        return false;
    /* "bauen Soja an, das gut wächst": the noun before the particle may be meant, whatever its gender is thought to be
     */
    if (token_at(run, comma - 1)->analysis.particle != NO_ID && comma > first + 1 &&
        is_capitalised(token_at(run, comma - 2)) && !wants_dass(run, first, comma))
        return false;
    return is_measured_by_so(run, comma - 1) ||
           ((wants_dass(run, first, comma) || is_first_clause(run, first, comma)) &&
            !has_near_antecedent(run, first, comma)) ||
           (token_at(run, comma - 1)->kind == TOKEN_WORD && !has_antecedent(run, comma)) || is_complete(run, i);
}

/* A neuter noun without determiner of its own: what opens the clause may be its article ("Das in Kiel gebaute Schiff").
 */
static bool holds_bare_neuter(const struct check_run *run, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (is_capitalised(token_at(run, i)) && may_be_neuter(token_at(run, i)) &&
            !token_is(token_at(run, i - 1), POS_DETERMINER))
            return true;
    return false;
}

/* "Das keiner half, ist bitter": a clause that is the subject of the verb behind it. */
static bool should_be_dass_at_start(const struct check_run *run, size_t i)
{
    size_t end = stretch_end(run, i);

    if ((token_at(run, i)->flags & TOKEN_SENTENCE_START) == 0 || end < i + 3 || !text_is(run, end, ",") ||
        !same_sentence(run, i, end + 2) || !is_surely_finite(token_at(run, end - 1)) || is_verb_next(run, i) ||
        is_article(run, i) || !is_likely_finite(run->doc, end + 1) ||
        (finite_numbers(token_at(run, end + 1)) & NUMBER_SG) == 0 || in_list(run, LIST_VERBS_OF_SAYING, end + 1) ||
        has_lemma_of(&run->context->lexicon, token_at(run, end + 1), LIST_VERBS_WITH_DASS))
        return false;
    return !has_sure_finite(run, i + 1, end - 1) && !holds_bare_neuter(run, i + 1, end);
}

/* "sagte das er zurücktritt": the comma is missing too. */
static bool should_be_comma_dass(const struct check_run *run, size_t i)
{
    size_t end = stretch_end(run, i);

    bool attribute = i > 1 && token_is(token_at(run, i - 2), POS_DETERMINER);

    return i > 0 && same_sentence(run, i - 1, i) && may_be_finite(token_at(run, i - 1)) && !attribute &&
           has_lemma_of(&run->context->lexicon, token_at(run, i - 1), LIST_VERBS_WITH_DASS) &&
           (in_list(run, LIST_SUBJECT_PRONOUNS, i + 1) ||
            (token_is(token_at(run, i + 1), POS_DETERMINER) && (token_at(run, i + 1)->flags & TOKEN_CAPITAL) == 0)) &&
           end > i + 2 && is_surely_finite(token_at(run, end - 1));
}

static bool is_neuter_noun(const struct check_run *run, size_t index)
{
    struct noun_phrase phrase;

    return bare_noun_at(run->doc, index, &phrase) && !token_is(token_at(run, index), POS_NAME) &&
           may_be_antecedent(run, index);
}

/* "Dass Haus wurde gestern verkauft": in a clause with dass the verb would stand at its end. */
static bool should_be_das(const struct check_run *run, size_t i)
{
    size_t end = stretch_end(run, i);

    return (token_at(run, i)->flags & TOKEN_SENTENCE_START) != 0 && end > i + 3 && is_neuter_noun(run, i + 1) &&
           is_surely_finite(token_at(run, i + 2)) && !is_surely_finite(token_at(run, i + 3)) &&
           !is_surely_finite(token_at(run, end - 1));
}

/* "abbrannte", "verschwunden war": the verb has a subject, so that what has none is no passive like "dass getrunken
 * wurde". */
static bool has_subject_for_sure(const struct check_run *run, const struct clause *clause)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *verb = token_at(run, clause->verb);

    return !clause->passive || (has_lemma(lexicon, token_at(run, clause->finite), "sein") &&
                                is_participle_of(lexicon, verb, LIST_VERBS_WITH_SEIN));
}

/* A noun or pronoun of the clause may be its subject: it belongs to no phrase that was read, to one that may be a
 * nominative or a name, or stands beside the noun of a phrase with a preposition ("im Dorf Ruhe"). */
static bool may_be_subject_in(const struct clause *clause, size_t index)
{
    for (size_t i = 0; i < clause->count; i++) {
        const struct clause_phrase *phrase = &clause->phrases[i];

        if (index < phrase->first || index >= phrase->end)
            continue;
        if (phrase->prepositional)
            return index != phrase->head && !phrase->several;
        return phrase->name || phrase->adverbial || (phrase->cases & CASE_NOM) != 0;
    }
    return true;
}

/* "ein Gerät, dass aus Stahl besteht", "etwas, dass stört": behind a neuter, whatever opens the sentence, a clause with
 * dass in which no phrase can be the subject that its verb has. */
static bool lacks_subject_behind_neuter(const struct check_run *run, size_t i)
{
    const struct clause *clause = clause_at(run, i);
    size_t before = i - 2;

    if (i < 2 || !text_is(run, i - 1, ",") || clause == NULL || clause->first != i)
        return false;
    if (token_at(run, before)->analysis.particle != NO_ID && before > 0) /* "wies ein Gas nach, dass" */
        before--;
    if ((!is_neuter_noun(run, before) && !in_list(run, LIST_NEUTER_PRONOUNS, before)) || text_is(run, before, "es") ||
        text_is(run, before, "das") || is_kind_of(run, before, LIST_TIME_NOUNS) || !has_subject_for_sure(run, clause) ||
        (finite_numbers(token_at(run, clause->finite)) & NUMBER_SG) == 0 ||
        has_lemma_of(&run->context->lexicon, token_at(run, clause->verb), LIST_VERBS_WITHOUT_SUBJECT))
        return false;
    for (size_t at = i + 1; at < clause->finite; at++)
        if ((is_capitalised(token_at(run, at)) ||
             (token_is(token_at(run, at), POS_PRONOUN) &&
              (!token_is(token_at(run, at), POS_DETERMINER) || at + 1 == clause->finite))) && /* "dass keiner anhält" */
            may_be_subject_in(clause, at))
            return false;
    return true;
}

/* "Das Haus, dass abbrannte": behind a neuter noun a clause without subject, or without the object of its verb. */
static bool should_be_relative(const struct check_run *run, size_t i)
{
    const struct clause *clause = clause_at(run, i);
    struct noun_phrase opening;
    size_t first = sentence_first(run, i), nominatives = 0, accusatives = 0;

    if (i < 2 || !text_is(run, i - 1, ",") || !noun_phrase_at(run->doc, first, &opening) || opening.noun != i - 2 ||
        !opening.has_determiner || text_is(run, i - 2, "Mal") || !is_neuter_noun(run, i - 2) || clause == NULL ||
        clause->first != i || !has_subject_for_sure(run, clause))
        return false;
    for (size_t j = 0; j < clause->count; j++) {
        const struct clause_phrase *phrase = &clause->phrases[j];

        if (phrase->prepositional || phrase->adverbial)
            continue;
        if (phrase->name)
            return false;
        if ((phrase->cases & CASE_NOM) != 0)
            nominatives++;
        else if ((phrase->cases & CASE_ACC) != 0)
            accusatives++;
    }
    return (nominatives == 0 && (finite_numbers(token_at(run, clause->finite)) & NUMBER_SG) != 0) ||
           (nominatives == 1 && accusatives == 0 && clause_verb_in(run, clause, LIST_ACCUSATIVE_VERBS));
}

/* "eröffnet mit einem Werk, dass sie selbst bestellt hatte": a neuter noun with its article anywhere, and behind dass a
 * pronoun whose verb lacks its object. Nothing before the comma may want a clause with dass. */
static bool lacks_object_behind_noun(const struct check_run *run, size_t i)
{
    const struct clause *clause = clause_at(run, i);

    if (i < 4 || !text_is(run, i - 1, ",") || !is_neuter_noun(run, i - 2) || clause == NULL || clause->first != i ||
        clause->passive || !in_list(run, LIST_NOMINATIVE_PRONOUNS, i + 1) || !text_is(run, clause->end, ".") ||
        !clause_verb_in(run, clause, LIST_ACCUSATIVE_VERBS) || !slice_starts(lower_at(run, i - 3), SLICE("ein")) ||
        !is_kind_of(run, i - 2, LIST_COUNTABLE_NOUNS))
        return false;
    for (size_t j = sentence_first(run, i); j + 2 < i; j++)
        if (is_verb_with_dass(run, j) || has_lemma(&run->context->lexicon, token_at(run, j), "sein") ||
            text_is(run, j, "so") || text_is(run, j, "derart") || slice_starts(lower_at(run, j), SLICE("solch")))
            return false;
    for (size_t j = 0; j < clause->count; j++)
        if (clause->phrases[j].first > i + 1 && !clause->phrases[j].prepositional && !clause->phrases[j].adverbial)
            return false;
    return true;
}

static void check_das(const struct check_run *run, size_t i)
{
    if (text_is(run, i, "dass") && !in_list(run, LIST_NEUTER_PRONOUNS, i + 1) && /* "…, dass das gelingt" */
        (should_be_relative(run, i) || lacks_subject_behind_neuter(run, i) || lacks_object_behind_noun(run, i)))
        replace(run, "confusion/dass-statt-das", i, "das");
    if (text_is(run, i, "das") && (should_be_dass(run, i) || should_be_comma_dass(run, i)))
        replace(run, "confusion/das-statt-dass", i, "dass");
    else if (text_is(run, i, "Das") && should_be_dass_at_start(run, i))
        replace(run, "confusion/das-statt-dass", i, "Dass");
    else if (text_is(run, i, "Dass") && should_be_das(run, i))
        replace(run, "confusion/dass-statt-das", i, "Das");
}

/* ---- seid, seit ---- */

static bool is_ihr(const struct check_run *run, size_t index)
{
    return text_is(run, index, "ihr") || text_is(run, index, "Ihr") || text_is(run, index, "alle");
}

static bool holds(const struct check_run *run, size_t first, size_t end, bool (*is)(const struct check_run *, size_t),
                  size_t except)
{
    for (size_t i = first; i < end; i++)
        if (i != except && is(run, i))
            return true;
    return false;
}

static bool is_finite_at(const struct check_run *run, size_t index)
{
    return may_be_finite(token_at(run, index));
}

static void check_seid(const struct check_run *run, size_t i)
{
    size_t first = sentence_first(run, i), end = sentence_end(run, i);

    /* "Die Straße ist seid Tagen gesperrt": no ihr, and another verb. */
    if ((text_is(run, i, "seid") || text_is(run, i, "Seid")) && (token_at(run, i)->flags & TOKEN_QUOTED) == 0 &&
        !holds(run, first, end, is_ihr, i) && holds(run, first, stretch_end(run, i), is_finite_at, i))
        replace(run, "confusion/seid-statt-seit", i, text_is(run, i, "seid") ? "seit" : "Seit");
    /* "Ihr seit willkommen": ihr right before, and no other verb. */
    else if (text_is(run, i, "seit") && i > first && (text_is(run, i - 1, "ihr") || text_is(run, i - 1, "Ihr")) &&
             !holds(run, first, end, is_finite_at, i))
        replace(run, "confusion/seit-statt-seid", i, "seid");
}

/* ---- the others ---- */

/* "wider" governs an accusative; before a preposition, verb or adverb "wieder" is meant. */
static bool should_be_wieder(const struct check_run *run, size_t i)
{
    const struct token *next = token_at(run, i + 1);

    return text_is(run, i, "wider") && same_sentence(run, i, i + 1) && token_at(run, i)->analysis.particle == NO_ID &&
           next->kind == TOKEN_WORD && (next->flags & TOKEN_CAPITAL) == 0 && !token_is(next, POS_DETERMINER) &&
           (!token_is(next, POS_ADJECTIVE) || token_is_verb_form(next, VERB_PARTICIPLE2)) &&
           !token_is(next, POS_PRONOUN) && !token_is(next, POS_CONJUNCTION) &&
           (token_is(next, POS_PREPOSITION) || token_is(next, POS_VERB) || token_is(next, POS_ADVERB));
}

static bool is_positive(const struct token *token)
{
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;

        if (pos_of(features) == POS_PREFIX || pos_of(features) == POS_ADVERB)
            continue;
        if (pos_of(features) != POS_ADJECTIVE || (features & (DEGREE_COMPARATIVE | DEGREE_SUPERLATIVE)) != 0)
            return false;
    }
    return token_is(token, POS_ADJECTIVE);
}

/* "genauso lange als seine Kollegen": an adverb that is compared; "ebenso gern als Trainer" says as what. */
static bool is_compared_adverb(const struct check_run *run, size_t i)
{
    const struct token *behind = token_at(run, i + 1);

    return (text_is(run, i - 2, "genauso") || text_is(run, i - 2, "ebenso")) &&
           in_list(run, LIST_COMPARED_ADVERBS, i - 1) &&
           (token_is(behind, POS_DETERMINER) || token_is(behind, POS_PREPOSITION) ||
            in_list(run, LIST_SUBJECT_PRONOUNS, i + 1));
}

/* "so groß als sein Vater" */
static bool should_be_wie(const struct check_run *run, size_t i)
{
    if (text_is(run, i, "als") && i >= 2 && same_sentence(run, i - 2, i + 1) && is_compared_adverb(run, i))
        return true;
    return text_is(run, i, "als") && i >= 2 && same_sentence(run, i - 2, i + 1) && is_positive(token_at(run, i - 1)) &&
           (text_is(run, i - 2, "so") || text_is(run, i - 2, "genauso") || text_is(run, i - 2, "ebenso")) &&
           !text_is(run, i + 1, "ob") && !text_is(run, i + 1, "wenn") && !text_is(run, i + 1, "möglich") &&
           !text_is(run, i + 1, "nur") && token_at(run, i + 1)->kind == TOKEN_WORD;
}

/* "höher": nothing but a comparative without ending. */
static bool is_bare_comparative(const struct token *token)
{
    bool comparative = false;

    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;

        if (pos_of(features) != POS_ADJECTIVE || (features & UNINFLECTED) == 0)
            return false;
        comparative = comparative || (features & DEGREE_COMPARATIVE) != 0;
    }
    return comparative;
}

/* "höher wie das Dach", "mehr Tote wie im Vorjahr": behind a comparative. A preposition behind "wie" compares for sure;
 * "mehr Städte wie Bonn" names an example. */
static bool should_be_als(const struct check_run *run, size_t i)
{
    if (!text_is(run, i, "wie") || i < 2 || !same_sentence(run, i - 2, i + 1))
        return false;
    const struct token *next = token_at(run, i + 1);

    if (is_bare_comparative(token_at(run, i - 1)))
        return token_is(next, POS_DETERMINER) || token_is(next, POS_PREPOSITION);
    /* "verdient mehr wie sein Chef", but "nicht mehr wie früher", "immer mehr wie ein Museum" */
    if (text_is(run, i - 1, "mehr") || text_is(run, i - 1, "weniger"))
        return (next->kind == TOKEN_NUMBER && text_is(run, i - 1, "mehr")) ||
               (is_surely_finite(token_at(run, i - 2)) && token_is(next, POS_DETERMINER) &&
                !token_is(token_at(run, i - 2), POS_AUXILIARY));
    return (text_is(run, i - 2, "mehr") || text_is(run, i - 2, "weniger")) &&
           token_is(token_at(run, i - 1), POS_NOUN) && token_is(next, POS_PREPOSITION) && !token_is(next, POS_ADVERB);
}

/* ", den er hat keine Zeit": in a relative clause the verb would stand at the end. */
static bool should_be_denn(const struct check_run *run, size_t i)
{
    return text_is(run, i, "den") && i >= 2 && text_is(run, i - 1, ",") && same_sentence(run, i - 1, i + 3) &&
           in_list(run, LIST_NOMINATIVE_PRONOUNS, i + 1) && may_be_finite(token_at(run, i + 2)) &&
           token_at(run, i + 3)->kind != TOKEN_PUNCTUATION && !may_be_finite(token_at(run, i + 3)) &&
           !token_is(token_at(run, i + 3), POS_CONJUNCTION);
}

/* "für denn Mann" */
static bool should_be_den(const struct check_run *run, size_t i)
{
    struct noun_phrase phrase;

    return text_is(run, i, "denn") && i > 0 && same_sentence(run, i - 1, i + 1) &&
           in_list(run, LIST_SURE_PREPOSITIONS, i - 1) && noun_at(run->doc, i + 1, &phrase) && !phrase.has_determiner;
}

bool may_be_confused(const struct check_run *run, size_t i)
{
    static const char *const words[] = { "das", "dass", "daß", "seid", "seit", "wider", "als", "wie", "den", "denn" };

    for (size_t n = 0; n < sizeof words / sizeof *words; n++)
        if (slice_is(lower_at(run, i), words[n]))
            return true;
    return false;
}

void check_confusions(const struct check_run *run)
{
    for (size_t i = next_marked(run, MARK_CONFUSED, 0); i + 1 < run->doc->token_count;
         i = next_marked(run, MARK_CONFUSED, i + 1)) {
        check_das(run, i);
        check_seid(run, i);
        if (should_be_wieder(run, i))
            replace(run, "confusion/wider-statt-wieder", i, "wieder");
        else if (should_be_wie(run, i))
            replace(run, "confusion/als-statt-wie", i, "wie");
        else if (should_be_als(run, i))
            replace(run, "confusion/wie-statt-als", i, "als");
        else if (should_be_denn(run, i))
            replace(run, "confusion/den-statt-denn", i, "denn");
        else if (should_be_den(run, i))
            replace(run, "confusion/denn-statt-den", i, "den");
    }
}
