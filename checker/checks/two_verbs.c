/* Marks a missing comma by the verbs alone. Between two marks stands one finite verb, and another one only behind und
 * or oder: where there are two ("Und wenn die Biene landet nimmt sie Pollen auf"), or a subordinator with a verb at its
 * end behind the verb of the clause ("Fest steht jedoch dass die Kosten steigen"), a clause begins without its comma.
 */
#include "checks/checks.h"
#include "checks/clauses.h"
#include "checks/corrections.h"
#include "checks/fields.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* "wie folgt", "unter ferner liefen", "machte kehrt", "sage und schreibe", "Gott sei Dank", "hüben wie drüben", "Said
 * bin Taimur": no verb of a clause. */
static bool is_set_phrase(const struct check_run *run, size_t i)
{
    return text_is(run, i, "bin") || text_is(run, i, "kehrt") || token_is(token_at(run, i), POS_PREFIX) ||
           text_is(run, i, "hüben") || (text_is(run, i, "sage") && text_is(run, i + 1, "und")) ||
           (text_is(run, i, "sei") && text_is(run, i + 1, "Dank")) ||
           (i > 0 && ((text_is(run, i, "liefen") && text_is(run, i - 1, "ferner")) ||
                      (text_is(run, i, "folgt") && text_is(run, i - 1, "wie")) ||
                      (text_is(run, i, "schreibe") && text_is(run, i - 1, "und"))));
}

/* "Das Team | entdeckte eine Höhle": no adjective between a noun and an article. */
static bool is_past_between(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    return i > 0 && same_sentence(run, i - 1, i + 1) && may_be_finite(token) && is_inflected_adjective(token) &&
           !token_is(token, POS_DETERMINER) && !token_is(token, POS_ADVERB) && is_capitalised(&token[-1]) &&
           token_is(&token[-1], POS_NOUN) && in_list(run, LIST_ARTICLES, i + 1);
}

/* "bei pausierten Clips": behind a preposition no verb stands, though dictionaries know nothing else. */
static bool is_governed_participle(const struct check_run *run, size_t i)
{
    return i > 0 && same_sentence(run, i - 1, i + 1) && token_is(token_at(run, i - 1), POS_PREPOSITION) &&
           token_at(run, i - 1)->analysis.particle == NO_ID && is_capitalised(token_at(run, i + 1)) &&
           (slice_ends(text_at(run, i), SLICE("te")) || slice_ends(text_at(run, i), SLICE("ten")));
}

static size_t next_sure_finite(const struct check_run *run, size_t first, size_t end)
{
    while (first < end && ((!is_surely_finite(token_at(run, first)) && !is_past_between(run, first)) ||
                           is_set_phrase(run, first) || is_governed_participle(run, first)))
        first++;
    return first;
}

static bool is_adversative(const struct check_run *run, size_t i)
{
    return text_is(run, i, "aber") || text_is(run, i, "doch") || text_is(run, i, "jedoch");
}

/* "sagte | es sei", no "sei es" and no "es sei denn". */
static bool is_sei_of_subject(const struct check_run *run, size_t i)
{
    return i > 1 && (in_list(run, LIST_SUBJECT_PRONOUNS, i - 1) || text_is(run, i - 1, "es")) &&
           lemma_in(run, i - 2, LIST_VERBS_OF_SAYING) && !text_is(run, i + 1, "denn");
}

/* Between two verbs: what may join them, or makes the stretch more than plain words. */
static bool may_join(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);
    bool adversative = is_adversative(run, i) || text_is(run, i, "denn");

    return token->kind != TOKEN_WORD || (token->flags & TOKEN_QUOTED) != 0 || text_is(run, i, "als") ||
           text_is(run, i, "wie") || (text_is(run, i, "sei") && !is_sei_of_subject(run, i)) ||
           (token_is(token, POS_CONJUNCTION) && !adversative && !token_is(token, POS_SUBORDINATOR));
}

static bool may_be_joined(const struct check_run *run, size_t first, size_t end)
{
    while (first < end && !may_join(run, first))
        first++;
    return first < end;
}

static bool opens_clause(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    return in_list(run, LIST_CLAUSE_OPENERS, i) || in_list(run, LIST_QUESTION_ADVERBS, i) || text_is(run, i, "was") ||
           text_is(run, i, "wo") || text_is(run, i, "bis") || text_is(run, i, "wobei") || text_is(run, i, "seit") ||
           (token_is(token, POS_SUBORDINATOR) && !token_is(token, POS_PREPOSITION) && !token_is(token, POS_ADVERB));
}

