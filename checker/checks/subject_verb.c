/* Marks a subject whose number its verb does not have: "Die Preise steigt weiter", "Die Zahl der Toten sind gestiegen".
 * Only where the subject is certain: it opens its sentence, its verb stands right behind, and nothing else in the
 * clause could be the subject. */
#include "checks/corrections.h"
#include "checks/subjects.h"

#include "checks/compounds.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/stretches.h"
#include "checks/times.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* What opens a sentence. */
struct subject {
    size_t first, end;     /* tokens, end exclusive: with what depends on it ("die Zahl der Toten") */
    size_t head;           /* its noun */
    uint32_t cases;        /* bits of CASE_ANY that it can stand in */
    uint32_t numbers;      /* bits of NUMBER_ANY */
    bool plural_attribute; /* a plural depends on it: "eine Reihe von Tests" */
    bool several;          /* two phrases with "und" */
};

/* "Drei Männer", "12 Menschen": a number with a plural noun that is no measure ("Drei Jahre dauerte der Streit"). */
static bool numbered_subject_at(const struct check_run *run, size_t first, struct subject *out)
{
    const struct document *doc = run->doc;
    const struct token *number = &doc->tokens[first];
    struct noun_phrase rest;

    if ((number->kind != TOKEN_NUMBER && !token_is(number, POS_NUMERAL)) || token_is(number, POS_DETERMINER) ||
        (number->flags & TOKEN_ORDINAL) != 0 || !same_clause(doc, first, first + 1) ||

        !noun_at(doc, first + 1, &rest) || rest.has_determiner || is_measure(run, rest.noun))
        return false;
    out->cases = agreeing_cases(doc, &rest, &out->numbers);
    out->head = rest.noun;
    out->end = rest.noun + 1;
    out->numbers &= NUMBER_PL;
    return out->numbers != 0;
}

/* "Ebene", and not "Europäische", which a dictionary has as an adjective used as a noun. */
static bool is_noun_of_its_own(const struct token *token)
{
    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        if (pos_of(token->analysis.readings[i].features) == POS_NOUN &&
            (token->analysis.readings[i].features & (FEATURE_ADJECTIVAL_NOUN | FEATURE_GUESSED)) == 0)
            return true;
    return false;
}

/* "Die Europäische Union", "Das Weiße Haus": the adjective of a name has a capital; article and noun tell the number.
 */
static bool named_subject_at(const struct check_run *run, size_t first, struct subject *out)
{
    size_t noun = first + 2;
    struct noun_phrase phrase = { .noun = 1, .has_determiner = true };

    if (!in_list_lower(run, LIST_ARTICLES, first) || !same_clause(run->doc, first, noun) ||
        !is_capitalised(token_at(run, first + 1)) || !is_capitalised(token_at(run, noun)) ||
        !small_is(token_at(run, first + 1), POS_ADJECTIVE) || is_noun_of_its_own(token_at(run, first + 1)) ||
        !token_is(token_at(run, noun), POS_NOUN) ||
        (same_clause(run->doc, noun, noun + 1) && is_capitalised(token_at(run, noun + 1))))
        return false;
    struct token tokens[2] = { *token_at(run, first), *token_at(run, noun) };
    struct document part = { .text = run->doc->text, .tokens = tokens, .token_count = 2 };

    tokens[1].clause = tokens[0].clause;
    out->cases = agreeing_cases(&part, &phrase, &out->numbers);
    if ((out->cases & CASE_NOM) != 0)
        out->numbers = agreeing_numbers(&part, &phrase, CASE_NOM);
    out->head = noun;
    out->end = noun + 1;
    return (out->cases & CASE_NOM) != 0;
}

static bool plain_subject_at(const struct check_run *run, size_t first, struct subject *out)
{
    struct noun_phrase phrase;

    *out = (struct subject){ .first = first };
    if (numbered_subject_at(run, first, out) || named_subject_at(run, first, out))
        return true;
    if (plural_name_at(run, first, &out->end)) {
        out->head = out->end - 1;
        out->cases = CASE_NOM | CASE_ACC;
        out->numbers = NUMBER_PL;
        return true;
    }
    if (!noun_phrase_at(run->doc, first, &phrase) || !phrase.has_determiner || phrase.contracted)
        return false;
    out->cases = agreeing_cases(run->doc, &phrase, &out->numbers);
    if ((out->cases & CASE_NOM) != 0)
        out->numbers = agreeing_numbers(run->doc, &phrase, CASE_NOM);
    out->head = phrase.noun;
    out->end = phrase.noun + 1;
    return true;
}

