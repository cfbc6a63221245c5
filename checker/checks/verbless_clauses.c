/* Marks clauses in which no word can be the finite verb, whatever stands between their opener and their end: "…, die
 * auf Facebook gepostet.", "Da er darauf vorbereitet, kann er …", "dass der Klub vor einem Jahr gegründet.", "Er am
 * Abend nach Hause gefahren." open_brackets.c looks at clauses with a plain subject; here every reading of every word
 * is asked, so that the subject may stand anywhere. */
#include "checks/checks.h"
#include "checks/clause_phrases.h"
#include "checks/fields.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* A word that is the finite verb, or may be one for all that the lexicon knows. */
static bool may_hold_verb(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    if (token->kind == TOKEN_SYMBOL || token->kind == TOKEN_ADDRESS || (token->flags & TOKEN_QUOTED) != 0)
        return true;
    if (token->kind != TOKEN_WORD)
        return false;
    if ((token->flags & TOKEN_CAPITAL) != 0) /* "Leben": a verb written like a noun is left to capitals.c */
        return false;
    if (text_is(run, i, "sein") && !is_sein(run, i))
        return false; /* "sein Torwart" */
    return token->analysis.reading_count == 0 || is_finite_here(run, i) ||
           (may_be_finite(token) && !is_inflected_adjective(token) && !token_is(token, POS_DETERMINER) &&
            !token_is(token, POS_PREPOSITION));
}

/* No verb that is finite, no infinitive with zu and no word of comparison: "wie im Vorjahr", "als geplant". */
static bool is_verbless(const struct check_run *run, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (may_hold_verb(run, i) || is_zu_infinitive(run->doc, i) || text_is(run, i, "wie") ||
            text_is(run, i, "als") || text_is(run, i, "sondern") || text_is(run, i, "desto") ||
            text_is(run, i, "umso") ||
            (token_is(token_at(run, i), POS_SUBORDINATOR) && !token_is(token_at(run, i), POS_PREPOSITION)))
            return false;
    return true;
}

/* "gelöscht", "worden": a participle, and neither an adverb nor an adjective with an ending. */
static bool is_plain_participle(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    return token->kind == TOKEN_WORD && !is_capitalised(token) && token_is_verb_form(token, VERB_PARTICIPLE2) &&
           !may_be_finite(token) && !is_inflected_adjective(token) && !token_is(token, POS_ADVERB) &&
           !token_is(token, POS_PREPOSITION);
}

static bool ends_sentence(const struct check_run *run, size_t mark)
{
    return text_is(run, mark, ".") && !same_sentence(run, mark, mark + 1) &&
           !(mark + 1 < run->doc->token_count && same_segment(run, mark, mark + 1) &&
             !has_space_before(run, mark + 1)); /* "Microsoft-.WAV-Datei" */
}

/* Behind the mark the main clause begins with its finite auxiliary, ", kann er": the clause before is at its end. */
static bool main_clause_follows(const struct check_run *run, size_t mark)
{
    size_t next = mark + 1;

    return text_is(run, mark, ",") && same_sentence(run, mark, next + 2) &&
           token_is(token_at(run, next), POS_AUXILIARY) && is_surely_finite(token_at(run, next)) &&
           stretch_end(run, next) >= next + 2;
}

/* ---- subordinate clauses ---- */

/* "dass", "nachdem", "ob": they open no clause without a verb, as "wenn möglich", "obwohl krank" are. */
static bool never_stands_for_less(const struct check_run *run, size_t opener)
{
    return text_is(run, opener, "dass") || text_is(run, opener, "sodass") || text_is(run, opener, "nachdem");
}

/* A subject right behind the opener: "der Klub", "United", "er". */
static bool subject_follows(const struct check_run *run, size_t opener)
{
    struct clause_phrase phrase;

    return in_list(run, LIST_NOMINATIVE_PRONOUNS, opener + 1) || in_list(run, LIST_SUBJECT_PRONOUNS, opener + 1) ||
           (read_clause_phrase(run, opener + 1, &phrase) && !phrase.prepositional && !phrase.adverbial &&
            (phrase.cases & CASE_NOM) != 0 &&
            (phrase.determined || phrase.name || phrase.pronoun || (phrase.numbers & NUMBER_PL) != 0) &&
            token_at(run, opener + 1)->kind == TOKEN_WORD);
}