/* "Er kam auch | weil er Hunger hatte": with such a word before it the clause may be a part of the other. */
static bool has_focus_before(const struct check_run *run, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (opens_clause(run, i) && (text_is(run, i - 1, "auch") || text_is(run, i - 1, "nur") ||
                                     text_is(run, i - 1, "erst") || text_is(run, i - 1, "allem")))
            return true;
    return false;
}

/* Where the second clause begins, behind the verb of the first: at its subordinator, or its relative pronoun behind a
 * noun; else it is the first that ends there. */
static size_t place_of_comma(const struct check_run *run, size_t one, size_t two)
{
    struct noun_phrase phrase;

    for (size_t i = one + 1; i < two; i++)
        if (opens_clause(run, i) ||
            (text_is(run, i, "das") &&
             (text_is(run, i - 1, "etwas") || text_is(run, i - 1, "alles") || text_is(run, i - 1, "nichts"))))
            return i - 1;
    for (size_t i = one + 2; i < two; i++)
        if (opens_relative(run, i) && is_capitalised(token_at(run, i - 1)) &&
            (!noun_phrase_at(run->doc, i, &phrase) || agreeing_cases(run->doc, &phrase, NULL) == 0))
            return i - 1;
    for (size_t i = one + 2; i + 1 < two; i++) /* "in einer Zeit | in der" */
        if (token_is(token_at(run, i), POS_PREPOSITION) && opens_relative(run, i + 1) &&
            is_capitalised(token_at(run, i - 1)) && !noun_phrase_at(run->doc, i + 1, &phrase))
            return i - 1;
    if (text_is(run, one, "sei") && text_is(run, one + 1, "denn")) /* "es sei denn | das Amt lehnt ab" */
        return one + 1;
    for (size_t i = one + 1; i < two; i++)
        if (text_is(run, i, "aber") || text_is(run, i, "jedoch") || text_is(run, i, "doch") || text_is(run, i, "denn"))
            return i - 1;
    return one;
}

/* ---- two finite verbs ---- */

/* "worden war | soll": behind the verb that ends a subordinate clause an auxiliary that may be an infinitive as well.
 */
static bool is_auxiliary_behind(const struct check_run *run, struct stretch stretch, size_t one)
{
    size_t two = one + 1;

    return two + 1 < stretch.end && token_is(token_at(run, two), POS_AUXILIARY) && may_be_finite(token_at(run, two)) &&
           !token_is(token_at(run, two), POS_DETERMINER) && clause_opener(run, stretch) != NO_OPENER &&
           one > stretch.first + 1 &&
           !(text_is(run, one, "hätte") || text_is(run, one, "hätten") || text_is(run, one, "hat") ||
             text_is(run, one, "hatte") || text_is(run, one, "wird") || text_is(run, one, "würde"));
}

/* "die Vorwürfe ernst nehme und | leitete eine Untersuchung ein": the verb behind und does not end the clause as the
 * one before it does. */
static bool is_main_behind_und(const struct check_run *run, struct stretch stretch, size_t one)
{
    size_t opener = clause_opener(run, stretch), two = one + 2, last = stretch.end - 1;
    struct noun_phrase phrase;

    if (opener == NO_OPENER || one < opener + 2 || two + 1 >= stretch.end || !text_is(run, one + 1, "und") ||
        !is_surely_finite(token_at(run, two)) || is_surely_finite(token_at(run, last)) || text_is(run, opener, "wer"))
        return false;
    if (opens_relative(run, opener) && noun_phrase_at(run->doc, opener, &phrase) && phrase.noun + 1 == one)
        return false; /* ", das Spiel endete und brachte" */
    if (may_be_finite(token_at(run, last)) && !token_is_verb_form(token_at(run, last), VERB_PARTICIPLE2) &&
        !token_is_verb_form(token_at(run, last), VERB_INFINITIVE) && !is_capitalised(token_at(run, last)))
        return false;
    return noun_phrase_at(run->doc, two + 1, &phrase) || token_at(run, two)->analysis.particle != NO_ID ||
           text_is(run, two + 1, "sich") ||
           (token_is(token_at(run, two), POS_AUXILIARY) && is_nonfinite_here(run, last));
}