/* Takes what depends on the subject: genitives and phrases with von. Others ("mit", "in") may be adverbials. */
static void take_attributes(const struct check_run *run, struct subject *subject)
{
    const struct document *doc = run->doc;
    struct noun_phrase phrase;
    uint32_t numbers;

    while (same_clause(doc, subject->first, subject->end)) {
        bool von = text_is(run, subject->end, "von") || text_is(run, subject->end, "vom");
        size_t at = subject->end + text_is(run, subject->end, "von");

        if (!same_clause(doc, subject->first, at))
            return;
        if (!noun_phrase_at(doc, at, &phrase) && !(von && bare_noun_at(doc, at, &phrase)))
            return;
        if (!von && !phrase.has_determiner)
            return;
        if ((agreeing_cases(doc, &phrase, &numbers) & (von ? CASE_DAT : CASE_GEN)) == 0)
            return;
        subject->plural_attribute = subject->plural_attribute || (numbers & NUMBER_PL) != 0;
        subject->end = phrase.noun + 1;
    }
}

/* "Das Unternehmen und seine Tochter": each with a determiner of its own, so that both are meant. */
static void take_second_subject(const struct check_run *run, struct subject *subject)
{
    struct subject second;

    if ((!text_is(run, subject->end, "und") && !text_is(run, subject->end, "sowie")) ||
        !same_clause(run->doc, subject->first, subject->end + 1) || !plain_subject_at(run, subject->end + 1, &second) ||
        (second.cases & subject->cases & CASE_NOM) == 0)
        return;
    take_attributes(run, &second);
    subject->end = second.end;
    subject->numbers = NUMBER_PL;
    subject->several = true;
}

/* "Die Mehrheit der Wähler sind": with a noun of quantity the verb may follow what is counted. */
static bool may_follow_attribute(const struct check_run *run, const struct subject *subject)
{
    return subject->plural_attribute && is_quantity(run, subject->first, subject->head) &&
           !has_lemma_of(&run->context->lexicon, token_at(run, subject->head), LIST_SINGULAR_QUANTITIES);
}

/* "Der Fahrer haben", "Der Verein planen": nothing but a nominative, and no noun that may be said of another ("Der
 * Grund sind die Kosten"): whatever else the clause holds, this is its subject. */
static bool is_surely_subject(const struct check_run *run, const struct subject *subject)
{
    const struct token *verb = &run->doc->tokens[subject->end];
    size_t end;

    if (plural_name_at(run, subject->first, &end) && end == subject->end) /* "Die Niederlande hat ihre Grenze" */
        return slice_starts(text_at(run, end + 1), SLICE("ihr"));
    /* "Die Polizei bitten Zeugen": only bodies do that. */
    if ((subject->cases & CASE_NOM) != 0 && third_person_numbers(verb) == NUMBER_PL &&
        has_lemma_of(&run->context->lexicon, verb, LIST_ACTS_OF_BODIES) &&
        has_lemma_of(&run->context->lexicon, token_at(run, subject->head), LIST_COLLECTIVES))
        return true;
    if (subject->cases == CASE_NOM && subject->numbers == NUMBER_SG && !subject->plural_attribute &&
        !is_adverbial_noun(run, subject->head) && !subject->several && is_auxiliary_of_verb(run, subject->end) &&
        !has_lemma_of(&run->context->lexicon, &run->doc->tokens[subject->head], LIST_QUANTITIES))
        return true;
    return subject->cases == CASE_NOM && !subject->plural_attribute && !is_adverbial_noun(run, subject->head) &&
           !has_lemma_of(&run->context->lexicon, verb, LIST_COPULAS) &&
           has_lemma_of(&run->context->lexicon, &run->doc->tokens[subject->head], LIST_COLLECTIVES);
}