/* "die selbst definierten Bereiche", "die zur Umwandlung nötigen Module": an article whose noun has an attribute of its
 * own, as an adjective shows that neither determiner, preposition nor number stands before. */
static bool holds_attribute(const struct check_run *run, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        const struct token *left = token_at(run, i - 1);

        if (is_inflected_adjective(token_at(run, i)) && !token_is(left, POS_DETERMINER) &&
            !token_is(left, POS_PREPOSITION) && !token_is(left, POS_NUMERAL) && left->kind != TOKEN_NUMBER &&
            !is_inflected_adjective(left))
            return true;
    }
    return false;
}

/* ", die auf Facebook gepostet": a relative pronoun behind a comma, and no article of a noun. */
static bool is_relative_for_sure(const struct check_run *run, struct stretch stretch, size_t opener)
{
    struct noun_phrase phrase;

    return stretch.first > 0 && text_is(run, stretch.first - 1, ",") && opens_relative(run, opener) &&
           opener <= stretch.first + 1 && !text_is(run, stretch.first, "wie") &&
           !noun_phrase_at(run->doc, opener, &phrase) && opener + 2 < stretch.end &&
           !holds_attribute(run, opener + 1, stretch.end) && !is_inflected_adjective(token_at(run, opener + 1)) &&
           !is_capitalised(token_at(run, opener + 1)) && !token_is(token_at(run, opener + 1), POS_NUMERAL) &&
           !is_plain_participle(run, opener + 1);
}

/* "wo" and "warum" open a clause behind a comma alone. */
static size_t opener_of(const struct check_run *run, struct stretch stretch)
{
    bool question = stretch.first > 0 && text_is(run, stretch.first - 1, ",") &&
                    in_list(run, LIST_SUBORDINATORS_WITH_VERB_LAST, stretch.first);

    return question ? stretch.first : clause_opener(run, stretch);
}

/* Another check has said so. */
static bool is_reported(const struct check_run *run, struct span span)
{
    for (size_t i = 0; i < run->issues->count; i++) {
        const struct issue *issue = &run->issues->items[i];

        if (issue->span.start < span.end && span.start < issue->span.end &&
            slice_is(issue->rule->id, "check/missing-verb"))
            return true;
    }
    return false;
}

static void check_subordinate(const struct check_run *run, struct stretch stretch)
{
    size_t opener = opener_of(run, stretch);
    bool ends = ends_sentence(run, stretch.end);

    if (opener == NO_OPENER || (!ends && !main_clause_follows(run, stretch.end)) || stretch.end < opener + 3 ||
        (token_at(run, opener)->flags & TOKEN_QUOTED) != 0 || !is_verbless(run, opener + 1, stretch.end) ||
        text_is(run, stretch.end - 1, "meine")) /* "Ob er das ernst meine, …" */
        return;
    bool participle = is_plain_participle(run, stretch.end - 1);
    bool relative =
        !in_list_lower(run, LIST_CLAUSE_OPENERS, opener) && !in_list(run, LIST_SUBORDINATORS_WITH_VERB_LAST, opener);
    bool sure = relative ? participle && is_relative_for_sure(run, stretch, opener)
                         : in_list_lower(run, LIST_SUBORDINATORS_WITH_VERB_LAST, opener) &&
                               ((participle && (never_stands_for_less(run, opener) || subject_follows(run, opener))) ||
                                (in_list(run, LIST_NOMINATIVE_PRONOUNS, opener + 1) && stretch.end > opener + 4));

    struct span span = tokens_span(run, participle ? stretch.end - 1 : opener, stretch.end - 1);

    if (sure && !is_reported(run, span))
        report(run, "check/missing-verb", span);
}