/* "die er geworfen hat und | ich halte es für richtig": behind und a subject with the verb of a main clause. */
static bool is_sentence_behind_und(const struct check_run *run, struct stretch stretch, size_t one)
{
    size_t opener = clause_opener(run, stretch), pronoun = one + 2, two = one + 3;

    return opener != NO_OPENER && one >= opener + 2 && two + 1 < stretch.end && text_is(run, one + 1, "und") &&
           (in_list(run, LIST_SUBJECT_PRONOUNS, pronoun) || text_is(run, pronoun, "es")) &&
           is_surely_finite(token_at(run, two)) && !is_surely_finite(token_at(run, stretch.end - 1)) &&
           !token_is(token_at(run, two + 1), POS_CONJUNCTION);
}

/* "die zitiert werden | war der Bank bekannt", "auf der Menschen leben | ist": no infinitive goes with sein. */
static bool is_sein_behind_auxiliary(const struct check_run *run, struct stretch stretch, size_t two)
{
    const struct token *one = token_at(run, two - 1);

    return two > stretch.first + 2 && two + 1 < stretch.end && !is_capitalised(one) && !token_is(one, POS_ADJECTIVE) &&
           !token_is(one, POS_PREPOSITION) && !token_is(one, POS_DETERMINER) &&
           !token_is_verb_form(one, VERB_PARTICIPLE2) && token_is_verb_form(one, VERB_INFINITIVE) &&
           may_be_finite(one) && has_lemma(&run->context->lexicon, token_at(run, two), "sein") &&
           clause_opener(run, stretch) != NO_OPENER && !is_zu_infinitive(run->doc, two - 1);
}

/* "der den Bau beschleunigen soll und | beschloss höhere Abgaben": the auxiliary that ends the clause may be read as
 * something else. */
static bool is_auxiliary_before_und(const struct check_run *run, struct stretch stretch, size_t one)
{
    return one > stretch.first + 2 && token_is(token_at(run, one), POS_AUXILIARY) &&
           may_be_finite(token_at(run, one)) && !is_surely_finite(token_at(run, one)) &&
           is_nonfinite_here(run, one - 1) && is_main_behind_und(run, stretch, one);
}

/* "wurde vom Amt | wurde bestätigt", "gewann mit Vorsprung | gewann": one verb in the second place of a main clause,
 * and again where its participle or nothing follows. */
static bool is_said_twice(const struct check_run *run, struct stretch stretch, size_t one, size_t two)
{
    for (size_t i = one + 1; i < two; i++)
        if (opens_clause(run, i) || text_is(run, i, "da") || opens_relative(run, i))
            return false;
    bool closes = two + 1 == stretch.end || (two + 2 == stretch.end && is_nonfinite_here(run, two + 1));

    return closes && slice_equal(lower_at(run, one), lower_at(run, two)) && clause_opener(run, stretch) == NO_OPENER &&
           (token_at(run, two)->flags & TOKEN_QUOTED) == 0;
}

static void check_verbs(const struct check_run *run, struct stretch stretch)
{
    size_t one = next_sure_finite(run, stretch.first, stretch.end), two;

    for (; one + 1 < stretch.end; one = two) {
        two = next_sure_finite(run, one + 1, stretch.end);
        bool doubled = two == one + 1 && slice_equal(lower_at(run, one), lower_at(run, two)); /* "war war" */

        if ((token_at(run, one)->flags & TOKEN_QUOTED) != 0 || doubled)
            continue;
        if (is_auxiliary_behind(run, stretch, one) || is_main_behind_und(run, stretch, one) ||
            is_sentence_behind_und(run, stretch, one))
            insert_comma(run, "check/comma-between-clauses", one);
        else if (one > stretch.first && is_sein_behind_auxiliary(run, stretch, one))
            insert_comma(run, "check/comma-between-clauses", one - 1);
        else if (two < stretch.end && !may_be_joined(run, one + 1, two + 1) && !has_focus_before(run, one + 1, two)) {
            if (is_said_twice(run, stretch, one, two)) {
                report(run, "check/two-verbs", tokens_span(run, one, stretch.end - 1));
                continue;
            }
            insert_comma(run, "check/comma-between-clauses", place_of_comma(run, one, two));
        }
    }
}

/* ---- a subordinator behind the verb ---- */

/* Before a subordinator: "und dass", "auch wenn", "so dass" begin with it, "Tage nachdem" perhaps. */
static bool goes_with_subordinator(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    return token->kind != TOKEN_WORD || (token_is(token, POS_CONJUNCTION) && !is_adversative(run, i)) ||
           token_is(token, POS_SUBORDINATOR) || text_is(run, i, "je") || text_is(run, i, "auch") ||
           text_is(run, i, "nur") || text_is(run, i, "erst") || text_is(run, i, "allem");
}