/* "Die Polizei haben im Park sieben Verdächtige festgenommen": a body of people that English has as a plural, and what
 * follows is new: "die Polizei riefen mehrere Nachbarn" is said of simple tenses. */
static bool is_english_plural(const struct check_run *run, const struct subject *subject)
{
    const struct document *doc = run->doc;
    size_t end = stretch_end(run, subject->end);
    const struct token *verb = &doc->tokens[subject->end];
    struct noun_phrase phrase;

    if ((subject->cases & CASE_NOM) == 0 || subject->several || third_person_numbers(verb) != NUMBER_PL ||
        !has_lemma(&run->context->lexicon, verb, "haben") || end < subject->end + 3 ||
        !has_lemma_of(&run->context->lexicon, &doc->tokens[subject->head], LIST_COLLECTIVES) ||
        !token_is_verb_form(&doc->tokens[end - 1], VERB_PARTICIPLE2))
        return false;
    for (size_t i = subject->end + 1; i + 1 < end; i++) {
        bool determined = noun_phrase_at(doc, i, &phrase) && phrase.has_determiner;
        bool is_new = token_is(&doc->tokens[i], POS_NUMERAL) || text_is(run, i, "keine");
        bool may_be_subject = determined ? !is_new && !in_prepositional_phrase(run, &phrase) &&
                                               (agreeing_numbers(doc, &phrase, CASE_NOM) & NUMBER_PL) != 0
                                         : is_nominative_pronoun(run, i);

        if (may_be_subject || doc->tokens[i].analysis.reading_count == 0)
            return false;
    }
    return true;
}

/* "Den Opfern hilft, wer", "Dem Chef gefällt, dass": what follows may be the subject. */
static bool clause_may_be_subject(const struct check_run *run, size_t mark)
{
    return !text_is(run, mark, ".") && !(text_is(run, mark, ",") && in_list(run, LIST_OPENERS_OF_NO_SUBJECT, mark + 1));
}

/* "Den", "Einem": no subject whatever the noun is; "Der" before a noun that is a feminine for sure. A number may be the
 * subject ("1990 …"). */
static bool is_surely_oblique(const struct check_run *run, const struct subject *subject)
{
    static const char *const feminine[] = { "ung", "heit", "keit", "schaft", "tät", "ion" };
    struct slice first = text_at(run, subject->first), head = text_at(run, subject->head);

    for (size_t i = subject->end, end = stretch_end(run, i); i < end; i++)
        if (token_at(run, i)->kind == TOKEN_NUMBER)
            return false;
    if (slice_ends(first, SLICE("en")) || slice_ends(first, SLICE("em")))
        return true;
    for (size_t i = 0; i < sizeof(feminine) / sizeof(*feminine); i++)
        if (slice_ends(head, slice_of(feminine[i])))
            return slice_equal(first, SLICE("Der")) || slice_ends(first, SLICE("er"));
    return false;
}

/* "Dem Sturm schwächte sich ab", "Der Regierung hat den Plan beschlossen": the phrase can't be the subject, nor can
 * anything else be. Passives, copulas and verbs of feeling go without subject ("Den Opfern wurde geholfen"). */
static bool lacks_subject(const struct check_run *run, const struct subject *subject)
{
    const struct token *verb = token_at(run, subject->end);
    size_t end = stretch_end(run, subject->end);
    uint32_t wanted = third_person_numbers(verb);

    if (subject->cases == 0 || (subject->cases & CASE_NOM) != 0 || wanted == 0 || end < subject->end + 3 ||
        clause_may_be_subject(run, end) || !is_surely_oblique(run, subject) || !is_surely_finite(verb) ||
        has_lemma_of(&run->context->lexicon, verb, LIST_VERBS_WITHOUT_SUBJECT) ||
        has_lemma(&run->context->lexicon, verb, "sein") || has_lemma(&run->context->lexicon, verb, "werden") ||
        is_adverbial_noun(run, subject->head) || has_sure_finite(run, subject->end + 1, end))
        return false;
    for (size_t i = subject->end + 1; i < end; i++)
        if (token_is(token_at(run, i), POS_CONJUNCTION) && third_person_numbers(token_at(run, i + 1)) != 0)
            return false;
    return !may_hold_subject(run, subject->end, end, NUMBER_ANY);
}

