/* Marks clauses that are read as a whole and in which nothing can be the subject ("Den Minister trat zurück"). */
#include "checks/subjects.h"

#include "checks/paradigms.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* What follows the clause may be its subject: "Den Mann stört, dass", "Den Chef freut, wenn", "…, ihn zu sehen". */
static bool may_have_clause_as_subject(const struct check_run *run, const struct clause *clause)
{
    size_t next = clause->end + 1;

    if (text_is(run, clause->end, ".") || text_is(run, clause->end, "!"))
        return false;
    if (!text_is(run, clause->end, ",") || !same_sentence(run, clause->end, next))
        return true;
    return !in_list(run, LIST_OPENERS_OF_NO_SUBJECT, next);
}

/* "1990 markiert den Anfang" */
static bool holds_year(const struct check_run *run, const struct clause *clause)
{
    for (size_t i = clause->first; i < clause->end; i++)
        if (token_at(run, i)->kind == TOKEN_NUMBER && digits_at(text_at(run, i), 0) == 4 && text_at(run, i).len == 4)
            return true;
    return false;
}

/* "Der Gutachten", "Der Schreiben": nothing but the genitive of several; the dictionaries agree on such neuters. */
static bool is_neuter_plural(const struct check_run *run, const struct clause_phrase *phrase)
{
    const struct token *noun = token_at(run, phrase->head);

    if (phrase->cases != CASE_GEN || phrase->head != phrase->first + 1 || noun->analysis.reading_count == 0 ||
        !text_is(run, phrase->first, "Der") || !slice_ends(text_at(run, phrase->head), SLICE("en")))
        return false;
    for (uint16_t i = 0; i < noun->analysis.reading_count; i++)
        if (pos_of(noun->analysis.readings[i].features) != POS_NOUN ||
            (noun->analysis.readings[i].features & (GENDER_ANY | FEATURE_GUESSED | FEATURE_ADJECTIVAL_NOUN)) !=
                GENDER_N)
            return false;
    struct noun_phrase words = { .first = phrase->first, .noun = phrase->head, .has_determiner = true };

    return !head_agrees(run, &words); /* "Der Früchtekuchen" */
}

/* "Der" may belong to a noun whose gender a dictionary has wrong; "den", "einem" do not, nor "der Regierung". */
static bool is_surely_oblique(const struct check_run *run, const struct clause_phrase *phrase)
{
    static const char *const feminine[] = { "ung", "heit", "keit", "schaft", "tät", "ion", "partei" };
    struct slice first = text_at(run, phrase->first), head = text_at(run, phrase->head);

    if (slice_ends(first, SLICE("n")) || slice_ends(first, SLICE("m")) || is_neuter_plural(run, phrase))
        return true;
    for (size_t i = 0; i < sizeof(feminine) / sizeof(*feminine); i++)
        if (slice_ends(head, slice_of(feminine[i])))
            return slice_ends(first, SLICE("r"));
    return false;
}

/* Passives and copulas stand without a subject beside a dative ("Den Opfern wurde geholfen", "Dem Kind ist kalt"); an
 * accusative is wrong there. */
static bool may_lack_subject(const struct check_run *run, const struct clause *clause)
{
    const struct token *finite = token_at(run, clause->finite);

    if (slice_equal(lower_at(run, clause->first), SLICE("zu")) &&
        slice_starts(lower_at(run, clause->first + 1), SLICE("vie"))) /* "Zu viel Text langweilt den Leser" */
        return true;
    return clause->passive || has_lemma(&run->context->lexicon, finite, "sein") ||
           has_lemma(&run->context->lexicon, finite, "werden");
}

static void report_object(const struct check_run *run, const struct clause_phrase *object)
{
    struct issue *issue = report(run, "check/no-subject", tokens_span(run, object->first, object->end - 1));

    if (is_neuter_plural(run, object)) /* its verb is a singular */
        suggest(run, issue,
                arena_print(run->issues->arena, "Das %.*s", (int)text_at(run, object->head).len,
                            text_at(run, object->head).at));
}

/* "Den Präsidenten kündigte Sanktionen an", "Am Abend traf den Kanzler ein": a main clause without any nominative, that
 * has no clause behind it that could be the subject. */
void check_missing_subject(const struct check_run *run, const struct clause *clause)
{
    const struct token *finite = token_at(run, clause->finite);
    const struct clause_phrase *object = NULL;
    bool only_accusative = may_lack_subject(run, clause);

    if (clause->order != CLAUSE_VERB_SECOND || may_have_clause_as_subject(run, clause) || holds_year(run, clause) ||
        clause_verb_in(run, clause, LIST_VERBS_WITHOUT_SUBJECT) || (finite_numbers(finite) & NUMBER_SG) == 0)
        return;
    for (size_t i = 0; i < clause->count; i++) {
        const struct clause_phrase *phrase = &clause->phrases[i];

        if (phrase->prepositional && !(phrase->name && phrase->end == clause->finite)) /* "Von Thun entwirft" */
            continue;
        bool subject = (phrase->cases & CASE_NOM) != 0 && (phrase->numbers & finite_numbers(finite)) != 0;

        if (phrase->name || phrase->pronoun || phrase->cases == 0 || subject ||
            (!phrase->determined && (phrase->cases & CASE_NOM) == 0))
            return;
        if (is_surely_oblique(run, phrase) && !phrase->adverbial && object == NULL && (phrase->cases & CASE_NOM) == 0 &&
            (!only_accusative || phrase->cases == CASE_ACC || is_neuter_plural(run, phrase)))
            object = phrase;
    }
    if (object != NULL)
        report_object(run, object);
}