/* "Fest | steht jedoch dass sie zahlen müssen": a verb before, and one at the end, of which one alone can be that of
 * the clause without the subordinator. */
static void check_subordinator(const struct check_run *run, struct stretch stretch, size_t i)
{
    const struct token *last = token_at(run, stretch.end - 1);
    size_t verb = next_sure_finite(run, stretch.first, i);

    if (in_list(run, LIST_BARE_CONDITIONS, i + 1)) /* "will falls nötig klagen" */
        return;
    if (i < stretch.first + 2 || stretch.end < i + 3 || verb >= i || goes_with_subordinator(run, i - 1) ||
        (token_at(run, i)->flags & TOKEN_QUOTED) != 0 || !may_be_finite(last) || is_capitalised(last) ||
        is_zu_infinitive(run->doc, stretch.end - 1) || next_sure_finite(run, verb + 1, i) < i ||
        may_be_joined(run, verb + 1, i))
        return;
    /* "steht ein Winter bevor" */
    if (text_is(run, i, "bevor") && token_at(run, i)->analysis.particle != NO_ID)
        return;
    if (next_sure_finite(run, i + 1, stretch.end) < stretch.end) /* two finite verbs: reported there */
        return;
    insert_comma(run, "check/comma-before-clause", i - 1);
}

/* "von neun Uhr bis der Laden schloss" is one adverbial. */
static bool starts_at_von(const struct check_run *run, struct stretch stretch, size_t bis)
{
    for (size_t i = stretch.first; i < bis; i++)
        if (slice_is(lower_at(run, i), "von") || slice_is(lower_at(run, i), "vom"))
            return true;
    return false;
}

/* "warten | bis der Bus kommt": what stands behind bis can be nothing but a subject, and a verb at the end. As a
 * preposition bis has no article behind it. */
static void check_bis(const struct check_run *run, struct stretch stretch, size_t i)
{
    const struct token *last = token_at(run, stretch.end - 1);
    struct noun_phrase phrase;
    size_t behind = i + 2;
    bool several = text_is(run, i + 1, "sie") || text_is(run, i + 1, "wir"); /* "bis sie wissen" */

    if (stretch.end < i + 4 || i < stretch.first + 2 ||
        !(is_surely_finite(last) || (several && may_be_finite(last) && !is_capitalised(last))) ||
        goes_with_subordinator(run, i - 1) || token_is(token_at(run, i - 1), POS_PREPOSITION) ||
        ((token_at(run, i - 1)->flags ^ last->flags) & TOKEN_QUOTED) != 0 || starts_at_von(run, stretch, i) ||
        (clause_opener(run, stretch) != NO_OPENER && !is_nonfinite_here(run, i - 1)))
        return;
    if (!in_list(run, LIST_SUBJECT_PRONOUNS, i + 1) && !text_is(run, i + 1, "sie") && !text_is(run, i + 1, "es")) {
        if (!noun_phrase_at(run->doc, i + 1, &phrase) || !phrase.has_determiner || phrase.contracted ||
            (agreeing_cases(run->doc, &phrase, NULL) & CASE_NOM) == 0)
            return;
        behind = phrase.noun + 1;
    }
    if (behind >= stretch.end || next_sure_finite(run, i + 1, stretch.end) + 1 < stretch.end)
        return;
    if (is_surely_finite(last) && next_sure_finite(run, stretch.first, i) < i) /* two finite verbs: reported there */
        return;
    insert_comma(run, "check/comma-before-clause", i - 1);
}

/* "glich erneut aus | als der Torwart den Ball fallen ließ": behind a prefix that closes its clause, with a finite verb
 * at the end. */
static void check_als(const struct check_run *run, struct stretch stretch, size_t i)
{
    const struct token *last = token_at(run, stretch.end - 1);
    struct noun_phrase phrase;

    if (i < stretch.first + 3 || stretch.end < i + 4 || token_at(run, i - 1)->analysis.particle == NO_ID ||
        text_is(run, i - 2, "und") || !is_surely_finite(last) ||
        ((token_at(run, i)->flags | last->flags) & TOKEN_QUOTED) != 0 || clause_opener(run, stretch) != NO_OPENER)
        return;
    bool subject = in_list(run, LIST_SUBJECT_PRONOUNS, i + 1) || text_is(run, i + 1, "sie") ||
                   text_is(run, i + 1, "es") || noun_phrase_at(run->doc, i + 1, &phrase) ||
                   is_capitalised(token_at(run, i + 1));

    if (subject && next_sure_finite(run, i + 1, stretch.end) + 1 == stretch.end)
        insert_comma(run, "check/comma-before-clause", i - 1);
}