/* "Die Regierung planen neue Steuern": the word may be an adjective ("die Preise guter Weine"), but no noun behind it
 * agrees with it, and the sentence has no other verb. */
static uint32_t verb_numbers(const struct check_run *run, size_t index)
{
    const struct document *doc = run->doc;
    uint32_t wanted = third_person_numbers(&doc->tokens[index]);
    struct noun_phrase phrase;

    if (wanted == 0 && token_is(&doc->tokens[index], POS_AUXILIARY) && may_be_finite(&doc->tokens[index]))
        return finite_numbers(&doc->tokens[index]); /* "wollen" is an adjective too */
    if (wanted != 0 || (doc->tokens[index].flags & TOKEN_CAPITAL) != 0 ||
        !is_inflected_adjective(&doc->tokens[index]) || token_is(&doc->tokens[index], POS_DETERMINER) ||
        token_is_verb_form(&doc->tokens[index], VERB_PARTICIPLE2) || token_is(&doc->tokens[index], POS_PREPOSITION) ||
        !same_clause(doc, index, index + 1) || doc->tokens[index + 1].kind == TOKEN_PUNCTUATION ||
        (noun_phrase_at(doc, index, &phrase) && strong_cases(doc, &phrase) != 0))
        return wanted;
    for (size_t i = index + 1; i < doc->token_count && doc->tokens[i].sentence == doc->tokens[index].sentence; i++)
        if (may_be_finite(&doc->tokens[i]) || token_is(&doc->tokens[i], POS_CONJUNCTION))
            return wanted;
    return finite_numbers(&doc->tokens[index]);
}

/* Behind "(…)" or "– … –" at an index; index itself when neither stands there whole. */
static size_t behind_insertion(const struct check_run *run, size_t index)
{
    bool bracket = text_is(run, index, "("), dash = text_is(run, index, "–");

    for (size_t i = index + 1; (bracket || dash) && same_sentence(run, index, i); i++)
        if (text_is(run, i, bracket ? ")" : "–"))
            return i + 1;
    return index;
}

/* "Die Preise für Butter, Käse und Milch | sind": a row of bare nouns behind a preposition goes on. */
static void take_governed_row(const struct check_run *run, struct subject *subject)
{
    struct noun_phrase phrase;
    size_t at = subject->end, count = 0;
    bool last = false;

    if (!in_list(run, LIST_SURE_PREPOSITIONS, at) || !same_clause(run->doc, at - 1, at + 1) ||
        !bare_noun_at(run->doc, at + 1, &phrase))
        return;
    for (at += 2; !last; at += 2, count++) {
        last = text_is(run, at, "und");
        if ((!last && !text_is(run, at, ",")) || !same_sentence(run, subject->first, at + 2) ||
            !bare_noun_at(run->doc, at + 1, &phrase))
            return;
    }
    subject->end = count > 1 ? at : subject->end;
}

/* "Der Bürgermeister Jan Kolb | will": the name of a person belongs to the title. */
static void take_name(const struct check_run *run, struct subject *subject)
{
    if (subject->end != subject->head + 1 || !is_person(&run->context->lexicon, token_at(run, subject->head)))
        return;
    while (same_clause(run->doc, subject->head, subject->end) && is_capitalised(token_at(run, subject->end)) &&
           (token_at(run, subject->end)->flags & TOKEN_QUOTED) == 0 &&
           (!token_is(token_at(run, subject->end), POS_NOUN) || token_is(token_at(run, subject->end), POS_NAME) ||
            is_first_name(&run->context->lexicon, token_at(run, subject->end - 1))))
        subject->end++;
}

/* "Das Team aus Köchen und Kellnern | arbeitet", "Ein Paar aus Bonn | ist": what stands between a subject that opens
 * the sentence and its verb belongs to it. */