/* ---- main clauses ---- */

/* Behind the mark stands nothing but one subordinate clause: "…, weil er fror." */
static bool subordinate_ends(const struct check_run *run, size_t mark)
{
    return text_is(run, mark, ",") && same_sentence(run, mark, mark + 1) &&
           in_list(run, LIST_SUBORDINATORS_COMMA, mark + 1) && ends_sentence(run, stretch_end(run, mark + 1));
}

/* "Er am Abend nach Hause gefahren.": the sentence opens with its subject and ends in a participle, but is as long as
 * nothing but a sentence is. */
static void check_main(const struct check_run *run, size_t first)
{
    struct stretch stretch = { first, stretch_end(run, first) };
    struct clause_phrase subject;
    bool pronoun = first < stretch.end && token_at(run, first)->kind == TOKEN_WORD &&
                   (slice_equal(lower_at(run, first), SLICE("er")) || slice_equal(lower_at(run, first), SLICE("wir")) ||
                    slice_equal(lower_at(run, first), SLICE("ich")) || slice_equal(lower_at(run, first), SLICE("man")));

    if (stretch.end < first + 6 || !is_plain_participle(run, stretch.end - 1) ||
        (!ends_sentence(run, stretch.end) && !subordinate_ends(run, stretch.end)) ||
        clause_opener(run, stretch) != NO_OPENER || !read_clause_phrase(run, first, &subject) ||
        (!pronoun && !subject.determined) || subject.prepositional || subject.adverbial ||
        (subject.cases & CASE_NOM) == 0 || subject.end + 3 > stretch.end ||
        !is_verbless(run, subject.end, stretch.end) || in_list_lower(run, LIST_QUESTION_WORDS, first))
        return;
    const struct token *next = token_at(run, subject.end);

    if (pronoun || token_is(next, POS_PREPOSITION) || token_is(next, POS_ADVERB) || token_is(next, POS_DETERMINER) ||
        text_is(run, subject.end, "sich"))
        report(run, "check/no-finite-verb", tokens_span(run, first, stretch.end - 1));
}

/* ---- an adverb in the place of a subordinator ---- */

/* ", trotzdem seine Berater ihn gewarnt hatten", ", dabei sie ihre Netze einholten": behind such an adverb a main
 * clause has its verb, and this one has it at its end, and no other before. */
static void check_adverb_as_opener(const struct check_run *run, size_t first)
{
    size_t end = stretch_end(run, first);
    struct clause_phrase subject;

    if (!(text_is(run, first, "trotzdem") || text_is(run, first, "dabei") || text_is(run, first, "deshalb") ||
          text_is(run, first, "deswegen") || text_is(run, first, "dennoch") || text_is(run, first, "danach")) ||
        end < first + 4 || !ends_sentence(run, end) || !is_surely_finite(token_at(run, end - 1)) ||
        (token_at(run, first)->flags & TOKEN_QUOTED) != 0)
        return;
    for (size_t i = first + 1; i + 1 < end; i++)
        if (may_hold_verb(run, i) || is_zu_infinitive(run->doc, i) || token_is(token_at(run, i), POS_CONJUNCTION))
            return;
    if (in_list(run, LIST_NOMINATIVE_PRONOUNS, first + 1) ||
        (read_clause_phrase(run, first + 1, &subject) && (subject.determined || subject.pronoun) &&
         !subject.prepositional && (subject.cases & CASE_NOM) != 0))
        report(run, "check/verb-not-second", tokens_span(run, first, end - 1));
}

void check_verbless_clauses(const struct check_run *run)
{
    for (size_t i = 0; i < run->doc->token_count; i++) {
        bool opens = i == 0 || !same_sentence(run, i - 1, i);

        if (opens)
            check_main(run, i);
        if (!opens && text_is(run, i - 1, ","))
            check_adverb_as_opener(run, i);
        if (opens || text_is(run, i - 1, ","))
            check_subordinate(run, (struct stretch){ i, stretch_end(run, i) });
    }
}