/* "half nicht | als die Tiere ausbrachen", "ist anders | als er scheint": als or wie, a subject and a verb at the end,
 * behind a main clause with a verb of its own. "so wie" and "mehr als" may be one phrase. */
static void check_als_clause(const struct check_run *run, struct stretch stretch, size_t i)
{
    size_t one = next_sure_finite(run, stretch.first, i), last = stretch.end - 1;
    struct noun_phrase phrase;

    if (i < stretch.first + 3 || stretch.end < i + 4 || one >= i || one == stretch.first ||
        next_sure_finite(run, one + 1, stretch.end) != last || clause_opener(run, stretch) != NO_OPENER ||
        text_is(run, i - 1, "so") || text_is(run, i - 1, "mehr") || text_is(run, i - 1, "weniger") ||
        token_is(token_at(run, i - 1), POS_CONJUNCTION) || opens_clause(run, i + 1) || !text_is(run, stretch.end, "."))
        return;
    for (size_t j = stretch.first; j < stretch.end; j++)
        if (token_at(run, j)->kind != TOKEN_WORD || (token_at(run, j)->flags & TOKEN_QUOTED) != 0 ||
            (j != i && (text_is(run, j, "als") || text_is(run, j, "wie") || opens_clause(run, j) ||
                        (token_is(token_at(run, j), POS_CONJUNCTION) && !text_is(run, j, "noch")))))
            return;
    bool pronoun = in_list(run, LIST_SUBJECT_PRONOUNS, i + 1) || text_is(run, i + 1, "sie");
    bool subject = noun_phrase_at(run->doc, i + 1, &phrase) && phrase.has_determiner && !phrase.contracted &&
                   phrase.noun < last &&
                   (agreeing_numbers(run->doc, &phrase, CASE_NOM) & finite_numbers(token_at(run, last))) != 0;

    if ((pronoun || subject) && !has_issue_at(run, tokens_span(run, i - 1, i)))
        insert_comma(run, "check/comma-before-clause", i - 1);
}

/* ---- sondern ---- */

bool is_sondern(const struct check_run *run, size_t i)
{
    return text_is(run, i, "sondern");
}

/* "nicht heute | sondern morgen": the conjunction that always has its comma. */
static void check_sondern(const struct check_run *run, size_t i)
{
    if (i == 0 || !same_sentence(run, i - 1, i + 1) || token_at(run, i - 1)->kind == TOKEN_PUNCTUATION ||
        token_is(token_at(run, i - 1), POS_CONJUNCTION) ||
        (token_at(run, i)->flags & TOKEN_QUOTED) != (token_at(run, i - 1)->flags & TOKEN_QUOTED))
        return;
    for (size_t j = i; j-- > sentence_first(run, i);)
        if (slice_starts(lower_at(run, j), SLICE("nicht")) || slice_starts(lower_at(run, j), SLICE("kein")) ||
            text_is(run, j, "nie") || text_is(run, j, "weder") || text_is(run, j, "niemals")) {
            insert_comma(run, "check/comma-between-clauses", i - 1);
            return;
        }
}

void check_two_verbs(const struct check_run *run)
{
    for (size_t i = next_marked(run, MARK_SONDERN, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_SONDERN, i + 1))
        check_sondern(run, i);
    for (size_t i = 0; i < run->doc->token_count;) {
        struct stretch stretch = { i, stretch_end(run, i) };

        if (stretch.end > i + 3) {
            check_verbs(run, stretch);
            for (size_t j = i + 3; j + 2 < stretch.end; j++)
                if (text_is(run, j + 1, "und") && is_auxiliary_before_und(run, stretch, j))
                    insert_comma(run, "check/comma-between-clauses", j);
            for (size_t j = i + 1; j + 1 < stretch.end; j++)
                if (in_list(run, LIST_SUBORDINATORS_COMMA, j))
                    check_subordinator(run, stretch, j);
                else if (text_is(run, j, "bis"))
                    check_bis(run, stretch, j);
                else if (text_is(run, j, "als") || text_is(run, j, "wie")) {
                    if (text_is(run, j, "als"))
                        check_als(run, stretch, j);
                    check_als_clause(run, stretch, j);
                }
        }
        i = stretch.end > i ? stretch.end : i + 1;
    }
}