static void take_prepositional(const struct check_run *run, struct subject *subject)
{
    size_t at = subject->end;
    struct noun_phrase phrase;

    while (same_clause(run->doc, subject->first, at + 1) && token_is(token_at(run, at), POS_PREPOSITION) &&
           !is_capitalised(token_at(run, at))) {
        size_t noun = at + 1;

        if (noun_at(run->doc, noun, &phrase) && !phrase.contracted)
            at = behind_genitive(run->doc, phrase.noun + 1);
        else if (is_capitalised(token_at(run, noun)))
            at = noun + 1;
        else
            return;
        if (at == noun + 1 && text_is(run, at, "und") && same_clause(run->doc, noun, at + 1) &&
            bare_noun_at(run->doc, at + 1, &phrase))
            at += 2;
    }
    if (at > subject->end && same_clause(run->doc, subject->first, at) && is_likely_finite(run->doc, at) &&
        !has_sure_finite(run, at + 1, stretch_end(run, at)))
        subject->end = at;
}

/* The subject that opens a clause, with all that stands between it and the verb; false when there is none. */
static bool opening_subject_at(const struct check_run *run, size_t first, struct subject *subject)
{
    const struct document *doc = run->doc;
    bool more = text_is(run, first, "Mehr") && text_is(run, first + 1, "als") && same_clause(doc, first, first + 2);

    if (!plain_subject_at(run, first + (more ? 2 : 0), subject))
        return false;
    take_attributes(run, subject);
    if (more) /* "Mehr als die Hälfte waren Frauen" */
        return subject->numbers == NUMBER_SG && subject->end > subject->head + 1 && !subject->plural_attribute;
    take_name(run, subject);
    take_second_subject(run, subject);
    take_governed_row(run, subject);
    take_prepositional(run, subject);
    size_t behind = behind_insertion(run, subject->end);

    if (behind == subject->end)
        return same_sentence(run, subject->first, subject->end) && token_at(run, subject->end)->kind == TOKEN_WORD;
    subject->end = behind;
    return same_sentence(run, subject->first, behind);
}

/* "Das beste Mittel sind ein Stück Seife und heißes Wasser": what stands behind a copula is several things, and the
 * subject. */
static bool several_follow(const struct check_run *run, size_t verb)
{
    struct noun_phrase phrase;

    if (!has_lemma(&run->context->lexicon, token_at(run, verb), "sein"))
        return false;
    for (size_t i = verb + 2, end = stretch_end(run, verb); i + 1 < end; i++)
        if (text_is(run, i, "und") && is_capitalised(token_at(run, i - 1)) && noun_at(run->doc, i + 1, &phrase))
            return true;
    return false;
}

bool check_opening_subject(const struct check_run *run, size_t first)
{
    const struct document *doc = run->doc;
    struct subject subject;

    if (!opening_subject_at(run, first, &subject))
        return false;
    const struct token *verb = &doc->tokens[subject.end];
    uint32_t wanted = verb_numbers(run, subject.end);
    /* "Eine Karte anzeigen kann das Gerät nicht" */
    /* and, in a recipe, "Die Sahne schlagen und kühlen" */
    bool infinitive =
        token_is_verb_form(verb, VERB_INFINITIVE) &&
        (!same_clause(doc, subject.end, subject.end + 1) ||
         (may_be_finite(&verb[1]) && !is_inflected_adjective(&verb[1]) && !token_is(&verb[1], POS_DETERMINER) &&
          !(token_is(verb, POS_AUXILIARY) && token_is_verb_form(&verb[1], VERB_PARTICIPLE2))) ||
         verb[1].kind == TOKEN_PUNCTUATION || token_is(&verb[1], POS_CONJUNCTION));

    /* "(ich habe …,) die Bilder belichtet und", "Zwei Männer verletzt, nachdem …" */
    bool participle = token_is_verb_form(verb, VERB_PARTICIPLE2) &&
                      (!same_clause(doc, subject.end, subject.end + 1) || verb[1].kind == TOKEN_PUNCTUATION ||
                       token_is(&verb[1], POS_CONJUNCTION));

    if (wanted == 0 || infinitive || participle ||
        ((subject.cases & CASE_NOM) != 0
             ? (wanted & subject.numbers) != 0 || may_follow_attribute(run, &subject) ||
                   (wanted == NUMBER_PL && several_follow(run, subject.end)) ||
                   (may_hold_subject(run, subject.end, stretch_end(run, subject.end), wanted) &&
                    !is_surely_subject(run, &subject) && !is_english_plural(run, &subject))
             : !lacks_subject(run, &subject)))
        return false;
    struct noun_phrase phrase;
    struct span span = { doc->tokens[subject.first].span.start, verb->span.end };

    if ((subject.cases & CASE_NOM) == 0 && noun_phrase_at(doc, first, &phrase)) {
        suggest_agreement(run, report(run, "check/subject-verb", span), &phrase, CASE_NOM);
        return true;
    }
    suggest_other_number(run, report(run, "check/subject-verb", span), subject.end);
    return true;
}

static bool check_opening(const struct check_run *run, const struct sentence *sentence)
{
    size_t first = sentence->first_token;

    if (sentence->token_count < 4)
        return false;
    return check_opening_subject(run, first + ((run->doc->tokens[first].flags & TOKEN_OPENING) != 0)); /* „ */
}

/* "Der Sprecher sagte, die Gespräche sei gescheitert": behind what someone says a main clause may begin without a
 * subordinator. Its verb stands right behind its subject, and other words behind that; "die Frauen half" is none. */
static void check_reported(const struct check_run *run, size_t comma)
{
    struct subject subject;
    bool says = false;

    if (comma == 0 || !same_sentence(run, comma - 1, comma + 4) || !token_is(token_at(run, comma + 1), POS_DETERMINER))
        return;
    size_t stretch = stretch_first(run, comma - 1);

    if (token_is(token_at(run, stretch), POS_SUBORDINATOR))
        return;
    for (size_t i = stretch; i < comma; i++)
        says = says || in_list(run, LIST_VERBS_OF_SAYING, i) || text_is(run, i, "hieß") || text_is(run, i, "heißt");
    if (!says || !opening_subject_at(run, comma + 1, &subject) || !same_clause(run->doc, comma + 1, subject.end + 1) ||
        !is_surely_finite(token_at(run, subject.end)) || token_at(run, subject.end + 1)->kind != TOKEN_WORD)
        return;
    for (size_t i = subject.end + 1, end = stretch_end(run, comma + 1); i < end; i++)
        if (is_surely_finite(token_at(run, i)) || token_is(token_at(run, i), POS_CONJUNCTION))
            return;
    check_opening_subject(run, comma + 1);
}

bool may_grow(const struct check_run *run, size_t index)
{
    size_t end = stretch_end(run, index);
    const struct token *last = token_at(run, end - 1);

    for (size_t i = index; i < end; i++) {
        if (token_is_verb_form(token_at(run, i), VERB_PARTICIPLE2) && text_is(run, i + 1, "und"))
            return false; /* "wurden der Fahrer verletzt und befragt" joins verbs */
        if (token_is(token_at(run, i), POS_CONJUNCTION))
            return true;
    }
    return text_is(run, end, ",") && !token_is_verb_form(last, VERB_PARTICIPLE2) &&
           !token_is_verb_form(last, VERB_INFINITIVE);
}

/* ---- "wurden der Fahrer verletzt" ---- */

/* "Die Brüder wurden der Schrecken der Stadt": a second nominative says what the subject is. */
static bool may_be_copula(const struct check_run *run, size_t verb)
{
    const struct lexicon *lexicon = &run->context->lexicon;

    return has_lemma(lexicon, token_at(run, verb), "sein") ||
           (!has_lemma(lexicon, token_at(run, verb), "haben") && !is_auxiliary_of_verb(run, verb));
}

/* "Nicht nur die Anwohner, sondern auch der Bürgermeister fordern": the verb has the number of who stands next to it.
 */
static void check_but_also(const struct check_run *run, size_t comma)
{
    struct subject subject;

    if (!text_is(run, comma + 1, "sondern") || !text_is(run, comma + 2, "auch") ||
        !same_sentence(run, comma, comma + 5) || !text_is(run, sentence_first(run, comma), "Nicht") ||
        !text_is(run, sentence_first(run, comma) + 1, "nur") ||
        stretch_first(run, comma - 1) != sentence_first(run, comma) || !plain_subject_at(run, comma + 3, &subject))
        return;
    take_attributes(run, &subject);
    if ((subject.cases & CASE_NOM) == 0 || subject.numbers != NUMBER_SG || subject.plural_attribute ||
        !same_clause(run->doc, subject.first, subject.end) || !is_likely_finite(run->doc, subject.end) ||
        finite_numbers(token_at(run, subject.end)) != NUMBER_PL || is_quantity(run, subject.first, subject.head))
        return;
    suggest_other_number(run, report(run, "check/subject-verb", tokens_span(run, comma + 3, subject.end)), subject.end);
}

/* Nothing but the nominative of one, right behind an auxiliary of more: it is the subject, and no object. */
static void check_nominative_behind(const struct check_run *run, size_t verb)
{
    const struct document *doc = run->doc;
    struct noun_phrase phrase;
    uint32_t numbers;

    if (finite_numbers(token_at(run, verb)) != NUMBER_PL || !same_clause(doc, verb, verb + 2) ||
        !noun_phrase_at(doc, verb + 1, &phrase) || !phrase.has_determiner || phrase.contracted ||
        agreeing_cases(doc, &phrase, &numbers) != CASE_NOM || numbers != NUMBER_SG ||
        has_lemma_of(&run->context->lexicon, token_at(run, phrase.noun), LIST_QUANTITIES) ||
        is_measure(run, phrase.noun) || may_be_copula(run, verb) || may_grow(run, phrase.noun + 1))
        return;
    suggest_other_number(run, report(run, "check/subject-verb", tokens_span(run, verb, phrase.noun)), verb);
}

/* "Letzter Monat hat der Rat beschlossen": a time in the nominative, and a subject behind the verb. */
static void check_nominative_time(const struct check_run *run, const struct sentence *sentence)
{
    const struct document *doc = run->doc;
    size_t first = sentence->first_token, verb = first + 2;
    struct noun_phrase subject;

    if (sentence->token_count < 6 || !same_clause(doc, first, verb) || !slice_ends(text_at(run, first), SLICE("er")) ||
        doc->tokens[first].kind != TOKEN_WORD || !names_time(run, first + 1) ||
        !form_is(&run->context->lexicon, lower_at(run, first), POS_ADJECTIVE) ||
        token_is(&doc->tokens[first], POS_DETERMINER) || !may_be_finite(&doc->tokens[verb]) ||
        has_lemma_of(&run->context->lexicon, &doc->tokens[verb], LIST_COPULAS))
        return;
    bool pronoun = in_list(run, LIST_NOMINATIVE_PRONOUNS, verb + 1);
    bool several = finite_numbers(&doc->tokens[verb]) == NUMBER_PL; /* "Letzter Freitag haben Unbekannte" */

    if (pronoun || several ||
        (noun_phrase_at(doc, verb + 1, &subject) && subject.has_determiner && !subject.contracted &&
         (agreeing_cases(doc, &subject, NULL) & (CASE_NOM | CASE_ACC)) == CASE_NOM))
        report(run, "check/agreement", tokens_span(run, first, first + 1));
}

void check_subject_verb(const struct check_run *run)
{
    size_t next = 0;

    for (size_t i = 0; i < run->doc->sentence_count; i++)
        check_nominative_time(run, &run->doc->sentences[i]);
    for (size_t i = next_marked(run, MARK_COMMA, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_COMMA, i + 1)) {
        check_reported(run, i);
        check_but_also(run, i);
    }
    for (size_t i = 0; i < run->clause_count; i++)
        check_weak_count(run, &run->clauses[i]);
    for (size_t i = next_marked(run, MARK_FINITE_AUXILIARY, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_FINITE_AUXILIARY, i + 1))
        check_nominative_behind(run, i);
    for (size_t i = 0; i < run->doc->sentence_count; i++) {
        const struct sentence *sentence = &run->doc->sentences[i];
        bool settled = check_opening(run, sentence);

        for (; next < run->clause_count && run->doc->tokens[run->clauses[next].first].sentence == i; next++)
            if (!settled || run->clauses[next].first != sentence->first_token)
                check_clause_subject(run, &run->clauses[next]);
    }
}
